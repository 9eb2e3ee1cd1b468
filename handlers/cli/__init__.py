"""The `pandu` command: one module a command, each with `declare` (its arguments) and `execute`.

No rules of the office and no wording: the first are in `bot`, the second in `texts/*/cli.j2`.
A command's module is imported only when it is called, and itself imports what it needs late, so
that `pandu ask` answers at once.
"""

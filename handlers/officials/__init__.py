"""Posts and officials in the chat: /pejabat for admins, /saya for everybody, invitations, leave.

`views` turns the office into what texts show, `screens` makes messages of it, each form has a
module of its own, and `presses` says what their buttons do.
"""

"""What goes wrong: on starting, in a call of the bot, and in what the page asks for."""

from __future__ import annotations


class SimulatorError(Exception):
    """The stand-in cannot start: a key and its values, put into words by whoever starts it.

    Keys: "not_loopback" (host), "port_in_use" (host, port), "port_denied" (host, port),
    "folder_damaged" (path), "folder_denied" (path).
    """

    def __init__(self, key: str, **values: object) -> None:
        """Keep which explanation fits, and what it names."""
        super().__init__(key, values)
        self.key = key
        self.values = values


class Refused(Exception):
    """A call that the Bot API turns down: status, description and parameters as Telegram has them.

    The description's beginning ("Bad Request: ") belongs to the status and is added here.
    """

    KINDS = {
        400: "Bad Request",
        401: "Unauthorized",
        403: "Forbidden",
        404: "Not Found",
        409: "Conflict",
        413: "Request Entity Too Large",
        429: "Too Many Requests",
    }

    def __init__(self, reason: str = "", status: int = 400, **parameters: int) -> None:
        """Refuse with a reason; `parameters` are for programs, such as `retry_after`."""
        kind = self.KINDS[status]
        self.description = f"{kind}: {reason}" if reason else kind
        super().__init__(self.description)
        self.status = status
        self.parameters = parameters


class PageError(Exception):
    """Something the page asked for that cannot be done: one sentence, and an HTTP status."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        """Keep the sentence that the page shows."""
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status

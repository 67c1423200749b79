"""Failures that end a command with one message instead of a traceback."""


class AwesomeHeadsError(Exception):
    """A failure the user can act on.

    Attributes:
        message: What is wrong, in one sentence without a full stop.
        hint: What to type or do instead; empty where nothing better can be said.
        path: The file it is about; empty where it is about none.
        exit_code: 1 for failed work, 2 for wrong usage or configuration.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "", path: str = "") -> None:
        """Keep the parts apart, so that a reporter can set them out."""
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.path = path

    def __reduce__(self) -> tuple[type["AwesomeHeadsError"], tuple[str, str, str]]:
        """Cross from one process to another with every part."""
        return type(self), (self.message, self.hint, self.path)


class UsageError(AwesomeHeadsError):
    """The command was called in a way that cannot work."""

    exit_code = 2

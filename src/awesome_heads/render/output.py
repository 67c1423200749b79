"""A file before it is written."""

from typing import NamedTuple


class Output(NamedTuple):
    """A file's path, relative to the folder it belongs in and with forward slashes; its bytes."""

    path: str
    data: bytes

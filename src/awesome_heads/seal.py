"""A mark at the end of a made text that tells whether anyone has changed it since."""

import hashlib
import re

_SEAL = re.compile(r"<!-- awesome-heads: ([0-9a-f]{16}) -->")


def seal(text: str) -> str:
    """Add a last line, invisible where Markdown is shown, with a digest of all before it."""
    body = text if text.endswith("\n") else f"{text}\n"
    return f"{body}<!-- awesome-heads: {_digest(body)} -->\n"


def is_intact(text: str) -> bool | None:
    """Whether a text still is as it was sealed; None where it never was.

    A seal anywhere but in the last line was followed by something, so that text was changed.
    Line ends do not count, since git may write those of the machine.
    """
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    found = _SEAL.fullmatch(lines[-1])
    if found is None:
        return False if any(_SEAL.fullmatch(line) for line in lines) else None
    return found[1] == _digest("".join(f"{line}\n" for line in lines[:-1]))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()

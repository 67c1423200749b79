"""What commands write on standard output."""

import sys


def say(message: str) -> None:
    """Write a result."""
    sys.stdout.write(f"{message}\n")
    sys.stdout.flush()


def hand_over(data: bytes) -> None:
    """Write a file's bytes as a result, whatever signs and line ends a terminal would take."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.flush()

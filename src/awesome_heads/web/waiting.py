"""How long an answer asks us to wait."""

from email.utils import parsedate_to_datetime


def seconds_asked(header: str | None, now: float) -> float | None:
    """Seconds to wait by a `Retry-After`, which states them or the time when they are over.

    Args:
        header: The header; None where there is none.
        now: Seconds of the epoch.
    """
    if header is None:
        return None
    if header.strip().isdecimal():
        return float(header)
    try:
        return parsedate_to_datetime(header).timestamp() - now
    except (ValueError, OverflowError):
        return None

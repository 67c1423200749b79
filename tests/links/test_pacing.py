"""How long a host is left alone."""

import pytest

from awesome_heads.links import Answer, Conduct, Fault

CONDUCT = Conduct(pace=1.0, back_off=2.0, longest_wait=30.0)


@pytest.mark.parametrize(
    ("answer", "attempt", "rest"),
    [
        (Answer(200), 1, 1.0),
        (Answer(404), 3, 1.0),
        (Answer(200, wait=9.0), 1, 1.0),
        (Answer(503), 1, 2.0),
        (Answer(503), 2, 4.0),
        (Answer(503), 9, 30.0),
        (Answer(429, wait=7.0), 1, 7.5),
        (Answer(429, wait=0.0), 1, 1.0),
        (Answer(429, wait=-5.0), 1, 1.0),
        (Answer(429, wait=1e9), 1, 30.0),
        (Answer(fault=Fault.SILENT), 1, 2.0),
        (Answer(fault=Fault.TLS), 1, 1.0),
    ],
)
def test_rest(answer: Answer, attempt: int, rest: float) -> None:
    """A host rests for the pace, longer after trouble, as long as it asks, and never too long."""
    assert CONDUCT.rest(answer, attempt, 0.5) == rest


@pytest.mark.parametrize(
    ("answer", "closed"),
    [
        (Answer(429, wait=31.0), True),
        (Answer(503, wait=31.0), True),
        (Answer(429, wait=30.0), False),
        (Answer(429), False),
        (Answer(200, wait=31.0), False),
    ],
)
def test_closed(answer: Answer, closed: bool) -> None:  # noqa: FBT001 -- what is expected
    """A host is closed where it asks for more patience than there is."""
    assert CONDUCT.is_closed(answer) is closed

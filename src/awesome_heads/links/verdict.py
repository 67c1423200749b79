"""What an answer says of a link: that it is alive, refuses programs, or fails."""

from awesome_heads.links.answers import Answer, Fault, State

# What hosts answer that would let a person in, or that would not let this machine in today.
_BLOCKS = {401: "sign-in needed", 403: "forbidden", 407: "proxy", 429: "too many requests"}
_BLOCKS |= {451: "not here, for legal reasons", 999: "no programs"}
_NAMES = {400: "bad request", 404: "not found", 405: "method not allowed", 410: "gone"}
_NAMES |= {406: "not acceptable", 416: "range not satisfiable"}
_NAMES |= {500: "internal error", 502: "bad gateway", 503: "unavailable", 504: "gateway timeout"}
CHALLENGE = "asks its readers to prove that they are people"

_MISSING = {404, 410}
_GOOD, _MOVED, _REFUSED, _BROKEN = 200, 300, 400, 500


def is_refusal(status: int) -> bool:
    """Whether a status may be one for the way of asking rather than for the address."""
    return status >= _REFUSED or 0 < status < _GOOD


def judge(answer: Answer) -> tuple[State, str]:
    """What the last answer on the way makes of a link, and why, as the end of a sentence."""
    status = answer.status
    if answer.fault is not None:
        state = State.PRIVATE if answer.fault is Fault.PRIVATE else State.FAILING
        return state, answer.message
    if status in range(_GOOD, _MOVED):
        return State.ALIVE, ""
    if status in _BLOCKS:
        return State.BLOCKED, f"refuses programs ({status}, {_BLOCKS[status]})"
    if answer.challenge:
        return State.BLOCKED, CHALLENGE
    return State.FAILING, f"{_failure(status)} ({status}{_name(status)})"


def _name(status: int) -> str:
    return f", {_NAMES[status]}" if status in _NAMES else ""


def _failure(status: int) -> str:
    if status in range(_MOVED, _REFUSED):
        return "sends its readers on without saying where"
    if status in _MISSING:
        return "has no such page"
    return "is out of order" if status >= _BROKEN else "rejects the request"

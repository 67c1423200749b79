"""How fast and how patiently links are followed: numbers, and the arithmetic of waiting."""

from dataclasses import dataclass

from awesome_heads.links.answers import Answer

_BUSY = {429, 500, 502, 503, 504}


@dataclass(frozen=True)
class Conduct:
    """How links are followed.

    Attributes:
        pace: Seconds in which a host is left alone after each request.
        attempts: How often one question is asked before its answer stands.
        back_off: Seconds before the second attempt; they double with each further one.
        longest_wait: The longest that a host may make us wait, in seconds.
        redirects: How many addresses may send us on.
        timeout: Seconds without a byte after which a host counts as silent.
        deadline: Seconds that a whole answer may take.
        largest: Bytes of a page that are read.
        workers: How many hosts may be asked at once.
        deaf: Questions in a row without a connection after which a host is not asked again.
        mute: Questions in a row without an answer in time after which it is not asked again.
    """

    pace: float = 1.0
    attempts: int = 3
    back_off: float = 2.0
    longest_wait: float = 60.0
    redirects: int = 10
    timeout: float = 15.0
    deadline: float = 40.0
    largest: int = 32 * 1024
    workers: int = 16
    deaf: int = 3
    mute: int = 9

    def rest(self, answer: Answer, attempt: int, chance: float) -> float:
        """Seconds for which a host is left alone after an answer.

        Args:
            answer: What came back.
            attempt: Which attempt at the question this was, from 1.
            chance: A number from 0 up to 1, so that many machines do not ask in step.
        """
        if not may_pass(answer):
            return self.pace
        wanted = self.back_off * 2.0 ** (attempt - 1) * (0.5 + chance)
        if answer.wait is not None:
            wanted = answer.wait + chance * self.pace
        return min(max(self.pace, wanted), self.longest_wait)

    def gives_up(self, answer: Answer, in_vain: int) -> bool:
        """Whether a host is not to be asked again for any link.

        Args:
            answer: What came back last.
            in_vain: How many questions in a row it gave no answer to.
        """
        if answer.fault is None or not in_vain:
            return self.is_closed(answer)
        return in_vain >= (self.deaf if answer.fault.is_of_the_host else self.mute)

    def is_closed(self, answer: Answer) -> bool:
        """Whether a host wants to be left alone for longer than we wait."""
        asked = answer.status in {429, 503} and answer.wait is not None
        return asked and (answer.wait or 0) > self.longest_wait


def may_pass(answer: Answer) -> bool:
    """Whether asking again in a moment may bring another answer."""
    return answer.status in _BUSY or (answer.fault is not None and answer.fault.may_pass)

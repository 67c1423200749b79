"""The way along one link: what to ask next, until there is an outcome."""

from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urlsplit

from awesome_heads.identifiers import canonical_url, parse_url
from awesome_heads.links.answers import Answer, Fault, Hop, Outcome, Question, State
from awesome_heads.links.pacing import Conduct, may_pass
from awesome_heads.links.pages import doubt, is_challenge, is_sign_in
from awesome_heads.links.verdict import CHALLENGE, is_refusal, judge

_FOR_GOOD = {301, 308}
_REDIRECTS = {300, 301, 302, 303, 307, 308}
_RANGE_REFUSED = 416
_PAGES = ("text/html", "application/xhtml+xml", "")


@dataclass(frozen=True)
class Trail:
    """A link that is being followed.

    Attributes:
        url: Its address.
        conduct: How patient to be.
        question: What to ask next.
        hops: Addresses that sent us on.
        attempt: Which attempt at the question the next one is, from 1.
        outcome: What came of it, once that is known.
    """

    url: str
    conduct: Conduct
    question: Question
    hops: tuple[Hop, ...] = ()
    attempt: int = 1
    outcome: Outcome | None = None

    @classmethod
    def of(cls, url: str, conduct: Conduct) -> "Trail":
        """The beginning of the way."""
        return cls(url, conduct, Question("HEAD", url))

    def after(self, answer: Answer) -> "Trail":
        """The trail once its question was answered."""
        if answer.status in _REDIRECTS and answer.location:
            return self._go_on(answer)
        if self.conduct.is_closed(answer):
            return self._end(answer)
        if may_pass(answer):
            return self._once_more(answer)
        if self._needs_page(answer):
            return replace(self, question=Question("GET", self.question.url), attempt=1)
        if answer.status == _RANGE_REFUSED and self.question.in_part:
            whole = Question("GET", self.question.url, in_part=False)
            return replace(self, question=whole, attempt=1)
        return self._end(answer)

    def _needs_page(self, answer: Answer) -> bool:
        """Whether the answer to `HEAD` alone does not tell."""
        if self.question.method != "HEAD":
            return False
        if answer.fault is not None:
            return answer.fault is Fault.GARBLED
        if is_refusal(answer.status):
            return True
        # Services whose ids we know say honestly what they do not have.
        return answer.kind in _PAGES and parse_url(self.question.url) is None

    def _go_on(self, answer: Answer) -> "Trail":
        hops = (*self.hops, Hop(answer.status, self.question.url))
        target = urldefrag(answer.location).url
        if urlsplit(target).scheme not in {"http", "https"}:
            return self._fail(f"leads to `{answer.location}`, which is not of the web")
        if len(hops) > self.conduct.redirects:
            circle = target in {each.url for each in hops}
            ways = "sends its readers in a circle" if circle else "never stops sending on"
            return self._fail(f"{ways}, after {self.conduct.redirects} redirects")
        question = self.question._replace(url=target)
        return replace(self, hops=hops, question=question, attempt=1)

    def _once_more(self, answer: Answer) -> "Trail":
        """Ask again, the second time by `GET`: some hosts never answer `HEAD`."""
        if self.attempt >= self.conduct.attempts:
            return self._end(answer)
        question = self.question._replace(method="GET")
        return replace(self, question=question, attempt=self.attempt + 1)

    def _fail(self, because: str) -> "Trail":
        return self._close(State.FAILING, because)

    def _end(self, answer: Answer) -> "Trail":
        state, because = judge(answer)
        last = self.question.url
        if state is not State.ALIVE:
            return self._close(state, because)
        if answer.challenge or is_challenge(answer.page):
            return self._close(State.BLOCKED, CHALLENGE)
        if last != self.url and is_sign_in(last) and not is_sign_in(self.url):
            return self._close(State.BLOCKED, "asks its readers to sign in")
        guess = doubt(self.url, last, answer.page)
        target = "" if guess else self._moved_to()
        state = State.MOVED if target else State.ALIVE
        return self._close(state, "", moved_to=target, doubt=guess)

    def _moved_to(self) -> str:
        """The address behind the redirects for good with which the way begins, if any."""
        lasting = 0
        while lasting < len(self.hops) and self.hops[lasting].status in _FOR_GOOD:
            lasting += 1
        ways = [hop.url for hop in self.hops] + [self.question.url]
        target = canonical_url(ways[lasting])
        identifier = parse_url(self.url)
        # A DOI is meant to be cited as it is, wherever it leads.
        if not lasting or (identifier is not None and identifier.scheme == "doi"):
            return ""
        # A host that adds or drops the last slash has moved nothing.
        same = {each.rstrip("/") for each in (self.url, canonical_url(self.url))}
        return "" if target.rstrip("/") in same else target

    def _close(self, state: State, because: str, *, moved_to: str = "", doubt: str = "") -> "Trail":
        last = self.question.url
        outcome = Outcome(self.url, state, because, self.hops, last, moved_to, doubt)
        return replace(self, outcome=outcome)

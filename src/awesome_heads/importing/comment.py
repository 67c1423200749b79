"""What became of an issue, as a comment to post below it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from awesome_heads.importing.draft import Draft
from awesome_heads.importing.wording import quote
from awesome_heads.text import count


class Outcome(NamedTuple):
    """A draft with the path it was written to, or that of the record it repeats."""

    draft: Draft
    written: str = ""
    duplicate: str = ""

    @property
    def taken(self) -> bool:
        """Whether the paper has a record now that it did not have before."""
        return bool(self.written)


def format_comment(outcomes: Sequence[Outcome], remarks: Sequence[str]) -> str:
    """Write what was taken and what is missing, as Markdown for whoever sent the issue."""
    blocks = [block for outcome in outcomes for block in _outcome(outcome)]
    blocks += remarks
    if not all(outcome.taken for outcome in outcomes) or remarks:
        blocks.append("Edit your text above to answer; then it can be read again.")
    return "\n\n".join(["Thank you for your help with the list!", *blocks]) + "\n"


def _outcome(outcome: Outcome) -> Iterator[str]:
    draft = outcome.draft
    name = quote(draft.title) if draft.title else "The paper without a title"
    if not draft.title and draft.urls:
        name = f"The paper at {quote(draft.urls[0])}"
    if outcome.duplicate:
        yield f"{name} is on the list already, as {quote(outcome.duplicate)}."
        yield "If something there is wrong or missing, please say what."
        return
    if outcome.written:
        yield f"{name} has its record now: {quote(outcome.written)}."
    else:
        things = count(len(draft.missing), "thing")
        verb = "is" if len(draft.missing) == 1 else "are"
        yield f"{name} is not on the list yet; {things} {verb} needed:"
        yield "\n".join(f"{number}. {each}" for number, each in enumerate(draft.missing, start=1))
    if draft.remarks:
        yield "Also noticed:"
        yield "\n".join(f"- {each}" for each in draft.remarks)

"""Terms at work together: each walk-through of a vocabulary, drawn and in words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from awesome_heads.model import TOGETHER, Step, Term, Vocabulary, Walkthrough
from awesome_heads.text import count, sentence_list, slugify
from awesome_heads.views.contexts import Neighbour
from awesome_heads.views.drawing import Act, Drawing, drawing
from awesome_heads.views.page import Context, Crumb, Frame, Page, term_page, vocabulary_page
from awesome_heads.views.scene import Scene
from awesome_heads.views.sheet import Said
from awesome_heads.views.tree import TermLine


class Stride(NamedTuple):
    """A step in words; `takes` says what it takes in."""

    group: str
    stage: str
    terms: tuple[TermLine, ...]
    takes: str
    writes: str
    text: str


class Walk(NamedTuple):
    """A walk-through, drawn for wide and for narrow screens and told step by step."""

    anchor: str
    title: str
    about: str
    prompt: str
    answer: str
    drawings: tuple[Drawing, ...]
    strides: tuple[Stride, ...]


@dataclass(frozen=True)
class WalkthroughsPage(Context):
    """The walk-throughs of a vocabulary."""

    frame: Frame
    title: str
    lead: str
    walks: tuple[Walk, ...]


def walkthroughs_page(vocabulary: str) -> str:
    """Path of the page of a vocabulary's walk-throughs."""
    return term_page(vocabulary, TOGETHER)


def walkthrough_pages(scene: Scene) -> Iterator[Page]:
    """Yield a page for each vocabulary that has walk-throughs."""
    for vocabulary in scene.vocabularies:
        if vocabulary.walkthroughs:
            page = walkthroughs_page(vocabulary.id)
            title = f"{vocabulary.title} at work"
            number = count(len(vocabulary.walkthroughs), "example")
            lead = f"{number} of how {vocabulary.title.lower()} work together, step by step."
            crumbs = (Crumb(vocabulary.title, vocabulary_page(vocabulary.id)),)
            walks = tuple(_walk(scene, vocabulary, each) for each in vocabulary.walkthroughs)
            frame = scene.frame(page, title, lead, crumbs)
            yield Page(page, "walkthroughs.html", WalkthroughsPage(frame, title, lead, walks))


def walkthroughs_link(vocabulary: Vocabulary) -> Neighbour | None:
    """Where the walk-throughs of a vocabulary are shown; None where it has none."""
    if not vocabulary.walkthroughs:
        return None
    number = count(len(vocabulary.walkthroughs), "walk-through")
    return Neighbour(f"{vocabulary.title} at work", walkthroughs_page(vocabulary.id), number)


def walkthroughs_with(vocabulary: Vocabulary, term: Term) -> tuple[Neighbour, ...]:
    """The walk-throughs in which a term takes part, and in which of their steps."""
    known, page = vocabulary.by_name, walkthroughs_page(vocabulary.id)
    found = []
    for each in vocabulary.walkthroughs:
        steps = [
            f"{number}"
            for number, step in enumerate(each.steps, start=1)
            if term.name in {known[name].name for name in step.terms}
        ]
        if steps:
            reason = f"step{'s' if len(steps) > 1 else ''} {sentence_list(steps)}"
            where = f"{page}#{_anchor(each)}"
            found.append(Neighbour(each.title, where, f"{reason} of {len(each.steps)}"))
    return tuple(found)


def _anchor(each: Walkthrough) -> str:
    return f"walk-{slugify(each.title)}"


def _walk(scene: Scene, vocabulary: Vocabulary, each: Walkthrough) -> Walk:
    stages = {name: slugify(name) for name in (group.name for group in vocabulary.groups)}
    coloured = stages if vocabulary.id == scene.config.tree else {}
    strides = tuple(_stride(scene, vocabulary, each, step, coloured) for step in each.steps)
    acts = [
        Act(
            step.group,
            stride.stage,
            tuple((term.label, term.page) for term in stride.terms),
            step.reads,
            step.after,
            step.writes,
        )
        for step, stride in zip(each.steps, strides, strict=True)
    ]
    named = (_anchor(each), Said(each.title, _told(each, strides)))
    return Walk(
        _anchor(each),
        each.title,
        each.about,
        _line(each.prompt),
        each.answer,
        (
            drawing(named, each.prompt, acts, each.answer, "wide"),
            drawing(named, each.prompt, acts, each.answer, "narrow"),
        ),
        strides,
    )


def _stride(
    scene: Scene,
    vocabulary: Vocabulary,
    each: Walkthrough,
    step: Step,
    coloured: Mapping[str, str],
) -> Stride:
    known = {vocabulary.by_name[name].name: vocabulary.by_name[name] for name in step.terms}
    pieces = Counter(f"\u201c{each.prompt[place - 1]}\u201d" for place in step.reads)
    takes = [f"{piece} in {n} places" if n > 1 else piece for piece, n in pieces.items()]
    takes += [f"step {number}" for number in step.after]
    return Stride(
        step.group,
        coloured.get(step.group, ""),
        tuple(scene.tree.line(vocabulary, term) for term in known.values()),
        sentence_list(takes),
        step.writes,
        step.text,
    )


def _told(each: Walkthrough, strides: tuple[Stride, ...]) -> str:
    """The picture in words."""
    steps = " ".join(
        f"{number}. {stride.group}: {sentence_list([term.label for term in stride.terms])} "
        f"from {stride.takes}, giving: {stride.writes}."
        for number, stride in enumerate(strides, start=1)
    )
    return f"Prompt: {_line(each.prompt)} \u2026 {steps} Answer: {each.answer}."


def _line(prompt: Sequence[str]) -> str:
    """The pieces of a prompt as a sentence is written, no blank before a comma or full stop."""
    return re.sub(r" (?=[,.;:!?](?: |$))", "", " ".join(prompt))

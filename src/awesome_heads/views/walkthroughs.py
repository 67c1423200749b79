"""Terms at work together: each walk-through of a vocabulary, drawn and in words."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from awesome_heads.language import Language
from awesome_heads.model import TOGETHER, Step, Term, Vocabulary, Walkthrough
from awesome_heads.text import close_up, slugify
from awesome_heads.views.contexts import Neighbour
from awesome_heads.views.drawing import Act, Drawing, drawing
from awesome_heads.views.page import Context, Crumb, Frame, Page, term_page, vocabulary_page
from awesome_heads.views.scene import Scene
from awesome_heads.views.sheet import Said
from awesome_heads.views.tree import TermLine, noun_of


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
            title, lead = _title(vocabulary, scene.language), _lead(vocabulary, scene.language)
            crumbs = (Crumb(vocabulary.title, vocabulary_page(vocabulary.id)),)
            walks = tuple(_walk(scene, vocabulary, each) for each in vocabulary.walkthroughs)
            frame = scene.frame(page, title, lead, crumbs)
            context = WalkthroughsPage(frame, title, lead, walks)
            yield Page(page, "walkthroughs.html", context, scene.but_summaries)


def _title(vocabulary: Vocabulary, language: Language) -> str:
    return language.gettext("%(terms)s at work", terms=vocabulary.title)


def _lead(vocabulary: Vocabulary, language: Language) -> str:
    return language.ngettext(
        "%(number)s example of how %(terms)s work together, step by step.",
        "%(number)s examples of how %(terms)s work together, step by step.",
        len(vocabulary.walkthroughs),
        terms=noun_of(vocabulary, language).many,
    )


def walkthroughs_link(vocabulary: Vocabulary, language: Language) -> Neighbour | None:
    """Where the walk-throughs of a vocabulary are shown; None where it has none."""
    if not vocabulary.walkthroughs:
        return None
    number = language.ngettext(
        "%(number)s walk-through", "%(number)s walk-throughs", len(vocabulary.walkthroughs)
    )
    return Neighbour(_title(vocabulary, language), walkthroughs_page(vocabulary.id), number)


def walkthroughs_with(
    vocabulary: Vocabulary, term: Term, language: Language
) -> tuple[Neighbour, ...]:
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
            reason = language.ngettext(
                "step %(steps)s of %(every)s",
                "steps %(steps)s of %(every)s",
                len(steps),
                steps=language.listed(steps),
                every=len(each.steps),
            )
            found.append(Neighbour(each.title, f"{page}#{_anchor(each)}", reason))
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
    named = (_anchor(each), Said(each.title, _told(each, strides, scene.language)))
    foot = scene.language.gettext("Answer: %(answer)s", answer=each.answer)
    return Walk(
        _anchor(each),
        each.title,
        each.about,
        _line(each.prompt),
        each.answer,
        (
            drawing(named, each.prompt, acts, foot, "wide"),
            drawing(named, each.prompt, acts, foot, "narrow"),
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
    return Stride(
        step.group,
        coloured.get(step.group, ""),
        tuple(scene.tree.line(vocabulary, term) for term in known.values()),
        scene.language.listed([*_takes(each, step, scene.language)]),
        step.writes,
        step.text,
    )


def _takes(each: Walkthrough, step: Step, language: Language) -> Iterator[str]:
    """What a step takes in: pieces of the prompt, then what earlier steps wrote."""
    for piece, places in Counter(each.prompt[place - 1] for place in step.reads).items():
        if places == 1:
            yield language.gettext("\u201c%(piece)s\u201d", piece=piece)
        else:
            yield language.ngettext(
                "\u201c%(piece)s\u201d in %(number)s place",
                "\u201c%(piece)s\u201d in %(number)s places",
                places,
                piece=piece,
            )
    for number in step.after:
        yield language.gettext("step %(number)s", number=number)


def _told(each: Walkthrough, strides: tuple[Stride, ...], language: Language) -> str:
    """The picture in words."""
    _ = language.gettext
    steps = (
        _(
            "%(number)s. %(group)s: %(terms)s from %(takes)s, giving: %(result)s.",
            number=number,
            group=stride.group,
            terms=language.listed([term.label for term in stride.terms]),
            takes=stride.takes,
            result=stride.writes,
        )
        for number, stride in enumerate(strides, start=1)
    )
    return _(
        "Prompt: %(prompt)s \u2026 %(steps)s Answer: %(answer)s.",
        prompt=_line(each.prompt),
        steps=" ".join(steps),
        answer=each.answer,
    )


def _line(prompt: Sequence[str]) -> str:
    """The pieces of a prompt as a sentence is written, no blank before a comma or full stop."""
    return close_up(re.sub(r" (?=[,.;:!?](?: |$))", "", " ".join(prompt)))

"""The README in as many files as it takes, since GitHub shows no more than so much of one."""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from awesome_heads.render.output import Output
from awesome_heads.seal import seal
from awesome_heads.views.page import Page
from awesome_heads.views.readme import Chapter, Readme, Written
from awesome_heads.views.sections import Section

Render = Callable[[Page], Output]

# Bytes of a file at most; GitHub cuts at 512,000.
LARGEST = 400_000
# What a file of papers says around them: far more than it ever is.
_AROUND = 8_000


def part_readme(readme: Readme, render: Render, largest: int) -> Iterator[Output]:
    """Yield the README, and a file for each section or part of one that it has no room for, sealed.

    The newest sections stay whole, as many as there is room for. A section that no single file
    can hold is divided by month, and a month by day.

    Args:
        readme: What to render.
        render: Renders a page.
        largest: Bytes that no file may pass.
    """
    # A README that does not show its papers has none to part with.
    most = largest if readme.holds_papers else math.inf
    chapters = [
        Chapter(section, tuple(_written(section, readme, render, most - _AROUND)))
        for section in readme.sections
    ]
    kept, output = _fitted(readme, chapters, render, most)
    yield output
    for page in readme.volumes(chapters, kept):
        yield _sealed(render(page))


def _sealed(output: Output) -> Output:
    return Output(output.path, seal(output.data.decode()).encode())


def _written(section: Section, readme: Readme, render: Render, room: float) -> Iterator[Written]:
    """The text of a section, or of its parts where it is too long."""
    text = render(readme.rows(section)).data.decode().strip("\n")
    parts = section.divided() if len(text.encode()) > room else (section,)
    if len(parts) == 1:
        yield Written(section, text)
        return
    for part in parts:
        yield from _written(part, readme, render, room)


def _fitted(
    readme: Readme, chapters: Sequence[Chapter], render: Render, most: float
) -> tuple[int, Output]:
    """How many chapters the README has room for, and the README with these."""
    kept = len(list(takewhile(lambda chapter: len(chapter.written) == 1, chapters)))
    while True:
        output = _sealed(render(readme.page(chapters, kept)))
        over = len(output.data) - most
        if over <= 0 or not kept:
            return kept, output
        while over > 0 and kept:
            kept -= 1
            over -= len(chapters[kept].written[0].text.encode())

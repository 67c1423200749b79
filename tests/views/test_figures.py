"""Where the pictures' parts stand."""

from itertools import pairwise

import pytest

from awesome_heads.language import IN_ENGLISH
from awesome_heads.model import Colour, Flow
from awesome_heads.views.charts import statistics_figure
from awesome_heads.views.figures import (
    PALETTES,
    Arrow,
    TaxonomyFigure,
    Theme,
    taxonomy_figure,
)
from awesome_heads.views.tree import Branch, TermLine
from tests.builders import in_another_language, speaking

COLOURS = {"Up": ("#111111", "#eeeeee"), "Down": ("#222222", "#dddddd"), "Out": ("#333333", "#c")}


def _term(label: str, papers: int) -> TermLine:
    return TermLine(label, label.lower(), (), f"tags/{label.lower()}/index.html", papers, "", "")


def _branch(
    label: str, papers: int, *terms: TermLine, inner: tuple[Branch, ...] = (), plain: bool = False
) -> Branch:
    light, dark = COLOURS.get(label, ("", ""))
    colour = None if plain else Colour.model_construct(light=light, dark=dark)
    slug = label.lower()
    return Branch(label, slug, f"group-{slug}", "", colour, papers, terms, inner)


FAST = _branch("Fast", 2, _term("Quick", 2), plain=True)
IDLE = _branch("Idle", 0, plain=True)
UP = _branch("Up", 3, _term("Top", 1), inner=(FAST, IDLE))
DOWN = _branch("Down", 1, _term("Deep", 20), _term("Never", 0))
OUT = _branch("Out", 0)
REST = _branch("Rest", 4, _term("Stray", 4), plain=True)


def _figure(*flows: Flow, theme: Theme = "light") -> TaxonomyFigure:
    return taxonomy_figure("Made-Up", [UP, DOWN, OUT, REST], flows, theme, IN_ENGLISH)


def _arrows(*flows: tuple[str, str, str | None]) -> tuple[Arrow, ...]:
    return _figure(*(Flow(start=a, end=b, label=label) for a, b, label in flows)).arrows


def test_coloured_stages_are_columns_side_by_side() -> None:
    """Columns share the width without touching; stages without colour are not drawn."""
    figure = _figure()
    assert [column.title for column in figure.columns] == ["Up", "Down", "Out"]
    assert [column.note for column in figure.columns] == ["3 papers", "1 paper", "0 papers"]
    for left, right in pairwise(figure.columns):
        assert left.x + figure.column_width < right.x
    assert figure.columns[-1].x + figure.column_width <= figure.width


def test_a_column_lists_its_terms_under_their_groups() -> None:
    """Terms of the stage itself come first; a group without terms is left out."""
    lines = _figure().columns[0].lines
    assert [(line.text, line.note, line.heading) for line in lines] == [
        ("Top", "1", False),
        ("Fast", "", True),
        ("Quick", "2", False),
    ]


def test_lines_go_down_and_stay_inside() -> None:
    """No two lines of a column overlap, and the picture ends below the last."""
    figure = _figure()
    for column in figure.columns:
        assert all(above.y + 12 < below.y for above, below in pairwise(column.lines))
        assert all(line.y < figure.height for line in column.lines)


def test_dots_grow_with_the_papers_up_to_a_limit() -> None:
    """A term that no paper names has a small dot and a dash for its number."""
    top, _, quick = _figure().columns[0].lines
    deep, never = _figure().columns[1].lines
    assert never.radius < top.radius < quick.radius < deep.radius <= 8
    assert never.note == "\u2013"


@pytest.mark.parametrize(("theme", "shade"), [("light", "#111111"), ("dark", "#eeeeee")])
def test_colours_are_those_of_the_theme(theme: Theme, shade: str) -> None:
    """Stages have a colour for each background, and the rest its palette."""
    figure = _figure(theme=theme)
    assert figure.columns[0].colour == shade
    assert figure.palette == PALETTES[theme]


def test_room_for_arrows_is_made_only_where_there_are_some() -> None:
    """Without flows the columns start at the top."""
    assert _figure().header == 0
    assert _figure(Flow(start="Up", end="Down")).header > 0


def test_arrows_forth_are_high_and_solid_and_those_back_low_and_dashed() -> None:
    """Both go from middle to middle, in the colour of where they start."""
    forth, back = _arrows(("Up", "Down", "Heat"), ("Down", "Up", None))
    assert (forth.back, forth.label, forth.colour, forth.marker) == (False, "Heat", "#111111", 1)
    assert (back.back, back.label, back.colour, back.marker) == (True, "", "#222222", 2)
    assert forth.x == back.x
    assert forth.y < back.y


def test_arrows_over_more_columns_rise_higher() -> None:
    """A longer way is drawn above a shorter one."""
    near, far = _arrows(("Up", "Down", None), ("Up", "Out", None))
    assert far.y < near.y
    assert near.path.startswith("M")


def test_arrows_to_what_is_not_drawn_are_left_out() -> None:
    """A stage without a column can neither send nor take."""
    assert _arrows(("Up", "Rest", None), ("Rest", "Up", None)) == ()


def test_the_picture_is_told_in_words() -> None:
    """Its description names each column and how many terms it has."""
    figure = _figure()
    assert figure.title == "Made-Up: the groups and what belongs to each"
    assert figure.description == (
        "Columns from left to right: Up (2 terms), Down (2 terms), Out (0 terms)."
    )


def test_a_tree_without_stages_is_an_empty_picture() -> None:
    """Nothing to draw is no failure."""
    figure = taxonomy_figure("Made-Up", [], [], "light", IN_ENGLISH)
    assert (figure.columns, figure.arrows) == ((), ())
    assert figure.height > 0


YEARS = (("Long Ago", 5), ("2023", 0), ("2024", 10))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_bars_by_year_stand_on_one_line(theme: Theme) -> None:
    """Their heights go by their numbers, oldest on the left."""
    years, _ = statistics_figure(YEARS, [UP], theme, IN_ENGLISH).charts
    assert years.upright
    assert years.title == "2024 brought the most papers, 10"
    assert [(bar.label, bar.value) for bar in years.bars] == list(YEARS)
    assert {bar.y + bar.height for bar in years.bars} == {216}
    low, none, high = (bar.height for bar in years.bars)
    assert (none, high) == (0, 2 * low)
    assert all(left.x + left.width < right.x for left, right in pairwise(years.bars))


def test_bars_by_stage_lie_below_one_another() -> None:
    """Their lengths go by their numbers; a stage without colour is grey."""
    _, stages = statistics_figure(YEARS, [UP, REST], "dark", IN_ENGLISH).charts
    assert not stages.upright
    first, second = stages.bars
    assert (first.colour, second.colour) == ("#eeeeee", PALETTES["dark"].muted)
    assert (first.label, first.value, second.label, second.value) == ("Up", 3, "Rest", 4)
    assert second.width > first.width
    assert first.y + first.height < second.y


def test_many_stages_still_fit() -> None:
    """The more bars, the closer they lie."""
    figure = statistics_figure(YEARS, [UP] * 12, "light", IN_ENGLISH)
    last = figure.charts[1].bars[-1]
    assert last.y + last.height < figure.height


def test_a_year_alone_is_no_wide_block() -> None:
    """A bar has a largest width."""
    (bar,) = statistics_figure((("2024", 1),), [UP], "light", IN_ENGLISH).charts[0].bars
    assert bar.width == 48


def test_without_papers_the_charts_say_so() -> None:
    """Years and stages may be there and hold nothing."""
    empty = statistics_figure((("2024", 0),), [OUT], "light", IN_ENGLISH)
    assert [chart.title for chart in empty.charts] == ["No papers yet", "No papers yet"]
    assert [chart.bars for chart in statistics_figure((), (), "light", IN_ENGLISH).charts] == [
        (),
        (),
    ]


def test_the_chart_is_told_in_words() -> None:
    """Every year's number stands in the description."""
    figure = statistics_figure(YEARS, [UP], "light", IN_ENGLISH)
    assert figure.description == "Long Ago: 5; 2023: 0; 2024: 10"


def test_the_pictures_speak_the_language_of_the_list() -> None:
    """Their sentences and their counts are translated."""
    german = in_another_language({"%(stage)s is studied most": "Meist erforscht: %(stage)s"})
    _, stages = statistics_figure(YEARS, [UP], "light", german).charts
    assert stages.title == "Meist erforscht: Up"
    czech = speaking("""
msgid "%(stage)s (%(number)s term)"
msgid_plural "%(stage)s (%(number)s terms)"
msgstr[0] "%(stage)s (%(number)s pojem)"
msgstr[1] "%(stage)s (%(number)s pojmy)"
msgstr[2] "%(stage)s (%(number)s pojmů)"
""")
    assert "Up (2 pojmy)" in taxonomy_figure("Made-Up", [UP], [], "light", czech).description

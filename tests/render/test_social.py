"""The picture shown where a page is shared, as it is drawn."""

import io
import subprocess
import sys
from collections.abc import Mapping

import pytest
from PIL import Image

from awesome_heads.language import IN_ENGLISH
from awesome_heads.library import Library
from awesome_heads.project import Project
from awesome_heads.render import Output, Theme
from awesome_heads.render.social import draw
from awesome_heads.views.social import SOCIAL, Label, SocialCard, social_card
from awesome_heads.views.tree import Tree
from tests.builders import a_config, a_library, a_paper, a_vocabulary
from tests.lists import environment

BACKGROUND, INK = (255, 255, 255), (0, 0, 0)


def _card(library: Library, **settings: object) -> SocialCard:
    config = a_config(**settings)
    return social_card(config, library, Tree(library, config.tree).stages, IN_ENGLISH)


def _staged(first: int, second: int) -> Library:
    """Papers of two coloured stages and of one without colour."""
    colours = [{"light": "#aa0000", "dark": "#ff0000"}, {"light": "#0000aa", "dark": "#0000ff"}]
    groups: list[dict[str, object]] = [
        {"name": "First", "colour": colours[0]},
        {"name": "Second", "colour": colours[1]},
        {"name": "Rest"},
    ]
    terms = [{"name": f"T{each['name']}", "group": [each["name"]]} for each in groups]
    tags = a_vocabulary(terms=terms, groups=groups)
    wanted = ["TFirst"] * first + ["TSecond"] * second + ["TRest"]
    papers = [a_paper(id=f"p{place}", tags=[tag]) for place, tag in enumerate(wanted)]
    return a_library(*papers, vocabularies=[tags])


def _drawn(*labels: Label, width: int = 400) -> Image.Image:
    card = SocialCard(width, 100, "#ffffff", "", labels, ())
    return Image.open(io.BytesIO(draw(card)))


def _inked(picture: Image.Image) -> tuple[int, int, int, int] | None:
    """The box of what is not background."""
    return Image.eval(picture.convert("L"), lambda value: 255 - value).getbbox()


def _label(text: str, width: float = 380, lines: int = 1) -> Label:
    return Label(10, 50, width, 30, lines, text, "#000000")


@pytest.mark.parametrize("name", ["small_site", "real_site"])
def test_the_picture_is_as_large_as_pages_say(name: str, request: pytest.FixtureRequest) -> None:
    """A PNG of 1200 by 630, in the site's colours, light enough for any service."""
    site: Mapping[str, Output] = request.getfixturevalue(name)
    picture = Image.open(io.BytesIO(site[SOCIAL].data))
    assert (picture.format, picture.size, picture.mode) == ("PNG", (1200, 630), "RGB")
    assert picture.getpixel((2, 2)) == (253, 252, 250)
    assert len(site[SOCIAL].data) < 100_000


def test_the_same_list_gives_the_same_bytes(
    small: Project, small_site: Mapping[str, Output]
) -> None:
    """No time, name or place of the machine is written into it."""
    again = draw(_scene_card(small))
    assert again == small_site[SOCIAL].data
    assert Image.open(io.BytesIO(again)).info == {}


def _scene_card(project: Project) -> SocialCard:
    library, config = project.library, project.config
    return social_card(config, library, Tree(library, config.tree).stages, IN_ENGLISH)


def test_stages_are_columns_of_their_papers() -> None:
    """Heights are in proportion, colours the stages' own; what has no stage is left out."""
    card = _card(_staged(4, 2))
    assert [column.colour for column in card.columns] == ["#aa0000", "#0000aa"]
    assert card.columns[0].height == 2 * card.columns[1].height
    assert len({column.y + column.height for column in card.columns}) == 1
    picture = Image.open(io.BytesIO(draw(card)))
    for column, colour in zip(card.columns, [(170, 0, 0), (0, 0, 170)], strict=True):
        middle = (int(column.x + column.width / 2), int(column.y + column.height / 2))
        assert picture.getpixel(middle) == colour
    texts = [label.text for label in card.labels]
    assert {"First", "Second", "4 papers", "2 papers"} <= set(texts)
    assert "Rest" not in texts


def test_a_list_without_stages_shows_its_years() -> None:
    """The latest dozen, from left to right."""
    papers = [a_paper(id=f"p{year}", date=f"{year}-01-01") for year in range(2000, 2020)]
    card = _card(a_library(*papers))
    assert [
        label.text for label in card.labels if label.text.startswith("20") and len(label.text) == 4
    ] == [str(year) for year in range(2008, 2020)]
    assert len(card.columns) == 12
    assert card.columns[-1].x + card.columns[-1].width <= 1120


def test_an_empty_list_has_a_picture() -> None:
    """A list that just began shows its name."""
    vocabularies = [a_vocabulary(), a_vocabulary("venues", ["arXiv"])]
    card = _card(a_library(vocabularies=vocabularies))
    assert card.columns == ()
    assert card.labels[1].text == "0 papers, 1 tag"
    assert Image.open(io.BytesIO(draw(card))).size == (1200, 630)


def test_the_picture_says_how_much_there_is() -> None:
    """Number of papers and terms, and the years."""
    papers = [a_paper(id="a"), a_paper(id="b", date="2019-01-01")]
    several, one = _card(a_library(*papers)), _card(a_library(papers[0]))
    assert several.labels[1].text == "2 papers, 1 tag, 2019 to 2024"
    assert one.labels[1].text == "1 paper, 1 tag, 2024"


def test_the_description_is_the_same_for_any_number_of_papers() -> None:
    """It stands in the head of every page, and a new paper must not change them all."""
    papers = [a_paper(id="a"), a_paper(id="b", date="2019-01-01")]
    assert _card(a_library(*papers)).words == _card(a_library()).words


def test_words_are_drawn_where_they_belong() -> None:
    """A label stands on its line, within its box."""
    box = _inked(_drawn(_label("Heads")))
    assert box is not None
    assert (box[0] >= 10, box[3]) == (True, 50)


@pytest.mark.parametrize("lines", [1, 2])
def test_long_words_are_made_smaller(lines: int) -> None:
    """A text that would leave its box is drawn smaller, or over more lines where it may."""
    box = _inked(_drawn(_label("Copying heads in a model of heads", 250, lines)))
    assert box is not None
    assert box[2] <= 260
    assert (box[3] > 60) == (lines == 2)


@pytest.mark.parametrize(
    "text",
    [
        "面包",
        "Brötchen",
        "Heads \U0001f9e0",
        "\u0645\u0631\u062d\u0628\u0627",
        "W" * 200,
        "  ",
        "a\x00b",
    ],
)
def test_what_cannot_be_drawn_is_left_out(text: str) -> None:
    """No boxes stand in for letters that the font lacks, and nothing runs over the edge."""
    assert _inked(_drawn(_label(text))) is None


def test_a_lists_own_picture_wins(small: Project) -> None:
    """A static file of the same name is served as it is, and the other is not drawn."""
    own = Theme({SOCIAL: b"mine"})
    site = Project(small.config, small.library, own, "").site()
    assert site[SOCIAL].data == b"mine"


def test_nothing_is_loaded_for_a_picture_that_is_not_drawn() -> None:
    """Other commands start without the library that draws."""
    code = "import sys, awesome_heads.cli; sys.exit('PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], env=environment(), check=False)
    assert done.returncode == 0

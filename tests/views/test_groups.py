"""The pages of groups."""

from awesome_heads.views.contexts import Neighbour
from awesome_heads.views.groups import GroupPage, group_pages
from awesome_heads.views.page import Crumb, File, Page
from awesome_heads.views.scene import Scene
from tests.builders import a_config, a_library, a_paper, a_vocabulary

COLOUR = {"light": "#8a6e00", "dark": "#d7bc66"}
TAGS = a_vocabulary(
    title="Runners",
    singular="Runner",
    terms=(
        {"name": "Quick", "group": ["Up", "Fast"], "properties": {"at": "low"}},
        {"name": "Swift", "group": ["Up", "Fast"]},
        {"name": "Top", "group": ["Up"]},
        {"name": "Deep", "group": ["Down"]},
        {"name": "Loose"},
    ),
    groups=[
        {"name": "Up", "description": "Rises.", "colour": COLOUR, "groups": [{"name": "Fast"}]},
        {"name": "Down", "colour": COLOUR},
        {"name": "Void"},
    ],
    flows=[
        {"start": "Up", "end": "Down", "label": "Heat"},
        {"start": "Down", "end": "Up"},
    ],
    properties={"at": {"label": "Height", "description": "?", "scale": ["low", "high"]}},
)
PAPERS = (
    a_paper(id="a", date="2024-01-01", tags=["Quick", "Top"]),
    a_paper(id="b", date="2024-02-01", tags=["Quick"]),
    a_paper(id="c", date="2024-03-01", tags=["Top"]),
    a_paper(id="d", date="2024-04-01", tags=["Loose"]),
)
SCENE = Scene(a_config(), a_library(*PAPERS, vocabularies=[TAGS]))


def _groups() -> dict[str, GroupPage]:
    found = {}
    for each in group_pages(SCENE, TAGS):
        if isinstance(each, Page):
            assert isinstance(each.context, GroupPage)
            found[each.path] = each.context
    return found


def test_every_group_has_a_page() -> None:
    """On all levels, outer ones first; terms without a group are in none."""
    assert list(_groups()) == [
        "tags/group/up/index.html",
        "tags/group/up/fast/index.html",
        "tags/group/down/index.html",
        "tags/group/void/index.html",
    ]


def test_a_group_lists_the_papers_of_all_that_is_in_it() -> None:
    """Each paper once, newest first, whichever of its terms belongs there."""
    groups = _groups()
    rows = {path: [row.id for row in page.rows] for path, page in groups.items()}
    assert rows["tags/group/up/index.html"] == ["c", "b", "a"]
    assert rows["tags/group/up/fast/index.html"] == ["b", "a"]
    assert rows["tags/group/void/index.html"] == []
    assert groups["tags/group/up/index.html"].tally == "3 runners \u00b7 3 papers"
    assert groups["tags/group/down/index.html"].tally == "1 runner \u00b7 0 papers"


def test_a_group_offers_its_papers() -> None:
    """What is named is there; where no paper belongs, there is nothing to take."""
    files = {each.path for each in group_pages(SCENE, TAGS) if isinstance(each, File)}
    named = {file.page for page in _groups().values() for file in page.downloads}
    assert files == named
    assert any(path.startswith("tags/group/up/papers.") for path in files)
    assert _groups()["tags/group/void/index.html"].downloads == ()


def test_a_stage_says_what_flows() -> None:
    """Out and in, each end with its page and what travels; groups inside a stage have none."""
    up = _groups()["tags/group/up/index.html"]
    down = "tags/group/down/index.html"
    assert up.flows_out == (Neighbour("Down", down, "Heat"),)
    assert up.flows_in == (Neighbour("Down", down, ""),)
    fast = _groups()["tags/group/up/fast/index.html"]
    assert (fast.flows_out, fast.flows_in) == ((), ())


def test_a_group_stands_below_its_own() -> None:
    """The way to it, and the stage whose colour it has."""
    fast = _groups()["tags/group/up/fast/index.html"]
    assert fast.frame.crumbs == (
        Crumb("Runners", "tags/index.html"),
        Crumb("Up", "tags/group/up/index.html"),
    )
    assert (fast.stage, fast.branch.label) == ("up", "Fast")
    assert fast.miniature is not None
    assert _groups()["tags/group/void/index.html"].miniature is None


def test_a_group_is_described_by_its_meaning_or_its_numbers() -> None:
    """Search engines are told the meaning, and where there is none, how much it holds."""
    groups = _groups()
    assert groups["tags/group/up/index.html"].frame.description == "Rises."
    described = groups["tags/group/down/index.html"].frame.description
    assert described == "Down: 1 runner \u00b7 0 papers in Made-Up Heads."


def test_a_group_sums_up_its_scale() -> None:
    """Terms by step, where any says so."""
    groups = _groups()
    depths = groups["tags/group/up/index.html"].depths
    assert depths is not None
    assert [(each.label, each.terms) for each in depths.counts] == [
        ("low", 1),
        ("high", 0),
        ("not said", 2),
    ]
    assert groups["tags/group/down/index.html"].depths is None


def test_groups_of_one_path_share_a_page() -> None:
    """A list that holds a group twice, which a check tells, can still be built."""
    twice = a_vocabulary(groups=[{"name": "Up"}, {"name": "Up"}])
    scene = Scene(a_config(), a_library(vocabularies=[twice]))
    assert len(list(group_pages(scene, twice))) == 1

"""A vocabulary's tree, its counts, and the stages it gives to terms and papers."""

import pytest

from awesome_heads.library import Library
from awesome_heads.views.tree import StageCount, Tree, group_anchor
from tests.builders import a_library, a_paper, a_vocabulary, speaking

COLOUR = {"light": "#112233", "dark": "#aabbcc"}
TAGS = a_vocabulary(
    terms=(
        {"name": "Quick", "group": ["Up", "Fast"], "aliases": ["Rapid"], "description": "Runs."},
        {"name": "Slow", "group": ["Up", "Idle"]},
        {"name": "Top", "group": ["Up"]},
        {"name": "Deep", "group": ["Down"]},
        {"name": "Loose"},
    ),
    groups=[
        {
            "name": "Up",
            "description": "Rises.",
            "colour": COLOUR,
            "groups": [{"name": "Fast"}, {"name": "Idle"}],
        },
        {"name": "Down"},
        {"name": "Void & More"},
    ],
)


@pytest.fixture
def library() -> Library:
    """Four papers: the first names three terms of one stage."""
    return a_library(
        a_paper(id="a", tags=["Rapid", "Slow", "Top"]),
        a_paper(id="b", tags=["Quick", "Deep"]),
        a_paper(id="c", tags=["Quick", "Loose"]),
        a_paper(id="d", tags=["Loose"]),
        vocabularies=[TAGS, a_vocabulary("glossary", ["Word"], on_records=False)],
    )


@pytest.fixture
def tree(library: Library) -> Tree:
    """The branches of that library."""
    return Tree(library, "tags")


def test_branches_follow_the_declared_groups(tree: Tree) -> None:
    """Groups stand in the file's order, used or not, and terms without group come last."""
    assert [branch.label for branch in tree.stages] == ["Up", "Down", "Void & More", "Others"]
    assert [branch.label for branch in tree.stages[0].branches] == ["Fast", "Idle"]


def test_a_paper_counts_once_a_branch(tree: Tree) -> None:
    """A paper with three terms of a stage, one by its alias, is one paper of that stage."""
    assert [branch.papers for branch in tree.stages] == [3, 1, 0, 2]
    assert [branch.papers for branch in tree.stages[0].branches] == [3, 1]


def test_a_branch_says_what_its_group_says(tree: Tree) -> None:
    """Description and colour are the group's own; a group without them has none."""
    up, down, void, others = tree.stages
    assert (up.description, up.slug, up.anchor) == ("Rises.", "up", "group-up")
    assert up.colour is not None
    assert up.colour.dark == "#aabbcc"
    assert (down.description, down.colour) == ("", None)
    assert void.anchor == "group-void-more"
    assert others.anchor == "group-others"
    assert up.branches[0].anchor == "group-up-fast"


def test_terms_stand_where_their_group_is(tree: Tree) -> None:
    """A branch holds its own terms; `every_term` adds those further down."""
    up = tree.stages[0]
    assert [term.label for term in up.terms] == ["Top"]
    assert [term.label for term in up.every_term] == ["Top", "Quick", "Slow"]
    assert [term.label for term in tree.stages[3].every_term] == ["Loose"]


def test_the_most_studied_come_first(tree: Tree) -> None:
    """Terms are ranked by papers, then by name; unused ones are left out."""
    up = tree.stages[0]
    assert [term.label for term in up.most_studied(5)] == ["Quick", "Slow", "Top"]
    assert [term.label for term in up.most_studied(2)] == ["Quick", "Slow"]
    assert tree.stages[2].most_studied(5) == ()


def test_a_line_tells_all_of_a_term(tree: Tree) -> None:
    """A term's line has its page, its papers, its other names, its meaning and its stage."""
    quick = tree.stages[0].branches[0].terms[0]
    assert quick.page == "tags/quick/index.html"
    assert (quick.slug, quick.papers, quick.aliases) == ("quick", 3, ("Rapid",))
    assert (quick.description, quick.stage) == ("Runs.", "up")


def test_terms_that_records_cannot_name_have_no_page(tree: Tree) -> None:
    """A glossary's terms lead nowhere and belong to no stage."""
    (branch,) = tree.branches("glossary")
    assert [(term.label, term.page, term.stage) for term in branch.terms] == [("Word", "", "")]


def test_a_vocabulary_without_groups_is_one_branch(library: Library) -> None:
    """Where no term has a group, the one branch is called what the vocabulary is called."""
    (branch,) = Tree(library, "tags").branches("venues")
    assert (branch.label, branch.papers) == ("Venues", 4)


def test_a_tree_without_loose_terms_has_no_branch_for_them() -> None:
    """`Others` is there only for terms without a group."""
    tags = a_vocabulary(terms=[{"name": "Deep", "group": ["Down"]}], groups=[{"name": "Down"}])
    library = a_library(a_paper(tags=["Deep"]), vocabularies=[tags])
    assert [branch.label for branch in Tree(library, "tags").stages] == ["Down"]


def test_branches_are_made_once(tree: Tree) -> None:
    """Asking twice gives the same value."""
    assert tree.branches("tags") is tree.branches("tags")


def test_stage_counts_leave_out_what_no_paper_touches(tree: Tree, library: Library) -> None:
    """Counts are of the papers given, each once a stage, in the order of the stages."""
    by_id = {paper.id: paper for paper in library.papers}
    assert tree.stage_counts([by_id["a"], by_id["b"], by_id["d"]]) == (
        StageCount("Up", "up", 2),
        StageCount("Down", "down", 1),
    )
    assert tree.stage_counts([]) == ()


@pytest.mark.parametrize(
    ("vocabulary", "name", "expected"),
    [("tags", "Quick", "up"), ("tags", "Loose", ""), ("venues", "arXiv", "")],
)
def test_only_the_lists_own_tree_gives_stages(
    vocabulary: str, name: str, expected: str, tree: Tree, library: Library
) -> None:
    """A term's stage is its outermost group, in the one vocabulary that orders the list."""
    term = library.vocabularies[vocabulary].by_name[name]
    assert tree.stage_of(vocabulary, term) == expected


def test_another_vocabulary_may_give_the_stages(library: Library) -> None:
    """Which vocabulary orders the list is the list's own choice."""
    tree = Tree(library, "venues")
    assert [stage.label for stage in tree.stages] == ["Venues"]
    assert tree.stage_of("tags", TAGS.by_name["Quick"]) == ""


def test_an_anchor_holds_the_whole_path() -> None:
    """Two groups of one name below different stages have different anchors."""
    assert group_anchor(("Up", "Fast & Far")) == "group-up-fast-far"
    assert group_anchor(("Down", "Fast & Far")) == "group-down-fast-far"


def test_groups_have_pages_where_records_name_their_terms(tree: Tree) -> None:
    """Neither terms without a group, nor a vocabulary that is only read, make such pages."""
    up, *_, others = tree.branches("tags")
    assert [branch.page for branch in (up, *up.branches)] == [
        "tags/group/up/index.html",
        "tags/group/up/fast/index.html",
        "tags/group/up/idle/index.html",
    ]
    assert others.page == ""
    glossary = a_vocabulary(
        "glossary", [{"name": "Word", "group": ["A"]}], groups=[{"name": "A"}], on_records=False
    )
    read = Tree(a_library(vocabularies=[glossary]), "tags").branches("glossary")
    assert [branch.page for branch in read] == [""]


def test_a_line_says_where_its_term_stands() -> None:
    """The scale's label and the steps, in words."""
    tags = a_vocabulary(
        terms=[{"name": "Quick", "properties": {"at": "low/high"}}, "Slow"],
        properties={"at": {"label": "Height", "description": "?", "scale": ["low", "high"]}},
    )
    (branch,) = Tree(a_library(vocabularies=[tags]), "tags").branches("tags")
    assert [line.depth for line in branch.terms] == ["Height: low and high", ""]


def test_terms_without_a_group_stand_under_a_word_of_the_language(library: Library) -> None:
    """What readers see is translated; anchor and slug are the same in every language."""
    czech = speaking('msgctxt "terms without a group"\nmsgid "Others"\nmsgstr "Ostatní"')
    rest = Tree(library, "tags", czech).stages[-1]
    assert (rest.label, rest.slug, rest.anchor) == ("Ostatní", "others", "group-others")

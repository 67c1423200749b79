"""Terms renamed and merged, as edits of the files that name them."""

import datetime as dt
from collections.abc import Callable, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from awesome_heads import checks, project
from awesome_heads.checks import Case
from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.records import Source
from awesome_heads.records.files import ListFiles, sort_files
from awesome_heads.renaming import govern, merge, rename
from tests.builders import record_text, settings_text

TODAY = dt.date(2026, 1, 15)
HEADER = "title: Things\nsingular: Thing\ndescription: All things.  # kept\n\nterms:\n"
TAGS = (
    "  # of one\n"
    "  - name: One Head\n"
    "    aliases:\n"
    "      - Uno Head\n"
    "    description: The first.\n"
    "  - name: 'Two Head'  # quoted\n"
    "    description: The second.\n"
    "  - name: Three Head\n"
    "    aliases:\n"
    "      - Tres Head\n"
    "      - Drei Head\n"
)
VENUES = "  - name: arXiv\n  - name: CRM\n    aliases:\n    - ReadMach\n  - name: Letters\n"


def a_list(tags: str = TAGS, venues: str = VENUES, **records: str) -> ListFiles:
    """The files of a list with these terms and these records."""
    texts = {
        "list.yaml": settings_text(),
        "CITATION.bib": "@misc{a,\n}\n",
        "taxonomy/tags.yaml": HEADER + tags,
        "taxonomy/venues.yaml": HEADER + venues,
        **{f"papers/2024/{name}.yaml": text for name, text in records.items()},
    }
    return sort_files(Source(path, text.encode()) for path, text in texts.items())


def a_record(tags: str, number: int = 1, venue: str = "arXiv") -> str:
    """The text of a record whose tags are written like this."""
    text = record_text(
        title=f"Heads in Model {number}",
        tags=["TAGS"],
        links={"paper": f"https://papers.example/{number}"},
    )
    return text.replace("tags:\n- TAGS\n", f"tags: {tags}\n").replace(
        "venue: arXiv", f"venue: {venue}"
    )


def case(files: ListFiles) -> Case:
    """The list as the rules see it, which must be valid."""
    found = project.assemble(files, TODAY)
    assert [str(each) for each in checks.run(found, blocking_only=True)] == []
    return found


def renamed(files: ListFiles, old: str, new: str, vocabulary: str = "tags") -> Mapping[str, str]:
    """The files that a rename changes, after which the list is valid."""
    outputs = rename(case(files), vocabulary, old, new)
    case(files.with_files(Source(*output) for output in outputs))
    return {output.path: output.data.decode() for output in outputs}


def merged(
    files: ListFiles, names: list[str], into: str, vocabulary: str = "tags"
) -> Mapping[str, str]:
    """The files that a merge changes, after which the list is valid."""
    outputs = merge(case(files), vocabulary, names, into)
    case(files.with_files(Source(*output) for output in outputs))
    return {output.path: output.data.decode() for output in outputs}


TAGS_FILE = "taxonomy/tags.yaml"
A = "papers/2024/a.yaml"


# Renaming


def test_a_rename_changes_the_name_and_keeps_the_old_one() -> None:
    """Vocabulary and records say the new name; the old one joins the aliases."""
    record = a_record("[One Head, Two Head]  # kept")
    files = a_list(a=record, b=a_record("[Three Head]", 2))
    text = HEADER + TAGS
    assert renamed(files, "One Head", "First Head") == {
        A: record.replace("One Head", "First Head"),
        TAGS_FILE: text.replace("One Head", "First Head").replace(
            "      - Uno Head\n", "      - Uno Head\n      - One Head\n"
        ),
    }


def test_aliases_are_begun_where_there_are_none() -> None:
    """The new list stands below the name, whose quotes and comment stay."""
    made = renamed(a_list(), "Two Head", "Second Head")
    assert made[TAGS_FILE] == (HEADER + TAGS).replace(
        "  - name: 'Two Head'  # quoted\n",
        "  - name: 'Second Head'  # quoted\n    aliases: [Two Head]\n",
    )


def test_a_rename_to_an_alias_exchanges_the_two() -> None:
    """What was an alias is the name, and what was the name stands in its place."""
    record = a_record("[Three Head, One Head]")
    made = renamed(a_list(a=record), "Three Head", "Drei Head")
    assert made == {
        A: record.replace("Three Head", "Drei Head"),
        TAGS_FILE: HEADER
        + TAGS.replace("Three Head", "X")
        .replace("Drei Head", "Three Head")
        .replace("X", "Drei Head"),
    }


def test_a_record_that_names_both_keeps_one() -> None:
    """A record with the old name and the new one, then an alias, names the term once."""
    made = renamed(a_list(a=a_record("[Uno Head, Two Head, One Head]")), "One Head", "Uno Head")
    assert "tags: [Uno Head, Two Head]\n" in made[A]


def test_aliases_in_records_are_left_alone() -> None:
    """An alias still means the term; `check --fix` writes the name."""
    made = renamed(a_list(a=a_record("[Uno Head]")), "One Head", "First Head")
    assert list(made) == [TAGS_FILE]


@pytest.mark.parametrize(
    "new", ["Head: One", "One, Head", "[One]", "It's One", '"One"', "# 1", "面包 Head", "1", "No"]
)
def test_a_name_is_quoted_where_it_must_be(new: str) -> None:
    """Whatever the new name holds, every file says just that name."""
    files = a_list(a=a_record("[One Head, 'Two Head']"), b=a_record("\n  - One Head # 1", 2))
    outputs = rename(case(files), "tags", "One Head", new)
    after = case(files.with_files(Source(*output) for output in outputs))
    assert [paper.tags[0] for _, paper in after.papers] == [new, new]
    assert after.vocabularies[0][1].terms[0].name == new


@pytest.mark.parametrize("aliases", ["[Uno Head]", "[]", "['Uno Head',]"])
def test_aliases_may_stand_in_brackets(aliases: str) -> None:
    """The usual way of writing them is as good as any."""
    tags = f"  - name: One Head\n    aliases: {aliases}\n  - name: Two Head\n"
    made = renamed(a_list(tags), "One Head", "First Head")
    assert "One Head" in made[TAGS_FILE]


def test_a_venue_is_renamed_in_both_places() -> None:
    """`venue` and `published.venue` name venues."""
    record = record_text(tags=["One Head"], venue="CRM") + "published: {venue: CRM, date: 2024}\n"
    made = renamed(a_list(a=record), "CRM", "Reading Machines", "venues")
    assert made[A] == record.replace("CRM", "Reading Machines")
    assert list(made) == [A, "taxonomy/venues.yaml"]


@pytest.mark.parametrize(
    ("new", "owner"),
    [("Two Head", "Two Head"), ("Tres Head", "Three Head")],
)
def test_a_name_that_is_taken_is_refused(new: str, owner: str) -> None:
    """The hint is the command that merges the two."""
    with pytest.raises(UsageError, match=f"`{new}` already names `{owner}`") as raised:
        rename(case(a_list()), "tags", "One Head", new)
    assert raised.value.hint.endswith(f"awesome-heads tags merge 'One Head' --into '{owner}'")


def test_a_term_cannot_be_renamed_to_its_own_name() -> None:
    """There is nothing to rename, which is said at once."""
    with pytest.raises(UsageError):
        rename(case(a_list()), "tags", "One Head", "One Head")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("One Haed", "did you mean `One Head`?"),
        ("Uno Head", "did you mean `One Head`?"),
        ("one-head", "did you mean `One Head`?"),
        ("Something Else Entirely", "see `awesome-heads tags list`"),
    ],
)
def test_an_unknown_term_is_refused(name: str, hint: str) -> None:
    """The hint names the term that was probably meant, also for its alias."""
    listed = case(a_list())
    asks: tuple[Callable[[], object], ...] = (
        lambda: rename(listed, "tags", name, "New"),
        lambda: merge(listed, "tags", [name], "One Head"),
        lambda: merge(listed, "tags", ["One Head"], name),
    )
    for ask in asks:
        with pytest.raises(UsageError, match=r"is no term of taxonomy/tags\.yaml") as raised:
            ask()
        assert raised.value.hint == hint


def test_an_unknown_vocabulary_is_refused() -> None:
    """The hint lists those that there are."""
    with pytest.raises(UsageError, match="there is no vocabulary `tag`") as raised:
        govern(case(a_list()), "tag")
    assert raised.value.hint == "those of taxonomy/: tags, venues"


def test_a_file_that_cannot_be_edited_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the surroundings allow no edit the command ends in a message, not in half a rename."""
    monkeypatch.setattr("awesome_heads.renaming.replace_text", lambda *_: None)
    with pytest.raises(AwesomeHeadsError, match="cannot be edited line by line") as raised:
        rename(case(a_list()), "tags", "One Head", "New Head")
    assert raised.value.message.startswith("taxonomy/tags.yaml ")
    assert raised.value.hint


def test_a_name_that_is_no_text_is_refused() -> None:
    """Bytes of a command line that are no UTF-8 end in a message."""
    with pytest.raises(AwesomeHeadsError):
        rename(case(a_list()), "tags", "One Head", "Caf\udce9")


# Merging


def test_a_merge_keeps_every_name() -> None:
    """The names and aliases of what goes are aliases of what stays, and records say its name."""
    record = a_record("[Two Head, Three Head]")
    made = merged(a_list(a=record, b=a_record("[One Head]", 2)), ["Three Head"], "One Head")
    assert made == {
        A: record.replace("Three Head", "One Head"),
        TAGS_FILE: HEADER
        + TAGS[: TAGS.index("  - name: Three Head")].replace(
            "      - Uno Head\n",
            "      - Uno Head\n      - Three Head\n      - Tres Head\n      - Drei Head\n",
        ),
    }


@pytest.mark.parametrize(
    "into",
    ["One Head", "Two Head", "Three Head"],
)
def test_any_term_can_be_the_one_that_stays(into: str) -> None:
    """First, middle or last in the file: the other two go with all their lines."""
    names = [name for name in ("One Head", "Two Head", "Three Head") if name != into]
    files = a_list(a=a_record("[Two Head]"))
    outputs = merge(case(files), "tags", names, into)
    after = case(files.with_files(Source(*output) for output in outputs))
    (term,) = after.vocabularies[0][1].terms
    assert term.name == into
    assert {*names, "Uno Head"} <= set(term.aliases)
    assert [paper.tags for _, paper in after.papers] == [(into,)]


def test_the_last_term_goes_with_all_its_lines() -> None:
    """Its description belongs to it."""
    made = merged(a_list(TAGS + "    description: The third.\n"), ["Three Head"], "Two Head")
    assert "The third." not in made[TAGS_FILE]


@pytest.mark.parametrize(
    ("tags", "result"),
    [
        ("[One Head, Two Head]", "[One Head]"),
        ("[Two Head, One Head]", "[One Head]"),
        ("[Two Head, Three Head]", "[One Head]"),
        ("[Two Head, Uno Head]", "[One Head, Uno Head]"),
        ("\n  - Two Head\n  - One Head  # kept\n  - Three Head", "\n  - One Head  # kept"),
        ("[One Head, Two Head, Three Head]", "[One Head]"),
    ],
)
def test_a_record_that_names_several_keeps_one(tags: str, result: str) -> None:
    """The term that stays is named once, where it stood or where the first of the others did."""
    made = merged(a_list(a=a_record(tags)), ["Two Head", "Three Head"], "One Head")
    assert f"tags: {result}\n" in made[A]


def test_two_that_stand_before_the_one_that_stays_both_go() -> None:
    """No record goes on naming a term that was merged."""
    files = a_list(
        "  - name: One Head\n    aliases:\n    - Uno\n  - name: Two Head\n  - name: Three Head\n",
        a=a_record("[Two Head, Three Head, One Head]"),
    )
    made = merged(files, ["Two Head", "Three Head"], "One Head")
    assert "tags: [One Head]\n" in made[A]


def test_venues_are_merged_in_both_places() -> None:
    """`venue` and `published.venue` name the one that stays."""
    record = record_text(tags=["One Head"], venue="CRM") + "published: {venue: CRM, date: 2024}\n"
    made = merged(a_list(a=record), ["CRM"], "Letters", "venues")
    assert made[A] == record.replace("CRM", "Letters")
    assert made["taxonomy/venues.yaml"] == (
        HEADER + "  - name: arXiv\n  - name: Letters\n    aliases: [CRM, ReadMach]\n"
    )


@pytest.mark.parametrize("names", [["One Head"], ["One Head", "One Head"]])
def test_a_term_cannot_be_merged_into_itself(names: list[str]) -> None:
    """There must be something that goes."""
    with pytest.raises(UsageError, match="there is nothing to merge"):
        merge(case(a_list()), "tags", names, "One Head")


def test_a_name_given_twice_is_merged_once() -> None:
    """The one that stays may be among the names, too."""
    tags = "  - name: One Head\n  - name: Two Head\n    aliases:\n    - B\n  - name: Three Head\n"
    made = merged(a_list(tags), ["One Head", "Three Head", "One Head", "Two Head"], "Two Head")
    assert made[TAGS_FILE] == (
        HEADER + "  - name: Two Head\n    aliases:\n    - B\n    - One Head\n    - Three Head\n"
    )


def test_a_name_that_the_term_has_already_is_not_added() -> None:
    """An alias that both terms share, and one that is the name itself, stand once."""
    tags = (
        "  - name: One Head\n    aliases:\n      - Shared\n"
        "  - name: Two Head\n    aliases:\n      - Shared\n      - One Head\n"
    )
    listed = project.assemble(a_list(tags + "  - name: Three Head\n"), TODAY)
    (output, *_) = merge(listed, "tags", ["Two Head"], "One Head")
    assert output.data.decode() == (
        f"{HEADER}  - name: One Head\n    aliases:\n      - Shared\n      - Two Head\n"
        "  - name: Three Head\n"
    )


NAMES = ["Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir"]
STEPS = st.lists(
    st.tuples(st.booleans(), st.integers(0, 5), st.sampled_from([*NAMES, "Gum", "Hazel", "Ivy"])),
    max_size=5,
)
TAGGED = st.lists(
    st.lists(st.integers(0, 9), min_size=1, max_size=4, unique=True), min_size=1, max_size=4
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(steps=STEPS, tagged=TAGGED, flow=st.booleans())
def test_a_paper_is_always_found_under_what_it_said(
    steps: list[tuple[bool, int, str]],
    tagged: list[list[int]],
    flow: bool,  # noqa: FBT001
) -> None:
    """After any renames and merges the list is valid and no paper has lost a term."""
    aliases = [f"{name} Tree" for name in NAMES[:4]]
    tags = "".join(
        f"  - name: {name}\n    aliases:\n      - {alias}\n" if alias else f"  - name: {name}\n"
        for name, alias in zip(NAMES, [*aliases, "", ""], strict=True)
    )
    known = [*NAMES, *aliases]
    said = [[known[place] for place in places] for places in tagged]
    records = {
        f"p{number}": a_record(
            f"[{', '.join(names)}]" if flow else "".join(f"\n  - {name}" for name in names), number
        )
        for number, names in enumerate(said)
    }
    files = a_list(tags, **records)
    for is_merge, place, name in steps:
        listed = case(files)
        terms = [term.name for term in listed.vocabularies[0][1].terms]
        old = terms[place % len(terms)]
        if old == name:
            continue
        try:
            outputs = (
                merge(listed, "tags", [old], name)
                if is_merge
                else rename(listed, "tags", old, name)
            )
        except UsageError:
            continue
        files = files.with_files(Source(*output) for output in outputs)
    after = case(files)
    vocabulary = after.vocabularies[0][1]
    assert {*known} <= set(vocabulary.by_name)
    for (_, paper), names in zip(after.papers, said, strict=True):
        now = {vocabulary.by_name[tag].name for tag in paper.tags}
        assert now == {vocabulary.by_name[name].name for name in names}

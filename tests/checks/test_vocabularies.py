"""Rules about vocabularies: their names, trees and files, and who uses their terms."""

from dataclasses import replace
from pathlib import Path

import pytest

from awesome_heads.checks import Case, Rule, usage, vocabularies
from awesome_heads.records import Source, parse_settings, parse_vocabulary
from tests.checks.one_rule import case_of, record

SETTINGS = Source(
    "list.yaml", (Path(__file__).parents[1] / "data" / "base" / "list.yaml").read_bytes()
)
HEADS = ("Anchor Head", "Buoy Head", "Cable Head", "Deck Head")


def vocabulary(*terms: str, name: str = "tags", head: str = "") -> Source:
    """A vocabulary; a term is its name, or its name and its aliases as `name = alias, alias`."""
    lines = ["title: Tags", "singular: Tag", "description: Made-up terms.", head, "terms:"]
    for term in terms:
        text, _, aliases = term.partition(" = ")
        lines += [f"  - name: {text}", f"    aliases: [{aliases}]" if aliases else ""]
    return Source(f"taxonomy/{name}.yaml", "\n".join([*lines, ""]).encode())


def case_with(source: Source, *records: str) -> Case:
    """A list of some records and one vocabulary."""
    parsed, problems = parse_vocabulary(source)
    assert parsed is not None, problems
    config, _ = parse_settings(SETTINGS)
    assert config is not None
    case = case_of(*records, settings=(SETTINGS, config))
    return replace(case, vocabularies=((source, parsed),))


def marked(rule: Rule, source: Source, *records: str) -> list[str]:
    """The characters of a vocabulary that a rule points at."""
    lines = source.text.split("\n")
    places = [each.location for each in rule.check(case_with(source, *records))]
    return [lines[each.line - 1][each.column - 1 : each.end_column - 1] for each in places]


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (("Mover Head", "Mover Heads"), ["Mover Heads"]),
        (("Copy Head", "Copies Head", "Copying Head"), ["Copies Head"]),
        (("Sub-word Head", "Subword Head"), ["Subword Head"]),
        (("Sub\u2011word Head", "Subword Head"), ["Subword Head"]),
        (("Name_Mover Head", "NameMover Head"), ["NameMover Head"]),
        (("Previous Head", "Previous"), ["Previous"]),
        (("previous", "Previous Heads"), ["Previous Heads"]),
        (("Lantern Head", "Lamp Head = Lanterns"), ["Lanterns"]),
        (("Lantern Head = Old Lamp", "Lamp Head = Old Lamps"), ["Old Lamps"]),
        (("Lantern Head = Lanterns, LANTERN HEAD",), []),
        (("Token Head", "Previous Token Head"), []),
        (("Bias Head", "Bia Head"), []),
        (("Class Head", "Clas Head"), []),
        (("Status Head", "Statu Head"), []),
        (("Layer 1 Head", "Layer 11 Head"), []),
        (("Head", "Heading"), []),
        # Names that share a page are an error of another rule.
        (("S-Inhibition Head", "S_inhibition Head"), []),
        # What is written twice alike is an error of another rule.
        (("Lantern Head = Old Lamp", "Lamp Head = Old Lamp"), []),
    ],
)
def test_near_twins(terms: tuple[str, ...], expected: list[str]) -> None:
    """Terms are twins where plural, gaps or the word that most terms end in is all between them."""
    assert marked(usage.near_twin_terms, vocabulary(*HEADS, *terms)) == expected


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (("Mover Probe", "Mover", "Copy Probe", "Name Probe"), ["Mover"]),
        (("Mover Probe", "Mover", "Copy Head", "Name Cell"), []),
        (("Mover Probe", "Mover", "Copy Probe", "Name", "Lamp", "Rope"), []),
        (("Mover Probe", "Mover"), []),
    ],
)
def test_last_word_comes_from_the_list(terms: tuple[str, ...], expected: list[str]) -> None:
    """The word that may be missing is one that more than half of the terms end in."""
    assert marked(usage.near_twin_terms, vocabulary(*terms)) == expected


def test_twins_are_merged_by_a_command() -> None:
    """The hint of a twin is the command that merges it, for any vocabulary."""
    case = case_with(vocabulary("Probe", "Probes", name="methods"))
    command = 'awesome-heads tags merge --vocabulary methods "Probes" --into "Probe"'
    assert [each.hint for each in usage.near_twin_terms.check(case)] == [
        f"if both mean the same, type `{command}`"
    ]


@pytest.mark.parametrize(
    ("rule", "terms", "expected"),
    [
        (usage.unused_term, ("Copy Head", "Spare Head"), ["Spare Head"]),
        (usage.unused_term, ("Repeat Head = Copy Head",), []),
        (usage.single_use, ("Copy Head", "Spare Head"), []),
        (usage.single_use, ("Copy Head", "Rope Head"), ["Rope Head"]),
        (usage.single_use, ("Repeat Head = Copy Head", "Knot Head = Rope Head"), ["Knot Head"]),
        (usage.single_use, ("Rope Head = Copy Head",), []),
    ],
)
def test_uses(rule: Rule, terms: tuple[str, ...], expected: list[str]) -> None:
    """A use is a record, by whichever of a term's names."""
    second = record().replace("[Copy Head]", "[Copy Head, Rope Head]")
    assert marked(rule, vocabulary(*terms), record(), second) == expected


def test_single_uses_matter_in_the_tree_alone() -> None:
    """A venue with one paper is a venue; a tag with one paper may be another tag's other name."""
    case = case_with(vocabulary("arXiv", "Lakeside", name="venues"), record())
    assert [each.message for each in usage.single_use.check(case)] == []
    assert [each.message for each in usage.unused_term.check(case)] == [
        "no record names `Lakeside`"
    ]


def test_uses_are_unknown_while_a_record_is() -> None:
    """As long as a record cannot be read, no term is called unused."""
    case = case_with(vocabulary("Spare Head"), record())
    unread = Source("papers/2024/broken.yaml", b"tags: [Spare Head")
    assert list(usage.unused_term.check(replace(case, files=(*case.files, unread)))) == []


def test_unused_only_where_records_could_name() -> None:
    """A glossary's terms stand for themselves."""
    source = vocabulary("Spare Head", name="glossary", head="on_records: false")
    assert marked(usage.unused_term, source, record()) == []


@pytest.mark.parametrize(
    ("terms", "names", "cycles"),
    [
        (("A Head = B", "C Head = D"), [], []),
        (("A Head = A Head",), ["A Head"], []),
        (("A Head = C Head", "C Head"), ["C Head"], []),
        (("A Head = B", "C Head = B"), ["B"], []),
        (("A Head = B, B",), ["B"], []),
        (("A Head = C Head", "C Head = A Head"), [], ["C Head", "A Head"]),
        (("A = B", "B = C", "C = A"), [], ["B", "C", "A"]),
        (("A = B", "B = C", "C = B"), ["B"], ["C", "B"]),
        (("A Head = a head",), [], []),
    ],
)
def test_aliases(terms: tuple[str, ...], names: list[str], cycles: list[str]) -> None:
    """An alias belongs to one term, is no term itself, and never leads back to where it came."""
    assert marked(vocabularies.alias_is_name, vocabulary(*terms)) == names
    assert marked(vocabularies.alias_cycle, vocabulary(*terms)) == cycles


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ("[{name: A}, {name: B}]", []),
        ("[{name: A}, {name: B}, {name: A}]", ["A"]),
        ("[{name: A, groups: [{name: C}]}, {name: B, groups: [{name: C}]}]", []),
        ("[{name: A, groups: [{name: C}, {name: C}]}]", ["C"]),
        ("[{name: A, groups: [{name: C, groups: [{name: A}]}]}]", ["A"]),
    ],
)
def test_groups(groups: str, expected: list[str]) -> None:
    """A group's path is its own, and no group lies in one of its name."""
    source = vocabulary("Lantern Head", head=f"groups: {groups}")
    assert marked(vocabularies.group_twice, source) == expected


def test_a_term_may_not_take_the_page_of_the_walk_throughs() -> None:
    """The page has that name only where there are walk-throughs."""
    walk = (
        "walkthroughs: [{title: A, about: B, prompt: [c], answer: d, "
        "steps: [{group: E, terms: [Together], reads: [1], writes: f, text: G.}]}]"
    )
    assert marked(vocabularies.term_page, vocabulary("Together", head=walk)) == ["Together"]
    assert marked(vocabularies.term_page, vocabulary("Together")) == []

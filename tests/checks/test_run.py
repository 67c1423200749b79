"""How much findings matter: by rule, by list and by record."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from awesome_heads import checks, project
from awesome_heads.checks import Case
from awesome_heads.diagnostics import Diagnostic, Severity
from awesome_heads.records import Source
from awesome_heads.records.files import ListFiles, sort_files
from awesome_heads.records.places import SETTINGS
from tests.checks.one_rule import TODAY

BASE = Path(__file__).parents[1] / "data" / "base"
FIRST = "papers/2024/a-first-paper.yaml"
SECOND = "papers/2023/a-second-paper.yaml"
TWICE = ("  - Bo Sample\n", "  - Bo Sample\n  - Bo Sample\n")


def files_of(changes: dict[str, tuple[str, str]], **rules: str) -> ListFiles:
    """The valid list, with some text put in place of other text, and with settings of rules."""
    files = {
        path.relative_to(BASE).as_posix(): path.read_bytes()
        for path in BASE.rglob("*")
        if path.is_file()
    }
    if rules:
        lines = "".join(f"  {name}: [{value}]\n" for name, value in rules.items())
        files[SETTINGS] += f"rules:\n{lines}".encode()
    for path, (old, new) in changes.items():
        assert old.encode() in files[path]
        files[path] = files[path].replace(old.encode(), new.encode())
    return sort_files(Source(path, data) for path, data in files.items())


def run(changes: dict[str, tuple[str, str]], **rules: str) -> list[Diagnostic]:
    """What all rules find in such a list."""
    return checks.run(project.assemble(files_of(changes, **rules), TODAY))


def told(found: list[Diagnostic]) -> list[tuple[str, str, Severity]]:
    """Path, rule and severity of diagnostics."""
    return [(each.location.path, each.rule, each.severity) for each in found]


@pytest.mark.parametrize(
    ("rules", "severity"),
    [
        ({}, Severity.WARNING),
        ({"ignore": "author-twice"}, None),
        ({"warn": "author-twice"}, Severity.WARNING),
        ({"error": "author-twice"}, Severity.ERROR),
        ({"error": "author-twice", "warn": "author-twice"}, Severity.ERROR),
        ({"ignore": "author-twice", "error": "author-twice"}, None),
    ],
)
def test_the_list_weighs_rules(rules: dict[str, str], severity: Severity | None) -> None:
    """A list ignores a rule, or makes warnings or errors of it; else the rule's own word counts."""
    expected = [(FIRST, "author-twice", severity)] if severity else []
    assert told(run({FIRST: TWICE}, **rules)) == expected


def test_an_error_can_be_made_a_warning() -> None:
    """`warn` also lowers a rule whose findings are errors."""
    change = {FIRST: ("- Bo Sample", "- et al.")}
    assert told(run(change)) == [(FIRST, "not-a-name", Severity.ERROR)]
    assert told(run(change, warn="not-a-name")) == [(FIRST, "not-a-name", Severity.WARNING)]


@pytest.mark.parametrize("setting", ["ignore", "warn"])
def test_blocking_rules_stay_errors_in_the_list(setting: str) -> None:
    """What a build depends on cannot be set aside for a list."""
    found = run({FIRST: ("Harbour Head", "Harbor Head")}, **{setting: "unknown-term"})
    assert (FIRST, "unknown-term", Severity.ERROR) in told(found)


def test_blocking_rules_stay_errors_in_a_record() -> None:
    """What a build depends on cannot be set aside for a record."""
    new = "[Harbor Head]\nignore: {unknown-term: Soon.}"
    found = run({FIRST: ("[Lantern Head, Compass Head, Harbour Head]", new)})
    assert (FIRST, "unknown-term", Severity.ERROR) in told(found)


def test_a_record_ignores_a_rule() -> None:
    """A record sets a rule aside for itself alone, with a reason."""
    twice = {FIRST: TWICE, SECOND: ("  - Cleo Specimen\n", "  - Cleo Specimen\n" * 2)}
    assert [each.rule for each in run(twice)] == ["author-twice"] * 2
    ignoring = (TWICE[0], f"{TWICE[1]}ignore:\n  author-twice: They are two people.\n")
    assert told(run(twice | {FIRST: ignoring})) == [(SECOND, "author-twice", Severity.WARNING)]


def test_an_idle_ignore_is_found() -> None:
    """An ignore that meets nothing is reported at its own name."""
    change = {FIRST: ("tags:", "ignore:\n  author-twice: They are two people.\ntags:")}
    found = run(change)
    assert told(found) == [(FIRST, "unused-ignore", Severity.WARNING)]
    assert found[0].location[1:] == (13, 3, 15)
    assert told(run(change, ignore="unused-ignore")) == []


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("author-twise", "did you mean `author-twice`?"),
        ("Author Twice", "did you mean `author-twice`?"),
        ("qqqq", "docs/rules.md lists the rules"),
    ],
)
@pytest.mark.parametrize("setting", ["ignore", "warn", "error"])
def test_unknown_rules_in_the_list(setting: str, name: str, hint: str) -> None:
    """A rule that does not exist is reported where list.yaml names it, with the likely one."""
    found = run({}, **{setting: name})
    assert told(found) == [(SETTINGS, "unknown-rule", Severity.ERROR)]
    assert found[0].hint == hint


def test_unknown_rules_in_a_record() -> None:
    """A rule that does not exist is reported where a record names it, and not as idle too."""
    found = run({FIRST: ("tags:", "ignore: {author-twise: They are two people.}\ntags:")})
    assert told(found) == [(FIRST, "unknown-rule", Severity.ERROR)]
    assert found[0].hint == "did you mean `author-twice`?"


def test_the_order_is_stable() -> None:
    """Diagnostics come by path and place, in whatever order papers and vocabularies were read."""
    changes = {FIRST: TWICE, SECOND: ("Compass Head", "Compas Head")}
    case = project.assemble(files_of(changes), TODAY)
    expected = checks.run(case)
    assert [each.location for each in expected] == sorted(each.location for each in expected)
    for seed in range(5):
        assert checks.run(_shuffled(case, random.Random(seed))) == expected  # noqa: S311 -- no secret


def _shuffled(case: Case, chance: random.Random) -> Case:
    return replace(
        case,
        papers=tuple(chance.sample(case.papers, len(case.papers))),
        vocabularies=tuple(chance.sample(case.vocabularies, len(case.vocabularies))),
    )


@pytest.mark.parametrize(
    ("path", "broken", "rule"),
    [
        (SECOND, b"title: [\n", "yaml-syntax"),
        (SECOND, b"\xff\xfe", "not-utf-8"),
        (SECOND, b"", "empty-file"),
        (SECOND, b"title: A\n", "missing-field"),
        (SECOND, b"- a list\n", "wrong-type"),
        ("taxonomy/venues.yaml", b"title: [\n", "yaml-syntax"),
        (SETTINGS, b"title: [\n", "yaml-syntax"),
    ],
)
def test_one_bad_file_hides_no_other(path: str, broken: bytes, rule: str) -> None:
    """Whatever keeps one file from being read, the others are checked all the same."""
    files = files_of({FIRST: TWICE}).with_files([Source(path, broken)])
    found = {(each.location.path, each.rule) for each in checks.run(project.assemble(files, TODAY))}
    assert {(path, rule), (FIRST, "author-twice")} <= found


def test_only_blocking_rules_stop_a_build() -> None:
    """A build asks only for what it depends on."""
    change = {FIRST: TWICE, SECOND: ("Compass Head,", "Compas Head,")}
    case = project.assemble(files_of(change), TODAY)
    assert [each.rule for each in checks.run(case, blocking_only=True)] == ["unknown-term"]


def test_findings_from_elsewhere_are_weighed_alike() -> None:
    """What a command finds itself goes by the list's settings for the rule of that name."""
    files = files_of({}, error="readme-stale")
    case = project.assemble(files, TODAY)
    place = Source("README.md", b"").locate(())
    stale = Diagnostic(place, "readme-stale", "out of date", "", Severity.NOTE)
    assert told(checks.run_reported(case, [stale])) == [
        ("README.md", "readme-stale", Severity.ERROR)
    ]


def test_rules_look_at_files_that_are_asked_about() -> None:
    """A rule over single files says nothing of others; one across files needs them all."""
    case = project.assemble(files_of({FIRST: TWICE}), TODAY)
    assert told(checks.run(case, covers=FIRST.__eq__)) == [
        (FIRST, "author-twice", Severity.WARNING)
    ]
    assert checks.run(case, covers=SECOND.__eq__) == []

"""The form for a new paper: made from the models, valid, and read back."""

import datetime as dt
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from awesome_heads import project
from awesome_heads.importing import make_draft, parse_issue
from awesome_heads.importing.questions import NO_RESPONSE, OTHER
from awesome_heads.issue_form import PATH, issue_form
from awesome_heads.model import Paper, Term, Vocabulary

ROOT = Path(__file__).parents[1]
BASE = ROOT / "tests" / "data" / "base"
TODAY = dt.date(2026, 1, 15)
LIBRARY = project.library_of(project.read(BASE, TODAY))


def form_of(root: Path) -> str:
    """The form for a list."""
    return issue_form(project.library_of(project.read(root, TODAY)).vocabularies)


def items(form: str) -> list[dict[str, Any]]:
    """The questions of a form."""
    body: list[dict[str, Any]] = yaml.safe_load(form)["body"]
    return [item for item in body if item["type"] != "markdown"]


def filled_in(answers: dict[str, str]) -> str:
    """The issue that GitHub makes of answers to the form."""
    parts = []
    for item in items(form_of(BASE)):
        answer = answers.get(item["id"]) or NO_RESPONSE
        if item["type"] == "checkboxes":
            answer = "\n".join(f"- [X] {each['label']}" for each in item["attributes"]["options"])
        if item["type"] == "dropdown" and answer != NO_RESPONSE:
            assert answer in item["attributes"]["options"]
        parts.append(f"### {item['attributes']['label']}\n\n{answer}")
    return "\n\n".join(parts)


def answers_of(paper: Paper) -> dict[str, str]:
    """What somebody types who knows a paper's record."""
    links = {kind: url for kind, url in paper.links.pairs() if kind != "blog"}
    return {
        "title": paper.title,
        "date": str(paper.date),
        "authors": "\n".join(paper.authors),
        "venue": paper.venue,
        "tags": "\n".join(paper.tags),
        **links,
        **paper.summary.model_dump(),
    }


@pytest.mark.parametrize("paper", LIBRARY.papers, ids=lambda paper: paper.id)
def test_round_trip(paper: Paper) -> None:
    """Whoever answers the form out of a record gets that record, as far as the form asks."""
    (described,), remarks = parse_issue(filled_in(answers_of(paper)))
    draft = make_draft(described, LIBRARY.vocabularies, TODAY)
    asked = paper.model_copy(update={"added": TODAY, "published": None})
    assert (draft.missing, draft.remarks, remarks) == ((), (), [])
    assert draft.paper is not None
    assert draft.paper.model_copy(update={"id": paper.id}) == asked


def test_up_to_date() -> None:
    """The form of this list is what the models and the vocabularies make of it."""
    assert (ROOT / PATH).read_text("utf-8") == form_of(ROOT)


@pytest.mark.parametrize(
    ("name", "schema"),
    [("add-paper.yml", "forms"), ("mend-record.yml", "forms"), ("config.yml", "config")],
)
def test_valid(name: str, schema: str) -> None:
    """GitHub takes the forms, as far as the schema that is published of them tells."""
    path = (ROOT / PATH).parent / name
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    ended = subprocess.run(
        [*command, f"vendor.github-issue-{schema}", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("name", ["add-paper.yml", "mend-record.yml"])
def test_distinct(name: str) -> None:
    """Every question has an id and a label of its own, as GitHub demands."""
    asked = items(((ROOT / PATH).parent / name).read_text("utf-8"))
    labels = [item["attributes"]["label"].casefold() for item in asked]
    assert len(set(labels)) == len(labels)
    assert len({item["id"] for item in asked}) == len(asked)


def test_every_name_is_offered() -> None:
    """Every tag stands in the form, and every venue can be chosen, the last choice another one."""
    asked = {item["id"]: item["attributes"] for item in items(form_of(BASE))}
    tags, venues = LIBRARY.vocabularies["tags"], LIBRARY.vocabularies["venues"]
    assert all(term.name in asked["tags"]["description"] for term in tags.terms)
    assert asked["venue"]["options"] == [*(term.name for term in venues.terms), OTHER]


def test_names_that_a_dropdown_cannot_hold() -> None:
    """A venue called None or Other is left out, since GitHub or the form means something by it."""
    terms = tuple(Term(name=name) for name in ("None", "Other", "Clearwater"))
    facts = {"title": "Venues", "singular": "Venue", "description": "Where."}
    venues = Vocabulary(id="venues", terms=terms, **facts)
    form = issue_form({"tags": LIBRARY.vocabularies["tags"], "venues": venues})
    asked = {item["id"]: item["attributes"] for item in items(form)}
    assert asked["venue"]["options"] == ["Clearwater", "Other"]

"""No field of a list is left out: each is filled with payloads, or refuses them by a rule."""

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from pydantic import BaseModel

from awesome_heads import checks, project
from awesome_heads.config import ListConfig
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.project import Project
from tests.hostile.fields import leaves, values
from tests.hostile.planted import payloads, plant

RECORD, TAGS, SETTINGS = "papers/2024/paper-00.yaml", "taxonomy/tags.yaml", "list.yaml"
MODELS: dict[str, type[BaseModel]] = {RECORD: Paper, TAGS: Vocabulary, SETTINGS: ListConfig}
_KEY = "{key}"
_LINKS = ("paper", "code", "data", "demo", "project", "video", "slides", "poster", "blog")

# What a field says of a payload, where it does not take any text at all.
REFUSED = {
    RECORD: {
        "bad-date": ["date", "added", "published.date"],
        "bad-url": ["published.url", "abstract_url", *(f"links.{kind}[]" for kind in _LINKS)],
        "bad-slug": ["former_ids[]"],
        "unknown-field": ["terms{key}"],
        "unknown-rule": ["ignore{key}"],
    },
    TAGS: {
        "invalid-value": [
            "groups[].colour.light",
            "groups[].colour.dark",
            "groups[].groups[].colour.light",
            "groups[].groups[].colour.dark",
        ],
        "wrong-type": [
            "on_records",
            "walkthroughs[].steps[].reads[]",
            "walkthroughs[].steps[].after[]",
        ],
    },
    SETTINGS: {
        "bad-date": ["started", "news[].date", "earlier.before"],
        "bad-url": [
            *("site_url", "repository_url", "citation.url", "licence.data_url"),
            *("badges[].image", "badges[].url", "news[].url"),
        ],
        "invalid-value": [
            *("citation.file", "readme.form", "readme.tags", "readme.links", "readme.sections[]"),
        ],
        "wrong-type": [
            *("readme.open_years", "readme.newest", "site.newest", "site.related", "site.studied"),
        ],
        "unknown-vocabulary": ["tree", "vocabularies[]"],
        "unknown-rule": ["rules.ignore[]", "rules.warn[]", "rules.error[]"],
    },
}
# A file's name is what the path says; a payload may be one as far as it holds no slash.
NAMES = {RECORD: {"id"}, TAGS: {"id"}, SETTINGS: set[str]()}


class Refusal(NamedTuple):
    """A field that takes no payload: its file, its path in the models, the rule that says so."""

    file: str
    field: str
    rule: str


REFUSALS = [
    Refusal(file, field, rule)
    for file, rules in REFUSED.items()
    for rule, fields in rules.items()
    for field in fields
]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The list whose every text is a payload."""
    return plant(tmp_path_factory.mktemp("planted") / "list", str, str)


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Another one with a single record."""
    folder = plant(tmp_path_factory.mktemp("few") / "list", str, str)
    for path in (folder / "papers/2024").iterdir():
        if path != folder / RECORD:
            path.unlink()
    return folder


@pytest.fixture(scope="module")
def planted(root: Path) -> Project:
    """The same, loaded."""
    loaded, found = project.load(root)
    assert loaded is not None, found
    return loaded


def _filled(held: list[BaseModel]) -> Iterator[str]:
    """Fields of which some text holds a payload, or the beginning of one that is cut or changed."""
    begins = [" ".join(payload.split())[:12] for payload in payloads() if len(payload) > 12]
    for each in held:
        for path, text in values(each):
            if any(begin in " ".join(text.split()) for begin in begins):
                yield path


@pytest.mark.parametrize("file", MODELS)
def test_every_field_is_filled_or_refuses(planted: Project, file: str) -> None:
    """A field that the models get from now on fails here until it is filled or named above."""
    library = planted.library
    held: dict[str, list[BaseModel]] = {
        RECORD: [*library.papers],
        TAGS: [*library.vocabularies.values()],
        SETTINGS: [planted.config],
    }
    refusing = {each.field for each in REFUSALS if each.file == file} | NAMES[file]
    filled = set(_filled(held[file]))
    assert set(leaves(MODELS[file])) - filled - refusing == set()


def _put(data: Any, steps: list[str], text: str) -> None:  # noqa: ANN401 -- what JSON holds
    """Put a text where a path leads, whatever stands there; what is missing is made."""
    name, *further = steps
    place: Any = 0 if name == "[]" else name
    if name == _KEY:
        data[text] = "x"
    elif not further:
        data[place] = text
    else:
        if name != "[]" and not isinstance(data.get(name), list | dict):
            data[name] = [{}] if further[0] == "[]" else {}
        _put(data[place], further, text)


def _steps(each: Refusal) -> list[str]:
    """A path of the models as steps in the file, where terms stand beside the other fields."""
    if each.field == "terms{key}":
        return [_KEY]
    parts = each.field.replace("[]", ".[]").replace("{", ".{").split(".")
    return [part for part in parts if part]


@pytest.mark.parametrize("each", REFUSALS, ids=lambda each: f"{each.file}-{each.field}")
def test_fields_that_refuse_say_so(few: Path, each: Refusal) -> None:
    """The rule speaks, at a line of that file."""
    path = few / each.file
    kept = path.read_text("utf-8")
    data = json.loads(kept)
    _put(data, _steps(each), payloads()[0])
    path.write_text(json.dumps(data, indent=1), encoding="utf-8")
    try:
        found = checks.run(project.read(few, dt.date(2026, 1, 1)))
    finally:
        path.write_text(kept, encoding="utf-8")
    told = {one.rule for one in found if one.location.path == each.file and one.location.line > 1}
    assert each.rule in told

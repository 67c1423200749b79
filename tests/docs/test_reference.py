"""What is made from the code: pages up to date and complete, and the list's data beside them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from awesome_heads.config import ListConfig
from awesome_heads.diagnostics import Diagnostic
from awesome_heads.model import Links, Paper, Published, Summary, Vocabulary
from awesome_heads.records import Source, parse_paper, parse_settings, parse_vocabulary
from awesome_heads.render import SHIPPED
from tools import reference
from tools.pages import examples, settings, tables

MADE = reference.made()
PAGES = {name: MADE[f"docs/{name}"] for name in reference.PAGES}
FORM = ".github/ISSUE_TEMPLATE/add-paper.yml"
CATALOGUES = {f"templates/locale/{path.name}" for path in (SHIPPED / "locale").iterdir()}
FURTHER_FIELDS = ("methods",)


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """The models that a field's annotation names."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from models_in(part)


def models_below(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """A model and all models that its fields lead to."""
    if model not in seen:
        seen.add(model)
        for field in model.model_fields.values():
            for inner in models_in(field.annotation):
                models_below(inner, seen)
    return seen


def row_of(page: str, first: str) -> str:
    """The table row that begins with a name."""
    return next((line for line in page.splitlines() if line.startswith(f"| `{first}` |")), "")


def undocumented(page: str, models: set[type[BaseModel]]) -> set[str]:
    """Fields that have no row with their description."""
    return {
        f"{model.__name__}.{name}"
        for model in models
        for name, field in model.model_fields.items()
        if name not in tables.APART.get(model, ())
        and not any(
            line.startswith(f"| `{name}` |") and (field.description or "?") in line
            for line in page.splitlines()
        )
    }


@pytest.mark.parametrize("name", sorted(MADE))
def test_up_to_date(name: str) -> None:
    """Pages, schemas and form are what the code and the vocabularies of today make."""
    assert (reference.ROOT / name).read_text(encoding="utf-8") == MADE[name], "run `make docs`"


def test_schemas_and_form_are_made() -> None:
    """Beside the pages there is a schema for each kind of file, and the form for a new paper."""
    made = {"schema/paper.json", "schema/list.json", "schema/taxonomy.json", FORM}
    assert MADE.keys() - {f"docs/{name}" for name in PAGES} - CATALOGUES == made


@pytest.mark.parametrize(
    ("name", "stale"), [("docs/record.md", "old"), ("docs/rules.md", None), (FORM, "old")]
)
def test_stale_file_is_named_and_written(
    name: str,
    stale: str | None,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An old or absent file makes `--check` fail without a change, and is then written."""
    folder = tmp_path_factory.mktemp("repository")
    monkeypatch.setattr(reference, "ROOT", folder)
    monkeypatch.setattr(reference, "made", lambda: MADE)
    assert reference.main([]) == 0
    if stale is None:
        (folder / name).unlink()
    else:
        (folder / name).write_text(stale)
    capsys.readouterr()
    assert reference.main(["--check"]) == 1
    assert capsys.readouterr().err == f"{name} is out of date\n"
    assert not (folder / name).exists() or (folder / name).read_text() == stale
    assert reference.main([]) == 0
    assert (folder / name).read_text(encoding="utf-8") == MADE[name]
    assert reference.main(["--check"]) == 0


@pytest.mark.parametrize(
    ("schema", "examined"),
    [
        ("paper", sorted((reference.ROOT / "papers").glob("*/*.yaml"))),
        ("list", [reference.ROOT / "list.yaml", examples.SETTINGS]),
        ("taxonomy", [*(reference.ROOT / "taxonomy").glob("*.yaml"), examples.VOCABULARY]),
    ],
)
def test_schema_takes_what_the_program_takes(
    schema: str, examined: list[Path | str], tmp_path: Path
) -> None:
    """An editor underlines nothing in this list, nor in what the pages show in full."""
    example = tmp_path / "example.yaml"
    example.write_text("".join(each for each in examined if isinstance(each, str)))
    paths = [str(example if isinstance(each, str) else each) for each in examined]
    schemafile = reference.ROOT / "schema" / f"{schema}.json"
    command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(schemafile), *paths]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize(
    ("page", "model"),
    [("record.md", Paper), ("vocabularies.md", Vocabulary), ("settings.md", ListConfig)],
)
def test_every_field_is_documented(page: str, model: type[BaseModel]) -> None:
    """Each field of a file, however deep, has a row with its description."""
    assert undocumented(PAGES[page], models_below(model, set())) == set()


def test_record_page_covers_models_of_a_record() -> None:
    """The walk over models reaches links, summary and publication."""
    assert models_below(Paper, set()) == {Paper, Links, Published, Summary}


def test_defaults_are_shown() -> None:
    """A setting's row says what holds when it is left out."""
    page = PAGES["settings.md"]
    assert "| `main` |" in row_of(page, "branch")
    assert "| **needed** |" in row_of(page, "name")
    assert "| none |" in row_of(page, "news")
    assert "| a whole number, 0 or more |" in row_of(page, "open_years")
    assert "| `true` | `true` or `false` |" in row_of(PAGES["vocabularies.md"], "on_records")


def test_every_part_of_the_readme_is_documented() -> None:
    """Each part that a README has by default is explained."""
    assert set(settings.README_PARTS) == set(ListConfig.model_fields["readme"].default.sections)


def parsed_examples() -> Iterator[tuple[object, list[Diagnostic]]]:
    """The complete examples, read by the parsers that read a list."""
    paper = Source(examples.RECORD_PATH, examples.RECORD.encode())
    vocabulary = Source(examples.VOCABULARY_PATH, examples.VOCABULARY.encode())
    yield parse_paper(paper, FURTHER_FIELDS)
    yield parse_vocabulary(vocabulary)
    yield parse_settings(Source("list.yaml", examples.SETTINGS.encode()))


def test_complete_examples_are_valid() -> None:
    """Record, vocabulary and settings that show every field are accepted as they stand."""
    for value, problems in parsed_examples():
        assert problems == []
        assert value is not None


def test_field_without_example_is_refused() -> None:
    """A new field without an example stops the pages from being made, and is named."""
    with pytest.raises(LookupError, match=r"Summary\.result has no example"):
        tables.fields_table(Summary, {"innovation": "a", "tasks": "b"})

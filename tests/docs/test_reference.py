"""Pages made from the code: up to date, and complete."""

from collections.abc import Iterator

import click
import pytest
from pydantic import BaseModel

from awesome_heads.cli import cli
from awesome_heads.config import ListConfig
from awesome_heads.diagnostics import Diagnostic
from awesome_heads.model import Links, Paper, Published, Summary, Vocabulary
from awesome_heads.records import Source, parse_paper, parse_settings, parse_vocabulary
from tools import reference

PAGES = reference.pages()
FURTHER_FIELDS = ("methods",)


def commands_of(
    group: click.Group, path: str = "awesome-heads"
) -> Iterator[tuple[str, click.Command]]:
    """Every command of the program, with the words that call it."""
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands_of(command, f"{path} {name}")


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
        if name not in reference.APART.get(model, ())
        and not any(
            line.startswith(f"| `{name}` |") and (field.description or "?") in line
            for line in page.splitlines()
        )
    }


@pytest.mark.parametrize("name", sorted(PAGES))
def test_page_is_up_to_date(name: str) -> None:
    """What is in docs/ is what the code of today makes."""
    assert (reference.DOCS / name).read_text(encoding="utf-8") == PAGES[name], "run `make docs`"


@pytest.mark.parametrize(("name", "stale"), [("record.md", "old"), ("settings.md", None)])
def test_stale_page_is_named_and_written(
    name: str,
    stale: str | None,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An old or absent page makes `--check` fail without a change, and is then written."""
    folder = tmp_path_factory.mktemp("docs")
    monkeypatch.setattr(reference, "DOCS", folder)
    assert reference.main([]) == 0
    if stale is None:
        (folder / name).unlink()
    else:
        (folder / name).write_text(stale)
    capsys.readouterr()
    assert reference.main(["--check"]) == 1
    assert capsys.readouterr().err == f"docs/{name} is out of date\n"
    assert not (folder / name).exists() or (folder / name).read_text() == stale
    assert reference.main([]) == 0
    assert (folder / name).read_text(encoding="utf-8") == PAGES[name]
    assert reference.main(["--check"]) == 0


def test_every_command_is_documented() -> None:
    """Each command has a section that says what it does."""
    page = PAGES["command-line.md"]
    for words, command in commands_of(cli):
        section = page.partition(f"\n## {words}\n")[2].partition("\n## ")[0]
        assert command.help, words
        assert command.help.splitlines()[0] in section


def test_every_option_is_documented() -> None:
    """Each option stands in a row of its command's section, with all its names."""
    page = PAGES["command-line.md"]
    for words, command in commands_of(cli):
        section = page.partition(f"\n## {words}\n")[2].partition("\n## ")[0]
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                names = ", ".join(f"`{name}`" for name in parameter.opts)
                assert f"\n| {names} |" in section, f"{words} {names}"


def test_exit_codes_and_environment_are_documented() -> None:
    """The page on commands says what each exit code means, and that NO_COLOR is heeded."""
    page = PAGES["command-line.md"]
    assert all(f"\n| {code} | " in page for code in (0, 1, 2, 130))
    assert row_of(page, "NO_COLOR")


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
    assert set(reference.README_PARTS) == set(ListConfig.model_fields["readme"].default.sections)


def parsed_examples() -> Iterator[tuple[object, list[Diagnostic]]]:
    """The complete examples, read by the parsers that read a list."""
    paper = Source(reference.RECORD_PATH, reference.RECORD.encode())
    vocabulary = Source(reference.VOCABULARY_PATH, reference.VOCABULARY.encode())
    yield parse_paper(paper, FURTHER_FIELDS)
    yield parse_vocabulary(vocabulary)
    yield parse_settings(Source("list.yaml", reference.SETTINGS.encode()))


def test_complete_examples_are_valid() -> None:
    """Record, vocabulary and settings that show every field are accepted as they stand."""
    for value, problems in parsed_examples():
        assert problems == []
        assert value is not None


def test_field_without_example_is_refused() -> None:
    """A new field without an example stops the pages from being made, and is named."""
    with pytest.raises(LookupError, match=r"Summary\.result has no example"):
        reference.fields_table(Summary, {"innovation": "a", "tasks": "b"})

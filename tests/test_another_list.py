"""A list of another field, in another language: nothing of the list that ships here is in it.

tests/cases/kites/ is made up: its tags have no groups, its one further vocabulary is about winds,
and its own catalogue says a few texts of the interface in German. The rest is said in English, as
the engine says it, and none of it may speak of what this repository's list is about.
"""

import json
import re
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from xml.etree.ElementTree import Element

import click
import pytest
from defusedxml.ElementTree import fromstring

from awesome_heads import HOME, checks, disk, project
from awesome_heads.cli import cli, run
from awesome_heads.commands.export import FORMATS
from awesome_heads.commands.schema import derive
from awesome_heads.project import Project
from tests.conftest import ROOT
from tests.judges import parse
from tools.catalogues import collect

KITES = Path(__file__).parent / "cases" / "kites"

# The program is called by its name and found at its address, whatever the list is about.
_PROGRAM = re.compile(rf"{re.escape(HOME)}|awesome[-_]heads|awesomeHeads")
# Places for values in texts of the interface.
_PLACE = re.compile(r"%\(\w+\)s")
_SUBJECT = (
    *("attention", "heads?", "stages?", "surveys?", "inductions?", "transformers?"),
    *("language models?", "LLMs?", "ChatGPT", "IAAR", "circuits?"),
)
# What a tag, a class or a variable may be called, since no reader sees it.
_CODE = {"head", "stage", "stages"}
_TELLING = {"alt", "title", "aria-label", "placeholder", "label", "content", "value"}

# Words of the other list in a text, each with what stands around it.
Heard = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def heard(real: Project) -> Heard:
    """Hears what this repository's list is about, and the names in its vocabularies."""
    names = {
        name
        for vocabulary in ("tags", "methods", "models")
        for term in real.library.vocabularies[vocabulary].terms
        for name in (term.name, *term.aliases, *term.group)
        if " " in name
    }
    words = "|".join([*_SUBJECT, *map(re.escape, sorted(names))])
    pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

    def hear(text: str) -> list[str]:
        plain = _PLACE.sub("", _PROGRAM.sub("", text))
        return [
            plain[max(0, found.start() - 40) : found.end() + 40]
            for found in pattern.finditer(plain)
        ]

    return hear


def shown(path: str, text: str) -> Iterator[str]:
    """What of a file a reader may come to see."""
    if path.endswith(".html"):
        yield from _of_markup(parse(text))
    elif path.endswith((".svg", ".xml")):
        yield from _of_markup(fromstring(text))
    elif path.endswith(".json"):
        yield from _of_data(json.loads(text))
    elif not path.endswith((".css", ".js")):
        yield text


def _of_markup(root: Element) -> Iterator[str]:
    for element in root.iter():
        yield element.tail or ""
        if element.tag == "script" and "json" in element.get("type", ""):
            yield from _of_data(json.loads(element.text or "null"))
        elif element.tag not in {"script", "style"}:
            yield element.text or ""
        yield from (value for name, value in element.items() if name in _TELLING)


def _of_data(data: object) -> Iterator[str]:
    if isinstance(data, dict):
        for each in data.values():
            yield from _of_data(each)
    elif isinstance(data, list):
        for each in data:
            yield from _of_data(each)
    elif isinstance(data, str):
        yield data


@pytest.fixture(scope="module")
def kites() -> Project:
    """The list of another field."""
    loaded, found = project.load(KITES)
    assert loaded is not None, found
    return loaded


@pytest.fixture(scope="module")
def site(kites: Project) -> Mapping[str, str]:
    """Its site's files of text, by path."""
    outputs = kites.site()
    return {path: outputs[path].data.decode() for path in outputs if not path.endswith(".png")}


def test_the_ear_is_not_deaf(heard: Heard, real: Project) -> None:
    """What is looked for is found in the list that it belongs to."""
    words = " ".join(heard(real.readme()["README.md"].data.decode())).lower()
    assert all(each in words for each in ("attention", "heads", "stage", "survey", "induction"))
    assert heard("`awesome-heads build` of awesome_heads") == []


def test_the_readme_speaks_of_its_own_field(heard: Heard, kites: Project) -> None:
    """README and pictures hold no word of the other list."""
    for path, output in kites.readme().items():
        assert [heard(text) for text in shown(path, output.data.decode()) if heard(text)] == []


def test_the_site_speaks_of_its_own_field(heard: Heard, site: Mapping[str, str]) -> None:
    """No page, picture, feed or data file of the site holds a word of the other list."""
    found = {
        path: [word for each in shown(path, text) for word in heard(each)]
        for path, text in site.items()
    }
    assert {path: words for path, words in found.items() if words} == {}


def test_code_of_the_site_names_no_more_than_it_must(heard: Heard, site: Mapping[str, str]) -> None:
    """In scripts and styles too, only tags, classes and variables are called as they are."""
    code = re.compile(rf"\b({'|'.join(_CODE)})\b", re.IGNORECASE)
    for path, text in site.items():
        if path.endswith((".js", ".css")):
            assert heard(code.sub("", text)) == [], path


def test_no_text_of_the_interface_speaks_of_a_field(heard: Heard) -> None:
    """Whatever templates, views and scripts may say, in a list of any kind, does for any list."""
    said = [form for message in collect(ROOT) for form in _forms(message.id)]
    assert len(said) > 100
    assert [heard(text) for text in said if heard(text)] == []


def _forms(text: str | Iterable[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def test_the_site_speaks_its_own_language(kites: Project, site: Mapping[str, str]) -> None:
    """What the list's catalogue says is said so, and its own words stand beside it."""
    assert '<html lang="de">' in site["index.html"]
    assert "3 Aufsätze" in site["index.html"]
    readme = kites.readme()["README.md"].data.decode()
    assert "## Zitieren" in readme
    assert "**3 Aufsätze · 3 Themen · " in readme


@pytest.mark.parametrize("name", [*FORMATS])
def test_what_is_exported_speaks_of_its_own_field(
    name: str, heard: Heard, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Every format holds what the records hold."""
    assert run(["export", "--root", str(KITES), "--format", name]) == 0
    assert heard(capfdbinary.readouterr().out.decode()) == []


def test_what_follows_from_the_vocabularies_speaks_of_them(heard: Heard) -> None:
    """Schemas and issue form hold no word of the other list."""
    for output in derive(project.read(KITES, disk.today())):
        assert heard(output.data.decode()) == [], output.path


# The command line


def helps(command: click.Command, words: str) -> Iterator[tuple[str, str]]:
    """The help of a command and of those below it, with the words that call it."""
    context = click.Context(command, info_name=words)
    yield words, command.get_help(context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from helps(inner, f"{words} {name}")


def test_the_help_speaks_of_no_field(heard: Heard) -> None:
    """What every command says of itself does for any list."""
    assert {words: heard(text) for words, text in helps(cli, "awesome-heads") if heard(text)} == {}


def test_rules_speak_of_no_field(heard: Heard) -> None:
    """What explains a rule, on its page and in SARIF, does for any list."""
    explained = {rule.name: rule.check.__doc__ or "" for rule in checks.RULES}
    assert {name: heard(text) for name, text in explained.items() if heard(text)} == {}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the list, which is the working directory."""
    folder = Path(shutil.copytree(KITES, tmp_path / "kites"))
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"],
        ["build", "--check"],
        ["check"],
        ["tags", "list"],
        ["tags", "rename", "Schnur", "Seil"],
        ["schema", "paper"],
        ["add", "nirgends"],
        ["import", "CITATION.bib", "--from", "bibtex", "--dry-run"],
    ],
    ids=" ".join,
)
def test_commands_speak_of_the_list(
    root: Path, heard: Heard, capfd: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    """Results and notes of a command, done or refused, hold no word of the other list."""
    assert run([*arguments, *(["--root", str(root)] if arguments[0] != "tags" else [])]) in {0, 1}
    said, noted = capfd.readouterr()
    assert said + noted
    assert heard(said + noted) == []


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif"])
def test_faults_are_told_in_words_of_the_list(
    root: Path, heard: Heard, capfd: pytest.CaptureFixture[str], form: str
) -> None:
    """What is wrong with records is said of these records, in every form of the report."""
    record = root / "papers" / "2024" / "ohne-schwanz.yaml"
    text = record.read_text(encoding="utf-8")
    for right, wrong in (
        ("[Schwanz]", "[Schwans, Schwanz]"),
        ("2024-06", "2024-13"),
        ("links", "lniks"),
    ):
        text = text.replace(right, wrong)
    record.write_text(text, encoding="utf-8")
    (root / "papers" / "2024" / "leer.yaml").write_text("")
    (root / "papers" / "lose.yaml").write_text("title: Lose\n")
    assert run(["check", "--format", form]) == 1
    said, noted = capfd.readouterr()
    assert "bad-date" in said + noted
    assert heard(said + noted) == []

"""Shipped templates are compiled by one process and known to the next."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, Template

from awesome_heads.disk import Codes, codes
from awesome_heads.language import Language
from awesome_heads.render import Renderer, Theme, compiling

NAME = "texts.js"
SHIPPED = Theme()


@pytest.fixture(autouse=True)
def bytecode(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Have Python write bytecode whatever it was told, and know no template from another test."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    yield
    compiling.compiled.cache_clear()


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that are compiled, in their order."""
    names: list[str] = []
    compile_ = Environment.compile

    def noted(self: Environment, source: str, name: str, filename: str) -> object:
        names.append(name)
        return compile_(self, source, name, filename)

    monkeypatch.setattr(Environment, "compile", noted)
    return names


def _anew(folder: Path, theme: Theme = SHIPPED, tag: str = "en") -> Template:
    """A template as a process has it that has compiled none."""
    compiling.compiled.cache_clear()
    return Renderer(theme, Language(tag), Codes(folder)).site.get_template(NAME)


def test_a_later_process_compiles_nothing(tmp_path: Path, compiled: list[str]) -> None:
    """It takes the same code from where the first one has kept it."""
    first, second = _anew(tmp_path), _anew(tmp_path)
    assert compiled == [NAME]
    assert second.root_render_func.__code__ == first.root_render_func.__code__
    assert second.root_render_func.__code__ is not first.root_render_func.__code__


@pytest.mark.parametrize("place", [0, 40, -1])
def test_what_is_damaged_is_compiled_again(tmp_path: Path, compiled: list[str], place: int) -> None:
    """A file that one byte differs in is as good as none, and is mended."""
    _anew(tmp_path)
    (file,) = tmp_path.iterdir()
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    for _ in range(2):
        _anew(tmp_path)
    assert compiled == [NAME] * 2


def test_another_program_compiles_again(
    tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Code that an earlier version has left may mean something else."""
    _anew(tmp_path)
    monkeypatch.setattr(codes, "program", lambda: "another")
    _anew(tmp_path)
    assert compiled == [NAME] * 2
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(
    ("theme", "tag"),
    [(Theme(is_trusted=False), "en"), (SHIPPED, "de")],
    ids=["sandbox", "language"],
)
def test_what_is_compiled_otherwise_is_kept_apart(
    tmp_path: Path, compiled: list[str], theme: Theme, tag: str
) -> None:
    """Code that may do anything never stands in for that of the sandbox."""
    _anew(tmp_path)
    _anew(tmp_path, theme, tag)
    assert compiled == [NAME] * 2
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize(
    "theme",
    [Theme({f"site/{NAME}": b"own"}), Theme({"locale/en.po": b""})],
    ids=["template", "catalogue"],
)
def test_nothing_of_a_list_is_kept(tmp_path: Path, compiled: list[str], theme: Theme) -> None:
    """Its own templates, and any that may say its own texts, are gone with the process."""
    for _ in range(2):
        _anew(tmp_path, theme)
    assert compiled == [NAME] * 2
    assert not list(tmp_path.iterdir())


def test_bytecode_that_nobody_wants_is_not_written(
    tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What keeps Python from writing any keeps this program from it."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    for _ in range(2):
        _anew(tmp_path)
    assert compiled == [NAME] * 2
    assert not list(tmp_path.iterdir())


def test_what_cannot_be_kept_is_compiled_each_time(tmp_path: Path, compiled: list[str]) -> None:
    """A folder in which nothing can be written costs time and nothing else."""
    file = tmp_path / "file"
    file.touch()
    for _ in range(2):
        _anew(file / "folder")
    assert compiled == [NAME] * 2

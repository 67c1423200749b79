"""How long files and functions may be, and that everything public says what it is for."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "awesome_heads"
FILES = sorted(SOURCE.rglob("*.py"))

LONGEST_FILE = 250
LONGEST_FUNCTION = 40

Function = ast.FunctionDef | ast.AsyncFunctionDef
Documented = Function | ast.ClassDef | ast.Module

each_file = pytest.mark.parametrize(
    "path", FILES, ids=lambda path: path.relative_to(SOURCE).as_posix()
)


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def body_lines(function: Function) -> int:
    """Lines from a function's first statement behind the docstring to its last."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def public(node: ast.Module | ast.ClassDef) -> Iterator[Documented]:
    """A module or class, and the classes and functions in it whose names are public."""
    yield node
    for inner in node.body:
        if isinstance(inner, ast.ClassDef) and not inner.name.startswith("_"):
            yield from public(inner)
        elif isinstance(inner, Function) and not inner.name.startswith("_"):
            yield inner


def test_files_are_found() -> None:
    """The package's files are where these tests look for them."""
    assert SOURCE / "project.py" in FILES


@each_file
def test_files_are_short(path: Path) -> None:
    """A file can be read at a sitting."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@each_file
def test_functions_are_short(path: Path) -> None:
    """A function's body fits a screen."""
    functions = [node for node in ast.walk(_tree(path)) if isinstance(node, Function)]
    too_long = {each.name: body_lines(each) for each in functions}
    assert {name: lines for name, lines in too_long.items() if lines > LONGEST_FUNCTION} == {}


@each_file
def test_public_names_are_explained(path: Path) -> None:
    """Every module, and every public class and function in it, has a docstring."""
    nodes = list(public(_tree(path)))
    assert [getattr(each, "name", "") for each in nodes if not ast.get_docstring(each)] == []


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("def f():\n    a\n\n    b\n", 3),
        ('def f():\n    """Say.\n\n    More.\n    """\n    return (\n        a\n    )\n', 3),
        ("async def f(\n    a,\n    b,\n):\n    return a\n", 1),
        ('def f():\n    """Only say."""\n', 0),
    ],
)
def test_lines_of_a_function(code: str, lines: int) -> None:
    """What counts is the body, without signature and docstring."""
    (function,) = ast.parse(code).body
    assert isinstance(function, Function)
    assert body_lines(function) == lines


def test_what_is_public() -> None:
    """Names with an underscore, and what is inside them or inside functions, are private."""
    code = """
class Public:
    def method(self):
        def inner(): ...
    def _private(self): ...
class _Private:
    def method(self): ...
def function(): ...
def _hidden(): ...
"""
    names = [getattr(each, "name", "") for each in public(ast.parse(code))]
    assert names == ["", "Public", "method", "function"]

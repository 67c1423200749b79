"""The direction of imports, and what the pure core may not touch."""

import ast
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = "awesome_heads"
SOURCE = Path(__file__).parents[1] / "src" / PACKAGE

# A module or package, by its name below the package. A new one is placed here deliberately.
LEVELS: Mapping[str, int] = {
    "__init__": 0,
    "errors": 0,
    "text": 0,
    "fields": 0,
    "escapes": 0,
    "digests": 0,
    "seal": 0,
    "identifiers": 1,
    "catalogue": 1,
    "config": 1,
    "language": 2,
    "model": 2,
    "diagnostics": 2,
    "references": 2,
    "records": 3,
    "library": 3,
    "schemas": 3,
    "checks": 4,
    "formats": 4,
    "providers": 4,
    "links": 4,
    "importing": 5,
    "changes": 4,
    "selection": 4,
    "views": 5,
    "render": 6,
    "reporters": 6,
    "upkeep": 6,
    "issue_form": 6,
    "disk": 7,
    "web": 7,
    "history": 7,
    "mending": 7,
    "renaming": 7,
    "starting": 7,
    "project": 8,
    "preview": 8,
    "resolving": 8,
    "commands": 9,
    "cli": 10,
    "__main__": 11,
}

# Imports within one level that are deliberate: the kinds of text are made of plain text.
WITHIN_A_LEVEL = {("fields", "text")}

# The last level of the core, which knows no disk, network, clock, chance or environment.
CORE = 6
NOT_IN_CORE = {
    "asyncio",
    "ftplib",
    "glob",
    "http",
    "importlib",
    "io",
    "multiprocessing",
    "os",
    "platform",
    "random",
    "requests",
    "secrets",
    "shutil",
    "signal",
    "socket",
    "ssl",
    "subprocess",
    "sys",
    "tempfile",
    "threading",
    "time",
    "urllib.request",
    "uuid",
    "watchfiles",
}
NO_CALLS_IN_CORE = {
    "now",
    "today",
    "utcnow",
    "open",
    "input",
    "print",
    "eval",
    "exec",
    "__import__",
}

# The one module of the core that reads from disk: the templates that ship with the package.
READS_TEMPLATES = "render.theme"

# The command line needs `os` too: a reader that leaves early is met with its file descriptors.
# The client of the services keeps their answers itself, since the disk is none of its level's.
ONLY_IN = {
    "os": {"disk", "web", "cli"},
    "tempfile": {"disk", "web"},
    "watchfiles": {"disk"},
    "requests": {"web"},
}

Modules = Mapping[str, ast.Module]


def _parse(folder: Path) -> Modules:
    """Every module below a folder, by its dotted name within it; the folder itself is empty."""
    modules = {}
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        modules[name] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return modules


def _unit(module: str) -> str:
    return module.partition(".")[0] or "__init__"


def _imported(module: str, tree: ast.Module) -> Iterator[str]:
    """Absolute names of everything that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module or PACKAGE} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _own(module: str, modules: Modules) -> set[str]:
    """The package's modules that a module imports."""
    found = set()
    for name in _imported(module, modules[module]):
        if name != PACKAGE and not name.startswith(f"{PACKAGE}."):
            continue
        inner = name.removeprefix(PACKAGE).removeprefix(".")
        found.add(inner if inner in modules else inner.rpartition(".")[0])
    return found


def _foreign(module: str, modules: Modules, names: set[str]) -> Iterator[str]:
    """Those of some foreign modules that a module imports."""
    for imported in _imported(module, modules[module]):
        yield from (name for name in names if f"{imported}.".startswith(f"{name}."))


def unplaced(modules: Modules) -> list[str]:
    """Modules that have no level."""
    return sorted({_unit(module) for module in modules} - set(LEVELS))


def upward(modules: Modules) -> list[str]:
    """Imports that do not go to a lower level."""
    return [
        f"{module or PACKAGE} imports {target or PACKAGE}"
        for module in modules
        for target in sorted(_own(module, modules))
        if (source := _unit(module)) != (other := _unit(target))
        and (source, other) not in WITHIN_A_LEVEL
        and LEVELS[source] <= LEVELS[other]
    ]


def cycle(modules: Modules) -> list[str]:
    """Modules that import each other in a circle, if any do."""
    graph = {module: _own(module, modules) for module in modules}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def impure(modules: Modules) -> list[str]:
    """What modules of the core import or call although it is not pure."""
    core = {module for module in modules if LEVELS[_unit(module)] <= CORE}
    found = [
        f"{module} imports {name}"
        for module in modules
        if module in core
        for name in _foreign(module, modules, NOT_IN_CORE)
    ]
    found += [f"{module} calls {name}" for module in core for name in _calls(modules[module])]
    found += [
        f"{module} imports {name}"
        for module in core - {READS_TEMPLATES}
        for name in _imported(module, modules[module])
        if name.startswith("pathlib") and not name.startswith("pathlib.Pure")
    ]
    return sorted(found)


def _calls(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else ""
            name = called.id if isinstance(called, ast.Name) else name
            if name in NO_CALLS_IN_CORE:
                yield name


def misplaced(modules: Modules) -> list[str]:
    """Imports of a foreign module outside the one module that may use it."""
    return [
        f"{module} imports {name}"
        for module in modules
        for name in _foreign(module, modules, set(ONLY_IN))
        if _unit(module) not in ONLY_IN[name]
    ]


@pytest.fixture(scope="module")
def modules() -> Modules:
    """Every module of the package."""
    return _parse(SOURCE)


def test_every_module_is_placed(modules: Modules) -> None:
    """Each module has a level, chosen when it was added."""
    assert unplaced(modules) == []


def test_imports_go_down(modules: Modules) -> None:
    """A module imports only from lower levels, or from its own package."""
    assert upward(modules) == []


def test_imports_are_no_circle(modules: Modules) -> None:
    """No module imports itself by way of others, not even within a package."""
    assert cycle(modules) == []


def test_the_core_is_pure(modules: Modules) -> None:
    """The core reaches no disk, network, clock, chance or environment."""
    assert impure(modules) == []


def test_the_exception_is_needed(modules: Modules) -> None:
    """The module that may read packaged templates is there, and does use paths of the disk."""
    assert "pathlib.Path" in _imported(READS_TEMPLATES, modules[READS_TEMPLATES])


def test_disk_and_web_are_the_only_ways_out(modules: Modules) -> None:
    """The file system's and the network's modules are imported in one place each."""
    assert misplaced(modules) == []


MADE_UP: Mapping[str, str] = {
    "__init__.py": "",
    "errors.py": "",
    "text.py": "",
    "fields.py": "from awesome_heads.text import slugify\n",
    "identifiers.py": "from awesome_heads import __version__, errors\n",
    "records/__init__.py": "from awesome_heads.records.nodes import Node\n",
    "records/nodes.py": "from pathlib import PurePosixPath\nimport awesome_heads.text\n",
    "render/__init__.py": "",
    "render/theme.py": "from pathlib import Path\n",
    "disk.py": "import os.path\nfrom pathlib import Path\nfrom awesome_heads import records\n",
}


def _made_up(folder: Path, **changes: str) -> Modules:
    for name, text in {**MADE_UP, **changes}.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return _parse(folder)


def test_a_sound_tree_is_sound(tmp_path: Path) -> None:
    """Nothing is found where nothing is wrong."""
    tree = _made_up(tmp_path)
    assert unplaced(tree) == upward(tree) == cycle(tree) == impure(tree) == misplaced(tree) == []


def test_a_new_module_is_noticed(tmp_path: Path) -> None:
    """A module that the table does not know is told."""
    tree = _made_up(tmp_path, **{"helpers.py": "", "extras/__init__.py": ""})
    assert unplaced(tree) == ["extras", "helpers"]


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("text.py", "import awesome_heads.disk", "text imports disk"),
        ("text.py", "from awesome_heads.records.nodes import Node", "text imports records.nodes"),
        ("text.py", "from awesome_heads import records", "text imports records"),
        ("text.py", "def f():\n    from awesome_heads import errors", "text imports errors"),
        ("text.py", "if TYPE_CHECKING:\n    from awesome_heads import disk", "text imports disk"),
        ("__init__.py", "from awesome_heads import disk", "awesome_heads imports disk"),
    ],
)
def test_an_upward_import_is_noticed(tmp_path: Path, path: str, text: str, found: str) -> None:
    """An import upwards or sideways is told, however it is written and wherever it stands."""
    assert upward(_made_up(tmp_path, **{path: text})) == [found]


def test_a_circle_is_noticed(tmp_path: Path) -> None:
    """A module that imports its own package, which imports it, is told."""
    tree = _made_up(tmp_path, **{"records/nodes.py": "from awesome_heads.records import Node"})
    assert set(cycle(tree)) == {"records", "records.nodes"}


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("text.py", "import os", "text imports os"),
        ("text.py", "from os.path import join", "text imports os"),
        ("text.py", "from urllib import request", "text imports urllib.request"),
        ("records/nodes.py", "def f():\n    import time", "records.nodes imports time"),
        ("text.py", "from pathlib import Path, PurePath", "text imports pathlib.Path"),
        ("text.py", "import pathlib", "text imports pathlib"),
        ("render/__init__.py", "from pathlib import Path", "render imports pathlib.Path"),
        ("render/theme.py", "import os", "render.theme imports os"),
        ("text.py", "import datetime as dt\ndt.date.today()", "text calls today"),
        ("text.py", "from datetime import datetime\ndatetime.now()", "text calls now"),
        ("text.py", "open('x')", "text calls open"),
    ],
)
def test_an_impure_core_is_noticed(tmp_path: Path, path: str, text: str, found: str) -> None:
    """A way out of the core is told, however it is written and wherever it stands."""
    assert impure(_made_up(tmp_path, **{path: text})) == [found]


@pytest.mark.parametrize(
    ("path", "text", "found"),
    [
        ("disk.py", "import requests", "disk imports requests"),
        ("project.py", "from tempfile import mkstemp", "project imports tempfile"),
        ("project.py", "import os", "project imports os"),
        ("project.py", "from watchfiles import watch", "project imports watchfiles"),
    ],
)
def test_a_second_way_out_is_noticed(tmp_path: Path, path: str, text: str, found: str) -> None:
    """A module that uses the disk or the network beside the one that may is told."""
    assert misplaced(_made_up(tmp_path, **{path: text})) == [found]


def test_a_relative_import_is_noticed(tmp_path: Path) -> None:
    """Imports are absolute, so that their level can be read."""
    tree = _made_up(tmp_path, **{"records/nodes.py": "from .source import Source"})
    with pytest.raises(AssertionError, match=r"records\.nodes imports relatively"):
        upward(tree)

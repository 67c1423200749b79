"""What tests share: the small made-up list and the repository's own, each built once."""

import signal
from collections.abc import Mapping
from pathlib import Path

import pytest

from awesome_heads import disk, project
from awesome_heads.project import Project
from awesome_heads.render import Output
from tests.lists import tree
from tests.shared import made_once

ROOT = Path(__file__).parents[1]
SMALL = Path(__file__).parent / "cases" / "small"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one option of these tests."""
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write tests/golden/ anew from what is built; read the difference before keeping it",
    )


def pytest_configure() -> None:
    """Heed interrupts: where tests run in the background, they and their programs would not."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _load(root: Path) -> Project:
    loaded, found = project.load(root)
    assert loaded is not None, [str(each) for each in found]
    return loaded


@pytest.fixture(scope="session")
def small() -> Project:
    """The made-up list of tests/cases/small/."""
    return _load(SMALL)


@pytest.fixture(scope="session")
def small_site(small: Project) -> Mapping[str, Output]:
    """The made-up list's site, by path."""
    return dict(small.site())


@pytest.fixture(scope="session")
def real() -> Project:
    """The list that this repository keeps."""
    return _load(ROOT)


@pytest.fixture(scope="session")
def real_folder(real: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its site in a folder, made once for all processes of a run."""
    return made_once(
        tmp_path_factory, "real-site", lambda folder: disk.write_folder(folder, real.site())
    )


@pytest.fixture(scope="session")
def real_site(real_folder: Path) -> Mapping[str, Output]:
    """Its site, by path."""
    files = tree(real_folder)
    return {path: Output(path, files[path]) for path in sorted(disk.made_files(real_folder))}

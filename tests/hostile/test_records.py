"""Hostile records: refused with place and reason or built, in little memory, and never a crash."""

from pathlib import Path

import pytest

from tests.hostile.records import Bad, built, refused
from tests.hostile.running import MOST_MEMORY, Run, run
from tests.lists import write_list


@pytest.fixture(scope="module")
def bad_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list with every record that is refused."""
    root = write_list(tmp_path_factory.mktemp("bad") / "list", 2)
    for bad in refused():
        (root / f"papers/2024/{bad.name}.yaml").write_bytes(bad.data)
    return root


@pytest.fixture(scope="module")
def checked(bad_list: Path) -> Run:
    """What `check` says of it."""
    return run(bad_list, "check")


@pytest.mark.parametrize("bad", refused(), ids=lambda bad: bad.name)
def test_each_is_refused_at_its_line(checked: Run, bad: Bad) -> None:
    """Path, line and rule of every one are told, whatever stands beside it."""
    start = f"papers/2024/{bad.name}.yaml:{bad.line}:"
    told = [line for line in checked.said.splitlines() if line.startswith(start)]
    assert any(f"error[{bad.rule}] " in line for line in told), checked.said[:2_000]


def test_checking_them_ends_well(checked: Run) -> None:
    """The check ends with 1, in the memory that it may take, and with no traceback."""
    assert (checked.code, "Traceback" in checked.said) == (1, False)
    assert checked.peak < MOST_MEMORY


@pytest.mark.parametrize("command", [["build"], ["check", "--format=sarif"], ["check", "--fix"]])
def test_other_commands_refuse_them(bad_list: Path, command: list[str]) -> None:
    """They end with 1, in that memory, with no traceback, and write no site."""
    done = run(bad_list, *command)
    assert (done.code, "Traceback" in done.said) == (1, False)
    assert done.peak < MOST_MEMORY
    assert not (bad_list / "site").exists()


def test_long_texts_are_built(tmp_path: Path) -> None:
    """Texts as long as they may be, of whatever is slow to read, and long lists, make a site."""
    root = write_list(tmp_path / "list", 2)
    for name, text in built():
        (root / f"papers/2024/{name}.yaml").write_text(text, encoding="utf-8")
    done = run(root, "build")
    assert (done.code, "Traceback" in done.said) == (0, False), done.said[-2_000:]
    assert done.peak < MOST_MEMORY
    assert all((root / f"site/papers/{name}/index.html").is_file() for name, _ in built())

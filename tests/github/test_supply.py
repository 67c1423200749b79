"""Nothing is installed that is not pinned, and what is released says what it is made of."""

import ast
import json
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.github.test_scripts import write_program

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
LOCKS = sorted([*(ROOT / "requirements").glob("*.txt"), *ROOT.glob("*/requirements.txt")])
SCRIPT = ROOT / ".github" / "scripts" / "release.sh"


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_packages_are_pinned_by_hash(path: Path) -> None:
    """Each package of a lock file has one version and at least one hash, and no address."""
    text = path.read_text("utf-8")
    wanted = re.findall(r"^([a-z0-9][\w.-]*)(.*?)(?=^[a-z0-9]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert wanted
    for name, rest in wanted:
        assert re.match(r"==[\w.!+]+ ", rest), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", rest), name
    assert "://" not in text


def test_packages_are_installed_by_hash_alone() -> None:
    """Whatever installs packages asks for hashes, or installs this program without any."""
    for path in [ROOT / "Makefile", ACTION]:
        text = path.read_text("utf-8").replace("\\\n", " ")
        for line in text.splitlines():
            if re.search(r"^\s.*( pip install |\$\(INSTALL\) )", line):
                assert re.search(r"--require-hashes|\$\(LOCKED\)|--no-deps", line), line


def test_node_packages_are_pinned_and_run_nothing() -> None:
    """Each package of the lock file has a digest, and no install script is ever run."""
    for folder in (ROOT, ROOT / "bench"):
        packages = json.loads((folder / "package-lock.json").read_bytes())["packages"]
        assert [name for name, each in packages.items() if name and "integrity" not in each] == []
    assert "--ignore-scripts" in (ROOT / "Makefile").read_text("utf-8")


def release(tmp_path: Path, tag: str, version: str) -> "subprocess.CompletedProcess[str]":
    """Run the script that publishes a package of some version; `gh` says what it is asked."""
    package = tmp_path / "dist" / f"awesome_heads-{version}.tar.gz"
    package.parent.mkdir()
    package.touch()
    write_program(tmp_path / "bin", "gh", 'echo "gh $*"')
    environment = {
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "GITHUB_REPOSITORY": "example/list",
        "TAG": tag,
    }
    return subprocess.run(
        [SCRIPT, "dist"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_tag_becomes_a_release(tmp_path: Path) -> None:
    """Nobody sees the release before every file is there, and no tag is made for it."""
    done = release(tmp_path, "v1.2.3", "1.2.3")
    assert done.returncode == 0, done.stderr
    made, shown, said = done.stdout.splitlines()
    assert made.startswith("gh release create v1.2.3 dist/awesome_heads-1.2.3.tar.gz ")
    assert "--verify-tag" in made
    assert made.endswith(" --draft")
    assert shown == "gh release edit v1.2.3 --repo example/list --draft=false"
    assert said == "Published v1.2.3."


def test_a_tag_of_another_version_is_refused(tmp_path: Path) -> None:
    """A package that calls itself otherwise than the tag is not published."""
    done = release(tmp_path, "v1.2.4", "1.2.3")
    assert done.returncode == 1
    assert done.stdout.startswith("::error::The package has another version than the tag v1.2.4")


def test_ruff_looks_for_unsafe_code() -> None:
    """The rules of bandit are on for the program, and every exception says why."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["ruff"]["lint"]
    assert settings["select"] == ["ALL"]
    assert not [rule for rule in settings["ignore"] if rule.startswith("S")]
    for path in (ROOT / "src").rglob("*.py"):
        for line in path.read_text("utf-8").splitlines():
            if re.search(r"noqa: [\w, ]*\bS\d", line):
                assert re.search(r"noqa: [\w, ]+ -- \w", line), f"{path}: {line}"


def test_the_program_evaluates_nothing_and_starts_no_shell() -> None:
    """No module calls eval, exec or compile, unpickles, or hands a line to a shell."""
    for path in (ROOT / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func)
                assert name not in {"eval", "exec", "compile", "os.system", "os.popen"}, path
                given = {each.arg for each in node.keywords}
                assert not (name.startswith("subprocess.") and "shell" in given), path
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {each.name for each in node.names} | {getattr(node, "module", None)}
                assert not names & {"pickle", "marshal", "shelve", "dill"}, path

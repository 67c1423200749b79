"""The built wheel in an environment of its own: a list is begun, checked, built and served."""

import os
import re
import signal
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

import pytest

from tests.conftest import ROOT

PATIENCE = 60
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")


class Installed(NamedTuple):
    """A program outside any checkout, and a folder to use it in."""

    environment: Path
    folder: Path

    @property
    def variables(self) -> dict[str, str]:
        """This process's environment, without the way to its sources."""
        others = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return {**others, "NO_COLOR": "1"}

    def __call__(self, program: str, *arguments: str) -> str:
        """Run one of its programs, which must do well; gives what it said."""
        done = subprocess.run(
            [self.environment / "bin" / program, *arguments],
            cwd=self.folder,
            env=self.variables,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture(scope="session")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel of this checkout, installed alone; what it depends on is seen where it is.

    A path in a `.pth` file is searched, but its own `.pth` files are not read. So the editable
    installation beside the dependencies stays out of reach.
    """
    wheels, environment = tmp_path_factory.mktemp("wheels"), tmp_path_factory.mktemp("environment")
    built = (sys.executable, "-m", "hatchling", "build", "--target", "wheel")
    subprocess.run([*built, "--directory", wheels], cwd=ROOT, capture_output=True, check=True)
    (wheel,) = wheels.glob("*.whl")
    venv.create(environment)
    python = environment / "bin" / "python"
    install = ("install", "--no-deps", "--no-index", "--no-compile")
    subprocess.run([*PIP, "--python", python, *install, wheel], check=True)
    (packages,) = environment.glob("lib/python*/site-packages")
    places = {sysconfig.get_path(name) for name in ("purelib", "platlib")}
    (packages / "dependencies.pth").write_text("".join(f"{place}\n" for place in sorted(places)))
    return Installed(environment, tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(scope="session")
def kites(installed: Installed) -> Path:
    """A list that the installed program began."""
    installed("awesome-heads", "init", "kites", "--repository=https://github.com/example/kites")
    return installed.folder / "kites"


def test_the_package_is_the_one_of_the_wheel(installed: Installed) -> None:
    """Code and templates come from the new environment, and the sources cannot be reached."""
    code = """
import sys
from awesome_heads import render
print(render.__file__, render.SHIPPED, *sys.path, sep="\\n")
"""
    module, templates, *searched = installed("python", "-c", code).splitlines()
    assert Path(module).is_relative_to(installed.environment)
    assert Path(templates).is_relative_to(installed.environment)
    assert str(ROOT / "src") not in searched


def test_a_list_is_begun_checked_and_built(installed: Installed, kites: Path) -> None:
    """`init`, `check` and `build` work, and the list has all its files, scripts among them."""
    checked = installed("awesome-heads", "check", "--root", "kites")
    assert checked == "1 record checked: no problems.\n"
    assert installed("awesome-heads", "build", "--root", "kites").startswith("Built README.md and ")
    made = ("site/index.html", "site/static/site.css", ".gitignore", ".github/scripts/publish.sh")
    assert [path for path in made if not (kites / path).is_file()] == []
    scripts = kites / ".github" / "scripts"
    for path in scripts.iterdir():
        assert path.read_bytes() == (ROOT / ".github" / "scripts" / path.name).read_bytes()


@contextmanager
def serving(installed: Installed, root: Path) -> Iterator[str]:
    """Serve a list on a free port and give its address; an interrupt must end it."""
    child = subprocess.Popen(
        [installed.environment / "bin" / "awesome-heads", "serve", "--port", "0"],
        cwd=root,
        env=installed.variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert child.stdout is not None
        found = re.match(r"Serving (http://\S+) ", child.stdout.readline())
        assert found is not None, child.communicate(timeout=PATIENCE)
        yield found[1]
        child.send_signal(signal.SIGINT)
        _, noted = child.communicate(timeout=PATIENCE)
        assert (child.returncode, noted.splitlines()[-1]) == (130, "Interrupted.")
    finally:
        child.kill()
        child.communicate()


def test_a_list_is_served(installed: Installed, kites: Path) -> None:
    """`serve` answers over HTTP with the list's pages, and ends when it is interrupted."""
    with serving(installed, kites) as address:
        assert address.endswith("/kites/")
        with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 -- loopback, as just told
            assert answer.status == 200
            assert b"Awesome Kites" in answer.read()

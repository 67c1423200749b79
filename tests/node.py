"""Programs for Node as tests run them: with the Node of the environment, from node_modules."""

import subprocess
import sysconfig

import pytest

from tests.lists import REPOSITORY

NODE = sysconfig.get_path("scripts") + "/node"
MODULES = REPOSITORY / "node_modules"


def module(path: str) -> str:
    """A file below node_modules, which `make test` fills."""
    found = MODULES / path
    if not found.is_file():
        pytest.fail(f"node_modules/{path} is not there: run `make test`, or `npm ci` by itself")
    return str(found)


def run_script(script: str, *arguments: str, given: str) -> str:
    """Run a script below tests/ that imports from node_modules, and give what it writes."""
    done = subprocess.run(
        [NODE, str(REPOSITORY / "tests" / script), *arguments],
        cwd=REPOSITORY,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert not done.returncode, done.stderr
    return done.stdout


def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a program of node_modules, and wait for it."""
    return subprocess.run(
        [NODE, module(program), *arguments],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

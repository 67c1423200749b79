"""Folders that all processes of one run of the tests share, each made by whoever wants it first."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that is made once in a run, and then only read.

    Args:
        factory: Knows where the run keeps its folders.
        name: The folder's name, by which the others find it.
        make: Fills it.
    """
    top = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        top = top.parent
    folder, ready = top / name, top / f"{name}.ready"
    with FileLock(top / f"{name}.lock"):
        if not ready.exists():
            folder.mkdir()
            make(folder)
            ready.touch()
    return folder

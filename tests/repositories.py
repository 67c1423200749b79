"""Real git repositories for tests, untouched by the settings of whoever runs them."""

import os
import subprocess
from pathlib import Path

import pytest


def isolate(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Keep git from every setting outside a folder, and from repositories above it."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder))
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Ada Example")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "ada@example.org")
        monkeypatch.setenv(f"GIT_{role}_DATE", "2024-01-02T03:04:05Z")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, and give what it says."""
    done = subprocess.run(
        ["git", *arguments],  # noqa: S607 -- wherever it is installed
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def begin(folder: Path) -> str:
    """Make a repository of a folder and its files, and give its first commit."""
    git(folder, "init", "--quiet", "--initial-branch=main")
    return commit(folder)


def commit(folder: Path) -> str:
    """Commit every change in a folder, and give the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "State")
    return git(folder, "rev-parse", "HEAD")

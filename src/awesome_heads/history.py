"""Earlier states of a list, as git keeps them: the only user of git."""

import subprocess
from collections.abc import Sequence
from pathlib import Path

from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.records import Source


def changed_paths(root: Path, revision: str) -> set[str]:
    """Paths, relative to the root, that differ from a revision, new and unsaved ones included.

    Raises:
        UsageError: There is no such revision, or no repository.
    """
    base = _common_base(root, _resolve(root, revision), revision)
    differing = _git(root, ["diff", "--name-only", "-z", "--relative", base, "--", "."])
    untracked = _git(root, ["ls-files", "--others", "--exclude-standard", "-z", "--", "."])
    return {
        path.decode(errors="surrogateescape")
        for path in (differing + untracked).split(b"\0")
        if path
    }


def _common_base(root: Path, commit: str, revision: str) -> str:
    try:
        return _git(root, ["merge-base", "HEAD", commit]).decode().strip()
    except UsageError:
        raise
    except AwesomeHeadsError as error:
        raise UsageError(
            f"`{revision}` and what is checked out have no common past",
            "in a shallow clone fetch more of it: git fetch --unshallow",
        ) from error


def read_files(root: Path, revision: str, folders: Sequence[str]) -> list[Source]:
    """Files of a revision below these folders or of these names."""
    commit = _resolve(root, revision)
    listing = _git(root, ["ls-tree", "-r", "-z", commit, "--", *folders])
    entries = [line.split(b"\t", 1) for line in listing.split(b"\0") if line]
    blobs = [(meta.split()[2], path) for meta, path in entries if meta.split()[1] == b"blob"]
    contents = _contents(root, [blob for blob, _ in blobs])
    return [
        Source(path.decode(errors="surrogateescape"), data)
        for (_, path), data in zip(blobs, contents, strict=True)
    ]


def _contents(root: Path, blobs: list[bytes]) -> list[bytes]:
    stream = _git(root, ["cat-file", "--batch"], b"".join(blob + b"\n" for blob in blobs))
    contents, place = [], 0
    for _ in blobs:
        head_end = stream.index(b"\n", place)
        size = int(stream[place:head_end].split()[2])
        contents.append(stream[head_end + 1 : head_end + 1 + size])
        place = head_end + 1 + size + 1
    return contents


def _resolve(root: Path, revision: str) -> str:
    try:
        commit = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
        return _git(root, commit).decode().strip()
    except UsageError:
        raise
    except AwesomeHeadsError as error:
        raise UsageError(
            f"git knows no revision `{revision}` here",
            "name a commit, branch or tag, such as main; in a shallow clone fetch it first",
        ) from error


def _git(root: Path, arguments: list[str], given: bytes = b"") -> bytes:
    command = ["git", "-c", "core.quotePath=off", *arguments]
    try:
        done = subprocess.run(command, cwd=root, input=given, capture_output=True, check=False)  # noqa: S603 -- a fixed program, arguments never pass a shell
    except FileNotFoundError as error:
        raise UsageError("git is not installed", "install it, or leave the option out") from error
    if done.returncode:
        raise AwesomeHeadsError(f"git {arguments[0]} failed: {done.stderr.decode().strip()}")
    return done.stdout

"""However a list was edited from build to build, it is built as if for the first time."""

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from awesome_heads import disk
from awesome_heads.cli import run
from tests.lists import record, tree, write, write_list

# So many edits a seed; `EDITS=1000 pytest tests/test_edits.py` makes a long run of it.
EDITS = int(os.environ.get("EDITS", "8"))


def _records(root: Path) -> list[Path]:
    return sorted((root / "papers").rglob("*.yaml"))


def add(root: Path, chance: random.Random) -> None:
    """Write one more record."""
    number, tag = chance.randrange(1000, 10_000), chance.choice(["Early Reader", "Late Reader"])
    year = chance.choice([2021, 2022, 2024])
    write(
        root,
        f"papers/{year}/new-{number}.yaml",
        record(number, f"{year}-05-0{number % 9 + 1}", tag),
    )


def delete(root: Path, chance: random.Random) -> None:
    """Remove a record, unless it is the last."""
    records = _records(root)
    if len(records) > 1:
        chance.choice(records).unlink()


def retitle(root: Path, chance: random.Random) -> None:
    """Change a title: it stands on many pages."""
    file = chance.choice(_records(root))
    text = file.read_text()
    word = chance.choice(["Study", "Novel", "Survey"])
    file.write_text(text.replace("title: A ", f"title: A {word} and a ", 1))


def rename(root: Path, chance: random.Random) -> None:
    """Give a record another file name, its old one kept as a redirect."""
    file = chance.choice(_records(root))
    new = file.with_name(f"renamed-{chance.randrange(10_000)}.yaml")
    text = file.read_text()
    if "former_ids:" not in text:
        new.write_text(f"{text}former_ids: [{file.stem}]\n")
        file.unlink()


def rename_tag(root: Path, chance: random.Random) -> None:
    """Rename a tag in the vocabulary and in every record."""
    text = (root / "taxonomy/tags.yaml").read_text()
    names = [line.partition("name: ")[2] for line in text.splitlines() if "- name: " in line]
    run(["tags", "rename", chance.choice(names), f"Reader {chance.randrange(10_000)}"])


def restyle(root: Path, chance: random.Random) -> None:
    """Write, change or drop a template and a style sheet of the list's own."""
    own = [root / "templates/site/404.html", root / "templates/static/own.css"]
    file = chance.choice(own)
    if file.is_file() and chance.random() < 1 / 2:
        file.unlink()
    else:
        write(root, str(file.relative_to(root)), f"/* {chance.random()} */")


def reset(root: Path, chance: random.Random) -> None:
    """Change a setting that every page shows."""
    file = root / "list.yaml"
    settings = json.loads(file.read_text())
    file.write_text(json.dumps({**settings, "description": f"About reading, {chance.random()}"}))


def spoil(root: Path, chance: random.Random) -> None:
    """Lose or damage what an earlier build left."""
    files = sorted(path for path in (root / "site").rglob("*") if path.is_file())
    file = chance.choice([path for path in files if path.name != disk.MANIFEST])
    if chance.random() < 1 / 2:
        file.unlink()
    else:
        file.write_text("spoilt")


def leave(root: Path, chance: random.Random) -> None:
    """Change nothing but the time of a file."""
    os.utime(chance.choice(_records(root)))


KINDS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(add, delete, retitle, rename, rename_tag),
    *(restyle, reset, spoil, leave),
)


@pytest.mark.parametrize("seed", range(2))
def test_every_build_after_edits_is_the_build_of_a_new_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Byte for byte: README, site, and no file more or less."""
    chance = random.Random(seed)  # noqa: S311 -- the same edits every time
    root = write_list(tmp_path / "list")
    monkeypatch.chdir(root)
    assert run(["build"]) == 0
    for number in range(EDITS):
        kinds = chance.sample(KINDS, chance.randint(1, 3))
        for kind in kinds:
            kind(root, chance)
        done = [number, *(kind.__name__ for kind in kinds)]
        assert run(["build"]) == 0, done
        readme = (root / "README.md").read_bytes()
        made = tree(root / "site")
        cold = tmp_path / f"cold-{number}"
        assert run(["build", "--out", str(cold)]) == 0, done
        assert made == tree(cold), done
        assert (root / "README.md").read_bytes() == readme, done

"""However a list was edited from build to build, it is built as if for the first time."""

import json
import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from awesome_heads import disk
from awesome_heads.cli import run
from awesome_heads.views import paging, site_map, takeaway
from tests.lists import record, tree, write, write_list

# So many builds a seed, of a list of so many papers; `make bench` asks for more of both.
EDITS = int(os.environ.get("EDITS", "6"))
PAPERS = int(os.environ.get("PAPERS", "20"))


def _records(root: Path) -> list[Path]:
    return sorted((root / "papers").rglob("*.yaml"))


_PEOPLE = ("Ada Äpfel", "Ada Apfel", "Bo Li", "Cy Ng", "Dee Ro", "李雷")
_TAGS = ("Early Reader", "Late Reader", "Night Reader", "Slow Reader", "Quick Reader")
_FURTHER = """\
  - name: Slow Reader
    group: [Near]
  - name: Quick Reader
"""


def a_record(number: int, year: int, chance: random.Random) -> str:
    """A record as any may be: some authors, tags, two versions, a key that others may have."""
    lines = record(number, f"{year}-05-{chance.randint(1, 28):02}").splitlines()
    lines[0] = f'title: "{chance.choice(["Reading", "Writing"])} № {number % 7}: A Study"'
    names = ", ".join(chance.sample(_PEOPLE, chance.randint(1, 4)))
    tags = ", ".join(chance.sample([_TAGS[0], _TAGS[1], _TAGS[4]], chance.randint(1, 3)))
    kept = [line for line in lines if not line.startswith(("authors:", "tags:"))]
    further = [f"authors: [{names}]", f"tags: [{tags}]"]
    if chance.random() < 1 / 3:
        further.append(f"added: {year + 1}-01-0{number % 9 + 1}")
    if chance.random() < 1 / 3:
        further.append(f"published: {{venue: Reading Letters, date: {year + 1}}}")
    return "\n".join([*further, *kept, ""])


def a_list(folder: Path, chance: random.Random) -> Path:
    """A list in which papers share authors, tags, days and titles."""
    root = write_list(folder)
    tags = root / "taxonomy/tags.yaml"
    tags.write_text(tags.read_text() + _FURTHER)
    for number in range(100, 100 + PAPERS):
        write(root, f"papers/2022/made-{number}.yaml", a_record(number, 2022, chance))
    return root


def add(root: Path, chance: random.Random) -> None:
    """Write one more record."""
    number, year = chance.randrange(1000, 10_000), chance.choice([2021, 2022, 2024])
    write(root, f"papers/{year}/new-{number}.yaml", a_record(number, year, chance))


def delete(root: Path, chance: random.Random) -> None:
    """Remove a record, unless it is the last."""
    records = _records(root)
    if len(records) > 1:
        chance.choice(records).unlink()


def rewrite(root: Path, chance: random.Random) -> None:
    """Make another paper of a record."""
    file = chance.choice(_records(root))
    former = re.search("former_ids: .*\n", file.read_text())
    text = a_record(chance.randrange(1000, 10_000), int(file.parent.name), chance)
    file.write_text(text + (former[0] if former else ""))


def retitle(root: Path, chance: random.Random) -> None:
    """Change a title: it stands on many pages."""
    _change(root, chance, "^title: .*", f'title: "Words {chance.randrange(1000)}: A Study"')


def resume(root: Path, chance: random.Random) -> None:
    """Change a sentence that only lists of papers show."""
    _change(root, chance, "^  result: .*", f"  result: The *{chance.randrange(1000)}th* was read.")


def redate(root: Path, chance: random.Random) -> None:
    """Change the order of papers."""
    day = f"{chance.randint(1, 9)}-11"
    _change(root, chance, r"^date: (\d+)-.*", rf"date: \1-0{day}")


def _change(root: Path, chance: random.Random, old: str, new: str) -> None:
    file = chance.choice(_records(root))
    file.write_text(re.sub(old, new, file.read_text(), count=1, flags=re.MULTILINE))


def describe(root: Path, chance: random.Random) -> None:
    """Change what a tag means, or who it is for."""
    file = root / "taxonomy/tags.yaml"
    word = f"Reads {chance.randrange(1000)} books."
    file.write_text(re.sub("description: Reads.*", f"description: {word}", file.read_text()))


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


def forget(root: Path, chance: random.Random) -> None:
    """Lose, damage or cut off what an earlier build remembers."""
    kept = sorted((root / disk.CACHE).glob("*.json"))
    if kept:
        file = chance.choice(kept)
        data = bytearray(file.read_bytes())
        data[chance.randrange(len(data))] ^= chance.choice([0, 1, 255])
        file.write_bytes(data[: chance.choice([0, len(data) // 2, len(data)])])


def merge_tags(root: Path, chance: random.Random) -> None:
    """Give the papers of one tag another one, unless only one is left."""
    names = re.findall("- name: (.*)", (root / "taxonomy/tags.yaml").read_text())
    if len(names) > 1:
        old, new = chance.sample(names, 2)
        run(["tags", "merge", old, "--into", new])


KINDS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(add, delete, rewrite, retitle, resume, redate, rename, describe, rename_tag, merge_tags),
    *(restyle, reset, spoil, leave, forget),
)


@pytest.mark.parametrize("seed", range(2))
def test_every_build_after_edits_is_the_build_of_a_new_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """Byte for byte: README, site, and no file more or less."""
    chance = random.Random(seed)  # noqa: S311 -- the same edits every time
    root = a_list(tmp_path / "list", chance)
    cold = tmp_path / "cold"
    monkeypatch.chdir(root)
    # As few as a small list has, so that papers move from page to page and from file to file.
    monkeypatch.setattr(paging, "ROWS", 6)
    monkeypatch.setattr(takeaway, "PAPERS_A_FILE", 8)
    monkeypatch.setattr(site_map, "ADDRESSES_A_FILE", 50)
    assert run(["build"]) == 0
    for number in range(EDITS):
        kinds = chance.sample(KINDS, chance.randint(1, 3))
        for kind in kinds:
            kind(root, chance)
        done = [seed, number, *(kind.__name__ for kind in kinds)]
        assert run(["build"]) == 0, done
        shutil.copytree(root, cold, ignore=shutil.ignore_patterns(".cache", "README*"))
        shutil.rmtree(cold / "site")
        assert run(["build", "--root", str(cold), "--out", str(cold / "site")]) == 0, done
        assert tree(root / "site") == tree(cold / "site"), done
        assert _readme(root) == _readme(cold), done
        shutil.rmtree(cold)


def _readme(root: Path) -> dict[str, bytes]:
    files = (root / "README.md", *root.glob("papers/README*"), *root.glob("assets/*"))
    return {file.relative_to(root).as_posix(): file.read_bytes() for file in files}

"""What may stand where a file of a list should, made at run time: git keeps none of it."""

import os
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.lists import record, record_path, write, write_list

YEAR = "papers/2024"
MARK = "words-of-another-folder"
_LONGEST_NAME = 255


class Place(NamedTuple):
    """A list with something strange in it.

    Attributes:
        name: What is strange.
        lay: Puts it into the list.
        said: What standard error holds if the list is refused; empty where it is built.
        code: The exit code then.
    """

    name: str
    lay: Callable[[Path], object]
    said: str = ""
    code: int = 1


def _outside(root: Path) -> Path:
    return write(root.parent, "outside/secret.yaml", f"title: {MARK}\n")


def _link(path: str, target: str) -> Callable[[Path], None]:
    """A link; in its target `OUTSIDE` stands for a folder beside the list."""

    def lay(root: Path) -> None:
        outside = _outside(root).parent
        (outside / "assets").mkdir()
        place = root / path
        if place.is_dir():
            place.rename(outside / place.name)
        place.unlink(missing_ok=True)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(target.replace("OUTSIDE", str(outside)))

    return lay


def _pipe(path: str) -> Callable[[Path], None]:
    def lay(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(root / path)

    return lay


def _socket(root: Path) -> None:
    here = Path.cwd()
    os.chdir(root / YEAR)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("x.yaml")
    os.chdir(here)


def _folder(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).mkdir(parents=True)


def _named(*names: str) -> Callable[[Path], None]:
    """Valid records of these names."""

    def lay(root: Path) -> None:
        for number, name in enumerate(names, start=6):
            text = record(number, "2024-02-02").replace("Study", f"Study of {number}")
            write(root, f"{YEAR}/{name}", text)

    return lay


def _closed(path: str) -> Callable[[Path], None]:
    return lambda root: (root / path).chmod(0)


def _deep(root: Path) -> None:
    """Folders so deep that the path of the last is longer than the system takes."""
    here = os.open(".", os.O_RDONLY)
    os.chdir(root / "papers")
    for _ in range(1_500):
        Path("d" * 9).mkdir()
        os.chdir("d" * 9)
    Path("x.yaml").touch()
    os.fchdir(here)
    os.close(here)


def _bytes(root: Path) -> None:
    data = record(7, "2024-02-02").encode()
    with open(os.fsencode(root) + b"/papers/2024/caf\xe9.yaml", "wb") as file:  # noqa: PTH123 -- a name that is no text
        file.write(data)


def _large(path: str, size: int) -> Callable[[Path], None]:
    """A file with a hole in it: it is large, and takes no room."""

    def lay(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        with (root / path).open("ab") as file:
            file.truncate(size)

    return lay


def _long_text(path: str, old: str) -> Callable[[Path], None]:
    def lay(root: Path) -> None:
        text = (root / path).read_text("utf-8")
        write(root, path, text.replace(old, "x" * 1_000_000, 1))

    return lay


def _terms(root: Path) -> None:
    path = root / "taxonomy/tags.yaml"
    more = "".join(f"  - name: Term {number}\n" for number in range(100_000))
    path.write_text(path.read_text("utf-8") + more, encoding="utf-8")


X = f"{YEAR}/x.yaml"
OUT = "leads out of the list"
NOT_FOLLOWED = f"{YEAR}-too:1:1: error[unreadable-file] it is a link to a folder"
PIPE = "it is a pipe, a socket or a device"

PLACES = (
    Place(
        "link-out",
        _link(X, "OUTSIDE/secret.yaml"),
        f"{X}:1:1: error[unreadable-file] it is a link that {OUT}",
    ),
    Place(
        "link-out-upwards",
        _link(X, "../../../outside/secret.yaml"),
        f"{X}:1:1: error[unreadable-file]",
    ),
    Place("link-to-passwords", _link(X, "/etc/passwd"), f"{X}:1:1: error[unreadable-file]"),
    Place("link-to-zeros", _link(X, "/dev/zero"), f"{X}:1:1: error[unreadable-file]"),
    Place("link-to-terminal", _link(X, "/dev/tty"), f"{X}:1:1: error[unreadable-file]"),
    Place("link-to-memory", _link(X, "/proc/self/mem"), f"{X}:1:1: error[unreadable-file]"),
    Place(
        "link-to-nothing", _link(X, "gone.yaml"), f"{X}:1:1: error[unreadable-file] No such file"
    ),
    Place("link-to-itself", _link(X, "x.yaml"), f"{X}:1:1: error[unreadable-file]"),
    Place(
        "link-to-a-folder",
        _link(X, ".."),
        f"{X}:1:1: error[unreadable-file] it is a link to a folder",
    ),
    Place("link-to-its-own-folder", _link(f"{YEAR}-too", "."), NOT_FOLLOWED),
    Place("linked-year", _link(f"{YEAR}-too", "OUTSIDE"), NOT_FOLLOWED),
    Place(
        "linked-records", _link("papers", "OUTSIDE/papers"), "papers:1:1: error[unreadable-file]"
    ),
    Place(
        "linked-vocabularies",
        _link("taxonomy", "OUTSIDE/taxonomy"),
        "taxonomy:1:1: error[unreadable-file]",
    ),
    Place(
        "linked-vocabulary",
        _link("taxonomy/tags.yaml", "OUTSIDE/secret.yaml"),
        f"taxonomy/tags.yaml:1:1: error[unreadable-file] it is a link that {OUT}",
    ),
    Place(
        "linked-settings",
        _link("list.yaml", "OUTSIDE/secret.yaml"),
        f"list.yaml:1:1: error[unreadable-file] it is a link that {OUT}",
    ),
    Place(
        "linked-citation",
        _link("CITATION.bib", "OUTSIDE/secret.yaml"),
        f"CITATION.bib:1:1: error[unreadable-file] it is a link that {OUT}",
    ),
    Place(
        "linked-template",
        _link("templates/static/x.txt", "OUTSIDE/secret.yaml"),
        "x.txt cannot be read: it is a link",
    ),
    Place("linked-templates", _link("templates", "OUTSIDE"), "templates is a link"),
    Place("linked-pictures", _link("assets", "OUTSIDE/assets"), "assets leads out of"),
    Place(
        "linked-site-page",
        _link("site/papers", "OUTSIDE"),
        "holds files that no build made: papers",
        2,
    ),
    Place("linked-cache", _link(".cache", "OUTSIDE")),
    Place("pipe", _pipe(X), f"{X}:1:1: error[unreadable-file] {PIPE}"),
    Place(
        "pipe-as-vocabulary",
        _pipe("taxonomy/tags.yaml"),
        f"taxonomy/tags.yaml:1:1: error[unreadable-file] {PIPE}",
    ),
    Place(
        "pipe-as-citation",
        _pipe("CITATION.bib"),
        f"CITATION.bib:1:1: error[unreadable-file] {PIPE}",
    ),
    Place("pipe-as-settings", _pipe("list.yaml"), "no list.yaml", 2),
    Place("pipe-as-readme", _pipe("README.md")),
    Place("pipe-as-template", _pipe("templates/readme/x.md")),
    Place("socket", _socket, f"{X}:1:1: error[unreadable-file]"),
    Place("folder", _folder(X), f"{X}:1:1: error[unreadable-file]"),
    Place(
        "folder-as-vocabulary",
        _folder("taxonomy/x.yaml"),
        "taxonomy/x.yaml:1:1: error[unreadable-file]",
    ),
    Place(
        "unreadable-file",
        _closed(record_path(2)),
        f"{record_path(2)}:1:1: error[unreadable-file] Permission denied",
    ),
    Place(
        "unreadable-folder",
        _closed("papers/2024"),
        "papers/2024:1:1: error[unreadable-file] Permission denied",
    ),
    Place("deep-folders", _deep, "error[unreadable-file] File name too long"),
    Place("newline-in-name", _named("a\nb.yaml"), rf"{YEAR}/a\nb.yaml:1:1: error[bad-slug]"),
    Place(
        "command-in-name", _named("::error::x.yaml"), f"{YEAR}/::error::x.yaml:1:1: error[bad-slug]"
    ),
    Place("quotes-in-name", _named("a'\"`b.yaml"), "error[bad-slug]"),
    Place("markup-in-name", _named("<script>.yaml"), f"{YEAR}/<script>.yaml:1:1: error[bad-slug]"),
    Place(
        "escape-in-name", _named("a\x1b[31m.yaml"), rf"{YEAR}/a\x1b[31m.yaml:1:1: error[bad-slug]"
    ),
    Place("dots-in-name", _named("a..b.yaml"), f"{YEAR}/a..b.yaml:1:1: error[bad-slug]"),
    Place("hyphen-first", _named("--help.yaml"), f"{YEAR}/--help.yaml:1:1: error[bad-slug]"),
    Place("backslash-in-name", _named("a\\..\\x.yaml"), "error[bad-slug]"),
    Place("no-text-in-name", _bytes, f"{YEAR}/caf\\udce9.yaml:1:1: error[bad-slug]"),
    Place(
        "reversed-name",
        _named("a\u202elmay.yaml"),
        rf"{YEAR}/a\u202elmay.yaml:1:1: error[bad-slug]",
    ),
    Place(
        "longest-name", _named(f"{'x' * (_LONGEST_NAME - len('.yaml'))}.yaml"), "error[bad-slug]"
    ),
    Place("long-name", _named(f"{'x' * 200}.yaml")),
    Place(
        "case-of-name",
        _named("reading-a.yaml", "Reading-A.yaml"),
        f"{YEAR}/Reading-A.yaml:1:1: error[bad-slug]",
    ),
    Place(
        "same-name-in-two-years",
        lambda root: (
            write(root, f"papers/2023/{Path(record_path(2)).name}", record(9, "2023-01-01"))
            and None
        ),
        "error[duplicate-id]",
    ),
    Place("large-hole", _large(X, 8 << 30), f"{X}:1:1: error[too-large]"),
    Place("large-settings", _large("list.yaml", 8 << 30), "list.yaml:1:1: error[too-large]"),
    Place("large-readme", _large("README.md", 8 << 30)),
    Place(
        "long-name-of-list",
        _long_text("list.yaml", "Awesome Readers"),
        "list.yaml:2:11: error[too-large]",
    ),
    Place(
        "long-term",
        _long_text("taxonomy/tags.yaml", "Late Reader"),
        "taxonomy/tags.yaml:12:11: error[too-large]",
    ),
    Place("hundred-thousand-terms", _terms, "taxonomy/tags.yaml:"),
)


@contextmanager
def laid(place: Place, folder: Path) -> Iterator[Path]:
    """A list with a place laid in it, removed afterwards: Python gets lost in folders so deep."""
    root = write_list(folder / "list", 2)
    place.lay(root)
    yield root
    year = root / YEAR
    if year.is_dir() and not year.is_symlink():
        year.chmod(0o700)
    subprocess.run(["/bin/rm", "-rf", str(root)], check=True)

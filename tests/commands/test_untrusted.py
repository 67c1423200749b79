"""`--untrusted`: a list that somebody else wrote can do nothing but be a list."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from awesome_heads import disk
from awesome_heads.cli import run
from awesome_heads.commands.serve import serve
from awesome_heads.preview import Preview
from tests.lists import SITE, tree, write, write_list
from tests.previews import ask

HIDDEN = "what lies outside the list"
ESCAPE = "{{ ''.__class__.__mro__[1].__subclasses__()|length }}"
COMMANDS = (("build",), ("build", "--check"), ("build", "--only", "readme"), ("check",))

each_command = pytest.mark.parametrize("words", COMMANDS, ids=" ".join)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A small list in a folder of its own."""
    return write_list(tmp_path / "list")


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder beside it with a file that is none of its business."""
    folder = tmp_path / "outside"
    write(folder, "hidden.txt", HIDDEN)
    return folder


def call(root: Path, *words: str) -> int:
    """Run a command on a stranger's list."""
    return run([*words, "--root", str(root), "--untrusted"])


def test_a_strangers_list_is_built_like_any_other(root: Path, tmp_path: Path) -> None:
    """Without own templates README and site are byte for byte the same, and nothing is kept."""
    other = shutil.copytree(root, tmp_path / "other")
    assert run(["build", "--root", str(root)]) == 0
    assert call(other, "build") == 0
    made = tree(other)
    assert made == {path: data for path, data in tree(root).items() if path in made}
    assert call(other, "build", "--check") == 0
    assert call(other, "check") == 0
    assert not (other / ".cache").exists()


@each_command
def test_own_templates_stay_in_the_sandbox(
    root: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """A template of the README that reaches for more ends the command with one message."""
    assert run(["build", "--root", str(root)]) == 0
    write(root, "templates/readme/_news.md", ESCAPE)
    capsys.readouterr()
    assert call(root, *words) == 2
    noted = capsys.readouterr().err
    assert "unsafe" in noted
    assert "Traceback" not in noted


def test_without_the_option_templates_are_the_owners(root: Path) -> None:
    """The attempt is real: a list of one's own runs what its templates say."""
    write(root, "templates/readme/_news.md", ESCAPE)
    assert run(["build", "--root", str(root), "--only", "readme"]) == 0


PLACES = {
    "a record": "papers/2024/linked.yaml",
    "a folder of records": "papers/2031",
    "a vocabulary": "taxonomy/linked.yaml",
    "a template": "templates/site/linked.html",
    "a static file": "templates/static/linked.txt",
    "a catalogue": "templates/locale/de.po",
    "the folder of templates": "templates",
    "the settings": "list.yaml",
    "the citation": "CITATION.bib",
    "the README": "README.md",
    "a staged file": "README.md.awesome-heads-part",
    "the pictures": "assets",
    "a picture": "assets/linked.svg",
    "what is remembered of links": "links/failing.yaml",
    "the folder of that": "links",
    "the cache": ".cache",
    "the site": SITE,
    "a folder of the site": f"{SITE}/papers",
}


def link(root: Path, path: str, target: Path) -> None:
    """Put a symbolic link in the place of whatever is there."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    place.symlink_to(target)


@pytest.mark.parametrize("path", PLACES.values(), ids=PLACES)
def test_no_link_is_followed(
    root: Path, outside: Path, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wherever a link stands that a build would follow, nothing is read or written through it."""
    before = tree(outside)
    is_file = Path(path).suffix != ""
    link(root, path, outside / "hidden.txt" if is_file else outside)
    assert call(root, "build") == 1
    said, noted = capsys.readouterr()
    assert f"{path} is a symbolic link" in noted
    assert HIDDEN not in said + noted
    assert tree(outside) == before


def test_a_link_within_the_list_is_refused_too(root: Path) -> None:
    """Where a link leads is not asked: what it leads to may be another by the time it is used."""
    link(root, "templates/static/linked.txt", root / "list.yaml")
    assert call(root, "check") == 1


def test_without_the_option_links_are_the_owners(root: Path, outside: Path) -> None:
    """The danger is real: an owner's link is followed, and the site written where it leads."""
    link(root, SITE, outside / "elsewhere")
    (outside / "elsewhere").mkdir()
    assert run(["build", "--root", str(root), "--only", "site"]) == 0
    assert (outside / "elsewhere" / "index.html").is_file()


@pytest.mark.parametrize(("untrusted", "is_forged"), [((), True), (("--untrusted",), False)])
def test_a_cache_that_came_with_the_list_is_not_believed(
    root: Path, *, untrusted: tuple[str, ...], is_forged: bool
) -> None:
    """Who has the program can write a cache that it believes; a stranger's is passed over."""
    assert run(["build", "--root", str(root)]) == 0
    memory = disk.Memory(root)
    known = memory.read("readme")
    assert isinstance(known, dict)
    memory.write("readme", dict.fromkeys(known, "FORGED"))
    (root / "README.md").unlink()
    assert run(["build", "--root", str(root), *untrusted]) == 0
    assert ("FORGED" in (root / "README.md").read_text()) == is_forged


@pytest.mark.parametrize("name", ["hidden", "../hidden", "../../outside/hidden"])
def test_no_setting_leads_out_of_the_list(
    root: Path, outside: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A language, a citation or a part of the README is a name among the list's own, not a path."""
    before = tree(outside)
    for changes in ({"language": f"x/{name}"}, {"readme": {"sections": [name]}}):
        write_list(root, **changes)
        call(root, "build")
        said, noted = capsys.readouterr()
        assert HIDDEN not in said + noted
        assert HIDDEN.encode() not in b"".join(tree(root).values())
    assert tree(outside) == before


def served(root: Path, monkeypatch: pytest.MonkeyPatch, look: Callable[[Preview], None]) -> None:
    """Serve a stranger's list, look at it, and end."""
    started: list[Preview] = []
    stop = Event()
    start = Preview.start

    def noticed(self: Preview) -> None:
        start(self)
        started.append(self)
        stop.set()

    def looking(*_: object) -> Iterator[None]:
        yield
        look(started[0])

    monkeypatch.setattr(Preview, "start", noticed)
    monkeypatch.setattr(disk, "watch", looking)
    thread = Thread(target=serve, args=(root, 0, stop), kwargs={"untrusted": True})
    thread.start()
    thread.join(30)
    assert started
    assert not thread.is_alive()


def test_serve_keeps_a_template_in_the_sandbox(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser shows what the template tried; nothing else of it is done."""
    write(root, "templates/site/404.html", ESCAPE)
    bodies: list[bytes] = []
    served(root, monkeypatch, lambda preview: bodies.append(ask(preview, "/").body))
    assert b"unsafe" in bodies[0]


def test_serve_follows_no_link(root: Path, outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link is told in the browser, and what it leads to is not."""
    link(root, "templates/static/linked.txt", outside / "hidden.txt")
    bodies: list[bytes] = []
    served(root, monkeypatch, lambda preview: bodies.append(ask(preview, "/").body))
    assert b"templates/static/linked.txt is a symbolic link" in bodies[0]
    assert HIDDEN.encode() not in bodies[0]

"""The made-up list's README, pictures and chosen pages, byte for byte."""

import difflib
from collections.abc import Mapping
from pathlib import Path

import pytest

from awesome_heads.project import Project
from awesome_heads.render import Output

GOLDEN = Path(__file__).parent / "golden" / "small"
PAGES = (
    "404.html",
    "glossary/index.html",
    "index.html",
    "papers/all-fields/index.html",
    "papers/every-field/index.html",
    "papers/signs/index.html",
    "robots.txt",
    "sitemap.xml",
    "static/stages.css",
    "tags/cellar-culture/index.html",
    "tags/index.html",
    "years/2022/index.html",
    "years/index.html",
)
PICTURES = tuple(
    f"assets/{figure}-{theme}.svg"
    for figure in ("statistics", "taxonomy")
    for theme in ("dark", "light")
)
FILES = ("README.md", *PICTURES, *(f"site/{page}" for page in PAGES))


@pytest.fixture(scope="module")
def built(small: Project, small_site: Mapping[str, Output]) -> dict[str, bytes]:
    """Everything made from the list, laid out as it would be on disk."""
    site = {f"site/{path}": output.data for path, output in small_site.items()}
    return {path: output.data for path, output in small.readme().items()} | site


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_as_it_was(
    name: str, built: Mapping[str, bytes], pytestconfig: pytest.Config
) -> None:
    """What is built equals the file that a person has read and accepted."""
    target, now = GOLDEN / name, built[name]
    if pytestconfig.getoption("--golden-update"):
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(now)
    before = target.read_bytes()
    if now != before:
        pytest.fail("\n".join(_difference(name, before, now)), pytrace=False)


def _difference(name: str, before: bytes, now: bytes) -> list[str]:
    """A unified diff that shows line ends too, so that no difference is invisible."""
    old, new = (
        [repr(line)[1:-1] for line in data.decode().splitlines(keepends=True)]
        for data in (before, now)
    )
    return list(difflib.unified_diff(old, new, f"golden/{name}", f"built/{name}", lineterm=""))


def test_every_golden_file_is_compared(pytestconfig: pytest.Config) -> None:
    """No file stays behind in the folder once its page is gone."""
    if pytestconfig.getoption("--golden-update"):
        pytest.skip("the files are being written")
    kept = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    assert kept == set(FILES)


def test_every_picture_and_the_readme_are_golden(small: Project) -> None:
    """Whatever is made beside the site is compared as a whole."""
    assert set(small.readme()) == {"README.md", *PICTURES}


def test_the_difference_shows_line_ends() -> None:
    """A lost carriage return is seen in the report."""
    assert _difference("a", b"x\r\ny\n", b"x\ny\n")[2:] == [
        "@@ -1,2 +1,2 @@",
        r"-x\r\n",
        r"+x\n",
        r" y\n",
    ]

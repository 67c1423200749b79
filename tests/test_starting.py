"""What is derived from the few answers that a new list begins with."""

import datetime as dt
import json

import pytest

from awesome_heads.errors import UsageError
from awesome_heads.starting import QUESTIONS, action_of, start

BY_NAME = {question.name: question for question in QUESTIONS}
ANSWERS = {
    "name": "Awesome Kites",
    "description": "Papers on kites.",
    "repository": "https://github.com/example/kites",
    "site": "https://example.github.io/kites",
    "language": "en",
}
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("kites", "Awesome Kites"),
        ("awesome-kite_papers", "Awesome Kite Papers"),
        ("PDEs", "Awesome PDEs"),
        ("", "Awesome"),
    ],
)
def test_a_list_is_named_after_its_folder(folder: str, name: str) -> None:
    """The guess is the folder's name in words, awesome where it does not say so."""
    assert BY_NAME["name"].guess(folder, {}) == name


@pytest.mark.parametrize(
    ("typed", "repository", "site"),
    [
        ("https://github.com/Ada-Example/Kites", "", "https://ada-example.github.io/Kites/"),
        ("git@github.com:ada/kites.git", "https://github.com/ada/kites", None),
        ("https://github.com/ada/kites.git/", "https://github.com/ada/kites", None),
        ("https://github.com/Ada/ada.github.io", "", "https://ada.github.io/"),
    ],
)
def test_the_site_follows_from_a_repository_on_github(
    typed: str, repository: str, site: str | None
) -> None:
    """Git's own address of a repository does as well, and a user's own site has no folder."""
    parsed = BY_NAME["repository"].parse(typed)
    assert parsed == (repository or typed)
    if site is not None:
        assert BY_NAME["site"].guess("", {"repository": parsed}) == site


def test_another_host_tells_no_site() -> None:
    """Where pages of other hosts lie is not guessed."""
    assert BY_NAME["site"].guess("", {"repository": "https://gitlab.example/ada/kites"}) is None


@pytest.mark.parametrize("typed", ["", "kites", "ftp://example.org/kites", "https://a b"])
def test_what_is_no_address_is_refused(typed: str) -> None:
    """A repository is a web address, and the hint shows one."""
    with pytest.raises(UsageError) as refused:
        BY_NAME["repository"].parse(typed)
    assert "https://github.com/example/kites" in refused.value.hint


def test_a_description_is_a_sentence() -> None:
    """It ends like one, and is one line."""
    parse = BY_NAME["description"].parse
    assert parse(" Papers on\nkites ") == "Papers on kites."
    assert parse("Why do kites fly?") == "Why do kites fly?"
    with pytest.raises(UsageError):
        parse(" ")


@pytest.mark.parametrize(
    ("origin", "action"),
    [
        (None, None),
        ({"url": "file:///here", "dir_info": {"editable": True}}, None),
        ({"url": "https://example.org/heads", "vcs_info": {"commit_id": COMMIT}}, None),
        (
            {"url": "https://github.com/ada/heads.git", "vcs_info": {"commit_id": COMMIT}},
            f"ada/heads@{COMMIT}",
        ),
    ],
)
def test_workflows_use_the_commit_that_is_installed(
    origin: dict[str, object] | None, action: str | None
) -> None:
    """Installed from GitHub, the program knows its commit; else the workflows follow a branch."""
    found = action_of(json.dumps(origin) if origin else None)
    assert (found and found.partition(" # ")[0]) == action
    files = {each.path: each.data for each in start(ANSWERS, dt.date(2026, 1, 2), found)}
    expected = action or "IAAR-Shanghai/Awesome-Attention-Heads@main"
    for name in ("add-paper", "links", "publish", "pull-request"):
        assert f"uses: {expected} #".encode() in files[f".github/workflows/{name}.yml"]


def test_nothing_depends_on_the_clock() -> None:
    """The same answers on the same day make the same files."""
    today = dt.date(2026, 1, 2)
    assert start(ANSWERS, today, None) == start(ANSWERS, today, None)

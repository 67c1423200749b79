"""What a new list begins with: answers of its owner, what follows from them, and its files."""

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from pydantic import TypeAdapter, ValidationError

from awesome_heads import HOME
from awesome_heads.errors import UsageError
from awesome_heads.escapes import one_line
from awesome_heads.fields import WebAddress
from awesome_heads.language import ENGLISH
from awesome_heads.render import Output, render_starter
from awesome_heads.text import slugify

_AWESOME = "awesome"
_FROM_GIT = re.compile(r"git@([^:/]+):(.+)")
_ON_GITHUB = re.compile(r"https://github\.com/([^/]+)/([^/]+)")
# An action that no commit is known for follows the branch; the linter of workflows is told so.
_UNPINNED = "@main # zizmor: ignore[unpinned-uses] -- put a commit in the place of main"

Answers = Mapping[str, str]


class Question(NamedTuple):
    """One thing that only the list's owner knows.

    Attributes:
        name: The option that answers it, and the name of the answer.
        text: How it is asked on a terminal.
        parse: Makes the answer of what was typed; raises UsageError where it cannot.
        guess: The answer that is most likely, by the folder's name and the answers before it.
        always: Whether it is asked although there is a guess.
    """

    name: str
    text: str
    parse: Callable[[str], str]
    guess: Callable[[str, Answers], str | None]
    always: bool = True


def _sentence(text: str) -> str:
    plain = _some_text(text)
    return plain if plain.endswith((".", "!", "?", "。")) else f"{plain}."


def _some_text(text: str) -> str:
    plain = one_line(text)
    if not plain:
        raise UsageError("this needs a text", "write a few words")
    return plain


def _address(text: str) -> str:
    try:
        return TypeAdapter(WebAddress).validate_python(text)
    except ValidationError as error:
        hint = "write the whole address, such as https://github.com/example/kites"
        raise UsageError(error.errors()[0]["msg"], hint) from error


def _repository(text: str) -> str:
    """The page of a repository, also out of the address that git takes."""
    found = _FROM_GIT.fullmatch(text.strip())
    address = f"https://{found[1]}/{found[2]}" if found else text
    return _address(address).rstrip("/").removesuffix(".git")


def _named_after(folder: str) -> str:
    words = [word for word in re.split(r"[\s_-]+", folder) if word]
    named = " ".join(word if word != word.lower() else word.title() for word in words)
    return named if named.lower().startswith(_AWESOME) else f"{_AWESOME.title()} {named}".strip()


def _pages_of(repository: str) -> str | None:
    """Where GitHub Pages shows the site of a repository; None for other hosts."""
    found = _ON_GITHUB.fullmatch(repository)
    if found is None:
        return None
    site = f"https://{found[1].lower()}.github.io/"
    return site if f"{found[2].lower()}/" == urlsplit(site).netloc + "/" else f"{site}{found[2]}/"


QUESTIONS = (
    Question("name", "Name of the list", _some_text, lambda folder, _: _named_after(folder)),
    Question(
        "description",
        "What it is about, in one sentence",
        _sentence,
        lambda *_: "A curated list of papers.",
    ),
    Question("repository", "Address of its repository", _repository, lambda *_: None),
    Question(
        "site",
        "Address at which its site will be",
        _address,
        lambda _, answers: _pages_of(answers["repository"]),
        always=False,
    ),
    Question("language", "Language of its texts", _some_text, lambda *_: ENGLISH, always=False),
)


def action_of(origin: str | None) -> str | None:
    """The commit on GitHub that this program was installed from, as `OWNER/NAME@COMMIT`.

    Args:
        origin: What the installer wrote down, as
            https://packaging.python.org/specifications/direct-url/ has it; None where it did not.
    """
    found = json.loads(origin or "{}")
    place = _ON_GITHUB.fullmatch(found.get("url", "").removesuffix(".git"))
    commit = found.get("vcs_info", {}).get("commit_id")
    return f"{place[1]}/{place[2]}@{commit} # as installed" if place and commit else None


def start(answers: Answers, today: dt.date, action: str | None) -> tuple[Output, ...]:
    """The files of a new list that do not follow from others.

    Args:
        answers: One for each of `QUESTIONS`.
        today: The day it begins.
        action: What `action_of` knows of the program, which the workflows then use.
    """
    values = {
        **answers,
        "action": action or f"{urlsplit(HOME).path.strip('/')}{_UNPINNED}",
        "base": answers["site"].rstrip("/") + "/",
        "home": HOME,
        "key": slugify(answers["name"]).replace("-", "") or "list",
        "today": today.isoformat(),
        "year": str(today.year),
    }
    return tuple(render_starter(values))

"""Addresses in people's text, and what kind of link each is."""

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from pydantic import TypeAdapter, ValidationError

from awesome_heads.fields import WebAddress
from awesome_heads.identifiers import canonical_url, parse_url
from awesome_heads.importing.questions import field_of
from awesome_heads.model import LINK_KINDS
from awesome_heads.references import parse_reference

_LINKS = MarkdownIt("zero").enable(["link", "autolink"])
_BARE = re.compile(r"https?://[^\s<>\"`\[\]{}|\\^]+", re.IGNORECASE)
_NO_SCHEME = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}/\S+", re.IGNORECASE)
_SUBJECT = re.compile(r"\s*\[[\w.-]+\]$")
_PLACES = (
    (re.compile(r"huggingface\.co/datasets/.*|(?:www\.)?kaggle\.com/datasets/.*"), "data"),
    (re.compile(r"huggingface\.co/spaces/.*|.*\.(?:streamlit\.app|hf\.space)/.*"), "demo"),
    (re.compile(r"(?:github\.com|gitlab\.com|bitbucket\.org)/.+|colab\..*"), "code"),
    (re.compile(r"(?:.*\.)?(?:youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)/.*"), "video"),
    (re.compile(r"docs\.google\.com/presentation/.*"), "slides"),
    (re.compile(r"[^/]+\.(?:github|gitlab)\.io/.*"), "project"),
)
_LONGEST_LINE = 4000
_ADDRESS: TypeAdapter[str] = TypeAdapter(WebAddress)


class Link(NamedTuple):
    """An address with the words that it stands on, if any."""

    words: str
    url: str


def find_links(text: str) -> tuple[list[Link], str]:
    """Every address in a text, and the text with the words of links in place of the links."""
    links: list[Link] = []
    words = [_read_line(line, links) for line in text.split("\n")]
    return list(dict.fromkeys(links)), "\n".join(words)


def _read_line(line: str, links: list[Link]) -> str:
    if len(line) > _LONGEST_LINE:
        return line
    words: list[str] = []
    target: str | None = None
    inside: list[str] = []
    for token in _LINKS.parseInline(line)[0].children or []:
        if token.type == "link_open":
            target, inside = str(token.attrGet("href") or ""), []
        elif token.type == "link_close" and target is not None:
            shown = "".join(inside)
            named = "" if token.markup == "autolink" or _BARE.fullmatch(shown) else shown
            links += [Link(named, url) for url in [kept_address(target)] if url]
            words.append(named)
            target = None
        elif target is not None:
            inside.append(token.content)
        else:
            links += [Link("", url) for url in _bare(token.content)]
            words.append(_BARE.sub(" ", token.content))
    return "".join(words)


def _bare(text: str) -> Iterator[str]:
    for found in _BARE.findall(text):
        url = kept_address(_without_tail(found))
        if url:
            yield url


def split_bare(text: str) -> Iterator[tuple[str, str]]:
    """A text piece by piece: words, each with the bare address that follows them, if any."""
    start = 0
    for found in _BARE.finditer(text):
        address = _without_tail(found[0])
        yield text[start : found.start()], address
        start = found.start() + len(address)
    yield text[start:], ""


def _without_tail(url: str) -> str:
    """An address without what belongs to the sentence around it."""
    while url and (url[-1] in ".,;:!?'*_" or (url[-1] == ")" and url.count(")") > url.count("("))):
        url = url[:-1]
    return url


def kept_address(text: str) -> str | None:
    """An address as the list keeps it; None where it is none."""
    try:
        return canonical_url(_ADDRESS.validate_python(text))
    except (ValidationError, ValueError):
        return None


def read_links(text: str) -> tuple[list[Link], str]:
    """The addresses in an answer that should hold some, and the words left over.

    Identifiers count too, as do addresses that lack their beginning.
    """
    links, words = find_links(text)
    left = []
    for line in words.split("\n"):
        piece = line.strip(" ().,")
        url = None if len(piece) > _LONGEST_LINE else _from_identifier(piece)
        if url:
            links.append(Link("", url))
        elif re.search(r"\w", piece) and not any(link.words == piece for link in links):
            left.append(line.strip())
    return list(dict.fromkeys(links)), "\n".join(left)


def _from_identifier(text: str) -> str | None:
    identifier = parse_reference(_SUBJECT.sub("", text))
    if identifier is not None:
        return kept_address(identifier.url)
    return kept_address(f"https://{text}") if _NO_SCHEME.fullmatch(text) else None


def kind_of(link: Link, asked: str) -> str | None:
    """The kind of a link; None where nothing tells it.

    Args:
        link: The link.
        asked: The field whose answer it stands in.
    """
    if asked in LINK_KINDS and asked != "paper":
        return asked
    named = field_of(link.words)
    if named in LINK_KINDS:
        return named
    if parse_url(link.url) is not None:
        return "paper"
    parts = urlsplit(link.url)
    address = (parts.hostname or "").removeprefix("www.") + (parts.path or "/")
    known = next((kind for place, kind in _PLACES if place.fullmatch(address)), None)
    return known or ("paper" if asked == "paper" else None)

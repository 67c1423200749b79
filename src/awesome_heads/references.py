"""What a person types for a paper: a URL or an id in any of its spellings."""

import re

from awesome_heads.identifiers import Identifier, parse_doi, parse_url

_URL = re.compile(r"https?://", re.IGNORECASE)
_HOST = re.compile(
    r"(?:[\w-]+\.)?(?:arxiv\.org|doi\.org|dl\.acm\.org|openreview\.net|aclanthology\.org)/",
    re.IGNORECASE,
)
_PREFIXED = re.compile(
    r"(?P<prefix>arxiv|doi|openreview|acl)(?::\s*|\s+)(?P<id>\S+)", re.IGNORECASE
)
_WORD = re.compile(r"[\w./\-]+", re.ASCII)
_FORUM = re.compile(r"[\w\-]+", re.ASCII)
_ACL_DOI = "10.18653/v1/"


def parse_reference(text: str) -> Identifier | None:
    """Read an identifier out of what was typed; None where it names no paper.

    Versions are dropped, `https://` may be missing, and the prefixes `arXiv:`, `doi:`,
    `OpenReview` and `ACL` are understood. An OpenReview id needs its prefix or its URL, since
    nothing about it tells it from a word.
    """
    typed = text.strip()
    if _URL.match(typed) or _HOST.match(typed):
        return _parse_address(typed if _URL.match(typed) else f"https://{typed}")
    prefixed = _PREFIXED.fullmatch(typed)
    if prefixed is not None:
        return _parse_id(prefixed["prefix"].lower(), prefixed["id"])
    schemes = ("doi",) if typed.startswith("10.") else ("arxiv", "acl")
    return next((found for each in schemes if (found := _parse_id(each, typed))), None)


def _parse_address(url: str) -> Identifier | None:
    try:
        return settled(parse_url(url))
    except ValueError:
        return None


def _parse_id(scheme: str, text: str) -> Identifier | None:
    if scheme == "doi":
        is_doi = text.startswith("10.") and not re.search(r"\s", text)
        return settled(parse_doi(text)) if is_doi else None
    if scheme == "openreview":
        return Identifier("openreview", text) if _FORUM.fullmatch(text) else None
    if not _WORD.fullmatch(text):
        return None
    base = "https://arxiv.org/abs/" if scheme == "arxiv" else "https://aclanthology.org/"
    return _parse_address(base + text)


def settled(identifier: Identifier | None) -> Identifier | None:
    """One spelling an id: old arXiv ids without a subject class, ACL ids in the case they have."""
    if identifier is None or identifier.scheme not in {"arxiv", "acl"}:
        return identifier
    value = identifier.value
    if identifier.scheme == "arxiv":
        return identifier._replace(value=re.sub(r"\.[a-z\-]+/", "/", value.lower()))
    return identifier._replace(value=value.upper() if value[0].isalpha() else value.lower())


def other_names(identifier: Identifier) -> tuple[Identifier, ...]:
    """Every identifier that is bound to mean the same paper, the given one first.

    The ACL Anthology makes its DOIs out of its ids, so each tells the other. Not every paper of
    the Anthology has a DOI, so one that is made up here may lead nowhere.
    """
    first = settled(identifier) or identifier
    if first.scheme == "acl":
        return first, Identifier("doi", f"{_ACL_DOI}{first.value}".lower())
    if first.scheme == "doi" and first.value.startswith(_ACL_DOI):
        acl = _parse_id("acl", first.value.removeprefix(_ACL_DOI))
        return (first, acl) if acl else (first,)
    return (first,)

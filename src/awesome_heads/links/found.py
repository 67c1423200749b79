"""The links that files of a list hold, each with its place."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import quote, urldefrag, urlsplit

from awesome_heads.identifiers import parse_doi
from awesome_heads.records import Source
from awesome_heads.records.nodes import Node
from awesome_heads.records.source import Loc

_ADDRESS = re.compile(r"https?://[^\s<>\"\\^`{|}\x00-\x1f\x7f]+", re.IGNORECASE)
_DOI = ("published", "doi")


class FoundLink(NamedTuple):
    """A link in a file.

    Attributes:
        source: The file.
        loc: The path of the value that is the link.
        address: What stands there, or what it stands for, as a DOI does.
        written: Whether the value is the address itself.
    """

    source: Source
    loc: Loc
    address: str
    written: bool = True

    @property
    def url(self) -> str:
        """What is asked for: a fragment is no part of that."""
        return urldefrag(self.address).url


def is_address(text: str) -> bool:
    """Whether a text is a whole address of the web, and nothing else."""
    try:
        parts = urlsplit(text)
        return bool(_ADDRESS.fullmatch(text) and parts.hostname and parts.port != 0)
    except ValueError:
        return False


def find_links(sources: Iterable[Source]) -> list[FoundLink]:
    """Every value of the files that is a web address, or a published paper's DOI, in order.

    A file that cannot be read holds none; `awesome-heads check` says why.
    """
    return [link for source in sources if not source.read()[1] for link in _links(source)]


def _links(source: Source) -> Iterator[FoundLink]:
    for loc, text in _texts(source.root, ()):
        if is_address(text):
            yield FoundLink(source, loc, text)
        elif loc == _DOI and (identifier := parse_doi(text)) is not None:
            # Old DOIs hold signs that no address may.
            yield FoundLink(source, loc, quote(identifier.url, safe="/:;()"), written=False)


def _texts(node: Node | None, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if node is None:
        return
    if isinstance(node.value, str):
        yield loc, node.value.strip()
    elif isinstance(node.value, dict):
        for name, inner in node.value.items():
            yield from _texts(inner, (*loc, name))
    else:
        for place, inner in enumerate(node.value):
            yield from _texts(inner, (*loc, place))

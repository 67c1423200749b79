"""What each link of a row leads to: the paper, its code, its data and so on."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from awesome_heads.fields import PartialDate
from awesome_heads.identifiers import parse_url
from awesome_heads.importing.links import Link, kept_address, kind_of
from awesome_heads.importing.questions import field_of
from awesome_heads.importing.readme.facts import Terms
from awesome_heads.importing.readme.pieces import Piece
from awesome_heads.importing.readme.when import split_dated
from awesome_heads.model import LINK_KINDS
from awesome_heads.references import parse_reference
from awesome_heads.text import fold

# Words on links beyond those that the form for a new paper knows.
_WORDS: Mapping[str, str] = {
    "abs": "paper",
    "abstract": "paper",
    "acl": "paper",
    "acl anthology": "paper",
    "appendix": "",
    "article": "paper",
    "bib": "",
    "bibtex": "",
    "checkpoint": "",
    "checkpoints": "",
    "colab": "code",
    "full text": "paper",
    "here": "",
    "html": "paper",
    "hf": "",
    "huggingface": "",
    "hugging face": "",
    "implementation": "code",
    "link": "paper",
    "model": "",
    "models": "",
    "notebook": "code",
    "official code": "code",
    "openreview": "paper",
    "pdf": "paper",
    "preprint": "paper",
    "read": "paper",
    "review": "",
    "reviews": "",
    "supplement": "",
    "tweet": "",
    "twitter": "",
    "url": "paper",
    "web": "project",
    "webpage": "project",
    "weights": "",
    "project website": "project",
    "youtube": "video",
}
_MARKS = re.compile(r"[^\w\s.'-]+")
# The number of a further link of one kind: `Code 2`.
_NTH = re.compile(r"\s\d$")


class Lead(NamedTuple):
    """What the words of a link tell.

    Attributes:
        kind: One of `LINK_KINDS`; empty where the words name none.
        venue: A venue that they name.
        date: The date beside it.
        is_label: Whether they are a label and no title.
    """

    kind: str = ""
    venue: str = ""
    date: PartialDate | None = None
    is_label: bool = False


def word_kind(text: str) -> str | None:
    """The kind that a word on a link names; empty for one that names nothing, such as `here`."""
    plain = _NTH.sub("", " ".join(_MARKS.sub(" ", text).split()))
    named = field_of(plain)
    if named in LINK_KINDS:
        return named
    return _WORDS.get(fold(plain).removesuffix(" link"))


def read_lead(piece: Piece, terms: Terms) -> Lead:
    """What a link's words or its badges tell."""
    for badge in piece.badges:
        kinds = [word_kind(text) or "" for text in (badge.message, badge.label)]
        kind = next((each for each in kinds if each), "")
        venue = ""
        if kind in {"", "paper", "poster", "blog"}:
            sides = (badge.label, badge.message)
            known = next(
                (term.name for side in sides if (term := terms.venues.find_dated(side))), ""
            )
            venue = known or (badge.label if kinds[0] else "")
        return Lead(kind or ("paper" if venue else ""), venue, is_label=True)
    kind_said = word_kind(piece.text)
    name, date = split_dated(piece.text)
    term = terms.venues.find(piece.text.strip()) or terms.venues.find(name)
    if term is not None:
        dated = None if terms.venues.find(piece.text.strip()) else date
        return Lead("paper", term.name, dated, is_label=True)
    is_address = parse_reference(piece.text) is not None or piece.text.startswith("http")
    return Lead(kind_said or "", is_label=kind_said is not None or is_address or not piece.text)


def kind_by_address(url: str) -> str:
    """The kind that an address alone tells; empty where it tells none."""
    address = kept_address(url)
    if address is None:
        return ""
    return kind_of(Link("", address), "") or ("paper" if address.lower().endswith(".pdf") else "")


def is_paper_like(piece: Piece) -> bool:
    """Whether a link leads to a paper, as far as its words or its address tell."""
    if not piece.url.lower().startswith(("http://", "https://")):
        return False
    said = [piece.text, *(each.message for each in piece.badges)]
    return kind_by_address(piece.url) == "paper" or any(word_kind(each) == "paper" for each in said)


class Links:
    """Addresses by kind, with what is to be settled once all are known."""

    def __init__(self) -> None:
        """Begin with none."""
        self.by_kind: dict[str, list[str]] = {}
        self.left: list[str] = []
        self._of_title = ""

    def add(self, kind: str, url: str, said: str) -> None:
        """Take a link of a kind; one without a kind, or that is no address, is noted."""
        address = kept_address(url)
        if address is None:
            if not url.startswith("#"):
                self.left.append(f"link {url}")
            return
        kind = "paper" if kind == "poster" and parse_url(address) else kind
        kind = kind or kind_by_address(address)
        if not kind:
            self.left.append(f"link {said} {address}".replace("  ", " "))
        elif address not in self.by_kind.setdefault(kind, []):
            self.by_kind[kind].append(address)

    def add_title(self, url: str) -> None:
        """Take the link that the title stands on: the paper, unless another link says it is."""
        self._of_title = url

    def settle(self) -> dict[str, tuple[str, ...]]:
        """The links, once all are there; a post or a poster may be the work itself."""
        if self._of_title:
            self._settle_title(self._of_title)
        for kind in ("poster", "blog"):
            if not self.by_kind.get("paper") and self.by_kind.get(kind):
                self.by_kind["paper"] = [self.by_kind[kind].pop(0)]
        return {kind: tuple(self.by_kind[kind]) for kind in LINK_KINDS if self.by_kind.get(kind)}

    def _settle_title(self, url: str) -> None:
        kind, address = kind_by_address(url), kept_address(url)
        named = self.by_kind.get("paper", [])
        if kind in {"", "blog"} and not named:
            kind = "paper"
        if not kind and address and address in named:
            return
        before = list(self.by_kind.get(kind, []))
        self.by_kind.pop(kind, None)
        self.add(kind, url, "of the title")
        for each in before:
            self.add(kind, each, "")

"""One row of a list, whatever its form, as a paper that was found."""

import re
from collections.abc import Iterator, Sequence

from awesome_heads.importing.found import FoundPaper
from awesome_heads.importing.questions import field_of
from awesome_heads.importing.readme.badges import Badge
from awesome_heads.importing.readme.facts import Facts, Terms
from awesome_heads.importing.readme.kinds import Links, is_paper_like, read_lead, word_kind
from awesome_heads.importing.readme.naming import may_be_name
from awesome_heads.importing.readme.pieces import Piece
from awesome_heads.importing.readme.plain import split_plain
from awesome_heads.importing.readme.tree import Element
from awesome_heads.importing.readme.when import read_when, split_dated, year_in
from awesome_heads.text import sentence_list

_LETTER = re.compile(r"[^\W\d_]")
_ENOUGH_WORDS = 3
_ARXIV = re.compile(r"https?://(?:www\.|export\.)?arxiv\.org/", re.IGNORECASE)


class Row:
    """Gathers what a row says, piece by piece."""

    def __init__(self, terms: Terms, element: Element | None = None) -> None:
        """Begin with nothing of the element that is the row."""
        self.title = ""
        self._anchors = frozenset(_anchors(element) if element else ())
        self.facts, self.links = Facts(terms), Links()
        self._terms = terms
        self._led: list[tuple[str, str]] = []

    def take_title(self, pieces: Sequence[Piece]) -> None:
        """Take pieces that hold the title, and perhaps anything else before and after it."""
        place = self._place_of_title(pieces)
        if place is None:
            pieces = self._plain_title(pieces)
        else:
            chosen = pieces[place]
            self.title = _without_stop(" ".join(chosen.text.split()))
            if self._is_own_page(chosen.url):
                self.facts.leave(f"page {chosen.url}")
            elif chosen.url:
                self.links.add_title(chosen.url)
            pieces = [*pieces[:place], Piece(is_break=True), *pieces[place + 1 :]]
        self.take_rest(pieces)

    def take_rest(self, pieces: Sequence[Piece], kind: str = "") -> None:
        """Take badges, links and loose words; `kind` is that of links that name none."""
        loose: list[Piece] = []
        for piece in pieces:
            if piece.url and self._is_person(piece):
                self.facts.leave(f"link {piece.text} {piece.url}")
                loose.append(Piece(piece.text))
                continue
            if piece.url:
                self._take_link(piece, kind)
            for badge in () if piece.url else piece.badges:
                self.take_badge(badge)
            is_words = not piece.url and not piece.badges
            loose.append(piece if is_words else Piece(is_break=True))
        self.facts.take_loose(loose)

    def take_badge(self, badge: Badge) -> None:
        """Take a badge that is no link: a tag, or now and then a venue."""
        tags, venues = self._terms.tags, self._terms.venues
        said = f"{badge.label} {badge.message}".strip()
        if not tags.find(badge.name) and venues.find(split_dated(said)[0]):
            self.facts.take_venue_or_date(said)
        else:
            self.facts.take_tags([badge.name])

    def take_tags(self, pieces: Sequence[Piece]) -> None:
        """Take pieces that hold nothing but tags."""
        for piece in pieces:
            for badge in piece.badges:
                self.facts.take_tags([badge.name])
        words = "\n".join(piece.text for piece in pieces if not piece.is_break)
        self.facts.take_tags([name for name in self._terms.tags.split(words) if name])

    def _take_link(self, piece: Piece, kind: str) -> None:
        lead = read_lead(piece, self._terms)
        names = [each.name for each in piece.badges] or [piece.text] * (not lead.is_label)
        if names and all(map(self._terms.tags.find, names)):
            self.facts.take_tags(names)
            return
        if lead.venue:
            self._led.append((lead.venue, piece.url))
        if lead.date:
            self.facts.take_date(lead.date, str(lead.date))
        self.links.add(lead.kind or kind, piece.url, piece.text or " ".join(names))

    def _is_person(self, piece: Piece) -> bool:
        """Whether a link stands on a person's name, and leads to their home page."""
        lead = read_lead(piece, self._terms)
        labels = any(word_kind(word) is not None for word in piece.text.split())
        known = lead.is_label or labels or is_paper_like(piece) or not self.title
        known = known or self._terms.tags.find(piece.text) is not None
        return not known and " " in piece.text and may_be_name(piece.text)

    def _is_own_page(self, url: str) -> bool:
        """Whether a link leads to the page that a list's site has for the row, by its name."""
        return url.rstrip("/").rpartition("/")[2] in self._anchors

    def _place_of_title(self, pieces: Sequence[Piece]) -> int | None:
        """Where the title stands as a link or in bold: the first that has some words."""
        places = [place for place, piece in enumerate(pieces) if self._may_be_title(piece)]
        longer = [each for each in places if len(pieces[each].text.split()) >= _ENOUGH_WORDS]
        place = next(iter(longer or places), None)
        # A word or two on a link behind a longer text are a label that we do not know.
        plain = [each for each in pieces[:place] if not each.url and not self._is_known(each.text)]
        late = place is not None and not longer and len(_said(plain).split()) >= _ENOUGH_WORDS
        return None if late else place

    def _is_known(self, text: str) -> bool:
        said = text.strip(" :.,()[]")
        return bool(self._terms.venues.find_dated(said) or read_when(said))

    def _may_be_title(self, piece: Piece) -> bool:
        text = piece.text.strip(" :.")
        if piece.badges or not _LETTER.search(text):
            return False
        if piece.url:
            return not read_lead(piece, self._terms).is_label
        known = self._terms.venues.find_dated(text) or read_when(text) or field_of(text)
        return piece.style == "bold" and not known

    def _plain_title(self, pieces: Sequence[Piece]) -> list[Piece]:
        """Take the title out of plain words; give back the pieces that are left."""
        first = next((place for place, each in enumerate(pieces) if each.url), len(pieces))
        if not any(_LETTER.search(each.text) for each in pieces[:first]):
            first = len(pieces)
        marked = [
            each
            for each in pieces[:first]
            if each.style in {"bold", "code"} and self._is_known(each.text)
        ]
        words = [each for each in pieces[:first] if not each.url and each not in marked]
        stop = next(
            (at for at, each in enumerate(words) if each.is_break and _said(words[:at])), None
        )
        head, tail = words[:stop], words[stop:] if stop is not None else []
        italic = [each for each in head if each.style == "italic" and _LETTER.search(each.text)]
        if italic and _said(head).startswith(italic[0].text.strip()):
            self.title = " ".join(italic[0].text.split())
            head.remove(italic[0])
            tail = [*head, *tail]
        else:
            told = split_plain(_said(head), self._terms.venues)
            self.title = told.title
            tail = [Piece(told.rest), *tail]
            if told.authors:
                self.facts.take_authors(told.authors)
            if told.venue:
                self.facts.take_venue(told.venue)
            if told.date:
                self.facts.take_date(told.date, str(told.date))
        badges = [each for each in words if each.badges and each not in tail]
        links = [each for each in pieces[:first] if each.url]
        return [*badges, *marked, *tail, *links, *pieces[first:]]

    def finish(self, line: int, headings: Sequence[str], raw: str) -> FoundPaper:
        """The paper, with what the headings above it add."""
        facts, links = self.facts, self.links.settle()
        self._settle_venue()
        if facts.date is None:
            facts.date = next((year for each in headings if (year := year_in(each))), None)
        if not facts.tags:
            tag = next((each for each in headings if self._terms.tags.find(each)), "")
            topics = [each for each in headings if not year_in(each)][:2]
            if tag:
                facts.take_tags([tag])
            elif topics:
                facts.leave(f"stands under {sentence_list([f'`{each}`' for each in topics])}")
        return FoundPaper(
            line=line,
            title=self.title,
            date=facts.date,
            authors=facts.authors,
            venue=facts.venue,
            published=facts.published,
            tags=tuple(facts.tags),
            links=links,
            summary=facts.summary,
            left=tuple(dict.fromkeys((*facts.left, *self.links.left))),
            raw=raw,
        )

    def _settle_venue(self) -> None:
        """Take the venue that a link names, where the row names none itself."""
        for venue, url in self._led:
            if not self.facts.venue or not _ARXIV.match(url):
                self.facts.take_venue(venue)


def _anchors(element: Element) -> Iterator[str]:
    named = (each.attributes.get("id") for each in element.descendants() if each.tag == "a")
    return (name for name in named if name)


def _without_stop(title: str) -> str:
    """A title without the full stop of the sentence that it is."""
    return title.removesuffix(".") if not title.endswith("..") else title


def _said(pieces: Sequence[Piece]) -> str:
    return " ".join("".join(" " if each.is_break else each.text for each in pieces).split())

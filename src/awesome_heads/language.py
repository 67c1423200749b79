"""The language of a list's interface: its texts, numbers and dates.

Texts stand in English where they are used, and a gettext catalogue (`locale/TAG.po` among the
templates) says them in another language. English needs none.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from gettext import NullTranslations
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, get_month_names
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.numbers import format_decimal

from awesome_heads.catalogue import Forms, Texts, parse_catalogue, texts_of_scripts

ENGLISH = "en"
LOCALE = "locale"


class Plural(NamedTuple):
    """A noun as it is counted: one of them, and several."""

    one: str
    many: str


# One for all, by which templates are known that were compiled with it.
_UNTRANSLATED = NullTranslations()


class Language:
    """What a reader's language makes of texts, numbers, dates and rows of words."""

    def __init__(self, tag: str = ENGLISH, catalogue: Catalog | None = None) -> None:
        """Speak a language; without a catalogue its texts are English.

        Args:
            tag: The language as a BCP 47 tag, such as `zh-Hans`.
            catalogue: What the texts are in it.
        """
        self.tag = tag
        self.texts = Texts(catalogue) if catalogue else _UNTRANSLATED
        self._catalogue = catalogue
        self._locale = _locale(tag if catalogue else ENGLISH)
        self._numbers: dict[int, str] = {}

    def gettext(self, message: str, **values: object) -> str:
        """A text, with values put in the places that it names as `%(name)s`."""
        return self.texts.gettext(message) % values

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """A text that means different things in different places; `context` tells which."""
        return self.texts.pgettext(context, message) % values

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """A text that depends on a number, which it names as `%(number)s`."""
        text = self.texts.ngettext(one, many, number)
        return text % {"number": self.number(number), **values}

    def papers(self, number: int) -> str:
        """A number of papers."""
        return self.ngettext("%(number)s paper", "%(number)s papers", number)

    def count(self, number: int, one: str, many: str = "") -> str:
        """A number with a noun that the list itself gives: `1 head`, `1,204 heads`."""
        word = one if number == 1 else many or f"{one}s"
        return self.pgettext("count", "%(number)s %(noun)s", number=self.number(number), noun=word)

    def number(self, number: int) -> str:
        """A whole number with its digits grouped."""
        if number not in self._numbers:
            self._numbers[number] = format_decimal(number, locale=self._locale)
        return self._numbers[number]

    def day(self, day: dt.date) -> str:
        """A day as running text has it: `24 Apr 2024`."""
        return format_date(day, "medium", locale=self._locale)

    def month(self, day: dt.date) -> str:
        """A day's month as running text has it: `April 2024`."""
        return format_skeleton("yMMMM", day, locale=self._locale)

    @cached_property
    def months(self) -> Mapping[int, str]:
        """Short names of the months by their numbers, as they stand alone."""
        return get_month_names("abbreviated", "stand-alone", self._locale)

    def period(self, first: object, last: object) -> str:
        """From one time to another: `2018 to 2025`; one alone where they are the same."""
        if first == last:
            return f"{first}"
        return self.gettext("%(first)s to %(last)s", first=first, last=last)

    def listed(self, words: Collection[str]) -> str:
        """Words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
        return format_list(list(words), "standard", locale=self._locale)

    def row(self, words: Iterable[str]) -> str:
        """Words one after the other: `a, b, c`."""
        return self.pgettext("between words", ", ").join(words)

    def series(self, parts: Iterable[str]) -> str:
        """Parts of a description one after the other: `2023: 5; 2024: 7`."""
        return self.pgettext("between parts", "; ").join(parts)

    def labelled(self, label: str, text: str) -> str:
        """A text behind what it is about: `Depth: shallow`."""
        return self.pgettext("label", "%(label)s: %(text)s", label=label, text=text)

    @property
    def plural(self) -> str:
        """Which form goes with `n`, as the expression of C that the catalogue gives."""
        return self._catalogue.plural_expr if self._catalogue else "n != 1"

    @cached_property
    def of_scripts(self) -> Mapping[str, Forms]:
        """What scripts say: each English text with its translation, or with one a plural form."""
        return texts_of_scripts(self._catalogue) if self._catalogue else {}


def read_language(tag: str, read: Callable[[str], bytes | None]) -> Language:
    """The language that a tag names, with the catalogue that fits it best.

    Args:
        tag: The language as a BCP 47 tag; `zh-CN` finds `zh-Hans`, and `de-AT` finds `de`.
        read: Gives the bytes of a catalogue by its path among the templates, or None.

    Raises:
        UsageError: The catalogue cannot be read.
    """
    for name in _names(tag):
        path = f"{LOCALE}/{name}.po"
        data = read(path)
        if data is not None:
            return Language(tag, parse_catalogue(path, data))
    return Language(tag)


def _names(tag: str) -> Iterable[str]:
    """Names of catalogues that serve a tag, the closest first."""
    parts = tag.replace("_", "-").split("-")
    found = ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
    known = get_global("likely_subtags")
    likely = known.get("_".join(parts[:2])) or known.get(parts[0]) or parts[0]
    script = "-".join(likely.split("_")[:2])
    return dict.fromkeys([*found[:-1], script, found[-1]])


def _locale(tag: str) -> Locale:
    """The conventions that go with a tag, those of plain English being British."""
    try:
        return Locale.parse("en-GB" if tag == ENGLISH else tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en", "GB")


IN_ENGLISH = Language()

"""The language of a list's interface: its texts, numbers and dates.

Texts stand in English where they are used, and a gettext catalogue (`locale/TAG.po` among the
templates) says them in another language. English needs none.
"""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cached_property
from gettext import NullTranslations, c2py
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton, get_month_names
from babel.lists import format_list
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal

from awesome_heads.errors import UsageError

ENGLISH = "en"
LOCALE = "locale"
_SCRIPTS = ".js"
_VALUE = re.compile(r"%\((\w+)\)s")

Forms = tuple[str, ...]


class Plural(NamedTuple):
    """A noun as it is counted: one of them, and several."""

    one: str
    many: str


class Texts(NullTranslations):
    """The texts of a catalogue; what it does not say is said in English.

    The methods are those that gettext names (https://docs.python.org/3/library/gettext.html), as
    Jinja's i18n extension calls them: values are put in by the caller.
    """

    def __init__(self, catalogue: Catalog) -> None:
        """Take the texts of a catalogue that are complete and not marked as doubtful."""
        super().__init__()
        self.plural = c2py(catalogue.plural_expr)
        self._forms: dict[tuple[str | None, str], Forms] = {}
        for message in catalogue:
            forms = _forms(message.string)
            if message.id and all(forms) and not message.fuzzy:
                self._forms[message.context, _forms(message.id)[0]] = forms

    def gettext(self, message: str) -> str:
        """A text that stands by itself."""
        return self._forms.get((None, message), (message,))[0]

    def pgettext(self, context: str, message: str) -> str:
        """A text that means different things in different places."""
        return self._forms.get((context, message), (message,))[0]

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """The form of a text that goes with a number."""
        return self._form(None, msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """The same for a text that means different things in different places."""
        return self._form(context, msgid1, msgid2, n)

    def _form(self, context: str | None, one: str, many: str, number: int) -> str:
        forms = self._forms.get((context, one))
        return forms[self.plural(number)] if forms else (one if number == 1 else many)


class Language:
    """What a reader's language makes of texts, numbers, dates and rows of words."""

    def __init__(self, tag: str = ENGLISH, catalogue: Catalog | None = None) -> None:
        """Speak a language; without a catalogue its texts are English.

        Args:
            tag: The language as a BCP 47 tag, such as `zh-Hans`.
            catalogue: What the texts are in it.
        """
        self.tag = tag
        self.texts = Texts(catalogue) if catalogue else NullTranslations()
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
        """What scripts say: each English text with its translation, or with one a plural form.

        A context stands before its text as in compiled catalogues, with an end of transmission
        between them.
        """
        return {
            "\x04".join(filter(None, (message.context, _forms(message.id)[0]))): forms
            for message in self._catalogue or ()
            if message.id
            and any(str(path).endswith(_SCRIPTS) for path, _ in message.locations)
            and all(forms := _forms(message.string))
            and not message.fuzzy
        }


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


def parse_catalogue(path: str, data: bytes) -> Catalog:
    """A gettext catalogue out of a `.po` file's bytes; its name tells the language.

    Raises:
        UsageError: It is no gettext catalogue, not in UTF-8, or a text does not fit its values.
    """
    name = path.rpartition("/")[2].removesuffix(".po").replace("-", "_")
    try:
        catalogue = read_po(data.decode().splitlines(keepends=True), name, abort_invalid=True)
        c2py(catalogue.plural_expr)
    except (PoFileError, UnknownLocaleError, ValueError) as error:
        hint = "mend it, or delete your own copy to fall back to the shipped one"
        raise UsageError(f"templates/{path} is no gettext catalogue: {error}", hint) from error
    for message in catalogue:
        _check(path, message)
    return catalogue


def _check(path: str, message: Message) -> None:
    """Refuse a translation that the values of the English text cannot be put into."""
    english = _forms(message.id)
    values = dict.fromkeys(_VALUE.findall("".join(english)), "")
    for text in _forms(message.string) if message.id and not message.fuzzy else ():
        try:
            text % values
        except (KeyError, TypeError, ValueError) as error:
            hint = "name values such as `%(number)s` as the English does; write a lone % as %%"
            fault = f"templates/{path}:{message.lineno}: `{text}` does not fit `{english[-1]}`"
            raise UsageError(fault, hint) from error


def _locale(tag: str) -> Locale:
    """The conventions that go with a tag, those of plain English being British."""
    try:
        return Locale.parse("en-GB" if tag == ENGLISH else tag, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale("en", "GB")


def _forms(text: str | Collection[str] | None) -> Forms:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


IN_ENGLISH = Language()

"""What a gettext catalogue says: texts of the interface in another language than English."""

import re
from collections.abc import Collection, Mapping
from gettext import NullTranslations, c2py

from babel import UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from awesome_heads.errors import UsageError

Forms = tuple[str, ...]

_SCRIPTS = ".js"
_VALUE = re.compile(r"%\((\w+)\)s")
# Translations stand on pages as they are, so that they may bring the tags of the English text.
_TAG = re.compile(r"<[^>]*>?")
# Between a context and its text, as compiled catalogues have it.
_END_OF_CONTEXT = "\x04"


class Texts(NullTranslations):
    """The texts of a catalogue; what it does not say is said in English.

    The methods are those that gettext names (https://docs.python.org/3/library/gettext.html), as
    Jinja's i18n extension calls them: values are put in by the caller.
    """

    def __init__(self, catalogue: Catalog) -> None:
        """Take the texts of a catalogue that are complete and not marked as doubtful."""
        super().__init__()
        self.plural = c2py(catalogue.plural_expr)
        self._forms = {
            (message.context, _forms(message.id)[0]): _forms(message.string)
            for message in catalogue
            if _is_finished(message)
        }

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


def texts_of_scripts(catalogue: Catalog) -> Mapping[str, Forms]:
    """What a catalogue has for scripts: each English text with its translation or plural forms.

    A context stands before its text. Where an entry does not say where its text stands, scripts
    may say it.
    """
    return {
        _END_OF_CONTEXT.join(filter(None, (message.context, _forms(message.id)[0]))): _forms(
            message.string
        )
        for message in catalogue
        if _is_finished(message) and _is_of_scripts(message)
    }


def parse_catalogue(path: str, data: bytes) -> Catalog:
    """A gettext catalogue out of a `.po` file's bytes; its name tells the language.

    Raises:
        UsageError: It is no gettext catalogue, not in UTF-8, or a text does not fit English.
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
    """Refuse a translation with tags of its own, or that the English values cannot be put into."""
    english = _forms(message.id)
    tags = set(_TAG.findall("".join(english)))
    values = dict.fromkeys(_VALUE.findall("".join(english)), "")
    for text in _forms(message.string) if message.id and not message.fuzzy else ():
        try:
            text % values
        except (KeyError, TypeError, ValueError) as error:
            hint = "name values such as `%(number)s` as the English does; write a lone % as %%"
            fault = f"templates/{path}:{message.lineno}: `{text}` does not fit `{english[-1]}`"
            raise UsageError(fault, hint) from error
        if not tags.issuperset(_TAG.findall(text)):
            fault = (
                f"templates/{path}:{message.lineno}: `{text}` has tags that `{english[-1]}` has not"
            )
            raise UsageError(fault, "use the tags of the English text alone, letter by letter")


def _is_finished(message: Message) -> bool:
    return bool(message.id) and all(_forms(message.string)) and not message.fuzzy


def _is_of_scripts(message: Message) -> bool:
    places = [str(path) for path, _ in message.locations]
    return not places or any(path.endswith(_SCRIPTS) for path in places)


def _forms(text: str | Collection[str] | None) -> Forms:
    return (text or "",) if isinstance(text, str | None) else tuple(text)

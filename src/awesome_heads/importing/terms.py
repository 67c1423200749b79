"""Names that people give, as terms of a vocabulary."""

import re
from collections.abc import Iterator

from awesome_heads.importing.dates import without_days
from awesome_heads.model import Term, Vocabulary
from awesome_heads.text import fold, nearest

_PARTS = re.compile(r"[,;/\uff0c\u3001\uff1b]")


class Names:
    """A vocabulary's terms by every spelling that is sure to mean them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        """Fold the names once; a name wins over another term's alias."""
        self._vocabulary = vocabulary
        self._folded = {fold(name): term for name, term in vocabulary.by_name.items()}
        self._folded |= {fold(term.name): term for term in vocabulary.terms}

    def find(self, text: str) -> Term | None:
        """The term that a text names, with or without the word for such a term."""
        singular = self._vocabulary.singular
        for each in (text, text.removesuffix("s"), f"{text} {singular}"):
            term = self._vocabulary.by_name.get(each) or self._folded.get(fold(each))
            if term is not None:
                return term
        return None

    def find_dated(self, text: str) -> Term | None:
        """The same for a text that may end with a date, such as `ICLR 2025`."""
        return self.find(text) or self.find(without_days(text))

    def like(self, text: str) -> str | None:
        """The name of the term whose name or alias is most like a text."""
        close = nearest(text, self._vocabulary.by_name)
        return self._vocabulary.by_name[close].name if close else None

    def split(self, text: str) -> Iterator[str]:
        """The names in a text: one a line, or several with signs between them."""
        for line in text.split("\n"):
            whole = _bare(line)
            parts = [whole] if self.find(whole) else [_bare(part) for part in _PARTS.split(line)]
            yield from (part for part in parts if part)


def _bare(text: str) -> str:
    return text.strip().lstrip("-*+\u2022 ").strip("[]\"'`*. ")

"""Papers that an earlier command parsed, and texts of the README that it rendered."""

from collections.abc import Mapping
from contextlib import suppress
from functools import partial

from awesome_heads.digests import digest, digest_of
from awesome_heads.disk.memory import Memory
from awesome_heads.disk.opening import LARGEST_READ, read_within
from awesome_heads.disk.sharing import processors, share
from awesome_heads.disk.walking import walk
from awesome_heads.records.places import VOCABULARIES
from awesome_heads.records.remembered import Remembered
from awesome_heads.render import Keys, Texts

_PAPERS = "papers"
_TEXTS = "readme"


class Earlier:
    """What an earlier command made and a later one need not make again."""

    def __init__(self, memory: Memory) -> None:
        """Take where it is kept."""
        self._memory = memory

    def parser(self, jobs: int | None = None) -> Remembered:
        """What parses records, those that are as an earlier command found them without YAML.

        Args:
            jobs: How many processes may parse the others; one a processor where none is said.
        """
        sharing = partial(share, jobs=jobs or processors())
        return Remembered(self._memory.strings(_PAPERS), sharing)

    def keep_papers(self, parser: Remembered) -> None:
        """Keep the papers of a parser for the next command, unless it knew them all."""
        if parser.learnt:
            self._memory.write(_PAPERS, parser.papers)

    def texts(self, records: Mapping[str, str]) -> Texts:
        """The README's texts that the last command used, and what tells outputs apart.

        Args:
            records: A digest of each paper's file, by the paper's id.
        """
        return Texts(Keys(self._common, records), self._memory.strings(_TEXTS))

    def keep_texts(self, texts: Texts) -> None:
        """Keep the README's texts for the next command, unless it knew them all."""
        if texts.learnt:
            used = {key: data.decode() for key, data in texts.used.items()}
            self._memory.write(_TEXTS, used)

    @property
    def _common(self) -> str:
        """A digest of what every output is made of: all that a build reads but the records."""
        files = sorted(path for path, _ in walk(self._memory.root, _is_shared) if _is_read(path))
        told = [(path, self._digest(path)) for path in files]
        return digest_of((self._memory.program, told))

    def _digest(self, path: str) -> str:
        with suppress(OSError):
            return digest(read_within(self._memory.root, self._memory.root / path, LARGEST_READ))
        return ""


def _is_shared(folder: str) -> bool:
    return folder.partition("/")[0] in {VOCABULARIES, "templates"}


def _is_read(path: str) -> bool:
    return "/" in path or path.endswith((".bib", ".yaml"))

"""`import` of a bibliography: what it tells of papers that are listed, merged into records."""

from awesome_heads.checks import Case
from awesome_heads.importing.found import FoundPaper
from awesome_heads.records import Source
from awesome_heads.render import Output
from awesome_heads.upkeep.merge_report import format_merges
from awesome_heads.upkeep.merging import Merge, merge


class Merging:
    """Records as they become while rows of a file are merged into them."""

    def __init__(self, case: Case, *, update: bool) -> None:
        """Start with the records as they are; with `update`, values that differ are replaced."""
        self._vocabularies = {each.id: each for _, each in case.vocabularies}
        self._update = update
        self._sources = {each.path: each for each in case.files}
        self._merges: list[tuple[FoundPaper, Merge]] = []

    @property
    def failed(self) -> bool:
        """Whether a change was called for that no edit can make."""
        return any(merged.failed for _, merged in self._merges)

    def learn(self, source: Source) -> None:
        """Note a new record, for a later row of the same paper."""
        self._sources[source.path] = source

    def merge(self, path: str, paper: FoundPaper) -> None:
        """Merge what a row tells into the record of its paper."""
        merged = merge(self._sources[path], paper, self._vocabularies, update=self._update)
        self._sources[path] = merged.source
        self._merges.append((paper, merged))

    def outputs(self) -> list[Output]:
        """Every record that was changed, as it is in the end."""
        paths = dict.fromkeys(merged.source.path for _, merged in self._merges if merged.made)
        return [Output(path, self._sources[path].data) for path in paths]

    def report(self, *, dry: bool) -> str:
        """What was changed, and what was left though the file has it otherwise."""
        return format_merges(self._merges, dry=dry)

"""A list on disk as one value, and everything that is made from it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from awesome_heads import checks, disk
from awesome_heads.config import ListConfig
from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.errors import UsageError
from awesome_heads.library import Library
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.records import Source, parse_paper, parse_settings, parse_vocabulary
from awesome_heads.records.source import Loc
from awesome_heads.records.vocabularies import NEEDED
from awesome_heads.render import Output, Renderer, Theme
from awesome_heads.views import Page, build_readme, build_site


@dataclass(frozen=True)
class Project:
    """A list whose every file is valid."""

    config: ListConfig
    library: Library
    theme: Theme
    bibtex: str

    def readme(self) -> Mapping[str, Output]:
        """The README and its pictures, by path relative to the list's root."""
        pages = build_readme(self.config, self.library, self.bibtex)
        return _by_path(Renderer(self.theme).render_readme(pages))

    def site(
        self, track: Callable[[Sequence[Page]], Iterable[Page]] = iter
    ) -> Mapping[str, Output]:
        """The site's files, by path relative to the output folder.

        Args:
            track: Hands the pages through one by one, so that progress can be shown.
        """
        pages = tuple(build_site(self.config, self.library))
        return _by_path(Renderer(self.theme).render_site(track(pages)))


def _by_path(outputs: Iterator[Output]) -> Mapping[str, Output]:
    found: dict[str, Output] = {}
    for output in outputs:
        if output.path in found:
            raise UsageError(
                f"two pages would be written to {output.path}",
                "give the vocabulary or static file that makes one of them another name",
            )
        found[output.path] = output
    return found


def load(root: Path) -> tuple[Project | None, list[Diagnostic]]:
    """Read a list.

    Returns:
        The project and no diagnostics, or None and everything that is wrong with any file.
    """
    settings = disk.read_source(root, disk.SETTINGS)
    config, found = parse_settings(settings)
    vocabularies, unread, more = _vocabularies(root)
    found += more
    fields = [each.id for _, each in vocabularies if each.on_records and each.id not in NEEDED]
    papers, more = _papers(root, fields, unread)
    found += more
    found += checks.run(checks.Case(papers, vocabularies, unread))
    bibtex = b""
    if config is not None:
        found += _settings_against(settings, config, vocabularies, unread)
        data = disk.read_optional(root / config.citation.file)
        if data is None:
            message = f"there is no file `{config.citation.file}`"
            place = settings.locate(("citation", "file"))
            found.append(Diagnostic(place, "missing-file", message, "add it beside list.yaml"))
        else:
            found += Source(config.citation.file, data).encoding_faults()
        bibtex = data or b""
    if found or config is None:
        return None, sorted(found)
    library = Library.of(
        (paper for _, paper in papers), {each.id: each for _, each in vocabularies}
    )
    return Project(config, library, disk.read_theme(root), bibtex.decode(errors="replace")), []


Vocabularies = tuple[tuple[Source, Vocabulary], ...]


def _vocabularies(root: Path) -> tuple[Vocabularies, frozenset[str], list[Diagnostic]]:
    read, unread, found = [], set(), []
    for source in disk.read_vocabularies(root):
        vocabulary, problems = parse_vocabulary(source)
        found += problems
        if vocabulary is None:
            unread.add(Path(source.path).stem)
        else:
            read.append((source, vocabulary))
    names = {each.id for _, each in read} | unread
    for name in NEEDED:
        if name not in names:
            place = Location(f"taxonomy/{name}.yaml")
            hint = "add it with a title, a description and terms"
            found.append(Diagnostic(place, "missing-file", "every list needs this file", hint))
            unread.add(name)
    return tuple(read), frozenset(unread), found


def _papers(
    root: Path, fields: list[str], unread: frozenset[str]
) -> tuple[tuple[tuple[Source, Paper], ...], list[Diagnostic]]:
    read, found = [], []
    known = [*fields, *sorted(unread - set(NEEDED))]
    for source in disk.read_records(root):
        paper, problems = parse_paper(source, known)
        found += problems
        if paper is not None:
            read.append((source, paper))
    for path in disk.misplaced_records(root):
        hint = "a record's place is papers/<year>/<id>.yaml"
        message = "this file is read by no command"
        found.append(Diagnostic(Location(path), "wrong-folder", message, hint))
    return tuple(read), found


def _settings_against(
    source: Source, config: ListConfig, vocabularies: Vocabularies, unread: frozenset[str]
) -> Iterator[Diagnostic]:
    """Settings name only vocabularies that exist."""
    names = {each.id for _, each in vocabularies} | unread
    for loc, name in _named_vocabularies(config):
        if name not in names:
            message = f"there is no vocabulary `{name}`"
            hint = f"those of taxonomy/: {', '.join(sorted(names))}"
            yield Diagnostic(source.locate(loc), "unknown-vocabulary", message, hint)


def _named_vocabularies(config: ListConfig) -> Iterator[tuple[Loc, str]]:
    yield ("tree",), config.tree
    for place, name in enumerate(config.vocabularies):
        yield ("vocabularies", place), name

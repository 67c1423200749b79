"""A list on disk as one value, and everything that is made from it."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from awesome_heads import checks, disk
from awesome_heads.checks import Case
from awesome_heads.config import ListConfig
from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.language import IN_ENGLISH, Language, read_language
from awesome_heads.library import Library
from awesome_heads.model import Paper
from awesome_heads.records import Source, parse_papers, parse_settings, parse_vocabulary
from awesome_heads.records.files import ListFiles
from awesome_heads.records.vocabularies import NEEDED
from awesome_heads.render import LARGEST, Output, Rendered, Renderer, Texts, Theme
from awesome_heads.text import nearest
from awesome_heads.views import build_readme, build_site
from awesome_heads.views.page import HOME

Parse = Callable[[Sequence[Source], Collection[str]], list[tuple[Paper | None, list[Diagnostic]]]]


@dataclass(frozen=True)
class Project:
    """A list whose every file is valid.

    Attributes:
        records: A digest of each paper's file, by the paper's id.
    """

    config: ListConfig
    library: Library
    theme: Theme
    bibtex: str
    language: Language = IN_ENGLISH
    records: Mapping[str, str] = field(default_factory=dict)

    def readme(self, largest: int = LARGEST, texts: Texts | None = None) -> Mapping[str, Output]:
        """The README and its pictures, by path relative to the list's root.

        Args:
            largest: Bytes that the README may have; papers beyond that have files of their own.
            texts: What an earlier build rendered.
        """
        readme = build_readme(self.config, self.library, self.bibtex, self.language)
        outputs = self._renderer.render_readme(readme, largest, texts)
        return {output.path: output for output in outputs}

    def site(self) -> Rendered:
        """The site's files, by path relative to the output folder; each is made when looked up."""
        pages = build_site(self.config, self.library, self.language)
        return self._renderer.render_site(pages)

    @property
    def _renderer(self) -> Renderer:
        return Renderer(self.theme, self.language, disk.Codes())

    def in_sandbox(self) -> "Project":
        """The same list as a stranger's: its own templates fill in what they are given alone."""
        return replace(self, theme=replace(self.theme, is_trusted=False))

    def try_templates(self, site: Rendered) -> None:
        """Render the home page, and one page of each template that is the list's own.

        Raises:
            UsageError: A template fails.
        """
        for path in (HOME, *site.examples(self.theme.templates("site"))):
            _ = site[path]


def load(
    root: Path, parse: Parse = parse_papers, files: ListFiles | None = None
) -> tuple[Project | None, list[Diagnostic]]:
    """Read a list for building it.

    Args:
        root: The list's folder.
        parse: What reads records; `Remembered` does so once for the same bytes.
        files: Its files, where they were read already.

    Returns:
        The project and no diagnostics, or None and everything that keeps it from being built.
    """
    case = read(root, disk.today(), parse, files)
    found = checks.run(case, blocking_only=True)
    if found or case.settings is None:
        return None, found
    return make(root, case), []


def read(
    root: Path, today: dt.date, parse: Parse = parse_papers, files: ListFiles | None = None
) -> Case:
    """Read every file of a list, unless that was done already, as the rules see them."""
    case = assemble(files or disk.read_list(root), today, parse)
    unknown = _unknown_parts(case, disk.read_theme(root).readme_parts())
    return replace(case, reported=(*case.reported, *unknown))


def _unknown_parts(case: Case, known: set[str]) -> Iterator[Diagnostic]:
    """Parts of the README that no template makes."""
    if case.settings is None:
        return
    source, config = case.settings
    for place, name in enumerate(config.readme.sections):
        if name not in known:
            close = nearest(name, sorted(known))
            hint = f"did you mean `{close}`?" if close else f"add templates/readme/_{name}.md"
            location = source.locate(("readme", "sections", place))
            message = f"`{name}` is no part of the README"
            yield Diagnostic(location, "invalid-value", message, hint)


def make(root: Path, case: Case) -> Project:
    """The project of a list that no blocking rule objects to, with its own templates.

    Raises:
        ValueError: The list has no valid settings.
    """
    if case.settings is None:
        raise ValueError(root)
    config = case.settings[1]
    bibtex = case.others[config.citation.file].decode(errors="replace")
    theme = disk.read_theme(root)
    language = read_language(config.language, theme.catalogue)
    records = {paper.id: source.digest for source, paper in case.papers}
    return Project(config, library_of(case), theme, bibtex, language, records)


def library_of(case: Case) -> Library:
    """The valid papers and vocabularies of a case."""
    return Library.of(
        (paper for _, paper in case.papers), {each.id: each for _, each in case.vocabularies}
    )


def assemble(files: ListFiles, today: dt.date, parse: Parse = parse_papers) -> Case:
    """Parse every file of a list, as the rules see them."""
    config, reported = parse_settings(files.settings)
    vocabularies = [(source, *parse_vocabulary(source)) for source in files.vocabularies]
    unread = frozenset(Path(source.path).stem for source, each, _ in vocabularies if each is None)
    usable = tuple((source, each) for source, each, _ in vocabularies if each is not None)
    missing = _missing_vocabularies({Path(source.path).stem for source in files.vocabularies})
    fields = [each.id for _, each in usable if each.on_records and each.id not in NEEDED]
    fields += sorted(unread - set(NEEDED))
    parsed = parse(files.records, fields)
    for found in (*(found for _, _, found in vocabularies), *(found for _, found in parsed)):
        reported += found
    return Case(
        today=today,
        files=(files.settings, *files.vocabularies, *files.records),
        papers=tuple(
            (source, paper)
            for source, (paper, _) in zip(files.records, parsed, strict=True)
            if paper is not None
        ),
        vocabularies=usable,
        settings=(files.settings, config) if config else None,
        unread=unread | {Path(each.location.path).stem for each in missing},
        reported=(*reported, *missing, *_misplaced(files), *_citation_faults(files, config)),
        others={path: each.data for path, each in files.others.items()},
    )


def _missing_vocabularies(present: set[str]) -> list[Diagnostic]:
    hint = "add it with a title, a description and terms"
    return [
        Diagnostic(Location(f"taxonomy/{name}.yaml"), "missing-file", "every list needs it", hint)
        for name in NEEDED
        if name not in present
    ]


def _misplaced(files: ListFiles) -> Iterator[Diagnostic]:
    for path in files.misplaced:
        hint = "a record's place is papers/<year>/<id>.yaml"
        message = "this file is read by no command"
        yield Diagnostic(Location(path), "wrong-folder", message, hint)


def _citation_faults(files: ListFiles, config: ListConfig | None) -> Iterator[Diagnostic]:
    if config is None:
        return
    entry = files.others.get(config.citation.file)
    if entry is not None:
        yield from entry.text_faults()
        return
    message = f"there is no file `{config.citation.file}`"
    place = files.settings.locate(("citation", "file"))
    yield Diagnostic(place, "missing-file", message, "add it beside list.yaml")

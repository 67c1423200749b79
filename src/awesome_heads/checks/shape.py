"""Whether a file has the fields of its kind, and lies where its content says."""

from collections import Counter
from collections.abc import Iterator

from awesome_heads.checks.case import Case, finding
from awesome_heads.checks.rule import rule
from awesome_heads.config import ListConfig
from awesome_heads.diagnostics import Finding, Location, Severity
from awesome_heads.records import Source
from awesome_heads.records.places import RECORDS
from awesome_heads.records.source import Loc

# A page of GitHub's that shows a folder leaves out what comes after.
MOST_FILES = 1000


@rule(blocking=True)
def unknown_field(case: Case) -> Iterator[Finding]:
    """A field is none of those that a record, vocabulary or `list.yaml` has.

    Why: What is misspelt is lost in silence.
    Example: `autors:` for `authors:`.
    Fix: Write the field's name as docs/record.md has it.
    """
    return case.reported_as("unknown-field")


@rule(blocking=True)
def missing_field(case: Case) -> Iterator[Finding]:
    """A field that every file of this kind must have is not there.

    Why: The pages show it, and readers rely on it.
    Example: A record without `venue`.
    Fix: Add the field.
    """
    return case.reported_as("missing-field")


@rule(blocking=True)
def wrong_type(case: Case) -> Iterator[Finding]:
    """A field holds text where it takes a list, or the other way round.

    Why: One author is still a list of authors.
    Example: `tags: Box Kite` for `tags: [Box Kite]`.
    Fix: Write lists in brackets or with a hyphen a line.
    """
    return case.reported_as("wrong-type")


@rule(blocking=True)
def empty_value(case: Case) -> Iterator[Finding]:
    """A field is there, but holds nothing.

    Why: An optional field that is not known is left out, never left empty.
    Example: `authors:` with no name after it.
    Fix: Write the value, or delete the line of an optional field.
    """
    return case.reported_as("empty-value")


@rule(blocking=True)
def invalid_value(case: Case) -> Iterator[Finding]:
    """A value is not one that its field takes.

    Why: Only some values have a meaning, such as `text` and `badge` for how tags look.
    Example: `tags: picture` below `readme` in list.yaml.
    Fix: Write one of the values that the message names.
    """
    return case.reported_as("invalid-value")


@rule(blocking=True)
def bad_slug(case: Case) -> Iterator[Finding]:
    """A file's name is not lower-case words joined by hyphens.

    Why: The name is the paper's address on the site.
    Example: `papers/2024/My_Paper.yaml`.
    Fix: Rename it, such as to `my-paper.yaml`.
    """
    return case.reported_as("bad-slug")


@rule(blocking=True)
def unreadable_file(case: Case) -> Iterator[Finding]:
    """A file is there, but cannot be read.

    Why: What it says is missing from the list, and nothing else would tell.
    Example: A folder named `a-paper.yaml`, or a link to a file that is gone.
    Fix: Put a readable file in its place, or remove it.
    """
    return case.reported_as("unreadable-file")


@rule(blocking=True)
def reserved_name(case: Case) -> Iterator[Finding]:
    """A vocabulary has a name that means something else.

    Why: Its pages would overwrite others of the site, or records could never name its terms.
    Example: `taxonomy/papers.yaml`, or `taxonomy/authors.yaml`.
    Fix: Give the file another name.
    """
    return case.reported_as("reserved-name")


@rule(blocking=True)
def missing_file(case: Case) -> Iterator[Finding]:
    """A file that every list has is not there.

    Why: Records name tags and venues, and the README shows what to cite.
    Example: A list without `taxonomy/venues.yaml`.
    Fix: Add the file; docs/own-list.md shows the least that it may hold.
    """
    return case.reported_as("missing-file")


@rule(blocking=True)
def unknown_vocabulary(case: Case) -> Iterator[Finding]:
    """`list.yaml` names a vocabulary that does not exist.

    Why: The list would be ordered by nothing.
    Example: `tree: topics` without a file `taxonomy/topics.yaml`.
    Fix: Name a file of `taxonomy/`, without `.yaml`.
    """
    if case.settings is None:
        return
    source, config = case.settings
    names = {each.id for _, each in case.vocabularies} | case.unread
    for loc, name in _named_vocabularies(config):
        if name not in names:
            known = ", ".join(sorted(names))
            yield finding(
                source, loc, f"there is no vocabulary `{name}`", f"those of taxonomy/: {known}"
            )


def _named_vocabularies(config: ListConfig) -> Iterator[tuple[Loc, str]]:
    yield ("tree",), config.tree
    for place, name in enumerate(config.vocabularies):
        yield ("vocabularies", place), name


@rule(blocking=True)
def wrong_folder(case: Case) -> Iterator[Finding]:
    """A record does not lie in the folder of its date's year.

    Why: Everyone looks for a paper of 2024 in `papers/2024/`.
    Example: `papers/2023/a-paper.yaml` with `date: 2024-01-16`.
    Fix: Move the file, or correct the date.
    """
    yield from case.reported_as("wrong-folder")
    for source, paper in case.papers:
        folder, _, name = source.path.rpartition("/")
        if folder.rpartition("/")[2] != str(paper.date.year):
            yield finding(
                source,
                ("date",),
                f"a paper of {paper.date.year} lies in `{folder}/`",
                f"move it to `papers/{paper.date.year}/{name}`, or correct the date",
            )


@rule(Severity.WARNING, across=True)
def crowded_folder(case: Case) -> Iterator[Finding]:
    """A folder below `papers/` holds more than 1,000 files.

    Why: GitHub shows only the first 1,000 files of a folder, so whoever leafs through it misses
    the others.
    Example: `papers/2024/` with 1,001 records.
    Fix: Records stay in the folder of their year, so have contributors search: the key `t` finds
    any file on GitHub. Once your guide says so, name the rule under `rules.ignore` in `list.yaml`.
    """
    paths = (source.path.rpartition("/")[0] for source in case.files)
    folders = Counter(path for path in paths if path.partition("/")[0] == RECORDS)
    for folder, files in sorted(folders.items()):
        if files > MOST_FILES:
            yield Finding(
                Location(folder),
                f"the folder holds {files:,} files, of which GitHub shows {MOST_FILES:,}",
                "tell contributors to search for a file there, and then set the rule aside: "
                "`rules: {ignore: [crowded-folder]}` in list.yaml",
            )


@rule(blocking=True, across=True)
def duplicate_id(case: Case) -> Iterator[Finding]:
    """Two records claim one id, as file name or as former id.

    Why: The id is the paper's address; one address cannot lead to two papers.
    Example: `papers/2023/a-paper.yaml` beside `papers/2024/a-paper.yaml`.
    Fix: Rename the newer file, or drop the former id.
    """
    owners: dict[str, Source] = {}
    for name, loc, source in _claims(case):
        owner = owners.setdefault(name, source)
        if owner is not source:
            hint = "drop the former id" if loc else "rename this file"
            yield finding(source, loc, f"the id `{name}` is taken by {owner.path}", hint)


def _claims(case: Case) -> Iterator[tuple[str, Loc, Source]]:
    for source, paper in case.papers:
        yield paper.id, (), source
    for source, paper in case.papers:
        for place, former in enumerate(paper.former_ids):
            yield former, ("former_ids", place), source


RULES = (
    unknown_field,
    missing_field,
    wrong_type,
    empty_value,
    invalid_value,
    bad_slug,
    unreadable_file,
    reserved_name,
    missing_file,
    unknown_vocabulary,
    wrong_folder,
    crowded_folder,
    duplicate_id,
)

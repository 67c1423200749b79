"""Whether a file can be read at all."""

import re
from collections.abc import Iterator

from awesome_heads.checks.case import Case
from awesome_heads.checks.rule import rule
from awesome_heads.diagnostics import Edit, Finding, Location, Severity
from awesome_heads.records import Source

_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} )", re.MULTILINE)
# Their signs, which most files lack wherever one looks.
_MARKS = (b"<<<<<<<", b"=======", b">>>>>>>")


@rule(blocking=True)
def not_utf_8(case: Case) -> Iterator[Finding]:
    """A file is not encoded as UTF-8, or the one to cite holds control characters.

    Why: Names with accents turn into other letters for everyone else, and a README with a
    control character is no text to GitHub.
    Example: A record saved as Latin-1, where `é` is the single byte E9.
    Fix: Save the file again with the encoding UTF-8.
    """
    return case.reported_as("not-utf-8")


@rule(Severity.WARNING, fixable=True)
def byte_order_mark(case: Case) -> Iterator[Finding]:
    """A file begins with a byte-order mark.

    Why: It is invisible, means nothing in UTF-8, and shows up in every later diff.
    Example: A record saved by an editor as "UTF-8 with BOM".
    Fix: Save it as plain UTF-8; `--fix` does it.
    """
    for source in case.files:
        if source.data.startswith(b"\xef\xbb\xbf"):
            yield Finding(
                Location(source.path),
                "the file begins with an invisible byte-order mark",
                "save it as UTF-8 without BOM",
                Edit(0, 0, ""),
            )


@rule(Severity.WARNING, fixable=True)
def carriage_return(case: Case) -> Iterator[Finding]:
    """A file ends its lines with a carriage return.

    Why: Mixed line ends make a whole file look changed.
    Example: A record saved with Windows line ends.
    Fix: Save it with Unix line ends (LF); `--fix` does it.
    """
    for source in case.files:
        place = source.data.find(b"\r")
        if place >= 0 and (text := _text(source)) is not None:
            line = source.data.count(b"\n", 0, place) + 1
            content = text.split("\n")[line - 1].rstrip("\r")
            start = len(content) + 1
            yield Finding(
                Location(source.path, line, start, start + 1),
                "lines end with a carriage return",
                "save the file with Unix line ends",
                Edit(0, len(text), text.replace("\r\n", "\n").replace("\r", "\n")),
            )


def _text(source: Source) -> str | None:
    try:
        return source.text
    except UnicodeDecodeError:
        return None


@rule(blocking=True)
def empty_file(case: Case) -> Iterator[Finding]:
    """A file holds nothing.

    Why: It is most likely a record that was meant to be written.
    Example: `papers/2024/a-paper.yaml` of zero bytes, or of comments alone.
    Fix: Write the record, or delete the file.
    """
    return case.reported_as("empty-file")


@rule(blocking=True)
def too_large(case: Case) -> Iterator[Finding]:
    """A file is larger than 64 KiB, has 20,000 values, or a text in it has 5,000 characters.

    Why: A record is a page of text, and so is the entry to cite; anything larger is a mistake or
    an attack. A vocabulary may have 4 MiB.
    Example: A record into which a whole paper was pasted.
    Fix: Keep what the record needs.
    """
    return case.reported_as("too-large")


@rule(blocking=True)
def several_documents(case: Case) -> Iterator[Finding]:
    """A file holds more than one YAML document.

    Why: One file is one paper, so that two pull requests never touch the same file.
    Example: Two records in one file with a line of `---` between them.
    Fix: Put each record into a file of its own.
    """
    return case.reported_as("several-documents")


@rule(blocking=True)
def duplicate_key(case: Case) -> Iterator[Finding]:
    """A field stands twice in one mapping.

    Why: YAML readers take the last and drop the first in silence.
    Example: Two lines that begin with `venue:`.
    Fix: Keep one of them.
    """
    return case.reported_as("duplicate-key")


@rule(blocking=True)
def yaml_anchor(case: Case) -> Iterator[Finding]:
    """A value is a YAML anchor or alias.

    Why: `&` and `*` at the beginning of a value refer to other values; a record has no use for
    that, and expanding references can exhaust a machine.
    Example: `title: *Wind* is all you need`.
    Fix: Put the text in double quotes.
    """
    return case.reported_as("yaml-anchor")


@rule(blocking=True)
def yaml_tag(case: Case) -> Iterator[Finding]:
    """A value carries a YAML type tag.

    Why: A record is text; a tag asks the reader to make something else of it.
    Example: `date: !!timestamp 2024-04-24`.
    Fix: Delete the tag, or put text that begins with `!` in double quotes.
    """
    return case.reported_as("yaml-tag")


@rule(blocking=True)
def yaml_syntax(case: Case) -> Iterator[Finding]:
    """A file is not valid YAML.

    Why: Nothing in it can be read. The message names the usual cause in plain words.
    Example: `title: Kites: a study`, where the second colon must be inside quotes.
    Fix: Put text with a colon in double quotes, and indent with blanks, never with tabs.
    """
    for each in case.reported_as("yaml-syntax"):
        if each.location.path not in case.once(_conflicting):
            yield each


@rule(blocking=True)
def merge_conflict(case: Case) -> Iterator[Finding]:
    """A file still holds the marks of a merge conflict.

    Why: Both versions stand in the file, and neither is valid.
    Example: A line that begins with `<<<<<<<`.
    Fix: Keep the lines that are right and delete the marks.
    """
    for source in case.once(_conflicting).values():
        found = _CONFLICT.search(source.text)
        if found is not None:
            line = source.text.count("\n", 0, found.start()) + 1
            yield Finding(
                Location(source.path, line, 1, len(found[0].rstrip()) + 1),
                "a merge conflict was left in the file",
                "keep the lines that are right and delete the marks",
            )


def _conflicting(case: Case) -> dict[str, Source]:
    """Files with conflict marks, among those that cannot be read as YAML or hold none."""
    return {
        source.path: source
        for source in case.files
        if any(mark in source.data for mark in _MARKS)
        and (text := _text(source)) is not None
        and _CONFLICT.search(text)
    }


@rule(blocking=True)
def too_deep(case: Case) -> Iterator[Finding]:
    """Values are nested deeper than any file of a list needs.

    Why: It is a slip of indentation, or an attack on the reader.
    Example: `tags: [[[[Box Kite]]]]`, many times over.
    Fix: A record needs no more than three levels.
    """
    return case.reported_as("too-deep")


RULES = (
    not_utf_8,
    byte_order_mark,
    carriage_return,
    empty_file,
    too_large,
    several_documents,
    duplicate_key,
    yaml_anchor,
    yaml_tag,
    merge_conflict,
    yaml_syntax,
    too_deep,
)

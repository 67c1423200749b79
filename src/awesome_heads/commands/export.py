"""`export`: the list, or a part of it, in a format that other tools read."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from awesome_heads import disk, project
from awesome_heads.commands.console import notes, report
from awesome_heads.commands.results import hand_over
from awesome_heads.errors import UsageError
from awesome_heads.formats import EXPORTS, Bibliography, Format, Prefer
from awesome_heads.library import Library
from awesome_heads.selection import Wanted, missed_authors, select
from awesome_heads.text import count, sentence_list

FORMATS = {style.name: style for style in EXPORTS}
_IN_ASCII = sentence_list([style.name for style in EXPORTS if style.in_ascii])


class Manner(NamedTuple):
    """How papers are to be written.

    Attributes:
        name: Name of the format; None where the file's ending tells it.
        prefer: The version to cite, where there are two.
        in_ascii: Whether to do without letters beyond ASCII.
    """

    name: str | None = None
    prefer: Prefer = "published"
    in_ascii: bool = False


def export(root: Path, out: Path | None, manner: Manner, wanted: Wanted) -> int:
    """Write the papers asked for to a file or standard output; 1 where the list is not valid."""
    style = _style(manner, out)
    loaded, problems = project.load(root)
    if loaded is None:
        report(problems, "nothing was exported")
        return 1
    library, address = loaded.library, loaded.config.base_url
    papers = select(library, wanted)
    kept = Bibliography(library, address, prefer=manner.prefer, in_ascii=manner.in_ascii)
    text = kept.file(papers, style)
    if out is None:
        hand_over(text.encode())
    else:
        _write(out, text.encode())
        notes().print(f"{count(len(papers), 'paper')} written to {out} as {style.label}.")
    if not papers:
        _tell_of_nothing(library, wanted)
    if manner.in_ascii:
        _tell_of_letters(text)
    return 0


def _style(manner: Manner, out: Path | None) -> Format:
    style = FORMATS[manner.name] if manner.name else _style_of(out)
    if manner.in_ascii and style.in_ascii is None:
        hint = f"leave it out; {_IN_ASCII} can"
        raise UsageError(f"{style.name} cannot be written with --ascii", hint)
    return style


def _style_of(out: Path | None) -> Format:
    """The format that a file's ending tells; without a file, the first."""
    if out is None:
        return EXPORTS[0]
    ended = [style for style in EXPORTS if out.name.lower().endswith(style.suffix)]
    if not ended:
        hint = f"add --format, or one of the endings {_endings(EXPORTS)}"
        raise UsageError(f"`{out.name}` does not tell which format to write", hint)
    return max(ended, key=lambda style: len(style.suffix))


def _endings(styles: Iterable[Format]) -> str:
    return ", ".join(dict.fromkeys(style.suffix for style in styles))


def _write(out: Path, data: bytes) -> None:
    if out.exists() and not out.is_file():
        raise UsageError(f"{out} is no plain file", "leave -o out, and send the output there by >")
    disk.write_file(out.resolve(), data)


def _tell_of_nothing(library: Library, wanted: Wanted) -> None:
    """Say that no paper was found, and where a name may have been mistyped."""
    notes().print("No paper matches.")
    for name, close in missed_authors(library, wanted):
        meant = f": did you mean `{close}`?" if close else "."
        notes().print(f"No author here is called `{name}`{meant}")


def _tell_of_letters(text: str) -> None:
    left = sorted({sign for sign in text if not sign.isascii()})
    if left:
        notes().print(
            f"Left as they are, for want of a macro that is surely read back: {' '.join(left)}"
        )

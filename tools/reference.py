"""Write what repeats the code: pages of docs/, schemas, the form for a new paper, catalogues.

`python tools/reference.py` writes it, `--check` only names what is out of date. A further page is
one function that returns Markdown and one entry in `PAGES`.
"""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

ROOT = Path(__file__).parents[1]
if str(ROOT) not in sys.path:
    # Run as a script, this file finds only its own folder.
    sys.path.insert(0, str(ROOT))

# ruff: noqa: E402 -- what follows is found by the path above
from awesome_heads import disk, project
from awesome_heads.commands.schema import derive
from awesome_heads.errors import AwesomeHeadsError
from tools.catalogues import catalogues_of
from tools.pages.command_line import command_line
from tools.pages.formats import formats
from tools.pages.record import record
from tools.pages.rules import rules
from tools.pages.settings import settings
from tools.pages.vocabularies import vocabularies

MADE = "<!-- Made by `make docs` from the code: change that, or tools/pages/. -->"

PAGES: Mapping[str, Callable[[], str]] = {
    "record.md": record,
    "vocabularies.md": vocabularies,
    "settings.md": settings,
    "rules.md": rules,
    "command-line.md": command_line,
    "formats.md": formats,
}


def made() -> dict[str, str]:
    """Everything by its path in the repository, as it should read now."""
    pages = {f"docs/{name}": f"{MADE}\n\n{page()}" for name, page in PAGES.items()}
    derived = {each.path: each.data.decode() for each in derive(project.read(ROOT, disk.today()))}
    return pages | derived | catalogues_of(ROOT)


def write(folder: Path, files: Mapping[str, str], *, check: bool) -> int:
    """Write files that differ; with `check` only name them, and give 1 where there are any."""
    wanted = {name: text.encode() for name, text in files.items()}
    stale = [
        name
        for name, data in wanted.items()
        if not (folder / name).is_file() or (folder / name).read_bytes() != data
    ]
    for name in stale:
        if not check:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(wanted[name])
        sys.stderr.write(f"{name} {'is out of date' if check else 'written'}\n")
    return int(check and bool(stale))


def main(arguments: list[str] | None = None) -> int:
    """Write what is out of date; with `--check` write nothing, and give 1 where anything is."""
    parser = argparse.ArgumentParser(description="Write what follows from the code.")
    parser.add_argument("--check", action="store_true", help="only name what is out of date")
    asked = parser.parse_args(arguments)
    try:
        files = made()
    except AwesomeHeadsError as error:
        sys.stderr.write(f"error: {error}\n  hint: {error.hint}\n")
        return error.exit_code
    return write(ROOT, files, check=asked.check)


if __name__ == "__main__":
    sys.exit(main())

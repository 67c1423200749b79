"""The file that remembers failing links, read and written."""

from pathlib import Path

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.disk.opening import is_inside
from awesome_heads.disk.reading import read_optional
from awesome_heads.disk.writing import write_files
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.links import LEDGER, Ledger, format_ledger, parse_ledger
from awesome_heads.records import Source
from awesome_heads.render import Output


def read_ledger(root: Path) -> tuple[Ledger, list[Diagnostic]]:
    """What failed before, or nothing and every reason why the file cannot be read.

    Raises:
        AwesomeHeadsError: The system does not let us read it, or it lies outside the list.
    """
    path = root / LEDGER
    if not is_inside(root, path):
        raise AwesomeHeadsError(
            f"{path} cannot be read: it is a link that leads out of the list",
            "put a folder and a file in the place of the link, or delete it",
        )
    data = read_optional(path)
    if data is None:
        return {}, []
    ledger, faults = parse_ledger(Source(LEDGER, data))
    return ledger or {}, faults


def write_ledger(root: Path, ledger: Ledger) -> None:
    """Write what fails; where nothing does, no file stays.

    Raises:
        AwesomeHeadsError: It cannot be written.
    """
    text = format_ledger(ledger)
    outputs = [Output(LEDGER, text.encode())] if text else []
    write_files(root, outputs, known=[LEDGER])

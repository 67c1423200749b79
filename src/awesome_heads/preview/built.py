"""What a preview has to show."""

from collections.abc import Mapping
from typing import NamedTuple

from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.records.places import SETTINGS
from awesome_heads.render import Output


class Built(NamedTuple):
    """What there is to serve: the site's files, or what keeps them from being made.

    Attributes:
        base: Path of the site's address, such as `/Awesome-Attention-Heads/`.
        outputs: The site's files by path; a page may be rendered when it is looked up.
        papers: How many papers it shows.
    """

    base: str
    outputs: Mapping[str, Output]
    diagnostics: list[Diagnostic]
    papers: int = 0


class Shown(NamedTuple):
    """One state of the site, taken as a whole while another may be made.

    Attributes:
        built: What there is to show.
        last: The last site that could be built; None until there is one.
        version: How often the site was rebuilt.
    """

    built: Built
    last: Built | None
    version: int


def fault_of(error: AwesomeHeadsError) -> Diagnostic:
    """What keeps a page from being rendered, as the browser shows it."""
    return Diagnostic(Location(error.path or SETTINGS), "cannot-build", error.message, error.hint)

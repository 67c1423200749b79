"""Templates and static files: those of the package, and those with which a list replaces them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from awesome_heads.errors import UsageError
from awesome_heads.language import LOCALE

_PACKAGED = Path(__file__).parents[1] / "templates"
_IN_REPOSITORY = Path(__file__).parents[3] / "templates"

_MACROS = "_paper.md"

SHIPPED = _PACKAGED if _PACKAGED.is_dir() else _IN_REPOSITORY


@dataclass(frozen=True)
class Theme:
    """A list's own files below `templates/`, by path with forward slashes.

    Attributes:
        files: Bytes of each file, such as `site/home.html` or `static/site.css`.
        is_trusted: Whether its templates may do what Python can, as Jinja's may by nature.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)
    is_trusted: bool = True

    def templates(self, folder: str) -> dict[str, str]:
        """The list's own templates of `readme` or `site`, by name.

        Raises:
            UsageError: One of them is not UTF-8.
        """
        prefix = f"{folder}/"
        return {
            path.removeprefix(prefix): _decode(path, data)
            for path, data in self.files.items()
            if path.startswith(prefix)
        }

    @property
    def has_texts(self) -> bool:
        """Whether the list has a catalogue of texts of its own."""
        return any(path.startswith(f"{LOCALE}/") for path in self.files)

    def readme_parts(self) -> set[str]:
        """Names that `readme.sections` may hold: each is a template `readme/_NAME.md`."""
        shipped = {path.name for path in (SHIPPED / "readme").glob("_*.md")} - {_MACROS}
        own = {path.removeprefix("readme/") for path in self.files if path.startswith("readme/_")}
        return {name[1:].removesuffix(".md") for name in shipped | own if name.endswith(".md")}

    def catalogue(self, path: str) -> bytes | None:
        """The bytes of a catalogue of texts, such as `locale/de.po`: the list's own, or shipped."""
        shipped = {f"{LOCALE}/{file.name}": file for file in (SHIPPED / LOCALE).glob("*.po")}
        own = self.files.get(path)
        return own or (shipped[path].read_bytes() if path in shipped else None)

    def static_files(self) -> dict[str, bytes]:
        """Static files by path within the site, the list's own winning over those shipped."""
        shipped = {
            f"static/{path.relative_to(SHIPPED / 'static').as_posix()}": path.read_bytes()
            for path in (SHIPPED / "static").rglob("*")
            if path.is_file()
        }
        own = {path: data for path, data in self.files.items() if path.startswith("static/")}
        return dict(sorted((shipped | own).items()))


def _decode(path: str, data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise UsageError(f"templates/{path} is not UTF-8", "save it in that encoding") from error

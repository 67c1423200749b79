"""Texts of the interface collected from templates, scripts and views into the gettext catalogues.

`make docs` keeps what is translated, adds what is new without a translation, and drops what is no
longer said. A further language is a file `templates/locale/TAG.po`, at first an empty one.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from awesome_heads.catalogue import parse_catalogue
from awesome_heads.formats import FORMATS
from awesome_heads.language import LOCALE

# Where texts stand, what takes them out, and how it reads them.
METHODS = {
    "src": [("awesome_heads/language.py", "python"), ("awesome_heads/views/**.py", "python")],
    "templates": [
        ("site/**.*", "jinja2"),
        ("readme/**.*", "jinja2"),
        ("static/**.js", "javascript"),
    ],
}
# As the renderer sets its environments up.
AS_RENDERED = {
    "trimmed": "true",
    "trim_blocks": "true",
    "lstrip_blocks": "true",
    "silent": "false",
}
WIDTH = 100
NOTE = "Translators:"
# Lines of a catalogue's head that tell of the tool alone.
OF_TOOLS = ('"Report-Msgid-Bugs-To:', '"Generated-By:')


def collect(root: Path) -> Catalog:
    """Every text of the interface, in the order of the files that say it."""
    catalogue = Catalog(fuzzy=False)
    options = {"site/**.*": AS_RENDERED, "readme/**.*": AS_RENDERED}
    for folder in ("src", "templates"):
        found = extract_from_dir(root / folder, METHODS[folder], options, comment_tags=[NOTE])
        for path, line, message, comments, context in found:
            place = [(f"{folder}/{path}", line)]
            catalogue.add(message, None, place, auto_comments=comments, context=context)
    for style in FORMATS:
        catalogue.add(style.purpose, None, [("src/awesome_heads/formats/bibliography.py", 1)])
    return catalogue


def catalogues_of(root: Path) -> dict[str, str]:
    """Every catalogue by its path, with the texts that it should hold now."""
    template = collect(root)
    files = sorted((root / "templates" / LOCALE).glob("*.po"))
    return {path.relative_to(root).as_posix(): _updated(path, template) for path in files}


def _updated(path: Path, template: Catalog) -> str:
    catalogue = parse_catalogue(f"{LOCALE}/{path.name}", path.read_bytes())
    template.creation_date = catalogue.creation_date
    catalogue.project, catalogue.version = "awesome-heads", "interface"
    catalogue.update(template, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    written = BytesIO()
    write_po(written, catalogue, width=WIDTH, sort_by_file=True, include_lineno=False)
    lines = written.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(OF_TOOLS))

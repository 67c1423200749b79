"""Papers as the files that other tools read, each paper's part written once."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from awesome_heads.formats.accents import json_ascii, tex_ascii
from awesome_heads.formats.biblatex import format_biblatex_entry
from awesome_heads.formats.bibtex import format_entry
from awesome_heads.formats.bullets import format_bullet
from awesome_heads.formats.citation import Citation, Prefer, citation_of, first_citation_of
from awesome_heads.formats.csl_json import format_item
from awesome_heads.formats.facts import facts_of, vocabularies_of
from awesome_heads.formats.keys import citation_keys
from awesome_heads.formats.layout import format_line, format_object
from awesome_heads.formats.ris import format_record
from awesome_heads.formats.table import format_header, format_row
from awesome_heads.library import Library
from awesome_heads.model import Paper


class Format(NamedTuple):
    """How a file of papers is put together from one piece a paper.

    Attributes:
        name: What `export --format` calls it.
        label: What a reader calls it.
        purpose: What it is good for, in a few words.
        suffix: How its files end, with the dot.
        media_type: What it is served as.
        write: Writes a paper's piece.
        header: Writes what a list's files begin with, where that depends on the list.
        opening, between, closing: What stands before, between and after the papers' pieces.
        cites: Whether it says what a citation says, so that a single paper is offered in it; the
            others say all that the list knows, summaries among it.
        in_ascii: Writes a piece again without letters beyond ASCII, where the format can.
    """

    name: str
    label: str
    purpose: str
    suffix: str
    media_type: str
    write: "Callable[[Paper, Bibliography], str]"
    header: "Callable[[Bibliography], str] | None" = None
    opening: str = ""
    between: str = ""
    closing: str = ""
    cites: bool = True
    in_ascii: "Callable[[str], str] | None" = None


class Bibliography:
    """A list's papers in every format; what is written of a paper is remembered."""

    def __init__(
        self,
        library: Library,
        base_url: str,
        *,
        prefer: Prefer = "published",
        in_ascii: bool = False,
    ) -> None:
        """Take the library, and how it is to be written.

        Args:
            library: The list.
            base_url: The address of its site with a closing slash.
            prefer: The version to cite, where there are two.
            in_ascii: Whether formats that can do without letters beyond ASCII are to.
        """
        self.library = library
        self.base_url = base_url
        self._cite = citation_of if prefer == "published" else first_citation_of
        self._in_ascii = in_ascii
        self._pieces: dict[tuple[str, str], str] = {}
        self._citations: dict[str, Citation] = {}

    @cached_property
    def keys(self) -> Mapping[str, str]:
        """Citation keys by the papers' ids."""
        return citation_keys(self.library.papers)

    @cached_property
    def vocabularies(self) -> tuple[str, ...]:
        """Vocabularies whose terms papers name."""
        return vocabularies_of(self.library)

    def address(self, paper: Paper) -> str:
        """Address of a paper's page."""
        return f"{self.base_url}papers/{paper.id}/"

    def citation(self, paper: Paper) -> Citation:
        """What citations say of a paper."""
        if paper.id not in self._citations:
            cited = self._cite(paper, self.keys[paper.id], self.library)
            self._citations[paper.id] = cited
        return self._citations[paper.id]

    def facts(self, paper: Paper) -> dict[str, object]:
        """All that the list knows of a paper, as plain values."""
        cited, url = self.citation(paper), self.address(paper)
        return facts_of(paper, cited, url, self.library, self.vocabularies)

    def row(self, paper: Paper) -> str:
        """A paper's row in a table."""
        cited, url = self.citation(paper), self.address(paper)
        return format_row(paper, cited, url, self.library, self.vocabularies)

    def piece(self, paper: Paper, style: Format) -> str:
        """What a file of this format holds of a paper."""
        known = (style.name, paper.id)
        if known not in self._pieces:
            piece = style.write(paper, self)
            narrow = style.in_ascii if self._in_ascii else None
            self._pieces[known] = narrow(piece) if narrow else piece
        return self._pieces[known]

    def opening(self, style: Format) -> str:
        """What every file of this format begins with."""
        return style.opening if style.header is None else style.header(self)

    def file(self, papers: Iterable[Paper], style: Format) -> str:
        """A whole file, the papers in their order."""
        pieces = (self.piece(paper, style) for paper in papers)
        return self.opening(style) + style.between.join(pieces) + style.closing


BIBTEX = Format(
    name="bibtex",
    label="BibTeX",
    purpose="LaTeX, Overleaf and most reference managers",
    suffix=".bib",
    media_type="application/x-bibtex",
    write=lambda paper, kept: format_entry(kept.citation(paper)),
    between="\n",
    in_ascii=tex_ascii,
)
CSL_JSON = Format(
    name="csl-json",
    label="CSL-JSON",
    purpose="Zotero, Pandoc, Quarto and other readers of citation styles",
    suffix=".csl.json",
    media_type="application/vnd.citationstyles.csl+json",
    write=lambda paper, kept: format_item(kept.citation(paper)),
    opening="[\n",
    between=",\n",
    closing="\n]\n",
    in_ascii=json_ascii,
)
RIS = Format(
    name="ris",
    label="RIS",
    purpose="EndNote, Mendeley, Zotero and library services",
    suffix=".ris",
    media_type="application/x-research-info-systems",
    write=lambda paper, kept: format_record(kept.citation(paper)),
    between="\n",
)
CSV = Format(
    name="csv",
    label="CSV",
    purpose="Spreadsheets and notebooks, a row a paper",
    suffix=".csv",
    media_type="text/csv",
    write=lambda paper, kept: kept.row(paper),
    header=lambda kept: format_header(kept.vocabularies),
    cites=False,
)
JSON = Format(
    name="json",
    label="JSON",
    purpose="Programs: every fact of every record",
    suffix=".json",
    media_type="application/json",
    write=lambda paper, kept: format_object(kept.facts(paper)),
    opening="[\n",
    between=",\n",
    closing="\n]\n",
    cites=False,
    in_ascii=json_ascii,
)
BIBLATEX = Format(
    name="biblatex",
    label="biblatex",
    purpose="LaTeX with biblatex and biber",
    suffix=".bib",
    media_type="application/x-bibtex",
    write=lambda paper, kept: format_biblatex_entry(kept.citation(paper)),
    between="\n",
    in_ascii=tex_ascii,
)
JSONL = Format(
    name="jsonl",
    label="JSON Lines",
    purpose="Pipelines: every fact of a record, a line a paper",
    suffix=".jsonl",
    media_type="application/jsonl",
    write=lambda paper, kept: format_line(kept.facts(paper)),
    in_ascii=json_ascii,
)
MARKDOWN = Format(
    name="markdown",
    label="Markdown",
    purpose="Notes, issues and other lists, a bullet a paper",
    suffix=".md",
    media_type="text/markdown",
    write=lambda paper, kept: format_bullet(paper, kept.citation(paper)),
)
# What the site offers, and all that can be exported.
FORMATS = (BIBTEX, CSL_JSON, RIS, CSV, JSON)
EXPORTS = (BIBTEX, BIBLATEX, CSL_JSON, RIS, CSV, JSON, JSONL, MARKDOWN)

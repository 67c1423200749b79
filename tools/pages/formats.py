"""The page on formats: each with an example that the program writes of one made-up record."""

from collections.abc import Iterable

from awesome_heads.formats import EXPORTS, FORMATS, Bibliography, Format, Prefer
from awesome_heads.library import Library
from awesome_heads.model import Paper, Vocabulary
from awesome_heads.records import Source, parse_paper
from tools.pages.examples import RECORD, RECORD_PATH
from tools.pages.tables import block, table

ADDRESS = "https://example.org/list/"
_VENUES = {
    "id": "venues",
    "title": "Venues",
    "singular": "Venue",
    "description": "Where papers appear.",
    "properties": {
        "kind": {"label": "Kind", "description": "What it is."},
        "full_name": {"label": "In full", "description": "Its whole name."},
    },
    "terms": [
        {"name": "arXiv", "properties": {"kind": "preprint"}},
        {
            "name": "ACL",
            "properties": {
                "kind": "conference",
                "full_name": "Annual Meeting of the Association for Computational Linguistics",
            },
        },
    ],
}
_LANGUAGES = {".json": "json", ".csl.json": "json", ".md": "markdown", ".bib": "bibtex"}
# What a reader should know of a format beyond its purpose.
NOTES = {
    "bibtex": """The kind of venue makes the type of entry: `@inproceedings` for conferences and
workshops, `@article` for journals, `@misc` for all else. What is on arXiv says so in `eprint`,
`archivePrefix` and, for ids of before 2007, `primaryClass`. Only words with a capital inside, such
as `LLMs` or `arXiv`, or with a capital and a digit, are in braces: a style may change the case of
the others.""",
    "biblatex": """As BibTeX, with the fields of biblatex's manual: one `date`, as exact as it is
known, `journaltitle`, `eprinttype` and `eprintclass`. Preprints and posts are `@online`.""",
    "csl-json": """An array of items after the schema of CSL 1.0.2, types `paper-conference`,
`article-journal`, `article` for preprints, `post-weblog` for posts, and `document` where the kind
of venue is not stated.""",
    "ris": """`T2` and `C3` both name a conference, since readers differ in which they look at.
White space is folded, and names of bodies lose their commas: in RIS a comma parts a name.""",
    "csv": """A row a paper, after RFC 4180: lines end in CR LF, cells with a comma or a quotation
mark stand in quotation marks. Several values of one cell are parted by `; `. Each vocabulary that
papers name has a column. A cell that a spreadsheet would run as a formula has a `'` before it.
Read `arxiv` as text, in pandas with `dtype={"arxiv": str}`: a number would lose its last zeros.""",
    "json": """All facts of each record, aliases resolved, in an array. What a record does not say
is left out.""",
    "jsonl": "The same facts as in JSON, each paper on one line of its own.",
    "markdown": """A bullet a paper, to paste into a note, an issue or another list. Signs that
Markdown would act on are escaped.""",
}


def record() -> Paper:
    """The made-up record that every example is written from."""
    paper, problems = parse_paper(Source(RECORD_PATH, RECORD.encode()), ("methods",))
    if paper is None or problems:
        raise LookupError(f"the record of tools/pages/examples.py is not valid: {problems}")
    return paper


def library_of(paper: Paper) -> Library:
    """A list of one paper, with vocabularies that hold what it names."""
    made = [Vocabulary.model_validate(_VENUES)]
    for name in ("tags", "methods"):
        plain = {"title": name.title(), "singular": name[:-1], "description": f"All {name}."}
        terms = [{"name": term} for term in paper.terms_of(name)]
        made.append(Vocabulary.model_validate({"id": name, **plain, "terms": terms}))
    return Library.of([paper], {each.id: each for each in made})


def example(
    paper: Paper, style: Format, prefer: Prefer = "published", *, in_ascii: bool = False
) -> str:
    """A file of one paper, in a fenced block."""
    kept = Bibliography(library_of(paper), ADDRESS, prefer=prefer, in_ascii=in_ascii)
    text = kept.file([paper], style).replace("\r\n", "\n")
    return block(text, _LANGUAGES.get(style.suffix, "text"))


def _section(paper: Paper, style: Format) -> str:
    if style.name not in NOTES:
        raise LookupError(f"{style.name} is not explained in tools/pages/formats.py")
    return f"## {style.label}\n\n{style.purpose}.\n\n{NOTES[style.name]}\n\n{example(paper, style)}"


def _rows(styles: Iterable[Format]) -> Iterable[tuple[str, ...]]:
    for style in styles:
        offered = "of one paper, and of many" if style.cites else "of many papers"
        yield (
            f"[{style.label}](#{style.label.lower().replace(' ', '-')})",
            f"`{style.name}`",
            f"`{style.suffix}`",
            f"`{style.media_type}`",
            offered if style in FORMATS else "no",
        )


def formats() -> str:
    """The page on formats."""
    paper = record()
    bibtex, biblatex = EXPORTS[:2]
    accented = paper.model_copy(update={"authors": ("Zoë Példa", "Tomáš Vzorek")})
    head = ("Format", "`--format`", "Ending", "Media type", "On the site")
    sections = "\n\n".join(_section(paper, style) for style in EXPORTS)
    return f"""# The formats

What [`awesome-heads export`](command-line.md#awesome-heads-export) writes, and the site offers to
take away. All examples are of the same made-up paper, whose record is [shown in full](record.md).

{table(head, _rows(EXPORTS))}

Files are UTF-8. The same list gives the same bytes, papers newest first.

```sh
awesome-heads export --year 2022-2024 --tag "Retrieval Head" -o papers.bib
awesome-heads export --format biblatex --since 2025-01 --prefer preprint
awesome-heads export --format csv --query "long context" > papers.csv
```

{sections}

## Keys

A citation key is the family name of the first author, the year of the first version and the first
telling word of the title. Where two would be alike, the paper that joined the list later gets a
letter. A record's `bibtex_key` wins. Keys are those of the whole list: whichever part is exported,
in whichever version, a paper's key is the same.

## Which version is cited

Citations follow the published version where a record names one. With `--prefer preprint` they
follow the first: its date, its title, its venue, and arXiv where an address of the paper leads
there. CSV, JSON and JSON Lines tell both versions; there it decides `doi` alone.

{example(paper, biblatex, "preprint")}

## Letters beyond ASCII

BibTeX and biblatex keep letters as they are, which biber and LaTeX read. The program `bibtex`
counts bytes, and cuts such letters in two where a style wants initials or labels: `--ascii` writes
them as macros. In CSL-JSON, JSON and JSON Lines it writes escapes such as `\\u00eb`. The other
formats have no such spelling, and refuse the option. A letter without a macro that is surely read
back as that letter stays as it is, and is named on standard error.

{example(accented, bibtex, in_ascii=True)}
"""

"""A paper as reference managers read it out of a page's head, in the tags of Highwire Press."""

from collections.abc import Iterator, Sequence

from awesome_heads.formats.citation import Citation, is_pdf
from awesome_heads.identifiers import landing_page
from awesome_heads.model import Paper


def citation_tags(
    paper: Paper, cited: Citation, keywords: Sequence[str]
) -> tuple[tuple[str, str], ...]:
    """Names and contents in order, without those whose content is not cited."""
    return tuple((f"citation_{name}", text) for name, text in _tags(paper, cited, keywords) if text)


def _tags(paper: Paper, cited: Citation, keywords: Sequence[str]) -> Iterator[tuple[str, str]]:
    yield "title", cited.title
    for author in paper.authors:
        yield "author", author
    yield "publication_date", str(cited.date).replace("-", "/")
    yield "conference_title", cited.container if cited.form == "proceedings" else ""
    yield "journal_title", cited.container if cited.form == "journal" else ""
    first, _, last = cited.pages.partition("-")
    yield "firstpage", first
    yield "lastpage", last
    yield "doi", cited.doi
    yield "arxiv_id", cited.arxiv
    yield "abstract_html_url", paper.abstract_url or _landing(cited)
    yield "pdf_url", cited.pdf
    # One element: readers of these tags take the words apart at the semicolons.
    yield "keywords", "; ".join(keywords)


def _landing(cited: Citation) -> str:
    page = landing_page(cited.url)
    return "" if is_pdf(page) else page

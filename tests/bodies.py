"""Bodies in the shapes that the services really send, about papers that do not exist."""

import json
from collections.abc import Iterable
from xml.sax.saxutils import escape

ABSTRACT = "We study lantern heads and, beside them, Reading Heads in made-up models."


def arxiv_entry(  # noqa: PLR0913 -- one argument an element that a test may want to change
    number: str = "2401.00001",
    *,
    version: int = 1,
    title: str = "Lantern Heads\n  Carry Dates",
    authors: Iterable[str] = ("Ada Example", "Bo Sample"),
    abstract: str = ABSTRACT,
    extra: str = "",
    updated: str = "2024-01-05T10:00:00Z",
) -> str:
    """An entry of arXiv's feed; `extra` is XML such as `arxiv_extra` makes."""
    people = "".join(
        f"<author><name>{escape(name)}</name>"
        f"<arxiv:affiliation>Institute of Examples</arxiv:affiliation></author>"
        for name in authors
    )
    return f"""
  <entry>
    <id>http://arxiv.org/abs/{number}v{version}</id>
    <title>{escape(title)}</title>
    <updated>{updated}</updated>
    <link href="http://arxiv.org/abs/{number}v{version}" rel="alternate" type="text/html"/>
    <link href="http://arxiv.org/pdf/{number}v{version}" rel="related" type="application/pdf"
      title="pdf"/>
    <summary>  {escape(abstract)}
</summary>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <published>2024-01-03T18:59:59Z</published>
    {people}{extra}
    <arxiv:primary_category term="cs.CL"/>
  </entry>"""


def arxiv_extra(comment: str = "", doi: str = "", journal: str = "") -> str:
    """Elements of an entry that not every paper has."""
    named = {"comment": comment, "doi": doi, "journal_ref": journal}
    return "".join(f"<arxiv:{tag}>{escape(text)}</arxiv:{tag}>" for tag, text in named.items())


def arxiv_feed(*entries: str) -> bytes:
    """ArXiv's answer."""
    return f"""<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"
  xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/m8dUpExAmPlE</id>
  <title>arXiv Query: search_query=&amp;id_list=2401.00001&amp;start=0&amp;max_results=10</title>
  <updated>2024-06-01T00:00:00Z</updated>
  <link href="https://arxiv.org/api/query?id_list=2401.00001" type="application/atom+xml"/>
  <opensearch:itemsPerPage>10</opensearch:itemsPerPage>
  <opensearch:totalResults>{len(entries)}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>{"".join(entries)}
</feed>""".encode()


def arxiv_error(number: str = "2401.99") -> bytes:
    """What arXiv says, with status 200, of an id that is none."""
    return arxiv_feed(f"""
  <entry>
    <id>https://arxiv.org/api/errors#incorrect_id_format_for_{number}</id>
    <title>Error</title>
    <summary>incorrect id format for {number}</summary>
    <updated>2024-06-01T00:00:00Z</updated>
    <link href="https://arxiv.org/api/errors#incorrect_id_format_for_{number}" rel="alternate"/>
    <author><name>arXiv api core</name></author>
  </entry>""")


def crossref_work(doi: str = "10.5555/lantern.1", **changes: object) -> bytes:
    """Crossref's answer about a work; a field is replaced, or left out where None."""
    work: dict[str, object] = {
        "DOI": doi,
        "type": "proceedings-article",
        "prefix": doi.split("/", maxsplit=1)[0],
        "publisher": "Press of Examples",
        "title": ["Lantern Heads Carry Dates"],
        "subtitle": [],
        "container-title": ["Proceedings of the 3rd Conference on Reading Machines"],
        "event": {"name": "Conference on Reading Machines", "acronym": "CRM"},
        "author": [
            {"given": "Ada", "family": "Example", "sequence": "first", "affiliation": []},
            {"given": "Bo", "family": "Sample", "sequence": "additional", "affiliation": []},
        ],
        "issued": {"date-parts": [[2024, 8]]},
        "published-online": {"date-parts": [[2024, 8, 11]]},
        "page": "12-34",
        "abstract": f"<jats:title>Abstract</jats:title><jats:p>{ABSTRACT}</jats:p>",
        "URL": f"https://doi.org/{doi}",
        "resource": {"primary": {"URL": "https://papers.example/lantern"}},
    }
    message = {name: value for name, value in (work | changes).items() if value is not None}
    whole = {"status": "ok", "message-type": "work", "message-version": "1.0.0"}
    return json.dumps(whole | {"message": message}).encode()


def datacite_doi(doi: str = "10.48550/arxiv.2401.00001", **changes: object) -> bytes:
    """DataCite's answer about a DOI, here one of arXiv's."""
    attributes: dict[str, object] = {
        "doi": doi,
        "identifiers": [{"identifier": doi.rpartition(".")[2], "identifierType": "arXiv"}],
        "creators": [
            {
                "name": "Example, Ada",
                "nameType": "Personal",
                "givenName": "Ada",
                "familyName": "Example",
                "affiliation": [],
            },
            {"name": "Sample, Bo", "nameType": "Personal", "affiliation": []},
            {"name": "Reading Collaboration", "nameType": "Organizational"},
        ],
        "titles": [
            {"title": "Ein anderer Titel", "titleType": "TranslatedTitle"},
            {"title": "Lantern Heads Carry Dates"},
        ],
        "publisher": "arXiv",
        "container": {},
        "publicationYear": 2024,
        "dates": [
            {"date": "2024-01-03T18:59:59Z", "dateType": "Submitted", "dateInformation": "v1"},
            {"date": "2024-02-05T10:00:00Z", "dateType": "Updated", "dateInformation": "v2"},
            {"date": "2024-01", "dateType": "Available", "dateInformation": "v1"},
            {"date": "2024", "dateType": "Issued"},
        ],
        "descriptions": [{"description": ABSTRACT, "descriptionType": "Abstract"}],
        "types": {"resourceType": "Article", "resourceTypeGeneral": "Preprint"},
        "version": "2",
        "state": "findable",
    }
    data = {"id": doi, "type": "dois", "attributes": attributes | changes, "relationships": {}}
    return json.dumps({"data": data}).encode()


def openreview_notes(
    forum: str = "Lan-Tern_01", *, wrapped: bool = True, note: object = None, **changes: object
) -> bytes:
    """OpenReview's answer about one id; `wrapped` as the newer interface has it."""
    content: dict[str, object] = {
        "title": "Lantern Heads Carry Dates",
        "authors": ["Ada Example", "Bo Sample"],
        "authorids": ["~Ada_Example1", "~Bo_Sample1"],
        "abstract": ABSTRACT,
        "venue": "CRM 2024 poster",
        "venueid": "reading.example/CRM/2024/Conference",
        "pdf": "/pdf/0123456789abcdef.pdf",
    } | changes
    shown = {name: {"value": value} if wrapped else value for name, value in content.items()}
    about: dict[str, object] = {
        "id": forum,
        "forum": forum,
        "number": 7,
        "cdate": 1696000000000,
        "odate": 1697155200000,  # 2023-10-13
        "pdate": 1705363200000,  # 2024-01-16
        "invitations": ["reading.example/CRM/2024/Conference/-/Submission"],
        "signatures": ["reading.example/CRM/2024/Conference/Submission7/Authors"],
        "content": shown,
    }
    extra = note if isinstance(note, dict) else {}
    return json.dumps({"notes": [about | extra], "count": 1}).encode()


def openreview_page(**changes: str) -> bytes:
    """The page of a forum, which names the paper in its head."""
    named = {
        "citation_title": "Lantern Heads Carry Dates",
        "citation_publication_date": "2024/01/16",
        "citation_online_date": "2023/10/13",
        "citation_conference_title": "Conference on Reading Machines",
    } | changes
    metas = "".join(f'<meta name="{name}" content="{text}"/>' for name, text in named.items())
    return f"""<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>
<title>Lantern Heads Carry Dates | OpenReview</title>{metas}
<meta name="citation_author" content="Example, Ada"/>
<meta name="citation_author" content="Bo Sample"/>
</head><body><div id="__next">&nbsp;<script>var a = "<b>";</script></div></body></html>""".encode()


BIBTEX = rb"""@inproceedings{example-sample-2024-lantern,
    title = "Lantern {H}eads Carry 50{\%} of {``}Dates{''}",
    author = {M{\"u}ster, {\'E}lise  and
      van der Probe, {\O}yvind  and
      Nguy{\~{\^e}}n V{\u{a}}n, M{\~a}u and
      {The Lantern Collective}},
    editor = "Redakteur, Rita",
    booktitle = "Proceedings of the 3rd Conference on Reading Machines (Volume 1: Long Papers)",
    month = aug # "--" # sep,
    year = "2024",
    address = "Nowhere, Utopia",
    publisher = "Association for Made-Up Linguistics",
    url = "https://aclanthology.org/2024.crm-long.7/",
    doi = "10.18653/v1/2024.crm-long.7",
    pages = "12--34",
    abstract = "We study lantern heads and {\textit{reading heads}} in made-up models."
}
"""

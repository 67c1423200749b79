"""What pages are about in the vocabulary of https://schema.org/, object by object."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from awesome_heads.config import ListConfig
from awesome_heads.formats.citation import Citation
from awesome_heads.identifiers import parse_doi, parse_url
from awesome_heads.model import Paper, Term, Vocabulary
from awesome_heads.views.page import (
    HOME,
    PAPERS,
    Alternate,
    Crumb,
    Head,
    Inline,
    address,
    paper_page,
    term_page,
    vocabulary_page,
)

LISTED = 100

Thing: TypeAlias = Mapping[str, object]


def article(
    config: ListConfig, paper: Paper, cited: Citation, terms: Sequence[tuple[Vocabulary, Term]]
) -> Thing:
    """A paper, with the terms that it is about."""
    page = address(config, paper_page(paper.id))
    summary = paper.summary
    return _told(
        {
            "@type": "ScholarlyArticle",
            "@id": f"{page}#paper",
            "url": page,
            "name": cited.title,
            "headline": cited.title,
            "author": [{"@type": "Person", "name": author} for author in paper.authors],
            "datePublished": str(cited.date),
            "abstract": Inline(f"{summary.innovation} {summary.tasks} {summary.result}"),
            "isPartOf": _volume(cited),
            "pagination": cited.pages,
            "identifier": [
                {"@type": "PropertyValue", "propertyID": name, "value": value}
                for name, value in (("DOI", cited.doi), ("arXiv", cited.arxiv))
                if value
            ],
            "sameAs": _same(cited),
            "keywords": [term.name for _, term in terms],
            "about": [
                {"@type": "DefinedTerm", "@id": _term_id(config, vocabulary, term)}
                for vocabulary, term in terms
            ],
        }
    )


def _volume(cited: Citation) -> Thing:
    kind = {"journal": "Periodical", "proceedings": "CreativeWork"}.get(cited.form)
    return {"@type": kind, "name": cited.container} if kind else {}


def _same(cited: Citation) -> list[str]:
    """Permanent addresses of the same paper, then what else it is read at."""
    named = [parse_doi(cited.doi) if cited.doi else None, *map(parse_url, cited.addresses)]
    permanent = (identifier.url for identifier in named if identifier is not None)
    return list(dict.fromkeys((*permanent, *cited.addresses)))


def collection(config: ListConfig, page: str, name: str, papers: Sequence[Paper]) -> Thing:
    """A page that lists papers; of a long list, the papers that stand first."""
    place = address(config, page)
    return {
        "@type": "CollectionPage",
        "@id": place,
        "url": place,
        "name": name,
        "inLanguage": config.language,
        "isPartOf": {"@id": _site_id(config)},
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(papers),
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": position,
                    "url": address(config, paper_page(paper.id)),
                    "name": paper.title,
                }
                for position, paper in enumerate(papers[:LISTED], start=1)
            ],
        },
    }


def defined_term(config: ListConfig, vocabulary: Vocabulary, term: Term) -> Thing:
    """A term that has a page, with its meaning and other names."""
    return _told(
        {
            **_defined(config, vocabulary, term),
            "url": address(config, term_page(vocabulary.id, term.slug)),
            "alternateName": list(term.aliases),
            "inDefinedTermSet": {"@id": _set_id(config, vocabulary)},
        }
    )


def defined_term_set(config: ListConfig, vocabulary: Vocabulary) -> Thing:
    """A vocabulary; its terms' meanings stand here where they have no pages of their own."""
    return {
        "@type": "DefinedTermSet",
        "@id": _set_id(config, vocabulary),
        "url": address(config, vocabulary_page(vocabulary.id)),
        "name": vocabulary.title,
        "description": Inline(vocabulary.description),
        "inLanguage": config.language,
        "hasDefinedTerm": [
            {
                "@type": "DefinedTerm",
                "@id": _term_id(config, vocabulary, term),
                "name": term.name,
            }
            if vocabulary.on_records
            else _defined(config, vocabulary, term)
            for term in vocabulary.terms
        ],
    }


def _defined(config: ListConfig, vocabulary: Vocabulary, term: Term) -> Thing:
    return _told(
        {
            "@type": "DefinedTerm",
            "@id": _term_id(config, vocabulary, term),
            "name": term.name,
            "description": Inline(term.description or ""),
        }
    )


def dataset(config: ListConfig, papers: Sequence[Paper], files: Sequence[Alternate]) -> Thing:
    """The whole list as data, with the files that hold it."""
    modified = max((paper.added or paper.date for paper in papers), default=config.started)
    return {
        "@type": "Dataset",
        "@id": f"{config.base_url}#data",
        "url": config.base_url,
        "name": config.name,
        "description": Inline(config.description),
        "license": config.licence.data_url,
        "inLanguage": config.language,
        "isAccessibleForFree": True,
        "dateModified": modified.isoformat(),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.title,
                "encodingFormat": file.kind,
                "contentUrl": config.base_url + file.page,
            }
            for file in files
        ],
    }


def website(config: ListConfig) -> Thing:
    """The site, with the address that searches it."""
    return {
        "@type": "WebSite",
        "@id": _site_id(config),
        "url": config.base_url,
        "name": config.name,
        "description": Inline(config.description),
        "inLanguage": config.language,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": search_address(config, "{search_term_string}"),
            },
            "query-input": "required name=search_term_string",
        },
    }


def search_address(config: ListConfig, query: str) -> str:
    """Where the papers that fit a query are shown."""
    return f"{address(config, PAPERS)}?q={query}"


def placed(head: Head, config: ListConfig, page: str, title: str, crumbs: Sequence[Crumb]) -> Head:
    """A page's head, which also tells the way from the home page."""
    if page == HOME:
        return head
    way = [(config.name, HOME), *crumbs, (title, page)]
    steps = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": _with_fragment(config, target),
        }
        for position, (name, target) in enumerate(way, start=1)
    ]
    breadcrumbs = {"@type": "BreadcrumbList", "itemListElement": steps}
    return head._replace(linked_data=(*head.linked_data, breadcrumbs))


def _with_fragment(config: ListConfig, target: str) -> str:
    page, sign, fragment = target.partition("#")
    return address(config, page) + sign + fragment


def _site_id(config: ListConfig) -> str:
    return f"{config.base_url}#site"


def _set_id(config: ListConfig, vocabulary: Vocabulary) -> str:
    return f"{address(config, vocabulary_page(vocabulary.id))}#terms"


def _term_id(config: ListConfig, vocabulary: Vocabulary, term: Term) -> str:
    if vocabulary.on_records:
        return f"{address(config, term_page(vocabulary.id, term.slug))}#term"
    return f"{address(config, vocabulary_page(vocabulary.id))}#term-{term.slug}"


def _told(thing: Thing) -> Thing:
    """Without what nothing is known of."""
    return {name: value for name, value in thing.items() if value}

"""The services that know papers: how to ask each, and how to read what it answers.

Nothing here reaches the network: a provider describes a request and reads a body.
"""

from collections.abc import Mapping

from awesome_heads.providers import anthology, arxiv, crossref, datacite, openreview
from awesome_heads.providers.metadata import MISSING, Metadata, Problem, first_day
from awesome_heads.providers.source import Found, Request, Service, Source

__all__ = [
    "MISSING",
    "SOURCES",
    "Found",
    "Metadata",
    "Problem",
    "Request",
    "Service",
    "Source",
    "first_day",
]

SOURCES: Mapping[str, tuple[Source, ...]] = {
    "arxiv": (arxiv.SOURCE, datacite.SOURCE),
    "doi": (crossref.SOURCE, datacite.SOURCE),
    "openreview": (openreview.SOURCE, openreview.OLDER_SOURCE, openreview.PAGE_SOURCE),
    "acl": (anthology.SOURCE, crossref.SOURCE),
}
"""Whom to ask about a paper of each scheme, the best first."""

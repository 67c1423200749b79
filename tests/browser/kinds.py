"""A page of every kind, and how it is opened."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

PAPER = "papers/retrieval-head-mechanistically-explains-long-context-factuality/index.html"
KINDS = {
    "home": "index.html",
    "paper": PAPER,
    "year": "years/2024/index.html",
    "years": "years/index.html",
    "authors": "authors/index.html",
    "author": "authors/yao-fu/index.html",
    "papers": "papers/index.html",
    "statistics": "statistics/index.html",
    "data": "api/index.html",
    "tag": "tags/induction-head/index.html",
    "tags": "tags/index.html",
    "venue": "venues/arxiv/index.html",
    "method": "methods/zero-ablation/index.html",
    "group": "tags/group/latent-reasoning/index.html",
    "walk-throughs": "tags/together/index.html",
    "methods": "methods/index.html",
    "benchmark": "benchmarks/lre/index.html",
    "model": "models/gpt-2/index.html",
    "glossary": "glossary/index.html",
    "contribute": "contribute/index.html",
    "missing": "404.html",
}

every_kind = pytest.mark.parametrize("kind", KINDS)


def address(site: Path, kind: str) -> str:
    """A kind's page as a file."""
    return (site / KINDS[kind]).as_uri()


def open_missing_page_as_published(page: Page, site: Path, kind: str) -> None:
    """Open a page; the 404 page's addresses begin at its host's top, so files stand in for it."""
    if kind == "missing":
        page.route(
            "file:///Awesome-Attention-Heads/**",
            lambda route: route.fulfill(
                path=site / route.request.url.partition("/Awesome-Attention-Heads/")[2]
            ),
        )
    page.goto(address(site, kind))

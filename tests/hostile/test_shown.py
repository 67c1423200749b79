"""What stands deeper in a list is shown as it was typed, and so is what programs read back."""

import datetime as dt
import json
import re
from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from awesome_heads import project
from awesome_heads.config import ListConfig
from awesome_heads.formats.keys import citation_keys
from awesome_heads.links import (
    LEDGER,
    Failing,
    Outcome,
    State,
    find_faults,
    find_links,
    format_ledger,
    parse_ledger,
)
from awesome_heads.project import Project
from awesome_heads.records import Source
from awesome_heads.reporters.github import format_github
from awesome_heads.reporters.links import format_links
from awesome_heads.reporters.text import format_text
from tests.formats.parsers import read_with_pybtex
from tests.hostile.planted import harmless, payloads, plant
from tests.judges import elements, folded, on_github, parse, text_of

_DAYS = (dt.date(2026, 1, 7), dt.date(2026, 1, 14), dt.date(2026, 1, 21))


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A list whose every text is a payload, and where Markdown says nothing."""
    loaded, found = project.load(plant(tmp_path_factory.mktemp("planted"), str, harmless))
    assert loaded is not None, found
    return loaded


@pytest.fixture(scope="module")
def twin(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Its harmless twin."""
    loaded, found = project.load(plant(tmp_path_factory.mktemp("twin"), harmless, harmless))
    assert loaded is not None, found
    return loaded


def test_walkthroughs_say_what_was_typed(planted: Project) -> None:
    """Title, answer and results of each are on the page, whole."""
    page = planted.site()["tags/together/index.html"].data.decode()
    shown = text_of(parse(page))
    for walk in planted.library.vocabularies["tags"].walkthroughs:
        for text in (walk.title, walk.answer, *(step.writes for step in walk.steps)):
            assert folded(text) in shown


def test_flows_say_what_was_typed(planted: Project) -> None:
    """What travels along an arrow is told in words on the page of the group that it leaves."""
    site = planted.site()
    pages = [text_of(parse(site[path].data.decode())) for path in ("tags/index.html",)]
    for flow in planted.library.vocabularies["tags"].flows:
        assert any(folded(flow.label or "") in page for page in pages)


def test_what_to_cite_is_shown_as_it_is(planted: Project, twin: Project) -> None:
    """The entry stands in one block of the README, whatever is in it."""
    made, wanted = (
        parse(on_github(each.readme()["README.md"].data.decode())) for each in (planted, twin)
    )
    blocks = [folded("".join(each.itertext())) for each in made.iter("pre")]
    assert folded(planted.bibtex) in blocks
    assert len(blocks) == len(list(wanted.iter("pre")))


def test_keys_are_keys(planted: Project) -> None:
    """Whatever is asked for as a citation key, keys are plain and as many as there are papers."""
    keys = citation_keys(planted.library.papers)
    assert all(re.fullmatch(r"[\w:.+/-]+", key, re.ASCII) for key in keys.values())
    entries = read_with_pybtex(planted.site()["papers.bib"].data.decode()).entries
    assert {key.lower() for key in keys.values()} == {key.lower() for key in entries}


@pytest.mark.parametrize("form", ["table", "bullets", "compact"])
def test_each_form_with_badges(planted: Project, twin: Project, form: str) -> None:
    """In every form, and where tags and links are badges, the README has the twin's elements."""
    made, wanted = (
        [each.tag for each in elements(_readme_with_badges(each, form))] for each in (planted, twin)
    )
    assert made == wanted


def _readme_with_badges(listed: Project, form: str) -> Element:
    readme = {**listed.config.readme.model_dump(), "form": form, "tags": "badge", "links": "badge"}
    config = ListConfig.model_validate({**listed.config.model_dump(), "readme": readme})
    page = replace(listed, config=config).readme()["README.md"].data.decode()
    return parse(on_github(page))


def test_the_ledger_gives_back_what_was_noted() -> None:
    """Whatever a server said of itself, the next run reads it, and the addresses beside it."""
    ledger = {
        url: Failing(url=url, failed=_DAYS, because=payload)
        for number, payload in enumerate(payloads())
        for url in [f"https://papers.example/{number}"]
    }
    read, faults = parse_ledger(Source(LEDGER, format_ledger(ledger).encode()))
    assert (read, faults) == (ledger, [])


def _lines(report: str) -> list[str]:
    """Lines as GitHub's runner reads them."""
    return re.split(r"\r\n|\r|\n", report.removesuffix("\n"))


def test_reports_of_links_quote_what_servers_say() -> None:
    """An annotation is one command, text is one line and its hint, JSON is read back."""
    for payload in payloads():
        source = Source("list.yaml", b'url: "https://papers.example/a"\n')
        (link,) = find_links([source])
        outcome = Outcome(link.url, State.FAILING, because=payload)
        ledger = {link.url: Failing(url=link.url, failed=_DAYS, because=payload)}
        found = find_faults([link], {link.url: outcome}, ledger)
        (line,) = _lines(format_github(found))
        assert re.match(r"::(error|warning) file=list\.yaml,[^:]*::", line)
        assert len(format_text(found).plain.splitlines()) == 2
        told = json.loads(format_links([link], {link.url: outcome}, ledger, found))
        assert told["links"][0]["because"] == payload


def test_a_broken_ledger_is_quoted_as_text() -> None:
    """A payload in the place of an address or a day is told on one line, with its place."""
    for payload in payloads():
        entry = {"url": payload, "failed": [payload], "because": payload}
        data = json.dumps({"failing": [entry]}).encode()
        ledger, found = parse_ledger(Source(LEDGER, data))
        assert ledger is None
        assert {each.rule for each in found} == {"bad-url", "bad-date"}
        lines = _lines(format_github(found))
        assert all(line.startswith(f"::error file={LEDGER},") for line in lines)
        assert len(lines) == len(found)

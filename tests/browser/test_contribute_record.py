"""What is typed into the form comes back out of its record, to the letter."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from awesome_heads.project import Project
from awesome_heads.references import parse_reference
from awesome_heads.text import slugify
from tests.browser.contributing import fill, open_form, read, write

pytestmark = pytest.mark.browser

TEXTS = ("title", "authors", "summary-innovation", "summary-tasks", "summary-result")


@pytest.fixture
def form(page: Page, site: Path) -> Iterator[Page]:
    """The form, opened as a file; an error of its script or a dialog fails the test."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    yield open_form(page, site)
    assert wrong == []


@pytest.mark.parametrize(
    "hostile",
    [
        "He said \"no\": 'yes' # not a comment - [x] {y} & *z | > % @ `t`",
        "</script><script>alert(1)</script><img src=x onerror=alert(2)>",
        "back\\slash \\n \\u0041 \\ 🦊 👩‍🔬 naïve Ω",
        "line\u2028paragraph\u2029next\x85end\ufeff and \u200b\u202e\x7f\x01 signs",
        "--- !!python/object:x &a *a ? : ~",
        "null",
    ],
)
def test_hostile_text_comes_back_as_it_was(form: Page, listed: Project, hostile: str) -> None:
    """Whatever is typed into any text is in the record to the letter, and is never markup."""
    fill(form)
    count = "document.querySelectorAll('script, img, b[onclick], iframe').length"
    before = form.evaluate(count)
    for field in TEXTS:
        form.locator(f"#field-{field}").fill(hostile)
    paper = read(form, listed)
    assert (paper.title, paper.authors) == (hostile, (hostile,))
    assert {*paper.summary.model_dump().values()} == {hostile}
    for field in ("date", "venue", "links-paper", "links-code", "published-doi", "id", "tags"):
        form.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        write(form, field, hostile)
    form.locator("#open").focus()
    form.keyboard.press("Enter")
    assert form.locator("#open").get_attribute("href") is None
    assert form.evaluate(count) == before
    assert form.locator("#card .title").text_content() == form.locator("#field-title").input_value()


def test_pasted_lines_become_one(form: Page, listed: Project) -> None:
    """Line ends within a summary are kept as typed, then folded where the field is left."""
    fill(form)
    form.locator("#field-summary-result").fill("Half\nis\r\n lost.")
    assert read(form, listed).summary.result == "Half\nis\n lost."
    form.locator("#field-summary-result").blur()
    assert form.locator("#field-summary-result").input_value() == "Half is lost."
    assert read(form, listed).summary.result == "Half is lost."


@pytest.mark.parametrize(
    "typed",
    [
        "2501.00001",
        "arXiv:2501.00001v3",
        "https://www.arxiv.org/pdf/2501.00001v3.pdf",
        "arxiv.org/abs/2501.00001",
        "https://arxiv.org/abs/cs.CL/0501001",
        "10.48550/arXiv.2501.00001",
        "https://doi.org/10.1000/ABC.123",
        "doi:10.1000/abc.123",
        "https://dl.acm.org/doi/10.1145/1234567",
        "https://openreview.net/pdf?id=aB-c_9&noteId=x",
        "2024.acl-long.1",
        "https://aclanthology.org/n18-1202.pdf",
        "https://example.org/a-post",
        "not a paper",
    ],
)
def test_ids_are_read_as_the_program_reads_them(form: Page, typed: str) -> None:
    """A link or id becomes the address that the program would make of it."""
    write(form, "links-paper", typed)
    identifier = parse_reference(typed)
    expected = identifier.url if identifier else typed
    assert form.locator("#field-links-paper").input_value() == expected


@pytest.mark.parametrize(
    "title",
    [
        "Heads: A Study of “Copying” — the Model's Rôle",
        "Straße, Ærø, Łódź & Þing: ½ of €5 (№ 3)…",
        "The β-Head and 2\u00d72 Attention \u00d7 \U0001d458-Shot",
        "x" * 100,
        "one two three four five six seven eight nine ten " * 3,
        "CamelCase_with_underscores/and/slashes",
        "!",
    ],
)
def test_file_names_are_made_as_the_program_makes_them(form: Page, title: str) -> None:
    """The slug of a Latin title is the same in the browser."""
    write(form, "date", "2025-01-20")
    write(form, "title", title)
    shown = form.locator("#path").inner_text()
    assert shown == f"papers/2025/{slugify(title) or 'short-title'}.yaml"


def test_every_field_reaches_the_record(form: Page, listed: Project) -> None:
    """What is folded away counts as well."""
    fill(form)
    form.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    write(form, "authors", "Ada Example\n\n  Bo Sample \n")
    write(form, "links-code", "https://example.org/code?a=1&b=2#c")
    write(form, "published-venue", "acl")
    assert "Still missing: Date of publication." in form.locator("#status").inner_text()
    write(form, "published-date", "2025")
    write(form, "published-doi", "https://doi.org/10.1000/Made.Up")
    write(form, "methods", listed.library.vocabularies["methods"].terms[0].name)
    write(form, "id", "lantern-heads")
    assert "Ready." in form.locator("#status").inner_text()
    paper = read(form, listed)
    assert paper.authors == ("Ada Example", "Bo Sample")
    assert paper.links.code == ("https://example.org/code?a=1&b=2#c",)
    assert paper.published is not None
    assert (paper.published.venue, str(paper.published.date)) == ("ACL", "2025")
    assert paper.published.doi == "10.1000/made.up"
    assert paper.terms_of("methods") == (listed.library.vocabularies["methods"].terms[0].name,)
    assert form.locator("#path").inner_text() == "papers/2025/lantern-heads.yaml"

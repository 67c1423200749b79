"""The form for a paper as tests fill it."""

from pathlib import Path

from playwright.sync_api import Page

from awesome_heads.model import Paper
from awesome_heads.project import Project
from awesome_heads.records import Source, parse_paper

TITLE = "Lantern Heads: Dates Across Long Tables"


def open_form(page: Page, site: Path) -> Page:
    """Open the page as a file."""
    page.goto((site / "contribute/index.html").as_uri())
    return page


def write(page: Page, field: str, text: str) -> None:
    """Fill a field and leave it."""
    page.locator(f"#field-{field}").fill(text)
    page.locator(f"#field-{field}").blur()


def told(page: Page, field: str) -> str:
    """What stands beside a field about it."""
    return page.locator(f"#told-{field}").inner_text()


def record(page: Page) -> str:
    """The record on the page, as text."""
    return str(page.locator("#yaml").text_content())


def read(page: Page, listed: Project) -> Paper:
    """The record on the page, as the program reads it."""
    further = set(listed.library.vocabularies) - {"tags", "venues"}
    source = Source("papers/2025/a-paper.yaml", record(page).encode())
    paper, found = parse_paper(source, further)
    assert found == []
    assert paper is not None
    return paper


def fill(page: Page) -> None:
    """Fill what is required."""
    write(page, "links-paper", "https://arxiv.org/abs/2501.00001")
    write(page, "title", TITLE)
    write(page, "date", "2025-01-20")
    write(page, "tags", "Retrieval Head")
    write(page, "summary-innovation", "Names heads that fetch a date.")
    write(page, "summary-tasks", "Date lookup in tables.")
    write(page, "summary-result", "Without **six heads** half is lost.")

"""A contributor's path: the form, its preview and its checks, and the file that GitHub gets."""

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from awesome_heads.project import Project
from awesome_heads.records import Source, parse_paper
from awesome_heads.text import slugify
from tests.browser.contributing import TITLE, fill, open_form, record, told, write
from tests.lists import REPOSITORY, command, environment

pytestmark = pytest.mark.browser

LISTED = "Retrieval Head Mechanistically Explains Long-Context Factuality"


@pytest.fixture
def form(page: Page, site: Path) -> Page:
    """The form, opened as a file."""
    return open_form(page, site)


def _accepted(tmp_path: Path, path: str, text: str) -> subprocess.CompletedProcess[str]:
    """What `check` says of this list with one more file."""
    for name in ("papers", "taxonomy", "assets"):
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, tmp_path / name)
    for name in ("list.yaml", "CITATION.bib", "README.md"):
        shutil.copy(REPOSITORY / name, tmp_path / name)
    target = tmp_path / path
    assert not target.exists()
    target.parent.mkdir(exist_ok=True)
    target.write_text(text, encoding="utf-8", newline="")
    return subprocess.run(
        command("check", "--root", str(tmp_path), str(target)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(),
        check=False,
    )


def test_a_paper_is_added_by_keyboard(form: Page, tmp_path: Path) -> None:
    """From the first field to GitHub's editor without a mouse, by way of an error and a duplicate.

    The address that the button leads to holds a file that `check` accepts.
    """
    keyboard = form.keyboard
    form.locator("#field-links-paper").focus()
    keyboard.type("arXiv:2404.15574v2")
    expect(form.locator("#told-links-paper")).to_contain_text(f"is in the list already: {LISTED}")
    link = form.locator("#told-links-paper a")
    assert str(link.get_attribute("href")).startswith("../papers/retrieval-head-mech")
    keyboard.press("Control+A")
    keyboard.type("2501.00001v1")
    keyboard.press("Tab")
    assert form.locator("#field-links-paper").input_value() == "https://arxiv.org/abs/2501.00001"
    assert told(form, "links-paper") == ""
    keyboard.type(TITLE)
    expect(form.locator("#card .title")).to_have_text(TITLE)
    keyboard.press("Tab")
    keyboard.type("2025-02-30")
    keyboard.press("Tab")
    assert "“2025-02-30” is not a day of the calendar" in told(form, "date")
    assert form.locator("#field-date").get_attribute("aria-invalid") == "true"
    keyboard.press("Shift+Tab")
    keyboard.press("Control+A")
    keyboard.type("2025-01-20")
    assert told(form, "date") == ""
    keyboard.press("Tab")
    keyboard.type("Ada Example")
    keyboard.press("Enter")
    keyboard.type("Bo Sample")
    keyboard.press("Tab")
    assert form.locator("#field-venue").input_value() == "arXiv"
    keyboard.press("Tab")
    _pick_by_keyboard(form)
    for text in ("Names heads that fetch a date.", "Date lookup in tables.", "Without **six**."):
        _tab_to(form, "textarea")
        keyboard.type(text)
    _tab_to(form, "#open")
    expect(form.locator("#card dd strong")).to_have_text("six")
    expect(form.locator("#status")).to_contain_text("Ready.")
    address = urlsplit(str(form.locator("#open").get_attribute("href")))
    assert address.geturl().split("?")[0].endswith("/new/main")
    given = parse_qs(address.query, strict_parsing=True)
    (path,), (text,) = given["filename"], given["value"]
    assert path == "papers/2025/lantern-heads-dates-across-long-tables.yaml"
    assert text == record(form)
    done = _accepted(tmp_path, path, text)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no problems" in done.stdout


def _pick_by_keyboard(page: Page) -> None:
    """Two heads, one by another spelling; one too many is taken away again."""
    for name in ("induction head", "Retrieval Head", "Copy Suppression Head"):
        page.keyboard.type(name)
        page.keyboard.press("Enter")
    picked = page.locator("#picked-tags li")
    assert picked.count() == 3
    assert picked.first.inner_text().startswith("Induction Head")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert picked.count() == 2
    assert page.evaluate("document.activeElement.id") == "field-tags"


def _tab_to(page: Page, selector: str) -> None:
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the keyboard does not reach {selector}")


def test_every_listed_paper_is_known(form: Page, listed: Project) -> None:
    """Its title and each of its addresses are told while they are typed, with the right link."""
    for paper in listed.library.papers:
        found = {"title": (paper.title.upper(),), "links-paper": paper.links.paper}
        for field, texts in found.items():
            for text in texts:
                form.locator(f"#field-{field}").fill(text)
                link = form.locator(f"#told-{field} a").first
                assert (
                    link.get_attribute("href", timeout=2000) == f"../papers/{paper.id}/index.html"
                )


def test_the_papers_are_loaded_once_somebody_fills_in_the_form(page: Page, served: str) -> None:
    """Who only reads the page does not wait for the titles of the whole list."""
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(f"{served}contribute/index.html")
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if url.endswith("contribute/papers.js")]
    with page.expect_request("**/contribute/papers.js"):
        page.locator("#field-title").focus()


def test_a_form_without_the_papers_still_makes_a_record(page: Page, served: str) -> None:
    """Where they cannot be loaded, only duplicates stay unnoticed."""
    page.route("**/contribute/papers.js", lambda route: route.abort())
    page.goto(f"{served}contribute/index.html")
    fill(page)
    write(page, "title", LISTED)
    expect(page.locator("#status")).to_contain_text("Ready.")


def test_what_is_missing_is_listed_and_reached(form: Page) -> None:
    """The button without an address says why, in a list that takes the focus and leads on."""
    assert form.locator("#open").get_attribute("href") is None
    assert "Still missing: Link to the paper, Title" in form.locator("#status").inner_text()
    form.locator("#open").focus()
    form.keyboard.press("Enter")
    assert form.evaluate("document.activeElement.id") == "faults"
    form.get_by_role("link", name="Title is missing.").click()
    assert form.evaluate("document.activeElement.id") == "field-title"
    assert told(form, "title") == "Error. Title is missing."
    form.keyboard.type("A Title")
    assert told(form, "title") == ""
    assert form.get_by_role("link", name="Title is missing.").count() == 0
    fill(form)
    assert form.locator("#faults").is_hidden()


@pytest.mark.parametrize(
    ("field", "text", "message"),
    [
        ("title", LISTED.upper(), "a paper of this title is in the list already"),
        ("title", "A <b>Bold</b> Title", "“<b>” is HTML"),
        ("title", "A Title.", "the title ends with a full stop"),
        ("date", "20 January", "is not a day of the calendar"),
        ("date", "2099-01-01", "is still to come"),
        ("date", "2024-01-20", "the arXiv identifier is of 2025-01"),
        ("authors", "Ada Example, Bo Sample", "more than one person"),
        ("authors", "Ada Example et al.", "is not a person"),
        ("venue", "Nowhere", "“Nowhere” is no term of venues"),
        ("tags", "Nothing Head", "“Nothing Head” is no term of tags"),
        ("summary-tasks", "Tables", "the sentence has no end"),
        ("summary-tasks", "word " * 61, "words, more than 35"),
        ("summary-tasks", "word " * 61, "too many: shorten this line first"),
        ("links-code", "github.com/example/heads", "is not a web address"),
        ("links-code", "https://localhost/heads", "cannot be reached from the internet"),
        ("links-code", "https://a:b@example.org/", "a user's name or password"),
        ("id", "My_File", "is not lower-case words joined by hyphens"),
        ("id", slugify(LISTED), "is taken"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    form: Page, field: str, text: str, message: str
) -> None:
    """Each check has words, and once it is mended they go."""
    form.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    fill(form)
    assert "Ready." in form.locator("#status").inner_text()
    before = form.locator(f"#field-{field}").input_value()
    write(form, field, text)
    expect(form.locator(f"#told-{field}")).to_contain_text(message, ignore_case=True)
    write(form, field, before)
    assert told(form, field) == ""
    assert "Ready." in form.locator("#status").inner_text()


def test_the_text_can_be_copied_and_downloaded(form: Page) -> None:
    """Both give the record as it is shown, and the download has the file's name."""
    fill(form)
    form.context.grant_permissions(["clipboard-read", "clipboard-write"])
    form.get_by_role("button", name="Copy").click()
    expect(form.locator("#done")).to_have_text("Copied.")
    assert form.evaluate("navigator.clipboard.readText()") == record(form)
    with form.expect_download() as waiting:
        form.get_by_role("button", name="Download").click()
    assert waiting.value.suggested_filename == f"{slugify(TITLE)}.yaml"
    assert waiting.value.path().read_text(encoding="utf-8") == record(form)


def test_without_a_clipboard_the_text_is_copied_all_the_same(form: Page) -> None:
    """Browsers that refuse the clipboard leave the text copied or selected."""
    form.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    form.get_by_role("button", name="Copy").click()
    expect(form.locator("#done")).not_to_be_empty()
    assert form.evaluate("getSelection().toString()").strip() == record(form).strip()


def test_a_long_address_is_warned_of(form: Page) -> None:
    """GitHub refuses addresses that are too long, so other ways are named."""
    fill(form)
    write(form, "authors", "\n".join(f"Ada Example Number {'x' * n}" for n in range(1, 150)))
    assert "GitHub may refuse the link" in form.locator("#status").inner_text()
    assert form.locator("#open").get_attribute("href")


def test_without_scripts_there_is_a_record_to_copy(browser: Browser, site: Path) -> None:
    """Nothing of the form shows; the record does, and filled in it is valid."""
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((site / "contribute/index.html").as_uri())
        assert page.locator("#contribute").is_hidden()
        text = page.locator("#template").inner_text()
        link = page.get_by_role("link", name="Start the file on GitHub").get_attribute("href")
    values = (
        *("A Title", "2025-01-20", "Ada Example", "arXiv", "Retrieval Head"),
        *("https://arxiv.org/abs/2501.00001", "https://example.org/code"),
        *("Names it.", "Tables.", "It works."),
    )
    for value in values:
        text = text.replace('""', json.dumps(value), 1)
    paper, found = parse_paper(Source("papers/2025/a-title.yaml", text.encode()))
    assert found == []
    assert paper is not None
    assert "value=title%3A" in str(link)


def test_the_page_works_under_a_base_path(page: Page, served: str) -> None:
    """A duplicate's link leads to the paper's page wherever the site lies."""
    page.goto(f"{served}index.html")
    page.locator("footer").get_by_role("link", name="Add a paper").click()
    write(page, "title", LISTED)
    page.locator("#told-title a").click()
    assert page.locator("h1").inner_text() == LISTED

"""Scripts speak the language of the list, as its catalogue has it."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from playwright.sync_api import Browser, Page, expect

from awesome_heads import disk, project
from tests.browser.contributing import open_form, told, write
from tests.browser.finding import nothing_wrong, open_finder
from tests.lists import write as write_file
from tests.lists import write_list

pytestmark = pytest.mark.browser

PAPERS = 7
TITLE = "Reading № 1: A Study"

# Czech has one form for 1, another from 2 to 4, and a third.
COUNTED: Mapping[tuple[str, str], tuple[str, str, str]] = {
    ("%(number)s paper", "%(number)s papers"): (
        "%(number)s článek",
        "%(number)s články",
        "%(number)s článků",
    ),
    ("Show %(number)s paper", "Show %(number)s papers"): (
        "Zobrazit %(number)s článek",
        "Zobrazit %(number)s články",
        "Zobrazit %(number)s článků",
    ),
    ("%(number)s of %(all)s paper", "%(number)s of %(all)s papers"): (
        "z %(all)s článku %(number)s",
        "ze %(all)s článků %(number)s",
        "z %(all)s článků %(number)s",
    ),
    ("Show it among all papers", "All %(number)s papers"): (
        "Najít ho mezi všemi",
        "Všechny %(number)s články",
        "Všech %(number)s článků",
    ),
    ("Without %(what)s: %(number)s paper", "Without %(what)s: %(number)s papers"): (
        "Bez %(what)s: %(number)s článek",
        "Bez %(what)s: %(number)s články",
        "Bez %(what)s: %(number)s článků",
    ),
    ("%(number)s word", "%(number)s words"): (
        "%(number)s slovo",
        "%(number)s slova",
        "%(number)s slov",
    ),
}
SAID = {
    "Display": "Zobrazení",
    "Starred": "Označeno hvězdičkou",
    "Star: %(title)s": "Hvězdička: %(title)s",
    "[Cite] of %(title)s": "%(title)s: [citovat]",
    "[New] since your last visit": "Nové od poslední návštěvy",
    "Remove [%(what)s]": "[%(what)s] odebrat",
    "Since %(year)s": "Od %(year)s",
    "No paper matches.": "Nic se nenašlo.",
    "No paper matches all of this.": "Tomu všemu neodpovídá nic.",
    "“%(text)s”": "„%(text)s“",
    "Pages": "Stránky",
    "Title": "Název",
    "Link to the paper": "Odkaz na článek",
    "%(field)s is missing.": "Chybí %(field)s.",
    "Error.": "Chyba.",
    "[Remove] %(what)s": "%(what)s: [odebrat]",
    "A paper of this title is in the list already: %(paper)s.": "%(paper)s už v seznamu je.",
    "“%(name)s” is no term of %(vocabulary)s: choose one from the list.": (
        "„%(name)s“ ve slovníku %(vocabulary)s není."
    ),
    "Still missing: %(fields)s.": "Ještě chybí: %(fields)s.",
    "Copied.": "Zkopírováno.",
}


def _catalogue() -> str:
    catalogue = Catalog("cs")
    everywhere = [("templates/static/site.js", 1)]
    for counted, forms in COUNTED.items():
        catalogue.add(counted, forms, locations=everywhere)
    for said, means in SAID.items():
        catalogue.add(said, means, locations=everywhere)
    catalogue.add(", ", " + ", locations=everywhere, context="between words")
    written = BytesIO()
    write_po(written, catalogue)
    return written.getvalue().decode()


@pytest.fixture(scope="module")
def czech(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a made-up list in Czech, in a folder."""
    root = write_list(tmp_path_factory.mktemp("list"), PAPERS, language="cs")
    write_file(root, "templates/locale/cs.po", _catalogue())
    loaded, problems = project.load(root)
    assert loaded is not None, problems
    folder = tmp_path_factory.mktemp("site")
    disk.write_folder(folder, loaded.site())
    return folder


@pytest.fixture
def speaking(page: Page, czech: Path) -> Iterator[Page]:
    """A tab on the home page, in which nothing goes wrong."""
    with nothing_wrong(page):
        page.goto((czech / "index.html").as_uri())
        yield page


def test_the_popup_says_what_it_found(speaking: Page) -> None:
    """Its status, its pages and the way on, in the form that goes with the number."""
    box, popup = speaking.locator("#find"), speaking.locator(".popup")
    status = speaking.locator("#search [role=status]")
    box.fill("reading")
    expect(status).to_have_text("7 článků")
    expect(popup.locator(".whole")).to_have_text("Všech 7 článků")
    box.fill("early")
    expect(status).to_have_text("3 články")
    expect(popup.locator(".whole")).to_have_text("Všechny 3 články")
    expect(popup.get_by_role("list", name="Stránky")).to_contain_text("Early Reader")
    box.fill("reading 5")
    expect(status).to_have_text("1 článek")
    expect(popup.locator(".whole")).to_have_text("Najít ho mezi všemi")
    box.fill("zzzzqqqq")
    expect(status).to_have_text("Nic se nenašlo.")


@pytest.mark.parametrize(
    ("query", "tally", "button"),
    [
        ("", "7 článků", "Zobrazit 7 článků"),
        ("?tags=early-reader", "z 7 článků 3", "Zobrazit 3 články"),
        ("?q=reading+5", "z 7 článků 1", "Zobrazit 1 článek"),
    ],
)
def test_the_tally_has_the_form_of_its_number(
    page: Page, czech: Path, query: str, tally: str, button: str
) -> None:
    """One, few and many papers are counted as the catalogue counts them."""
    open_finder(page, f"{czech.as_uri()}/", query)
    expect(page.locator("#tally")).to_have_text(tally)
    expect(page.locator("#shut")).to_have_text(button)


def test_where_nothing_is_found_ways_out_are_said(page: Page, czech: Path) -> None:
    """What was chosen, and what dropping it would leave, are said in the list's language."""
    open_finder(page, f"{czech.as_uri()}/", "?q=zzzzqqqq&years=2024-&tags=early-reader")
    empty = page.locator("#empty")
    expect(empty.locator("p").first).to_have_text("Tomu všemu neodpovídá nic.")
    expect(empty.get_by_role("button")).to_have_text("Bez „zzzzqqqq“: 3 články")
    dropping = page.locator("#active .drop")
    expect(dropping.first).to_have_text(re.compile("^Od 2024 odebrat"))
    assert dropping.first.locator(".unseen").all_text_contents() == [" odebrat"]
    assert page.title().startswith("zzzzqqqq + Od 2024 + Early Reader · ")


def test_what_rows_are_given_is_said(page: Page, czech: Path) -> None:
    """Stars, citations and dates; a text that lost its brackets is seen as a whole."""
    page.clock.set_fixed_time("2024-01-01T10:00:00Z")
    page.goto((czech / "years/2024/index.html").as_uri())
    expect(page.locator("#comfort summary")).to_have_text("Zobrazení")
    row = page.locator("li.paper").last
    title = row.locator(".title").inner_text()
    citing = row.get_by_role("link", name=f"{title}: citovat")
    assert citing.evaluate("each => [...each.childNodes].map(one => one.textContent)") == [
        f"{title}: ",
        "citovat",
        "",
    ]
    row.get_by_role("button", name=f"Hvězdička: {title}").click()
    expect(page.locator(".status")).to_have_text("Označeno hvězdičkou")
    assert row.locator("time").inner_text() == "2. 3. 2024"


def test_a_reader_of_the_language_gets_dates_of_their_country(
    browser: Browser, tmp_path: Path
) -> None:
    """Dates are in the list's language, in the reader's own variety of it where there is one."""
    root = write_list(tmp_path / "list", 1, language="de")
    catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8"\n\n'
    entry = '#: templates/static/site.js\nmsgid "Starred"\nmsgstr "Markiert"\n'
    write_file(root, "templates/locale/de.po", catalogue + entry)
    record = root / "papers/2023/reading-1.yaml"
    record.write_text(record.read_text("utf-8").replace("2023-03", "2023-01"), "utf-8")
    loaded, problems = project.load(root)
    assert loaded is not None, problems
    disk.write_folder(tmp_path / "site", loaded.site())
    for reader, text in (("de-AT", "Jän."), ("de-DE", "Jan."), ("fr-FR", "Jan.")):
        with browser.new_context(locale=reader) as context:
            page = context.new_page()
            page.goto((tmp_path / "site/years/2023/index.html").as_uri())
            expect(page.locator("li.paper time").first).to_contain_text(text)


def test_the_form_speaks(page: Page, czech: Path) -> None:
    """Labels, faults with a link in their midst, counts of words and what is still missing."""
    form = open_form(page, czech)
    expect(form.locator("label[for=field-title]")).to_have_text("Název")
    expect(form.locator("#status")).to_contain_text("Ještě chybí: Odkaz na článek + Název + ")
    write(form, "title", "")
    assert told(form, "title") == "Chyba. Chybí Název."
    write(form, "title", TITLE)
    assert told(form, "title") == f"Chyba. {TITLE} už v seznamu je."
    expect(form.locator("#told-title a")).to_have_text(TITLE)
    for text, words in (("One.", "1 slovo"), ("One, two.", "2 slova"), ("a b c d e.", "5 slov")):
        form.locator("#field-summary-tasks").fill(text)
        expect(form.locator("#words-summary-tasks")).to_have_text(words)
    write(form, "tags", "Nobody")
    assert told(form, "tags").startswith("Chyba. „Nobody“ ve slovníku tags není.")
    write(form, "tags", "Early Reader")
    expect(form.get_by_role("button", name="Early Reader: odebrat")).to_be_visible()
    form.locator("#open").focus()
    form.keyboard.press("Enter")
    expect(form.locator("#faults li a").filter(has_text=TITLE)).to_have_text(
        f"{TITLE} už v seznamu je."
    )

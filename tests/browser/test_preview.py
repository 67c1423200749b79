"""The preview in an open page: a fault comes and goes without anyone touching the browser."""

from pathlib import Path
from threading import Event, Thread

import pytest
from playwright.sync_api import Page

from awesome_heads import project
from awesome_heads.commands.serve import serve
from awesome_heads.preview import Built, Preview
from tests.lists import BASE, record_path, write_list

pytestmark = pytest.mark.browser


def build(root: Path) -> Built:
    """A list as its preview is given it."""
    loaded, problems = project.load(root)
    return Built(BASE, loaded.site(), []) if loaded else Built("/", {}, problems)


def test_an_open_page_shows_a_fault_and_comes_back(page: Page, tmp_path: Path) -> None:
    """A broken record shows its faults in the open page; mended, the page is back by itself."""
    root = write_list(tmp_path)
    record = root / record_path(2)
    good = record.read_text(encoding="utf-8")
    preview = Preview(lambda: build(root), 0)
    preview.start()
    try:
        address = f"{preview.url}papers/reading-2/"
        with page.expect_response("**/.changes*"):
            page.goto(address)
        record.write_text(good.replace("tags:", "tgas:"), encoding="utf-8")
        with page.expect_response("**/.changes*"):
            preview.rebuild()
            page.wait_for_selector("text=2 problems to mend")
        assert page.locator("li").count() == 2
        assert "papers/2024/reading-2.yaml:5:1" in page.locator("ol").inner_text()
        record.write_text(good.replace("A Study", "A Novel"), encoding="utf-8")
        preview.rebuild()
        page.wait_for_selector("h1:has-text('A Novel')")
        assert page.url == address
    finally:
        preview.close()


def test_saving_a_record_reloads_the_page(
    page: Page, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the real command, a save alone changes what the browser shows."""
    root = write_list(tmp_path)
    record = root / record_path(2)
    text = record.read_text(encoding="utf-8")
    stop = Event()
    server = Thread(target=serve, args=(root, 0, stop))
    server.start()
    try:
        while not (said := capsys.readouterr().out):
            page.wait_for_timeout(50)
        with page.expect_response("**/.changes*"):
            page.goto(f"{said.split()[1]}papers/reading-2/")
        for number in range(100):
            record.write_text(text.replace("A Study", f"Novel {number}"), encoding="utf-8")
            page.wait_for_timeout(400)
            if "Novel" in page.locator("h1").inner_text():
                break
        assert "Novel" in page.locator("h1").inner_text()
    finally:
        stop.set()
        server.join(timeout=10)
    assert not server.is_alive()

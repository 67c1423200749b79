"""Diagnostics as a page."""

from awesome_heads.diagnostics import Diagnostic, Location
from awesome_heads.reporters.html import format_html
from tests.judges import parse, text_of

PLAIN = Diagnostic(Location("papers/2024/a.yaml", 3, 7, 12), "bad-date", "`x` is no day", "write y")
SIGNS = Diagnostic(
    Location("papers/<a>&.yaml", 2, 1), "b", '<script>alert("1")</script>', "type `<b>` & save"
)


def test_a_page_lists_what_is_wrong() -> None:
    """Heading, place, message, rule and hint stand in the page, and nothing comes from afar."""
    page = format_html([PLAIN])
    assert page.startswith('<!doctype html><html lang="en"><head><meta charset="utf-8">')
    assert "<title>1 problem to mend</title>" in page
    assert page.endswith(
        "<body><h1>1 problem to mend</h1><p>The site returns as soon as these are saved.</p>"
        "<ol><li><code>papers/2024/a.yaml:3:7</code> `x` is no day "
        '<span class="rule">bad-date</span><span class="hint">Hint: write y</span></li></ol>'
        "</body></html>"
    )
    assert "http" not in page


def test_a_hint_is_shown_only_where_there_is_one() -> None:
    """No empty line stands for it."""
    assert "Hint:" not in format_html([PLAIN._replace(hint="")])


def test_signs_are_shown_as_typed() -> None:
    """A message that quotes a file cannot become part of the page."""
    page = parse(format_html([SIGNS, PLAIN]))
    items = [text_of(item) for item in page.iter("li")]
    assert items[0] == ('papers/<a>&.yaml:2:1 <script>alert("1")</script> bHint: type `<b>` & save')
    assert len(items) == 2
    assert next(page.iter("script"), None) is None
    assert [text_of(each) for each in page.iter("h1")] == ["2 problems to mend"]

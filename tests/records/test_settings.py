"""`list.yaml` as settings."""

import pytest

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.records import parse_settings
from tests.builders import a_config, settings_text, source


def _found(text: str) -> list[Diagnostic]:
    settings, found = parse_settings(source(text, "list.yaml"))
    assert settings is None
    assert all(each.location.path == "list.yaml" for each in found)
    return found


def test_settings_are_read() -> None:
    """A file without fault gives the settings that it states."""
    settings, found = parse_settings(source(settings_text(), "list.yaml"))
    assert found == []
    assert settings == a_config()


def test_numbers_are_read_from_text() -> None:
    """A number is what its text says."""
    text = settings_text() + "readme: {open_years: 3, newest: '0'}\n"
    settings, _ = parse_settings(source(text, "list.yaml"))
    assert settings is not None
    assert (settings.readme.open_years, settings.readme.newest) == (3, 0)


@pytest.mark.parametrize(
    ("line", "place", "rule", "message", "hint"),
    [
        (
            "sit: {}",
            (1, 1, 4),
            "unknown-field",
            "there is no field `sit`",
            "did you mean `site`?",
        ),
        (
            "readme: {open_year: 1}",
            (1, 10, 19),
            "unknown-field",
            "there is no field `open_year`",
            "did you mean `open_years`?",
        ),
        (
            "readme: {open_years: some}",
            (1, 22, 26),
            "wrong-type",
            "`readme.open_years` takes a whole number, not text",
            "",
        ),
        (
            "site: {related: -1}",
            (1, 17, 19),
            "invalid-value",
            "`site.related`: input should be greater than or equal to 0",
            "",
        ),
        (
            "readme: {tags: pictures}",
            (1, 16, 24),
            "invalid-value",
            "`readme.tags`: input should be 'text' or 'badge'",
            "",
        ),
        (
            "badges: [{label: x, image: https://example.org/x.svg}]",
            (1, 10, 11),
            "missing-field",
            "`url` is missing",
            "add `url: ...` (Where it leads)",
        ),
    ],
)
def test_a_fault_in_the_settings(
    line: str, place: tuple[int, int, int], rule: str, message: str, hint: str
) -> None:
    """A fault is told in its place, with what to type instead."""
    (found,) = _found(f"{line}\n{settings_text()}")
    assert found[1:4] == (rule, message, hint)
    assert found.location[1:] == place


def test_a_setting_that_is_missing() -> None:
    """A required setting that is left out is told at the file's start."""
    (found,) = _found(settings_text(name=None))
    assert (found.rule, found.location[1:]) == ("missing-field", (1, 1, 1))
    assert found.hint == "add `name: ...` (Name of the list)"


def test_an_unreadable_file() -> None:
    """What is no YAML of fields gives no settings and the reason."""
    assert [each.rule for each in _found("")] == ["empty-file"]


def test_everything_wrong_is_told() -> None:
    """One fault does not hide the next."""
    found = _found(settings_text(name="", started="soon", licence=None))
    assert [each.rule for each in found] == ["missing-field", "empty-value", "bad-date"]

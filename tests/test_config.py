"""The list's own settings."""

import datetime as dt

import pytest
from pydantic import BaseModel, ValidationError

from awesome_heads import config
from awesome_heads.config import Citation, ListConfig, Readme, Site
from tests.builders import a_config

MODELS = [
    value
    for value in vars(config).values()
    if isinstance(value, type) and issubclass(value, BaseModel) and value.model_fields
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_setting_is_described(model: type[BaseModel]) -> None:
    """Each setting says in a sentence what it is for."""
    for name, field in model.model_fields.items():
        assert (field.description or "").endswith("."), name


def test_required_settings() -> None:
    """A list must name itself, its addresses, its beginning, what to cite and its licence."""
    required = {name for name, field in ListConfig.model_fields.items() if field.is_required()}
    assert required == {
        "name",
        "title",
        "description",
        "lead",
        "introduction",
        "site_url",
        "repository_url",
        "started",
        "citation",
        "licence",
    }


def test_defaults() -> None:
    """What a list does not set has the values that the documentation promises."""
    settings = a_config()
    assert (settings.branch, settings.language, settings.tree) == ("main", "en", "tags")
    assert (settings.vocabularies, settings.badges, settings.news) == ((), (), ())
    assert (settings.highlights, settings.earlier) == (None, None)
    assert (settings.readme, settings.site) == (Readme(), Site())
    assert settings.citation.file == "CITATION.bib"


def test_nested_settings_are_read() -> None:
    """Settings within settings are read as their own kinds."""
    settings = a_config(
        earlier={"before": "2022-11-30", "title": "Before"},
        news=[{"date": "2024-03-04", "text": "News."}],
        readme={"open_years": "2", "tags": "badge"},
    )
    assert settings.earlier is not None
    assert settings.earlier.before == dt.date(2022, 11, 30)
    assert settings.news[0].date == dt.date(2024, 3, 4)
    assert (settings.readme.open_years, settings.readme.tags) == (2, "badge")


@pytest.mark.parametrize("url", ["https://example.org/heads", "https://example.org/heads/"])
def test_base_url_ends_with_a_slash(url: str) -> None:
    """Paths can be appended to the site's address, however it was typed."""
    assert a_config(site_url=url).base_url == "https://example.org/heads/"


@pytest.mark.parametrize("name", ["CITATION.bib", "a.b-c_d.bib", "9.bib"])
def test_citation_file_is_beside_the_settings(name: str) -> None:
    """The file to cite is a BibTeX file in the list's folder."""
    assert Citation(title="x", url="https://example.org", file=name).file == name


@pytest.mark.parametrize("name", ["../x.bib", "a/x.bib", ".bib", "x.bib.txt", "x", "-x.bib"])
def test_citation_file_is_nowhere_else(name: str) -> None:
    """A path to another folder, or another kind of file, is refused."""
    with pytest.raises(ValidationError, match="file"):
        Citation(title="x", url="https://example.org", file=name)


@pytest.mark.parametrize(
    "changes",
    [
        {"readme": {"open_years": "-1"}},
        {"readme": {"newest": "-1"}},
        {"readme": {"tags": "pictures"}},
        {"readme": {"links": "pictures"}},
        {"site": {"related": "-1"}},
        {"site": {"studied": "-1"}},
        {"site_url": "example.org"},
        {"started": "2024"},
        {"colour": "blue"},
    ],
    ids=str,
)
def test_unusable_settings_are_refused(changes: dict[str, object]) -> None:
    """A setting out of its range, of another shape, or unknown, is refused."""
    with pytest.raises(ValidationError):
        a_config(**changes)

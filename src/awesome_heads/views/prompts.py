"""What the form on which a paper is added says of its fields.

In English a help says what the schema says of the field (a test holds it to that), and where that
is not enough for somebody who has never seen a record, a sentence more.
"""

from collections.abc import Mapping
from typing import NamedTuple

from awesome_heads.language import Language


class Prompt(NamedTuple):
    """What a field is called, and what is said below that."""

    label: str
    help: str


def prompts_of(language: Language, links: Mapping[str, str]) -> Mapping[str, Prompt]:
    """What is said of each field that takes no terms, by its path; `links` are names of links."""
    _ = language.gettext
    return {
        "links.paper": Prompt(
            _("Link to the paper"),
            _("Where the work itself is read. An address, or an arXiv, DOI or ACL Anthology id."),
        ),
        "title": Prompt(_("Title"), _("Title as printed on the paper.")),
        "date": Prompt(_("Date of the first version"), _("First public version, as YYYY-MM-DD.")),
        "authors": Prompt(_("Authors"), _("Full names in order; left out if unknown. One a line.")),
        "venue": Prompt(_("Venue"), _("`arXiv`, or where it appeared.")),
        "summary.innovation": Prompt(_("Innovation"), _("What is new.")),
        "summary.tasks": Prompt(_("Tasks"), _("What it was tested on.")),
        "summary.result": Prompt(_("Result"), _("What was found.")),
        "id": Prompt(
            _("File name"),
            _("Made from the title; a shorter one is welcome. It becomes the page's address."),
        ),
        **_of_links(language, links),
        **_of_publication(language),
    }


def of_terms(language: Language, label: str) -> Prompt:
    """What is said of a field that takes terms; `label` is what their vocabulary is called."""
    return Prompt(label, language.gettext("Type a few letters, choose a name, and press Enter."))


def _of_links(language: Language, labels: Mapping[str, str]) -> Mapping[str, Prompt]:
    _ = language.gettext
    helps = {
        "code": _("Source code."),
        "data": _("Data set."),
        "demo": _("Something to try in the browser."),
        "project": _("Project page."),
        "video": _("Recorded talk."),
        "slides": _("Slides of a talk."),
        "poster": _("Poster."),
        "blog": _("Blog post; for a post that is the work, as `paper`."),
    }
    return {f"links.{kind}": Prompt(labels[kind], said) for kind, said in helps.items()}


def _of_publication(language: Language) -> Mapping[str, Prompt]:
    _ = language.gettext
    return {
        "published.venue": Prompt(_("Venue"), _("The conference or journal.")),
        "published.date": Prompt(_("Date of publication"), _("Year, month or day of publication.")),
        "published.doi": Prompt(_("DOI"), _("DOI without `https://doi.org/`.")),
        "published.url": Prompt(_("Link to the published version"), _("Landing page.")),
    }

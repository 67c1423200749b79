"""The list's own settings, as `list.yaml` gives them."""

from typing import Literal

from pydantic import Field

from awesome_heads.fields import Day, Frozen, Text, WebAddress

# One line, as it can stand between backticks.
_COMMAND = r"^[^`\r\n]+$"


class Badge(Frozen):
    """A picture below the README's title that links somewhere."""

    label: Text = Field(description="What the picture says, for those who do not see it.")
    image: WebAddress = Field(description="Address of the picture.")
    url: WebAddress = Field(description="Where it leads.")


class NewsItem(Frozen):
    """One dated line of news."""

    date: Day = Field(description="The day it happened, as YYYY-MM-DD.")
    text: Text = Field(description="The news, as inline Markdown.")
    url: WebAddress | None = Field(None, description="Where to read more.")


class Section(Frozen):
    """A titled passage of the README that the list itself writes."""

    title: Text = Field(description="Heading of the passage.")
    text: tuple[Text, ...] = Field((), description="Paragraphs, as inline Markdown.")
    points: tuple[Text, ...] = Field((), description="Points, as inline Markdown.")


class Citation(Frozen):
    """The work to cite when the list was of use."""

    title: Text = Field(description="Title of the work.")
    url: WebAddress = Field(description="Landing page.")
    file: Text = Field(
        "CITATION.bib",
        pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.bib$",
        description="BibTeX file beside `list.yaml`, shown in the README as it is.",
    )


class Licence(Frozen):
    """Under which terms the list and the code may be used."""

    data: Text = Field(description="Licence of the records and the README.")
    code: Text = Field(description="Licence of the engine.")
    data_url: WebAddress = Field(description="Text of the data's licence.")


class EarlierYears(Frozen):
    """The section that gathers every year before a turning point."""

    before: Day = Field(description="First day that is no longer in it.")
    title: Text = Field(description="Name of the section.")


class Building(Frozen):
    """How the README says that the list is built and tested."""

    build: Text = Field(
        "awesome-heads build", pattern=_COMMAND, description="Command that makes README and site."
    )
    test: Text = Field(
        "awesome-heads check", pattern=_COMMAND, description="Command that finds mistakes."
    )
    needs: Text | None = Field(
        None, description="What these need, as inline Markdown; else how the program is installed."
    )
    more: Text | None = Field(None, description="What else to know of it, as inline Markdown.")


class Readme(Frozen):
    """How the README is composed."""

    sections: tuple[Text, ...] = Field(
        (
            "introduction",
            "taxonomy",
            "highlights",
            "news",
            "contents",
            "use",
            "newest",
            "papers",
            "statistics",
            "stars",
            "citation",
            "licence",
        ),
        description="Parts in order; each is a template `readme/_NAME.md`.",
    )
    form: Literal["table", "bullets", "compact"] = Field(
        "table",
        description="How papers stand: in a table, as items with a summary below, or a line each.",
    )
    open_years: int = Field(1, ge=0, description="How many of the newest years stand unfolded.")
    newest: int = Field(5, ge=0, description="How many papers the newest list shows.")
    tags: Literal["text", "badge"] = Field("text", description="How tags look.")
    links: Literal["text", "badge"] = Field("text", description="How links look.")
    tag_badge: Text = Field(
        "https://img.shields.io/badge/{label}-blue",
        description="Badge of a tag, where tags are badges.",
    )
    link_badge: Text = Field(
        "https://img.shields.io/badge/{label}-{message}-brightgreen",
        description="Badge of a link, where links are badges.",
    )
    guide: Text | None = Field(
        None, description="Page in the repository that says how to contribute, by its path."
    )
    building: Building = Field(Building(), description="How to build the list and test it.")


class Rules(Frozen):
    """How much each rule of `awesome-heads check` matters; what is not named keeps its own."""

    ignore: tuple[Text, ...] = Field((), description="Rules that are not applied.")
    warn: tuple[Text, ...] = Field((), description="Rules whose findings only warn.")
    error: tuple[Text, ...] = Field((), description="Rules whose findings fail the check.")


class Site(Frozen):
    """How the site is composed."""

    newest: int = Field(8, ge=0, description="How many of the newest papers the home page shows.")
    related: int = Field(5, ge=0, description="How many related papers a paper's page names.")
    studied: int = Field(4, ge=0, description="How many terms the home page names of a group.")


class ListConfig(Frozen):
    """Everything of a list that is neither a paper nor a vocabulary."""

    name: Text = Field(description="Name of the list.")
    title: Text = Field(description="Heading of the README.")
    description: Text = Field(description="The list in one sentence, for search engines.")
    lead: Text = Field(description="Two sentences that open the home page, as inline Markdown.")
    introduction: tuple[Text, ...] = Field(description="Paragraphs, as inline Markdown.")
    highlights: Section | None = Field(None, description="A passage, such as where to begin.")
    site_url: WebAddress = Field(description="Address of the published site.")
    repository_url: WebAddress = Field(description="Address of the repository.")
    branch: Text = Field("main", description="Branch that the site is built from.")
    language: Text = Field("en", description="Language of the texts, as a BCP 47 tag.")
    started: Day = Field(description="The day the list began, as YYYY-MM-DD.")
    tree: Text = Field("tags", description="Vocabulary whose groups order the whole list.")
    vocabularies: tuple[Text, ...] = Field(
        (), description="Vocabularies in the order readers meet them; others follow by name."
    )
    badges: tuple[Badge, ...] = Field((), description="Pictures below the README's title.")
    news: tuple[NewsItem, ...] = Field((), description="News, newest first.")
    earlier: EarlierYears | None = Field(None, description="Years gathered into one section.")
    citation: Citation = Field(description="What to cite.")
    licence: Licence = Field(description="Terms of use.")
    rules: Rules = Field(Rules(), description="How much each rule of `check` matters.")
    readme: Readme = Field(Readme(), description="The README's composition.")
    site: Site = Field(Site(), description="The site's composition.")

    @property
    def base_url(self) -> str:
        """The site's address with a closing slash, so that paths can be appended."""
        return self.site_url.rstrip("/") + "/"

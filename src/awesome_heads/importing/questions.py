"""What an issue is asked for: the fields, the labels of the form, and older or shorter labels."""

import re
from typing import NamedTuple

from awesome_heads.model import LINK_KINDS
from awesome_heads.text import fold

NO_RESPONSE = "_No response_"
OTHER = "Other"


class Question(NamedTuple):
    """A field of an issue.

    Attributes:
        field: Its name in a draft, and its id in the form.
        label: The heading that the form gives its answer.
        also: Further labels that mean the same.
    """

    field: str
    label: str
    also: tuple[str, ...] = ()


QUESTIONS = (
    Question(
        "paper",
        "Link to the paper",
        ("Link to paper", "Link", "URL", "Paper", "Paper link", "Paper URL", "arXiv", "DOI"),
    ),
    Question("title", "Title", ("Paper title", "Title of the paper")),
    Question(
        "date",
        "Date of the first version",
        ("Date", "Published date", "Publication date", "First version", "Date of publication"),
    ),
    Question("authors", "Authors", ("Author",)),
    Question(
        "venue",
        "Venue",
        ("Published", "Published in", "Published at", "Source", "Conference", "Journal"),
    ),
    Question("other_venue", "Another venue", ("Other venue",)),
    Question("tags", "Tags", ("Tag", "Head", "Heads", "Head name", "Head names")),
    Question("code", "Link to the code", ("Code", "Source code", "Repository", "Repo", "GitHub")),
    Question("data", "Link to the data", ("Data", "Data set", "Dataset", "Data sets", "Datasets")),
    Question("demo", "Link to a demo", ("Demo",)),
    Question(
        "project", "Project page", ("Project", "Page", "Website", "Homepage", "Home page", "Site")
    ),
    Question("video", "Link to a video", ("Video", "Talk")),
    Question("slides", "Link to the slides", ("Slides",)),
    Question("poster", "Link to the poster", ("Poster",)),
    Question("blog", "Link to a blog post", ("Blog", "Blog post", "Post")),
    Question("links", "Links", ("Other links", "Further links")),
    Question("summary", "Summary"),
    Question("innovation", "Innovation", ("Innovations", "What is new")),
    Question("tasks", "Tasks", ("Task", "What it was tested on")),
    Question(
        "result",
        "Result",
        ("Results", "Significant result", "Significant results", "What was found", "Findings"),
    ),
    Question("promise", "Before you send"),
)

LABELS = {question.field: question.label for question in QUESTIONS}
SUMMARY = ("innovation", "tasks", "result")
# Fields whose answer may be several lines, each with a meaning of its own.
SEVERAL = frozenset({*LINK_KINDS, "links", "tags", "authors", "summary", "promise"})

_IN_BRACKETS = re.compile(r"[(\[][^)\]]*[)\]]")
_NO_WORD = re.compile(r"[^\w\s]+")


def _key(label: str) -> str:
    return fold(_NO_WORD.sub(" ", _IN_BRACKETS.sub(" ", label)))


_FIELDS = {
    _key(label): question.field
    for question in QUESTIONS
    for label in (question.label, *question.also)
}
_LONGEST_LABEL = 60


def field_of(label: str) -> str | None:
    """The field that a label means, whatever its case, marks and remarks in brackets."""
    return _FIELDS.get(_key(label)) if len(label) <= _LONGEST_LABEL else None

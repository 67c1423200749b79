"""READMEs of lists in each of their forms, and lists that make one hard to write."""

from dataclasses import replace

from awesome_heads.project import Project
from awesome_heads.render import Theme
from tests.builders import a_config, a_library, a_paper, a_vocabulary

FORMS = ("table", "bullets", "compact")
BASE = "https://example.org/heads/"
_TITLES = (
    "[Brackets] in (a) {title}",
    "Pipes | and | more ||",
    "A trailing full stop.",
    "lower case at the beginning",
    "- a dash at the start - and another",
    "Mail to ada@example.org, @ada-example and #12",
    "*Stars*, _lines_, `code`, ~struck~ and \\ itself",
    "<b>Bold</b> &amp; <!-- nothing -->",
    "https://www.example.org/title is an address: so is www.example.org",
    'Who said "so"?',
    "1. The first",
    "面包与头 !",
    "Dots and more dots...",
    ":heads: up",
)
_SUMMARY = {
    "innovation": "lower case, *stars* and [a link](https://example.org/a_(b)) - with a dash.",
    "tasks": "- Nothing | but signs; 5% < 6% and `a|b`",
    "result": "Mail @ada-example. It ends without a stop",
}


def in_form(project: Project, form: str, **changes: object) -> Project:
    """A list whose README has a form, and perhaps other settings of it changed."""
    readme = project.config.readme.model_copy(update={"form": form, **changes})
    return replace(project, config=project.config.model_copy(update={"readme": readme}))


def readme_of(project: Project) -> str:
    """The text of a list's README."""
    return project.readme()["README.md"].data.decode()


def a_hostile_list() -> Project:
    """Papers whose titles, names, links and summaries mean something to Markdown or to a linter."""
    papers = [
        a_paper(
            id=f"paper-{number}",
            former_ids=[f"draft-{number}"],
            title=title,
            date=f"2024-05-{28 - number:02}",
            authors=["ada [example]", "Ben | Sample", "O'Neil-Invented", "Fake_Four", "Fake Five"],
            venue="Blog - & Co.",
            tags=["copy head", "A - B | C"],
            links={
                "paper": f"https://example.org/wiki/Heads_({number})?a=1&b=(2)",
                "code": f"https://example.org/code/{number}/(x)_y*z",
            },
            summary=_SUMMARY,
        )
        for number, title in enumerate(_TITLES)
    ]
    tags = a_vocabulary(terms=["copy head", "A - B | C"])
    return Project(a_config(), a_library(*papers, vocabularies=[tags]), Theme(), "@misc{x}")

"""The page on the list's settings."""

from collections.abc import Mapping

from awesome_heads.config import ListConfig, Readme
from tools.pages.examples import SETTINGS
from tools.pages.tables import block, data_of, fields_table, sections, table

README_PARTS: Mapping[str, str] = {
    "introduction": "Title, badges, counts and the text of `introduction`",
    "taxonomy": "Picture and table of the stages",
    "highlights": "The passage `highlights`",
    "news": "The lines of `news`",
    "contents": "Links to the other parts that are named",
    "use": "How to read, add to and build the list",
    "newest": "The newest papers, as many as `newest` says",
    "papers": "Every paper, in a section for each year and in the form that `form` names",
    "statistics": "Picture and tables of papers by year and by stage",
    "stars": "Picture of the repository's stars, from star-history.com",
    "citation": "The work to cite, and its BibTeX entry",
    "licence": "The terms of use",
}


def settings() -> str:
    """The page on the list's settings."""
    data = data_of("list.yaml", SETTINGS)
    inner = "\n\n".join(sections(ListConfig, data))
    parts = ((f"`{part}`", README_PARTS[part]) for part in Readme().sections)
    return f"""# The settings of a list

`list.yaml` says everything of a list that is neither a paper nor a term. It stands at the top of
the list's folder; that is how the program finds the folder. A setting that does not exist is an
error, and the message names the one that was probably meant.

## Every setting in use

A list can do with those that are marked **needed** below: see the
[smallest one](own-list.md#the-smallest-list).

{block(SETTINGS)}

## The settings

{fields_table(ListConfig, data)}

## The settings inside settings

{inner}

## Parts of the README

`readme.sections` names the parts in the order in which they stand. Each is a template,
`templates/readme/_NAME.md`, so a list can [replace one or add its
own](own-list.md#templates-of-your-own).

{table(("Part", "Holds"), parts)}

The introduction links to `use` and `citation` where these are among the parts.
"""

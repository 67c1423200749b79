"""The form that GitHub shows to whoever suggests a paper, made of the models and vocabularies.

Its keys are those of
https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
and the labels are those that `importing` reads back.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from awesome_heads.escapes import escape_markdown
from awesome_heads.importing.draft import MOST_WORDS
from awesome_heads.importing.questions import LABELS, OTHER
from awesome_heads.model import Links, Paper, Summary, Term, Vocabulary

PATH = ".github/ISSUE_TEMPLATE/add-paper.yml"
_HEAD = "# Made from the models and from taxonomy/; to change it, change those.\n"
_WELCOME = """\
Thank you for suggesting a paper! Only the link is required, and for papers on arXiv, OpenReview
or in the ACL Anthology, or with a DOI, title, date and authors can be looked up. The more you
fill in, the sooner the paper is on the list.
"""
_PROMISE = "I know that README.md is made from the records and is not edited by hand."
# GitHub keeps this word for itself in dropdowns.
_RESERVED = "none"

_Item = dict[str, Any]


def issue_form(vocabularies: Mapping[str, Vocabulary]) -> str:
    """Write the form; `tags` and `venues` must be among the vocabularies."""
    form = {
        "name": "Add a paper",
        "description": "Suggest a paper for the list; no file to write and nothing to install.",
        "title": "Add a paper: ",
        "labels": ["add-paper"],
        "body": list(_items(vocabularies)),
    }
    written: str = yaml.dump(
        form, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=1 << 16
    )
    return _HEAD + written


def _items(vocabularies: Mapping[str, Vocabulary]) -> Iterator[_Item]:
    yield {"type": "markdown", "attributes": {"value": " ".join(_WELCOME.split())}}
    yield _input("paper", _said(Links, "paper"), "https://arxiv.org/abs/2401.00000", required=True)
    yield _input("title", _said(Paper, "title"), "Kites Rise Faster Over Warm Fields")
    yield _input("date", _said(Paper, "date"), "2024-01-20")
    yield _area("authors", f"{_said(Paper, 'authors')} One a line.", "Ada Example\nBo Sample")
    yield _venue(vocabularies["venues"])
    another = f"Where it appeared, if you chose {OTHER} above."
    yield _input("other_venue", another, "")
    yield _area("tags", _tags(vocabularies["tags"]), "")
    yield _input("code", _said(Links, "code"), "https://github.com/example/warm-fields")
    for kind in ("data", "demo", "project"):
        yield _input(kind, _said(Links, kind), "")
    limit = f"The three lines have {MOST_WORDS} words together; plain words are best."
    yield _area("innovation", f"{_said(Summary, 'innovation')} {limit}", "")
    yield _area("tasks", _said(Summary, "tasks"), "")
    yield _area("result", _said(Summary, "result"), "")
    options = [{"label": _PROMISE, "required": True}]
    yield _item("checkboxes", "promise", {"options": options})


def _said(model: type[Links | Paper | Summary], field: str) -> str:
    return model.model_fields[field].description or ""


def _item(kind: str, field: str, attributes: Mapping[str, object]) -> _Item:
    said = {"", f"{LABELS[field]}."}
    shown = {name: value for name, value in attributes.items() if str(value) not in said}
    return {"type": kind, "id": field, "attributes": {"label": LABELS[field], **shown}}


def _input(field: str, description: str, placeholder: str, *, required: bool = False) -> _Item:
    item = _item("input", field, {"description": description, "placeholder": placeholder})
    return item | ({"validations": {"required": True}} if required else {})


def _area(field: str, description: str, placeholder: str) -> _Item:
    return _item("textarea", field, {"description": description, "placeholder": placeholder})


def _venue(venues: Vocabulary) -> _Item:
    names = [term.name for term in venues.terms if term.name.casefold() != _RESERVED]
    options = [*dict.fromkeys(name for name in names if name != OTHER), OTHER]
    return _item("dropdown", "venue", {"description": venues.description, "options": options})


def _tags(tags: Vocabulary) -> str:
    """What to write there, and every name by its outermost and its inner groups."""
    groups: dict[tuple[str, ...], list[Term]] = {}
    for term in tags.terms:
        groups.setdefault(term.group, []).append(term)
    lines = [f"{tags.description} One a line; if none of these fits, write a new one.", ""]
    for path, terms in groups.items():
        names = ", ".join(escape_markdown(term.name) for term in terms)
        title = ": ".join(escape_markdown(name) for name in path)
        lines.append(f"- **{title}**: {names}" if title else f"- {names}")
    return "\n".join(lines)


class _Dumper(yaml.SafeDumper):
    """Writes lists indented below their field, and several lines as a block."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 -- PyYAML's own signature
        """Indent a list under the field that holds it."""
        super().increase_indent(flow, indentless=False)


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)

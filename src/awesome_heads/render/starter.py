"""The files of a new list, out of the templates that ship for them."""

from collections.abc import Iterator, Mapping

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from awesome_heads.escapes import escape_markdown, link_target
from awesome_heads.formats.tex import tex_text
from awesome_heads.render.output import Output
from awesome_heads.render.theme import SHIPPED

# What the workflows of a new list run; the scripts are those of this repository.
_SCRIPTS = (
    "add-paper.sh",
    "findings.sh",
    "ledger.sh",
    "publish.sh",
    "record.sh",
    "rolling-issue.sh",
    "shared.sh",
)
_FOLDER = ".github/scripts"


def starter_paths() -> tuple[str, ...]:
    """Where the files of a new list stand in its folder."""
    scripts = (f"{_FOLDER}/{name}" for name in _SCRIPTS)
    return (*_environment().list_templates(), *scripts)


def render_starter(values: Mapping[str, str]) -> Iterator[Output]:
    """Fill in the templates, and hand the scripts on as they are.

    Args:
        values: Every name that the templates use. They write it as `<< name >>`, so that what
            workflows and BibTeX mean by braces stays as it is.
    """
    environment = _environment()
    for path in environment.list_templates():
        yield Output(path, environment.get_template(path).render(values).encode())
    for name in _SCRIPTS:
        path = f"{_FOLDER}/{name}"
        yield Output(path, (SHIPPED.parent / path).read_bytes())


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(SHIPPED / "starter"),
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 -- no HTML is made, and filters escape
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "md": escape_markdown,
        "target": link_target,
        "tex": tex_text,
        "yaml": _scalar,
    }
    return environment


def _scalar(text: str) -> str:
    """A text as one line of YAML, in quotes where it needs them."""
    written: str = yaml.safe_dump(text, allow_unicode=True, width=1 << 16)
    return written.removesuffix("\n").removesuffix("\n...")

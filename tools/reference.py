"""Write the pages of docs/ that repeat what the code states: fields, settings and commands.

`python tools/reference.py` writes them, `--check` only names those that are out of date. A further
page is one function that returns Markdown and one entry in `PAGES`.
"""
# ruff: noqa: INP001 -- a script beside the package, run and imported by path

import argparse
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import NoneType
from typing import Literal, get_args, get_origin, get_type_hints

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from awesome_heads import fields
from awesome_heads.cli import INTERRUPTED, cli
from awesome_heads.config import ListConfig, Readme
from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.model import Paper, Term, Vocabulary
from awesome_heads.records import Source
from awesome_heads.records.nodes import DEEPEST
from awesome_heads.records.source import LARGEST

DOCS = Path(__file__).parents[1] / "docs"
MADE = "<!-- Made by `make docs` from the code: change that, or tools/reference.py. -->"

RECORD_PATH = "papers/2024/ferry-heads.yaml"
RECORD = """\
title: "Ferry Heads: Moving Answers Across Long Prompts"
date: 2024-03-18
authors:
  - Ines Example
  - Tomas Sample
venue: arXiv
published:
  venue: ACL
  date: 2024-08
  doi: 10.5555/ferry.2024.17
  url: https://example.org/proceedings/ferry-heads
  pages: 210-225
  title: "Ferry Heads: Carrying Answers Through Long Prompts"
added: 2024-04-02
tags: [Retrieval Head, Mover Head]
methods: [Scoring]
links:
  paper: https://arxiv.org/abs/2403.00000
  code: https://example.org/ferry/code
  data: [https://example.org/ferry/short, https://example.org/ferry/long]
  demo: https://example.org/ferry/demo
  project: https://example.org/ferry
  video: https://example.org/ferry/talk
  slides: https://example.org/ferry/slides.pdf
  poster: https://example.org/ferry/poster.pdf
  blog: https://example.org/ferry/post
summary:
  innovation: Finds **five heads** that carry an answer from a far-off line to the last position.
  tasks: Look-up in made-up timetables of up to 4,000 lines, on two open models.
  result: Without those five, accuracy falls from 91% to 34%; without five others it stays.
abstract_url: https://example.org/proceedings/ferry-heads/abstract
bibtex_key: example2024ferry
former_ids: [ferry-heads-draft]
former_titles: [Ferry Heads]
"""

VOCABULARY_PATH = "taxonomy/kites.yaml"
VOCABULARY = """\
title: Kites
singular: Kite
group_title: Families
description: Kinds of kite that the papers fly.
on_records: true
groups:
  - name: Framed
    description: Kites held in shape by sticks.
    colour: {light: '#8a6e00', dark: '#d7bc66'}
    groups:
      - name: Flat
        description: One plane, and a tail to steady it.
  - name: Soft
    description: Kites held in shape by the wind.
flows:
  - start: Framed
    end: Soft
    label: lighter sails
properties:
  wind:
    label: Wind
    description: The least wind that lifts it.
terms:
  - name: Diamond Kite
    description: The kite that children draw, *with* a tail.
    aliases: [Eddy Kite]
    group: [Framed, Flat]
    wind: 4 m/s
  - name: Sled
    group: [Soft]
"""

SETTINGS = """\
name: Awesome Kite Papers
title: Awesome Kite Papers
description: Papers on how kites stay up.
lead: What keeps a kite in the air? Each paper here has part of the answer.
introduction:
  - This list gathers papers on *kites* and says of each what it found.
highlights:
  title: Where to begin
  text: [Three things help at first.]
  points:
    - A kite needs **wind** and a line.
    - A tail keeps it from spinning.
site_url: https://example.org/kites/
repository_url: https://github.com/example/kites
branch: main
language: en
started: 2031-01-01
tree: tags
vocabularies: [tags, venues]
badges:
  - label: The kite survey
    image: https://example.org/badges/survey.svg
    url: https://example.org/survey
news:
  - date: 2031-05-01
    text: The list holds its *hundredth* paper.
    url: https://example.org/news/hundred
earlier:
  before: 2025-01-01
  title: Before the box kite
citation:
  title: How Kites Fly
  url: https://example.org/survey
  file: CITATION.bib
licence:
  data: CC0 1.0
  code: MIT
  data_url: https://creativecommons.org/publicdomain/zero/1.0/
readme:
  sections: [introduction, news, contents, newest, papers, citation, licence]
  open_years: 2
  newest: 3
  tags: badge
  links: badge
  tag_badge: https://img.shields.io/badge/{label}-teal
  link_badge: https://img.shields.io/badge/{label}-{message}-orange
site:
  related: 3
  studied: 6
"""

# What the tables leave out, because it is not written under the model's own name for it.
APART: Mapping[type[BaseModel], set[str]] = {
    Paper: {"id", "terms"},
    Vocabulary: {"id"},
    Term: {"properties"},
}

LONGEST = 90

_KINDS: tuple[tuple[object, str, str], ...] = (
    (fields.Text, "text", "texts"),
    (fields.Slug, "lower-case words joined by hyphens", "ids, lower-case words joined by hyphens"),
    (fields.Day, "a day, `YYYY-MM-DD`", "days, `YYYY-MM-DD`"),
    (fields.SomeDate, "a year, a month or a day", "years, months or days"),
    (fields.WebAddress, "a web address", "web addresses"),
    (fields.WebAddresses, "a web address, or a list of them", "web addresses"),
    (bool, "`true` or `false`", "`true` or `false`"),
    (int, "a whole number", "whole numbers"),
)


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join(
        f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |" for line in lines
    )


def _block(text: str, language: str = "yaml") -> str:
    return f"```{language}\n{text}```"


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _takes(annotation: object, *, several: bool = False) -> str:
    """Say in words what a field of this type takes."""
    for kind, one, many in _KINDS:
        if annotation == kind:
            return many if several else one
    inner = [part for part in get_args(annotation) if part not in {NoneType, Ellipsis}]
    origin = get_origin(annotation)
    if origin is Literal:
        return " or ".join(f"`{choice}`" for choice in inner)
    if origin is tuple:
        return f"a list of {_takes(inner[0], several=True)}"
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"names, each with {_takes(inner[1])}"
    if _model_in(annotation) is None:
        return _takes(inner[0], several=several)
    return "entries with fields of their own" if several else "fields of its own"


def _limits(field: FieldInfo) -> str:
    found = []
    for each in field.metadata:
        if (least := getattr(each, "ge", None)) is not None:
            found.append(f", {least} or more")
        if pattern := getattr(each, "pattern", None):
            found.append(f" that matches `{pattern}`")
    return "".join(found)


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**needed**"
    if isinstance(field.default, BaseModel):
        return "its defaults"
    if isinstance(field.default, tuple) and field.default:
        return ", ".join(f"`{each}`" for each in field.default)
    if field.default is None or field.default in ((), {}):
        return "none"
    return f"`{str(field.default).lower() if isinstance(field.default, bool) else field.default}`"


def _example(name: str, example: Mapping[str, object], owner: type[BaseModel]) -> str:
    if name not in example:
        raise LookupError(f"{owner.__name__}.{name} has no example in tools/reference.py")
    value = example[name]
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = f"[{', '.join(value)}]"
    return f"`{value}`" if isinstance(value, str) and len(value) <= LONGEST else "above"


def _inner_models(model: type[BaseModel]) -> dict[type[BaseModel], list[str]]:
    """The models right below a model, each with the fields that hold it."""
    found: dict[type[BaseModel], list[str]] = {}
    for name, annotation in get_type_hints(model, include_extras=True).items():
        inner = _model_in(annotation)
        if inner is not None:
            found.setdefault(inner, []).append(name)
    return found


def fields_table(model: type[BaseModel], example: Mapping[str, object]) -> str:
    """The table of a model's fields."""
    types = get_type_hints(model, include_extras=True)
    below = {name: "-".join(names) for names in _inner_models(model).values() for name in names}

    def rows() -> Iterator[tuple[str, ...]]:
        for name, field in model.model_fields.items():
            if name not in APART.get(model, ()):
                takes = _takes(types[name]) + _limits(field)
                takes = f"[{takes}](#{below[name]})" if name in below else takes
                shown = _example(name, example, model)
                yield f"`{name}`", _default(field), takes, field.description or "", shown

    return _table(("Field", "Default", "Takes", "What it is", "Example"), rows())


def _flat(value: object) -> dict[str, object]:
    """The fields of a mapping, or of all the mappings in a list, as one example."""
    if isinstance(value, list):
        return {name: inner for item in reversed(value) for name, inner in _flat(item).items()}
    return dict(value) if isinstance(value, dict) else {}


def _sections(model: type[BaseModel], example: Mapping[str, object]) -> Iterator[str]:
    """A section for each model below a model, headed by the fields that hold it."""
    for inner, names in _inner_models(model).items():
        if inner is not model:
            below = {key: value for name in names for key, value in _named(example, name).items()}
            heading = ", ".join(f"`{name}`" for name in names)
            about = inspect.getdoc(inner) or ""
            yield f"### {heading}\n\n{about}\n\n{fields_table(inner, below)}"
            yield from _sections(inner, below)


def _named(example: Mapping[str, object], name: str) -> dict[str, object]:
    value = example.get(name)
    if name == "properties" and isinstance(value, dict):
        # Each property stands under a name of its own, so its fields are one level further down.
        value = list(value.values())
    return _flat(value)


def _data(path: str, text: str) -> dict[str, object]:
    return _flat(Source(path, text.encode()).read()[0])


def record() -> str:
    """The page on a record."""
    data = _data(RECORD_PATH, RECORD)
    inner = "\n\n".join(_sections(Paper, data))
    return f"""# A record

A paper is one file, `papers/<year>/<id>.yaml`. For a first one, copy the short example in
[CONTRIBUTING](../CONTRIBUTING.md#a-whole-record); this page holds every field there is.

## Every field in use

This made-up paper would be `{RECORD_PATH}`. Yours needs the fields that are marked
**needed** below, and any others that apply.

{_block(RECORD)}

## The fields

{fields_table(Paper, data)}

Each further vocabulary adds a field of its own name, such as `methods` above: a list of names or
aliases from its file, here [taxonomy/methods.yaml](../taxonomy/methods.yaml). See
[vocabularies](vocabularies.md).

## The fields inside fields

{inner}

A kind of link with several addresses takes a list, as `data` does above. Where two kinds share an
address, it is shown once, under the kind that stands later in the table.

The three lines of a summary share sixty words. They are written in inline Markdown: `*emphasis*`,
`**strong**`, code between backticks, and `[links](https://example.org)`. HTML and pictures are not
taken.

## What you type is what it says

No value is guessed at. `title: No` is the word No, `2404.15570` keeps its last zero, and `010`
stays 010. Three things need quotes, because YAML itself reads them otherwise:

| To write | Type |
| --- | --- |
| a colon and a blank, or a colon at the end | `title: "Kites: A Survey"` |
| a blank and `#` | `title: "Head #7"` (without quotes, the rest is a comment) |
| a sign of YAML at the beginning: `` & * ! @ ` % [ {{ > # `` or a quote | `title: "[Re] Kites"` |

Inside double quotes, write `\\"` for a quote and `\\\\` for a backslash; inside single quotes, `''`
for a quote.

A file may hold {LARGEST // 1024} KiB of UTF-8 text, nested at most {DEEPEST} levels.

These are errors: a field that
is not in the tables, the same field twice, a field with nothing after its colon, anchors and
aliases (`&name`, `*name`), type tags (`!!str`) and a second document.

## Where the file goes

- The folder is the year of `date`: a paper of 2024-03-18 lies in `papers/2024/`. If `published`
  names a later year, the file stays where it is.
- The file's name without `.yaml` is the paper's **id**: lower-case ASCII letters and digits, joined
  by single hyphens, and taken by no other paper. A short form of the title does well.
- The ending is `.yaml`. A file ending in `.yml`, or lying deeper or higher, is reported.

The id is also the paper's address, `papers/<id>/` on the site and `#<id>` in the README, so it is
meant to stay. If it has to change, rename the file and list the old id:

```yaml
former_ids: [ferry-heads-draft]
```

The old address then leads to the new one. A former id counts as taken, like any other.
"""


def vocabularies() -> str:
    """The page on vocabularies."""
    data = _data(VOCABULARY_PATH, VOCABULARY)
    inner = "\n\n".join(_sections(Vocabulary, data))
    return f"""# A vocabulary

A vocabulary is one file, `taxonomy/<name>.yaml`: terms with their meaning, and the tree they hang
in. The file's name is the field that records use.

## Every field in use

This made-up vocabulary would be `{VOCABULARY_PATH}`, and a record could then say
`kites: [Sled, Eddy Kite]`.

{_block(VOCABULARY)}

The smallest has `title`, `singular`, `description` and `terms`, each term just a `name`.

## The fields

{fields_table(Vocabulary, data)}

## The fields inside fields

{inner}

## Good to know

- Every list has `tags` and `venues`. A record names tags in `tags`, and venues in `venue` and
  `published.venue`. Any other file is a field that records may leave out.
- A file's name is lower-case words joined by hyphens, and not the name of a field of a
  [record](record.md#the-fields), nor `papers`, `years` or `static`, which the site uses itself.
- `on_records: false` makes a vocabulary that is only read, such as a glossary: it gets a page, its
  terms get none, and records have no field for it.
- A term's `group` is the path from the outermost group: `[Framed, Flat]`.
- A property is declared once, under `properties`. Terms then state it as a field of that name, such
  as `wind` above, and not every term has to. Do not call it like a field that terms have anyway.
- In the vocabulary that `tree` in [list.yaml](settings.md) names, the outermost groups are the
  stages of the list. Only those with a `colour` appear in the picture of the stages; only its
  `flows` are drawn.
- The same rules hold for the text as [in a record](record.md#what-you-type-is-what-it-says).
"""


README_PARTS: Mapping[str, str] = {
    "introduction": "Title, badges, counts and the text of `introduction`",
    "taxonomy": "Picture and table of the stages",
    "highlights": "The passage `highlights`",
    "news": "The lines of `news`",
    "contents": "Links to the other parts that are named",
    "use": "How to read, add to and build the list",
    "newest": "The newest papers, as many as `newest` says",
    "papers": "Every paper, in a table for each year",
    "statistics": "Picture and tables of papers by year and by stage",
    "stars": "Picture of the repository's stars, from star-history.com",
    "citation": "The work to cite, and its BibTeX entry",
    "licence": "The terms of use",
}


def settings() -> str:
    """The page on the list's settings."""
    data = _data("list.yaml", SETTINGS)
    inner = "\n\n".join(_sections(ListConfig, data))
    parts = ((f"`{part}`", README_PARTS[part]) for part in Readme().sections)
    return f"""# The settings of a list

`list.yaml` says everything of a list that is neither a paper nor a term. It stands at the top of
the list's folder; that is how the program finds the folder. A setting that does not exist is an
error, and the message names the one that was probably meant.

## Every setting in use

A list can do with those that are marked **needed** below: see the
[smallest one](own-list.md#the-smallest-list).

{_block(SETTINGS)}

## The settings

{fields_table(ListConfig, data)}

## The settings inside settings

{inner}

## Parts of the README

`readme.sections` names the parts in the order in which they stand. Each is a template,
`templates/readme/_NAME.md`, so a list can [replace one or add its
own](own-list.md#templates-of-your-own).

{_table(("Part", "Holds"), iter(parts))}

The introduction links to `use` and `citation` where these are among the parts.
"""


def _commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that call it, in the order of its group."""
    for name in group.list_commands(click.Context(group)):
        command = group.commands[name]
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")


def _option_takes(option: click.Parameter) -> str:
    if isinstance(option, click.Option) and option.is_flag:
        return ""
    kind = option.type
    if isinstance(kind, click.Choice):
        return " or ".join(f"`{choice}`" for choice in kind.choices)
    if isinstance(kind, click.IntRange):
        return f"a number, {kind.min} to {kind.max}"
    if isinstance(kind, click.Path):
        return "a path" if kind.file_okay and not kind.dir_okay else "a folder"
    return {"integer": "a number"}.get(kind.name, kind.name)


def _option_row(option: click.Parameter) -> tuple[str, ...]:
    about, _, default = (getattr(option, "help", None) or "").partition("[default: ")
    default = default.rstrip("]")
    if (
        not default
        and isinstance(option.default, str | int)
        and not isinstance(option.default, bool)
    ):
        default = f"`{option.default}`"
    names = (
        ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
        if isinstance(option, click.Option)
        else f"`{option.make_metavar(click.Context(cli))}`"
    )
    return names, _option_takes(option), default, about.strip()


def _options(command: click.Command) -> str:
    context = click.Context(command, help_option_names=["-h", "--help"])
    rows = (_option_row(option) for option in command.get_params(context))
    return _table(("Option", "Takes", "Default", "What it does"), rows)


def _help(text: str | None) -> str:
    """A help text as Markdown: what click shows unwrapped becomes a block."""
    paragraphs = inspect.cleandoc(text or "").split("\n\n")
    return "\n\n".join(
        _block(each.removeprefix("\b").strip("\n") + "\n", "text")
        if each.startswith("\b")
        else each
        for each in paragraphs
    )


def command_line() -> str:
    """The page on the command line."""
    sections = []
    for words, command in _commands(cli, "awesome-heads"):
        parts = [f"## {words}", _help(command.help), _options(command), _help(command.epilog)]
        sections.append("\n\n".join(part for part in parts if part))
    chapters = "\n\n".join(sections)
    failed, refused = AwesomeHeadsError.exit_code, UsageError.exit_code
    return f"""# The command line

`awesome-heads COMMAND`, or `python -m awesome_heads COMMAND`. In a checkout, `make site` sets the
program up, and `.venv/bin/awesome-heads` is where it then is. Every command has `--help`.

{_help(cli.epilog)}

## For every call

{_options(cli)}

With `--root`, or from the folder you are in, the program looks upwards until it finds a
`list.yaml`. What it reads and writes lies beside that file, apart from `--out`.

{chapters}

## Exit codes

| Code | Means |
| --- | --- |
| 0 | Done; with a question such as `--check`, the answer is good. |
| {failed} | Findings or failed work: a faulty record, a stale file, a full disk. |
| {refused} | Wrong usage: no such option, no `list.yaml`, a broken template, a foreign folder. |
| {INTERRUPTED} | Interrupted with Ctrl+C. |

## What goes where

Results go to standard output. Problems, progress and notes go to standard error, so that
`awesome-heads build --check > changes.diff` keeps the diff alone. A problem is two lines:

```text
papers/2024/ferry-heads.yaml:9:7: error[unknown-term] `Arxiv` is no term of taxonomy/venues.yaml
  hint: did you mean `arXiv`? otherwise add it there in the same pull request
```

## Environment

| Variable | Effect |
| --- | --- |
| `NO_COLOR` | Set to anything, it keeps colours out of a terminal. Elsewhere there are none. |
"""


PAGES: Mapping[str, Callable[[], str]] = {
    "record.md": record,
    "vocabularies.md": vocabularies,
    "settings.md": settings,
    "command-line.md": command_line,
}


def pages() -> dict[str, str]:
    """Every page by its name within docs/, as it should read now."""
    return {name: f"{MADE}\n\n{page()}" for name, page in PAGES.items()}


def main(arguments: list[str] | None = None) -> int:
    """Write the pages; with `--check` write nothing, and give 1 where one is out of date."""
    parser = argparse.ArgumentParser(description="Write the pages of docs/ made from the code.")
    parser.add_argument("--check", action="store_true", help="only name what is out of date")
    check = parser.parse_args(arguments).check
    wanted = {DOCS / name: text.encode() for name, text in pages().items()}
    stale = [
        path for path, data in wanted.items() if not path.is_file() or path.read_bytes() != data
    ]
    for path in stale:
        if not check:
            path.write_bytes(wanted[path])
        sys.stderr.write(f"docs/{path.name} {'is out of date' if check else 'written'}\n")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())

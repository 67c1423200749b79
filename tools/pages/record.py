"""The page on a record."""

from awesome_heads.model import Paper
from awesome_heads.records.nodes import DEEPEST
from awesome_heads.records.source import LARGEST_RECORD
from tools.pages.examples import RECORD, RECORD_PATH
from tools.pages.tables import block, data_of, fields_table, sections


def record() -> str:
    """The page on a record."""
    data = data_of(RECORD_PATH, RECORD)
    inner = "\n\n".join(sections(Paper, data))
    return f"""# A record

A paper is one file, `papers/<year>/<id>.yaml`. For a first one, copy the short example in
[CONTRIBUTING](../CONTRIBUTING.md#a-whole-record); this page holds every field there is.

## Every field in use

This made-up paper would be `{RECORD_PATH}`. Yours needs the fields that are marked
**needed** below, and any others that apply.

{block(RECORD)}

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

A file may hold {LARGEST_RECORD // 1024} KiB of UTF-8 text, nested at most {DEEPEST} levels.

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

## Where a rule is wrong

Some [rules](rules.md) only guess. Where one is mistaken about this paper, name it with the reason:

```yaml
ignore: {{shared-code: one library serves both papers}}
```

The rule is then silent about this file and goes on looking at all others. What a build depends on
cannot be ignored.
"""

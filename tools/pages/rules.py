"""The page on the rules of `awesome-heads check`."""

from collections.abc import Iterator, Mapping
from inspect import getdoc
from itertools import groupby

from awesome_heads import checks
from awesome_heads.checks import FOLLOWED, RULES, Rule
from tools.pages.tables import table

TITLES: Mapping[str, str] = {
    "reading": "Files that cannot be read",
    "shape": "Fields, files and folders",
    "dates": "Dates",
    "terms": "Tags, venues and other terms",
    "vocabularies": "Vocabularies",
    "walkthroughs": "Walk-throughs",
    "usage": "Use of terms",
    "identity": "One paper twice",
    "links": "Links",
    "text": "Titles and summaries",
    "people": "Authors",
    "listing": "The list and its README",
    "ignores": "Rules that are set aside",
}


def _groups() -> Iterator[tuple[str, str, list[Rule]]]:
    """The rules by module: its title, what it asks, and its rules."""
    for module, rules in groupby(RULES, key=lambda each: each.check.__module__):
        name = module.rpartition(".")[2]
        asks = (getdoc(getattr(checks, name)) or "").partition("\n")[0]
        yield TITLES.get(name, name.capitalize()), asks, list(rules)


def _paragraph(text: str) -> str:
    return " ".join(text.split())


def _weight(rule: Rule) -> str:
    """How much a rule matters, what mends it, and what depends on it."""
    mended = " · `--fix` mends it" if rule.fixable else ""
    if rule.blocking:
        return f"**{rule.severity.label}, always** · no build without it{mended}"
    return f"**{rule.severity.label}**, unless the list says otherwise{mended}"


def _section(rule: Rule) -> str:
    what, *rest = (f"{name}: {_paragraph(text)}" for name, text in rule.sections.items())
    parts = [f"### {rule.name}", _weight(rule), what.removeprefix("What: ")]
    parts += [f"**{text.replace(':', '.**', 1)}" for text in rest]
    return "\n\n".join(parts)


def _row(rule: Rule) -> tuple[str, ...]:
    name = f"[{rule.name}](#{rule.name})"
    mended, blocking = ("yes" if each else "" for each in (rule.fixable, rule.blocking))
    return name, rule.severity.label, mended, blocking


def rules() -> str:
    """The page on the rules."""
    chapters = "\n\n".join(
        "\n\n".join([f"## {title}", asks, *map(_section, each)]) for title, asks, each in _groups()
    )
    followed = "\n\n".join(map(_section, FOLLOWED))
    index = table(
        ("Rule", "Severity", "`--fix` mends it", "A build depends on it"), map(_row, RULES)
    )
    return f"""# The rules

`awesome-heads check` holds every record, every vocabulary and `list.yaml` against
{len(RULES)} rules. The name in the square brackets of a message is that of a section of this page.

| Severity | Means |
| --- | --- |
| error | The check fails, with exit code 1. |
| warning | Most likely a slip. The check still passes. |
| note | Worth a look, and often right as it is. |

Some errors also stop `awesome-heads build`: with them a page could not be made, or would say
something that nobody wrote. All others can be weighed anew.

## For the whole list

In `list.yaml`, name a rule under what it should be:

```yaml
rules:
  ignore: [single-use]    # not applied at all
  warn: [long-summary]    # a warning
  error: [url-tracking]   # an error
```

What is not named keeps the severity shown below. A rule that a build depends on stays an error,
wherever it is named.

## For one record

A rule can be wrong about a single paper. Its record then names the rule, and says why:

```yaml
ignore:
  same-title: another paper of the same name
```

The rule is silent about this file alone. Once it would find nothing there any more,
[unused-ignore](#unused-ignore) asks you to delete the line. What a build depends on cannot be
ignored.

## Have mistakes mended

`awesome-heads check --fix` rewrites what has only one right answer, in the lines concerned and
nowhere else, and then reports what is left. Where two such changes touch the same text, it goes
over the file again.

## All rules

{index}

{chapters}

## Links that were followed

`awesome-heads check` asks nobody, so these {len(FOLLOWED)} rules speak where
[`awesome-heads links`](links.md) follows the links. They are weighed and ignored like all others;
`links --fix` mends what can be mended.

{followed}
"""

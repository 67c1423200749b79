"""The page on the rules: every one is there, and whoever looks it up finds what to do."""

import re

import pytest

from awesome_heads.checks import FOLLOWED, RULES, Rule
from tools.pages.rules import rules

PAGE = rules()

each_rule = pytest.mark.parametrize("rule", [*RULES, *FOLLOWED], ids=lambda rule: rule.name)


def section_of(rule: Rule) -> str:
    """What the page says of a rule."""
    return re.split(r"\n##", PAGE.partition(f"\n### {rule.name}\n")[2])[0]


@each_rule
def test_rule_is_documented(rule: Rule) -> None:
    """Each rule says what it refuses, why, with an example, and what to do."""
    assert list(rule.sections) == ["What", "Why", "Example", "Fix"]
    section = " ".join(section_of(rule).split())
    for text in rule.sections.values():
        assert text
        assert " ".join(text.split()) in section


@each_rule
def test_weight_is_told(rule: Rule) -> None:
    """Each rule says how much it matters, whether `--fix` mends it, and what depends on it."""
    section = section_of(rule)
    assert f"**{rule.severity.label}" in section
    assert ("`--fix` mends it" in section) == rule.fixable
    assert ("no build without it" in section) == rule.blocking


@each_rule
def test_heading_is_the_anchor(rule: Rule) -> None:
    """The address `rules.md#NAME`, which reports give, is that of the rule and of nothing else."""
    headings = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
    anchors = [heading.lower().replace(" ", "-") for heading in headings]
    assert anchors.count(rule.name) == 1


def test_every_rule_is_in_the_index() -> None:
    """The table of all rules names each once, in the order of the sections."""
    assert re.findall(r"^\| \[([a-z0-9-]+)\]\(#\1\) \|", PAGE, re.MULTILINE) == [
        rule.name for rule in RULES
    ]

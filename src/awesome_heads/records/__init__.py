"""Records, vocabularies and settings: YAML text to values, and back."""

from awesome_heads.records.papers import format_paper, parse_paper
from awesome_heads.records.remembered import Remembered
from awesome_heads.records.settings import parse_settings
from awesome_heads.records.source import Source, Sources
from awesome_heads.records.vocabularies import parse_vocabulary

__all__ = [
    "Remembered",
    "Source",
    "Sources",
    "format_paper",
    "parse_paper",
    "parse_settings",
    "parse_vocabulary",
]

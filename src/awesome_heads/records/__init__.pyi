from .papers import format_paper, parse_paper, parse_papers
from .remembered import Remembered
from .settings import parse_settings
from .source import Source, Sources
from .vocabularies import parse_vocabulary

__all__ = [
    "Remembered",
    "Source",
    "Sources",
    "format_paper",
    "parse_paper",
    "parse_papers",
    "parse_settings",
    "parse_vocabulary",
]

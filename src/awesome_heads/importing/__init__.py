"""Text that people write, such as an issue, as records."""

from awesome_heads.importing.comment import Outcome, format_comment
from awesome_heads.importing.draft import Draft, make_draft
from awesome_heads.importing.issue import IssuePaper, parse_issue

__all__ = [
    "Draft",
    "IssuePaper",
    "Outcome",
    "format_comment",
    "make_draft",
    "parse_issue",
]

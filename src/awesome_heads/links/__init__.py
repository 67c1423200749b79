"""Where links lead: what answers mean, how fast to ask, what is remembered of those that fail.

Nothing here reaches the network: a trail says what to ask next, and judges what was answered.
"""

from awesome_heads.links.answers import Answer, Fault, Hop, Outcome, Question, State
from awesome_heads.links.found import FoundLink, find_links
from awesome_heads.links.journal import format_entry, parse_journal
from awesome_heads.links.ledger import LEDGER, Failing, Ledger, format_ledger, note, parse_ledger
from awesome_heads.links.pacing import Conduct
from awesome_heads.links.report import find_faults, tally
from awesome_heads.links.trail import Trail

__all__ = [
    "LEDGER",
    "Answer",
    "Conduct",
    "Failing",
    "Fault",
    "FoundLink",
    "Hop",
    "Ledger",
    "Outcome",
    "Question",
    "State",
    "Trail",
    "find_faults",
    "find_links",
    "format_entry",
    "format_ledger",
    "note",
    "parse_journal",
    "parse_ledger",
    "tally",
]

"""What libyaml objects to, told by its probable cause in plain words."""

import yaml

from awesome_heads.records.faults import Fault, Mark

_CAUSES = (
    (
        "mapping values are not allowed",
        "a colon inside unquoted text",
        "put the whole value in double quotes",
    ),
    (
        "cannot start any token",
        "a character that cannot begin a value: a tab, @, ` or %",
        "indent with blanks; put text that begins so in double quotes",
    ),
    (
        "could not find expected ':'",
        "a line that is neither `field: value` nor part of a value",
        "write a colon and a blank after the field's name, or indent a continued text",
    ),
    (
        "did not find expected key",
        "a line that stands too far left or right, or text after a closing quote",
        'line it up with the field above; inside double quotes write a quote as \\"',
    ),
    (
        "found unexpected end of stream",
        "a quote or bracket is never closed",
        "close it with the same sign that opened it",
    ),
    (
        "did not find expected '-' indicator",
        "a list item that does not line up",
        "indent every item of the list alike",
    ),
    (
        "did not find expected ',' or",
        "a list in brackets that is never closed, or lacks a comma",
        "write [one, two]",
    ),
    (
        "found unknown escape character",
        "a backslash inside double quotes that stands for nothing",
        "write it twice, or use single quotes",
    ),
)


def syntax_fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """The fault that a YAML error comes down to, at one character."""
    problem = str(error.problem or error.context or "this is not YAML")
    other = (problem, "look for a missing quote, colon or blank in this line or above")
    causes = ((message, hint) for sign, message, hint in _CAUSES if sign in problem)
    message, hint = next(causes, other)
    marks = [error.problem_mark, error.context_mark]
    mark = next(filter(None, reversed(marks) if "expected ':'" in problem else marks), None)
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1) if mark else 0
    column = mark.column if mark and mark.line < len(lines) else len(lines[line])
    offset = mark.index if mark else 0
    place = Mark(line + 1, column + 1, offset)
    return Fault("yaml-syntax", message, hint, place, Mark(line + 1, column + 2, offset + 1))

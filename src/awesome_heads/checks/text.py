"""Whether texts are short, clean, and marked up as the list does it."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice

from awesome_heads.checks.addresses import addresses_of
from awesome_heads.checks.case import Case, within
from awesome_heads.checks.markup import (
    Sign,
    html_in,
    invisible_in,
    stray_marks_in,
    tex_in,
    typography_in,
    with_plain_signs,
    without_invisible,
)
from awesome_heads.checks.passages import passages_of, summary_of, texts_of, titles_of
from awesome_heads.checks.rule import rule
from awesome_heads.diagnostics import Edit, Finding, Severity
from awesome_heads.records import Source
from awesome_heads.records.source import Loc
from awesome_heads.text import words_in

_MOST_WORDS = 60
_MOST_WORDS_A_LINE = 35
_ENDED = re.compile(r"""[.!?\u2026\u3002\uff01\uff1f][\s"')\]*_`\u2019\u201d]*\Z""")
_ENDS_IN_FULL_STOP = re.compile(r"(?<![.\s])\.\Z")
_ABBREVIATED = re.compile(
    r"(?:\.\S*|\b(?:al|co|corp|etc|inc|jr|ltd|no|sr|st|vol|vs|[a-z]))\.\Z", re.IGNORECASE
)
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")

# Signs of one kind that are told of one value.
_MOST_SIGNS = 10

Mend = Callable[[str], str]
Value = tuple[Source, Loc, str]


@rule()
def long_summary(case: Case) -> Iterator[Finding]:
    """The three lines of a summary have more than 60 words together.

    Why: The list is read by skimming; sixty words are one glance.
    Example: An abstract pasted into `innovation`.
    Fix: Shorten the longest line first; the message says by how much.
    """
    for source, paper in case.papers:
        lengths = {loc: words_in(text) for loc, text in summary_of(paper)}
        total, longest = sum(lengths.values()), max(lengths, key=lambda loc: lengths[loc])
        if total > _MOST_WORDS:
            message = f"the summary has {total} words, {total - _MOST_WORDS} too many"
            hint = f"shorten this line first; it is the longest, with {lengths[longest]} words"
            yield Finding(source.locate(longest), message, hint)


@rule(Severity.WARNING)
def long_line(case: Case) -> Iterator[Finding]:
    """One line of a summary has more than 35 words.

    Why: It is a paragraph by then, and crowds out the other two.
    Example: A `result` that repeats every number of a table.
    Fix: Keep the one thing that a reader should remember.
    """
    for source, paper in case.papers:
        for loc, text in summary_of(paper):
            if words_in(text) > _MOST_WORDS_A_LINE:
                message = f"the line has {words_in(text)} words, more than {_MOST_WORDS_A_LINE}"
                hint = "keep the one thing that a reader should remember"
                yield Finding(source.locate(loc), message, hint)


@rule()
def html_in_text(case: Case) -> Iterator[Finding]:
    """A title or summary holds HTML.

    Why: It is shown as typed: a summary is Markdown, and a title plain text.
    Example: `H<sub>2</sub>O`, or `Questions &amp; Answers`.
    Fix: Write the sign itself, or Markdown; in a summary, put HTML that is meant in backticks.
    """
    for source, loc, text, _ in passages_of(case):
        yield from _at(case, (source, loc, text), html_in(text))


@rule(Severity.WARNING)
def unbalanced_markdown(case: Case) -> Iterator[Finding]:
    """A mark of Markdown in a summary has no partner.

    Why: The mark is shown as typed, and what it should set off is not set off.
    Example: `**Six kites* do it`, or `[code](https://example.org`.
    Fix: Add the missing mark, or write a backslash before one that is meant as a sign.
    """
    for source, loc, text, plain in passages_of(case):
        if not plain:
            yield from _at(case, (source, loc, text), stray_marks_in(text))


@rule(Severity.WARNING)
def tex_remnant(case: Case) -> Iterator[Finding]:
    r"""A title, an author's name or a summary holds TeX.

    Why: No page sets TeX, so that readers see the commands.
    Example: `$k$-shot`, `\emph{all}`, `M{\"u}ller`, or a title with `{BERT}` in braces.
    Fix: Write what TeX would have printed; in a summary `*k*` is italic.
    """
    for source, loc, text, plain in passages_of(case):
        yield from _at(case, (source, loc, text), tex_in(text, plain=plain))


@rule(Severity.WARNING, fixable=True)
def typography(case: Case) -> Iterator[Finding]:
    """A summary has curly quotes or odd blanks, or a title has odd blanks.

    Why: Searching for `don't` misses the curly one, and a no-break blank is found by nobody.
    Titles keep the quotes that the paper prints.
    Example: A sentence copied from a PDF, with `\u2019` for `'` and two blanks after a full stop.
    Fix: Type `'`, `"` and single blanks; `--fix` does it.
    """
    for source, loc, text, plain in passages_of(case):
        mend = partial(with_plain_signs, plain=plain)
        yield from _at(case, (source, loc, text), typography_in(text, plain=plain), mend)


@rule(Severity.WARNING, fixable=True)
def no_full_stop(case: Case) -> Iterator[Finding]:
    """A line of a summary does not end like a sentence.

    Why: The lines are sentences, and the missing end looks like a text that was cut off.
    Example: `tasks: Two-digit addition`
    Fix: Add a full stop; `--fix` does it.
    """
    for source, paper in case.papers:
        for loc, text in summary_of(paper):
            if not _ENDED.search(text):
                place = within(source, loc, text, (len(text) - 1, len(text)))
                edit = case.edit(source, loc, text.rstrip(",;:") + ".")
                hint = "end the line with a full stop"
                yield Finding(place, "the sentence has no end", hint, edit)


@rule(Severity.WARNING)
def shouted_title(case: Case) -> Iterator[Finding]:
    """A title is all in capitals.

    Why: It is hard to read, and hides which words are acronyms.
    Example: `title: BOX KITES CLIMB FASTER`
    Fix: Write it as the paper's page has it, with capitals only where they belong.
    """
    for source, paper in case.papers:
        for loc, text in titles_of(paper):
            if text.isupper() and len(_LONG_WORD.findall(text)) > 1:
                hint = "write small letters, and capitals where they belong"
                yield Finding(source.locate(loc), "the title is all in capitals", hint)


@rule(Severity.WARNING, fixable=True)
def title_full_stop(case: Case) -> Iterator[Finding]:
    """A title ends with a full stop.

    Why: Citation styles add their own, and the reader sees two.
    Example: `title: Kites That Climb.`
    Fix: Delete it; `--fix` does it.
    """
    for source, paper in case.papers:
        for loc, text in titles_of(paper):
            if _ENDS_IN_FULL_STOP.search(text) and not _ABBREVIATED.search(text):
                place = within(source, loc, text, (len(text) - 1, len(text)))
                edit = case.edit(source, loc, text[:-1])
                yield Finding(place, "the title ends with a full stop", "delete it", edit)


@rule(fixable=True)
def invisible_character(case: Case) -> Iterator[Finding]:
    """A text holds a character that nobody sees.

    Why: Two names that look alike are then different, and what is read is not what is stored.
    Example: A zero-width blank or a soft hyphen that came along from a web page.
    Fix: Delete it; `--fix` does it.
    """
    for source, paper in case.papers:
        addresses = [(loc, url) for _, loc, url in addresses_of(paper)]
        for loc, text in (*texts_of(paper), *addresses):
            yield from _at(case, (source, loc, text), invisible_in(text), without_invisible)


def _at(
    case: Case, value: Value, signs: Iterable[Sign], mend: Mend | None = None
) -> Iterator[Finding]:
    """The first signs of a value as findings, each with the edit that mends them all, if any."""
    source, loc, text = value
    edit: Edit | None = None
    for number, sign in enumerate(islice(signs, _MOST_SIGNS)):
        if number == 0 and mend and (new := mend(text)):
            edit = case.edit(source, loc, new)
        place = within(source, loc, text, (sign.start, sign.end))
        yield Finding(place, sign.message, sign.hint, edit)


RULES = (
    long_summary,
    long_line,
    html_in_text,
    unbalanced_markdown,
    tex_remnant,
    typography,
    no_full_stop,
    shouted_title,
    title_full_stop,
    invisible_character,
)

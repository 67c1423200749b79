"""Whether `list.yaml` and the README are as they should be."""

from collections.abc import Iterator

from awesome_heads.checks.case import Case, finding
from awesome_heads.checks.rule import rule
from awesome_heads.diagnostics import Finding, Location, Severity
from awesome_heads.seal import is_intact


@rule(Severity.WARNING, across=True)
def news_order(case: Case) -> Iterator[Finding]:
    """News in `list.yaml` does not stand newest first.

    Why: The pages show the news in the order of the file.
    Example: An item of 2024-05-01 above one of 2024-06-01.
    Fix: Move the newer item up.
    """
    if case.settings is None:
        return
    source, config = case.settings
    for place, (above, item) in enumerate(zip(config.news, config.news[1:], strict=False), start=1):
        if item.date > above.date:
            message = f"news of {item.date} stands below news of {above.date}"
            yield finding(source, ("news", place, "date"), message, "move the newer item up")


@rule(across=True)
def readme_edited(case: Case) -> Iterator[Finding]:
    """The README was changed by hand.

    Why: It is made from the records, and the next build would undo the change.
    Example: A row added to a table of README.md instead of a record added to `papers/`.
    Fix: Undo the change, and change the record, `list.yaml` or the template that the passage is
    made from.
    """
    for path in _edited(case):
        first = _text(case, path).partition("\n")[0]
        yield Finding(
            Location(path, 1, 1, len(first) + 1),
            "the README was changed by hand, but it is made from the records",
            "undo the change; change the record instead",
        )


@rule(Severity.NOTE, across=True)
def readme_stale(case: Case) -> Iterator[Finding]:
    """The README is not what the records make of it.

    Why: Readers on GitHub see an older state of the list until it is built again.
    Example: A record was added, and README.md does not show it yet.
    Fix: Nothing, in a pull request: the README is made anew on merge. Otherwise run
    `awesome-heads build`.
    """
    edited = _edited(case)
    for found in case.reported_as("readme-stale"):
        if found.location.path not in edited:
            yield found


def _edited(case: Case) -> list[str]:
    return [
        path for path in case.readmes if case.covers(path) and is_intact(_text(case, path)) is False
    ]


def _text(case: Case, path: str) -> str:
    return case.readmes[path].decode(errors="replace")


RULES = (news_order, readme_edited, readme_stale)

"""`check`: every rule over every record, in the form that the reader needs."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from awesome_heads import HOME, checks, disk, history, project
from awesome_heads.checks import Case
from awesome_heads.commands.console import notes
from awesome_heads.commands.results import say
from awesome_heads.diagnostics import Diagnostic, Location, Severity
from awesome_heads.errors import UsageError
from awesome_heads.links import LEDGER
from awesome_heads.mending import mend
from awesome_heads.records import Source
from awesome_heads.render import Output
from awesome_heads.reporters.github import format_github, format_summary
from awesome_heads.reporters.json import format_json
from awesome_heads.reporters.sarif import format_sarif
from awesome_heads.reporters.text import format_text, format_total
from awesome_heads.text import count

Format = Literal["text", "github", "json", "sarif"]
_MOST_ROUNDS = 10


class Scope(NamedTuple):
    """Which files are reported on; cross-record rules see the whole list all the same."""

    paths: frozenset[str] | None

    def covers(self, path: str) -> bool:
        """Whether a file, by its path relative to the root, is reported on."""
        if self.paths is None:
            return True
        return any(path == each or path.startswith(f"{each}/") for each in self.paths)


_EVERYTHING = Scope(None)


def scope_of(root: Path, paths: Sequence[Path], since: str | None) -> Scope:
    """The files that were named or changed; all where neither was asked for.

    Raises:
        UsageError: A path lies outside the list, or is not there.
    """
    if not paths and since is None:
        return Scope(None)
    named = {_inside(root, path) for path in paths}
    changed = history.changed_paths(root, since) if since is not None else set()
    return Scope(None if "." in named else frozenset(named | changed))


def _inside(root: Path, path: Path) -> str:
    whole = path.resolve()
    if not whole.exists():
        raise UsageError(f"there is no {path}", "name a record, a folder, or nothing for all")
    if not whole.is_relative_to(root):
        raise UsageError(f"{path} is not part of the list in {root}", "name files of this list")
    return whole.relative_to(root).as_posix()


class Report(NamedTuple):
    """How what is found is written, and a file that gets a table as well, at its end."""

    form: Format
    summary: Path | None = None


def check(root: Path, scope: Scope, report: Report, *, fix: bool, untrusted: bool = False) -> int:
    """Report what the rules find; 1 where any of it is an error.

    Args:
        root: The list's folder.
        scope: What is reported on.
        report: How and where to.
        fix: Whether to mend first what can be mended.
        untrusted: Whether somebody else wrote the list.
    """
    if untrusted:
        disk.refuse_links(root)
    if fix:
        _fix(root, scope)
    earlier = disk.Earlier(disk.Memory(root, is_trusted=not untrusted))
    case = project.read(root, disk.today(), earlier.parser())
    everything = find(root, case, scope, earlier, untrusted=untrusted)
    found = [each for each in everything if scope.covers(each.location.path)]
    _REPORTS[report.form](case, found)
    if report.summary is not None:
        disk.append(report.summary, format_summary(found))
    return int(any(each.severity is Severity.ERROR for each in found))


def find(
    root: Path,
    case: Case,
    scope: Scope = _EVERYTHING,
    earlier: disk.Earlier | None = None,
    *,
    untrusted: bool = False,
) -> list[Diagnostic]:
    """What all rules find, and whether the README still is what the records make of it."""
    found = checks.run(case, covers=None if scope.paths is None else scope.covers)
    if any(map(scope.covers, case.readmes)) and not checks.run(case, blocking_only=True):
        stale = _stale(root, case, earlier, untrusted=untrusted)
        found += checks.run_reported(case, stale)
    if scope.covers(LEDGER):
        found += checks.run_reported(case, disk.read_ledger(root)[1])
    return sorted(found, key=lambda each: each.order)


def _stale(
    root: Path, case: Case, earlier: disk.Earlier | None, *, untrusted: bool
) -> list[Diagnostic]:
    """What of the README on disk, its volumes among it, is not as it would be built."""
    whole = project.make(root, case)
    texts = earlier.texts(whole.records) if earlier else None
    made = (whole.in_sandbox() if untrusted else whole).readme(texts=texts)
    left = disk.read_volumes(root) - made.keys()
    message = "the README is not what the records make of it"
    hint = "run `awesome-heads build`, or leave it: it is made anew on merge"
    return [
        Diagnostic(Location(path), "readme-stale", message, hint)
        for path, data in case.readmes.items()
        if path in left or (path in made and made[path].data != data)
    ]


def _fix(root: Path, scope: Scope) -> None:
    """Mend what can be mended, in as many rounds as it takes, and write it all at once."""
    done: list[Diagnostic] = []
    files, outputs = disk.read_list(root), dict[str, Output]()
    for _ in range(_MOST_ROUNDS):
        case = project.assemble(files, disk.today())
        mended = mend(checks.run(case), case.files, scope.covers)
        if not mended.outputs:
            break
        outputs |= {each.path: each for each in mended.outputs}
        files = files.with_files(Source(*each) for each in mended.outputs)
        done += mended.done
    disk.write_files(root, outputs.values())
    console = notes()
    for each in done:
        console.print(
            f"fixed {each.location.path}:{each.location.line} {each.rule}: {each.message}"
        )
    console.print(f"{count(len(done), 'problem')} fixed.")


def _text(case: Case, found: list[Diagnostic]) -> None:
    console = notes()
    lines = _source_lines(case, found) if console.is_terminal else None
    console.print(format_text(found, lines), end="")
    fixable = sum(each.edit is not None for each in found)
    advice = f"; `awesome-heads check --fix` mends {fixable} of them" if fixable else ""
    checked = count(len(case.papers), "record")
    say(f"{checked} checked: {format_total(found)}{advice}.")


def _source_lines(case: Case, found: list[Diagnostic]) -> dict[tuple[str, int], str]:
    wanted = {(each.location.path, each.location.line) for each in found}
    paths = {path for path, _ in wanted}
    return {
        (source.path, number): line
        for source in case.files
        if source.path in paths
        for number, line in enumerate(source.data.decode(errors="replace").splitlines(), start=1)
        if (source.path, number) in wanted
    }


def _github(_: Case, found: list[Diagnostic]) -> None:
    say(format_github(found).rstrip("\n"))


def _json(_: Case, found: list[Diagnostic]) -> None:
    say(format_json(found).rstrip("\n"))


def _sarif(_: Case, found: list[Diagnostic]) -> None:
    say(format_sarif(found, f"{HOME}/blob/main/docs/rules.md").rstrip("\n"))


_REPORTS: dict[Format, Callable[[Case, list[Diagnostic]], None]] = {
    "text": _text,
    "github": _github,
    "json": _json,
    "sarif": _sarif,
}

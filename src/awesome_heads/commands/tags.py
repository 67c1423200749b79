"""`tags`: a vocabulary listed, and its terms renamed or merged in every file at once."""

from collections.abc import Sequence
from pathlib import Path

from rich.table import Table
from rich.text import Text

from awesome_heads import checks, disk, project
from awesome_heads.checks import Case
from awesome_heads.commands.console import notes, report, results
from awesome_heads.commands.results import say
from awesome_heads.records import Source
from awesome_heads.renaming import govern, merge, rename
from awesome_heads.render import Output
from awesome_heads.text import count
from awesome_heads.views.tree import Branch, Tree


def list_terms(root: Path, vocabulary: str) -> int:
    """Print the terms by group with their numbers of papers; 1 where the list is not valid."""
    case = _sound_case(root)
    if case is None:
        return 1
    govern(case, vocabulary)
    branches = Tree(project.library_of(case), vocabulary).branches(vocabulary)
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, side in (("Term", "left"), ("Papers", "right"), ("", "left")):
        table.add_column(heading, justify="right" if side == "right" else "left")
    for branch in branches:
        _add_branch(table, branch, 0)
    results().print(table)
    terms = [term for branch in branches for term in branch.every_term]
    unused = sum(not term.papers for term in terms)
    single = sum(term.papers == 1 for term in terms)
    say(f"{count(len(terms), 'term')}: {single} used once, {unused} unused.")
    return 0


def _add_branch(table: Table, branch: Branch, depth: int) -> None:
    indent = "  " * depth
    table.add_row(Text(f"{indent}{branch.label}", "bold"), Text(str(branch.papers), "bold"), "")
    for term in branch.terms:
        mark = {0: "unused", 1: "used once"}.get(term.papers, "")
        table.add_row(Text(f"{indent}  {term.label}"), str(term.papers), Text(mark, "dim"))
    for inner in branch.branches:
        _add_branch(table, inner, depth + 1)


def rename_term(root: Path, vocabulary: str, old: str, new: str) -> int:
    """Give a term another name everywhere; 1 where the list is not valid before or after."""
    case = _sound_case(root)
    if case is None:
        return 1
    return _write(root, case, rename(case, vocabulary, old, new), f"`{old}` is now `{new}`")


def merge_terms(root: Path, vocabulary: str, names: Sequence[str], into: str) -> int:
    """Make several terms one everywhere; 1 where the list is not valid before or after."""
    case = _sound_case(root)
    if case is None:
        return 1
    outputs = merge(case, vocabulary, names, into)
    merged = ", ".join(f"`{name}`" for name in names if name != into)
    return _write(root, case, outputs, f"{merged} merged into `{into}`")


def _sound_case(root: Path) -> Case | None:
    """The list, or None after telling what keeps it from being edited safely."""
    case = project.read(root, disk.today())
    problems = checks.run(case, blocking_only=True)
    if problems:
        report(problems, "mend these first, nothing was changed")
        return None
    return case


def _write(root: Path, case: Case, outputs: tuple[Output, ...], done: str) -> int:
    """Write files that belong together, if the list they make is valid."""
    files = disk.read_list(root).with_files(Source(*output) for output in outputs)
    problems = checks.run(project.assemble(files, case.today), blocking_only=True)
    if problems:
        report(problems, "the result would not be valid, nothing was changed")
        return 1
    changed = disk.write_files(root, outputs).written
    for path in changed:
        notes().print(f"  {path}")
    say(f"{done}: {count(len(changed), 'file')} changed.")
    return 0

"""Commands that look at a list, or write what follows from it."""

from pathlib import Path

import click

from awesome_heads.cli.options import root_of, root_option, to_write, untrusted_option
from awesome_heads.commands import check as check_command
from awesome_heads.commands import diff as diff_command
from awesome_heads.commands import schema as schema_command


@click.command()
@root_option
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How to write what is found.",
)
@click.option("--fix", is_flag=True, help="Mend first what can be mended safely.")
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    envvar="GITHUB_STEP_SUMMARY",
    help="Add a Markdown table at the end of this file.  [env: GITHUB_STEP_SUMMARY]",
)
@click.option("--since", metavar="REV", help="Report only on files changed since this revision.")
@untrusted_option
def check(
    root: Path | None,
    paths: tuple[Path, ...],
    form: check_command.Format,
    summary: Path | None,
    since: str | None,
    *,
    fix: bool,
    untrusted: bool,
) -> int:
    """Check every record, vocabulary and setting by every rule.

    PATHS limit what is reported to these files or folders; rules that compare records see the
    whole list all the same. docs/rules.md describes the rules. The exit code is 1 where anything
    found is an error.
    """
    report = check_command.Report(form, summary)

    def run(folder: Path) -> int:
        scope = check_command.scope_of(folder, paths, since)
        return check_command.check(folder, scope, report, fix=fix, untrusted=untrusted)

    if not fix:
        return run(root_of(root, untrusted=untrusted))
    with to_write(root, untrusted=untrusted) as folder:
        return run(folder)


@click.command()
@root_option
@click.argument("revision")
@click.argument("later", required=False)
def diff(root: Path | None, revision: str, later: str | None) -> int:
    """Tell what changed in the list since REVISION, as Markdown.

    With LATER, tell what changed between the two; without, between REVISION and the files as
    they are.
    """
    return diff_command.diff(root_of(root), revision, later)


@click.command()
@root_option
@click.argument("what", type=click.Choice(["paper", "list", "taxonomy"]), default="paper")
@click.option(
    "--write", is_flag=True, help="Write them all, and the issue form, to the list's folder."
)
def schema(root: Path | None, what: schema_command.What, *, write: bool) -> int:
    """Print the JSON Schema of one kind of file, for editors.

    It is that of a record, of list.yaml or of a vocabulary; the allowed terms are in it. With
    --write, all three go to schema/, and the form for a new paper to .github/ISSUE_TEMPLATE/. Do
    so again after a change in taxonomy/.
    """
    if not write:
        return schema_command.schema(root_of(root), what)
    with to_write(root) as folder:
        return schema_command.write(folder)

"""Commands that bring papers in, or up to date."""

from pathlib import Path

import click

from awesome_heads.cli.options import root_of, root_option, to_write
from awesome_heads.commands import add as add_command
from awesome_heads.commands import import_ as import_command
from awesome_heads.commands import import_rows as import_rows_command
from awesome_heads.commands import refresh as refresh_command
from awesome_heads.errors import UsageError
from awesome_heads.importing.bibliographies import PARSERS


@click.command()
@root_option
@click.argument("references", nargs=-1, required=True, metavar="URL|ID...")
@click.option("--offline", is_flag=True, help="Ask nobody; use only answers kept in .cache/.")
def add(root: Path | None, references: tuple[str, ...], *, offline: bool) -> int:
    """Write new records of papers, named by URL or id.

    What arXiv, the DOI registries, OpenReview and the ACL Anthology know is filled in. A paper
    is named by: 2404.15574, doi:10.1000/182, 2024.acl-long.1, or the address
    of its page. What only a person can write is marked TODO in the record.
    """
    with to_write(root) as folder:
        return add_command.add(folder, references, offline=offline)


@click.command()
@root_option
@click.option("--write", is_flag=True, help="Edit the records instead of only reporting.")
def refresh(root: Path | None, *, write: bool) -> int:
    """Report papers since published, retitled or withdrawn.

    With --write the records are edited where that is safe, and only in the lines concerned.
    """
    if not write:
        return refresh_command.refresh(root_of(root))
    with to_write(root) as folder:
        return refresh_command.refresh(folder, write=True)


@click.command("import")
@root_option
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--from",
    "form",
    type=click.Choice(["issue", *import_rows_command.PARSERS, *PARSERS]),
    default="issue",
    show_default=True,
    help="What FILE is.",
)
@click.option("--offline", is_flag=True, help="Ask nobody; use only answers kept in .cache/.")
@click.option(
    "--dry-run", is_flag=True, help="Write nothing; tell what would be written. Not for issues."
)
@click.option(
    "--update",
    is_flag=True,
    help="Replace what records say otherwise, not only fill in. For bibliographies.",
)
def import_list(
    root: Path | None, file: str, form: str, *, offline: bool, dry_run: bool, update: bool
) -> int:
    """Write records out of FILE, or standard input for -.

    An issue is the text that GitHub makes of the form for a new paper, or one with labels such
    as Title: and Tags:, for one paper or several. What became of each is printed as Markdown
    that can be posted as a comment; the exit code is 1 where anything is missing.

    A readme is that of another list, or of this one before it had records: items or tables of
    papers, in Markdown or HTML. Rows that are on the list already are left as they are, and what
    a record lacks is marked TODO. Nobody is asked. What became of each row is printed; the exit
    code is 1 where a row was left.

    The other forms are bibliographies: bibtex (biblatex too), csl-json, ris, the yaml that other
    lists keep, and jsonl (or JSON) as a list exports it. Papers that are listed are known by
    their ids and titles, and what their records lack is filled in; --update replaces what differs
    as well, and never removes a link or a term.
    """
    bibliography, rows = PARSERS.get(form), import_rows_command.PARSERS.get(form)
    if update and bibliography is None:
        raise UsageError(f"--update is not for {form}", "leave it out; it is for bibliographies")
    if dry_run and form == "issue":
        raise UsageError("an issue has no dry run", "leave out --dry-run, or name --from readme")
    with to_write(root) as folder:
        if bibliography is not None:
            return import_rows_command.import_rows(
                folder, file, bibliography, dry_run=dry_run, update=update
            )
        if rows is not None:
            return import_rows_command.import_rows(folder, file, rows, dry_run=dry_run)
        return import_command.import_list(folder, file, "issue", offline=offline)

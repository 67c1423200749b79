"""Commands that bring papers in, or up to date."""

from pathlib import Path

import click

from awesome_heads.cli.options import root_of, root_option
from awesome_heads.commands import add as add_command
from awesome_heads.commands import import_ as import_command
from awesome_heads.commands import refresh as refresh_command


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
    return add_command.add(root_of(root), references, offline=offline)


@click.command()
@root_option
@click.option("--write", is_flag=True, help="Edit the records instead of only reporting.")
def refresh(root: Path | None, *, write: bool) -> int:
    """Report papers since published, retitled or withdrawn.

    With --write the records are edited where that is safe, and only in the lines concerned.
    """
    return refresh_command.refresh(root_of(root), write=write)


@click.command("import")
@root_option
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option(
    "--from",
    "form",
    type=click.Choice(["issue"]),
    default="issue",
    show_default=True,
    help="What FILE is.",
)
@click.option("--offline", is_flag=True, help="Ask nobody; use only answers kept in .cache/.")
def import_list(root: Path | None, file: str, form: import_command.Format, *, offline: bool) -> int:
    """Write records out of FILE, or standard input for -.

    An issue is the text that GitHub makes of the form for a new paper, or one with labels such
    as Title: and Tags:, for one paper or several. What became of each is printed as Markdown
    that can be posted as a comment; the exit code is 1 where anything is missing.
    """
    return import_command.import_list(root_of(root), file, form, offline=offline)

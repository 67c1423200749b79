"""Commands on the terms of a vocabulary."""

from pathlib import Path

import click

from awesome_heads.cli.options import root_of, root_option, to_write, vocabulary_option
from awesome_heads.commands import tags as tags_command


@click.group()
def tags() -> None:
    """List a vocabulary, or rename and merge its terms in every file."""


@tags.command("list")
@root_option
@vocabulary_option
def tags_list(root: Path | None, vocabulary: str) -> int:
    """List the terms by group, with how many papers name each."""
    return tags_command.list_terms(root_of(root), vocabulary)


@tags.command("rename")
@root_option
@vocabulary_option
@click.argument("old")
@click.argument("new")
def tags_rename(root: Path | None, vocabulary: str, old: str, new: str) -> int:
    """Rename the term OLD to NEW; OLD stays as an alias."""
    with to_write(root) as folder:
        return tags_command.rename_term(folder, vocabulary, old, new)


@tags.command("merge")
@root_option
@vocabulary_option
@click.argument("names", nargs=-1, required=True)
@click.option("--into", required=True, metavar="TERM", help="The term that stays.")
def tags_merge(root: Path | None, vocabulary: str, names: tuple[str, ...], into: str) -> int:
    """Merge the terms NAMES into one; their names stay as its aliases."""
    with to_write(root) as folder:
        return tags_command.merge_terms(folder, vocabulary, names, into)

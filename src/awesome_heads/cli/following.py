"""The command that follows the links of a list."""

from pathlib import Path

import click

from awesome_heads.cli.options import root_of, root_option
from awesome_heads.commands import links as links_command
from awesome_heads.links import Conduct
from awesome_heads.web import Follower


@click.command()
@root_option
@click.option(
    "--format",
    "form",
    type=click.Choice(list(links_command.FORMATS)),
    default="text",
    show_default=True,
    help="How to write what is found.",
)
@click.option("--fix", is_flag=True, help="Write the new address of each link that has moved.")
@click.option(
    "--allow-private",
    is_flag=True,
    help="Follow links into private networks too, such as to this machine.",
)
@click.option(
    "--pace",
    type=click.FloatRange(min=0),
    default=Conduct.pace,
    metavar="SECONDS",
    help="How long a host is left alone after each request.  [default: 1]",
)
def links(root: Path | None, form: str, pace: float, *, fix: bool, allow_private: bool) -> int:
    """Follow every link, and report those that are dead, have moved, or keep programs out.

    A link is called dead once it has failed on three days; links/failing.yaml remembers them, so
    commit it. A run that was cut off goes on where it was, on the same day. The exit code is 1
    where a link is dead, has moved, or leads into a private network. docs/links.md explains what
    is found.
    """

    def follow(contact: str) -> Follower:
        conduct = Conduct(pace=pace)
        if allow_private:
            return Follower(contact, conduct, may_ask=lambda _: True)
        return Follower(contact, conduct)

    return links_command.links(root_of(root), form, follow, fix=fix)

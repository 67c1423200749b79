"""A group of commands each of which is imported when it is called: starting takes no time."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class Commands(click.Group):
    """Commands by name, with the module of this package that holds each."""

    def __init__(
        self, *arguments: object, places: Mapping[str, str] | None = None, **options: object
    ) -> None:
        """Take the options of a group, and where the commands are found.

        Args:
            arguments: What click's own group takes.
            places: Name of each command, with `module:attribute` of this package.
            options: What click's own group takes.
        """
        super().__init__(*arguments, **options)  # type: ignore[arg-type]
        self._places = dict(places or {})

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name in order, nothing imported."""
        return sorted({*super().list_commands(ctx), *self._places})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now if it was not before."""
        if cmd_name in self._places and cmd_name not in self.commands:
            module, _, attribute = self._places[cmd_name].partition(":")
            command = getattr(import_module(f"{__package__}.{module}"), attribute)
            self.add_command(command, cmd_name)
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- what click says of its own
        """Run a command; left to click, an interrupt would be told with an empty line before."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise click.Abort from error

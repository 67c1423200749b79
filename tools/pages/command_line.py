"""The page on the command line."""

import inspect
from collections.abc import Iterator, Mapping

import click

from awesome_heads.cli import ENDED, INTERRUPTED, cli
from awesome_heads.errors import AwesomeHeadsError, UsageError
from tools.pages.tables import block, table

# What click keeps no text for: the arguments of each command.
ARGUMENTS: Mapping[str, Mapping[str, str]] = {
    "check": {"paths": "What to report on; the whole list where none is named."},
    "add": {"references": "The papers: addresses of their pages, or ids."},
    "import": {"file": "What to read; `-` is standard input."},
    "diff": {
        "revision": "The earlier state: a branch, a tag or a commit of git.",
        "later": "The later state; the files as they are where it is left out.",
    },
    "schema": {"what": "The kind of file: a record, `list.yaml` or a vocabulary."},
    "init": {"folder": "Where the list will be; it is made if it is not there."},
    "tags rename": {"old": "The term's name now.", "new": "Its name from now on."},
    "tags merge": {"names": "The terms that become one, by their names."},
}


def commands_of(
    group: click.Group, path: str = "awesome-heads"
) -> Iterator[tuple[str, click.Command]]:
    """Every command with the words that call it, in the order of its group."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None, name  # noqa: S101 -- the group itself names it
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands_of(command, f"{path} {name}")


def _takes(parameter: click.Parameter) -> str:
    kind = parameter.type
    if isinstance(parameter, click.Option) and parameter.is_flag:
        return ""
    if isinstance(kind, click.Choice):
        return " or ".join(f"`{choice}`" for choice in kind.choices)
    if isinstance(kind, click.IntRange):
        return f"a number, {kind.min} to {kind.max}"
    if isinstance(kind, click.Path):
        if kind.file_okay and not kind.dir_okay:
            return "a file"
        return "files or folders" if parameter.nargs == -1 else "a folder"
    several = " or several" if parameter.nargs == -1 else ""
    return {"integer": "a number", "float range": "a number"}.get(kind.name, kind.name) + several


def _default(parameter: click.Parameter, written: str) -> str:
    value = parameter.default
    if not written and isinstance(value, str | int) and not isinstance(value, bool):
        return f"`{value}`"
    return written


def _option_row(option: click.Parameter) -> tuple[str, ...]:
    about, _, default = (getattr(option, "help", None) or "").partition("[default: ")
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    about = about.partition("[env: ")[0].strip()
    needed = " **Needed.**" if option.required else ""
    return names, _takes(option), _default(option, default.rstrip("]")), about + needed


def _options(command: click.Command) -> str:
    context = click.Context(command, help_option_names=["-h", "--help"])
    options = [each for each in command.get_params(context) if isinstance(each, click.Option)]
    return table(("Option", "Takes", "Default", "What it does"), map(_option_row, options))


def argument_name(argument: click.Argument) -> str:
    """An argument as a usage line writes it, without brackets."""
    return argument.human_readable_name


def _arguments(words: str, command: click.Command) -> str:
    """The table of a command's arguments, if it has any."""
    about = ARGUMENTS.get(words.partition(" ")[2], {})
    rows = []
    for each in command.params:
        if isinstance(each, click.Argument):
            if each.name not in about:
                name = f"{each.name} of {words}"
                raise LookupError(f"{name} is not explained in tools/pages/command_line.py")
            default = "**needed**" if each.required else _default(each, "")
            rows.append((f"`{argument_name(each)}`", _takes(each), default, about[each.name]))
    return table(("Argument", "Takes", "Default", "What it is"), rows) if rows else ""


def _usage(words: str, command: click.Command) -> str:
    context = click.Context(command, help_option_names=["-h", "--help"])
    pieces = command.collect_usage_pieces(context)
    return block(f"{' '.join([words, *pieces])}\n", "text")


def _section(words: str, command: click.Command) -> str:
    parts = [
        f"## {words}",
        _usage(words, command),
        _help(command.help),
        _arguments(words, command),
        _options(command),
        _help(command.epilog),
    ]
    return "\n\n".join(part for part in parts if part)


def _variables() -> str:
    """The table of environment variables: NO_COLOR, and those that stand in for options."""
    rows = [
        (
            "`NO_COLOR`",
            "Set to anything, it keeps colours out of a terminal. Elsewhere there are none.",
        )
    ]
    rows += [
        (f"`{each.envvar}`", f"What `{each.opts[0]}` of `{words}` is where it is not given.")
        for words, command in commands_of(cli)
        for each in command.params
        if isinstance(each.envvar, str)
    ]
    return table(("Variable", "Effect"), rows)


def _help(text: str | None) -> str:
    """A help text as Markdown: what click shows unwrapped becomes a block."""
    paragraphs = inspect.cleandoc(text or "").split("\n\n")
    return "\n\n".join(
        block(each.removeprefix("\b").strip("\n") + "\n", "text") if each.startswith("\b") else each
        for each in paragraphs
    )


def command_line() -> str:
    """The page on the command line."""
    chapters = "\n\n".join(_section(*each) for each in commands_of(cli))
    failed, refused = AwesomeHeadsError.exit_code, UsageError.exit_code
    return f"""# The command line

`awesome-heads COMMAND`, or `python -m awesome_heads COMMAND`. In a checkout, `make site` sets the
program up, and `.venv/bin/awesome-heads` is where it then is. Every command has `--help`.

{_help(cli.epilog)}

## For every call

{_options(cli)}

With `--root`, or from the folder you are in, the program looks upwards until it finds a
`list.yaml`. What it reads and writes lies beside that file, apart from `--out`.

{chapters}

## Exit codes

| Code | Means |
| --- | --- |
| 0 | Done; with a question such as `--check`, the answer is good. |
| {failed} | Findings or failed work: a faulty record, a stale file, an unknown paper. |
| {refused} | Wrong usage: no such option, no `list.yaml`, a broken template, a foreign folder. |
| {INTERRUPTED} | Interrupted with Ctrl+C. |
| {ENDED} | Told to end by the system (SIGTERM). |

## When a command is cut off

Files that a command writes belong together: they are all as they were, or all new. Whatever fails
or interrupts it before it is done leaves the old ones. Where it is killed, the next command
of any kind finishes or undoes what was begun, and says nothing of it.

Commands that write into a list take turns: the second waits until the first is done, and says so
on a terminal. Nothing has to be unlocked by hand, as the lock ends with its process. Commands that
only read wait for nobody, but for the moment in which files are moved to their places.

| It says | Do |
| --- | --- |
| `... cannot be written: No space left on device` | Make room, and run it again. Nothing was \
changed. |
| `... cannot be written: Permission denied` | Give yourself the right to write there, and run it \
again. Nothing was changed. |
| the same, with the hint that any command finishes it | Some files are new already. Let that one \
be written, then run any command. |
| `Waiting for another command ...` | Wait, or interrupt it; the other one goes on. |

## What goes where

Results go to standard output. Problems, progress and notes go to standard error, so that
`awesome-heads build --check > changes.diff` keeps the diff alone. A problem is two lines:

```text
papers/2024/ferry-heads.yaml:9:7: error[unknown-term] `Arxiv` is no term of taxonomy/venues.yaml
  hint: did you mean `arXiv`? otherwise add it there in the same pull request
```

[How to read a problem](adding-a-paper.md#how-to-read-a-problem) takes one apart, and
[the rules](rules.md) are explained one by one.

## What asks other services

`add`, `refresh` and, for an issue, `import` ask arXiv, DOI registries, OpenReview and the ACL
Anthology, a few papers at a time. What they learn is kept in `.cache/` in the list's folder.
`links` asks every host that the list links to, one request a second each ([links](links.md)). No
other command uses the network.

## Environment

{_variables()}
"""

"""`init`: a new list, ready to build, check and deploy."""

from collections.abc import Callable, Mapping
from importlib import metadata
from pathlib import Path

from awesome_heads import checks, disk, project
from awesome_heads.commands.console import report
from awesome_heads.commands.results import say
from awesome_heads.commands.schema import derive
from awesome_heads.errors import UsageError
from awesome_heads.records import Source
from awesome_heads.records.files import sort_files
from awesome_heads.render import starter_paths
from awesome_heads.starting import QUESTIONS, Answers, Question, action_of, start
from awesome_heads.text import count

# Asks on a terminal: what, with which guess, until an answer can be read.
Ask = Callable[[str, str | None, Callable[[str], str]], str]

_NEXT = """\
Next:
  cd {folder}
  awesome-heads serve            look at it, and see every save
  awesome-heads add ID           a record from an arXiv number or a DOI
  awesome-heads check            every mistake, with what to type instead
  awesome-heads build            README.md and site/, once more
Delete the example, papers/2024/an-example.yaml, once a paper of yours is there. To publish, push
the folder to {repository}
and choose GitHub Actions as the source under Settings > Pages."""


def init(folder: Path, given: Mapping[str, str | None], ask: Ask | None) -> int:
    """Write a new list; 1 where the answers make one with faults, and then nothing is written.

    Args:
        folder: Where it will be; none of its files may be there already.
        given: Answers by the names of the options.
        ask: Gives answers that were not given; None where nobody can be asked.
    """
    disk.recover(folder)
    disk.require_free(folder, [*starter_paths(), "README.md"])
    answers = _complete(folder.resolve().name, given, ask)
    today = disk.today()
    files = start(answers, today, action_of(_origin()))
    case = project.assemble(sort_files(Source(*each) for each in files), today)
    found = checks.run(case)
    if found:
        report(found, "no list was made")
        return 1
    made = (*files, *derive(case), *project.make(folder, case).readme().values())
    disk.require_free(folder, [each.path for each in made])
    disk.write_files(folder, made)
    say(f"Made the list {answers['name']} in {folder}: {count(len(made), 'file')}.")
    say(_NEXT.format(folder=folder, repository=answers["repository"]))
    return 0


def _complete(folder: str, given: Mapping[str, str | None], ask: Ask | None) -> Answers:
    answers: dict[str, str] = {}
    for question in QUESTIONS:
        typed = given.get(question.name)
        guess = question.guess(folder, answers)
        if typed is not None:
            answers[question.name] = _parsed(question, typed)
        elif ask and (question.always or guess is None):
            answers[question.name] = ask(question.text, guess, question.parse)
        elif guess is not None:
            answers[question.name] = guess
        else:
            message = f"{question.text.lower()}: not given, and nobody can be asked"
            raise UsageError(message, f"add --{question.name} with it")
    return answers


def _parsed(question: Question, typed: str) -> str:
    try:
        return question.parse(typed)
    except UsageError as error:
        raise UsageError(f"--{question.name}: {error.message}", error.hint) from error


def _origin() -> str | None:
    """What the installer wrote down of where this program is from."""
    try:
        return metadata.distribution("awesome-heads").read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return None

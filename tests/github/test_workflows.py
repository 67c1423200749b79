"""What runs on GitHub is pinned, may do little, and calls only what is there."""

import re
import shlex
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from awesome_heads.cli import cli

ROOT = Path(__file__).parents[2]
GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
# Those that a new list begins with; `<< action >>` stands for this repository's action.
STARTERS = sorted((ROOT / "templates" / "starter" / ".github" / "workflows").glob("*.yml"))
SCRIPTS = sorted((GITHUB / "scripts").glob("*.sh"))
ACTION = ROOT / "action.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"
GUIDE = ROOT / "docs" / "maintaining.md"
# How this repository and a new list name the action.
OWN = {"./", "<< action >>"}

# What a token may do where one is needed at all; more than this needs a reason and a line here.
GRANTED = {
    ("add-paper", "add"): {"contents": "write", "issues": "write", "pull-requests": "write"},
    ("audit", "audit"): {"contents": "read"},
    ("comment", "comment"): {"actions": "read", "contents": "read", "pull-requests": "write"},
    ("links", "ledger"): {"contents": "write", "pull-requests": "write"},
    ("links", "links"): {"contents": "read", "issues": "write"},
    ("publish", "build"): {"contents": "read"},
    ("publish", "readme"): {"contents": "write", "pull-requests": "write"},
    ("publish", "site"): {"pages": "write", "id-token": "write"},
    ("pull-request", "list"): {"contents": "read"},
    ("pull-request", "program"): {"contents": "read"},
    ("refresh", "refresh"): {"contents": "read", "issues": "write"},
    ("release", "attest"): {"attestations": "write", "id-token": "write"},
    ("release", "build"): {"contents": "read"},
    ("release", "release"): {"contents": "write"},
}
TOKEN = re.compile(r"github\.token|secrets\.", re.IGNORECASE)


def _name(path: Path) -> str:
    return f"{'starter-' if path in STARTERS else ''}{path.stem}"


each_workflow = pytest.mark.parametrize("path", [*WORKFLOWS, *STARTERS], ids=_name)
each_file = pytest.mark.parametrize("path", [*WORKFLOWS, *STARTERS, ACTION], ids=_name)
each_script = pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)


def read(path: Path) -> Any:  # noqa: ANN401 -- YAML is whatever it is
    """Parse, with every scalar as text: YAML 1.1 would take the key `on` for a truth value."""
    return yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 -- makes text only


def jobs(path: Path) -> dict[str, Any]:
    """The jobs of a workflow; those of action.yml are its one list of steps."""
    whole = read(path)
    return whole["jobs"] if "jobs" in whole else {"action": whole["runs"]}


def steps(path: Path) -> Iterator[dict[str, Any]]:
    """Every step of a file."""
    for job in jobs(path).values():
        yield from job["steps"]


def calls(text: str) -> Iterator[list[str]]:
    """The arguments of every call of awesome-heads in a piece of shell."""
    for line in text.replace("\\\n", " ").splitlines():
        if line.lstrip().startswith(("#", "echo ", "name:", "- name:")):
            continue
        for match in re.finditer(r"(?<![\w:/<-])awesome-heads +([^|&;<>)]+)", line):
            # "${NAME:+--option value}" passes the option where the name is set.
            spelt = re.sub(r"\$\{\w+:\+([^}]*)\}", r"\1", match[1])
            yield shlex.split(spelt.replace("then", ""))


def sources() -> Iterator[tuple[str, str]]:
    """Every place that calls the program, with its shell."""
    for path in [*WORKFLOWS, ACTION]:
        for step in steps(path):
            if "run" in step:
                yield f"{path.name}: {step['name']}", step["run"]
    for path in SCRIPTS:
        yield path.name, path.read_text("utf-8")
    for hook in read(HOOKS):
        yield f"{HOOKS.name}: {hook['id']}", hook["entry"]


def find_fault(arguments: list[str]) -> str | None:
    """What of a call the program does not know."""
    known: click.Command = cli
    names = list(arguments)
    while isinstance(known, click.Group) and names and not names[0].startswith("-"):
        name = names.pop(0)
        found = known.get_command(click.Context(known), name)
        if found is None:
            return f"no command {name}"
        known = found
    options = {text for parameter in known.params for text in parameter.opts}
    options |= {"--help", "--version"}
    unknown = [each for each in names if each.startswith("-") and each not in options]
    return f"no option {unknown[0]}" if unknown else None


def test_there_is_a_workflow_for_each_job_of_the_list() -> None:
    """Each job of the list and of the program has one file, and there is no other."""
    assert {path.stem for path in WORKFLOWS} == {workflow for workflow, _ in GRANTED}


@each_file
def test_actions_are_pinned(path: Path) -> None:
    """Every action is named by a whole commit, with its version beside it for the reader."""
    lines = [line for line in path.read_text("utf-8").splitlines() if " uses: " in f" {line}"]
    assert lines
    for line in lines:
        own = re.search(r"uses: (\./ # |<< action >>$)", line)
        assert own or re.search(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line), line


def test_an_action_has_one_pin() -> None:
    """The same action is the same commit and version wherever it is used, the guide included."""
    pins: dict[str, set[str]] = {}
    for path in [*WORKFLOWS, *STARTERS, ACTION, GUIDE]:
        for name, pin in re.findall(r"uses: (actions/[\w-]+)@(.+)", path.read_text("utf-8")):
            pins.setdefault(name, set()).add(pin)
    assert pins
    assert not {name: each for name, each in pins.items() if len(each) > 1}


@each_workflow
def test_rights_are_the_least(path: Path) -> None:
    """A workflow grants nothing; each job grants what it needs, and that is written down here."""
    assert read(path)["permissions"] == {}
    for name, job in jobs(path).items():
        assert job["permissions"] == GRANTED[path.stem, name]


@each_workflow
def test_every_job_ends(path: Path) -> None:
    """Each job has a time limit of an hour at most, and runs that would overlap take turns."""
    assert read(path)["concurrency"]["group"]
    for job in jobs(path).values():
        assert 0 < int(job["timeout-minutes"]) <= 60


@each_file
def test_nothing_is_pasted_into_shell(path: Path) -> None:
    """No `run` holds an expression: whatever a stranger wrote comes by environment or file."""
    assert not [step["run"] for step in steps(path) if "${{" in step.get("run", "")]


@each_file
def test_text_of_strangers_is_not_passed_at_all(path: Path) -> None:
    """Titles, bodies and branch names of strangers appear in no step, not even as environment."""
    foreign = r"github\.(head_ref|event\.[\w.]*(title|body|message|head\.ref|head\.label|name\b))"
    for step in steps(path):
        given = str({key: step[key] for key in ("env", "with", "run") if key in step})
        assert not re.search(foreign, given), given


@each_file
def test_shell_in_a_workflow_is_short(path: Path) -> None:
    """More than three lines of shell are a script, which can be tested."""
    for step in steps(path):
        assert len(step.get("run", "").splitlines()) <= 3, step["name"]


@each_workflow
def test_credentials_do_not_stay(path: Path) -> None:
    """A checkout leaves no token behind for the steps after it."""
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@each_workflow
def test_the_token_is_only_where_it_is_used(path: Path) -> None:
    """A token is given to single steps that run a script or gh, never to installed packages."""
    whole = read(path)
    assert not TOKEN.search(str(whole.get("env", "")))
    for job in jobs(path).values():
        assert not TOKEN.search(str(job.get("env", "")))
        for step in job["steps"]:
            if TOKEN.search(str(step)):
                run = step["run"].removeprefix("bash ")
                assert run.startswith((".github/scripts/", "gh api "))
                assert not list(calls(step["run"]))


def test_the_writing_half_never_takes_the_code_of_a_pull_request() -> None:
    """After a pull request, only the default branch is checked out, and only its scripts."""
    path = GITHUB / "workflows" / "comment.yml"
    assert list(read(path)["on"]) == ["workflow_run"]
    taken = [step for step in steps(path) if "uses" in step]
    assert [step["uses"].split("@")[0] for step in taken] == ["actions/checkout"]
    assert taken[0]["with"] == {
        "persist-credentials": "false",
        "sparse-checkout": ".github/scripts",
    }


def test_no_workflow_has_rights_over_a_pull_request_while_running_it() -> None:
    """`pull_request_target` is nowhere, and what runs on `pull_request` may only read."""
    for path in [*WORKFLOWS, *STARTERS]:
        triggers = read(path)["on"]
        assert "pull_request_target" not in triggers
        if "pull_request" in triggers:
            rights = [right for job in jobs(path).values() for right in job["permissions"].items()]
            assert set(rights) == {("contents", "read")}


def test_a_list_of_a_pull_request_is_not_trusted() -> None:
    """What builds a list on `pull_request` keeps its templates in the sandbox."""
    for path in [*WORKFLOWS, *STARTERS]:
        if "pull_request" in read(path)["on"]:
            (built,) = [step["with"] for step in steps(path) if step.get("uses") in OWN]
            assert built["untrusted"] == "true"
    for step in steps(ACTION):
        if list(calls(step.get("run", ""))):
            assert "${UNTRUSTED:+--untrusted}" in step["run"]
            assert step["env"]["UNTRUSTED"] == "${{ inputs.untrusted == 'true' && 'yes' || '' }}"


def test_no_workflow_needs_a_secret() -> None:
    """The one token is that which GitHub makes for a run, and pull requests get none to use."""
    for path in [*WORKFLOWS, *STARTERS, ACTION]:
        text = path.read_text("utf-8")
        assert "secrets" not in text
        if "pull_request" in read(path).get("on", ""):
            assert not TOKEN.search(text)


def test_whatever_is_released_is_made_where_nothing_can_be_written() -> None:
    """The jobs that sign and publish install nothing, and take what the first one left."""
    path = GITHUB / "workflows" / "release.yml"
    assert list(read(path)["on"]) == ["push"]
    made = {"make dist": {"contents": "read"}}
    for job in jobs(path).values():
        for step in job["steps"]:
            run = step.get("run", ".github/scripts/")
            assert run.startswith(".github/scripts/") or job["permissions"] == made[run]


def test_a_pull_request_need_not_bring_the_readme() -> None:
    """Contributors leave README.md alone: nothing that runs on a pull request asks for it."""
    text = (GITHUB / "workflows" / "pull-request.yml").read_text("utf-8")
    assert "build: site" in text
    assert "build: all" not in text
    assert ".ci/run" not in text


def test_what_the_comment_waits_for_is_there() -> None:
    """The comment follows the workflow by its name, and reads the artifact it leaves."""
    first = GITHUB / "workflows" / "pull-request.yml"
    assert read(GITHUB / "workflows" / "comment.yml")["on"]["workflow_run"]["workflows"] == [
        read(first)["name"]
    ]
    left = [step["with"]["name"] for step in steps(first) if "upload" in step.get("uses", "")]
    assert "changes" in left
    assert "artifacts?name=changes" in (GITHUB / "scripts" / "comment.sh").read_text("utf-8")


@pytest.mark.parametrize(("place", "text"), list(sources()), ids=lambda value: value[:40])
def test_every_call_is_one_the_program_understands(place: str, text: str) -> None:
    """Commands and options in workflows, scripts, hooks and the action exist."""
    for arguments in calls(text):
        assert find_fault(arguments) is None, f"{place}: {arguments}"


def test_calls_are_found_where_they_are() -> None:
    """The test above sees each command the workflows live on, so it cannot pass by blindness."""
    seen = {arguments[0] for _, text in sources() for arguments in calls(text) if arguments}
    assert seen >= {"build", "check", "diff", "import", "refresh", "links"}
    assert find_fault(["check", "--form", "github"]) == "no option --form"
    assert find_fault(["chekc"]) == "no command chekc"


def test_scripts_are_used_and_can_be_run() -> None:
    """Every script named in a workflow is there and executable, and none lies idle."""
    named = {
        name for path in WORKFLOWS for name in re.findall(r"scripts/([\w-]+\.sh)", str(read(path)))
    }
    assert {path.name for path in SCRIPTS} == named | {"shared.sh"}
    for path in SCRIPTS:
        runs = bool(path.stat().st_mode & stat.S_IXUSR)
        assert runs == (path.name != "shared.sh")


@each_script
def test_scripts_stop_at_the_first_fault(path: Path) -> None:
    """A script says what it does, and neither a failure nor an unset name goes unnoticed."""
    text = path.read_text("utf-8")
    if path.name != "shared.sh":
        assert text.startswith("#!/usr/bin/env bash\n# ")
        assert "\nset -euo pipefail\n" in text


def test_hooks_take_the_files_of_a_list() -> None:
    """The pre-commit hooks run on records, vocabularies and settings, and on nothing else."""
    for hook in read(HOOKS):
        pattern = re.compile(hook["files"])
        for path in ("papers/2024/a-paper.yaml", "taxonomy/tags.yaml", "list.yaml"):
            assert pattern.search(path)
        for path in ("docs/papers/2024/a.yaml", "papers/2024/note.txt", "action.yml"):
            assert not pattern.search(path)
        assert hook["language"] == "python"
        assert hook["name"]
        assert hook["description"]


def test_inputs_of_the_action_are_those_that_are_used() -> None:
    """Each input is described, has a default and is read; each workflow passes only such inputs."""
    inputs = read(ACTION)["inputs"]
    for name, each in inputs.items():
        assert each["description"]
        assert "default" in each
        assert f"inputs.{name} " in ACTION.read_text("utf-8").replace("}", " ")
    for path in [*WORKFLOWS, *STARTERS]:
        for step in steps(path):
            if step.get("uses") in OWN:
                assert set(step["with"]) <= set(inputs)


def test_another_list_needs_ten_lines() -> None:
    """The guide's workflow for another list is whole, has ten lines, and uses this action."""
    examples = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
    example = next(each for each in examples if each.startswith("name: List\n"))
    assert len(example.splitlines()) <= 10
    whole = yaml.safe_load(example)
    assert whole["permissions"] == {"contents": "read"}
    assert len(whole["jobs"]["list"]["steps"]) == 2


def test_the_guide_tells_of_every_workflow() -> None:
    """Each workflow, and each input of the action, is explained to the maintainer."""
    guide = GUIDE.read_text("utf-8")
    for path in WORKFLOWS:
        assert f"`{path.name}`" in guide
    for name in read(ACTION)["inputs"]:
        assert f"`{name}`" in guide
    assert "add-paper:accepted" in guide

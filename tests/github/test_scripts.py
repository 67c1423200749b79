"""The scripts that workflows run, against real git repositories and a GitHub in a folder."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.github import hub as hub_module
from tests.github.hub import BOT, REPOSITORY, Hub, Json

ROOT = Path(__file__).parents[2]
SCRIPTS = ROOT / ".github" / "scripts"
BASE = ROOT / "tests" / "data" / "base"
SHA = "a" * 40
MARKER = "<!-- awesome-heads:changes -->"
RECORD = "papers/2024/a-first-paper.yaml"

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def write_program(folder: Path, name: str, text: str) -> None:
    """Put a program on the scripts' path."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
    (folder / name).chmod(0o755)


def git(folder: Path, *arguments: str) -> str:
    """Run git, as somebody made up."""
    who = ["-c", "user.name=Ada Example", "-c", "user.email=ada@example.org"]
    command = ["git", "-C", str(folder), *who, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def hub(tmp_path: Path) -> Hub:
    """A GitHub with nothing in it."""
    made = Hub(tmp_path / "hub")
    made.save()
    return made


@pytest.fixture
def bin_folder(tmp_path: Path, hub: Hub) -> Path:
    """A folder of programs, with the `gh` that speaks to that GitHub and this awesome-heads."""
    folder = tmp_path / "bin"
    program = Path(hub_module.__file__)
    write_program(folder, "gh", f'HUB="{hub.folder}" exec "{sys.executable}" "{program}" "$@"')
    write_program(folder, "awesome-heads", f'exec "{sys.executable}" -m awesome_heads "$@"')
    return folder


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a small list, as a workflow checks it out; its remote is a real one."""
    source, remote, folder = tmp_path / "source", tmp_path / "remote.git", tmp_path / "clone"
    shutil.copytree(BASE, source)
    (source / "README.md").write_text("old\n", "utf-8")
    (source / "assets").mkdir()
    (source / "assets" / "one.svg").write_text("<svg/>\n", "utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch=main", str(source))
    git(source, "add", "--all")
    git(source, "commit", "--quiet", "--message", "A list")
    git(tmp_path, "clone", "--quiet", "--bare", str(source), str(remote))
    git(tmp_path, "clone", "--quiet", str(remote), str(folder))
    return folder


@pytest.fixture
def run(tmp_path: Path, bin_folder: Path, clone: Path) -> Run:
    """Run a script in the clone, with the environment that a workflow gives it and no more."""

    def start(script: str, *arguments: str, **given: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(tmp_path),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GITHUB_REPOSITORY": REPOSITORY,
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GH_TOKEN": "made-up",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")]),
            **given,
        }
        return subprocess.run(
            [str(SCRIPTS / script), *arguments],
            cwd=clone,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    return start


def refuse_pushes(clone: Path, to: str = "refs/heads/main") -> None:
    """Let the remote refuse what a branch rule would."""
    hook = clone.parent / "remote.git" / "hooks" / "update"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        f'#!/bin/sh\nif [ "$1" = "{to}" ]; then echo "GH013: rule" >&2; exit 1; fi\n', "utf-8"
    )
    hook.chmod(0o755)


def remote_log(clone: Path, branch: str = "main") -> list[str]:
    """Author and subject of each commit of the remote's branch, newest first."""
    log = git(clone.parent / "remote.git", "log", "--format=%an: %s", branch)
    return log.splitlines()


def leave_artifact(hub: Hub, number: str, text: str, **more: Json) -> None:
    """Let a run have left what it wants to be told."""
    with zipfile.ZipFile(hub.folder / "5.zip", "w") as archive:
        archive.writestr("number", number)
        archive.writestr("changes.md", text)
    size = (hub.folder / "5.zip").stat().st_size
    artifact = {"id": 5, "name": "changes", "size_in_bytes": size, "expired": False, **more}
    hub.change("artifacts", [artifact])


def comment(run: Run, **given: str) -> "subprocess.CompletedProcess[str]":
    """Run the comment's script for the commit and repository that the tests use."""
    return run("comment.sh", **{"RUN_ID": "9", "HEAD_SHA": SHA, "HEAD_REPOSITORY": "7"} | given)


# The comment


def test_a_comment_is_posted_once_and_then_updated(run: Run, hub: Hub) -> None:
    """Later runs change the one comment, and leave those of others alone."""
    hub.add_pull(3, SHA)
    others = [
        {"id": 1, "on": 3, "user": {"login": "ada"}, "body": f"{MARKER} quoted"},
        {"id": 2, "on": 3, "user": {"login": BOT}, "body": "Of another workflow"},
    ]
    hub.change("comments", others)
    leave_artifact(hub, "3\n", "**1 paper added**\n")
    assert comment(run).returncode == 0
    leave_artifact(hub, "3\n", "**2 papers added**\n")
    assert comment(run).returncode == 0
    assert hub["comments"][:2] == others
    (made,) = hub["comments"][2:]
    assert made["body"].startswith(f"{MARKER}\n")
    assert "**2 papers added**" in made["body"]
    assert SHA[:12] in made["body"]
    assert hub.writes() == ["POST issues/3/comments", f"PATCH issues/comments/{made['id']}"]


@pytest.mark.parametrize(
    "number", ["", "0", "03", "3 4", "3\n4", "-3", "3/../4", "$(id)", "3;id", "1" * 12, "three"]
)
def test_a_number_must_be_a_number(run: Run, hub: Hub, number: str) -> None:
    """What is not a plain number is refused before anything is asked about it."""
    hub.add_pull(3, SHA)
    leave_artifact(hub, number, "**1 paper added**\n")
    done = comment(run)
    assert done.returncode == 1
    assert "by its number" in done.stdout
    assert hub.writes() == []
    assert not [call for call in hub["calls"] if "pulls" in call]


@pytest.mark.parametrize(
    ("sha", "repository", "state"),
    [("b" * 40, 7, "open"), (SHA, 8, "open"), (SHA, 7, "closed")],
    ids=["another commit", "another repository", "closed"],
)
def test_a_run_speaks_only_for_its_own_pull_request(
    run: Run, hub: Hub, sha: str, repository: int, state: str
) -> None:
    """A number of another commit, another fork or a closed pull request is not used."""
    hub.add_pull(3, sha, repository, state)
    leave_artifact(hub, "3", "**1 paper added**\n")
    done = comment(run)
    assert done.returncode == 0
    assert "nothing is said there" in done.stdout
    assert hub.writes() == []


def test_a_pull_request_that_is_not_there_is_an_error(run: Run, hub: Hub) -> None:
    """A number that GitHub does not know ends the run."""
    leave_artifact(hub, "3", "**1 paper added**\n")
    assert comment(run).returncode != 0
    assert hub.writes() == []


def test_a_large_artifact_is_not_fetched(run: Run, hub: Hub) -> None:
    """Beyond a megabyte nothing is downloaded."""
    hub.add_pull(3, SHA)
    leave_artifact(hub, "3", "text", size_in_bytes=50_000_000)
    assert comment(run).returncode == 1
    assert hub["calls"] == ["GET actions/runs/9/artifacts"]


def test_a_bomb_is_unpacked_no_further_than_needed(run: Run, hub: Hub) -> None:
    """Text that grows on unpacking is cut where a comment ends, at a whole line, and says so."""
    hub.add_pull(3, SHA)
    with zipfile.ZipFile(hub.folder / "5.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("number", "3")
        archive.writestr("changes.md", "- a paper called \N{SNOWMAN}\n" * 200_000)
    artifact = {"id": 5, "name": "changes", "size_in_bytes": 200_000, "expired": False}
    hub.change("artifacts", [artifact])
    assert comment(run).returncode == 0
    (made,) = hub["comments"]
    assert len(made["body"]) < 65_536
    assert "(cut here" in made["body"]
    assert "\N{REPLACEMENT CHARACTER}" not in made["body"]


def test_a_run_without_an_artifact_is_no_fault(run: Run, hub: Hub) -> None:
    """Where the run broke off early, or its artifact expired, there is nothing to tell."""
    assert comment(run).returncode == 0
    leave_artifact(hub, "3", "text", expired=True)
    assert comment(run).returncode == 0
    assert hub.writes() == []


def test_an_artifact_without_its_files_is_refused(run: Run, hub: Hub) -> None:
    """An archive that holds something else says nothing."""
    hub.add_pull(3, SHA)
    leave_artifact(hub, "3", "text")
    with zipfile.ZipFile(hub.folder / "5.zip", "w") as archive:
        archive.writestr("../number", "3")
    assert comment(run).returncode == 1
    assert hub.writes() == []


def test_nobody_is_called(run: Run, hub: Hub) -> None:
    """A name with an at sign calls nobody, and addresses stay as they are."""
    hub.add_pull(3, SHA)
    leave_artifact(hub, "3", "By @ada and (@bo/team), https://example.org/@ada, a@example.org\n")
    assert comment(run).returncode == 0
    body = hub["comments"][0]["body"]
    assert "@ada and" not in body
    assert "(@bo" not in body
    assert "https://example.org/@ada, a@example.org" in body


def test_text_is_only_text(run: Run, hub: Hub, tmp_path: Path) -> None:
    """Shell in the text is posted as it is, and never run."""
    hub.add_pull(3, SHA)
    trap = tmp_path / "trapped"
    text = f"$(touch '{trap}') `touch '{trap}'` '; touch '{trap}'\n@{trap}\n"
    leave_artifact(hub, "3", text)
    assert comment(run).returncode == 0
    assert f"$(touch '{trap}')" in hub["comments"][0]["body"]
    assert not trap.exists()


# What changes


def changes(run: Run, clone: Path) -> tuple["subprocess.CompletedProcess[str]", str]:
    """Run the script that writes down what changes."""
    done = run("changes.sh", "changes", NUMBER="3", BASE_REF="main")
    return done, (clone / "changes" / "changes.md").read_text("utf-8")


def test_changes_are_written_beside_the_number(run: Run, clone: Path) -> None:
    """The text tells what differs from where the pull request parted, not from what came since."""
    git(clone, "switch", "--quiet", "--create", "topic")
    text = (clone / RECORD).read_text("utf-8")
    (clone / "papers/2024/another.yaml").write_text(
        text.replace("title: ", "title: Another ", 1).replace(
            "arxiv.org/abs/24", "arxiv.org/abs/23"
        ),
        "utf-8",
    )
    git(clone, "add", "--all")
    git(clone, "commit", "--quiet", "--message", "Another")
    done, written = changes(run, clone)
    assert done.returncode == 0, done.stderr
    assert (clone / "changes" / "number").read_text("utf-8") == "3\n"
    assert "1 paper added" in written


def test_a_pull_request_without_a_change_of_the_list_gets_no_comment(
    run: Run, clone: Path, hub: Hub
) -> None:
    """Where nothing in the list changes, nothing is said, unless something was said before."""
    done, written = changes(run, clone)
    assert done.returncode == 0, done.stderr
    hub.add_pull(3, SHA)
    leave_artifact(hub, "3", written)
    assert comment(run).returncode == 0
    assert hub.writes() == []
    hub.change("comments", [{"id": 2, "on": 3, "user": {"login": BOT}, "body": f"{MARKER}\nOld"}])
    assert comment(run).returncode == 0
    assert "Nothing in the list changes." in hub["comments"][0]["body"]


def test_a_list_that_cannot_be_read_is_told(run: Run, clone: Path) -> None:
    """A broken record is no reason to fail here: the check shows it, the text says so."""
    (clone / RECORD).write_text("title: [\n", "utf-8")
    done, written = changes(run, clone)
    assert done.returncode == 0, done.stderr
    assert "cannot be read" in written


# Publishing


def test_publishing_pushes_where_it_may(run: Run, clone: Path, hub: Hub) -> None:
    """What changed of README.md and its pictures becomes one commit of the bot on the branch."""
    (clone / "README.md").write_text("new\n", "utf-8")
    (clone / "assets" / "two.svg").write_text("<svg/>\n", "utf-8")
    (clone / "stray.txt").write_text("left behind by a build\n", "utf-8")
    done = run("publish.sh", BASE_BRANCH="main")
    assert done.returncode == 0, done.stderr
    assert remote_log(clone) == [f"{BOT}: Make README.md anew", "Ada Example: A list"]
    changed = git(clone.parent / "remote.git", "show", "--format=", "--name-only", "main")
    assert changed.split() == ["README.md", "assets/two.svg"]
    assert hub["calls"] == []


def test_publishing_takes_files_of_older_papers(run: Run, clone: Path) -> None:
    """Those that the README has no room for any more are added, and those it has room for go."""
    old, new = clone / "papers/README-2019.md", clone / "papers/README-2018.md"
    old.write_text("# 2019\n", "utf-8")
    assert run("publish.sh", BASE_BRANCH="main").returncode == 0
    old.unlink()
    new.write_text("# 2018\n", "utf-8")
    assert run("publish.sh", BASE_BRANCH="main").returncode == 0
    changed = git(clone.parent / "remote.git", "show", "--format=", "--name-status", "main")
    assert changed.splitlines() == ["A\tpapers/README-2018.md", "D\tpapers/README-2019.md"]


def test_publishing_nothing_makes_no_commit(run: Run, clone: Path, hub: Hub) -> None:
    """Where README.md is up to date, nothing is committed, pushed or opened."""
    (clone / "stray.txt").write_text("left behind by a build\n", "utf-8")
    done = run("publish.sh", BASE_BRANCH="main")
    assert done.returncode == 0, done.stderr
    assert "up to date" in done.stdout
    assert remote_log(clone) == ["Ada Example: A list"]
    assert hub["calls"] == []


def test_a_refused_push_becomes_a_pull_request(run: Run, clone: Path, hub: Hub) -> None:
    """Where a rule refuses the push, a pull request carries it, and the next one updates that."""
    refuse_pushes(clone)
    for text in ("new\n", "newer\n"):
        (clone / "README.md").write_text(text, "utf-8")
        done = run("publish.sh", BASE_BRANCH="main")
        assert done.returncode == 0, done.stderr
        git(clone, "reset", "--quiet", "--hard", "origin/main")
    (pull,) = hub["pulls"]
    assert pull["title"] == "Make README.md anew"
    assert pull["base"] == {"ref": "main"}
    assert hub.writes() == ["POST pulls", f"PATCH pulls/{pull['number']}"]
    assert remote_log(clone) == ["Ada Example: A list"]
    there = git(clone.parent / "remote.git", "show", "awesome-heads/readme:README.md")
    assert there == "newer"


def test_a_fork_cannot_stand_in_the_way(run: Run, clone: Path, hub: Hub) -> None:
    """A pull request from a fork's branch of the same name is not taken for ours."""
    refuse_pushes(clone)
    head = {"label": "somebody:awesome-heads/readme"}
    foreign = {"number": 1, "state": "open", "head": head, "base": {"ref": "main"}}
    hub.change("pulls", [foreign])
    (clone / "README.md").write_text("new\n", "utf-8")
    assert run("publish.sh", BASE_BRANCH="main").returncode == 0
    assert hub["pulls"][0] == foreign
    assert len(hub["pulls"]) == 2


def test_a_pull_request_that_may_not_be_opened_is_explained(
    run: Run, clone: Path, hub: Hub
) -> None:
    """Where the setting is off, the run fails and names the setting."""
    refuse_pushes(clone)
    hub.change("refuse_pulls", value=True)
    (clone / "README.md").write_text("new\n", "utf-8")
    done = run("publish.sh", BASE_BRANCH="main")
    assert done.returncode != 0
    assert "allow GitHub Actions to create pull requests" in done.stderr


def test_an_overtaken_run_gives_way(run: Run, clone: Path, hub: Hub) -> None:
    """Where the branch moved on meanwhile, its own run publishes, and this one ends in peace."""
    source = clone.parent / "source"
    git(source, "commit", "--quiet", "--allow-empty", "--message", "Meanwhile")
    git(source, "push", "--quiet", str(clone.parent / "remote.git"), "main")
    (clone / "README.md").write_text("new\n", "utf-8")
    done = run("publish.sh", BASE_BRANCH="main")
    assert done.returncode == 0, done.stderr
    assert "moved on" in done.stdout
    assert remote_log(clone)[0] == "Ada Example: Meanwhile"
    assert hub["calls"] == []


# From issue to pull request


def add(run: Run, answer: Path) -> "subprocess.CompletedProcess[str]":
    """Run the script that opens the pull request."""
    return run("add-paper.sh", str(answer), ISSUE="12", BASE_BRANCH="main")


@pytest.fixture
def answer(tmp_path: Path) -> Path:
    """What is to be told the issue."""
    (tmp_path / "answer.md").write_text("Thank you!\n", "utf-8")
    return tmp_path / "answer.md"


def test_a_record_becomes_a_pull_request(run: Run, clone: Path, hub: Hub, answer: Path) -> None:
    """New records get a branch and the issue is told; the next run updates both."""
    for text in ("one: 1\n", "two: 2\n"):
        (clone / "papers/2024/new.yaml").write_text(text, "utf-8")
        done = add(run, answer)
        assert done.returncode == 0, done.stderr
        git(clone, "switch", "--quiet", "main")
    (pull,) = hub["pulls"]
    assert pull["title"] == "Add what issue #12 suggests"
    assert "Closes #12" in pull["body"]
    (told,) = hub["comments"]
    assert told["on"] == 12
    assert "\nThank you!\n" in told["body"]
    assert f"#{pull['number']}" in told["body"]
    assert remote_log(clone) == ["Ada Example: A list"]
    assert remote_log(clone, "add-paper/issue-12")[0] == f"{BOT}: Add what issue #12 suggests"
    there = git(clone.parent / "remote.git", "show", "add-paper/issue-12:papers/2024/new.yaml")
    assert there == "two: 2"


def test_an_issue_without_a_record_is_answered(
    run: Run, clone: Path, hub: Hub, answer: Path
) -> None:
    """Where no record came of it, the issue is told why, and nothing is pushed."""
    done = add(run, answer)
    assert done.returncode == 0, done.stderr
    (told,) = hub["comments"]
    assert "\nThank you!\n" in told["body"]
    assert "taking the label off" in told["body"]
    assert hub["pulls"] == []
    assert git(clone.parent / "remote.git", "branch", "--format=%(refname:short)") == "main"


FORM = """### Link to the paper

https://arxiv.org/abs/2402.00001

### Title

A Third Paper Says $(touch trapped)

### Date of the first version

2024-02-01

### Authors

Ada Example

### Venue

arXiv

### Tags

Lantern Head

### Innovation

Names a head.

### Tasks

Tables.

### Result

It helps.
"""


def test_a_form_becomes_a_record(run: Run, clone: Path, answer: Path) -> None:
    """The program takes the paper from the form, and shell in its title stays text."""
    (clone / "issue.md").write_text(FORM, "utf-8")
    # Nobody is asked: the proxy is not there, and the form says what a service would.
    nowhere = "http://127.0.0.1:9"
    done = run("record.sh", "issue.md", str(answer), HTTPS_PROXY=nowhere, HTTP_PROXY=nowhere)
    assert done.returncode == 0, done.stderr
    text = answer.read_text("utf-8")
    assert text.startswith("Thank you for your help")
    (record,) = git(clone, "ls-files", "--others", "--", "papers").splitlines()
    assert f"`{record}`" in text
    assert "$(touch trapped)" in (clone / record).read_text("utf-8")
    assert not (clone / "trapped").exists()


def import_as(bin_folder: Path, code: int, record: str | None, said: str = "Thank you!") -> None:
    """Let `import` write a record, or none, and end as told; `check` finds a fault in "bad"."""
    made = f"echo '{record}' >papers/2024/new.yaml" if record else ":"
    said = f"echo '{said}'" if said else ":"
    write_program(
        bin_folder,
        "awesome-heads",
        f'if [ "$1" = import ]; then {made}; {said}; exit {code}; fi\n'
        'grep -q bad "$2" && { echo "found: $2"; exit 1; }\nexit 0',
    )


@pytest.mark.parametrize(
    ("code", "record", "told"),
    [
        (0, "good", "Thank you!\n"),
        (1, "good", "Thank you!\n"),
        (1, None, "Thank you!\n"),
        (
            0,
            "bad",
            "Thank you!\n\nThe rules find this in it:\n\n    found: papers/2024/new.yaml\n",
        ),
    ],
    ids=["sound", "incomplete", "refused", "against a rule"],
)
def test_the_answer_holds_what_import_and_check_say(  # noqa: PLR0913, PLR0917 -- three are fixtures
    run: Run, bin_folder: Path, answer: Path, code: int, record: str | None, told: str
) -> None:
    """The words of the import come first, then what the rules find, as a block of code."""
    import_as(bin_folder, code, record)
    done = run("record.sh", "issue.md", str(answer))
    assert done.returncode == 0, done.stderr
    assert answer.read_text("utf-8") == told


@pytest.mark.parametrize(("code", "said"), [(2, "usage"), (1, "")], ids=["usage", "silence"])
def test_a_fault_of_our_own_is_not_told_the_issue(
    run: Run, bin_folder: Path, answer: Path, code: int, said: str
) -> None:
    """Wrong usage, or a list that cannot be read, ends the run instead of blaming the issue."""
    import_as(bin_folder, code, None, said)
    assert run("record.sh", "issue.md", str(answer)).returncode == code


# The weekly runs


def keep(run: Run, findings: Path) -> "subprocess.CompletedProcess[str]":
    """Run the script that keeps the issue."""
    return run("rolling-issue.sh", "refresh", "Metadata that drifted", str(findings))


def test_one_issue_is_opened_updated_and_closed(run: Run, hub: Hub, tmp_path: Path) -> None:
    """Weeks with findings share one issue, a week without closes it, and others are left alone."""
    foreign = [
        {
            "number": number,
            "state": "open",
            "user": {"login": login},
            "body": body,
        }
        for number, login, body in (
            (1, "ada", "<!-- awesome-heads:refresh -->"),
            (2, BOT, "<!-- awesome-heads:links -->"),
            (3, BOT, None),
        )
    ]
    hub.change("issues", foreign)
    findings = tmp_path / "findings.txt"
    for text in ("a differs\n", "a and b differ\n", "", ""):
        findings.write_text(text, "utf-8")
        done = keep(run, findings)
        assert done.returncode == 0, done.stderr
    assert hub["issues"][:3] == foreign
    (issue,) = hub["issues"][3:]
    assert "    a and b differ\n" in issue["body"]
    assert issue["state"] == "closed"
    changed = f"PATCH issues/{issue['number']}"
    assert hub.writes() == ["POST issues", changed, changed]


def test_a_long_report_fits_into_an_issue(run: Run, hub: Hub, tmp_path: Path) -> None:
    """What would not fit is cut at a line, and says so."""
    findings = tmp_path / "findings.txt"
    findings.write_text("papers/2024/x.yaml:1:1: note[moved] it moved\n" * 3000, "utf-8")
    assert keep(run, findings).returncode == 0
    body = hub["issues"][0]["body"]
    assert len(body) < 65_536
    assert body.endswith("(cut here: there is more than fits)\n")


@pytest.mark.parametrize(
    ("command", "code", "kept"),
    [
        ("echo all well", 0, ""),
        ("echo a differs; exit 1", 0, "a differs\n"),
        (
            "echo a differs; echo 'Asking ...' >&2; echo 'error: b is out of reach' >&2; exit 1",
            0,
            "a differs\nerror: b is out of reach\n",
        ),
        ("echo 'Traceback' >&2; exit 1", 1, ""),
        ("echo 'error: no such option' >&2; exit 2", 2, ""),
    ],
    ids=["nothing", "something", "something and failures", "a crash", "wrong usage"],
)
def test_findings_are_told_from_failures(
    run: Run, tmp_path: Path, command: str, code: int, kept: str
) -> None:
    """Exit code 1 with findings is a report, 0 is none, and anything else ends the run."""
    done = run("findings.sh", str(tmp_path / "findings.txt"), "sh", "-c", command)
    assert done.returncode == code
    assert (tmp_path / "findings.txt").read_text("utf-8") == kept


# The ledger of failing links


LEDGER = "links/failing.yaml"


def remember(clone: Path, text: str | None) -> None:
    """Let a run have left a ledger, or none, beside what else is in its artifact."""
    folder = clone / "remembered"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "links").mkdir(parents=True)
    (folder / "list.yaml").write_text("not taken\n", "utf-8")
    if text is not None:
        (folder / LEDGER).write_text(text, "utf-8")


def test_a_ledger_is_pushed_where_it_may(run: Run, clone: Path) -> None:
    """What the run remembers is committed, and nothing else of what it left."""
    remember(clone, "failing: []\n")
    done = run("ledger.sh", "remembered", BASE_BRANCH="main")
    assert done.returncode == 0, done.stderr
    assert remote_log(clone)[0] == "github-actions[bot]: Remember which links fail"
    assert git(clone, "show", "--name-only", "--format=", "HEAD") == LEDGER
    assert git(clone, "show", f"HEAD:{LEDGER}") == "failing: []"


def test_a_ledger_goes_once_no_link_fails(run: Run, clone: Path) -> None:
    """Where the run left no ledger, the one in the repository is removed."""
    remember(clone, "failing: []\n")
    run("ledger.sh", "remembered", BASE_BRANCH="main")
    remember(clone, None)
    assert run("ledger.sh", "remembered", BASE_BRANCH="main").returncode == 0
    assert git(clone, "ls-files", "links") == ""
    assert len(remote_log(clone)) == 3


@pytest.mark.parametrize("text", [None, "failing: []\n"])
def test_a_week_without_news_makes_no_commit(run: Run, clone: Path, text: str | None) -> None:
    """The same ledger as before, or none as before, is not committed again."""
    remember(clone, text)
    run("ledger.sh", "remembered", BASE_BRANCH="main")
    before = remote_log(clone)
    done = run("ledger.sh", "remembered", BASE_BRANCH="main")
    assert (done.returncode, done.stdout) == (0, "Nothing new is to be remembered.\n")
    assert remote_log(clone) == before


def test_a_ledger_that_may_not_be_pushed_is_proposed(run: Run, clone: Path, hub: Hub) -> None:
    """Where the branch takes no pushes, a pull request carries the ledger."""
    refuse_pushes(clone)
    remember(clone, "failing: []\n")
    done = run("ledger.sh", "remembered", BASE_BRANCH="main")
    assert done.returncode == 0, done.stderr
    (pull,) = hub["pulls"]
    assert pull["title"] == "Remember which links fail"
    assert remote_log(clone, "awesome-heads/links")[0].endswith("Remember which links fail")


def test_a_ledger_that_leads_elsewhere_is_not_taken(run: Run, clone: Path) -> None:
    """A symbolic link in the artifact is no ledger."""
    remember(clone, None)
    (clone / "remembered" / LEDGER).symlink_to("/etc/hostname")
    done = run("ledger.sh", "remembered", BASE_BRANCH="main")
    assert (done.returncode, done.stdout) == (0, "Nothing new is to be remembered.\n")


# The scripts themselves, and the GitHub of these tests

GIVEN: list[tuple[str, Json]] = [
    (".number", {"number": 4}),
    ('.body // ""', {"body": None}),
    ('.body // ""', {"body": "Text"}),
    (".[0].number // empty", []),
    (".[0].number // empty", [{"number": 4}, {"number": 5}]),
    (
        '.artifacts[] | select(.expired | not) | "\\(.id) \\(.size_in_bytes)"',
        {
            "artifacts": [
                {"id": 1, "size_in_bytes": 9, "expired": True},
                {"id": 2, "size_in_bytes": 8, "expired": False},
            ]
        },
    ),
    (
        '"\\(.state) \\(.head.sha) \\(.head.repo.id)"',
        {"state": "open", "head": {"sha": SHA, "repo": {"id": 7}}},
    ),
    (
        f'.[] | select(.user.login == "{BOT}" and (.body | startswith("{MARKER}"))) | .id',
        [
            {"id": 1, "user": {"login": "ada"}, "body": MARKER},
            {"id": 2, "user": {"login": BOT}, "body": f"{MARKER}\nText"},
            {"id": 3, "user": {"login": BOT}, "body": "Text"},
        ],
    ),
    (
        f'.[] | select((.body // "") | startswith("{MARKER}")) | .number',
        [{"number": 1, "body": None}, {"number": 2, "body": f"{MARKER}\nText"}],
    ),
]


@pytest.mark.skipif(shutil.which("jq") is None, reason="needs jq")
@pytest.mark.parametrize(("query", "given"), GIVEN)
def test_queries_mean_what_jq_says(query: str, given: Json) -> None:
    """The stub answers each query of the scripts as jq does."""
    command = ["jq", "--raw-output", query]
    text = json.dumps(given)
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert [str(each) for each in hub_module.select(query, given)] == done.stdout.splitlines() or (
        done.stdout == "\n" and hub_module.select(query, given) == [""]
    )


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="needs shellcheck")
def test_shellcheck_finds_nothing() -> None:
    """The scripts have no fault that shellcheck knows."""
    paths = [str(path) for path in sorted(SCRIPTS.glob("*.sh"))]
    command = ["shellcheck", "--external-sources", *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert done.returncode == 0

"""A GitHub made of one folder, and a `gh` that speaks to it and writes down what it was asked."""

import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

REPOSITORY = "example/list"
BOT = "github-actions[bot]"

Json = Any
Query = Callable[[Json], list[Json]]

# What each query of the scripts gives; test_scripts.py holds these against jq itself.
QUERIES: dict[str, Query] = {
    r"\.number": lambda given: [given["number"]],
    r'\.body // ""': lambda given: [given["body"] or ""],
    r"\.\[0\]\.number // empty": lambda given: [each["number"] for each in given[:1]],
    r'\.artifacts\[\] \| select\(\.expired \| not\) \| "\\\(\.id\) \\\(\.size_in_bytes\)"': (
        lambda given: [
            f"{each['id']} {each['size_in_bytes']}"
            for each in given["artifacts"]
            if not each["expired"]
        ]
    ),
    r'"\\\(\.state\) \\\(\.head\.sha\) \\\(\.head\.repo\.id\)"': (
        lambda given: [f"{given['state']} {given['head']['sha']} {given['head']['repo']['id']}"]
    ),
}
COMMENTS = re.compile(
    r'\.\[\] \| select\(\.user\.login == "github-actions\[bot\]"'
    r' and \(\.body \| startswith\("(<!-- [a-z:-]+ -->)"\)\)\) \| \.id'
)
ISSUES = re.compile(
    r'\.\[\] \| select\(\(\.body // ""\) \| startswith\("(<!-- [a-z:-]+ -->)"\)\) \| \.number'
)


def select(query: str, given: Json) -> list[Json]:
    """Answer one of the scripts' queries.

    Raises:
        KeyError: No script asks this.
    """
    for pattern, answer in QUERIES.items():
        if re.fullmatch(pattern, query):
            return answer(given)
    if match := COMMENTS.fullmatch(query):
        return [
            each["id"]
            for each in given
            if each["user"]["login"] == BOT and each["body"].startswith(match[1])
        ]
    if match := ISSUES.fullmatch(query):
        return [each["number"] for each in given if (each["body"] or "").startswith(match[1])]
    raise KeyError(query)


class Hub:
    """The state of one repository, kept in a file so that every call of `gh` sees the last."""

    def __init__(self, folder: Path) -> None:
        """Open the state in a folder, or start one."""
        self.folder = folder
        self._file = folder / "state.json"
        folder.mkdir(parents=True, exist_ok=True)
        self.state: dict[str, Json] = {
            "artifacts": [],
            "calls": [],
            "comments": [],
            "issues": [],
            "pulls": [],
            "refuse_pulls": False,
        }
        self.load()

    def load(self) -> None:
        """Take the state as the last call left it."""
        if self._file.is_file():
            self.state = json.loads(self._file.read_text("utf-8"))

    def save(self) -> None:
        """Keep the state for the next call."""
        self._file.write_text(json.dumps(self.state), "utf-8")

    def __getitem__(self, name: str) -> Json:
        """One part of the state, as it is now."""
        self.load()
        return self.state[name]

    def change(self, name: str, value: Json) -> None:
        """Set one part of the state."""
        self.load()
        self.state[name] = value
        self.save()

    def writes(self) -> list[str]:
        """Method and path of every call that changed something, in order."""
        return [call for call in self["calls"] if not call.startswith("GET ")]

    def add_pull(self, number: int, sha: str, repository: int = 7, state: str = "open") -> None:
        """Let there be a pull request."""
        head = {"sha": sha, "repo": {"id": repository}, "label": "somebody:branch"}
        pull = {"number": number, "state": state, "head": head, "base": {"ref": "main"}}
        self.change("pulls", [*self["pulls"], pull])

    def call(self, method: str, path: str, fields: dict[str, str]) -> Json:
        """Answer a request.

        Raises:
            LookupError: There is nothing at that path, or it may not be done.
        """
        self.state["calls"].append(f"{method} {path}")
        for route, answer in self._routes():
            if match := re.fullmatch(route, f"{method} {path}"):
                return answer(*(int(number) for number in match.groups()), fields)
        raise LookupError(path)

    def _routes(self) -> Iterator[tuple[str, Callable[..., Json]]]:
        yield r"GET actions/runs/(\d+)/artifacts", self._list_artifacts
        yield r"GET actions/artifacts/(\d+)/zip", self._read_artifact
        yield r"GET pulls", self._list_pulls
        yield r"GET pulls/(\d+)", lambda number, _: _one(self.state["pulls"], "number", number)
        yield r"POST pulls", self._open_pull
        yield r"PATCH pulls/(\d+)", lambda number, fields: self._edit("pulls", number, fields)
        yield r"GET issues", self._list_issues
        yield r"GET issues/(\d+)", lambda number, _: _one(self.state["issues"], "number", number)
        yield r"POST issues", self._open_issue
        yield r"PATCH issues/(\d+)", lambda number, fields: self._edit("issues", number, fields)
        yield r"GET issues/(\d+)/comments", self._list_comments
        yield r"POST issues/(\d+)/comments", self._comment
        yield r"PATCH issues/comments/(\d+)", self._edit_comment

    def _list_artifacts(self, _: int, fields: dict[str, str]) -> Json:
        named = [each for each in self.state["artifacts"] if each["name"] == fields["name"]]
        return {"artifacts": named}

    def _read_artifact(self, number: int, _: dict[str, str]) -> bytes:
        return (self.folder / f"{number}.zip").read_bytes()

    def _list_pulls(self, fields: dict[str, str]) -> Json:
        return [
            each
            for each in self.state["pulls"]
            if each["state"] == fields["state"]
            and each["head"]["label"] == fields["head"]
            and each["base"]["ref"] == fields["base"]
        ]

    def _open_pull(self, fields: dict[str, str]) -> Json:
        if self.state["refuse_pulls"]:
            raise LookupError("not permitted to create pull requests")
        head = {"label": f"example:{fields['head']}"}
        pull = {**fields, "number": 100 + len(self.state["pulls"]), "state": "open"}
        self.state["pulls"].append({**pull, "head": head, "base": {"ref": fields["base"]}})
        return pull

    def _list_issues(self, fields: dict[str, str]) -> Json:
        return [
            each
            for each in self.state["issues"]
            if each["state"] == fields["state"] and each["user"]["login"] == fields["creator"]
        ]

    def _open_issue(self, fields: dict[str, str]) -> Json:
        issue = {**fields, "number": 200 + len(self.state["issues"]), "state": "open"}
        self.state["issues"].append({**issue, "user": {"login": BOT}})
        return issue

    def _edit(self, kind: str, number: int, fields: dict[str, str]) -> Json:
        found = _one(self.state[kind], "number", number)
        found.update(fields)
        return found

    def _list_comments(self, number: int, _: dict[str, str]) -> Json:
        return [each for each in self.state["comments"] if each["on"] == number]

    def _comment(self, number: int, fields: dict[str, str]) -> Json:
        made = {"id": 300 + len(self.state["comments"]), "on": number, "user": {"login": BOT}}
        self.state["comments"].append({**made, **fields})
        return made

    def _edit_comment(self, number: int, fields: dict[str, str]) -> Json:
        found = _one(self.state["comments"], "id", number)
        found.update(fields)
        return found


def _one(things: list[Json], key: str, value: int) -> Json:
    return next(each for each in things if each[key] == value)


def _read_arguments(arguments: list[str]) -> tuple[str, str, str | None, dict[str, str]]:
    """Method, address, query and fields; whatever else `gh api` knows, the scripts do not use."""
    method, address, query, silent = "GET", "", None, False
    fields: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        if argument == "--method":
            method = next(rest)
        elif argument == "--jq":
            query = next(rest)
        elif argument in {"--field", "--raw-field"}:
            name, value = next(rest).split("=", 1)
            read = argument == "--field" and value.startswith("@")
            fields[name] = Path(value[1:]).read_text("utf-8") if read else value
        elif argument == "--silent":
            silent = True
        elif argument != "--paginate":
            if argument.startswith("-") or address:
                raise SystemExit(f"gh: not expected: {argument}")
            address = argument
    return method, address, "silent" if silent else query, fields


def main(arguments: list[str]) -> int:
    """Be `gh`."""
    if arguments[:2] == ["auth", "git-credential"]:
        return 0
    if arguments[0] != "api" or not os.environ.get("GH_TOKEN"):
        raise SystemExit("gh: only `gh api`, and only with a token")
    method, address, query, fields = _read_arguments(arguments[1:])
    whole = urlsplit(address)
    prefix = f"repos/{REPOSITORY}/"
    if not whole.path.startswith(prefix):
        raise SystemExit(f"gh: foreign address: {address}")
    hub = Hub(Path(os.environ["HUB"]))
    try:
        path = whole.path.removeprefix(prefix)
        answer = hub.call(method, path, fields | dict(parse_qsl(whole.query)))
    except (LookupError, StopIteration):
        sys.stderr.write("gh: Not Found (HTTP 404)\n")
        return 1
    finally:
        hub.save()
    if isinstance(answer, bytes):
        sys.stdout.buffer.write(answer)
    elif query != "silent":
        given = [answer] if query is None else select(query, answer)
        lines = [each if isinstance(each, str) else json.dumps(each) for each in given]
        sys.stdout.write("".join(f"{line}\n" for line in lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

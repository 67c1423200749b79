"""`links` against made-up hosts on this machine."""

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_heads import disk
from awesome_heads.cli import run
from awesome_heads.commands.links import links
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.links import LEDGER, Conduct, parse_ledger
from awesome_heads.records import Source
from awesome_heads.web import Follower
from tests.hosts import Hosts, is_here, resolve, running_hosts
from tests.shelf import PATH, RECORD, a_shelf, records

QUICK = Conduct(pace=0.0, back_off=0.01, timeout=10.0, deadline=20.0, attempts=2)
DAYS = [dt.date(2026, 3, day) for day in (4, 11, 18, 25)]


@pytest.fixture
def hosts() -> Iterator[Hosts]:
    """The made-up hosts."""
    with running_hosts() as running:
        yield running


@pytest.fixture
def root(tmp_path: Path, hosts: Hosts, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A list of one record, all of whose own links are well."""
    folder = a_shelf(tmp_path / "list")
    settings = (folder / "list.yaml").read_text("utf-8")
    for name in ("lists.example/heads/", "code.example/readers/list", "papers.example/survey"):
        settings = settings.replace(f"https://{name}", hosts.url("/file/0", "ours.example"))
    settings = settings.replace("https://licences.example/cc0", hosts.url("/file/0"))
    (folder / "list.yaml").write_text(settings, "utf-8")
    on_day(monkeypatch, DAYS[0])
    return folder


def on_day(monkeypatch: pytest.MonkeyPatch, day: dt.date) -> None:
    """Let it be a day."""
    monkeypatch.setattr(disk, "today", lambda: day)


def link_to(root: Path, *urls: str) -> None:
    """Let the record link to these, the first as its paper."""
    text = RECORD.replace("https://arxiv.org/abs/2401.00001", urls[0])
    if len(urls) > 1:
        text = text.replace(f"{urls[0]} }}", f"{urls[0]}, code: [{', '.join(urls[1:])}] }}")
    (root / PATH).parent.mkdir(parents=True, exist_ok=True)
    (root / PATH).write_text(text, "utf-8")


def follow(root: Path, form: str = "text", *, fix: bool = False) -> int:
    """Run the command, this machine being the internet."""
    return links(root, form, lambda contact: Follower(contact, QUICK, is_here, resolve), fix=fix)


def test_all_is_well(root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]) -> None:
    """Where every link is alive, that is said, and nothing is written."""
    link_to(root, hosts.url("/well/1"))
    assert follow(root) == 0
    assert capsys.readouterr() == ("3 links followed: 3 alive.\n", "")
    assert not (root / "links").exists()


def test_a_link_is_followed_once(root: Path, hosts: Hosts) -> None:
    """An address that stands in several places, whatever its fragment, is asked for once."""
    link_to(root, hosts.url("/file/1"), hosts.url("/file/1#a"), hosts.url("/file/1#b"))
    follow(root)
    assert hosts.paths().count("HEAD /file/1") == 1


def test_a_bad_day_flags_nothing(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link that fails for the first time is noted beside the results, and remembered."""
    link_to(root, hosts.url("/missing/1"))
    assert follow(root) == 0
    out, err = capsys.readouterr()
    assert out == "3 links followed: 2 alive, 1 failing.\n"
    assert err.startswith(f"{PATH}:11:17: note[failing-link] `{hosts.url('/missing/1')}` has no")
    ledger, found = parse_ledger(Source(LEDGER, (root / LEDGER).read_bytes()))
    assert found == []
    assert ledger is not None
    assert ledger[hosts.url("/missing/1")].failed == (DAYS[0],)


def test_three_bad_days_are_death(
    root: Path,
    hosts: Hosts,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On the third day of failure a link is dead, and a copy is suggested; then nothing changes."""
    url = hosts.url("/missing/1")
    link_to(root, url)
    codes, ledgers = [], []
    for day in DAYS:
        on_day(monkeypatch, day)
        capsys.readouterr()
        codes.append(follow(root))
        ledgers.append((root / LEDGER).read_bytes())
    assert codes == [0, 0, 1, 1]
    assert ledgers[2] == ledgers[3]
    assert capsys.readouterr().out == (
        f"{PATH}:11:17: error[dead-link] `{url}` has no such page (404, not found); it has not "
        "answered well since 2026-03-04\n"
        "  hint: replace it; there may be a copy at "
        f"https://web.archive.org/web/20260304/{url}\n"
        "3 links followed: 2 alive, 1 dead.\n"
    )


def test_two_runs_of_a_day_count_once(root: Path, hosts: Hosts) -> None:
    """Running it often on a bad day makes nothing dead."""
    link_to(root, hosts.url("/missing/1"))
    assert [follow(root) for _ in range(4)] == [0] * 4


def test_a_link_that_is_back_is_forgotten(root: Path, hosts: Hosts) -> None:
    """One good answer takes the line out, and the file with its last line."""
    link_to(root, hosts.url("/missing/1"))
    follow(root)
    assert (root / LEDGER).exists()
    link_to(root, hosts.url("/well/1"))
    follow(root)
    assert not (root / "links").exists()


def test_a_moved_link_is_told(root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]) -> None:
    """A link that moved for good is a warning, with the new address and the way to have it."""
    link_to(root, hosts.url("/moved/1"))
    assert follow(root) == 1
    assert capsys.readouterr().out == (
        f"{PATH}:11:17: warning[moved-link] `{hosts.url('/moved/1')}` has moved for good\n"
        f"  hint: write `{hosts.url('/well/1')}`\n"
        "3 links followed: 2 alive, 1 moved; `awesome-heads links --fix` mends 1.\n"
    )


def test_fix_changes_the_address_alone(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--fix` writes new addresses, keeps fragments, and leaves every other byte alone."""
    urls = ["/moved/1", "/missing/2", "/moved/3#part", "/moved-far/4"]
    link_to(root, *map(hosts.url, urls))
    before = records(root)[PATH]
    assert follow(root, fix=True) == 0
    expected = before.replace("/moved/", "/well/").replace(
        hosts.url("/moved-far/4"), hosts.url("/well/4", "b.example")
    )
    assert records(root)[PATH] == expected
    assert "3 links mended." in capsys.readouterr().err


def test_fixed_links_are_well_next_time(root: Path, hosts: Hosts) -> None:
    """After `--fix` there is nothing left to mend."""
    link_to(root, hosts.url("/moved/1"), hosts.url("/moved-then/2"))
    assert [follow(root, fix=True), follow(root)] == [0, 0]


def test_blocked_and_doubtful_links_are_noted(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link that nobody can tell about is a note, and does not fail the run."""
    link_to(root, hosts.url("/forbidden/1"), hosts.url("/soft/2"))
    assert follow(root) == 0
    out, err = capsys.readouterr()
    assert out == "4 links followed: 3 alive, 1 blocked.\n"
    assert err.count("note[blocked-link]") == err.count("note[doubtful-link]") == 1


def test_private_links_are_told(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link into a private network is a warning at once."""
    link_to(root, hosts.url("/inside/1"))
    assert follow(root) == 1
    assert "warning[private-link]" in capsys.readouterr().out


def test_the_list_weighs_what_is_found(root: Path, hosts: Hosts) -> None:
    """A list can silence what is found, as it can silence rules of `check`."""
    link_to(root, hosts.url("/moved/1"))
    with (root / "list.yaml").open("a", encoding="utf-8") as file:
        file.write("rules: {ignore: [moved-link]}\n")
    assert follow(root) == 0
    assert run(["check", "--root", str(root)]) == 0


def test_a_record_can_set_a_finding_aside(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """`ignore` in a record silences what is found there, and `check` does not call it unused."""
    link_to(root, hosts.url("/moved/1"))
    with (root / PATH).open("a", encoding="utf-8") as file:
        file.write("ignore: {moved-link: the old address is the one to cite}\n")
    assert follow(root) == 0
    assert run(["check", "--root", str(root), str(root / PATH)]) == 0
    assert "unused-ignore" not in "".join(capsys.readouterr())


def test_json_tells_of_every_link(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON has each link with what became of it, the way there, and its places."""
    link_to(root, hosts.url("/moved-far/1"), hosts.url("/missing/2"))
    assert follow(root, "json") == 1
    whole = json.loads(capsys.readouterr().out)
    summary = {"alive": 2, "moved": 1, "blocked": 0, "private": 0, "failing": 1, "dead": 0}
    assert whole["summary"] == summary
    by_url = {each["url"]: each for each in whole["links"]}
    moved = by_url[hosts.url("/moved-far/1")]
    assert moved["verdict"] == "moved"
    assert moved["moved_to"] == hosts.url("/well/1", "b.example")
    assert moved["redirects"] == [
        {"status": 308, "url": hosts.url("/moved-far/1")},
        {"status": 301, "url": hosts.url("/moved/1", "b.example")},
    ]
    assert moved["places"] == [{"path": PATH, "line": 11, "column": 17}]
    missing = by_url[hosts.url("/missing/2")]
    assert missing["failed"] == ["2026-03-04"]
    assert missing["archived"].startswith("https://web.archive.org/web/20260304/http://a.example")
    assert [each["rule"] for each in whole["diagnostics"]] == ["moved-link", "failing-link"]


def test_sarif(root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]) -> None:
    """SARIF names the rule of each finding among those that speak here."""
    link_to(root, hosts.url("/moved/1"), hosts.url("/forbidden/2"))
    follow(root, "sarif")
    log = json.loads(capsys.readouterr().out)
    (found,) = log["runs"]
    rules = [each["id"] for each in found["tool"]["driver"]["rules"]]
    assert [rules[each["ruleIndex"]] for each in found["results"]] == ["moved-link", "blocked-link"]


def test_annotations(root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]) -> None:
    """On GitHub each finding is an annotation of its line."""
    link_to(root, hosts.url("/moved/1"))
    follow(root, "github")
    assert capsys.readouterr().out.startswith(f"::warning file={PATH},line=11,col=17,")


def test_two_reports_are_the_same(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """The report depends on what was answered, and not on the order in which it was."""
    kinds = ["missing", "moved", "forbidden", "soft", "garbage", "hang-up", "inside"]
    link_to(root, *(hosts.url(f"/{kind}/1", f"{kind}.example") for kind in kinds))
    reports = set()
    for _ in range(3):
        follow(root, "json")
        reports.add(capsys.readouterr().out)
    assert len(reports) == 1


def test_a_run_goes_on_where_it_was_cut_off(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was found before an interruption is not asked for again on the same day."""
    link_to(root, *(hosts.url(f"/file/{number}") for number in range(1, 9)))
    taken: list[object] = []

    class Interrupted(Follower):
        def follow(self, urls, done):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
            def take(outcome) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
                done(outcome)
                taken.append(outcome)
                if len(taken) == 4:
                    raise KeyboardInterrupt

            return super().follow(urls, take)

    with pytest.raises(KeyboardInterrupt):
        links(root, "text", lambda _: Interrupted("", QUICK, is_here, resolve), fix=False)
    assert not (root / LEDGER).exists()
    before = len(hosts.asked)
    assert follow(root) == 0
    out, err = capsys.readouterr()
    # Links that other threads had in flight may be among them.
    went_on = re.fullmatch(r"Going on: (\d+) links followed earlier today\.\n", err)
    assert went_on is not None
    assert int(went_on[1]) >= 4
    assert out == "10 links followed: 10 alive.\n"
    assert len(hosts.asked) - before <= 7
    follow(root)
    assert "Going on" not in capsys.readouterr().err


def test_an_edit_made_meanwhile_is_kept(root: Path, hosts: Hosts) -> None:
    """Following takes long: `--fix` edits records as they are by then, not as they were read."""
    link_to(root, hosts.url("/moved/1"))

    class Edited(Follower):
        def follow(self, urls, done):  # type: ignore[no-untyped-def] # noqa: ANN001, ANN202
            text = (root / PATH).read_text("utf-8")
            (root / PATH).write_text(text.replace("# kept", "# edited, and kept"), "utf-8")
            return super().follow(urls, done)

    links(root, "text", lambda _: Edited("", QUICK, is_here, resolve), fix=True)
    text = records(root)[PATH]
    assert text.startswith("# edited, and kept")
    assert hosts.url("/well/1") in text


def test_nothing_is_noted_without_a_network(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where not one host answers, that is the fault of the network, and no link's."""
    link_to(root, *(hosts.url("/", f"nowhere{number}.example") for number in range(4)))
    nothing = Follower("", QUICK, is_here, lambda *_: [])
    with pytest.raises(AwesomeHeadsError, match="not one host answered"):
        links(root, "text", lambda _: nothing, fix=False)
    assert not (root / LEDGER).exists()
    assert not disk.Journal(root, "links").path.exists()
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "failing:\n  - {url: ftp://a, failed: [2026-01-01], because: x}\n",
            ":2:11: error[bad-url]",
        ),
        ("failing: [\n", ": error[yaml-syntax]"),
        ("<<<<<<< ours\n", ": error["),
    ],
)
def test_a_faulty_ledger_is_told(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str], text: str, told: str
) -> None:
    """A ledger that cannot be read stops the run before anyone is asked, and `check` tells it."""
    link_to(root, hosts.url("/well/1"))
    (root / "links").mkdir()
    (root / LEDGER).write_text(text, "utf-8")
    assert follow(root) == 1
    assert f"{LEDGER}" in (err := capsys.readouterr().err)
    assert told in err
    assert err.endswith("no link was followed\n")
    assert hosts.asked == []
    assert (root / LEDGER).read_text("utf-8") == text
    assert run(["check", "--root", str(root), str(root / "links")]) == 1
    assert told in capsys.readouterr().err


def test_a_ledger_is_no_record_and_not_foreign(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sound ledger is nothing that `check` or `build` complain of."""
    link_to(root, hosts.url("/missing/1"))
    follow(root)
    capsys.readouterr()
    assert run(["check", "--root", str(root)]) == 0
    assert LEDGER not in "".join(capsys.readouterr())
    assert run(["build", "--root", str(root)]) == 0


def test_a_list_that_cannot_be_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without settings nobody is asked; what is wrong with them is told."""
    (root / "list.yaml").write_text("name: [", "utf-8")
    assert follow(root) == 1
    assert capsys.readouterr().err.endswith("no link was followed\n")


def test_from_the_command_line(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """By default this machine is private; with --allow-private it is asked."""
    here = f"http://127.0.0.1:{hosts.port}"
    settings = (root / "list.yaml").read_text("utf-8")
    for name in ("ours.example", "a.example"):
        settings = settings.replace(f"http://{name}:{hosts.port}", here)
    (root / "list.yaml").write_text(settings, "utf-8")
    link_to(root, f"{here}/well/1")
    assert run(["links", "--root", str(root), "--pace", "0"]) == 1
    assert hosts.asked == []
    assert "2 links followed: 2 private." in capsys.readouterr().out
    assert run(["links", "--root", str(root), "--pace", "0", "--allow-private"]) == 0
    assert capsys.readouterr().out == "2 links followed: 2 alive.\n"


def test_no_bar_is_drawn_where_nobody_watches(
    root: Path, hosts: Hosts, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a terminal, standard error holds what was noted and no trace of progress."""
    link_to(root, hosts.url("/well/1"))
    follow(root)
    assert capsys.readouterr().err == ""

"""Links followed to made-up hosts on this machine, through every fault."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from threading import Event, Thread
from threading import enumerate as enumerate_threads

import pytest

from awesome_heads.links import Conduct, Outcome, State
from awesome_heads.web import Follower
from tests.hosts import Hosts, is_here, prepare, resolve, running_hosts
from tests.planted import BLOCKED, DOUBTFUL, FAILING, MOVED, PRIVATE, WELL

QUICK = Conduct(
    pace=0.0, back_off=0.01, longest_wait=1.0, timeout=10.0, deadline=20.0, attempts=2, redirects=5
)
# For hosts that never answer: others may need longer than this on a busy machine.
BRIEF = replace(QUICK, timeout=0.3, deadline=1.0)


@pytest.fixture
def hosts() -> Iterator[Hosts]:
    """The made-up hosts."""
    with running_hosts() as running:
        yield running


def follower(conduct: Conduct = QUICK) -> Follower:
    """What follows links there."""
    return Follower("https://code.example/list", conduct, may_ask=is_here, resolve=resolve)


def follow(urls: Sequence[str], conduct: Conduct = QUICK) -> dict[str, Outcome]:
    """What comes of links."""
    found: dict[str, Outcome] = {}
    follower(conduct).follow(urls, lambda each: found.update({each.url: each}))
    return found


def follow_one(url: str, conduct: Conduct = QUICK) -> Outcome:
    """What comes of a link."""
    return follow([url], conduct)[url]


@pytest.mark.parametrize("kind", WELL)
def test_a_link_that_is_well(hosts: Hosts, kind: str) -> None:
    """A page that is there in the end is alive, however its host gets round to it."""
    prepare()
    outcome = follow_one(hosts.url(f"/{kind}/1"))
    assert (outcome.state, outcome.because, outcome.doubt) == (State.ALIVE, "", "")


@pytest.mark.parametrize(("kind", "because"), FAILING.items())
def test_a_link_that_fails(hosts: Hosts, kind: str, because: str) -> None:
    """Whatever a host does instead of answering well fails, with the reason, and never raises."""
    conduct = BRIEF if kind in {"stall", "drip"} else QUICK
    outcome = follow_one(hosts.url(f"/{kind}/1"), conduct)
    assert (outcome.state, outcome.because) == (State.FAILING, because)


@pytest.mark.parametrize(("kind", "because"), BLOCKED.items())
def test_a_link_that_is_blocked(hosts: Hosts, kind: str, because: str) -> None:
    """A host that keeps programs out says nothing about the link."""
    outcome = follow_one(hosts.url(f"/{kind}/1"))
    assert (outcome.state, outcome.because) == (State.BLOCKED, because)


@pytest.mark.parametrize(("kind", "because"), PRIVATE.items())
def test_a_way_into_a_private_network(hosts: Hosts, kind: str, because: str) -> None:
    """A redirect into a private network is not followed, whatever names it."""
    outcome = follow_one(hosts.url(f"/{kind}/1"))
    assert (outcome.state, outcome.because) == (State.PRIVATE, because)


@pytest.mark.parametrize(("kind", "to"), MOVED.items())
def test_a_link_that_moved(hosts: Hosts, kind: str, to: str) -> None:
    """The new address is where the redirects for good lead; what leads on for today is kept."""
    outcome = follow_one(hosts.url(f"/{kind}/1"))
    assert (outcome.state, outcome.moved_to) == (State.MOVED, to.format(port=hosts.port))


def test_redirects_are_recorded(hosts: Hosts) -> None:
    """Each address on the way is told with its status, and so is where the way ends."""
    outcome = follow_one(hosts.url("/moved-far/1"))
    assert outcome.hops == (
        (308, hosts.url("/moved-far/1")),
        (301, hosts.url("/moved/1", "b.example")),
    )
    assert outcome.last == hosts.url("/well/1", "b.example")


@pytest.mark.parametrize(("kind", "doubt"), DOUBTFUL.items())
def test_a_link_in_doubt(hosts: Hosts, kind: str, doubt: str) -> None:
    """A page that seems to stand for a missing one is alive, with a note."""
    outcome = follow_one(hosts.url(f"/{kind}/1"))
    assert (outcome.state, outcome.doubt) == (State.ALIVE, doubt)


def test_a_file_is_not_fetched(hosts: Hosts) -> None:
    """What is no page is asked for by HEAD alone."""
    follow_one(hosts.url("/file/1"))
    assert hosts.paths() == ["HEAD /file/1"]


def test_of_a_page_the_beginning_is_asked_for(hosts: Hosts) -> None:
    """A page is looked at after HEAD, by GET with a range."""
    follow_one(hosts.url("/well/1"))
    assert hosts.paths() == ["HEAD /well/1", "GET /well/1"]
    assert hosts.asked[1].headers["range"] == f"bytes=0-{QUICK.largest - 1}"


def test_we_say_who_asks(hosts: Hosts) -> None:
    """Every request names the program and where to complain."""
    follow_one(hosts.url("/well/1"))
    agents = {each.headers["user-agent"] for each in hosts.asked}
    assert len(agents) == 1
    assert agents.pop().endswith("(+https://code.example/list)")


def test_cookies_do_not_outlive_their_link(hosts: Hosts) -> None:
    """A cookie given on the way along one link is not sent along another of the same host."""
    follow([hosts.url("/cookie/1"), hosts.url("/well/1")])
    assert all("cookie" not in each.headers for each in hosts.asked if "/well/" in each.path)


def test_a_name_that_does_not_exist(hosts: Hosts) -> None:
    """A host without an address fails, and is told as that."""
    outcome = follow_one(hosts.url("/well/1", "nowhere.example"))
    assert outcome.because == "leads to `nowhere.example`, which does not exist"


def test_a_host_that_is_down_is_not_asked_for_each_link(hosts: Hosts) -> None:
    """After a few refused connections the other links of a host fail without being asked."""
    tried = []

    def count(host: str, port: int) -> Sequence[str]:
        tried.append(host)
        return resolve(host, port)

    found: list[Outcome] = []
    urls = [hosts.url(f"/well/{number}", "closed.example") for number in range(20)]
    replace(follower(), resolve=count).follow(urls, found.append)
    assert {each.because for each in found} == {
        "leads to `closed.example`, which takes no connection"
    }
    assert len(found) == 20
    assert len(tried) == QUICK.deaf


def test_a_host_that_is_silent_is_not_waited_for_at_each_link(hosts: Hosts) -> None:
    """After some questions without an answer in time, the other links fail without being asked."""
    urls = [hosts.url(f"/stall/{number}") for number in range(20)]
    found = follow(urls, replace(BRIEF, mute=4))
    assert {each.because for each in found.values()} == {"does not answer in time"}
    assert len(found) == 20
    assert len(hosts.asked) == 4


def test_silence_is_forgiven_with_the_first_answer(hosts: Hosts) -> None:
    """Only questions in a row count: a host that answers in between is asked on."""
    urls = [hosts.url(f"/{kind}/1") for kind in ("stall", "file", "drip", "well")]
    found = follow(urls, replace(QUICK, mute=3, timeout=0.5, deadline=0.5, attempts=1))
    assert found[urls[1]].state is found[urls[3]].state is State.ALIVE


def test_a_host_that_wants_to_be_left_alone_is(hosts: Hosts) -> None:
    """After a wish for a long rest, no other link of the host is asked for; all are blocked."""
    found = follow([hosts.url("/shut/1"), hosts.url("/well/2"), hosts.url("/well/3")])
    assert {each.state for each in found.values()} == {State.BLOCKED}
    assert hosts.paths() == ["HEAD /shut/1"]


def test_nothing_private_is_connected_to(hosts: Hosts) -> None:
    """By default this very machine is not asked, though it would answer."""
    found: list[Outcome] = []
    ours = Follower("https://code.example/list", QUICK, resolve=resolve)
    ours.follow([hosts.url("/well/1"), f"http://127.0.0.1:{hosts.port}/well/1"], found.append)
    assert {each.state for each in found} == {State.PRIVATE}
    assert hosts.asked == []


def test_a_name_that_changes_its_mind_gains_nothing(hosts: Hosts) -> None:
    """Each connection goes to an address that was checked: a name is looked up once for each."""
    answers = iter([["127.0.0.1"], ["10.0.0.7"]])

    def rebinding(_host: str, _port: int) -> Sequence[str]:
        return next(answers)

    found: list[Outcome] = []
    replace(follower(), resolve=rebinding).follow([hosts.url("/well/1")], found.append)
    assert found[0].state is State.PRIVATE
    assert hosts.paths() == ["HEAD /well/1"]


def test_of_several_addresses_only_the_public_are_tried(hosts: Hosts) -> None:
    """A name with private addresses among its own is asked at the others."""
    found: list[Outcome] = []
    mixed = replace(follower(), resolve=lambda *_: ["10.0.0.7", "::1", "127.0.0.1"])
    mixed.follow([hosts.url("/file/1")], found.append)
    assert found[0].state is State.ALIVE


def test_a_host_has_its_rest(hosts: Hosts) -> None:
    """Requests reach a host no closer than the pace, though links of others lead there too."""
    pace = 0.03
    urls = [hosts.url(f"/well/{number}", "b.example") for number in range(6)]
    urls += [hosts.url(f"/moved-far/{number}", f"c{number}.example") for number in range(6)]
    follow(urls, replace(QUICK, pace=pace))
    times = [each.at for each in hosts.asked if each.host == "b.example"]
    assert len(times) == 30
    assert min(after - before for before, after in pairwise(times)) >= pace


def test_hosts_are_asked_side_by_side(hosts: Hosts) -> None:
    """A host that never answers does not keep others waiting."""
    found: list[Outcome] = []
    urls = [hosts.url("/stall/1", "slow.example"), hosts.url("/file/1", "fast.example")]
    follower(replace(QUICK, timeout=1.0, attempts=1)).follow(urls, found.append)
    assert [each.state for each in found] == [State.ALIVE, State.FAILING]


def test_stopping_ends_what_is_in_flight(hosts: Hosts) -> None:
    """When the taker of outcomes fails, following ends with its error and no more outcomes."""
    taken: list[Outcome] = []

    def take(outcome: Outcome) -> None:
        taken.append(outcome)
        raise KeyboardInterrupt

    patient = replace(QUICK, timeout=60.0, deadline=60.0)
    urls = [hosts.url("/stall/1", f"slow{number}.example") for number in range(4)]
    ended = Event()

    def run() -> None:
        with pytest.raises(KeyboardInterrupt):
            follower(patient).follow([*urls, hosts.url("/file/1")], take)
        ended.set()

    Thread(target=run, daemon=True).start()
    assert ended.wait(20)
    assert len(taken) == 1


def test_no_thread_is_left_behind(hosts: Hosts) -> None:
    """Once all links are followed, none of the threads that did so lives on."""
    follow([hosts.url(f"/{kind}/1", f"{kind}.example") for kind in ("well", "huge", "circle")])
    assert [each.name for each in enumerate_threads() if each.name.startswith("links")] == []


def test_whether_anything_answered(hosts: Hosts) -> None:
    """It is told whether any host answered, were it only that a page is missing."""
    assert follower().follow([hosts.url("/missing/1")], lambda _: None)
    assert not follower().follow([hosts.url("/", "nowhere.example")], lambda _: None)
    assert follower().follow([], lambda _: None)

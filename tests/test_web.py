"""The polite client against a real server on this machine."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from awesome_heads.providers import Request, Service
from awesome_heads.web import DAY, Cache, Kind, Manners, WebProblem
from tests.services import CONTACT, Fault, Services, http_date, running_services

ARXIV = Service("arXiv", "https://export.arxiv.org", 3.0)
CROSSREF = Service("Crossref", "https://api.crossref.org", 0.2)
ASKED = Request(CROSSREF, "/works/10.5555%2Fa", contact="mailto")
BODY = b'{"status": "ok"}'


@pytest.fixture
def services() -> Iterator[Services]:
    """A server that knows one work."""
    with running_services() as running:
        running.known["crossref", "10.5555/a"] = BODY
        yield running


def kind(answer: bytes | WebProblem) -> Kind:
    """What sort of problem an answer is."""
    assert isinstance(answer, WebProblem), answer
    return answer.kind


def test_it_says_who_asks(services: Services, tmp_path: Path) -> None:
    """The contact stands in the User-Agent, and in the query where the service wants it."""
    assert services.client(tmp_path).fetch(ASKED) == BODY
    question = services.asked[0]
    assert question.agent.startswith("awesome-heads/")
    assert CONTACT in question.agent
    assert question.query == {"mailto": [CONTACT]}


def test_each_service_keeps_its_pace(services: Services, tmp_path: Path) -> None:
    """Requests to arXiv start three seconds apart; another service is not held up by that."""
    client = services.client(tmp_path)
    for _ in range(3):
        client.fetch(Request(ARXIV, "/api/query"))
    client.fetch(ASKED)
    times = [question.at - services.asked[0].at for question in services.asked]
    assert times == pytest.approx([0, 3, 6, 6])


def test_a_clock_set_back_makes_nobody_wait(services: Services, tmp_path: Path) -> None:
    """However the clock jumps, no pause is longer than the pace."""
    client = services.client(tmp_path)
    client.fetch(Request(ARXIV, "/api/query"))
    services.clock.now -= 100_000
    client.fetch(Request(ARXIV, "/api/query"))
    assert services.clock.slept == [3.0]


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_passing_fault_is_waited_out(services: Services, tmp_path: Path, status: int) -> None:
    """Too many requests and faults of the server are tried again, later each time."""
    services.faults["crossref"] = [Fault(status), Fault(status)]
    assert services.client(tmp_path).fetch(ASKED) == BODY
    assert services.clock.slept == [2.0, 4.0]


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_obeyed(services: Services, tmp_path: Path, form: str) -> None:
    """The client waits as long as it is told, in seconds or until a date."""
    header = "17" if form == "seconds" else http_date(services.clock.now + 17)
    services.faults["crossref"] = [Fault(429, {"Retry-After": header})]
    assert services.client(tmp_path).fetch(ASKED) == BODY
    assert 17 <= services.clock.slept[0] < 18


@pytest.mark.parametrize("header", ["soon", "", "-5", "Wed, 99 Foo 2024"])
def test_nonsense_in_retry_after_is_ignored(
    services: Services, tmp_path: Path, header: str
) -> None:
    """A header that means nothing leaves the usual pause."""
    services.faults["crossref"] = [Fault(429, {"Retry-After": header})]
    assert services.client(tmp_path).fetch(ASKED) == BODY
    assert services.clock.slept == [2.0]


def test_a_service_that_wants_peace_has_it(services: Services, tmp_path: Path) -> None:
    """A wait too long to sit out ends the attempt, and nothing is asked until it is over."""
    services.faults["crossref"] = [Fault(503, {"Retry-After": "3600"})]
    client = services.client(tmp_path)
    answer = client.fetch(ASKED)
    assert answer == WebProblem(Kind.BUSY, "wants to be left alone for 3,600 s")
    assert kind(client.fetch(ASKED)) is Kind.BUSY
    assert len(services.asked) == 1
    services.clock.now += 3601
    assert client.fetch(ASKED) == BODY


def test_giving_up_is_a_value(services: Services, tmp_path: Path) -> None:
    """After three attempts the problem comes back, with what happened."""
    services.break_for_good("crossref", Fault(500))
    answer = services.client(tmp_path).fetch(ASKED)
    assert answer == WebProblem(Kind.BROKEN, "is out of order (status 500)")
    assert len(services.asked) == 3


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (403, Kind.REFUSED),
        (401, Kind.REFUSED),
        (404, Kind.MISSING),
        (410, Kind.MISSING),
        (400, Kind.REJECTED),
        (304, Kind.REJECTED),
    ],
)
def test_a_lasting_no_is_not_argued_with(
    services: Services, tmp_path: Path, status: int, expected: Kind
) -> None:
    """What will not change is asked once."""
    services.break_for_good("crossref", Fault(status))
    assert kind(services.client(tmp_path).fetch(ASKED)) is expected
    assert len(services.asked) == 1


def test_circles_end(services: Services, tmp_path: Path) -> None:
    """A redirect that leads back to itself is a problem, after a few rounds."""
    services.break_for_good("crossref", Fault(302, {"Location": "/crossref/works/again"}))
    answer = services.client(tmp_path).fetch(ASKED)
    assert answer == WebProblem(Kind.REJECTED, "sends us in circles")
    assert len(services.asked) == 6


def test_a_redirect_is_followed(services: Services, tmp_path: Path) -> None:
    """A work that moved is found where it is now."""
    location = "/crossref/works/10.5555%2Fa"
    services.faults["crossref"] = [Fault(301, {"Location": location})]
    assert services.client(tmp_path).fetch(ASKED) == BODY


def test_a_redirect_to_nowhere_is_a_problem(services: Services, tmp_path: Path) -> None:
    """An address that no web client understands is no reason to fall over."""
    services.break_for_good("crossref", Fault(302, {"Location": "ftp://[nowhere"}))
    assert isinstance(services.client(tmp_path).fetch(ASKED), WebProblem)


def test_a_huge_body_is_not_swallowed(services: Services, tmp_path: Path) -> None:
    """Reading stops at the limit."""
    services.faults["crossref"] = [Fault(body=b"x" * 300_000)]
    answer = services.client(tmp_path, manners=Manners(largest=100_000)).fetch(ASKED)
    assert answer == WebProblem(Kind.TOO_LARGE, "sent more than the 100,000 bytes we accept")


def test_half_an_answer_is_none(services: Services, tmp_path: Path) -> None:
    """A body that breaks off is asked for again, and then reported."""
    services.faults["crossref"] = [Fault(body=b"half", missing=50)]
    assert services.client(tmp_path).fetch(ASKED) == BODY
    services.break_for_good("crossref", Fault(body=b"half", missing=50))
    answer = services.client(tmp_path).fetch(ASKED)
    assert answer == WebProblem(Kind.BROKEN, "broke off in the middle of its answer")


def test_a_slow_service_is_left(services: Services, tmp_path: Path) -> None:
    """Who says nothing for as long as the limit is slow; after two papers nobody asks again."""
    services.break_for_good("crossref", Fault(stalls=True))
    client = services.client(tmp_path, manners=Manners(timeout=0.05, attempts=1))
    assert client.fetch(ASKED) == WebProblem(Kind.SLOW, "did not answer within 0.05 s")
    assert kind(client.fetch(ASKED)) is Kind.SLOW
    assert kind(client.fetch(ASKED)) is Kind.UNREACHABLE
    assert len(services.asked) == 2


def test_who_hangs_up_cannot_be_reached(services: Services, tmp_path: Path) -> None:
    """A connection closed without a word is tried again and then reported."""
    services.break_for_good("crossref", Fault(hangs_up=True))
    answer = services.client(tmp_path).fetch(ASKED)
    assert answer == WebProblem(Kind.UNREACHABLE, "cannot be reached")


def test_nobody_there(services: Services, tmp_path: Path) -> None:
    """A refused connection is a problem with words of its own."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    client = services.client(tmp_path)
    client.bases = {"Crossref": f"http://127.0.0.1:{port}"}
    assert client.fetch(ASKED) == WebProblem(Kind.UNREACHABLE, "cannot be reached")


def test_a_slow_trickle_meets_the_deadline(services: Services, tmp_path: Path) -> None:
    """However steadily it drips, an answer must be whole in time."""
    services.known["crossref", "10.5555/a"] = b"x" * 500_000
    client = services.client(tmp_path, manners=Manners(deadline=10))
    ticks = iter(range(0, 10_000, 6))
    client.clock = lambda: float(next(ticks))
    assert kind(client.fetch(ASKED)) is Kind.SLOW


def test_offline_asks_nobody(services: Services, tmp_path: Path) -> None:
    """Without the network only the cache answers, however old what it has."""
    services.client(tmp_path).keep(ASKED, BODY)
    services.clock.now += 1000 * DAY
    client = services.client(tmp_path, offline=True)
    assert client.kept(ASKED) == BODY
    assert kind(client.fetch(ASKED)) is Kind.OFFLINE
    assert services.asked == []


def test_the_cache_keeps_for_a_day(services: Services, tmp_path: Path) -> None:
    """What was kept is used for a day, and under whatever contact and address it is asked."""
    client = services.client(tmp_path)
    client.keep(ASKED, BODY)
    client.bases, client.contact = {}, "somebody else"
    services.clock.now += DAY - 1
    assert client.kept(ASKED) == BODY
    services.clock.now += 2
    assert client.kept(ASKED) is None


def test_a_damaged_cache_is_an_empty_one(tmp_path: Path) -> None:
    """Files that are cut, changed or no files at all count as missing."""
    cache = Cache(tmp_path / "cache")
    cache.put("a", BODY, 1.0)
    (path,) = (tmp_path / "cache").iterdir()
    for data in (b"", path.read_bytes()[:-1], path.read_bytes() + b"x", b"[]\n", b"\xff"):
        path.write_bytes(data)
        assert cache.get("a", 0) is None
    cache.put("a", b"new\nlines\n", 2.0)
    assert cache.get("a", 0) == b"new\nlines\n"
    assert cache.get("a", 3.0) is None


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """A file where the folder should be stops nobody."""
    blocked = tmp_path / "cache"
    blocked.write_text("")
    cache = Cache(blocked)
    cache.put("a", BODY, 1.0)
    assert cache.get("a", 0) is None

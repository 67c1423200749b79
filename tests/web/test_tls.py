"""Links by https: what is wrong with a certificate is named, and nothing unsafe is taken."""

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from awesome_heads.links import Conduct, Outcome, State
from awesome_heads.web import Follower
from tests.hosts import Hosts, is_here, resolve, running_hosts

# Keys and certificates made for these tests alone; the authority's own key was thrown away.
TLS = Path(__file__).parents[1] / "data" / "tls"
CONDUCT = Conduct(pace=0.0, back_off=0.01, timeout=5.0, deadline=10.0, attempts=2)


@contextmanager
def secured(certificate: str) -> Iterator[Hosts]:
    """The made-up hosts, with a certificate of these tests."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(TLS / f"{certificate}.pem")
    with running_hosts(context) as hosts:
        yield hosts


def follow(url: str) -> Outcome:
    """What comes of a link, where the made-up authority is the one that is trusted."""
    trusted = ssl.create_default_context(cafile=TLS / "authority.pem")
    found: list[Outcome] = []
    contact = "https://code.example/list"
    Follower(contact, CONDUCT, is_here, resolve, trusted).follow([url], found.append)
    return found[0]


def test_a_good_certificate() -> None:
    """A host with a certificate that is trusted, valid and its own is asked as any other."""
    with secured("good") as hosts:
        outcome = follow(hosts.url("/well/1", "secure.example", "https"))
    assert outcome == Outcome(outcome.url, State.ALIVE, last=outcome.url)
    assert hosts.paths() == ["HEAD /well/1", "GET /well/1"]


@pytest.mark.parametrize(
    ("certificate", "because"),
    [
        ("expired", "is not secure: its certificate has expired"),
        ("early", "is not secure: its certificate is not valid yet"),
        ("other", "is not secure: its certificate is for another name"),
        ("alone", "is not secure: its certificate is signed by itself alone"),
    ],
)
def test_a_bad_certificate(certificate: str, because: str) -> None:
    """A certificate that is not good fails the link, is named, and nothing is asked for."""
    with secured(certificate) as hosts:
        outcome = follow(hosts.url("/well/1", "secure.example", "https"))
    assert (outcome.state, outcome.because) == (State.FAILING, because)
    assert hosts.asked == []


def test_a_host_that_speaks_no_tls() -> None:
    """A host that answers https with something else fails, and is told as that."""
    with running_hosts() as hosts:
        outcome = follow(hosts.url("/well/1", "secure.example", "https"))
    assert outcome.state is State.FAILING
    assert outcome.because.startswith("cannot be opened securely (")


def test_an_unknown_authority() -> None:
    """By default, certificates of authorities that browsers do not know are refused."""
    found: list[Outcome] = []
    with secured("good") as hosts:
        url = hosts.url("/well/1", "secure.example", "https")
        Follower("", CONDUCT, is_here, resolve).follow([url], found.append)
    assert found[0].because == "is not secure: its certificate is signed by nobody who is known"


def test_a_drip_by_tls_is_cut_off() -> None:
    """A host that sends its header byte by byte is cut off in time, encrypted or not."""
    trusted = ssl.create_default_context(cafile=TLS / "authority.pem")
    brief = Conduct(pace=0.0, back_off=0.01, timeout=5.0, deadline=0.5, attempts=1)
    found: list[Outcome] = []
    with secured("good") as hosts:
        url = hosts.url("/drip/1", "secure.example", "https")
        Follower("", brief, is_here, resolve, trusted).follow([url], found.append)
    assert found[0].because == "does not answer in time"

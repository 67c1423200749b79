"""What is asked next along a link, and what comes of the answers."""

import pytest

from awesome_heads.links import Answer, Conduct, Fault, Outcome, Question, State, Trail

URL = "http://a.example/page"
HTML = Answer(200, kind="text/html")
CONDUCT = Conduct(attempts=3, redirects=3, longest_wait=60.0)


def walk(*answers: Answer, url: str = URL) -> tuple[list[Question], Trail]:
    """The questions that these answers meet, and the trail after them."""
    trail, asked = Trail.of(url, CONDUCT), []
    for answer in answers:
        asked.append(trail.question)
        trail = trail.after(answer)
    return asked, trail


def outcome(*answers: Answer, url: str = URL) -> Outcome:
    """What comes of a link by these answers."""
    _, trail = walk(*answers, url=url)
    assert trail.outcome is not None
    return trail.outcome


def redirect(to: str, status: int = 302) -> Answer:
    """An answer that sends on."""
    return Answer(status, to)


def titled(title: str) -> Answer:
    """A page with a title."""
    return Answer(200, kind="text/html", page=f"<TITLE lang=en>\n {title} </TITLE>")


def test_a_page_is_looked_at() -> None:
    """HEAD comes first; of a page, GET asks for the beginning."""
    asked, trail = walk(HTML, HTML)
    assert asked == [Question("HEAD", URL), Question("GET", URL)]
    assert trail.outcome == Outcome(URL, State.ALIVE, last=URL)


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        (URL, Answer(200, kind="application/pdf")),
        ("https://arxiv.org/abs/2404.15574", HTML),
        ("https://doi.org/10.1000/182", HTML),
    ],
)
def test_head_is_enough(url: str, answer: Answer) -> None:
    """Files, and pages of services that are honest about what they lack, need no GET."""
    assert outcome(answer, url=url).state is State.ALIVE


@pytest.mark.parametrize("status", [400, 403, 404, 405, 410, 501])
def test_head_is_not_believed(status: int) -> None:
    """What refuses HEAD is asked by GET, and that answer counts."""
    asked, trail = walk(Answer(status), HTML)
    assert [each.method for each in asked] == ["HEAD", "GET"]
    assert trail.outcome is not None
    assert trail.outcome.state is State.ALIVE


@pytest.mark.parametrize(
    "answer",
    [Answer(500), Answer(503), Answer(429), Answer(fault=Fault.SILENT, message="is silent")],
)
def test_what_may_pass_is_asked_again(answer: Answer) -> None:
    """Troubles that may pass get as many attempts as are allowed, by GET from the second on."""
    asked, trail = walk(answer, answer, answer)
    assert [each.method for each in asked] == ["HEAD", "GET", "GET"]
    assert trail.outcome is not None
    assert trail.outcome.state in {State.FAILING, State.BLOCKED}


@pytest.mark.parametrize("fault", [Fault.TLS, Fault.PRIVATE])
def test_what_cannot_pass_is_not_asked_again(fault: Fault) -> None:
    """A bad certificate and a private address stay what they are."""
    _, trail = walk(Answer(fault=fault, message="is no good"))
    assert trail.outcome is not None
    assert trail.outcome.because == "is no good"


@pytest.mark.parametrize(("status", "state"), [(429, State.BLOCKED), (503, State.FAILING)])
def test_a_long_rest_ends_the_way(status: int, state: State) -> None:
    """Nobody waits for longer than is allowed, and the host is not asked once more."""
    _, trail = walk(Answer(status, wait=61.0))
    assert trail.outcome is not None
    assert trail.outcome.state is state


def test_attempts_begin_anew_after_a_redirect() -> None:
    """Each address on the way has attempts of its own."""
    answers = [Answer(500), redirect("http://b.example/x"), Answer(500), Answer(500)]
    _, trail = walk(*answers)
    assert trail.outcome is None


def test_a_fragment_is_not_asked_for() -> None:
    """The fragment of a redirect's address stays here."""
    asked, _ = walk(redirect("http://b.example/x#part"), HTML)
    assert asked[1].url == "http://b.example/x"


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ([301], "http://b.example/1"),
        ([308, 301], "http://b.example/2"),
        ([301, 302], "http://b.example/1"),
        ([302, 301], ""),
        ([302], ""),
        ([307, 303], ""),
    ],
)
def test_moved_for_good(statuses: list[int], moved: str) -> None:
    """A link has moved as far as redirects for good lead without a break."""
    hops = [
        redirect(f"http://b.example/{place}", status)
        for place, status in enumerate(statuses, start=1)
    ]
    found = outcome(*hops, HTML, HTML)
    assert found.moved_to == moved
    assert found.state is (State.MOVED if moved else State.ALIVE)


@pytest.mark.parametrize(
    ("url", "to"),
    [
        ("https://doi.org/10.1000/182", "https://journal.example/182"),
        ("https://arxiv.org/abs/2404.15574", "https://www.arxiv.org/abs/2404.15574v2"),
        ("http://github.com/a/b", "https://github.com/a/b"),
        ("http://a.example/b", "http://a.example/b/"),
        ("http://a.example/b/", "http://a.example/b"),
    ],
)
def test_not_moved(url: str, to: str) -> None:
    """A DOI stays what is cited; another spelling that other rules settle is no new address."""
    assert outcome(redirect(to, 301), HTML, HTML, url=url).moved_to == ""


@pytest.mark.parametrize(
    "title",
    ["404", "Error 404 (Not Found)!!1", "Page not found", "This page could not be found",
     "The repository does not exist", "Not Found", "Account suspended", "This domain is for sale"],
)  # fmt: skip
def test_titles_that_raise_doubt(title: str) -> None:
    """A title that says that something is missing is noted."""
    assert outcome(HTML, titled(title)).doubt.startswith("its title is `")


@pytest.mark.parametrize(
    "title",
    ["Lost in the Middle: Not Found by Heads", "Room 4041", "Finding What Is Missing",
     "Retrieval heads exist", ""],
)  # fmt: skip
def test_titles_that_do_not(title: str) -> None:
    """Papers about losing and finding are no missing pages."""
    assert outcome(HTML, titled(title)).doubt == ""


@pytest.mark.parametrize(
    ("url", "last", "doubt"),
    [
        (URL, "http://a.example/", "it leads to the front page of `a.example`"),
        (URL, "http://b.example/index.html", "it leads to the front page of `b.example`"),
        (URL, "http://a.example/404.html", "it leads to `/404.html`"),
        (URL, "http://a.example/errors/not-found", "it leads to `/errors/not-found`"),
        ("http://a.example/", "http://b.example/", ""),
        (URL, "http://a.example/?p=12", ""),
        (URL, "http://a.example/page/404-heads", ""),
    ],
)
def test_ways_that_raise_doubt(url: str, last: str, doubt: str) -> None:
    """A way that ends at a front page or an error page is noted, and is not called a move."""
    found = outcome(redirect(last, 301), HTML, HTML, url=url)
    assert found.doubt == doubt
    assert not (doubt and found.moved_to)


@pytest.mark.parametrize("title", ["Just a moment...", "Attention Required! | A CDN", "DDoS-Guard"])
def test_challenges(title: str) -> None:
    """A page that tests its reader blocks."""
    assert outcome(HTML, titled(title)).state is State.BLOCKED


@pytest.mark.parametrize("status", [401, 403, 407, 429, 451, 999])
def test_refusals(status: int) -> None:
    """What may well let a person in is blocked, not failing."""
    answer = Answer(status)
    _, trail = walk(*[answer] * (3 if status == 429 else 2))
    assert trail.outcome is not None
    assert trail.outcome.state is State.BLOCKED


def test_signing_in() -> None:
    """A way that ends where people sign in is blocked; a link to such a page is not."""
    there = "https://accounts.google.com/v3/signin"
    assert outcome(redirect(there), HTML, HTML).state is State.BLOCKED
    assert outcome(HTML, HTML, url="http://a.example/login").state is State.ALIVE

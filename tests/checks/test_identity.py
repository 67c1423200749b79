"""Rules that find one paper in two records."""

import pytest

from awesome_heads.checks import Rule, identity
from awesome_heads.checks.similarity import alike, comparable_title
from tests.checks.one_rule import findings, marked, record

TITLE = "Lantern Heads Carry Rare Dates Across Long Tables"


def linked(*addresses: str, published: str = "") -> str:
    """A record with these addresses, and perhaps a published version."""
    extra = [f"published: {{venue: Lakeside, date: 2024, {published}}}"] if published else []
    return record(links=[f"paper: [{', '.join(addresses)}]"], extra=extra)


def titled(title: str, *extra: str, paper: str = "1") -> str:
    """A record with this title, of a paper of its own."""
    return record(title=title, links=[f"paper: https://example.org/{paper}"], extra=extra)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://arxiv.org/abs/2401.00000v1", "https://arxiv.org/pdf/2401.00000v3.pdf"),
        ("https://arxiv.org/abs/2401.00000", "https://doi.org/10.48550/arXiv.2401.00000"),
        ("https://arxiv.org/abs/cs/0001000", "http://export.arxiv.org/abs/CS/0001000v2"),
        ("https://doi.org/10.1234/AbC.5", "https://dx.doi.org/10.1234/abc.5"),
        ("https://doi.org/10.1145/1.2", "https://dl.acm.org/doi/pdf/10.1145/1.2"),
        ("https://openreview.net/forum?id=aB1", "https://openreview.net/pdf?noteId=x&id=aB1"),
        (
            "https://aclanthology.org/2024.lake-long.1/",
            "https://aclanthology.org/2024.lake-long.1.pdf",
        ),
        ("https://aclanthology.org/P00-1000", "https://doi.org/10.18653/v1/p00-1000"),
        (
            "https://aclanthology.org/2024.lake-long.1",
            "https://doi.org/10.18653/v1/2024.lake-long.1",
        ),
        ("https://example.org/a-post", "http://www.example.org/a-post/?utm_source=mail"),
    ],
)
def test_same_paper(first: str, second: str) -> None:
    """Two addresses of one paper are found, whichever service and version they name."""
    records = linked("https://example.org/1", first), linked("https://example.org/2", second)
    assert marked(identity.same_paper, *records) == [first, second]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://arxiv.org/abs/2401.00000", "https://arxiv.org/abs/2401.00001"),
        ("https://openreview.net/forum?id=aB1", "https://openreview.net/forum?id=ab1"),
        ("https://aclanthology.org/2024.lake-long.1", "https://aclanthology.org/2024.lake-long.11"),
        ("https://example.org/post?id=1", "https://example.org/post?id=2"),
        ("https://example.org/post#one", "https://example.org/post#two"),
        ("https://arxiv.org/list/cs.CL/recent", "https://arxiv.org/list/cs.LG/recent"),
    ],
)
def test_other_paper(first: str, second: str) -> None:
    """Addresses of two papers are left alone, however alike."""
    assert marked(identity.same_paper, linked(first), linked(second)) == []


def test_published_version() -> None:
    """A record's published version is its paper too, by address and by DOI."""
    first = linked("https://example.org/1", published="doi: 10.18653/v1/2024.lake-long.1")
    second = linked(
        "https://example.org/2", published="url: 'https://aclanthology.org/2024.lake-long.1/'"
    )
    assert marked(identity.same_paper, first, second) == [
        "10.18653/v1/2024.lake-long.1",
        "'https://aclanthology.org/2024.lake-long.1/'",
    ]


def test_shared_volume() -> None:
    """Two papers may have been published on one page without any identifier."""
    volume = "url: 'https://example.org/proceedings'"
    records = [linked(f"https://example.org/{each}", published=volume) for each in "ab"]
    assert marked(identity.same_paper, *records) == []


def test_shared_code_is_no_identity() -> None:
    """Links of other kinds than `paper` say nothing about identity."""
    code = "code: https://arxiv.org/abs/2401.00000"
    records = [record(links=[f"paper: https://example.org/{each}", code]) for each in "ab"]
    assert marked(identity.same_paper, *records) == []


def test_same_paper_names_file_and_identifier() -> None:
    """The finding says what is shared with which file, once a pair, and how the other id stays."""
    twice = "https://arxiv.org/abs/2401.00000", "https://doi.org/10.1234/5"
    found = findings(identity.same_paper, linked(*twice), linked(*twice))
    assert [each.message for each in found] == [
        "arXiv:2401.00000 is the paper of papers/2024/paper-2.yaml too",
        "arXiv:2401.00000 is the paper of papers/2024/paper-1.yaml too",
    ]
    assert "`former_ids: [paper-2]`" in found[0].hint


@pytest.mark.parametrize(
    ("title", "same"),
    [
        ("LANTERN heads carry rare dates across long tables", True),
        ("Lantern-Heads Carry \u201cRare\u201d Dates: Across Long Tables?", True),
        ("Lant\u00e9rn Heads\u00a0Carry Rare Dates Across Long Tables", True),
        ("\uff2cantern Heads Carry Rare Dates Across Long Tables", True),
        ("LanternHeads Carry Rare Dates Across Long Tables", True),
        ("Lantern Heads Carry Rare Dates Across Long Table", False),
        ("Lantern Heads", False),
        ("!?", False),
    ],
)
def test_same_title(title: str, *, same: bool) -> None:
    """Titles are the same where letters and digits are, in their order."""
    assert bool(findings(identity.same_title, titled(TITLE), titled(title, paper="2"))) is same


@pytest.mark.parametrize(
    "extra",
    [
        f"former_titles: [{TITLE}]",
        f"published: {{venue: Lakeside, date: 2024, title: {TITLE}}}",
    ],
)
def test_other_titles_of_a_paper(extra: str) -> None:
    """An earlier title, and the one of the published version, are compared as well."""
    other = titled("Beacons", extra, paper="2")
    assert marked(identity.same_title, titled(TITLE), other) == [f"'{TITLE}'", TITLE]


def test_one_record_may_repeat_itself() -> None:
    """Titles and addresses of one record are never compared with each other."""
    extra = (
        f"published: {{venue: Lakeside, date: 2024, title: {TITLE}, url: 'https://example.org/1'}}"
    )
    for rule in identity.RULES:
        assert findings(rule, titled(TITLE, extra)) == []


def test_titles_without_letters() -> None:
    """Titles of signs alone are the same only where they are equal."""
    assert findings(identity.same_title, titled("!"), titled("?", paper="2")) == []
    assert findings(identity.same_title, titled("!"), titled("!", paper="2")) != []


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        (TITLE, "Lantern Heads Carry Rare Dates Acros Long Tables", True),
        (TITLE, "aLntern Heads Carry Rare Dates Across Long Tables", True),
        (TITLE, "Lantern Head Carries Rare Dates Across Long Tables", True),
        (TITLE, "Rare Lantern Heads Carry Dates Across Long Tables", True),
        (TITLE, f"{TITLE}: A Closer Look at Many Small Models", True),
        (TITLE, f"{TITLE} - A Closer Look at Many Small Models", True),
        (f"Do Heads Copy? {TITLE}", f"Do Heads Copy? {TITLE}: A Closer Look at Models", True),
        (TITLE, "Lantern Heads Carry Rare Dates Acros Long Tables: A Closer Look", True),
        ("Copy Heads", "Copy Head", True),
        (
            "\u6ce8\u610f\u529b\u5934\u7684\u529f\u80fd\u4e0e\u673a\u5236\u5206\u6790\u7814\u7a76",
            "\u6ce8\u610f\u529b\u5934\u7684\u529f\u80fd\u548c\u673a\u5236\u5206\u6790\u7814\u7a76",
            True,
        ),
        (TITLE, "Compass Heads Carry Rare Clauses Across Long Sentences", False),
        (f"{TITLE}, Part 1", f"{TITLE}, Part 2", False),
        (f"{TITLE} II", f"{TITLE} III", False),
        ("Lantern Heads: A Closer Look", "Lantern Heads: What They Carry", False),
        ("Lantern Heads", "Lantern Heads: What They Carry", False),
        ("What Lantern Heads Carry: Dates", "What Lantern Heads Carry: Sentences", False),
        (TITLE, TITLE.upper(), False),
    ],
)
def test_similar_title(first: str, second: str, *, alike: bool) -> None:
    """Typing errors, another order and a subtitle are seen through; other numbers and words not."""
    found = findings(identity.similar_title, titled(first), titled(second, paper="2"))
    assert [each.location.path for each in found] == [
        f"papers/2024/paper-{number}.yaml" for number in ((1, 2) if alike else ())
    ]


def test_one_paper_is_reported_once() -> None:
    """Where two records share an address, their titles are not held against them as well."""
    records = titled(TITLE), titled(TITLE.upper()), titled(f"{TITLE}s")
    assert findings(identity.same_title, *records) == []
    assert findings(identity.similar_title, *records) == []


@pytest.mark.parametrize("rule", [identity.same_title, identity.similar_title])
def test_ignoring_in_one_record_is_enough(rule: Rule) -> None:
    """Two papers that one record calls different are different for the other one too."""
    ignoring = titled(TITLE, f"ignore: {{{rule.name}: Another paper.}}")
    other = titled(f"{TITLE}s" if rule is identity.similar_title else TITLE, paper="2")
    paths = [each.location.path for each in findings(rule, ignoring, other)]
    assert paths == ["papers/2024/paper-1.yaml"]


def test_planted_twins_are_found_among_many() -> None:
    """Among five hundred titles of the same few words, a changed copy of each is found."""
    first = ("lantern", "compass", "harbour", "anchor", "signal", "mirror", "current", "beacon")
    many = [
        f"How {a} heads {number:o}th {b} follow one {c} through layer tables"
        for number, (a, b, c) in enumerate((a, b, c) for a in first for b in first for c in first)
    ]
    titles = [comparable_title(place, ("title",), text) for place, text in enumerate(many)]
    for change in (
        lambda text: text.replace("follow", "folow"),
        lambda text: text.replace("layer tables", "tables layer"),
        lambda text: f"{text}: Ten Years After",
    ):
        planted = [
            comparable_title(len(many) + place, ("title",), change(text))
            for place, text in enumerate(many)
        ]
        pairs = {(one.owner, other.owner) for one, other in alike([*titles, *planted])}
        assert {(place, len(many) + place) for place in range(len(many))} <= pairs


def test_a_paper_in_two_records_on_purpose() -> None:
    """Where one record ignores the rule, nothing is said of the other."""
    address = "paper: https://arxiv.org/abs/2401.00000"
    first, second = (
        record(links=[address], extra=extra) for extra in ((), ("ignore: {same-paper: Parts.}",))
    )
    (found,) = findings(identity.same_paper, first, second)
    assert found.location.path == "papers/2024/paper-2.yaml"

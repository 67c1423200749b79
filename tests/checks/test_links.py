"""Rules about addresses."""

import pytest

from awesome_heads.checks import Rule, links
from tests.checks.one_rule import findings, marked, mended, record

REWRITING = (
    links.url_tracking,
    links.arxiv_host,
    links.arxiv_pdf,
    links.arxiv_version,
    links.url_not_https,
)


@pytest.mark.parametrize(
    ("rule", "url", "expected"),
    [
        (links.url_credentials, "https://reader:secret@example.org/a@b", ["reader:secret@"]),
        (links.url_credentials, "https://reader@example.org/", ["reader@"]),
        (links.url_credentials, "https://example.org/@reader?to=a@example.org", []),
        (links.url_private_host, "http://localhost:8000/", ["localhost"]),
        (links.url_private_host, "http://a@LOCALHOST/localhost", ["LOCALHOST"]),
        (links.url_private_host, "http://reader@wiki@WIKI/", ["WIKI"]),
        (links.url_private_host, "https://127.0.0.1/", ["127.0.0.1"]),
        (links.url_private_host, "https://127.1/", ["127.1"]),
        (links.url_private_host, "https://2130706433/", ["2130706433"]),
        (links.url_private_host, "https://10.1.2.3/", ["10.1.2.3"]),
        (links.url_private_host, "https://172.16.0.1/", ["172.16.0.1"]),
        (links.url_private_host, "https://169.254.169.254/", ["169.254.169.254"]),
        (links.url_private_host, "https://[::1]/", ["::1"]),
        (links.url_private_host, "https://[fd00::7]/", ["fd00::7"]),
        (links.url_private_host, "https://printer.local/", ["printer.local"]),
        (links.url_private_host, "https://wiki.corp.internal./", ["wiki.corp.internal."]),
        (links.url_private_host, "https://wiki/", ["wiki"]),
        (links.url_private_host, "https://local.example.org/internal", []),
        (links.url_private_host, "https://8.8.8.8/", []),
        (links.url_private_host, "https://internal.ai/", []),
        (links.url_tracking, "https://example.org/?utm_source=a&b=1", ["utm_source=a&"]),
        (links.url_tracking, "https://example.org/a?b=1&fbclid=2#c", ["&fbclid=2"]),
        (links.url_tracking, "https://openreview.net/forum?id=X&noteId=Y", ["&noteId=Y"]),
        (links.url_tracking, "https://example.org/a?noteId=7&referrer=me", []),
        (links.url_tracking, "https://example.org/utm_source=a?q=fbclid", []),
        (links.arxiv_host, "https://www.arxiv.org/abs/2401.00000", ["www."]),
        (links.arxiv_host, "https://export.arxiv.org/abs/2401.00000", ["export."]),
        (links.arxiv_host, "https://arxiv.org/abs/2401.00000", []),
        (links.arxiv_host, "https://ar5iv.labs.arxiv.org/html/2401.00000", []),
        (links.arxiv_host, "https://export.arxiv.org/api/query?id_list=2401.00000", []),
        (links.arxiv_pdf, "https://arxiv.org/pdf/2401.00000", ["pdf"]),
        (links.arxiv_pdf, "https://arxiv.org/html/2401.00000v1", ["html"]),
        (links.arxiv_pdf, "https://openreview.net/pdf?id=X", ["pdf"]),
        (links.arxiv_pdf, "https://aclanthology.org/2024.lake-long.1.pdf", [".pdf"]),
        (links.arxiv_pdf, "https://arxiv.org/abs/2401.00000", []),
        (links.arxiv_pdf, "https://openreview.net/pdf/0a1b2c.pdf", []),
        (links.arxiv_pdf, "https://aclanthology.org/2024.lake-long.1", []),
        (links.arxiv_pdf, "https://example.org/pdf/paper.pdf", []),
        (links.arxiv_version, "https://arxiv.org/abs/2402.13055v1", ["v1"]),
        (links.arxiv_version, "https://arxiv.org/pdf/2402.13055v12.pdf", ["v12"]),
        (links.arxiv_version, "https://arxiv.org/abs/cs/0001001v3", ["v3"]),
        (links.arxiv_version, "https://arxiv.org/abs/2402.13055", []),
        (links.arxiv_version, "https://example.org/abs/2402.13055v1", []),
        (links.url_not_https, "http://arxiv.org/abs/2401.00000", ["http"]),
        (links.url_not_https, "http://example.github.io/heads/", ["http"]),
        (links.url_not_https, "http://www.aclanthology.org/events", ["http"]),
        (links.url_not_https, "http://example.org/arxiv.org", []),
        (links.url_not_https, "http://notgithub.com/", []),
        (links.url_not_https, "https://github.com/http://", []),
    ],
)
def test_addresses(rule: Rule, url: str, expected: list[str]) -> None:
    """A rule points at the characters that are wrong, in a lone address and in a list."""
    assert marked(rule, record(links=[f"paper: '{url}'"])) == expected
    text = record(links=["paper:", "  - https://example.org/heads", f"  - '{url}'  # the second"])
    assert marked(rule, text) == expected


@pytest.mark.parametrize(
    "url",
    [
        "https://arxiv.org/abs/2401.00000",
        "https://doi.org/10.1000/heads.1?x=utm",
        "https://openreview.net/forum?id=Made0up1",
        "https://openreview.net/attachment?id=Made0up1&name=pdf",
        "https://aclanthology.org/2024.lake-long.1/",
        "https://aclanthology.org/W99-0001",
        "https://proceedings.mlr.press/v1/example99a.html",
        "https://www.lesswrong.com/posts/heads#comments",
        "https://example.org/a?b=%20+&&c=;d#e?utm_source=f",
        "https://example.org/a?",
        "https://arxiv.org/abs/2401.00000#",
        "HTTPS://GitHub.com/a/b/blob/main/paper.pdf",
        "http://github.com:8080/a/b/blob/main/paper.pdf",
        "http://example.org/a%2Fb/",
        "https://en.wikipedia.org/wiki/Head_(biology)",
    ],
)
def test_ordinary_addresses(url: str) -> None:
    """No rule finds anything in an address of the usual kind."""
    text = record(links=[f"paper: {url}"])
    assert [rule.name for rule in links.RULES if findings(rule, text)] == []


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "http://www.arxiv.org/pdf/2402.13055v2.pdf?utm_source=a",
            "https://arxiv.org/abs/2402.13055",
        ),
        ("https://EXPORT.arxiv.org/html/2402.13055v2/#S3", "https://arxiv.org/abs/2402.13055#S3"),
        (
            "http://openreview.net/pdf?id=X&referrer=%5BHome%5D(/)",
            "https://openreview.net/forum?id=X",
        ),
        ("http://aclanthology.org/P99-0001.pdf", "https://aclanthology.org/P99-0001/"),
        ("https://example.org/a?gclid=1&b=%20&utm_medium=c", "https://example.org/a?b=%20"),
        ("http://a:b@www.github.com:80/heads", "https://a:b@www.github.com/heads"),
    ],
)
def test_addresses_are_mended(url: str, expected: str) -> None:
    """Edits of several rules lead to one address, which none of them would change."""
    text = record(links=[f"paper: {url}  # as found"])
    assert mended(REWRITING, text) == text.replace(url, expected)


@pytest.mark.parametrize(
    "line", ["published: {{venue: A, date: 2024, url: '{}'}}", "abstract_url: {}"]
)
def test_addresses_outside_of_links(line: str) -> None:
    """Every address of a record is looked at, but a published version may be a file."""
    text = record(extra=[line.format("http://www.arxiv.org/pdf/2402.13055v2?utm_id=1")])
    found = [rule.name for rule in REWRITING if findings(rule, text)]
    assert found == ["url-tracking", "arxiv-host", "arxiv-version", "url-not-https"]


def test_a_password_is_not_repeated() -> None:
    """A password in an address is not copied into the report."""
    (found,) = findings(links.url_credentials, record(links=["paper: https://a:hush@example.org/"]))
    assert "hush" not in found.message + found.hint


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("code: https://github.com/a/b", "project: http://www.github.com/A/B.git", True),
        ("code: https://github.com/a/b", "data: https://github.com/a/b/", True),
        ("paper: https://example.org/a", "code: https://example.org/a?utm_source=b", True),
        ("paper: https://example.org/a", "project: https://example.org/a", True),
        ("code: [https://github.com/a/b, https://github.com/a/b]", "project: https://a.org", True),
        ("paper: https://example.org/a", "blog: https://example.org/a", False),
        ("code: https://github.com/a/b", "data: https://github.com/a/b/tree/main/data", False),
        ("code: https://github.com/a/b", "project: https://a.github.io/b", False),
        ("project: https://example.org/a#code", "demo: https://example.org/a#try", False),
        ("project: https://example.org/A", "demo: https://example.org/a", False),
    ],
)
def test_repeated_link(first: str, second: str, *, wrong: bool) -> None:
    """Two labels for one address are reported, however the address is written."""
    lines = [first, second]
    if not first.startswith("paper"):
        lines.append("paper: https://arxiv.org/abs/2401.00000")
    assert len(findings(links.repeated_link, record(links=lines))) == int(wrong)


@pytest.mark.parametrize(
    ("kind", "url", "wrong"),
    [
        ("paper", "https://github.com/a/b", True),
        ("paper", "https://gitlab.com/a/b/-/tree/main", True),
        ("paper", "https://youtu.be/a", True),
        ("code", "https://arxiv.org/abs/2401.00001", True),
        ("code", "https://openreview.net/forum?id=X", True),
        ("project", "https://aclanthology.org/P99-0001/", True),
        ("slides", "https://www.youtube.com/watch?v=a", True),
        ("code", "https://huggingface.co/datasets/a/b", True),
        ("paper", "https://github.com/a/b/blob/main/paper.pdf", False),
        ("paper", "https://github.com/a", False),
        ("paper", "https://huggingface.co/papers/2401.00000", False),
        ("paper", "https://doi.org/10.1000/a", False),
        ("code", "https://doi.org/10.5281/zenodo.1", False),
        ("code", "https://huggingface.co/a/b", False),
        ("code", "https://openreview.net/attachment?id=X&name=code", False),
        ("data", "https://github.com/a/b/tree/main/data", False),
        ("project", "https://github.com/a/b", False),
        ("video", "https://www.youtube.com/watch?v=a", False),
        ("video", "https://aclanthology.org/P99-0001.mp4", False),
    ],
)
def test_link_kind(kind: str, url: str, *, wrong: bool) -> None:
    """A kind is reported where what stands at the address is surely something else."""
    lines = [f"{kind}: {url}"]
    if kind != "paper":
        lines.append("paper: https://arxiv.org/abs/2401.00000")
    assert marked(links.link_kind, record(links=lines)) == ([url] if wrong else [])


def test_shared_code() -> None:
    """Every record after the first that links to some code is reported, and names the first."""
    paper = "paper: https://arxiv.org/abs/2401.0000"
    texts = [
        record(links=[f"{paper}0", "code: https://github.com/a/b"]),
        record(links=[f"{paper}1", "code: https://github.com/a/c"]),
        record(links=[f"{paper}2", "code: [https://github.com/A/b/, https://github.com/a/d]"]),
    ]
    (found,) = findings(links.shared_code, *texts)
    assert found.location.path == "papers/2024/paper-3.yaml"
    assert "papers/2024/paper-1.yaml" in found.message

"""Whether addresses lead where they say, in the form in which the list keeps them."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from awesome_heads import identifiers
from awesome_heads.checks.addresses import addresses_of, all_addresses
from awesome_heads.checks.case import Case, difference, finding, within
from awesome_heads.checks.rule import rule
from awesome_heads.diagnostics import Finding, Severity
from awesome_heads.identifiers import address_key, is_public_host, parse_url

# What is found where, and the kinds of link that fit it.
_PLACES = (
    ("a video", ("video",), r"(m\.)?(youtube\.com|youtu\.be|vimeo\.com|bilibili\.com)/.*"),
    (
        "a repository",
        ("code", "data", "demo", "project", "slides", "poster", "blog"),
        r"(github\.com|gitlab\.com|bitbucket\.org)/[^/]+/[^/]+(/|/(-/)?tree/.*)?",
    ),
    ("a data set", ("data", "project"), r"huggingface\.co/datasets/.*"),
    ("a set of slides", ("slides", "poster"), r"docs\.google\.com/presentation/.*"),
)


@rule(blocking=True)
def bad_url(case: Case) -> Iterator[Finding]:
    """An address is not one of the web, or lacks its host.

    Why: Nothing but `http` and `https` can be opened from a page, and is safe to link.
    Example: `paper: arxiv.org/abs/2404.15574`, or `code: git@github.com:a/b`.
    Fix: Write the whole address, such as `https://arxiv.org/abs/2404.15574`.
    """
    return case.reported_as("bad-url")


@rule()
def url_credentials(case: Case) -> Iterator[Finding]:
    """An address carries a user's name or password.

    Why: The list is public, so the password is too.
    Example: `https://reader:secret@example.org/paper.pdf`.
    Fix: Delete everything between `//` and `@`, and change the password.
    """
    for source, _, loc, url in all_addresses(case):
        user = urlsplit(url).netloc.rpartition("@")[:2]
        if user[1]:
            start = url.index("//") + len("//")
            place = within(source, loc, url, (start, start + len("".join(user))))
            hint = "delete it up to the `@`, and change the password: it was made public"
            yield Finding(place, "the address carries a user's name or password", hint)


@rule()
def url_private_host(case: Case) -> Iterator[Finding]:
    """An address leads to a machine that readers cannot reach.

    Why: It works on one desk only, or leads everyone into their own network.
    Example: `http://localhost:8000/`, `http://192.168.0.7/`, `https://wiki.internal/`.
    Fix: Write the public address, or delete the link.
    """
    for source, _, loc, url in all_addresses(case):
        parts = urlsplit(url)
        host = parts.hostname or ""
        if not is_public_host(host):
            after_user = url.index("//") + parts.netloc.rfind("@") + 1
            found = re.compile(re.escape(host), re.IGNORECASE).search(url, after_user)
            place = within(source, loc, url, found.span() if found else (0, len(url)))
            message = f"`{host}` cannot be reached from the internet"
            yield Finding(place, message, "write the public address, or delete the link")


@rule(Severity.WARNING, fixable=True)
def url_tracking(case: Case) -> Iterator[Finding]:
    """An address carries parameters that tell its host where the reader came from.

    Why: They say nothing about the paper, and one paper seems to have several addresses.
    Example: `https://openreview.net/forum?id=Xx1&referrer=...`, or `?utm_source=...`.
    Fix: Delete the parameter; `--fix` does it.
    """
    return _rewritten(case, identifiers.without_tracking, "the address carries `{}`, for tracking")


@rule(Severity.WARNING, fixable=True)
def arxiv_host(case: Case) -> Iterator[Finding]:
    """A paper on arXiv is linked by another host than `arxiv.org`.

    Why: One paper should have one address, so that it is found twice when it is listed twice.
    Example: `https://www.arxiv.org/abs/2404.15574`.
    Fix: Write `https://arxiv.org/abs/2404.15574`; `--fix` does it.
    """
    return _rewritten(case, identifiers.with_main_host, "arXiv's address has no `{}`")


@rule(Severity.WARNING, fixable=True)
def arxiv_pdf(case: Case) -> Iterator[Finding]:
    """A link leads to the file of a paper instead of its page.

    Why: The page on arXiv, OpenReview or in the ACL Anthology loads fast, shows the abstract and
    the versions, and offers the file. In `published` a file is allowed.
    Example: `https://arxiv.org/pdf/2404.15574`.
    Fix: Write `https://arxiv.org/abs/2404.15574`; `--fix` does it.
    """
    return _rewritten(
        case, identifiers.landing_page, "the address is of a file, not of its page", only="links"
    )


@rule(Severity.WARNING, fixable=True)
def arxiv_version(case: Case) -> Iterator[Finding]:
    """A link is pinned to one version of a paper on arXiv.

    Why: Readers should get the newest version, and find a retraction.
    Example: `https://arxiv.org/abs/2404.15574v1`.
    Fix: Delete `v1`; `--fix` does it.
    """
    return _rewritten(case, identifiers.without_version, "the address is pinned to version `{}`")


@rule(Severity.WARNING, fixable=True)
def url_not_https(case: Case) -> Iterator[Finding]:
    """An address begins with `http`, though its host is known to answer by `https`.

    Why: Anyone on the way can change a page that comes by `http`.
    Example: `http://arxiv.org/abs/2404.15574`.
    Fix: Write `https`; `--fix` does it.
    """
    return _rewritten(case, identifiers.with_https, "the host answers by https")


@rule(Severity.WARNING)
def repeated_link(case: Case) -> Iterator[Finding]:
    """Two links of a record lead to the same address.

    Why: The second label promises something that is not there. `paper` and `blog` may agree: a
    post can be the work itself.
    Example: `project:` with the same address as `code:`.
    Fix: Delete one of them, or correct its address.
    """
    for source, paper in case.papers:
        seen: dict[str, str] = {}
        for kind, loc, url in addresses_of(paper):
            first = seen.get(address_key(url))
            if first and kind and (first, kind) != ("paper", "blog"):
                message = f"`{kind}` leads to the same address as `{first}`"
                if first == kind:
                    message = f"`{kind}` holds this address twice"
                hint = f"delete one of them, or correct the address of `{kind}`"
                yield finding(source, loc, message, hint)
            elif kind:
                seen.setdefault(address_key(url), kind)


@rule(Severity.WARNING)
def link_kind(case: Case) -> Iterator[Finding]:
    """A link's kind does not fit the place that it leads to.

    Why: Readers look for code under `code`, and citations take the address under `paper`.
    Example: `paper: https://github.com/example/kites`, or `code: https://arxiv.org/abs/...`.
    Fix: Move the address to the kind that fits.
    """
    for source, kind, loc, url in all_addresses(case):
        what, kinds = _place(url)
        if kind and kinds and kind not in kinds:
            fitting = " or ".join(f"`{each}`" for each in kinds[:2])
            message = f"`{kind}` leads to {what}"
            yield finding(source, loc, message, f"move it to {fitting}, or correct the address")


def _place(url: str) -> tuple[str, tuple[str, ...]]:
    parts = urlsplit(url)
    identifier = parse_url(url)
    if identifier and identifier.scheme in {"arxiv", "openreview", "acl"}:
        return ("", ()) if parts.path == "/attachment" else ("a paper", ("paper",))
    address = (parts.hostname or "").removeprefix("www.") + parts.path
    found = ((what, kinds) for what, kinds, where in _PLACES if re.fullmatch(where, address))
    return next(found, ("", ()))


@rule(Severity.NOTE, across=True)
def shared_code(case: Case) -> Iterator[Finding]:
    """Two records link to the same code.

    Why: It is right for a library that both use, and else a slip of copying.
    Example: A new record made from the text of another, with its `code:` still there.
    Fix: Correct the address, or ignore the rule where both papers use the code.
    """
    owners: dict[str, str] = {}
    for source, kind, loc, url in all_addresses(case):
        if kind == "code":
            owner = owners.setdefault(address_key(url), source.path)
            if owner != source.path:
                hint = "correct it, if it was copied from there"
                yield finding(source, loc, f"{owner} links to the same code", hint)


def _rewritten(
    case: Case, change: Callable[[str], str], message: str, only: str = ""
) -> Iterator[Finding]:
    """A finding for each address that `change` writes otherwise, at what it takes away."""
    for source, _, loc, url in all_addresses(case):
        new = change(url)
        if new != url and (not only or loc[0] == only):
            start, end = difference(url, new)
            place = within(source, loc, url, (start, end))
            edit = case.edit(source, loc, new)
            gone = url[start:end].strip("?&")
            yield Finding(place, message.format(gone), f"write `{new}`", edit)


RULES = (
    bad_url,
    url_credentials,
    url_private_host,
    url_tracking,
    arxiv_host,
    arxiv_pdf,
    arxiv_version,
    url_not_https,
    repeated_link,
    link_kind,
    shared_code,
)

"""Signs in an answer that its page is not the one that was asked for. They are guesses."""

import re
from html import unescape
from urllib.parse import urlsplit

_TITLE = re.compile(r"<title\b[^>]*>(.{0,500}?)</title", re.IGNORECASE | re.DOTALL)
_MISSING = re.compile(
    r"\b404\b|\b(page|file|repository|project|document|paper|site|video) (was |is |could |can )?"
    r"(not |no longer )(be )?(found|available|exist)|^not found\b|\bdoes(n['\u2019]t| not) exist\b|"
    r"\bno such page\b|\bpage (is )?missing\b|\baccount suspended\b|\bdomain (is )?for sale\b",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"just a moment|attention required|verify(ing)? (that )?you are (a )?human|are you a robot|"
    r"security check|client challenge|ddos-guard|checking your browser|access denied|captcha",
    re.IGNORECASE,
)
_SIGN_IN = re.compile(r"/(log-?in|sign-?in|sso|auth/login|servicelogin)(/|\.\w+)?$", re.IGNORECASE)
_MISSING_PATH = re.compile(r"/(404|(page-?)?not-?found|error-?404)(\.\w+|/)?$", re.IGNORECASE)
_FRONT = {"", "/", "/index.html", "/index.htm", "/index.php", "/home"}
_SHOWN = 80


def title_of(page: str) -> str:
    """The title of a page's beginning, on one line; empty where it has none."""
    found = _TITLE.search(page)
    return " ".join(unescape(found[1]).split())[:_SHOWN] if found else ""


def is_challenge(page: str) -> bool:
    """Whether a page asks its reader to prove to be a person."""
    return bool(_CHALLENGE.search(title_of(page)))


def is_sign_in(url: str) -> bool:
    """Whether an address is one where people sign in."""
    parts = urlsplit(url)
    return bool(_SIGN_IN.search(parts.path)) or parts.hostname == "accounts.google.com"


def doubt(asked: str, last: str, page: str) -> str:
    """Why a page may be in place of one that is gone; empty where nothing speaks for it.

    Args:
        asked: The link's address.
        last: The address that the page came from.
        page: The beginning of its text.
    """
    before, after = urlsplit(asked), urlsplit(last)
    if _MISSING.search(title := title_of(page)):
        return f"its title is `{title}`"
    if asked != last and _MISSING_PATH.search(after.path):
        return f"it leads to `{after.path}`"
    if before.path not in _FRONT and after.path in _FRONT and not after.query:
        return f"it leads to the front page of `{after.hostname}`"
    return ""

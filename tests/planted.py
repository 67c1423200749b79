"""What following a link is to say of each kind of path on the made-up hosts."""

WELL = ["well", "file", "no-head", "lies-to-head", "elsewhere-today", "cookie", "busy-once"]
WELL += ["broken-once", "whole-only", "huge", "huge-redirect", "bomb", "login"]
FAILING = {
    "missing": "has no such page (404, not found)",
    "gone": "has no such page (410, gone)",
    "teapot": "rejects the request (418)",
    "moved-away": "has no such page (404, not found)",
    "circle": "sends its readers in a circle, after 5 redirects",
    "endless": "never stops sending on, after 5 redirects",
    "nowhere-told": "sends its readers on without saying where (302)",
    "bad-place": "sends its readers on without saying where (302)",
    "bad-port": "leads to what is no address",
    "not-web": "leads to `ftp://files.example/1`, which is not of the web",
    "broken": "is out of order (500, internal error)",
    "hang-up": "breaks off without an answer",
    "garbage": "gives an answer that is not HTTP",
    "long-header": "gives an answer that is not HTTP",
    "stall": "does not answer in time",
    "drip": "does not answer in time",
}
BLOCKED = {
    "forbidden": "refuses programs (403, forbidden)",
    "unauthorised": "refuses programs (401, sign-in needed)",
    "busy": "refuses programs (429, too many requests)",
    "shut": "refuses programs (429, too many requests)",
    "challenge": "asks its readers to prove that they are people",
    "challenge-page": "asks its readers to prove that they are people",
    "sign-in": "asks its readers to sign in",
}
PRIVATE = {
    "inside": "leads to `inside.example`, which lies at 10.0.0.7, within a private network",
    "metadata": "leads to `169.254.169.254`, which lies at 169.254.169.254, within a private "
    "network",
    "mapped": "leads to `::ffff:10.0.0.7`, which lies at ::ffff:10.0.0.7, within a private network",
}
MOVED = {
    "moved": "http://a.example:{port}/well/1",
    "moved-far": "http://b.example:{port}/well/1",
    "moved-then": "http://a.example:{port}/elsewhere-today/1",
    "moved-signs": "http://a.example:{port}/well/1?q=%C3%A9",
}
DOUBTFUL = {
    "soft": "its title is `Page not found`",
    "front": "it leads to the front page of `a.example`",
}

VERDICTS = {
    kind: verdict
    for verdict, kinds in (
        ("alive", (*WELL, *DOUBTFUL)),
        ("moved", MOVED),
        ("blocked", BLOCKED),
        ("private", PRIVATE),
        ("failing", FAILING),
    )
    for kind in kinds
}
"""What a link of each kind is called."""

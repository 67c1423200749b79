"""Scripts as they are sent: without the comments and blanks that only their readers need."""

from rjsmin import jsmin


def shorten(path: str, data: bytes) -> bytes:
    """A static file's bytes; those of a script that is UTF-8 without comments and blanks."""
    if not path.endswith(".js"):
        return data
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return data
    return f"{jsmin(text)}\n".encode()

"""Short digests that tell whether something is as it was (BLAKE2b, RFC 7693)."""

import hashlib

_BYTES = 16


def digest(data: bytes) -> str:
    """A digest of bytes, as 32 hexadecimal digits."""
    return hashlib.blake2b(data, digest_size=_BYTES).hexdigest()


def digest_of(value: object) -> str:
    """A digest of a plain value: texts, numbers, dates, and tuples and lists of them."""
    return digest(repr(value).encode(errors="surrogatepass"))

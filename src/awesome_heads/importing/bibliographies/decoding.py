"""Bytes of a file as text with line ends of one kind, and its values as single lines."""

import re

# What no record can keep: signs that control, halves of letters, ends of lines.
_NO_TEXT = re.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff\\ufffe\\uffff]")


def decode(data: bytes) -> tuple[str, bool]:
    """The text, and whether it is what was written for certain.

    What is not UTF-8 is taken for Windows' extension of Latin-1, as old reference managers
    write it; what that leaves undefined becomes the sign for a letter that is not known.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text, sure = data.decode("utf-16", errors="replace"), True
    else:
        try:
            text, sure = data.decode("utf-8-sig"), True
        except UnicodeDecodeError:
            text, sure = data.decode("cp1252", errors="replace"), False
    return text.replace("\r\n", "\n").replace("\r", "\n"), sure


def one_line(text: object) -> str:
    """A text without line ends and doubled blanks; empty for what is no text.

    Signs that are not seen but join letters, as Persian and Indic scripts need them, stay.
    """
    return " ".join(_NO_TEXT.sub(" ", text).split()) if isinstance(text, str) else ""

"""Scripts on their way to the reader."""

from awesome_heads.render.scripts import shorten


def test_comments_and_blanks_stay_behind() -> None:
    """What a browser does not need is left out, and what it runs is kept."""
    assert (
        shorten("static/a.js", b"// why\nconst a = 1;\n\n/* how */ f(a);\n") == b"const a=1;f(a);\n"
    )


def test_texts_and_patterns_are_kept() -> None:
    """Blanks within texts, templates and patterns are part of the program."""
    kept = b'const a="x  // y",b=`p  ${a}  q`,c=/ \\/ +/;\n'
    assert shorten("static/a.js", kept) == kept


def test_other_files_ship_as_they_are() -> None:
    """Style sheets, pictures, and scripts in another encoding are not touched."""
    assert shorten("static/a.css", b"/* why */ a { }") == b"/* why */ a { }"
    assert shorten("static/a.js", b"// caf\xe9\nf();") == b"// caf\xe9\nf();"

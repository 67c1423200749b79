"""Edits of diagnostics applied to files, a round at a time."""

from awesome_heads.diagnostics import Diagnostic, Edit, Location
from awesome_heads.mending import BOM_EDIT, mend
from awesome_heads.records import Source
from awesome_heads.render import Output
from tests.builders import source

PATH = "papers/2024/a-paper.yaml"
OTHER = "papers/2024/b-paper.yaml"


def found(edit: Edit | None, path: str = PATH, rule: str = "made-up") -> Diagnostic:
    """A diagnostic that carries an edit."""
    return Diagnostic(Location(path), rule, "this is wrong", edit=edit)


def everything(_: str) -> bool:
    """Every file is wanted."""
    return True


def test_edits_are_applied_to_their_files() -> None:
    """Each file with edits is an output, and each edit that was made is named."""
    first, second = found(Edit(0, 1, "x")), found(Edit(3, 4, ""), OTHER)
    mended = mend([first, second], [source("abc"), source("defg", OTHER)], everything)
    assert mended.outputs == (Output(PATH, b"xbc"), Output(OTHER, b"def"))
    assert mended.done == (first, second)


def test_what_nothing_is_wrong_with_stays() -> None:
    """A file without edits is no output, and a diagnostic without one mends nothing."""
    mended = mend([found(None)], [source("abc")], everything)
    assert (mended.outputs, mended.done) == ((), ())


def test_only_wanted_files_are_mended() -> None:
    """What the user did not ask for is left as it is."""
    mended = mend([found(Edit(0, 1, "x"))], [source("abc")], lambda path: path != PATH)
    assert (mended.outputs, mended.done) == ((), ())


def test_of_edits_that_overlap_the_first_is_made() -> None:
    """The other one waits for the next round, and is not told as done."""
    first, second, third = found(Edit(0, 2, "x")), found(Edit(1, 3, "y")), found(Edit(3, 4, "z"))
    mended = mend([third, second, first], [source("abcd")], everything)
    assert mended.outputs == (Output(PATH, b"xcz"),)
    assert mended.done == (first, third)


def test_an_edit_that_changes_nothing_is_not_made() -> None:
    """Otherwise it would be made again and again."""
    mended = mend([found(Edit(0, 1, "a"))], [source("abc")], everything)
    assert (mended.outputs, mended.done) == ((), ())


def test_a_byte_order_mark_stays_until_it_is_what_is_wrong() -> None:
    """Places do not count it, and other edits leave it alone."""
    file = Source(PATH, b"\xef\xbb\xbfabc\r\n")
    kept = mend([found(Edit(0, 1, "x"))], [file], everything)
    assert kept.outputs == (Output(PATH, b"\xef\xbb\xbfxbc\r\n"),)
    gone = mend([found(BOM_EDIT), found(Edit(0, 1, "x"))], [file], everything)
    assert gone.outputs == (Output(PATH, b"xbc\r\n"),)


def test_a_file_that_was_not_given_is_not_made() -> None:
    """A diagnostic of a file that nobody read changes nothing."""
    assert mend([found(Edit(0, 1, "x"))], [source("abc", OTHER)], everything).outputs == ()

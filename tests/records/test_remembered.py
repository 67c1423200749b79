"""Records that are parsed once."""

from awesome_heads.records import Remembered, parse_paper
from tests.builders import record_text, source


def test_the_same_bytes_are_parsed_once() -> None:
    """A second reading gives the very same paper, one of other bytes a new one."""
    parse = Remembered()
    first, _ = parse(source(record_text()))
    assert parse(source(record_text()))[0] is first
    changed, _ = parse(source(record_text(title="Another")))
    assert changed is not None
    assert changed.title == "Another"


def test_faults_are_remembered_and_go_when_they_are_mended() -> None:
    """What keeps a file from being a paper is told as often as it is read."""
    parse = Remembered()
    bad, good = source(record_text(title=None)), source(record_text())
    assert parse(bad) == parse(bad) == parse_paper(bad)
    assert parse(bad)[1] != []
    assert parse(good) == parse_paper(good)


def test_further_fields_are_part_of_what_is_read() -> None:
    """A vocabulary that is new makes another paper of the same bytes."""
    parse = Remembered()
    text = record_text(methods=["Watching"])
    assert parse(source(text))[0] is None
    paper, _ = parse(source(text), ["methods"])
    assert paper is not None
    assert paper.terms == {"methods": ("Watching",)}


def test_records_of_one_text_stay_apart() -> None:
    """A paper's id is its file's name."""
    parse = Remembered()
    paths = ("papers/2024/one.yaml", "papers/2024/two.yaml")
    papers = [parse(source(record_text(), path))[0] for path in paths]
    assert [paper.id for paper in papers if paper] == ["one", "two"]

"""Records that are parsed once."""

from collections.abc import Sequence

from awesome_heads.diagnostics import Diagnostic
from awesome_heads.model import Paper
from awesome_heads.records import Remembered, Source, parse_paper
from awesome_heads.records.remembered import Learn, Learnt
from tests.builders import record_text, source


class One:
    """Parses one record at a time."""

    def __init__(self) -> None:
        """Start with nothing parsed."""
        self.remembered = Remembered()

    def __call__(
        self, file: Source, vocabularies: Sequence[str] = ()
    ) -> tuple[Paper | None, list[Diagnostic]]:
        """What the file is."""
        return self.remembered([file], vocabularies)[0]


def test_the_same_bytes_are_parsed_once() -> None:
    """A second reading gives the very same paper, one of other bytes a new one."""
    parse = One()
    first, _ = parse(source(record_text()))
    assert parse(source(record_text()))[0] is first
    changed, _ = parse(source(record_text(title="Another")))
    assert changed is not None
    assert changed.title == "Another"


def test_faults_are_remembered_and_go_when_they_are_mended() -> None:
    """What keeps a file from being a paper is told as often as it is read."""
    parse = One()
    bad, good = source(record_text(title=None)), source(record_text())
    assert parse(bad) == parse(bad) == parse_paper(bad)
    assert parse(bad)[1] != []
    assert parse(good) == parse_paper(good)


def test_further_fields_are_part_of_what_is_read() -> None:
    """A vocabulary that is new makes another paper of the same bytes."""
    parse = One()
    text = record_text(methods=["Watching"])
    assert parse(source(text))[0] is None
    paper, _ = parse(source(text), ["methods"])
    assert paper is not None
    assert paper.terms == {"methods": ("Watching",)}


def test_records_of_one_text_stay_apart() -> None:
    """A paper's id is its file's name."""
    parse = One()
    paths = ("papers/2024/one.yaml", "papers/2024/two.yaml")
    papers = [parse(source(record_text(), path))[0] for path in paths]
    assert [paper.id for paper in papers if paper] == ["one", "two"]


def test_several_processes_give_what_one_does() -> None:
    """Whoever does the work, and in whatever order, each file has its own paper or faults."""
    files = [
        source(record_text(title=f"Study {each}"), f"papers/2024/n{each}.yaml") for each in range(5)
    ]
    files.append(source(record_text(title=None), "papers/2024/bad.yaml"))
    shared = Remembered(share=lambda learn, items: learn(items[1::2]) + learn(items[::2]))
    assert shared(files) == Remembered()(files) == [parse_paper(file) for file in files]


def test_what_was_learnt_is_known_to_the_next() -> None:
    """Papers pass from one command to the next as JSON, and no process is asked for them."""
    files = [source(record_text())]
    first = Remembered()
    papers = first(files)
    second = Remembered(first.papers, share=lambda *_: [])
    assert second(files) == papers
    assert not second.learnt


def test_no_more_is_kept_than_the_files_hold() -> None:
    """What a file was before is forgotten, however often it is saved."""
    asked: list[str] = []

    def learn_here(learn: Learn, files: Sequence[Source]) -> list[Learnt]:
        asked.extend(file.text.splitlines()[0] for file in files)
        return learn(files)

    parse = Remembered(share=learn_here)
    for title in ("One", "Two", "Two", "One"):
        parse([source(record_text(title=title))])
    assert [line.partition(" ")[2] for line in asked] == ["One", "Two", "One"]

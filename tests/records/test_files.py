"""The files of a list, told apart by their paths."""

import pytest

from awesome_heads.records.files import ListFiles, sort_files
from awesome_heads.records.places import is_volume
from awesome_heads.records.source import Source


def files(*paths: str) -> ListFiles:
    """Files of these paths, each holding its path."""
    return sort_files(Source(path, path.encode()) for path in paths)


def names(sources: tuple[Source, ...]) -> list[str]:
    """The paths of some files."""
    return [source.path for source in sources]


def test_paths_tell_what_a_file_is() -> None:
    """Settings, records, vocabularies and further files at the top are kept apart, in order."""
    found = files(
        "taxonomy/venues.yaml",
        "papers/2024/b.yaml",
        "README.md",
        "papers/2023/a.yaml",
        "list.yaml",
        "taxonomy/tags.yaml",
        "CITATION.bib",
    )
    assert found.settings == Source("list.yaml", b"list.yaml")
    assert names(found.records) == ["papers/2023/a.yaml", "papers/2024/b.yaml"]
    assert names(found.vocabularies) == ["taxonomy/tags.yaml", "taxonomy/venues.yaml"]
    assert list(found.others) == ["CITATION.bib", "README.md"]
    assert found.misplaced == ()


@pytest.mark.parametrize(
    "path",
    [
        "papers/a.yaml",
        "papers/a.yml",
        "papers/2024/a.yml",
        "papers/2024/deep/a.yaml",
        "papers/2024/deep/a.yml",
    ],
)
def test_records_elsewhere_are_misplaced(path: str) -> None:
    """What looks like a record but lies where none is read is named, so that nobody misses it."""
    found = files("list.yaml", path)
    assert found.misplaced == (path,)
    assert found.records == ()


@pytest.mark.parametrize(
    "path",
    [
        "taxonomy/tags.yml",
        "taxonomy/deep/tags.yaml",
        "papers/2024/notes.md",
        "papers/README.md",
        "site/index.html",
        "docs/a.yaml",
    ],
)
def test_what_a_list_is_not_made_of_is_left_out(path: str) -> None:
    """Other files are nobody's business."""
    found = files("list.yaml", path)
    assert (found.records, found.vocabularies, found.misplaced) == ((), (), ())
    assert found.others == {}


def test_volumes_of_the_readme_are_further_files() -> None:
    """Files of papers that the README has no room for lie beside the records, and are none."""
    found = files("list.yaml", "papers/README-2019.md", "papers/2019/README-a.md", "README-x.md")
    assert list(found.others) == ["README-x.md", "papers/README-2019.md"]
    assert (found.records, found.misplaced) == ((), ())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("papers/README-2019.md", True),
        ("papers/README-earlier.md", True),
        ("papers/README.md", False),
        ("papers/readme-2019.md", False),
        ("papers/2019/README-a.md", False),
        ("deep/papers/README-2019.md", False),
        ("README-2019.md", False),
    ],
)
def test_a_volume_is_told_by_its_path(path: str, *, expected: bool) -> None:
    """Only what a build could have made is taken for its own."""
    assert is_volume(path) is expected


def test_settings_that_are_not_there() -> None:
    """A list without settings has a file that says so."""
    found = files("README.md")
    assert found.settings == Source("list.yaml", b"", "there is no such file")


def test_of_two_files_with_one_path_the_later_counts() -> None:
    """So that a changed file can be laid over the old one."""
    found = sort_files([Source("list.yaml", b"old"), Source("list.yaml", b"new")])
    assert found.settings.data == b"new"


def test_files_can_be_exchanged() -> None:
    """Changed and new files are in their places, and all others stay, misplaced ones too."""
    first = files(
        "list.yaml", "papers/2024/a.yaml", "papers/b.yaml", "README.md", "taxonomy/t.yaml"
    )
    changed = first.with_files(
        [Source("papers/2024/a.yaml", b"new"), Source("papers/2023/c.yaml", b"c")]
    )
    assert [source.data for source in changed.records] == [b"c", b"new"]
    assert changed.settings is first.settings
    assert changed.others == first.others
    assert changed.vocabularies == first.vocabularies
    assert changed.misplaced == ("papers/b.yaml",)
    assert first.with_files([]) == first


@pytest.mark.parametrize(
    "path", [".papers/2024/a.yaml", "papers/.2024/a.yaml", "papers/2024/.a.yaml"]
)
def test_what_is_hidden_is_no_file_of_a_list(path: str) -> None:
    """Editors and tools keep files of their own, with a dot before them or their folder."""
    found = files("list.yaml", path)
    assert (found.records, found.vocabularies, found.misplaced, found.others) == ((), (), (), {})

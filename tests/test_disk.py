"""Reading a list, writing outputs safely, and watching for changes."""

import json
import os
import signal
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing import parent_process
from pathlib import Path
from queue import Empty, Queue
from threading import Event, Thread

import pytest
import watchfiles

from awesome_heads import disk
from awesome_heads.disk.sharing import WORTHWHILE
from awesome_heads.errors import AwesomeHeadsError, UsageError
from awesome_heads.render import Made, Output, Rendered
from awesome_heads.views import File
from tests.lists import record, record_path, tree, write, write_list


def outputs(**texts: str) -> dict[str, Output]:
    """Outputs by path; `__` in a keyword stands for a slash and `_` for a full stop."""
    paths = {name.replace("__", "/").replace("_", "."): text for name, text in texts.items()}
    return {path: Output(path, text.encode()) for path, text in paths.items()}


def manifest(folder: Path, files: object) -> None:
    """Write a manifest with these entries, whatever they are."""
    write(folder, disk.MANIFEST, json.dumps({"version": 1, "files": files}))


# Finding and reading


def test_root_is_the_nearest_folder_with_settings(tmp_path: Path) -> None:
    """A list inside a list's folder is found before the one around it."""
    write(tmp_path, "list.yaml", "")
    write(tmp_path, "inner/list.yaml", "")
    (tmp_path / "inner/papers/2024").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    assert disk.find_root(tmp_path / "inner/papers/2024") == tmp_path / "inner"
    assert disk.find_root(tmp_path / "inner") == tmp_path / "inner"
    assert disk.find_root(tmp_path / "other") == tmp_path


def test_no_root_is_a_usage_error_that_names_the_option(tmp_path: Path) -> None:
    """Where no folder holds a list, the message names the start and the hint `--root`."""
    (tmp_path / "list.yaml").mkdir()
    with pytest.raises(UsageError) as caught:
        disk.find_root(tmp_path)
    assert str(tmp_path) in caught.value.message
    assert "--root" in caught.value.hint


def test_files_are_read_in_the_order_of_their_paths(tmp_path: Path) -> None:
    """Records and vocabularies come by path, whatever order they were created in."""
    paths = ["papers/2024/b.yaml", "papers/2023/z.yaml", "papers/2024/a.yaml"]
    for path in [*paths, "taxonomy/venues.yaml", "taxonomy/tags.yaml"]:
        write(tmp_path, path, path)
    files = disk.read_list(tmp_path)
    records = files.records
    assert [source.path for source in records] == sorted(paths)
    assert all(source.data.decode() == source.path for source in records)
    assert [source.path for source in files.vocabularies] == [
        "taxonomy/tags.yaml",
        "taxonomy/venues.yaml",
    ]


def test_a_file_is_read_again_only_when_it_has_changed(tmp_path: Path) -> None:
    """What a reader gives of a file is what it gave before, until the file is another."""
    for name in ("one", "two", "gone"):
        write(tmp_path, f"papers/2024/{name}.yaml", f"title: {name}\n")
    read = disk.Reader()
    before = {source.path: source.data for source in read(tmp_path).records}
    (tmp_path / "papers/2024/gone.yaml").unlink()
    (tmp_path / "papers/2024/two.yaml").write_text("title: owt\n")
    after = {source.path: source.data for source in read(tmp_path).records}
    assert after["papers/2024/one.yaml"] is before["papers/2024/one.yaml"]
    assert after["papers/2024/two.yaml"] == b"title: owt\n"
    assert "papers/2024/gone.yaml" not in after


def test_a_reader_follows_a_link_anew(tmp_path: Path) -> None:
    """A record that is a link within the list is what the link leads to by now."""
    for name in ("a", "b"):
        write(tmp_path, f"papers/2024/{name}.yaml", f"title: {name}\n")
    link = tmp_path / "papers/2024/link.yaml"
    read = disk.Reader()
    found = []
    for target in ("a.yaml", "b.yaml"):
        link.unlink(missing_ok=True)
        link.symlink_to(target)
        found += [source.data for source in read(tmp_path).records if "link" in source.path]
    assert found == [b"title: a\n", b"title: b\n"]


def test_a_list_without_folders_reads_as_empty(tmp_path: Path) -> None:
    """Missing `papers`, `taxonomy` and `templates` hold nothing."""
    files = disk.read_list(tmp_path)
    assert (files.records, files.vocabularies, files.misplaced) == ((), (), ())
    assert disk.read_theme(tmp_path).files == {}


def test_misplaced_records_are_named(tmp_path: Path) -> None:
    """What looks like a record but lies too high, too deep or ends in `.yml` is named."""
    write(tmp_path, "papers/2024/right.yaml", "")
    write(tmp_path, "papers/2024/notes.txt", "")
    wrong = ["papers/2024/deep/x.yaml", "papers/2024/y.yml", "papers/z.yaml"]
    for path in wrong:
        write(tmp_path, path, "")
    assert list(disk.read_list(tmp_path).misplaced) == wrong


def test_theme_holds_every_own_file_but_hidden_ones(tmp_path: Path) -> None:
    """A list's templates are read by their path below `templates/`; hidden files are not."""
    write(tmp_path, "templates/site/home.html", "home")
    write(tmp_path, "templates/static/fonts/own.css", "css")
    write(tmp_path, "templates/site/.home.html.swp", "no")
    assert disk.read_theme(tmp_path).files == {
        "site/home.html": b"home",
        "static/fonts/own.css": b"css",
    }


def test_an_unreadable_file_hides_no_other(tmp_path: Path) -> None:
    """A file that cannot be read is there with the reason, and the others with their bytes."""
    (tmp_path / "papers/2024/folder.yaml").mkdir(parents=True)
    write(tmp_path, "papers/2024/sound.yaml", "title: x")
    files = disk.read_list(tmp_path)
    assert files.settings.fault == "there is no such file"
    assert [(each.data, each.fault) for each in files.records] == [
        (b"", "Is a directory"),
        (b"title: x", ""),
    ]


def test_an_optional_file_may_be_missing(tmp_path: Path) -> None:
    """A missing file gives None, and so does a folder in its place."""
    file = write(tmp_path, "there", "text")
    assert disk.read_optional(file) == b"text"
    assert disk.read_optional(tmp_path / "missing") is None
    assert disk.read_optional(tmp_path) is None


# Writing files


def test_only_files_that_differ_are_written(tmp_path: Path) -> None:
    """A file that is already right keeps its time stamp and its inode."""
    made = outputs(a_txt="one", deep__b_txt="two")
    assert disk.write_files(tmp_path, made.values()).written == ("a.txt", "deep/b.txt")
    os.utime(tmp_path / "a.txt", ns=(1, 1))
    before = (tmp_path / "a.txt").stat()
    changed = disk.write_files(tmp_path, outputs(a_txt="one", deep__b_txt="new").values())
    after = (tmp_path / "a.txt").stat()
    assert changed == disk.Changes(("deep/b.txt",), ())
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)
    assert tree(tmp_path) == {"a.txt": b"one", "deep/b.txt": b"new"}


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_an_interrupted_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    """Until the new file is whole the old one stands, and no part of the new one stays."""
    write(tmp_path, "a.txt", "old")

    def fail(*_: object) -> None:
        raise failure

    monkeypatch.setattr(os, "replace", fail)
    monkeypatch.setattr(Path, "replace", fail)
    expected = KeyboardInterrupt if isinstance(failure, KeyboardInterrupt) else AwesomeHeadsError
    with pytest.raises(expected) as caught:
        disk.write_files(tmp_path, outputs(a_txt="new").values())
    assert tree(tmp_path) == {"a.txt": b"old"}
    if expected is AwesomeHeadsError:
        assert str(caught.value) == f"{tmp_path / 'a.txt'} cannot be written: {failure.args[1]}"


def test_a_part_that_cannot_be_removed_hides_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where even cleaning up fails, the first failure is the one that is told."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(AwesomeHeadsError, match=r"a\.txt cannot be written: Permission denied"):
        disk.write_files(tmp_path, outputs(a_txt="new").values())


def test_a_file_in_place_of_a_folder_is_a_failure_with_its_path(tmp_path: Path) -> None:
    """A path that leads through a file is refused by name and not by traceback."""
    write(tmp_path, "deep", "a file")
    with pytest.raises(AwesomeHeadsError, match=r"deep/b\.txt cannot be written: \w+"):
        disk.write_files(tmp_path, outputs(deep__b_txt="text").values())
    assert tree(tmp_path) == {"deep": b"a file"}


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    """A folder without permission to write ends in a message that names the file."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(AwesomeHeadsError, match=r"a\.txt cannot be written: Permission denied"):
            disk.write_files(tmp_path, outputs(a_txt="text").values())
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o027, 0o640), (0o077, 0o600)])
def test_new_files_have_the_mode_that_the_umask_gives(tmp_path: Path, mask: int, mode: int) -> None:
    """A new file is as readable as any other program would have made it."""
    before = os.umask(mask)
    try:
        disk.write_files(tmp_path, outputs(a_txt="text").values())
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.txt").stat().st_mode) == mode


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    """Permissions that someone set on a file outlive its content."""
    file = write(tmp_path, "a.txt", "old")
    file.chmod(0o664)
    disk.write_files(tmp_path, outputs(a_txt="new").values())
    assert (file.read_text(), stat.S_IMODE(file.stat().st_mode)) == ("new", 0o664)


def test_a_symbolic_link_never_leads_a_write_elsewhere(tmp_path: Path) -> None:
    """A linked file that is right is left alone; a wrong one is replaced, not its target."""
    target = write(tmp_path, "elsewhere.txt", "old")
    link = tmp_path / "out" / "a.txt"
    link.parent.mkdir()
    link.symlink_to(target)
    assert disk.write_files(link.parent, outputs(a_txt="old").values()).written == ()
    assert link.is_symlink()
    assert disk.write_files(link.parent, outputs(a_txt="new").values()).written == ("a.txt",)
    assert (target.read_text(), link.read_text()) == ("old", "new")
    assert not link.is_symlink()


# Writing a folder of outputs


def test_a_new_folder_holds_the_outputs_and_their_manifest(tmp_path: Path) -> None:
    """A first build makes the folder; its manifest names what was made, in order."""
    folder = tmp_path / "deep" / "site"
    changes = disk.write_folder(folder, outputs(b_txt="b", a__c_txt="c"))
    assert changes == disk.Changes(("b.txt", "a/c.txt"), ())
    assert tree(folder).keys() == {"a/c.txt", "b.txt", disk.MANIFEST}
    content = json.loads((folder / disk.MANIFEST).read_text())
    assert content == {"version": 1, "files": ["a/c.txt", "b.txt"]}
    assert disk.made_files(folder) == {"a/c.txt", "b.txt"}


ASKED = tuple(f"{number % 7}/{number}.txt" for number in range(3 * WORTHWHILE))


def asked(text: str, failing: str = "", fail: Callable[[], object] = bool) -> Mapping[str, Output]:
    """Many outputs that are made when looked up; at a failing one something else happens."""

    def make(made: Made) -> Output:
        if failing in {made.path, "all"}:
            fail()
        return Output(made.path, f"{text} {made.path}".encode())

    return Rendered((File(path, b"") for path in ASKED), make)


def refuse() -> None:
    """Fail as a template does."""
    raise UsageError("the template fails", "mend it", "templates/a.html")


def die() -> None:
    """End a process that a build forked, as the system does."""
    if parent_process():
        os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_any_number_of_processes_writes_the_same(tmp_path: Path, jobs: int) -> None:
    """Files and what is told of them depend on nobody's share of the work."""
    made = asked("one")
    changes = disk.write_folder(tmp_path, made, jobs)
    assert changes == disk.Changes(tuple(made), ())
    files = {path: output.data for path, output in made.items()}
    assert {path: data for path, data in tree(tmp_path).items() if path != disk.MANIFEST} == files


@pytest.mark.parametrize("failing", [ASKED[0], ASKED[-1], "all"])
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_page_that_cannot_be_made_leaves_the_old_site(
    tmp_path: Path, jobs: int, failing: str
) -> None:
    """Whichever process meets the failure, it is told whole, and every old file stays."""
    disk.write_folder(tmp_path, asked("old"))
    before = {path: data for path, data in tree(tmp_path).items() if path != disk.MANIFEST}
    made = asked("new", failing, refuse)
    with pytest.raises(UsageError) as told:
        disk.write_folder(tmp_path, made, jobs)
    assert (told.value.message, told.value.hint, told.value.path) == (
        "the template fails",
        "mend it",
        "templates/a.html",
    )
    after = {path: data for path, data in tree(tmp_path).items() if path != disk.MANIFEST}
    assert after == before


def test_a_process_that_is_killed_is_told(tmp_path: Path) -> None:
    """A helper that dies takes no file with it, and the message says what may help."""
    with pytest.raises(AwesomeHeadsError, match="ended before its work was done") as told:
        disk.write_folder(tmp_path, asked("new", "all", die), 2)
    assert "--jobs 1" in told.value.hint
    assert list(tmp_path.iterdir()) == []


def test_progress_sees_every_file_once(tmp_path: Path) -> None:
    """What tracks the work is handed all paths in their order."""
    seen: list[str] = []

    def track(paths: Sequence[str]) -> Iterator[str]:
        for path in paths:
            seen.append(path)
            yield path

    made = asked("one")
    disk.write_folder(tmp_path, made, track=track)
    assert seen == list(made)


def test_a_second_build_without_change_touches_nothing(tmp_path: Path) -> None:
    """The same outputs again leave every time stamp as it was, the manifest's too."""
    made = outputs(a_txt="a", b_txt="b")
    disk.write_folder(tmp_path, made)
    for path in tmp_path.iterdir():
        os.utime(path, ns=(1, 1))
    assert disk.write_folder(tmp_path, made) == disk.Changes((), ())
    assert {path.stat().st_mtime_ns for path in tmp_path.iterdir()} == {1}


def test_old_outputs_are_removed_with_the_folders_they_empty(tmp_path: Path) -> None:
    """What is no longer made goes, and so do folders left empty; others stay."""
    disk.write_folder(tmp_path, outputs(old__deep__a_txt="a", kept__b_txt="b", kept__c_txt="c"))
    (tmp_path / "own").mkdir()
    changes = disk.write_folder(tmp_path, outputs(kept__b_txt="b"))
    assert changes == disk.Changes((), ("kept/c.txt", "old/deep/a.txt"))
    assert tree(tmp_path).keys() == {"kept/b.txt", disk.MANIFEST}
    assert not (tmp_path / "old").exists()
    assert (tmp_path / "own").is_dir()


def test_an_output_that_someone_else_removed_counts_as_removed(tmp_path: Path) -> None:
    """A file of the manifest that is already gone stops no build."""
    disk.write_folder(tmp_path, outputs(a_txt="a", b_txt="b"))
    (tmp_path / "a.txt").unlink()
    assert disk.made_files(tmp_path) == {"b.txt"}
    assert disk.write_folder(tmp_path, outputs(b_txt="b")).removed == ("a.txt",)


def test_a_folder_in_place_of_an_old_output_stays(tmp_path: Path) -> None:
    """A manifest entry that is a folder is neither removed nor counted."""
    (tmp_path / "mine").mkdir()
    manifest(tmp_path, ["mine"])
    assert disk.write_folder(tmp_path, outputs(a_txt="a")).removed == ()
    assert (tmp_path / "mine").is_dir()


def test_manifest_entries_cannot_leave_the_folder(tmp_path: Path) -> None:
    """A manifest that names files elsewhere gets none of them removed."""
    precious = write(tmp_path, "precious.txt", "keep")
    folder = tmp_path / "site"
    manifest(folder, ["../precious.txt", str(precious), "a/../../precious.txt", "", ".", 5, None])
    assert disk.made_files(folder) == set()
    assert disk.write_folder(folder, outputs(a_txt="a")) == disk.Changes(("a.txt",), ())
    assert precious.read_text() == "keep"


@pytest.mark.parametrize(
    "content",
    ["", "not json", "[]", "{}", '{"files": 5}', '{"files": null}', "\udcff", '{"files": [{}]}'],
)
def test_with_a_corrupt_manifest_every_file_is_foreign(tmp_path: Path, content: str) -> None:
    """A manifest that cannot be read vouches for no file, and nothing is touched."""
    disk.write_folder(tmp_path, outputs(a_txt="a", b_txt="b"))
    (tmp_path / disk.MANIFEST).write_bytes(content.encode(errors="surrogateescape"))
    before = tree(tmp_path)
    with pytest.raises(UsageError, match=r"holds files that no build made: a\.txt, b\.txt"):
        disk.write_folder(tmp_path, outputs(a_txt="new"))
    assert tree(tmp_path) == before


def test_a_folder_with_foreign_files_is_refused_untouched(tmp_path: Path) -> None:
    """A folder that holds anyone's files is not written into; a few of them are named."""
    for number in range(7):
        write(tmp_path, f"deep/{number}.txt", "mine")
    before = tree(tmp_path)
    with pytest.raises(UsageError) as caught:
        disk.write_folder(tmp_path, outputs(a_txt="new"))
    assert caught.value.message.endswith(
        "deep/0.txt, deep/1.txt, deep/2.txt, deep/3.txt, deep/4.txt, ..."
    )
    assert "--out" in caught.value.hint
    assert tree(tmp_path) == before


def test_a_foreign_file_among_outputs_is_refused_untouched(tmp_path: Path) -> None:
    """A file put beside the outputs stops the next build instead of vanishing."""
    disk.write_folder(tmp_path, outputs(a_txt="a"))
    write(tmp_path, "mine.txt", "mine")
    before = tree(tmp_path)
    with pytest.raises(UsageError, match=r"no build made: mine\.txt$"):
        disk.write_folder(tmp_path, outputs(a_txt="new"))
    assert tree(tmp_path) == before


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    """An output folder that is a file is a usage error."""
    file = write(tmp_path, "site", "a file")
    with pytest.raises(UsageError, match="is not a folder"):
        disk.write_folder(file, outputs(a_txt="a"))
    assert file.read_text() == "a file"


def test_a_build_that_was_cut_off_is_taken_up_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Files of a build that stopped half-way are known to the next one, old ones included."""
    disk.write_folder(tmp_path, outputs(old_txt="old", b_txt="b"))
    replace = os.replace

    def stop_at_c(source: str, target: str) -> None:
        if target.endswith("c.txt"):
            raise KeyboardInterrupt
        replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", stop_at_c)
        with pytest.raises(KeyboardInterrupt):
            disk.write_folder(tmp_path, outputs(a_txt="a", c_txt="c"))
    assert (tmp_path / "old.txt").exists()
    changes = disk.write_folder(tmp_path, outputs(a_txt="a", c_txt="c"))
    assert changes == disk.Changes(("c.txt",), ("b.txt", "old.txt"))
    assert tree(tmp_path).keys() == {"a.txt", "c.txt", disk.MANIFEST}


# Watching


@contextmanager
def watched(root: Path) -> Iterator["Queue[str]"]:
    """Watch a list in a thread; the queue gets `change` for each change and `end` at the end."""
    stop, heard = Event(), Queue[str]()

    def listen() -> None:
        for _ in disk.watch(root, stop):
            heard.put("change")
        heard.put("end")

    thread = Thread(target=listen)
    thread.start()
    try:
        assert heard.get(timeout=30) == "change"  # nothing is missed from now on
        yield heard
    finally:
        stop.set()
        thread.join(timeout=10)
    assert not thread.is_alive()
    assert [text for text in drained(heard) if text == "end"] == ["end"]


def drained(queue: "Queue[str]") -> list[str]:
    """Everything that waits in a queue."""
    return [queue.get_nowait() for _ in range(queue.qsize())]


@pytest.mark.parametrize(
    "path",
    [
        "list.yaml",
        "CITATION.bib",
        record_path(),
        "papers/2025/new.yaml",
        "taxonomy/tags.yaml",
        "templates/site/home.html",
    ],
)
def test_a_change_of_what_a_build_reads_is_told(tmp_path: Path, path: str) -> None:
    """Settings, citation, records, vocabularies and own templates are watched, new ones too."""
    write_list(tmp_path)
    (tmp_path / "papers/2025").mkdir()
    with watched(tmp_path) as heard:
        write(tmp_path, path, record(9))
        assert heard.get(timeout=10) == "change"


def test_a_removed_record_is_told(tmp_path: Path) -> None:
    """A record that goes is a change."""
    write_list(tmp_path)
    with watched(tmp_path) as heard:
        (tmp_path / record_path()).unlink()
        assert heard.get(timeout=10) == "change"


def test_a_change_of_anything_else_is_not_told(tmp_path: Path) -> None:
    """Outputs, version control, caches and editors' own files start no build."""
    write_list(tmp_path)
    others = [
        "README.md",
        "site/index.html",
        "site/papers/x/index.html",
        ".git/index",
        ".venv/lib/papers/x.py",
        "assets/taxonomy-dark.svg",
        "papers/README-2019.md",
        "papers/2024/.reading-2.yaml.swp",
    ]
    for path in others:
        write(tmp_path, path, "old")
    with watched(tmp_path) as heard:
        for path in others:
            write(tmp_path, path, "new")
        with pytest.raises(Empty):
            heard.get(timeout=1)


def test_watching_ends_with_the_event(tmp_path: Path) -> None:
    """A watch whose event is set already yields nothing and returns."""
    stop = Event()
    stop.set()
    assert list(disk.watch(tmp_path, stop)) == []


@pytest.mark.parametrize("linked", [False, True])
def test_watching_survives_its_own_folder_and_links_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, linked: bool
) -> None:
    """An event of the root itself is no change; a root behind a link is watched like any other."""
    root = write_list(tmp_path / "list")
    link = tmp_path / "link"
    link.symlink_to(root)
    path = link / "list.yaml" if linked else root

    def watch(
        _: Path, watch_filter: watchfiles.BaseFilter, **__: object
    ) -> Iterator[set[tuple[watchfiles.Change, str]]]:
        if watch_filter(watchfiles.Change.modified, str(path)):
            yield {(watchfiles.Change.modified, str(path))}

    monkeypatch.setattr(watchfiles, "watch", watch)
    assert len(list(disk.watch(link if linked else root, Event()))) == linked

"""What `build` does where a list or its site is not as the last build left it."""

from collections.abc import Collection, Iterable, Mapping
from functools import partial

from awesome_heads import disk, project
from awesome_heads.commands.console import notes, report, track
from awesome_heads.commands.made import Made, Only
from awesome_heads.records.places import is_volume
from awesome_heads.render import LARGEST, Output, Rendered, Texts
from awesome_heads.text import count


def rebuild(past: disk.Past, only: Only | None, jobs: int | None) -> Made | None:
    """Write what the last build did not.

    Args:
        past: The last build, beside what is there now.
        only: Which of README and site to write.
        jobs: How many processes may render the site; one a processor where none is said.

    Returns:
        What came of it; None where the list has problems, which are told. Then nothing is written.
    """
    earlier = disk.Earlier(past.memory)
    parser = earlier.parser(jobs)
    loaded, problems = project.load(past.root, parser)
    if loaded is None:
        report(problems, "nothing was built")
        return None
    loaded = loaded if past.is_trusted else loaded.in_sandbox()
    jobs = jobs or disk.processors()
    papers = len(loaded.library.papers)
    texts = earlier.texts(loaded.records)
    write_readme = partial(_readme, loaded, texts, only)
    with disk.aside(write_readme, papers, jobs) as readme_written:
        site = None if only == "readme" else loaded.site()
        keys = site.keys_by(texts.key_of) if site else {}
        fresh = past.fresh(keys)
        readme, texts.used = readme_written()
    with disk.Transaction(past.root if past.is_trusted else None) as writing:
        # First what may be refused: for the site a folder is made.
        beside = _stage_readme(writing, past, readme) if readme else ()
        pages = _stage_site(writing, past, site, jobs, fresh) if site else ()
    note = _note(papers, keys)
    earlier.keep_papers(parser)
    if only != "site":
        earlier.keep_texts(texts)
    if only is None:
        past.leave(keys, pages, readme, note)
    _tell_volumes(readme)
    return Made(note, len(pages) + len(beside), len(writing.removed))


def _readme(
    loaded: project.Project, texts: Texts, only: Only | None
) -> tuple[Mapping[str, Output], dict[str, bytes]]:
    """The README's files, and the texts that they are made of."""
    readme = {} if only == "site" else loaded.readme(texts=texts)
    return readme, texts.used


def _stage_site(
    writing: disk.Transaction, past: disk.Past, site: Rendered, jobs: int, fresh: Collection[str]
) -> tuple[str, ...]:
    return writing.write_folder(past.out, site, jobs, partial(track, label="Rendering"), fresh)


def _stage_readme(
    writing: disk.Transaction, past: disk.Past, readme: Mapping[str, Output]
) -> tuple[str, ...]:
    return writing.write_files(past.root, readme.values(), disk.read_volumes(past.root))


def _note(papers: int, site: Iterable[str]) -> str:
    pages = sum(path.endswith(".html") for path in site)
    return count(papers, "paper") + (f", {count(pages, 'page')}" if pages else "")


def _tell_volumes(readme: Iterable[str]) -> None:
    """Say which files hold the papers that the README has no room for."""
    volumes = [path for path in readme if is_volume(path)]
    if volumes:
        rest = f" to {volumes[-1]}" if len(volumes) > 1 else ""
        files = f"{volumes[0]}{rest} ({count(len(volumes), 'file')})"
        notes().print(f"README.md would pass {LARGEST:,} bytes: older papers are in {files}.")

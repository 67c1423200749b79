"""`serve`: the site as it will be, reloaded on every save."""

from pathlib import Path
from threading import Event
from urllib.parse import urlsplit

from awesome_heads import disk, project
from awesome_heads.commands.console import notes, report
from awesome_heads.commands.results import say
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.preview import Built, Preview, fault_of
from awesome_heads.records import Remembered
from awesome_heads.text import count


def serve(root: Path, port: int, stop: Event, *, untrusted: bool = False) -> int:
    """Serve until `stop` is set or the command is interrupted.

    Args:
        root: The list's folder.
        port: Where to listen; 0 takes any port that is free.
        stop: Ends it when it is set.
        untrusted: Whether somebody else wrote the list.
    """
    parse = Remembered()
    preview = Preview(lambda: _build(root, parse, untrusted=untrusted), port)
    try:
        preview.start()
        _tell(preview.shown.built)
        say(f"Serving {preview.url} (Ctrl+C ends it)")
        for _ in disk.watch(root, stop):
            _tell(preview.rebuild())
    finally:
        preview.close()
    return 0


def _build(root: Path, parse: Remembered, *, untrusted: bool) -> Built:
    try:
        if untrusted:
            disk.refuse_links(root)
        loaded, problems = project.load(root, parse)
        if loaded is not None:
            loaded = loaded.in_sandbox() if untrusted else loaded
            site = loaded.site()
            loaded.try_templates(site)
            return Built(urlsplit(loaded.config.base_url).path, site, [])
    except AwesomeHeadsError as error:
        problems = [fault_of(error)]
    return Built("/", {}, problems)


def _tell(built: Built) -> None:
    if built.diagnostics:
        report(built.diagnostics, "the browser shows them until they are mended")
    else:
        notes().print(f"Built {count(len(built.outputs), 'file')}.")

"""`serve`: the site as it will be, reloaded on every save."""

from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from awesome_heads import disk, project
from awesome_heads.commands.console import notes, report
from awesome_heads.commands.results import say
from awesome_heads.errors import AwesomeHeadsError
from awesome_heads.preview import Built, Preview, fault_of
from awesome_heads.project import Project
from awesome_heads.records import Remembered
from awesome_heads.text import count

if TYPE_CHECKING:
    from awesome_heads.render import Theme


def serve(root: Path, port: int, stop: Event, *, untrusted: bool = False) -> int:
    """Serve until `stop` is set or the command is interrupted.

    Args:
        root: The list's folder.
        port: Where to listen; 0 takes any port that is free.
        stop: Ends it when it is set.
        untrusted: Whether somebody else wrote the list.
    """
    site = _Site(root, untrusted=untrusted)
    changes = disk.watch(root, stop)
    next(changes, None)  # before anything is read, so that no change falls between the two
    preview = Preview(site.built, port)
    try:
        preview.start()
        _tell(preview.shown.built)
        say(f"Serving {preview.url} (Ctrl+C ends it)")
        for _ in changes:
            _tell(preview.rebuild())
    finally:
        preview.close()
    return 0


class _Site:
    """A list's site, made again and again: what did not change is neither read nor tried anew."""

    def __init__(self, root: Path, *, untrusted: bool) -> None:
        self._root = root
        self._untrusted = untrusted
        self._read = disk.Reader()
        self._parse = Remembered()
        self._tried: Theme | None = None

    def built(self) -> Built:
        """The site as it is now, or why there is none."""
        try:
            if self._untrusted:
                disk.refuse_links(self._root)
            loaded, problems = project.load(self._root, self._parse, self._read(self._root))
            if loaded is not None:
                return self._made(loaded.in_sandbox() if self._untrusted else loaded)
        except AwesomeHeadsError as error:
            problems = [fault_of(error)]
        return Built("/", {}, problems)

    def _made(self, loaded: Project) -> Built:
        site = loaded.site()
        if loaded.theme != self._tried:
            loaded.try_templates(site)
            self._tried = loaded.theme
        return Built(urlsplit(loaded.config.base_url).path, site, [], len(loaded.library.papers))


def _tell(built: Built) -> None:
    if built.diagnostics:
        report(built.diagnostics, "the browser shows them until they are mended")
    else:
        notes().print(f"Built the pages of {count(built.papers, 'paper')}.")

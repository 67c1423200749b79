"""Pages to files through Jinja templates."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from functools import partial
from itertools import chain
from typing import Any
from urllib.parse import quote

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    DictLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
)

from awesome_heads.errors import UsageError
from awesome_heads.escapes import (
    escape_attribute,
    escape_link_text,
    escape_markdown,
    link_target,
)
from awesome_heads.language import IN_ENGLISH, Language
from awesome_heads.render.compiling import Catalogue, Compiler, Store, as_html, compiled
from awesome_heads.render.keys import Made
from awesome_heads.render.markdown import InlineMarkdown
from awesome_heads.render.output import Output
from awesome_heads.render.parting import LARGEST, part_readme
from awesome_heads.render.rendered import Rendered
from awesome_heads.render.sandbox import Sandbox
from awesome_heads.render.scripts import shorten
from awesome_heads.render.social import draw
from awesome_heads.render.texts import Texts
from awesome_heads.render.theme import SHIPPED, Theme
from awesome_heads.views import File, Page, Picture
from awesome_heads.views.page import Inline
from awesome_heads.views.readme import Readme

# What no reader of XML takes, however it is escaped (https://www.w3.org/TR/xml/#charsets).
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class _Environment(Environment):
    """An environment whose globals are one plain mapping: every import and include copies them.

    Attributes:
        texts: What the compiler translates with.
    """

    code_generator_class = Compiler
    as_html = staticmethod(as_html)
    texts: Catalogue

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What every template knows, with what one of them is given besides."""
        return {**self.globals, **(d or {})}


class _Sandbox(Sandbox, _Environment):
    """The same for templates of a stranger."""


class Once:
    """Calls a macro with the same values only once: a paper's row stands on many pages.

    Of a large list it forgets now and then, so that it never holds more than it may.
    """

    def __init__(self, most: int = 10_000) -> None:
        """Start with nothing made, and keep so many at most."""
        self.most = most
        self._made: dict[tuple[object, ...], object] = {}

    def __call__(self, macro: Callable[..., object], *values: object) -> object:
        """What the macro makes of values that can be hashed."""
        key = (macro, *values)
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= self.most:
                self._made.clear()
            made = self._made[key] = macro(*values)
        return made


class Renderer:
    """The shipped templates, with a list's own in front of them.

    README templates get filters for Markdown (`md` for text, `link_text` for that of a link, `cell`
    for inline Markdown, `attr`, `target`) and no automatic escaping; the site is escaped
    automatically, but for the one file of Markdown in it.
    """

    def __init__(
        self, theme: Theme, language: Language = IN_ENGLISH, store: Store | None = None
    ) -> None:
        """Set up an environment for the README and one for the site.

        Args:
            theme: The list's own templates.
            language: What the templates speak.
            store: Keeps the shipped ones as they are compiled, if anything does.
        """
        self._theme = theme
        self._language = language
        # A store knows nothing of catalogues but those of the package.
        self._store = None if theme.has_texts else store
        self.markdown = InlineMarkdown()
        self.readme = self._environment("readme", autoescape=False)
        self.site = self._environment("site", autoescape=True)
        self.readme.filters |= {
            "md": escape_markdown,
            "link_text": escape_link_text,
            "cell": self.markdown.cell,
            "attr": escape_attribute,
            "target": link_target,
            "badge": _badge,
        }
        self.site.filters |= {
            "inline": self.markdown.html,
            "explained": self.markdown.explained,
            "words": self.markdown.plain,
            "graph": self._graph,
            "md": escape_markdown,
            "target": link_target,
        }

    def _environment(self, folder: str, *, autoescape: bool) -> Environment:
        language = self._language
        own: BaseLoader = DictLoader(self._theme.templates(folder))
        kind = _Environment if self._theme.is_trusted else _Sandbox
        environment = kind(
            loader=ChoiceLoader([own, FileSystemLoader(SHIPPED / folder)]),
            undefined=StrictUndefined,
            autoescape=autoescape,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            extensions=["jinja2.ext.i18n"],
            bytecode_cache=compiled(
                self._store, language.texts, kind.__name__, language.tag, autoescape
            ),
        )
        environment.texts = language.texts
        environment.policies["ext.i18n.trimmed"] = True
        environment.install_gettext_translations(language.texts, newstyle=True)  # type: ignore[attr-defined]
        environment.globals["once"] = Once()
        environment.filters |= {
            "count": language.count,
            "papers": language.papers,
            "number": language.number,
        }
        return environment

    def render_readme(
        self, readme: Readme, largest: int = LARGEST, texts: Texts | None = None
    ) -> Iterator[Output]:
        """Render the README in files of so many bytes at most, and its pictures after it."""
        render = partial(_render, self.readme)
        yield from part_readme(readme, texts.remembering(render) if texts else render, largest)
        # Escaped as the site is.
        yield from (_render(self.site, picture) for picture in readme.pictures())

    def render_site(self, pages: Iterable[Made]) -> Rendered:
        """The site's outputs by path, its static files first.

        A static file of the list's own stands in for a picture of the same path.
        """
        static = self._theme.static_files()
        drawn = (each for each in pages if not isinstance(each, Picture) or each.path not in static)
        files = (File(path, shorten(path, data)) for path, data in static.items())
        return Rendered(chain(files, drawn), self._made)

    def _made(self, made: Made) -> Output:
        """One page rendered, one picture drawn, or a data file handed on."""
        if isinstance(made, Page):
            return _render(self.site, made)
        return Output(made.path, made.data if isinstance(made, File) else draw(made.drawing))

    def _graph(self, things: Iterable[object]) -> dict[str, object]:
        """Objects of schema.org's vocabulary as one value of JSON, Markdown as its words."""
        return {"@context": "https://schema.org", "@graph": [self._spoken(each) for each in things]}

    def _spoken(self, thing: object) -> object:
        if isinstance(thing, Inline):
            return self.markdown.plain(thing)
        if isinstance(thing, Mapping):
            return {name: self._spoken(value) for name, value in thing.items()}
        return [self._spoken(each) for each in thing] if isinstance(thing, list) else thing


def _render(environment: Environment, page: Page) -> Output:
    try:
        template = environment.get_template(page.template)
        text = template.render(page.context.variables())
    except Exception as error:  # a template's expressions can raise anything
        name = getattr(error, "name", None) or page.template
        line = getattr(error, "lineno", "")
        raise UsageError(
            f"the template {name}{f', line {line},' if line else ''} fails for {page.path}: "
            f"{error}",
            "mend the template, or delete your own copy to fall back to the shipped one",
            f"templates/{page.template}",
        ) from error
    if page.path.endswith((".xml", ".svg")):
        text = _NOT_IN_XML.sub("\ufffd", text)
    return Output(page.path, text.encode())


def _badge(pattern: str, label: str, message: str = "") -> str:
    """Fill a badge address as shields.io reads it: `-` and `_` doubled, blanks as `_`."""

    def part(text: str) -> str:
        return quote(text.replace("-", "--").replace("_", "__").replace(" ", "_"), safe="-_")

    return pattern.replace("{label}", part(label)).replace("{message}", part(message))

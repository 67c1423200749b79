"""Pages to files through Jinja templates."""

from collections.abc import Iterable, Iterator
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
from awesome_heads.escapes import escape_attribute, escape_markdown, link_target
from awesome_heads.render.markdown import InlineMarkdown
from awesome_heads.render.output import Output
from awesome_heads.render.theme import SHIPPED, Theme
from awesome_heads.text import count
from awesome_heads.views import Page


class Renderer:
    """The shipped templates, with a list's own in front of them.

    README templates get filters for Markdown (`md` for text, `cell` for inline Markdown, `attr`,
    `target`) and no automatic escaping; pages and pictures are escaped automatically.
    """

    def __init__(self, theme: Theme) -> None:
        """Set up an environment for the README and one for the site."""
        self._theme = theme
        self.markdown = InlineMarkdown()
        self.readme = self._environment("readme", autoescape=False)
        self.site = self._environment("site", autoescape=True)
        self.readme.filters |= {
            "md": escape_markdown,
            "cell": self.markdown.cell,
            "attr": escape_attribute,
            "target": link_target,
            "badge": _badge,
        }
        self.site.filters |= {"inline": self.markdown.html, "words": self.markdown.plain}

    def _environment(self, folder: str, *, autoescape: bool) -> Environment:
        own: BaseLoader = DictLoader(self._theme.templates(folder))
        environment = Environment(
            loader=ChoiceLoader([own, FileSystemLoader(SHIPPED / folder)]),
            undefined=StrictUndefined,
            autoescape=autoescape,  # noqa: S701 -- off only for Markdown, where filters escape
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        environment.filters["count"] = count
        return environment

    def render_readme(self, pages: Iterable[Page]) -> Iterator[Output]:
        """Render the README, and its pictures with the site's escaping."""
        for page in pages:
            environment = self.site if page.template.endswith(".svg") else self.readme
            yield _render(environment, page)

    def render_site(self, pages: Iterable[Page]) -> Iterator[Output]:
        """Render the site's pages, then give its static files."""
        for page in pages:
            yield _render(self.site, page)
        for path, data in self._theme.static_files().items():
            yield Output(path, data)


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
    return Output(page.path, text.encode())


def _badge(pattern: str, label: str, message: str = "") -> str:
    """Fill a badge address as shields.io reads it: `-` and `_` doubled, blanks as `_`."""

    def part(text: str) -> str:
        return quote(text.replace("-", "--").replace("_", "__").replace(" ", "_"), safe="-_")

    return pattern.replace("{label}", part(label)).replace("{message}", part(message))

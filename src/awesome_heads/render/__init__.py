"""Contexts to files: templates, inline Markdown, escapes."""

from awesome_heads.render.keys import Keys, Made
from awesome_heads.render.output import Output
from awesome_heads.render.parting import LARGEST
from awesome_heads.render.rendered import Rendered
from awesome_heads.render.renderer import Renderer
from awesome_heads.render.starter import render_starter, starter_paths
from awesome_heads.render.texts import Texts
from awesome_heads.render.theme import SHIPPED, Theme

__all__ = [
    "LARGEST",
    "SHIPPED",
    "Keys",
    "Made",
    "Output",
    "Rendered",
    "Renderer",
    "Texts",
    "Theme",
    "render_starter",
    "starter_paths",
]

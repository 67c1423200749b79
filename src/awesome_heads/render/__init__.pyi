from .keys import Keys, Made
from .output import Output
from .parting import LARGEST
from .rendered import Rendered
from .renderer import Renderer
from .starter import render_starter, starter_paths
from .texts import Texts
from .theme import SHIPPED, Theme

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

"""What pages, README and pictures show: typed contexts, sorted, grouped and counted."""

from awesome_heads.views.page import Page
from awesome_heads.views.readme import build_readme
from awesome_heads.views.site import build_site

__all__ = ["Page", "build_readme", "build_site"]

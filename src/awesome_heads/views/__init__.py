"""What pages, README and pictures show: typed contexts, sorted, grouped and counted."""

from awesome_heads.views.page import File, Page
from awesome_heads.views.readme import build_readme
from awesome_heads.views.site import build_site
from awesome_heads.views.social import Picture

__all__ = ["File", "Page", "Picture", "build_readme", "build_site"]

"""The site served on loopback from memory, reloaded in the browser when it changes."""

from awesome_heads.preview.built import Built, fault_of
from awesome_heads.preview.preview import Preview
from awesome_heads.preview.server import CHANGES, LAST

__all__ = ["CHANGES", "LAST", "Built", "Preview", "fault_of"]

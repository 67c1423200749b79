"""Papers in the formats that other tools read."""

from awesome_heads.formats.bibliography import EXPORTS, FORMATS, Bibliography, Format
from awesome_heads.formats.citation import Prefer

__all__ = ["EXPORTS", "FORMATS", "Bibliography", "Format", "Prefer"]

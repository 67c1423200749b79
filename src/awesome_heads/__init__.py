"""A static-site generator for curated paper lists."""

__version__ = "0.1.0"
HOME = "https://github.com/IAAR-Shanghai/Awesome-Attention-Heads"

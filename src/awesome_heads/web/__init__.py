"""The network: the only user of requests, and of a cache of what came from there."""

from awesome_heads.web.answers import Kind, WebProblem
from awesome_heads.web.cache import Cache
from awesome_heads.web.client import DAY, Client, Manners

__all__ = ["DAY", "Cache", "Client", "Kind", "Manners", "WebProblem"]

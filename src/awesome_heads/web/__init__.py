"""The network: the only user of requests, and of a cache of what came from there."""

from awesome_heads.web.answers import Kind, WebProblem
from awesome_heads.web.cache import Cache
from awesome_heads.web.client import DAY, Client, Manners
from awesome_heads.web.following import Follower

__all__ = ["DAY", "Cache", "Client", "Follower", "Kind", "Manners", "WebProblem"]

"""Templates that a stranger wrote: they fill in what they are given, and reach nothing else."""

import datetime as dt
from collections.abc import Mapping
from types import MethodType

from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner
from pydantic import BaseModel

from awesome_heads import views

# Whose methods may be called, besides those of views. Records and settings have fields to read:
# pydantic gives them methods that read any file, and run what a pickle says.
_PLAIN = (str, int, float, tuple, list, Mapping, frozenset, dt.date, LoopContext, Cycler, Joiner)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, in which only macros and methods of plain values can be called."""

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may have an attribute of something that it was given."""
        if not super().is_safe_attribute(obj, attr, value) or _is_of_pydantic(obj, attr):
            return False
        return not callable(value) or isinstance(value, Macro) or _is_harmless(obj, value)


def _is_of_pydantic(obj: object, attr: str) -> bool:
    """Whether an attribute tells how a model is made, which leads to classes of pydantic."""
    return isinstance(obj, BaseModel) and attr.startswith("model_")


def _is_harmless(obj: object, value: object) -> bool:
    """Whether a method reads and makes plain values, and nothing else."""
    if isinstance(obj, _PLAIN):
        return True
    return isinstance(value, MethodType) and value.__module__.startswith(f"{views.__name__}.")

"""Templates compiled with their texts translated already, and with no escape where none is needed.

Both are asked for once for each place of a template that way, instead of once for each page.
"""

import re
from collections.abc import Hashable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from jinja2 import BytecodeCache, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_RESOLVE
from markupsafe import escape

from awesome_heads.digests import digest_of

if TYPE_CHECKING:
    from types import CodeType

_SHIPPED, _OWN = "shipped/", "own/"
_NEEDS_ESCAPE = re.compile("[&<>\"']").search
_PLACE = re.compile(r"%\((\w+)\)s|%%|(%)")


class Catalogue(Protocol):
    """A catalogue of translations."""

    def gettext(self, message: str) -> str:
        """The translation of a text."""

    def pgettext(self, context: str, message: str) -> str:
        """The translation of a text as it is meant in a context."""


class Store(Hashable, Protocol):
    """Keeps compiled templates from one process to the next."""

    def read(self, name: str) -> bytes | None:
        """What this program keeps under a name, if it keeps anything."""

    def write(self, name: str, data: bytes) -> None:
        """Keep something, or do nothing where it cannot be kept."""


class Compiled(BytecodeCache):
    """Templates as they were compiled before, by what their files are called and hold.

    All of them are known for as long as the process runs, and those of the package beyond that.
    """

    def __init__(self, store: Store | None = None, kind: Hashable = ()) -> None:
        """Begin with those that a store keeps.

        Args:
            store: Keeps those of the package, if anything does.
            kind: All that one template is compiled differently for, as plain values.
        """
        self._codes: dict[tuple[str, str], CodeType] = {}
        self._store = store
        self._kind = kind

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What a template is known by; a list's own have no file."""
        return f"{_SHIPPED if filename else _OWN}{name}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template that was compiled before."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))
        if bucket.code is None and self._store and bucket.key.startswith(_SHIPPED):
            kept = self._store.read(self._name(bucket))
            if kept is not None:
                bucket.bytecode_from_string(kept)
                self._know(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled just now."""
        self._know(bucket)
        if self._store and bucket.key.startswith(_SHIPPED):
            self._store.write(self._name(bucket), bucket.bytecode_to_string())

    def _know(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code

    def _name(self, bucket: Bucket) -> str:
        return digest_of((self._kind, bucket.key))


@lru_cache(maxsize=8)
def compiled(store: Store | None, _texts: object, *kind: Hashable) -> Compiled:
    """The templates that environments of one kind share, for one list after another.

    Args:
        store: Keeps them.
        _texts: The catalogue that they are translated with.
        kind: All else that one template is compiled differently for, as plain values.
    """
    return Compiled(store, kind)


def as_html(value: object) -> str:
    """A value as HTML shows it; what is HTML already stays as it is."""
    if type(value) is str:
        return str(escape(value)) if _NEEDS_ESCAPE(value) else value
    return escape(value)


class Compiler(CodeGenerator):
    """Jinja's own compiler but for texts of the interface and for values that are put out.

    Its environment has the attributes `texts`, a catalogue, and `as_html`.
    """

    def visit_Call(  # noqa: N802 -- Jinja's own name
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002
    ) -> None:
        """Write a translation in the place of a call that asks for it."""
        pieces = self._pieces(node, frame)
        if pieces is None or frame.eval_ctx.volatile or forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("Markup(" if frame.eval_ctx.autoescape else "(")
        if all(isinstance(piece, str) for piece in pieces):
            self.write(repr("".join(map(str, pieces))))
        else:
            self._write_joined(pieces, frame)
        self.write(")")

    def _write_joined(self, pieces: list[str | nodes.Expr], frame: Frame) -> None:
        self.write("''.join((")
        for piece in pieces:
            if isinstance(piece, str):
                self.write(repr(piece))
            else:
                self.write("environment.as_html(" if frame.eval_ctx.autoescape else "str(")
                self.visit(piece, frame)
                self.write(")")
            self.write(", ")
        self.write("))")

    def _pieces(self, node: nodes.Call, frame: Frame) -> list[str | nodes.Expr] | None:
        """Texts and values that make up a translation; None where the call asks for none."""
        arguments = [each.value for each in node.args if isinstance(each, nodes.Const)]
        if node.dyn_args or node.dyn_kwargs or len(arguments) < len(node.args):
            return None
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        texts: Catalogue = self.environment.texts  # type: ignore[attr-defined]
        if not _is_global(name, frame):
            return None
        values = {each.key: each.value for each in node.kwargs}
        match name, arguments:
            case "_" | "gettext", [str(message)]:
                return _parted(texts.gettext(message), values)
            case "pgettext", [str(context), str(message)]:
                return _parted(texts.pgettext(context, message), values)
        return None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.as_html(")
        else:
            super()._output_child_pre(node, frame, finalize)  # type: ignore[arg-type]


def _is_global(name: str, frame: Frame) -> bool:
    """Whether a name is none that the template gave to something else."""
    ref = frame.symbols.find_ref(name)
    load = frame.symbols.find_load(ref) if ref else None
    return load is None or load[0] == VAR_LOAD_RESOLVE


def _parted(text: str, values: Mapping[str, nodes.Expr]) -> list[str | nodes.Expr] | None:
    """A text taken apart at its places for values; None where Jinja has to see to it."""
    places = list(_PLACE.finditer(text))
    if any(place[2] or (place[1] and place[1] not in values) for place in places):
        return None
    return list(_parts(text, places, values))


def _parts(
    text: str, places: list[re.Match[str]], values: Mapping[str, nodes.Expr]
) -> Iterator[str | nodes.Expr]:
    end = 0
    for place in places:
        yield text[end : place.start()]
        yield values[place[1]] if place[1] else "%"
        end = place.end()
    yield text[end:]

"""Mutants of files, made by mutmut: `mutants.py COUNT SEED PATH...`.

Prints JSON: how many there are in all, and a random sample of them, each with its path, its line,
what differs, and the whole text of the mutated file.
"""

import difflib
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import libcst as cst
from mutmut.mutation.file_mutation import Mutation, MutationVisitor, deep_replace
from mutmut.mutation.mutators import mutation_operators
from mutmut.mutation.pragma_handling import IgnoredCode


class Visitor(MutationVisitor):
    """mutmut's own, but with what is decorated: mutants stand in whole files here."""

    def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Decorator) or (
            isinstance(node, cst.FunctionDef) and node.decorators
        ):
            return False
        return super()._skip_node_and_children(node)


def mutations_of(path: Path) -> Iterator[tuple[Path, cst.Module, Mutation]]:
    """Every mutation of a file, in the order of the file."""
    nothing = IgnoredCode(set(), set(), set())
    visitor = Visitor(mutation_operators, nothing)
    module = cst.MetadataWrapper(cst.parse_module(path.read_bytes())).visit(visitor)
    for mutation in visitor.mutations:
        yield path, module, mutation


def mutant(path: Path, module: cst.Module, mutation: Mutation) -> dict[str, object]:
    """The mutated file, and where it differs from what it was."""
    mutated = deep_replace(module, mutation.original_node, mutation.mutated_node)
    text = mutated.code
    old, new = path.read_text(encoding="utf-8").splitlines(), text.splitlines()
    lines = list(difflib.unified_diff(old, new, lineterm="", n=0))[2:]
    start = int(lines[0].split()[1].strip("-").partition(",")[0]) if lines else 1
    diff = [line for line in lines if not line.startswith("@@")]
    return {"path": str(path), "line": start, "diff": diff, "text": text}


def main() -> None:
    """Print the sample that was asked for."""
    count, seed = int(sys.argv[1]), int(sys.argv[2])
    every = [each for path in sys.argv[3:] for each in mutations_of(Path(path))]
    chosen = random.Random(seed).sample(every, min(count, len(every)))  # noqa: S311 (no secret)
    json.dump({"all": len(every), "sample": [mutant(*each) for each in chosen]}, sys.stdout)


if __name__ == "__main__":
    main()

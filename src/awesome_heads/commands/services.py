"""What commands say while they ask services, and of those that could not tell."""

from awesome_heads.commands.console import notes
from awesome_heads.identifiers import Identifier
from awesome_heads.resolving import Resolved
from awesome_heads.text import count


def tell_asking(service: str, papers: int) -> None:
    """Say who is asked, where a person is waiting for the answer."""
    console = notes()
    if console.is_terminal:
        console.print(f"Asking {service} about {count(papers, 'paper')} ...")


def note_failures(identifier: Identifier, answer: Resolved) -> None:
    """Say which services could not tell, of a paper that another one knew."""
    source = answer.metadata.source if answer.metadata else "nobody"
    said = "; ".join(answer.failures)
    notes().print(f"note: {identifier.label}: {said}. What is used here comes from {source}.")

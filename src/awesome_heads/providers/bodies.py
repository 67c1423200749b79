"""Bodies of answers as plain data, whatever was sent."""

import json


def load_json(body: bytes) -> object:
    """The data of a JSON body; None where it is none."""
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def at(data: object, *steps: str | int) -> object:
    """The value that a path leads to; None where the path leads nowhere."""
    for step in steps:
        if isinstance(step, str) and isinstance(data, dict):
            data = data.get(step)
        elif isinstance(step, int) and isinstance(data, list) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def items(data: object) -> list[object]:
    """The items of a list; none where it is no list."""
    return data if isinstance(data, list) else []

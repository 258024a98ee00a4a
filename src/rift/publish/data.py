"""Data files in JSON: one entry a line, so that people can look through them and compare two."""

from __future__ import annotations

import json
from collections.abc import Iterable

ENCODER = json.JSONEncoder(ensure_ascii=False)


def json_list(entries: Iterable[dict]) -> str:
    """Entries as a JSON array."""
    return "[\n" + ",\n".join(map(ENCODER.encode, entries)) + "\n]"

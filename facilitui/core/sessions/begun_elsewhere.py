"""Entries that were begun on another machine: what they name beside the journal lies there."""

from __future__ import annotations

from collections.abc import Iterable

from facilitui.core.journals.journal import IMPORTED, Document


def begun_elsewhere(documents: Iterable[Document]) -> frozenset[str]:
    """The entries whose first revision was imported, whoever went on with them."""
    first: dict[str, Document] = {}
    for document in documents:
        known = first.get(document["id"])
        if known is None or document["rev"] < known["rev"]:
            first[document["id"]] = document
    return frozenset(name for name, each in first.items() if IMPORTED in each)

"""The seal that events and journal entries carry, so that damage and changes show.

A sealed document keeps its content as a string `body`. The `body_hash` covers salt and body, the
`hash` covers every field but body, salt and hash; so a private body can be left out, or blanked
in a purge, and the chain still verifies. It shows accidental damage and edits made outside the
program, not who wrote it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

GENESIS = "0" * 64
"""What the first document of a chain follows."""

SALT_BYTES = 16
SALT_DIGITS = 2 * SALT_BYTES
"""A salt's length is fixed, so that nothing can be moved between salt and body unseen."""

_OUTSIDE_THE_HASH = frozenset({"body", "salt", "hash"})


class Seal(Enum):
    """What checking a document's seal showed."""

    WHOLE = "whole"
    BLANKED = "blanked"
    """The body has been left out; the rest is as it was written."""
    ALTERED = "altered"
    MISSING = "missing"
    """It never had one: another program wrote it."""


def canonical(value: Any) -> str:
    """JSON in the one form that hashes are taken of: sorted keys, no spaces, ASCII only.

    Lone surrogates survive as escapes. Raises ValueError for numbers that JSON does not have.
    """
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False
    )


def sha256(text: str) -> str:
    """The SHA-256 of a text, as hex; lone surrogates are told from what escapes them."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def seal(fields: Mapping[str, Any], body: str, salt: str) -> dict[str, Any]:
    """The sealed document of these fields and this body. `salt` is 16 random bytes as hex."""
    document = {**fields, "body": body, "salt": salt, "body_hash": sha256(salt + body)}
    return {**document, "hash": own_hash(document)}


def own_hash(document: Mapping[str, Any]) -> str:
    """What a document's `hash` must be, fields that are not known here included."""
    covered = {key: value for key, value in document.items() if key not in _OUTSIDE_THE_HASH}
    return sha256(canonical(covered))


def check(document: Mapping[str, Any]) -> Seal:
    """Whether a document is as it was sealed. Its place in a chain is the caller's to check."""
    if "hash" not in document:
        return Seal.MISSING
    try:
        if document["hash"] != own_hash(document):
            return Seal.ALTERED
    except (TypeError, ValueError, RecursionError):
        return Seal.ALTERED
    body, salt = document.get("body"), document.get("salt")
    if body == "" and salt == "":
        return Seal.BLANKED
    if not isinstance(body, str) or not isinstance(salt, str) or len(salt) != SALT_DIGITS:
        return Seal.ALTERED
    return Seal.WHOLE if document.get("body_hash") == sha256(salt + body) else Seal.ALTERED

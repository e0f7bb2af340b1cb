"""Names for files and folders, made from what people call things."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 48


def slug(text: str, fallback: str = "untitled") -> str:
    """A file name's worth of a text: small ASCII letters, digits and dashes; never a path."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    return words[:LONGEST].strip("-") or fallback

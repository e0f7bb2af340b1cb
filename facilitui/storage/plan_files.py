"""The text of a plan's file, in one canonical form that people can read and edit.

A plan always makes the same text, and the text reads back as the same plan. What has its default
is left out, so that a file says what somebody decided.
"""

from __future__ import annotations

from facilitui.core.plan import Plan
from facilitui.storage.toml_writing import fill, storable_model

_ALWAYS = frozenset({"kind", "title", "purpose", "minutes"})
"""Written even where they have their default: whoever opens the file looks for them."""


def plan_text(plan: Plan) -> str:
    """The file of a plan: top-level keys, then a table for each larger part.

    Text that UTF-8 cannot hold is replaced.
    """
    import tomlkit

    document = tomlkit.document()
    fill(document, storable_model(plan), _ALWAYS)
    return tomlkit.dumps(document).rstrip("\n") + "\n"

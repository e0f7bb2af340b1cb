"""The text of a plan's file, in one canonical form that people can read and edit.

A plan always makes the same text, and the text reads back as the same plan. What has its default
is left out, so that a file says what somebody decided.
"""

from __future__ import annotations

from pathlib import Path

from facilitui.core.errors import InputProblems, NotSaved
from facilitui.core.plan import Plan
from facilitui.storage.toml_files import parse_model
from facilitui.storage.toml_index import TomlIndex
from facilitui.storage.toml_writing import fill, storable_model

_ALWAYS = frozenset({"kind", "title", "purpose", "minutes"})
"""Written even where they have their default: whoever opens the file looks for them."""


def plan_text(plan: Plan) -> str:
    """The file of a plan: top-level keys, then a table for each larger part.

    Text that UTF-8 cannot hold is replaced, as `storable_plan` does.
    """
    import tomlkit

    document = tomlkit.document()
    fill(document, storable_plan(plan), _ALWAYS)
    return tomlkit.dumps(document).rstrip("\n") + "\n"


def with_head(head: str, text: str) -> str:
    """A plan's text below a head comment, if there is one."""
    return f"{head}\n{text}" if head else text


def storable_plan(plan: Plan) -> Plan:
    """The plan as a file can hold it: broken halves of characters become replacement signs."""
    return storable_model(plan)


def checked_text(plan: Plan, path: Path) -> tuple[Plan, str]:
    """The plan as its file will hold it, with the file's text but for a head comment.

    Raises NotSaved where the file would not open again as the same plan: rather no file than one
    that cannot be read. `path` is what problems name.
    """
    try:
        stored = storable_plan(plan)
        text = plan_text(stored)
        again = parse_model(text, Plan, path)
    except InputProblems as error:
        raise NotSaved(f"the plan would not open again: {error.problems[0].reason}") from error
    except (TypeError, ValueError) as error:
        raise NotSaved("the plan holds something that its file cannot hold") from error
    if again != stored:
        raise NotSaved("the plan would not read back as it is; nothing was written")
    return stored, text


def has_other_comments(text: str) -> bool:
    """Whether there are comments that the canonical form would lose."""
    index = TomlIndex(text)
    return any(offset > index.first_key for offset in index.comments)

"""Making all that people wrote in a record safe."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel

from facilitui.core.reports.report_words import Hide

_REFERENCES = frozenset(
    {"id", "session", "zone", "frame", "goal", "goals", "entry", "norm", "criterion"}
)
"""Fields by which things are found again; no report shows them as they are."""
M = TypeVar("M", bound=BaseModel)


def hidden(model: M, hide: Hide) -> M:
    """A record with all that a person wrote made safe; closed words and figures stay."""
    return model.model_copy(
        update={
            name: _safe(getattr(model, name), hide)
            for name in type(model).model_fields
            if name not in _REFERENCES
        }
    )


def _safe(value: object, hide: Hide) -> object:
    if isinstance(value, BaseModel):
        return hidden(value, hide)
    if isinstance(value, tuple):
        return tuple(_safe(each, hide) for each in value)
    if isinstance(value, dict):
        return {key: _safe(each, hide) for key, each in value.items()}
    return hide(value) if type(value) is str else value

"""Pathways as files say them, right and wrong, and what is told of the wrong ones."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from pydantic import ValidationError

from facilitui.core.errors import Faults
from facilitui.core.pathways.pathway import Pathway

Data = dict[str, Any]
PARTS = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
FIELDS = [{"id": "what", "ask": "What?"}]
CYCLES = {
    "name": "Round",
    "count": 3,
    "parts": [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}],
}


def asked(id: str, kind: str = "sessions", **keys: Any) -> Data:
    """A requirement, as a file has it."""
    return {"kind": kind, "id": id, "text": id, **keys}


def logged(id: str, **keys: Any) -> Data:
    """A log, as a file has it."""
    return asked(id, "log", **{"fields": FIELDS, **keys})


def pathway(*phases: Sequence[Data], gate: Sequence[str] = (), **keys: Any) -> Data:
    """A pathway of phases p1, p2 … of these requirements; the gate is of the first."""
    made: list[Data] = [
        {"id": f"p{number}", "name": "Phase", "requirements": list(phase)}
        for number, phase in enumerate(phases, 1)
    ]
    if gate:
        made[0]["gate"] = {"text": "We decide", "needs": list(gate)}
    return {"id": "x", "name": "X", "programme": "P", "source": "us", "phases": made, **keys}


def sentences(data: Data) -> tuple[str, ...]:
    """All that is wrong with a pathway as a whole."""
    with pytest.raises(ValidationError) as caught:
        Pathway.model_validate(data)
    (error,) = caught.value.errors()
    faults = error["ctx"]["error"]
    assert isinstance(faults, Faults)
    assert all(sentence in str(caught.value) for sentence in faults.sentences)
    return faults.sentences

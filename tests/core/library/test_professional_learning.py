"""A model of professional learning holds any text, and only what it knows."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from facilitui.core.library.professional_learning import ProfessionalLearning

ANY_LINE = st.text(st.characters(), max_size=300)


def model(**given: Any) -> ProfessionalLearning:
    told = {"id": "m", "name": "M", "sessions": "3", "fits": "us", "credit": "ours"}
    return ProfessionalLearning.model_validate({**told, "cycle": ("ask", "answer")} | given)


@given(ANY_LINE, st.lists(ANY_LINE, min_size=2, max_size=12))
def test_any_text_is_kept_as_it_is(name: str, cycle: list[str]) -> None:
    """Lone surrogates, controls and markup are only text."""
    made = model(name=name, cycle=tuple(cycle), note=name)
    assert (made.name, made.cycle, made.note) == (name, tuple(cycle), name)


@pytest.mark.parametrize(
    "given",
    [
        {"cycle": ("alone",)},
        {"cycle": ("again",) * 13},
        {"name": "x" * 301},
        {"protocols": ("../../etc",)},
        {"kind": "protocol"},
        {"rows": "C-24"},
    ],
)
def test_what_is_no_model_is_refused(given: dict[str, Any]) -> None:
    """A round has two parts at least; ids are names, and no key is dropped silently."""
    with pytest.raises(ValidationError):
        model(**given)

"""Long lists are made into models one by one: the same models, and the same faults."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from facilitui.core import in_pieces
from facilitui.core.responses.feedback import MOST_RESPONSES, Feedback, Response

ANSWER: dict[str, Any] = {"levels": {"pace": 4}, "words": {"one_change": "more time"}}


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many were checked one by one."""
    made: list[int] = []
    validate = Response.model_validate

    def counted(found: Any) -> Response:
        made.append(1)
        return validate(found)

    monkeypatch.setattr(Response, "model_validate", counted)
    return made


def test_a_long_list_is_checked_one_by_one(at_once: list[int]) -> None:
    """Between two of them another thread gets its turn; a short list needs none."""
    count = in_pieces.FROM + 1
    assert len(Feedback.model_validate({"responses": [ANSWER] * count}).responses) == count
    assert len(at_once) == count
    Feedback.model_validate({"responses": [ANSWER] * in_pieces.FROM})
    assert len(at_once) == count


def test_what_is_made_is_the_same() -> None:
    """However long the list is."""
    one = Feedback.model_validate({"responses": [ANSWER]}).responses[0]
    many = Feedback.model_validate({"responses": [ANSWER] * (in_pieces.FROM + 1)}).responses
    assert set(map(repr, many)) == {repr(one)}


@pytest.mark.parametrize("wrong", [{"levels": {"pace": 9}}, {"levels": {"speed": 1}}, 7])
def test_what_is_wrong_is_told_as_ever(wrong: Any) -> None:
    """With its place in the list, or by the rule that it breaks."""
    short, long = [ANSWER, wrong], [*[ANSWER] * (in_pieces.FROM + 1), wrong]
    told = []
    for found in (short, long):
        with pytest.raises(ValidationError) as error:
            Feedback.model_validate({"responses": found})
        told.append([(each["type"], each["loc"][:1]) for each in error.value.errors()])
    assert told[0] == told[1]


def test_more_than_there_may_be_are_not_even_looked_at(at_once: list[int]) -> None:
    """The field says so at once."""
    with pytest.raises(ValidationError, match="at most"):
        Feedback.model_validate({"responses": [ANSWER] * (MOST_RESPONSES + 1)})
    assert not at_once

"""What of an entry a question can be about."""

from __future__ import annotations

from facilitui.core.debriefs.debrief import FIRST_QUESTION
from tests.services.mentoring_home import MentoringHome


async def test_passages_stand_in_order_behind_their_questions() -> None:
    """In full, however long they are; names and headings are none."""
    home, long = MentoringHome(), "word " * 40 + "end"
    answers = [
        {"id": "a", "ask": "What did you hear?", "text": f"Longer answers.\n{long}"},
        {"id": "b", "ask": "Nobody answered this?", "text": ""},
    ]
    said = {"learned": "Warm before cool.", "answers": answers, "frame_name": "So what, now what"}
    made = await home.mentoring.question(await home.debrief("tuning", with_whom="Bea L", **said))
    (choices,) = (field.choices for field in made.form.fields if field.key == "passage")
    told = [FIRST_QUESTION, "Warm before cool.", "What did you hear?", "Longer answers.", long]
    assert [name for _, name in choices][1:] == [value for value, _ in choices][1:] == told

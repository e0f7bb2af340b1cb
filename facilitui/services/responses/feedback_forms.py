"""What is asked about feedback in words: of a paper slip, how many came, an example of growth."""

from __future__ import annotations

from collections.abc import Mapping

from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.core.responses.slips import WORDED
from facilitui.services.forms.form import Form, FormField, Kind, Values

MOST_CAME = 100_000
EXAMPLE = "the example of growth was chosen"
"""Why there is a revision."""


def words_form(slip: Response) -> Form[Mapping[Item, str]]:
    """What stands on a slip in words."""
    fields = tuple(
        FormField(
            item.value, item.short, slip.words.get(item, ""), item.label.lower(), kind=Kind.TEXT
        )
        for item in WORDED
    )

    def change(words: Mapping[Item, str], values: Values) -> Mapping[Item, str]:
        return {**words, **{Item(key): value for key, value in values.items()}}

    return Form("In their words", fields, change, subject="a slip")


def example_form(feedback: Feedback, _revised: bool) -> Form[Feedback]:
    """One example of growth in the words of whoever facilitated."""
    hint = "what somebody did or said that shows what they can do now"
    field = FormField("example", "Example", feedback.example, hint)

    def change(before: Feedback, values: Values) -> Feedback:
        words = values.get("example", before.example).strip()
        if words == before.example:
            return before
        return before.model_copy(update={"example": words, "reason": EXAMPLE})

    return Form("One example of growth", (field,), change, subject="the example")


def came_form(count: int | None) -> Form[int | None]:
    """How many could have answered."""
    shown = "" if count is None else str(count)
    field = FormField("came", "Came", shown, "how many could have answered", read=read_count)

    def change(before: int | None, values: Values) -> int | None:
        return read_count(values["came"]) if "came" in values else before

    return Form("How many came?", (field,), change)


def read_count(typed: str) -> int | None:
    """How many came; None for an empty line. Raises ValueError."""
    words = typed.strip()
    if not words:
        return None
    if not (words.isascii() and words.isdigit() and len(words) < 7 and int(words) <= MOST_CAME):
        raise ValueError(f"how many came is a whole number up to {MOST_CAME:,}, or nothing")
    return int(words)

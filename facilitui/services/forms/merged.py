"""What saving again does where somebody else saved the same thing while it was in a form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from facilitui.core.safe_text import quoted_typing
from facilitui.services.forms.form import Form, FormField, Kind

ELSEWHERE = "Revision {} was saved elsewhere meanwhile"
BESIDE = "{}, and what it says stays{}; save again to add what you typed."
OVER = (
    "{} and says otherwise under {}; save again to put yours there. The rest of it stays{}, and "
    "theirs stays in the journal."
)
NOTHING, WITHOUT, MORE = "nothing", "without {}", "{} more"
MOST_ROWS = 4
"""So many rows of a list are told one by one."""


def merged_told(rev: int, before: Form[Any], now: Form[Any], then: Form[Any]) -> str:
    """That a revision was saved, and what of it stays once what was typed is saved too.

    The forms are those of what was saved before, of that revision, and of what saving again will
    save: so nothing else is told than what is done. A sentence.
    """
    shown = [{field.key: field for field in form.fields} for form in (before, now, then)]
    every = {key: field for some in reversed(shown) for key, field in some.items()}
    stays: list[str] = []
    over: list[str] = []
    for key, field in every.items():
        if field.kind is not Kind.TOLD:
            kept, gone = _theirs(*(some.get(key, _empty(field)) for some in shown))
            stays += [f"{field.label}{kept}"] if kept is not None else []
            over += [f"{field.label} ({gone})"] if gone else []
    told, named = ELSEWHERE.format(rev), f" ({', '.join(stays)})" if stays else ""
    return OVER.format(told, ", ".join(over), named) if over else BESIDE.format(told, named)


def _theirs(before: FormField, now: FormField, then: FormField) -> tuple[str | None, str]:
    """What stands behind a field's label where something of theirs stays; what of it does not."""
    if before.rows or now.rows or then.rows:
        return _their_rows(*(dict(field.rows) for field in (before, now, then)))
    if now.value == before.value:
        return None, ""
    return ("", "") if then.value == now.value else (None, _value(now))


def _their_rows(
    before: dict[str, str], now: dict[str, str], then: dict[str, str]
) -> tuple[str | None, str]:
    stays: list[str] = []
    over: list[str] = []
    for row in {**before, **now}:
        if (theirs := now.get(row)) != (was := before.get(row, "")):
            told = (
                quoted_typing(theirs) if theirs is not None else WITHOUT.format(quoted_typing(was))
            )
            (stays if then.get(row) == theirs else over).append(told)
    return f": {_some(stays)}" if stays else None, _some(over)


def _some(rows: list[str]) -> str:
    more = len(rows) - MOST_ROWS
    return ", ".join((*rows[:MOST_ROWS], *([MORE.format(more)] if more > 0 else ())))


def _value(field: FormField) -> str:
    """What a field holds, as a sentence can say it."""
    return ", ".join(map(quoted_typing, filter(None, _values(field)))) or NOTHING


def _values(field: FormField) -> Iterator[str]:
    names = dict(field.choices)
    if field.kind is Kind.MANY:
        yield from (names.get(each, each) for each in field.value.split())
    elif field.kind is Kind.YES and not names:
        yield field.value or "no"
    else:
        yield names.get(field.value, field.value)


def _empty(field: FormField) -> FormField:
    """A field that is not asked: nothing stands in it."""
    return FormField(field.key, field.label, "", choices=field.choices, kind=field.kind)

"""Values that can be read one by one and do not go together: which field that is about."""

from __future__ import annotations

from typing import TypeVar

from facilitui.services.forms.form import Form, Values, taken

S = TypeVar("S")


class Unfit(ValueError):
    """The values do not go together, or one of them is missing beside the others."""

    def __init__(self, told: str, field: str) -> None:
        """`field` is the key of the field that has to be mended."""
        super().__init__(told)
        self.field = field


def at_fault(form: Form[S], subject: S, values: Values) -> str:
    """The field because of which not all values can be taken; empty where all of them can."""
    try:
        form.change(subject, form.changed(values))
    except Unfit as error:
        return error.field
    except ValueError:
        _, why = taken(form, subject, values)
        return next(iter(why), "")
    return ""

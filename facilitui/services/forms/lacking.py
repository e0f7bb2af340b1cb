"""What a form lacks before it can be saved, told of each field in the form's own order."""

from __future__ import annotations

from typing import Any

from facilitui.services.forms.form import Fault, Form, Values, fault_of


def lacking(form: Form[Any], values: Values) -> dict[str, Fault]:
    """Why it cannot be saved, by field: what cannot be understood, what must not be empty."""
    needs = {key: Fault(told) for key, told in form.needs(values).items()}
    found: dict[str, Fault] = {}
    for field in form.fields:
        value = values.get(field.key, field.value)
        is_read = field.required or value != field.value
        empty = None if value.strip() else needs.get(field.key)
        if fault := empty or (fault_of(field, value) if is_read else None):
            found[field.key] = fault
    return found

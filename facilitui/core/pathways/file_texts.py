"""Texts that a pathway's file must say: none of them is empty."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, ValidationInfo

from facilitui.core.base import Line, Text

AS_KEPT = {"kept": True}
"""The context in which one that was enrolled in is read again: what a file is refused for by now is
no fault of it."""


def _not_empty(text: str, info: ValidationInfo) -> str:
    if not text.strip() and info.context is not AS_KEPT:
        raise ValueError("is empty; there must be words in it")
    return text


SaidLine = Annotated[Line, AfterValidator(_not_empty)]
"""One line that says something."""
SaidText = Annotated[Text, AfterValidator(_not_empty)]
"""The same of any reasonable length."""

"""What the closed lists of words are made of."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """One word of a closed list: the value that data files hold, and what a screen shows.

    `CO_FACILITATOR = "co_facilitator", "Co-facilitator"` gives both; with a value alone
    "presenter_and_group" is shown as "Presenter and group".
    """

    _value_: str
    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """A member from its value and its label."""
        word = str.__new__(cls, value)
        word._value_ = value
        word.label = label or value.replace("_", " ").capitalize()
        return word

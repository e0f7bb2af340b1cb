"""What a form is: fields as text, what each of them means, and how they change something.

A form knows its fields as text; a screen only draws it. What cannot be understood raises
ValueError with a sentence for the person who typed it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as made
from enum import Enum, auto
from typing import Generic, TypeVar

from facilitui.core.words import Word
from facilitui.services.forms.bad_lines import BadLines
from facilitui.services.forms.doubt import Doubt, no_doubt
from facilitui.services.forms.list_lines import without_lines
from facilitui.services.forms.offered import Offered

S = TypeVar("S")
Values = Mapping[str, str]
Choices = tuple[tuple[str, str], ...]
"""Values and what they are called."""
Read = Callable[[str], object]
"""What a text means. Raises ValueError."""

MOST_NAMED = 2
"""More fields than this are not named one by one."""
POINT = "· "
"""What each thing of a list begins with that is told."""
SHORT = 8
"""Values of so many characters are told whole."""


class Kind(Enum):
    """How a field is filled in."""

    LINE = auto()
    CHOICE = auto()
    """One of a few."""
    YES = auto()
    """Yes or no: "yes" or nothing."""
    MANY = auto()
    """Any of a few: their values divided by spaces."""
    TEXT = auto()
    """Several lines."""
    LIST = auto()
    """One thing a line."""
    TOLD = auto()
    """Nothing to fill in: its value is only told, by its name where it has choices."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field, as text."""

    key: str
    label: str
    value: str
    hint: str = ""
    choices: Choices = ()
    """What is possible, where only these are."""
    kind: Kind | None = None
    """Left out, a line, or a choice where there are choices."""
    section: str = ""
    """A heading above the field, where a new group of fields begins."""
    read: Read | None = None
    """What the text means, for fields that can be checked by themselves."""
    name: str = ""
    """What undo calls it, where its label does not say it."""
    rows: tuple[tuple[str, str], ...] = ()
    """Of a list whose rows are somebody or something of their own: the id and the line of each."""
    replaced: bool = False
    """Whether what is typed into its text first replaces all that stands there, as selected."""
    required: bool = False
    """Whether nothing can be saved without it: it is never offered to be left out."""

    @property
    def shape(self) -> Kind:
        """How it is filled in."""
        return self.kind or (Kind.CHOICE if self.choices else Kind.LINE)


@dataclass(frozen=True, slots=True)
class Following:
    """What a field offers and tells now that the fields have other values."""

    hint: str | None = None
    choices: Choices | None = None
    below: tuple[str, ...] = ()
    """Lines under the field; of the whole form those that tell its hint, where all is seen."""
    briefer: tuple[str, ...] = ()
    """The hint in ever fewer words, where there is no room for all of it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value cannot be understood."""

    told: str
    why: Mapping[int, str] = made(default_factory=dict)
    """Of a list each line that it is about, counted from 1, with its own reason."""

    @property
    def lines(self) -> frozenset[int]:
        """Which lines of a list it is about; none where it is not about lines."""
        return frozenset(self.why)


@dataclass(frozen=True, slots=True)
class Form(Generic[S]):
    """Fields that belong together."""

    title: str
    fields: tuple[FormField, ...]
    change: Callable[[S, Values], S]
    """The subject with the values of those fields that were changed. Raises ValueError."""
    follow: Callable[[Values], Mapping[str, Following]] = lambda values: {}
    """What changes in the form itself, by field; under "" what is told of the whole form."""
    offer: Callable[[Values], Offered | None] | None = None
    """What can be taken over into the fields now that they are filled in so, if ever anything."""
    needs_reason: bool = True
    """Whether a change needs its reason, where that is asked; what did not count yet does not."""
    doubt: Callable[[Values], Doubt | None] = no_doubt
    """What is told once before the fields are saved as they are."""
    needs: Callable[[Values], Mapping[str, str]] = lambda values: {}
    """Why what is empty must not be, by field, now that the fields say so."""
    turn: Callable[[Values, Values], Values] = lambda before, now: {}
    """What is proposed in other fields once one was answered otherwise, by all before and now."""
    begins: str = ""
    """The field that the keys go to first, where it is not the first one."""
    subject: str = ""
    """What undo calls that which is filled in here, where its fields are parts of it."""
    lead: str = ""
    """What it is about in all its words, above the fields; what is a list behind its points."""
    place: str = ""
    """What tells it from other forms of the same file, where its title does not."""

    @property
    def known_as(self) -> str:
        """What the form of the same thing is called whenever it is opened."""
        return self.place or self.title

    def changed(self, values: Values) -> dict[str, str]:
        """The values that are not as they were shown."""
        shown = {field.key: field.value for field in self.fields}
        return {key: value for key, value in values.items() if value != shown.get(key)}

    def what(self, values: Values) -> str:
        """What undo calls these values: which fields of what, a short one with its figures."""
        changed = self.changed(values)
        fields = [field for field in self.fields if field.key in changed]
        named = list(dict.fromkeys(field.name or field.label.lower() for field in fields))
        if not named or len(named) > MOST_NAMED:
            return self.subject or self.title
        told = " and ".join(named) + (f" of {self.subject}" if self.subject else "")
        return f"{told} {_turned(fields[0], changed)}".rstrip() if len(fields) == 1 else told

    def faults(self, values: Values) -> dict[str, Fault]:
        """What cannot be understood by itself, by field."""
        typed = self.changed(values)
        found = {field.key: fault_of(field, typed.get(field.key)) for field in self.fields}
        return {key: fault for key, fault in found.items() if fault is not None}


def _turned(field: FormField, changed: Values) -> str:
    """From what to what a short line went."""
    before, after = field.value, changed[field.key]
    short = 0 < len(before) <= SHORT and 0 < len(after) <= SHORT
    return f"{before} → {after}" if short and field.shape is Kind.LINE else ""


def fault_of(field: FormField, typed: str | None) -> Fault | None:
    """Why a value cannot be understood by itself; None where it can, or was not typed."""
    try:
        if typed is not None and field.read is not None:
            field.read(typed)
    except ValueError as error:
        return Fault(str(error), getattr(error, "why", {}))
    return None


def applied(form: Form[S], subject: S, values: Values) -> tuple[S, str]:
    """The subject with every value that can be read, and why the first of the others cannot."""
    made, why = taken(form, subject, values)
    return made, next(iter(why.values()), "")


def taken(form: Form[S], subject: S, values: Values) -> tuple[S, dict[str, str]]:
    """The subject with every value that can be read, and by field why the others cannot.

    Of a list every line that can be read is taken. Any other value is taken whole or not at all.
    """
    typed = form.changed(values)
    good: dict[str, str] = {}
    told: dict[str, str] = {}
    grown = True
    while grown and len(good) < len(typed):  # some values are right only beside others
        grown, told = False, {}
        for key, value in typed.items():
            if key not in good:
                _, fault = _readable(form, subject, good, key, value)
                if not fault:
                    good[key], grown = value, True
                    continue
                told[key] = fault
    for key in told:
        read, _ = _readable(form, subject, good, key, typed[key])
        if read is not None:
            good[key] = read
    why = {field.key: told[field.key] for field in form.fields if field.key in told}
    return form.change(subject, good), why


def _readable(
    form: Form[S], subject: S, good: Values, key: str, value: str
) -> tuple[str | None, str]:
    """What of a value can be taken beside the good ones, and why the rest of it cannot."""
    told = ""
    while True:
        try:
            form.change(subject, {**good, key: value})
            return value, told
        except BadLines as error:
            told = told or str(error)
            value = without_lines(value, error.lines)
        except ValueError as error:
            return None, told or str(error)


def read_all(fields: Iterable[FormField], values: Values) -> dict[str, object]:
    """What the changed values mean, by field. Raises ValueError."""
    readers = {field.key: field.read or str for field in fields}
    return {key: readers[key](value) for key, value in values.items() if key in readers}


def words(kind: type[Word], none: str = "") -> Choices:
    """A closed list as choices, with one for none of them if that has a name."""
    listed = tuple((word.value, word.label) for word in kind)
    return (("", none), *listed) if none else listed

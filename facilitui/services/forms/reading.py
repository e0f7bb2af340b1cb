"""Reading what was typed into a form: each value in its own notation, each fault in a sentence."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from typing import TypeVar

from facilitui.core import numbers
from facilitui.core.agendas_outside.figures import DAY
from facilitui.core.base import LONGEST_LINE
from facilitui.core.lengths import LONGEST_TEXT
from facilitui.core.library.protocol_editing import LONGEST_STEP
from facilitui.core.naming import slug
from facilitui.core.plans.editing import LONGEST_BLOCK
from facilitui.core.safe_text import quoted_typing
from facilitui.core.vocabulary import Role
from facilitui.core.words import Word
from facilitui.services.forms.bad_lines import BadLines
from facilitui.services.forms.form import Read
from facilitui.services.forms.list_lines import FIRST_GONE, entries

R = TypeVar("R")
W = TypeVar("W", bound=Word)


def line(text: str, what: str) -> str:
    """A line. Raises ValueError."""
    if len(text) > LONGEST_LINE:
        raise ValueError(f"{what} is {len(text)} characters long; at most {LONGEST_LINE} fit")
    return text.strip()


def a_line(what: str) -> Read:
    """A reader of lines that are called so."""
    return lambda typed: line(typed, what)


def text(typed: str) -> str:
    """Writing of any reasonable length. Raises ValueError."""
    if len(typed) > LONGEST_TEXT:
        raise ValueError(f"this is {len(typed)} characters long; at most {LONGEST_TEXT} fit")
    return typed.rstrip()


def yes(typed: str) -> bool:
    """Whether a box is ticked."""
    return typed == "yes"


def number(typed: str, what: str) -> float:
    """Minutes from 0 to those of a day. Raises ValueError."""
    value = numbers.minutes(typed, what)
    if value > DAY:
        raise ValueError(f"{what} is from 0 to {DAY}")
    return value


def minutes(typed: str, what: str = "minutes", most: int = LONGEST_BLOCK) -> float:
    """Minutes that something takes, as long as a block at most. Raises ValueError."""
    value = number(typed, what)
    if not 0 < value <= most:
        raise ValueError(f"{what} is more than 0 and at most {most}")
    return value


def step_minutes(typed: str) -> float:
    """Minutes of one pass of a step. Raises ValueError."""
    return minutes(typed, "the time of a step", LONGEST_STEP)


def limit(what: str, most: int = LONGEST_BLOCK) -> Callable[[str], float | None]:
    """A reader of minutes, None where they are left empty."""
    return lambda typed: minutes(typed, what, most) if typed.strip() else None


def count(typed: str, what: str = "how many", most: int = 1000) -> int:
    """A number of people, 0 where left empty. Raises ValueError."""
    if not typed.strip():
        return 0
    value = numbers.count(typed, what)
    if value > most:
        raise ValueError(f"{what} is a whole number up to {most}")
    return value


def word(kind: type[W], typed: str, what: str) -> W:
    """A word of a closed list, by its value, its name or the beginning of one.

    Raises ValueError.
    """
    wanted = slug(typed, "")
    names = {slug(name): each for each in kind for name in (each.value, each.label)}
    begun = {each for name, each in names.items() if len(wanted) > 2 and name.startswith(wanted)}
    if wanted in names:
        return names[wanted]
    if len(begun) == 1:
        return begun.pop()
    near = get_close_matches(wanted, names, n=4, cutoff=0.0)
    known = " or ".join(dict.fromkeys(names[name].label.lower() for name in near))
    raise ValueError(f"there is no {what} {quoted_typing(typed)}; rather {known}")


def is_word(kind: type[Word], typed: str) -> bool:
    """Whether a text names a word of a closed list."""
    try:
        word(kind, typed, "")
    except ValueError:
        return False
    return True


def role(typed: str) -> Role:
    """A role by its name. Raises ValueError."""
    return word(Role, typed, "role")


def several(typed: str) -> tuple[str, ...]:
    """The values that are ticked, each once."""
    return tuple(dict.fromkeys(typed.split()))


def pieces(typed: str) -> list[str]:
    """The pieces of one entry: divided by tabs, as a spreadsheet has them, if there are any.

    Else by semicolons if there are any, else by commas; what is in quotes is not divided.
    """
    divider = next((each for each in "\t;" if each in typed), ",")
    plain = [piece.strip() for piece in typed.split(divider)]
    quoted = _quoted_fields(typed, divider) if '"' in typed else plain
    return quoted if len(quoted) < len(plain) else plain


def _quoted_fields(typed: str, divider: str) -> list[str]:
    """The fields of a line as a spreadsheet writes it, in quotes where a divider is in them."""
    try:
        (fields,) = csv.reader([typed], delimiter=divider, skipinitialspace=True, strict=True)
    except (csv.Error, ValueError):
        return typed.split(divider)
    return [field.strip() for field in fields]


def shown(*values: str) -> str:
    """The pieces of one entry as they are read again, those at its end left out if empty."""
    plain = [flat(value) for value in values]
    while len(plain) > 1 and not plain[-1]:
        plain.pop()
    divider = "; " if any("," in value for value in plain) else ", "
    return divider.join(plain)


def flat(value: str) -> str:
    """A text as one line of a list."""
    return " ".join(value.splitlines())


def listed(
    before: Sequence[R], show: Callable[[R], str], read: Callable[[str], R], most: int = 0
) -> Callable[[str], tuple[R, ...]]:
    """A reader of lists. A line that is as it was shown keeps what it stood for.

    It raises BadLines with every line that cannot be understood, or for which there is no room.
    """
    by_line = by_lines(before, show, read, most)

    def read_list(typed: str) -> tuple[R, ...]:
        found, bad = by_line(typed)
        if bad:
            raise BadLines(bad)
        return tuple(found.values())

    return read_list


def by_lines(
    before: Sequence[R],
    show: Callable[[R], str],
    read: Callable[[str], R],
    most: int = 0,
    heads: Callable[[Sequence[str]], bool] = lambda entries: False,
) -> Callable[[str], tuple[dict[int, R], dict[int, str]]]:
    """The same line by line: what each means, and why the others cannot be understood.

    A first line that `heads` the others says nothing by itself; it is told by all of them.
    """

    def read_each(typed: str) -> tuple[dict[int, R], dict[int, str]]:
        left: dict[str, list[R]] = {}
        for each in reversed(before):
            left.setdefault(show(each).strip(), []).append(each)
        found: dict[int, R] = {}
        bad: dict[int, str] = {}
        every = entries(typed)
        for place, entry in enumerate(every, 1):
            if most and len(found) == most:
                bad[place] = f"at most {most} fit here"
            elif same := left.get(entry):
                found[place] = same.pop()
            elif place > 1 or typed.startswith(FIRST_GONE) or not heads(every):
                try:
                    found[place] = read(entry)
                except ValueError as error:
                    bad[place] = str(error)
        return found, bad

    return read_each


def in_lines(things: Sequence[R], show: Callable[[R], str]) -> str:
    """A list as it is shown."""
    return "\n".join(show(each) for each in things)

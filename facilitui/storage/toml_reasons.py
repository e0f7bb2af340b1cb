"""What is wrong with a data file, in one plain sentence each.

Pydantic's own words speak to programmers, and repeat a person's text without making it harmless;
so each kind of its errors is put into a sentence of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from facilitui.core.safe_text import line, quoted
from facilitui.core.suggesting import suggestion
from facilitui.storage.model_errors import Found
from facilitui.storage.model_shape import Variants, said_inside
from facilitui.storage.toml_index import Place
from facilitui.storage.unknown_keys import instead
from facilitui.storage.unknown_variants import likeliest

Fault = tuple[Place, bool, str]
"""A place, whether its key is what is wrong and not its value, and the reason."""

_EXPECTED = {
    "string": "text in quotes",
    "int": "a whole number",
    "float": "a number",
    "finite": "a number",
    "decimal": "a number",
    "bool": "true or false, without quotes",
    "tuple": "a list in [ ]",
    "list": "a list in [ ]",
    "model": "a table",
    "dict": "a table",
    "datetime": "a date and time like 2026-11-25T15:30:00",
    "date": "a date like 2026-11-25",
    "time": "a time like 15:30:00",
}
_MEANT: dict[tuple[type, type], str] = {
    **{(number, str): "a number, without quotes" for number in (int, float)},
    **{(number, bool): "a number" for number in (int, float)},
    **{(bool, other): _EXPECTED["bool"] for other in (int, float, str)},
    **{
        (moment, number): _EXPECTED[moment.__name__]
        for moment in (datetime, date, time)
        for number in (int, float)
    },
}
"""By what a model holds and what a file says: what should have been said."""
_PATTERNS = {
    r"^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$": (
        "made of letters without accents, digits, “_” and “-”, at most 64 of them, and begin with "
        "a letter or digit"
    ),
    r"^[A-Z]$": "one capital letter",
    r"^[1-9]$": "a level from 1 to 9",
}
A_KEY = "[key]"
"""What pydantic puts behind a key that is wrong itself, and not its value."""
_LIMITS = {"gt": "more than", "ge": "at least", "lt": "less than", "le": "at most"}


def shown(value: object) -> str:
    """Any value out of a TOML file, as a sentence may repeat it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value) if abs(value) < 10**15 else "so large a number"
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, str):
        return quoted(value)
    return "a list" if isinstance(value, list) else "a table"


def place_name(place: Place) -> str:
    """How a sentence names a place; entries of a list are counted from 1: "steps[2] ideal"."""
    words = ""
    for part in place:
        if isinstance(part, int):
            words += f"[{part + 1}]"
        else:
            name = part if re.fullmatch(r"[A-Za-z0-9_-]{1,60}", part) else quoted(part)
            words += name if not words else f" {name}" if words.endswith("]") else f".{name}"
    return words


def listed(words: Iterable[str]) -> str:
    """A closed list as a sentence: “a”, “b” or “c”."""
    marked = [quoted(word) for word in words]
    return " or ".join(filter(None, [", ".join(marked[:-1]), marked[-1]])) if marked else "nothing"


def reasons(error: Found) -> Iterator[str]:
    """An error as a sentence, or as several where one of the core's own checks found several."""
    if error.kind == "value_error":
        for words in error.sentences:
            yield _own_words(place_name(error.place), words)
    else:
        yield _reason(error)


def _reason(error: Found) -> str:
    name, given, context = place_name(error.place), error.given, error.context
    match error.kind:
        case "missing":
            words = _allowed(error.said)
            return f"{name} is missing" + (f"; it must be {listed(words)}" if words else "")
        case "extra_forbidden":
            return _unknown_key(error)
        case "enum" | "literal_error":
            words = _allowed(error.said)
            said = given if isinstance(given, str) else shown(given)
            meant = len(words) > 1 and (said is given or said in words)
            guess = suggestion(said, words) if meant else ""
            return f"{name} must be {listed(words)}, not {shown(given)}{guess}"
        case "greater_than" | "greater_than_equal" | "less_than" | "less_than_equal":
            return f"{name} must be {_limits(error.said)}, not {shown(given)}"
        case "too_short":
            return f"{name} must have at least {_count(context['min_length'])}"
        case "too_long":
            return f"{name} must have at most {_count(context['max_length'])}"
        case "string_pattern_mismatch":
            form = _PATTERNS.get(str(context["pattern"]), "of another form")
            name = place_name(tuple(part for part in error.place if part != A_KEY))
            return f"{name} must be {form}, not {shown(given)}"
        case kind:
            expected = _EXPECTED.get(kind.partition("_")[0], "something else")
            told = f"{name or 'the file'} must be {expected}, not {shown(given)}"
            return told + _brackets(kind, given)


def misread(raw: Any, model: type[BaseModel], place: Place = ()) -> Iterator[Fault]:
    """Values that pydantic would take for something else than what stands in the file.

    It reads "45" as a number, true as 1 and a number as a time; a file means what it says.
    """
    if isinstance(raw, dict):
        for key, value in raw.items():
            for said in said_inside(model, key):
                yield from _misread_value(value, said, (*place, key))


def _misread_value(raw: Any, said: Any, place: Place) -> Iterator[Fault]:
    if isinstance(raw, list):
        for inner in said_inside(said, 0):
            for number, value in enumerate(raw):
                yield from _misread_value(value, inner, (*place, number))
        return
    if isinstance(said, Variants) and said.meant(raw) is None:
        yield from _misread_in_all(raw, said, place)
        return
    if isinstance(said, Variants):
        said = said.meant(raw)
    if not isinstance(said, type):
        return
    if issubclass(said, BaseModel):
        yield from misread(raw, said, place)
    elif expected := _MEANT.get((said, type(raw))):
        yield place, False, f"{place_name(place)} must be {expected}, not {shown(raw)}"


def _misread_in_all(raw: Any, said: Variants, place: Place) -> Iterator[Fault]:
    """The same of a table of which nobody knows what it is: what is misread whatever it is."""
    for key in raw if isinstance(raw, dict) else ():
        having = [each for each in likeliest(said, raw) if key in each.model_fields]
        told = [list(misread({key: raw[key]}, each, place)) for each in having]
        yield from told[0] if all(told) and told else ()


def _own_words(name: str, words: str) -> str:
    """A sentence of the core's own checks; those that begin with a verb speak of the field."""
    if not name:
        return line(words)
    return line(f"{name} {words}" if words.startswith("is ") else f"{name}: {words}")


def _unknown_key(error: Found) -> str:
    parent, key = error.place[:-1], str(error.place[-1])
    where = f" in {place_name(parent)}" if parent else ""
    return f"unknown key {quoted(key)}{where}{instead(error)}"


def _count(number: int) -> str:
    return "one entry" if number == 1 else f"{number} entries"


def _allowed(said: Iterable[Any]) -> list[str]:
    words: list[str] = []
    for each in said:
        words += _tags(each)
        if isinstance(each, type) and issubclass(each, Enum):
            words += [str(member.value) for member in each]
        elif get_origin(each) is Literal:
            words += [str(word) for word in get_args(each)]
    return words


def _brackets(kind: str, given: Any) -> str:
    """How a heading is written that made a list of a table, or a table of a list."""
    if kind == "tuple_type" and isinstance(given, dict):
        return "; a heading of one of its entries stands in [[ ]]"
    if (
        kind == "model_type"
        and isinstance(given, list)
        and {type(each) for each in given} == {dict}
    ):
        return "; its heading stands in [ ]"
    return ""


def _tags(said: Any) -> Iterable[str]:
    return said.models if isinstance(said, Variants) else ()


def _limits(said: Iterable[Any]) -> str:
    found = {
        attribute: f"{words} {getattr(each, attribute):g}"
        for each in said
        for attribute, words in _LIMITS.items()
        if getattr(each, attribute, None) is not None
    }
    return " and ".join(found[attribute] for attribute in _LIMITS if attribute in found)

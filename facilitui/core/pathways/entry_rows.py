"""What a list tells of entries about enrolments, and what was written in them, of any shape.

None of them is made a model for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from facilitui.core.any_shape import Body, list_in, text_in
from facilitui.core.pathways.pulse_answers import in_a_line
from facilitui.core.pathways.schools import same_name
from facilitui.core.told import plural

WHO_TAKES_PART = "Who takes part"
"""What a roster is called: it has no name of its own, but that of its group."""
_LISTS = (
    ("entered", ("reason",)),
    ("areas", ("source",)),
    ("aside", ("reason",)),
    ("rules", ("source",)),
    ("schools", ("name",)),
    ("members", ("name", "role")),
)
"""The lists of such an entry, and what people write into their rows."""


class SaidThere(NamedTuple):
    """One thing that was written."""

    text: str
    ask: str = ""
    """What asked for it, where it is an answer."""
    is_name: bool = False


def enrolment_line(body: Body) -> str:
    """The pathway, in which version, and the phase that was entered last."""
    version = text_in(body, "version")
    phases = [text_in(each, "phase") for each in _rows(body, "entered")]
    return _joined(
        text_in(body, "pathway_name") or text_in(body, "pathway"),
        f"version {version}" if version else "",
        f"in {_in_words(phases[-1])}" if phases and phases[-1] else "",
        "closed" if text_in(body, "closed_on") else "",
    )


def snapshot_line(body: Body) -> str:
    """Which version it was, and how large."""
    version, phases = text_in(body, "version"), _rows(_dict(body, "pathway"), "phases")
    asked = sum(len(list_in(each, "requirements")) for each in phases)
    return _joined(
        f"version {version}" if version else "",
        plural(len(phases), "phase") if phases else "",
        plural(asked, "requirement") if asked else "",
    )


def log_line(body: Body, called: str = "") -> str:
    """For what part it is, and how what was written begins.

    `called` is what that part is called, where it is known: its id says little.
    """
    slot = _dict(body, "slot")
    cycle, part = slot.get("cycle"), text_in(slot, "part")
    values = [in_a_line(value) for _, value in _values(body)]
    first = " ".join(text_in(_dict(body, "values"), text_in(body, "begins_in")).split())
    note = " ".join(text_in(body, "note").split())
    said = next(filter(str.strip, (first, note, *values)), "") or text_in(body, "file_name")
    return _joined(
        f"cycle {cycle}" if isinstance(cycle, int) else "",
        " ".join(called.split()) or _in_words(part),
        said or text_in(body, "link"),
    )


def roster_line(body: Body) -> str:
    """How many there are. Who they are is shown on its page alone."""
    members = _rows(body, "members")
    every, here = _persons(members), _persons(e for e in members if e.get("left") is not True)
    left = every - here
    return _joined(f"{here} take part", f"{left} left" if left else "")


def _persons(rows: Iterable[Body]) -> int:
    """How many people these are: one at a school has a line for each role."""
    return len({(same_name(text_in(e, "name")), text_in(e, "school")) for e in rows})


def roster_title(body: Body) -> str:
    """What a roster is called, with whose it is as far as that was kept."""
    group = " ".join(text_in(body, "group").split())
    return f"{WHO_TAKES_PART} in {group}" if group else WHO_TAKES_PART


def people(body: Body) -> tuple[str, ...]:
    """Whom such an entry names: those of a roster, and the person whose way an enrolment is."""
    if "members" not in body and "pathway_name" not in body:
        return ()
    members = tuple(text_in(each, "name") for each in _rows(body, "members"))
    is_persons = "pathway_name" in body and text_in(body, "holder") != "group"
    return (*members, text_in(body, "name")) if is_persons else members


def said_there(body: Body) -> Iterable[SaidThere]:
    """What people wrote in such an entry beside its name and note; nothing of any other one."""
    return _said_there(body) if "enrolment" in body or "pathway" in body else ()


def _said_there(body: Body) -> Iterator[SaidThere]:
    yield SaidThere(text_in(body, "pathway_name"), is_name=True)
    yield from _of_pathway(_dict(body, "pathway"))
    yield from (SaidThere(value, ask) for ask, value in _values(body))
    yield SaidThere(_in_words(text_in(_dict(body, "slot"), "part")), is_name=True)
    yield SaidThere(text_in(body, "link"), is_name=True)
    yield from (SaidThere(str(value)) for value in _dict(body, "parameters").values())
    for name, keys in _LISTS:
        for each in _rows(body, name):
            yield from (SaidThere(text_in(each, key), is_name=key == "name") for key in keys)
            called = _dict(each, "names").values()
            yield from (SaidThere(str(value), is_name=True) for value in called)


def _of_pathway(pathway: Body) -> Iterator[SaidThere]:
    """Whose programme it is, and what it asks: its page says that, so it is found by it."""
    yield SaidThere(text_in(pathway, "programme"), is_name=True)
    for phase in _rows(pathway, "phases"):
        yield SaidThere(text_in(phase, "name"), is_name=True)
        asked = (*_rows(phase, "requirements"), _dict(phase, "gate"))
        yield from (SaidThere(text_in(each, "text"), is_name=True) for each in asked)


def _values(body: Body) -> Iterator[tuple[str, str]]:
    """What was written into the fields of a requirement, each behind what it asked."""
    asks = _dict(body, "asks")
    for name, value in _dict(body, "values").items():
        yield text_in(asks, name), str(value)


def _rows(body: Body, name: str) -> list[Body]:
    return [each for each in list_in(body, name) if isinstance(each, dict)]


def _dict(body: Body, name: str) -> Body:
    found = body.get(name)
    return found if isinstance(found, dict) else {}


def _in_words(id: str) -> str:
    """An id as it is read; what has blanks is none."""
    return id if " " in id else id.replace("_", " ")


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))

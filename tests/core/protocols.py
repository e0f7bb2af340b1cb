"""Protocols of every shape, for properties, and one that is easy to read."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from facilitui.core.library.protocol import Cycle, Group, Protocol, Step
from facilitui.core.vocabulary import (
    Family,
    Mode,
    Per,
    Provenance,
    Purpose,
    Question,
    Silence,
    TurnsFor,
    Who,
)

HOSTILE = (
    "[x] [Q1] [/b] [=] [a=b \\ [@click=app.quit]quit[/]",
    "\x1b]0;title\x07\x1b[2J\x9b31m\r\n\x00\x7f",
    "‮right to left‬ שלום مرحبا ⁦",
    "日本語 👩🏽‍🏫 é \ufeff\u2028",
    'a "quote", """three""" and ""',
    "'single' '''three'''",
    "# no comment\nkey = 1\n[[steps]]\n",
    "\n\nspaces  \n\t\n tabs\t",
    "\\",
    "lone \ud83d surrogate \udc00",
)
texts = st.sampled_from(("", "plain", *HOSTILE)) | st.text(st.characters(), max_size=8)
lists = st.lists(texts, max_size=2).map(tuple)


def some(kind: Any) -> st.SearchStrategy[Any]:
    """One or two words of a closed list."""
    return st.lists(st.sampled_from(kind), min_size=1, max_size=2, unique=True).map(tuple)


@st.composite
def _step(draw: st.DrawFn, id: str, cycle: str) -> Step:
    low, mid, high = sorted(draw(st.lists(st.integers(1, 240), min_size=3, max_size=3)))
    return Step(
        id=id,
        name=draw(texts),
        short=draw(texts),
        min=low,
        ideal=mid,
        max=high,
        who=draw(st.sampled_from(Who)),
        silence=draw(st.sampled_from(Silence)),
        say=draw(texts),
        show=draw(texts),
        watch=draw(texts),
        question=draw(st.none() | st.sampled_from(Question)),
        cycle=cycle,
        turn_minutes=draw(st.none() | st.floats(0.25, 60)),
        turns=draw(st.sampled_from(TurnsFor)),
        debrief=draw(st.booleans()),
    )


@st.composite
def protocols(draw: st.DrawFn) -> Protocol:
    """Any protocol; its cycles are runs of steps."""
    sizes = draw(st.lists(st.integers(1, 2), min_size=1, max_size=3))
    letters = draw(st.permutations("ABCD"))
    cycles = [letters[n] if draw(st.booleans()) else "" for n in range(len(sizes))]
    places = [cycle for cycle, size in zip(cycles, sizes, strict=True) for _ in range(size)]
    ids = draw(st.permutations([f"s{n}" for n in range(len(places))]))
    described = [
        *dict.fromkeys(cycle for cycle in cycles if cycle),
        *draw(st.sampled_from(["", "E"])),
    ]
    return Protocol(
        id="own",
        name=draw(texts),
        family=draw(some(Family)),
        purposes=draw(some(Purpose)),
        purpose=draw(texts),
        modes=draw(some(Mode)),
        group=Group(
            min=draw(st.integers(1, 10)),
            max=draw(st.integers(10, 40)),
            ideal=10,
            sub=draw(st.none() | st.integers(2, 6)),
            default=draw(st.integers(1, 40)),
        ),
        roles=draw(lists),
        origin=draw(texts),
        terms=draw(texts),
        sources=draw(lists),
        provenance=draw(st.sampled_from(Provenance)),
        pitfalls=draw(lists),
        note=draw(texts),
        cycles=tuple(
            Cycle(id=each, times=draw(st.integers(1, 9)), per=draw(st.sampled_from(Per)))
            for each in described
        ),
        steps=tuple(draw(_step(id, cycle)) for id, cycle in zip(ids, places, strict=True)),
    )


def step(id: str, cycle: str = "", **fields: Any) -> Step:
    """A step of five minutes."""
    given = {"name": id.capitalize(), "min": 3, "ideal": 5, "max": 8, "who": Who.GROUP}
    return Step(id=id, cycle=cycle, **{**given, **fields})


def protocol(*steps: Step, **fields: Any) -> Protocol:
    """A protocol of some steps."""
    letters = dict.fromkeys(each.cycle for each in steps if each.cycle)
    given: dict[str, Any] = {
        "id": "own",
        "name": "Own",
        "family": (Family.DILEMMA,),
        "purposes": (Purpose.EXPLORE,),
        "purpose": "Look closely.",
        "group": Group(min=3, max=12, ideal=6, sub=4, default=6),
        "origin": "Our own",
        "provenance": Provenance.OWN,
        "cycles": tuple(Cycle(id=each, times=3, per=Per.PARTICIPANT) for each in letters),
    }
    return Protocol(steps=steps, **{**given, **fields})

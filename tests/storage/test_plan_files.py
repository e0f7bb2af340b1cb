"""A plan always makes the same text, and the text reads back as the same plan."""

from __future__ import annotations

import tomllib
from datetime import datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import NotSaved
from facilitui.core.library.norms import Norm
from facilitui.core.plans.began_from import BeganFrom, BlockThen, GoalThen
from facilitui.core.plans.plan import Audience, Block, Evidence, Goal, Plan
from facilitui.core.plans.plan_parts import Person, PlannedNorms, PlannedWith
from facilitui.core.safe_text import storable
from facilitui.core.vocabulary import BlockKind, EvidenceKind, GoalKind, Mode, Role
from facilitui.storage.plan_files import plan_text
from facilitui.storage.toml_checked import checked
from facilitui.storage.toml_files import parse_model
from facilitui.storage.toml_writing import (
    below_head,
    has_other_comments,
    head_comment,
    storable_model,
)

HOSTILE = [
    "[x] [Q1] [/b] [=] [a=b \\ [@click=app.quit]quit[/]",
    "\x1b]0;title\x07\x1b[2J\x9b31m\r\n\x00\x7f",
    "\u202eright to left\u202c שלום مرحبا \u2066",
    "日本語 👩🏽‍🏫 e\u0301 \ufeff\u2028",
    'a "quote", """three""" and ""',
    "'single' '''three'''",
    'ends in "',
    "# no comment\nkey = 1\n[table]\n",
    "\n\nspaces  \n\t\n tabs\t",
    "\\",
    "lone \ud83d surrogate \udc00",
]
texts = st.sampled_from(HOSTILE) | st.text(st.characters(), max_size=20)
ids = st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9_-]{0,8}\Z")
minutes = st.integers(1, 480) | st.floats(0.25, 480)


def tuples(each: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A few of them, no two of one id."""
    unique_by = lambda one: getattr(one, "id", id(one))  # noqa: E731
    return st.lists(each, max_size=3, unique_by=unique_by).map(tuple)


_norms = st.builds(Norm, id=ids, text=texts)
_blocks = st.builds(
    Block,
    id=ids,
    title=texts,
    kind=st.sampled_from(BlockKind),
    minutes=minutes,
    min=st.none() | st.just(0.2),
    max=st.none() | st.just(480.0),
    goals=st.lists(ids, max_size=3).map(tuple),
    lead=texts,
    protocol=st.none() | ids,
    pinned_start=st.none() | st.times(),
    protected=st.booleans(),
    optional=st.booleans(),
    say=texts,
    note=texts,
)
plans: st.SearchStrategy[Plan] = st.builds(
    Plan,
    title=texts,
    purpose=texts,
    start=st.none() | st.datetimes(datetime(1950, 1, 1), datetime(2199, 12, 31)),
    zone=texts,
    minutes=minutes,
    mode=st.sampled_from(Mode),
    sensitive=st.booleans(),
    audience=st.builds(Audience, who=texts, count=st.integers(0, 1000), needs=texts),
    goals=tuples(st.builds(Goal, id=ids, text=texts, kind=st.sampled_from(GoalKind))),
    blocks=tuples(_blocks),
    evidence=tuples(st.builds(Evidence, id=ids, kind=st.sampled_from(EvidenceKind), text=texts)),
    began_from=st.none()
    | st.builds(
        BeganFrom,
        agenda=texts,
        title=texts,
        on=st.none() | st.dates(),
        goals=tuples(st.builds(GoalThen, id=ids, text=texts)),
        blocks=tuples(
            st.builds(BlockThen, id=ids, title=texts, minutes=minutes, protocol=st.none() | ids)
        ),
    ),
    norms=st.builds(
        PlannedNorms,
        sets=st.lists(ids, max_size=2).map(tuple),
        own=tuples(_norms),
        watch=st.none() | ids,
        room_for_own=st.booleans(),
    ),
    people=tuples(st.builds(Person, name=texts, role=st.sampled_from(Role))),
    planned_with=tuples(st.builds(PlannedWith, person=texts, minutes=st.floats(0, 1440))),
    materials=st.lists(texts, max_size=3).map(tuple),
    note=texts,
)


def read(text: str) -> Plan:
    """The plan of a text."""
    return parse_model(text, Plan, Path("plan.toml"))


@given(plans)
def test_any_plan_reads_back_as_it_was(plan: Plan) -> None:
    """Whatever is in it, but for broken halves of characters, which UTF-8 cannot hold."""
    stored, text = checked(plan, plan_text, Path("plan.toml"), "plan")
    assert read(text) == stored == storable_model(plan)
    assert text.encode("utf-8").decode("utf-8") == text
    for before, after in zip(plan.materials, stored.materials, strict=True):
        assert after == storable(before)


@given(plans)
def test_the_canonical_text_is_a_fixpoint(plan: Plan) -> None:
    """Reading and writing changes nothing, the head comment included."""
    text = below_head("# A head\n#\n\n# of two parts\n", plan_text(plan))
    assert head_comment(text) == "# A head\n#\n\n# of two parts"
    assert below_head(text, plan_text(read(text))) == text
    assert not has_other_comments(text)


@given(plans)
def test_the_text_is_harmless_on_a_terminal(plan: Plan) -> None:
    """A plan's file may be looked at with any tool: no controls, nothing that reorders lines."""
    text = plan_text(plan).replace("\n", "").replace("\t", "")
    assert not any(
        ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in text
    )


def test_the_text_is_for_people() -> None:
    """Top-level keys, then a table for each part; what was never decided is not there."""
    plan = Plan(
        title="Looking at student work",
        start=datetime(2026, 11, 25, 15, 30),
        minutes=75.0,
        note='First line.\n\tA "second" one, C:\\work.\n',
        audience=Audience(who="9 grade-7 teachers", count=9),
        goals=(Goal(id="G1", text="Know what the work shows"),),
        blocks=(
            Block(id="opening", title="Why", kind=BlockKind.OPENING, minutes=7.5, goals=("G1",)),
            Block(id="norms", title="Norms", kind=BlockKind.NORMS, pinned_start=time(15, 40)),
        ),
        norms=PlannedNorms(sets=("seven_norms",), own=(Norm(id="own", text="Be brief"),)),
        materials=("Copies", "A timer that everybody in the room can see", "Pens for all here"),
    )
    assert (
        plan_text(plan)
        == '''kind = "plan"
title = "Looking at student work"
purpose = ""
start = 2026-11-25T15:30:00
minutes = 75
materials = [
    "Copies",
    "A timer that everybody in the room can see",
    "Pens for all here",
]
note = """
First line.
	A "second" one, C:\\\\work.
"""

[audience]
who = "9 grade-7 teachers"
count = 9

[[goals]]
id = "G1"
text = "Know what the work shows"
kind = "know"

[[blocks]]
id = "opening"
title = "Why"
kind = "opening"
minutes = 7.5
goals = ["G1"]

[[blocks]]
id = "norms"
title = "Norms"
kind = "norms"
minutes = 10
pinned_start = 15:40:00

[norms]
sets = ["seven_norms"]

[[norms.own]]
id = "own"
text = "Be brief"
'''
    )


def test_an_empty_plan_has_what_people_look_for() -> None:
    """Kind, title, purpose and minutes are there to be filled in."""
    assert plan_text(Plan()) == 'kind = "plan"\ntitle = ""\npurpose = ""\nminutes = 60\n'


@pytest.mark.parametrize(
    ("text", "head", "others"),
    [
        ('title = "x"\n', "", False),
        ('\n# one\n\n#two  \n\nkind = "plan"\n', "# one\n\n#two", False),
        ('# one\nkind = "plan" # two\n', "# one", True),
        ('kind = "plan"\n# at the end', "", True),
        ('title = "no # comment"\nnote = """\n# none\n"""\n', "", False),
        ("title = 'x'\nmaterials = [\n  'a', # here\n]\n", "", True),
        ("# only\n# words\n", "# only\n# words", False),
    ],
)
def test_comments_are_told_apart(text: str, head: str, others: bool) -> None:
    """Those before the first key can be kept; all others would be lost."""
    assert head_comment(text) == head
    assert has_other_comments(text) is others


def test_a_plan_that_would_not_open_again_is_not_written() -> None:
    """A plan that was made past its own rules is refused with the reason."""
    plan = Plan(title="x").model_copy(update={"minutes": 900})
    with pytest.raises(NotSaved, match="would not open again: minutes must be more than 0"):
        checked(plan, plan_text, Path("plan.toml"), "plan")


def test_a_time_with_an_offset_survives() -> None:
    """TOML has no such thing; it is kept as text."""
    plan = read('title = "x"\n[[blocks]]\nid = "a"\ntitle = "A"\npinned_start = "10:00:00+02:00"\n')
    text = plan_text(plan)
    assert read(text) == plan
    assert tomllib.loads(text)["blocks"][0]["pinned_start"] == "10:00:00+02:00"

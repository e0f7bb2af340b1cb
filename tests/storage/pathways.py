"""A pathway's file that holds a requirement of every kind, and what is told of it once changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.errors import InputProblems, Problem
from facilitui.core.pathways.pathway import Pathway
from facilitui.storage.toml_files import parse_model

PATHWAY = """kind = "pathway"
id = "ours"
name = "Ours"
programme = "Our programme"
source = "us"
checked_on = 2026-11-01
holder = "group"

[rubric]
priority = ["asking", "waiting"]

[[roles]]
id = "coach"
name = "Coach"
roles = ["coach"]

[cycles]
name = "Round"
count = 3
parts = [{ id = "plan", name = "Plan" }, { id = "do", name = "Do" }]

[[phases]]
id = "first"
name = "First"

[phases.gate]
text = "We decide"
needs = ["led", "seen"]

[[phases.requirements]]
kind = "sessions"
id = "led"
text = "Lead"
count = 2
roles = ["facilitator"]
support_at_most = "1"
modes = ["online"]

[[phases.requirements]]
kind = "planning"
id = "planned"
text = "Plan"
needs = ["led"]

[[phases.requirements]]
kind = "debriefs"
id = "debriefed"
text = "Debrief"
partners = ["staff"]
led = true

[[phases.requirements]]
kind = "observations"
id = "seen"
text = "Be observed"
modes = ["live"]

[[phases.requirements]]
kind = "scores"
id = "scored"
text = "Reach 3"
at_least = 3
one_at_least = 4

[[phases.requirements]]
kind = "feedback"
id = "heard"
text = "Be heard"
shows = ["effect", "growth"]

[[phases]]
id = "second"
name = "Second"

[[phases.requirements]]
kind = "log"
id = "problem"
text = "The problem"
per = "school"
current = true

[[phases.requirements.fields]]
id = "words"
ask = "What is it?"
type = "text"

[[phases.requirements]]
kind = "log"
id = "tried"
text = "What we tried"
per = "cycle"
upon = "problem"
fields = [{ id = "how", ask = "How?", type = "choice", choices = ["well", "badly"] }]

[[phases.requirements]]
kind = "evidence"
id = "shown"
text = "Show it"

[[phases.requirements]]
kind = "check_ins"
id = "met"
text = "Meet"
per = "part"

[[phases.requirements]]
kind = "attestation"
id = "accepted"
text = "Be accepted"
parts = ["asked", "answered"]
by_programme = true

[[phases.requirements]]
kind = "credential"
id = "received"
text = "Receive it"
forms = ["digital", "in print"]
instead_of = "accepted"

[[phases.requirements]]
kind = "document"
id = "written"
text = "Write"
document = "paper"

[[phases.requirements]]
kind = "deadline"
id = "by_then"
text = "By then"
on = 2027-02-15
months = 12

[[phases.requirements]]
kind = "checklist"
id = "ticked"
text = "Tick off"
checklist = "weeks"

[[domains]]
id = "talk"
name = "Talk"
practices = [{ id = "ask", text = "Ask" }, { id = "wait", text = "Wait" }]

[[checklists]]
id = "weeks"
name = "By week"
items = [{ id = "one", text = "One", week = 1 }, { id = "two", text = "Two", week = 2 }]

[[documents]]
id = "paper"
name = "Paper"
parts = [{ id = "why", name = "Why", words = 300 }, { id = "what", name = "What" }]

[[cards]]
id = "hint"
name = "Hint"
text = "Read this"
"""


def changed(old: str, new: str) -> str:
    """The file above with one change."""
    assert old in PATHWAY
    return PATHWAY.replace(old, new, 1)


def faults(text: str) -> tuple[Problem, ...]:
    """All that is wrong with a pathway's file."""
    with pytest.raises(InputProblems) as caught:
        parse_model(text, Pathway, Path("ours.toml"))
    return caught.value.problems


def told(text: str) -> list[str]:
    """The same as line:column: reason."""
    return [f"{each.line}:{each.column}: {each.reason}" for each in faults(text)]

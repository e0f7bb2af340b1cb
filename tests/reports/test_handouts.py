"""Documents for participants and for whoever leads: what is in them, and what never is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len

from facilitui.core.agendas_outside.columns import guess
from facilitui.core.agendas_outside.importing import taken
from facilitui.core.checks import check_plan
from facilitui.core.plans.alignment import align, answered
from facilitui.core.plans.plan import Block, Goal, Plan
from facilitui.core.plans.plan_changes import begun_from, since_begun
from facilitui.core.reports.handout import Format, What
from facilitui.core.vocabulary import Mode
from facilitui.reports.handouts import written
from facilitui.reports.plain_text import plain_text
from facilitui.reports.plan_summary import plan_summary
from facilitui.storage.agenda_files import read_agenda
from tests.core.making import HOSTILE
from tests.reports.handouts import CHECK_INS, full_plan, worked_out

PARSER = MarkdownIt("commonmark").enable("table")
FORMS = (Format.MARKDOWN, Format.HTML)


def document(plan: Plan, what: What, form: Format) -> str:
    """A document's text."""
    return written(worked_out(plan), what, form).data.decode("utf-8")


@pytest.mark.parametrize("form", FORMS)
def test_participants_read_what_is_theirs(form: Format) -> None:
    """Title, when and where, purpose, goals, norms, the agenda with its breaks, what to bring."""
    text = document(full_plan(), What.PARTICIPANTS, form)
    for words in (
        *("Looking at student work", "Wednesday 25 November 2026", "15:30 to 17:00", "Toronto"),
        *("Library, room 2", "See what the work shows.", "know the criteria", "use them"),
        *("Opening", "15:40", "Tea", "The Final Word", "North", "room 3", "Listen first"),
        *("sticky notes", "The text: shelf 4"),
    ):
        assert words in text, words


@pytest.mark.parametrize("what", [What.PARTICIPANTS, What.RUN_SHEET])
def test_what_is_handed_over_can_be_taken_in_again(what: What) -> None:
    """The agenda of a document is found among all else in it, whoever it is for.

    Time that is left free is no part of it, and the time there is stays what it was.
    """
    table = read_agenda("agenda.md", document(full_plan(), what, Format.MARKDOWN).encode())
    imported = taken(table, guess(table))
    assert [(block.title, block.minutes) for block in imported.blocks] == [
        ("Opening", 10),
        ("Tea", 15),
        ("The Final Word", 58),
        ("In two rooms", 5),
    ]
    assert [each.reason for each in imported.skipped] == ["nothing is planned in it"]
    assert (imported.head.start, imported.head.minutes) == (full_plan().start, 90)


def test_an_asynchronous_session_shows_its_dates() -> None:
    """Each check-in with its prompt, for both readers."""
    plan = full_plan(mode=Mode.ASYNCHRONOUS, check_ins=CHECK_INS)
    for what in (What.PARTICIPANTS, What.RUN_SHEET):
        text = document(plan, what, Format.MARKDOWN)
        assert "Friday 27 November 2026" in text and "What have you tried?" in text
        assert "Asynchronous, each in their own time" in text


def test_an_empty_plan_makes_every_document() -> None:
    """Nothing in it is needed."""
    for what in (What.PARTICIPANTS, What.RUN_SHEET):
        for form in FORMS:
            assert "Untitled session" in document(Plan(), what, form)


def summary(plan: Plan) -> str:
    """What `plan show` prints."""
    shown = worked_out(plan)
    checks = check_plan(plan, {}, shown.slots)
    begun = since_begun(plan)
    return plain_text(plan_summary(shown, align(plan), answered(plan), checks, begun))


def test_a_plan_is_shown_on_one_page() -> None:
    """The questions, the agenda with starts, what serves which goal, what to look at."""
    text = summary(full_plan())
    for words in (
        *("THE FOUR QUESTIONS: 3 OF 4", "21 people", "G2 (know): use them", "15:40   15  Tea"),
        *("✗ no evidence", "G2 has no evidence", "Exit ticket: secret-evidence → G1"),
    ):
        assert words in text, words
    assert max(cell_len(line) for line in text.split("\n")) <= 80


def test_a_plan_is_shown_with_what_it_changed_of_its_agenda() -> None:
    """From which one, and each difference; nothing of that where it began empty."""
    plan = begun_from(full_plan(), "ready", date(2026, 11, 20))
    assert "nothing changed" in summary(plan) and "CHANGED OF THE AGENDA" not in summary(plan)
    text = summary(plan.model_copy(update={"goals": plan.goals[:1]}))
    assert "Began from" in text and ", 1 change" in text
    assert "CHANGED OF THE AGENDA IT BEGAN FROM" in text
    assert "Goal “use them” taken out" in text
    assert "Began from" not in summary(full_plan())


@pytest.mark.parametrize(
    "make", [lambda words: {"title": words}, lambda words: {"purpose": words}], ids=["title", "why"]
)
def test_hostile_text_is_shown_as_text(make: Callable[[str], dict[str, str]]) -> None:
    """Markup of terminals and screens, half a character, wide and joined ones."""
    fields = make(HOSTILE * 4)
    block = Block(id="b", title=HOSTILE, note=HOSTILE)
    plan = full_plan(**fields, goals=(Goal(id="G1", text=HOSTILE),), blocks=(block,))
    text = summary(plan)
    assert "[x] [Q1] [/b]" in text and "\x1b" not in text and "\ud800" not in text
    assert max(cell_len(line) for line in text.split("\n")) <= 80

"""Reports tell moments, help, figures and open sessions so that a stranger can read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from facilitui.core import bodies as b
from facilitui.core.debriefs.debrief import FactLine, MarkTold
from facilitui.core.debriefs.debrief_words import Support
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import Score
from facilitui.core.reports.report_case import Led, quotes_others, run_of
from facilitui.core.reports.report_figures import figure_name
from facilitui.core.reports.report_privacy import for_reader
from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.core.sessions import moves
from facilitui.core.sessions.people_moves import release
from facilitui.core.sessions.session import NoteKind
from tests.core.making import START, Script, plain
from tests.reports.cases import OTHERS, case, debrief, observation, responses
from tests.reports.test_session_report import text


def test_moments_are_told_by_the_clock_of_their_place() -> None:
    """A score has its time of day, a mark also the step; without a day it is how far into it."""
    one = case()
    assert one.run is not None and one.scores is not None
    [mark] = (each for each in one.run.facts.notes if each.kind is NoteKind.MARK)
    scored = one.scores.model_copy(
        update={"scores": (Score(criterion="c", name="Asks", level=2, moment=600.0),)}
    )
    told = debrief(marks=(MarkTold(mark=mark.seq, text="A laugh."),), support=Support.NONE)
    one = replace(one, scores=scored, debrief=told)
    mentor = text(Reader.MENTOR, one)
    assert "| Asks | 2 of 4 | nothing beside it | 15:40 |" in mentor
    assert "### Marked 15:35, Open\n\nA laugh." in mentor and "no help needed" in mentor
    assert "| 10 min after the beginning |" in text(Reader.MENTOR, replace(one, held_at=None))


def test_what_was_typed_at_a_mark_stays_with_the_host() -> None:
    """The mentor learns when it was marked, and nothing that was typed there."""
    one = case()
    assert one.run is not None
    notes = tuple(replace(each, text="zqz") for each in one.run.facts.notes)
    marked = replace(one, run=replace(one.run, facts=replace(one.run.facts, notes=notes)))
    run = for_reader(marked, Reader.MENTOR).run
    assert run is not None
    assert {each.text for each in run.facts.notes if each.kind is NoteKind.MARK} == {""}


@pytest.mark.parametrize("name", ["Wait: answered at once", "Capture: evidence", "Parked"])
def test_figures_have_names_that_need_no_program(name: str) -> None:
    """What is not known stands as it was written."""
    told = text(Reader.MENTOR, case(debrief=debrief(facts=(FactLine(name=name, value="1"),))))
    assert figure_name(name) != name and f"| {figure_name(name)} | 1 |" in told
    assert figure_name("Of our own: 3") == "Of our own: 3"
    heard = debrief(facts=(FactLine(name="Voices heard", value="0"),))
    assert "| People who were heard | not counted |" in text(Reader.MENTOR, case(debrief=heard))


@pytest.mark.parametrize("quote", ["“We heard it.”", '"We heard it."', "We heard it."])
def test_a_quote_has_quotation_marks_once(quote: str) -> None:
    """Its own where somebody typed some; whoever said it is named inside only."""
    host = Script(plain(5), session="s1").press(moves.forward, moves.capture(f"{quote} - Mia"))
    host.press(moves.end)
    host.press(release(host.state.notes[0].seq))
    told = text(Reader.LEADER, case(run=run_of(host.state)))
    assert "Mia" not in told and f"- {quote if quote[-1] != '.' else f'“{quote}”'}" in told
    assert "Mia" in text(Reader.MENTOR, case(run=run_of(host.state)))


def test_an_open_session_is_told_up_to_its_last_key() -> None:
    """Each head says so; the time for which it lay there since does not count as run."""
    host = Script(plain(5, 20), session="s1").press(moves.forward).wait(300)
    host.press(moves.forward).wait(600).press(moves.mark).wait(4800)
    host.press(lambda state: (b.GapNoticed(seconds=4800),))
    run = run_of(host.state)
    assert run.as_of == START + timedelta(seconds=900) and run.facts.ran == 15
    one = case(run=run)
    for reader in Reader:
        told = text(reader, one)
        said = "(still open)" if reader is Reader.SPONSOR else "15:30 (America/Toronto); still open"
        assert (said in told) is (reader is not Reader.PARTICIPANTS), reader
    assert "15 run so far" in text(Reader.MENTOR, one)
    assert "still open" not in text(Reader.MENTOR, case())


@pytest.mark.parametrize("reader", OTHERS)
def test_of_too_few_it_is_told_that_they_are(reader: Reader) -> None:
    """With the return rate; nothing that one slip says, and no claim that nobody was asked."""
    told = text(reader, case(feedback=(Feedback(attendance=8, responses=responses(1)),)))
    assert "1 of 1" not in told and "not asked" not in told.replace("\\", "")
    if reader in {Reader.LEADER, Reader.COUNCIL}:
        assert "Too few to tell (fewer than 5). 1 of 8 answered (13%)." in told
        assert "figures where fewer than 5 answered" in told


def test_the_co_facilitator_reads_no_known_name_in_participants_words() -> None:
    """Names nobody knows may still stand there, which is told; the session's people are told."""
    said = Response(words={Item.ONE_CHANGE: "Ana Lee was loud, Frau Maier too"})
    one = case(feedback=(Feedback(responses=(said,) * 5),), facilitators=("Zoe",))
    told = text(Reader.CO_FACILITATOR, one)
    assert "a participant was loud, Frau Maier too" in told and "**Facilitator**: Zoe" in told
    assert "names in participants' own words" in told
    assert "names in participants" not in text(Reader.MENTOR, one)


def test_the_words_of_others_are_known() -> None:
    """So that whoever hands a report over is asked to read it first."""
    bare = case(feedback=(), observations=(), run=None)
    assert not quotes_others(for_reader(bare, Reader.MENTOR))
    assert quotes_others(for_reader(replace(bare, observations=(observation(),)), Reader.MENTOR))
    silent = replace(bare, observations=(Observation(),))
    assert not quotes_others(for_reader(silent, Reader.MENTOR))
    heard = (Feedback(responses=responses(5)),)
    assert quotes_others(for_reader(replace(bare, feedback=heard), Reader.CO_FACILITATOR))
    assert not quotes_others(for_reader(replace(bare, feedback=heard), Reader.LEADER))
    for reader in (Reader.LEADER, Reader.MENTOR):
        assert quotes_others(for_reader(case(), reader))


def test_a_sheet_to_write_on_says_nothing_of_what_is_left_out() -> None:
    """It is said where the sheet is made."""
    told = text(Reader.PARTICIPANTS, case())
    assert "eft out" not in told and told.rstrip().endswith("…")


@pytest.mark.parametrize(
    ("levels", "growth", "effect"),
    [
        ([{Item.PACE: 5}] * 8, "Before and now were not answered.", "8 of 8"),
        (
            [{Item.PACE: 5}] * 8 + [{Item.VOICE: 1}] * 4,
            "Before and now were not answered.",
            "8 of 8",
        ),
        ([{Item.PACE: 5}] * 4, "Before and now were not answered.", "Too few to tell"),
        ([{Item.BEFORE: 1}] * 4, "Before and now were not answered.", "were not asked about"),
        ([{Item.BEFORE: 1, Item.NOW: 3}] * 4, "Too few to tell", "were not asked about"),
    ],
)
def test_too_few_is_told_only_of_what_was_asked(
    levels: list[dict[Item, int]], growth: str, effect: str
) -> None:
    """How far people came and how they found it each for itself."""
    heard = Feedback(attendance=12, responses=tuple(Response(levels=each) for each in levels))
    told = text(Reader.LEADER, case(feedback=(heard,)))
    grown, found = told.split("## How far participants came")[1].split("## What participants said")
    assert growth in grown and effect in found.split("## ")[0]


@pytest.mark.parametrize(
    ("planned", "ran", "told"),
    [
        (2.5, 2.5, "| 2.5 | 2.5 | 0 |"),
        (3.5, 3.5, "| 3.5 | 3.5 | 0 |"),
        (2.5, 3.0, "| 2.5 | 3 | +0.5 |"),
        (10, 7.25, "| 10 | 7.5 | \N{MINUS SIGN}2.5 |"),
    ],
)
def test_planned_run_and_difference_are_told_by_one_rule(
    planned: float, ran: float, told: str
) -> None:
    """To the half minute, a half up, so that the row adds up."""
    whole = case()
    assert whole.run is not None
    blocks = (Led("Open", "", planned, ran, False),)
    facts = replace(whole.run.facts, planned=planned, ran=ran)
    one = replace(whole, run=replace(whole.run, blocks=blocks, facts=facts))
    _, plan, run, apart, _ = told.split("|")
    found = text(Reader.MENTOR, one)
    assert f"|{plan}|{run}|" in found and f"{plan.strip()} planned, {run.strip()} run" in found
    assert apart.strip() in found.split(f"|{plan}|{run}|")[1].split("|")[0]

"""The facts beside a debrief: as bars and figures that are read without colour, at every width."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC

from hypothesis import example, given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm, NormAnswer
from facilitui.core.sessions import moves
from facilitui.core.sessions.facts import BlockFacts, session_facts
from facilitui.core.sessions.session import SessionState
from facilitui.core.told import minutes as figure_of
from facilitui.core.told import minutes_over, minutes_run, signed
from facilitui.core.vocabulary import Question
from facilitui.text import Lines
from facilitui.widgets.debrief_people import norm_lines, people_lines, wait_lines
from facilitui.widgets.debrief_run import bar, run_lines
from tests.core.making import HOSTILE, Script, agenda, part

WIDTHS = st.integers(24, 60)
minutes = st.just(0.0) | st.floats(0.1, 90)


def run() -> SessionState:
    """A hostile block over its time, one that was not run, waits, a norm, a capture."""
    blocks = agenda(part("a", 10, question=Question.OPEN_OPINION), part(HOSTILE, 20))
    script = Script(blocks).press(moves.forward)
    script.append((b.NormsAgreed(norms=(Norm(id="n", text=HOSTILE),), watch="n"),))
    for seconds in (2, 9):
        script.press(moves.open_or_close_wait).wait(seconds).press(moves.open_or_close_wait)
    script.press(moves.invoke_norm("n"))
    script.append((b.NormChecked(norm="n", answer=NormAnswer.STRAINED),)).wait(900)
    return script.press(moves.capture(HOSTILE), moves.end).state


def shown(lines: Lines) -> str:
    return " ".join(" ".join(line.plain for line in lines).split())


@given(minutes, minutes, WIDTHS)
def test_a_bar_marks_the_plans_end_in_what_ran(planned: float, ran: float, width: int) -> None:
    """What ran over stands behind the mark, what did not run before it, in signs of its own."""
    block = BlockFacts("x", planned, ran, skipped=not ran)
    line = bar(block, max(planned, ran), width).plain
    before, mark, after = line.partition("┃")
    assert mark and len(line) <= width
    assert not after or ran > planned
    assert set(after) <= {"━"} and set(before) <= {"━", "┄"} and "┄━" not in before
    assert ("━" in line) == (ran > 0)
    assert "┄" not in before or ran < planned


@given(WIDTHS)
def test_every_line_fits_and_tells_the_run(width: int) -> None:
    """However narrow it is: minutes, each wait against its own target, what norms were."""
    state = run()
    facts = session_facts(state)
    lines = [
        *run_lines(facts, width),
        *wait_lines(facts, UTC, width),
        *people_lines(facts, width),
        *norm_lines(state, width),
    ]
    assert all(line.cell_length <= width for line in lines)
    told = shown(lines)
    targets = ("2 s 5 s ○", "9 s 5 s ●") if width >= 36 else ("2 s ○", "9 s ●")
    for words in (*targets, "15 +5", "1 of 2 at their target ●", "Silent work 0 min", "strained"):
        assert words in told, words
    assert "not counted" in told and "called on 1×" in told


@given(st.floats(0.01, 900), WIDTHS)
@example(100.5, 36)
@example(100.5, 24)
def test_a_difference_stands_whole_and_apart(ran: float, width: int) -> None:
    """Also of a session that was over after some seconds, where both have hundredths."""
    facts = session_facts(run())
    total = run_lines(replace(facts, planned=75, ran=ran), width)[-1].plain
    told = f" {minutes_run(ran)} +{re.escape(signed(minutes_over(ran, 75)))}$"
    assert re.search(told, total), total


@given(st.integers(36, 60), st.floats(0, 200), st.floats(0, 200))
@example(38, 12.5, 10)
def test_a_name_has_every_cell_that_no_figure_needs(width: int, ran: float, planned: float) -> None:
    """Two cells of air before the widest figure of each column, its heading among them."""
    facts, over = session_facts(run()), signed(minutes_over(ran, planned))
    columns = [("plan", figure_of(planned)), ("ran", minutes_run(ran)), (over,)]
    room = width - sum(2 + max(map(len, column)) for column in columns)
    block = BlockFacts("x" * room, planned, ran, skipped=False)
    lines = run_lines(replace(facts, blocks=(block,), planned=planned, ran=ran), width)
    rows = [line.plain for line in lines]
    assert all(len(row) <= width for row in rows)
    assert any(row.startswith("x" * room + "  ") for row in rows), rows


def test_many_waits_are_cut_short_and_counted() -> None:
    """The list that sorts them has them all."""
    script = Script(agenda(part("a", 10))).press(moves.forward)
    for _ in range(15):
        script.press(moves.open_or_close_wait).wait(6).press(moves.open_or_close_wait)
    facts = session_facts(script.press(moves.end).state)
    assert shown(wait_lines(facts, UTC, 60)).count(" 6 s 5 s ●") == 12
    assert "and 3 more" in shown(wait_lines(facts, UTC, 50))


def test_a_run_without_anything_says_so() -> None:
    """Missing is told as missing: no wait, nobody counted, no norms at all."""
    state = Script(agenda(part("a", 10))).state
    told = shown(
        [*wait_lines(session_facts(state), UTC, 30), *people_lines(session_facts(state), 30)]
    )
    assert "none marked" in told and "not told" in told and "not counted" in told
    assert norm_lines(state, 30) == []

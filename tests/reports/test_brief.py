"""The hand-over brief as a document: what is said of where a session is, and of what is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm, NormAnswer, NormMoment
from facilitui.core.plans.plan import Evidence, Goal
from facilitui.core.sessions import moves
from facilitui.core.sessions.brief import brief
from facilitui.core.sessions.events import Event
from facilitui.core.sessions.people_moves import check_norm
from facilitui.core.sessions.session import SessionState
from facilitui.core.vocabulary import BlockKind, EvidenceKind, Silence, Who
from facilitui.reports.brief import written_brief
from tests.core.making import HOSTILE, START, Script, agenda, part
from tests.core.strategies import damaged, logs

NORMS = (Norm(id="n", text="Listen first"), Norm(id="m", text="Wait for others"))
BLOCKS = (
    *agenda(part("open", 10, say="Welcome", show="Hello", watch="shyness"), lead="Ana"),
    *agenda(
        part("work/pairs", 6, who=Who.PAIRS, turn_minutes=2),
        part("work/quiet", 5, silence=Silence.ALL, protected=True),
    ),
    *agenda(part("tea", 15), kind=BlockKind.BREAK),
)
N: list[Callable[[SessionState], moves.Move]] = [moves.forward]


def script(**started: object) -> Script:
    """A session with norms and people, in its first step."""
    end = START + timedelta(minutes=36)
    made = Script(BLOCKS, **({"title": "One", "planned_end": end} | started))
    made.append((b.HostNotes(watch={"open": "shyness"}, part_of=1),))
    made.append((b.AttendanceTaken(count=9, part_of=1),))
    made.append((b.NormsAgreed(norms=NORMS, own=("m",), watch="n", part_of=1),))
    return made.press(moves.forward)


def text(script: Script, trouble: str = "") -> str:
    """The brief at this moment, as Markdown."""
    now = script.now.astimezone(ZoneInfo("America/Toronto"))
    return written_brief(brief(script.events, script.elapsed, now, trouble)).data.decode("utf-8")


def test_it_says_where_we_are_and_what_is_left() -> None:
    """The step with its clock, what to say and show, what is next; then each part with its time."""
    told = text(script().wait(240))
    for words in (
        *("# Hand-over brief: One", "**Made**: Wednesday 25 November 2026, 15:34"),
        *("planned 16:06, as things are 16:06 (as planned)", "**People**: 9 here"),
        *("**Step**: open", "**Now**: running, 4 min of 10 min, 6 min left, until 15:40"),
        *("**Led by**: Ana", "**Say**: Welcome", "**Show**: Hello"),
        *("**Next**: work/pairs, 6 min", "| 15:40 | 11 | work |  |  |"),
        *("| 15:40 | 6 | – work/pairs |", "| 15:46 | 5 | – work/quiet |  | silent, protected |"),
        *("| 15:51 | 15 | tea |", "Left out: what only the host watches for."),
        *("- Listen first (the one to watch)", "- Wait for others (the group's own)"),
    ):
        assert words in told, words
    assert "shyness" not in told and "Done so far" not in told


@pytest.mark.parametrize(
    ("keys", "seconds", "words"),
    [
        ([], 660, "over by 60 s"),
        ([moves.pause_or_resume], 60, "paused, 0 s of 10 min, 10 min left"),
        ([moves.open_or_close_wait], 12, "a wait is open, 12 s so far"),
        (N, 40, "**Now**: directions for 40 s, the clock of its 6 min has not begun"),
        (N * 2, 150, "**Turn**: 2 of 3, 2 min left"),
        (N * 3, 0, "**Who**: Whole group; everyone silent"),
        (N * 4, 60, "**Now**: running, 60 s of 15 min, 14 min left, back at 15:45"),
        (N * 4, 60, "**Next**: the end"),
        ([], 1e7, "over by 116 days"),
        (N, 0, "| 15:36 | 5 | work |  | goes on |"),
        (N * 4, 60, "Nothing: every block is run or left out."),
        ([moves.skip, *N], 0, "**Done so far**: open (left out)"),
        (N * 5, 0, "All steps are done; only the end is left."),
        ([moves.end], 0, "**Ended**: 15:30 (36 min early)"),
    ],
)
def test_each_state_is_told(
    keys: list[Callable[[SessionState], moves.Move]], seconds: float, words: str
) -> None:
    """Directions, running, over, paused, waiting, silent, a break, the last step and the end."""
    told = text(script().press(*keys).wait(seconds))
    assert words in told, told


@pytest.mark.parametrize(
    ("here", "told"),
    [
        ((20, False), "five fours"),
        ((20, True), "five fours"),
        ((17, True), "five fours for 20, 17 here"),
        ((17, False), "five fours for 20, 17 expected"),
        ((23, True), "five fours for 20, 23 here"),
    ],
)
def test_groups_for_another_number_say_both(here: tuple[int, bool], told: str) -> None:
    """For how many they were made and how many there are; one number where they agree."""
    made = Script(agenda(part("a", 5), part("a/b", 5), sizes=(4,) * 5), title="One")
    made.append((b.AttendanceTaken(count=here[0], expected=not here[1]),)).press(moves.forward)
    assert f"**Seated**: {told}\n" in text(made)


def test_what_happened_to_norms_and_the_agenda_is_told() -> None:
    """What was called on and answered, what was parked, and what is said of time won back."""
    made = script().press(moves.invoke_norm("n"), moves.invoke_norm("n"), moves.park("Parents?"))
    made.press(check_norm(NormMoment.MIDWAY, NormAnswer.STRAINED))
    made.append((b.RecoveryApplied(minutes={"tea": 5}, title="Shorter", say="We end at four."),))
    told = text(made)
    assert "(the one to watch, called on 2 ×, asked: strained)" in told
    assert "## Parked\n\n- Parents?" in told and "- Shorter: We end at four." in told
    assert "## Parked\n\nNothing." in text(script())


def test_a_difficult_conversation_is_named_before_anything_else() -> None:
    """So that nobody passes it on unread; another one has no such line."""
    told = text(script(sensitive=True))
    assert told.index("A difficult conversation") < told.index("**Made**")
    assert "difficult" not in text(script())


def test_a_damaged_log_is_named_before_what_was_read_of_it() -> None:
    """Whoever takes over knows that some of it may not be so; a whole log has no such line."""
    told = text(script(), "line 3 [x] cannot be read")
    assert "**Not all of this is certain**: line 3 \\[x\\] cannot be read." in told
    assert told.index("certain") < told.index("**Made**")
    assert "certain" not in text(script())


def test_goals_stand_with_what_is_still_to_be_collected() -> None:
    """Each measure with its goals, when and by whom."""
    evidence = Evidence(id="E", kind=EvidenceKind.EXIT_TICKET, when="tea", who="Ana", goals=("G1",))
    told = text(script(goals=(Goal(id="G1", text="know it"),), evidence=(evidence,)))
    assert "- G1 (know): know it" in told
    assert "| Exit ticket |  | tea | Ana | G1 |" in told


def test_hostile_words_stay_words() -> None:
    """In the title, what is parked and what is said: no markup, no control, no half character."""
    told = text(script(title=HOSTILE, purpose=HOSTILE).press(moves.park(f"{HOSTILE}\n# two")))
    assert "\x1b" not in told and "\ud800" not in told
    assert r"\[x\]" in told and "\n# two" not in told


@given(logs | damaged)
def test_any_log_can_be_written_down(events: list[Event]) -> None:
    """Whatever a log says, there is a document with an end."""
    made = written_brief(brief(events, 1e9, START))
    assert made.data.decode("utf-8").rstrip().endswith(".")

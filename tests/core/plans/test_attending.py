"""Who came: the agenda for those who are here is offered, and taken only if it is accepted."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.plans.agenda import expand
from facilitui.core.plans.attending import accepted, expected, here_told, refit, starts_at
from facilitui.core.plans.plan import Audience, Block
from facilitui.core.plans.plan_parts import Grouping, ParallelGroup
from facilitui.core.sessions import moves
from facilitui.core.sessions.clock import Reading
from facilitui.core.sessions.course import Course
from facilitui.core.sessions.session import SessionState
from facilitui.core.sessions.starting import Prepared, opening
from facilitui.core.told import clock
from facilitui.core.vocabulary import BlockKind
from tests.core.making import HOSTILE, START, Script, final_word, good_plan, tuning

TORONTO = ZoneInfo("America/Toronto")
NOW = START.astimezone(TORONTO)
PROTOCOLS = {"final_word": final_word()}
WORD = Block(id="word", title="Final Word", minutes=46, protocol="final_word")
CLOSE = Block(id="close", title="Close", kind=BlockKind.CLOSING, minutes=10)


def ready(*blocks: Block, people: int = 8) -> Prepared:
    plan = good_plan(blocks=blocks or (WORD, CLOSE), audience=Audience(who="x", count=people))
    agenda = expand(plan, PROTOCOLS)
    return Prepared(plan, "plan", agenda, attendance=people, protocols=PROTOCOLS)


def running(*blocks: Block, people: int = 8) -> Script:
    """A session of these blocks in its first part."""
    script = Script()
    script.course = Course()
    reading = Reading(START, "boot-1", 1000.0, "one")
    return script.append(opening(ready(*blocks, people=people), "s", reading, TORONTO))


def test_fewer_people_may_be_other_groups_and_more_rounds() -> None:
    """Nine for a protocol in fours are a four and a five: one round more in the same minutes."""
    found = refit(expected(ready(), 9))
    assert found is not None
    (block,) = found.changed
    assert (block.id, block.sizes) == ("word", (5, 4))
    told = found.told(block)
    assert told.startswith("two fours → one four and one five · 4 rounds → 5 rounds")
    assert found.sums(NOW) == "56 min, ends 16:26" and not found.too_many(block)


def test_where_nobody_was_expected_only_what_it_becomes_is_told() -> None:
    """A plan without a number has no groups to tell the new ones from."""
    talk = Block(id="talk", title="Talk", minutes=10, grouping=Grouping(size=3))
    found = refit(expected(ready(talk, people=0), 9))
    assert found is not None and found.told(found.changed[0]) == "three threes"


def test_what_no_block_minds_is_not_offered() -> None:
    """As many as planned, another number for blocks of everybody, or nobody told."""
    assert refit(ready()) is None
    assert refit(expected(ready(CLOSE), 30)) is None
    assert refit(expected(ready(), 0)) is None


def test_more_than_a_protocol_is_for_are_offered_side_by_side() -> None:
    """Though its steps stay the same; once they are divided, nothing of it is asked any more."""
    tuned = {"tuning": tuning()}
    block = Block(id="t", title="Tuning", minutes=67, protocol="tuning")
    plan = good_plan(blocks=(block,), audience=Audience(who="x", count=10))
    first = Prepared(plan, "plan", expand(plan, tuned), attendance=10, protocols=tuned)
    assert refit(expected(first, 12)) is None and refit(expected(first, 3)) is None
    found = refit(expected(first, 30))
    assert found is not None and found.changed == ()
    (asked,) = found.asked
    assert found.told(asked) == "for 12 at most"
    three = found.proposals(asked)[0]
    assert three.text == "30 people in three groups of ten" and "3 leads" in three.needs
    divided = found.with_proposal("t", three)
    assert len(divided.after[0].groups) == 3 and not divided.too_many(divided.after[0])


def test_the_sums_tell_minutes_and_the_end() -> None:
    """Of the whole session, from when it will begin."""
    short = WORD.model_copy(update={"minutes": 37.0})
    found = refit(expected(ready(short, CLOSE), 9))
    assert found is not None
    after = sum(block.minutes for block in found.after)
    assert after > 47
    end = clock(NOW + timedelta(minutes=after))
    assert found.sums(NOW) == f"{after:g} min, ends {end}"


def test_another_grouping_can_be_chosen_for_a_block_that_changed() -> None:
    """In threes nine have fewer rounds; what is in force is not among the choices."""
    found = refit(expected(ready(), 9))
    assert found is not None
    ways = found.proposals(found.changed[0])
    assert ways and not any(way.text == "Nine in fours: one four and one five" for way in ways)
    threes = next(way for way in ways if way.text == "Nine in threes: three threes")
    chosen = found.with_proposal("word", threes)
    assert chosen.changed[0].sizes == (3, 3, 3)
    assert max(part.cycles for part in chosen.changed[0].parts) == 3
    assert chosen.before == found.before


@given(st.lists(st.tuples(st.integers(0, 40), st.booleans()), max_size=6))
def test_the_planned_agenda_holds_until_another_is_accepted(asked: list[tuple[int, bool]]) -> None:
    """However often people are counted: what was accepted for one number is gone with the next."""
    first = ready()
    now = first
    for count, accept in asked:
        now = expected(now, count)
        assert (now.blocks, now.attendance) == (first.blocks, count)
        if accept and (found := refit(now)) is not None:
            now = accepted(now, found.after)
            assert now.blocks == found.after
    assert now.plan == first.plan


def test_what_was_accepted_is_what_the_session_starts_with() -> None:
    """Its agenda and its planned end; declined, the plan's stays."""
    now = expected(ready(), 9)
    found = refit(now)
    assert found is not None
    reading = Reading(START, "boot-1", 1000.0, "one")
    kept, taken = (
        opening(each, "s", reading, TORONTO)[0] for each in (now, accepted(now, found.after))
    )
    assert isinstance(kept, b.SessionStarted) and isinstance(taken, b.SessionStarted)
    assert kept.blocks == ready().blocks
    assert (taken.blocks[0].sizes, len(taken.blocks[0].parts)) == (
        (5, 4),
        len(kept.blocks[0].parts) + 4,
    )


def test_the_start_is_the_planned_one_until_that_is_over() -> None:
    """Then it is now; on another day it is now as well."""
    early, late, far = (NOW + timedelta(minutes=each) for each in (-4, 4, 600))
    assert starts_at(ready(), early) == NOW
    assert starts_at(ready(), late) == late
    assert starts_at(ready(), far) == far


def test_while_it_runs_blocks_that_no_longer_fit_are_only_told() -> None:
    """Those still ahead that were divided for another number; nothing of them changes."""
    script = running(CLOSE.model_copy(update={"id": "open"}), WORD)
    assert here_told(script.state, 8) == "8 here"
    assert here_told(script.state, 9) == "9 here; Final Word was divided for 8"
    blocks = script.state.blocks
    script.press(moves.one_more)
    assert (script.state.attendance, script.state.blocks) == (9, blocks)
    script.press(moves.forward)
    assert here_told(script.state, 9) == "9 here"


def test_many_blocks_that_no_longer_fit_are_counted() -> None:
    """The first two by name, hostile ones as they are."""
    words = [WORD.model_copy(update={"id": f"w{n}", "title": f"{HOSTILE}{n}"}) for n in range(4)]
    told = here_told(running(CLOSE, *words).state, 5)
    assert told.startswith(f"5 here; {HOSTILE}0 was divided for 8; {HOSTILE}1")
    assert told.endswith("; and 2 more")


def test_groups_side_by_side_count_those_in_one_of_them() -> None:
    """Sixteen in two groups are two eights; one more makes a nine."""
    groups = (ParallelGroup(name="A"), ParallelGroup(name="B"))
    script = running(CLOSE, WORD.model_copy(update={"groups": groups}), people=16)
    assert here_told(script.state, 16) == "16 here"
    assert here_told(script.state, 17) == "17 here; Final Word was divided for 8"


def test_one_more_is_one_key_that_is_taken_back() -> None:
    """Nobody came before the beginning or after the end."""
    script = running(CLOSE).press(moves.one_more, moves.one_more)
    assert script.state.attendance == 10
    assert script.press(moves.take_back).state.attendance == 9
    assert moves.one_more(SessionState()) == ()

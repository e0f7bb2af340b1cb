"""No figure of fewer than five people's answers goes to those who were not there."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.log_entry import LogEntry, Slot
from facilitui.core.pathways.pulse_answers import counts_kept
from facilitui.core.pathways.requirements import Log
from facilitui.core.reports.report_few import few_answers, few_in, without_few
from facilitui.core.reports.report_privacy import for_reader
from facilitui.core.reports.report_reader import Reader
from facilitui.core.responses.feedback import QUOTES_FROM, Feedback, Item, Response
from facilitui.core.responses.feedback_figures import answered, growths
from tests.library.pathways import named
from tests.reports.cases import OTHERS, case, responses

CORE = named("core_community_of_practice")
VALUE = next(e for e in CORE.requirements if isinstance(e, Log) and e.id == "value_pulse")
LEVELS = VALUE.fields[0].choices
FIGURES = st.lists(st.integers(0, 3), min_size=5, max_size=5)
levels = st.dictionaries(st.sampled_from([Item.PACE, Item.BEFORE, Item.NOW]), st.integers(1, 4))
goals = st.dictionaries(
    st.just("G1"), st.dictionaries(st.sampled_from([Item.BEFORE, Item.NOW]), st.integers(1, 4))
)
heard = st.lists(st.builds(Response, levels=levels, goals=goals), max_size=9)


@given(heard)
def test_figures_stand_from_five_answers_on(told: list[Response]) -> None:
    """Question by question, whatever else came in; those of enough people stay as they were."""
    whole = Feedback(attendance=9, responses=tuple(told))
    safe = without_few(whole)
    effect, grown = answered(whole, [Item.PACE]), growths(whole)
    assert answered(safe, [Item.PACE]) == tuple(e for e in effect if e.count >= QUOTES_FROM)
    kept = tuple(e for e in grown if getattr(e, "pairs", 0) >= QUOTES_FROM)
    assert growths(safe) == kept and len(safe.responses) == len(told)
    assert bool(few_in(whole)) is (safe != whole) and not few_in(safe)


def test_words_and_figures_of_few_are_held_back_for_their_reader() -> None:
    """Outside nobody gets a figure of one slip; the mentor does; words of four go to nobody."""
    for count, enough in ((1, False), (QUOTES_FROM - 1, False), (QUOTES_FROM, True)):
        one = case(feedback=(Feedback(attendance=8, responses=responses(count)),))
        for reader in OTHERS:
            safe = for_reader(one, reader).feedback
            assert any(each.levels for e in safe for each in e.responses) <= enough, reader
        [mentors] = for_reader(one, Reader.MENTOR).feedback
        assert all(each.levels for each in mentors.responses)
        [partners] = for_reader(one, Reader.CO_FACILITATOR).feedback
        assert any(each.words for each in partners.responses) is enough


DAY = date(2026, 3, 3)
ENTRIES = st.lists(
    st.tuples(st.sampled_from([None, DAY, date(2026, 3, 4)]), st.sampled_from([0, 1]), FIGURES),
    min_size=1,
    max_size=5,
)


def pulse(on: date | None, cycle: int, counts: list[int]) -> LogEntry:
    """Answers that were logged together."""
    kept = counts_kept(dict(zip(VALUE.fields[0].choices, counts, strict=True)), LEVELS)
    slot = Slot(cycle=cycle or None)
    return LogEntry(requirement=VALUE.id, on=on, slot=slot, values={"worth_it": kept})


@given(ENTRIES)
def test_a_pulse_stands_from_five_answers_on(
    told: list[tuple[date | None, int, list[int]]],
) -> None:
    """In all entries of one day and cycle together; one without a day stands by itself."""
    entries = [pulse(*each) for each in told]
    for (on, cycle, counts), entry in zip(told, entries, strict=True):
        beside = [sum(c) for o, n, c in told if (o, n) == (on, cycle)] if on else [sum(counts)]
        count = sum(beside)
        few = {"worth_it": count} if 0 < count < QUOTES_FROM else {}
        assert few_answers(entry, [VALUE], entries) == few


def test_an_earlier_version_stands_by_itself() -> None:
    """What it said is told by no more answers than it had then."""
    now, before = pulse(DAY, 1, [0, 0, 0, 0, 5]), pulse(DAY, 1, [0, 0, 0, 1, 3])
    assert few_answers(now, [VALUE], [now]) == {}
    assert few_answers(before, [VALUE], [now]) == {"worth_it": 4}


def said_so(text: str, *, planned: bool = False) -> LogEntry:
    """What was written into the question on one day, whatever it is."""
    return LogEntry(
        requirement=VALUE.id, on=DAY, slot=Slot(), values={"worth_it": text}, planned=planned
    )


@pytest.mark.parametrize(
    ("others", "count"),
    [
        ([], 4),
        (["no idea what"], 4),
        (["no idea what", "3 × never heard of"], 4),
        ([LEVELS[0]], None),
    ],
)
def test_words_that_are_no_level_do_not_count_towards_five(
    others: list[str], count: int | None
) -> None:
    """They are kept back with the answers of four, and do not let these out."""
    entries = [said_so(f"4 × {LEVELS[1]}"), *map(said_so, others)]
    told = {} if count is None else {"worth_it": count}
    assert all(few_answers(each, [VALUE], entries) == told for each in entries)
    alone = said_so("no idea what")
    assert few_answers(alone, [VALUE], [alone]) == {"worth_it": 0}


def test_what_is_planned_does_not_count_towards_five() -> None:
    """Nobody has answered yet what is only foreseen; its figures are kept back likewise."""
    held, planned = said_so(LEVELS[1]), said_so(f"5 × {LEVELS[0]}", planned=True)
    for each in (held, planned):
        assert few_answers(each, [VALUE], [held, planned]) == {"worth_it": 1}
    assert few_answers(planned, [VALUE], [planned]) == {"worth_it": 0}


def test_answers_in_an_earlier_versions_words_count_on_its_levels() -> None:
    """Five of them stand, and five of both versions together do not."""
    asked = VALUE.fields[0].model_copy(update={"choices": ("Hardly", "Wholly")})
    earlier = VALUE.model_copy(update={"fields": (asked,)})
    five, both = [said_so("5 × Wholly")], [said_so("3 × Wholly"), said_so(f"2 × {LEVELS[1]}")]
    assert few_answers(five[0], [VALUE, earlier], five) == {}
    assert few_answers(both[0], [VALUE, earlier], both) == {"worth_it": 3}

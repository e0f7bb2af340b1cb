"""What is stated of a day in a phase that is over leaves the next one entered by what was met."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError, Refused
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolling import with_areas
from facilitui.core.pathways.enrolment import OwnRule, PriorityAreas
from facilitui.core.pathways.entered_otherwise import stated_behind
from facilitui.core.pathways.entering import entered, leaving
from facilitui.core.pathways.progress import PathwayProgress
from facilitui.core.pathways.stating import with_rule
from facilitui.services.forms.enrolment_phase import phase_form
from facilitui.services.forms.enrolment_phase_told import BACK, LEFT
from facilitui.services.pathways.enrolment_around import behind_by
from tests.core.pathways.journals import CLEE, TODAY, areas, day, enrolled, observed, progress
from tests.services.pathways.enrolment_home import fill, rubric
from tests.services.pathways.log_home import LogHome
from tests.services.pathways.test_closed_meanwhile import OURS

GATE = "scores_as_apprentice"
STAYS = {"learning": 0, "apprentice": 100, "fully_approved": 130}
SEEN = Case(observed=tuple(observed(f"s{at}", at, {"asking": 3}) for at in (110, 120)))
COUNTS = ["s110", "s120"]
ENTERED = enrolled(CLEE, STAYS, COUNTS, areas=(areas("asking"),))


def designated(area: str, after: int) -> PriorityAreas:
    """One area, designated so many days after the enrolment began."""
    return areas(area).model_copy(update={"on": day(after)})


def rule(least: int, after: int) -> OwnRule:
    """What the programme stated so many days after the enrolment began."""
    return OwnRule(requirement=GATE, at_least=least, source="Ms Doe", on=day(after))


@pytest.mark.parametrize("after", [115, 130])
def test_what_would_leave_a_phase_entered_without_its_gate_is_found(after: int) -> None:
    """Also what is of the very day on which that was entered; of a day after, it is not so."""
    for made in (
        with_rule(ENTERED, rule(4, after), "x"),
        with_areas(ENTERED, designated("ending", after)),
    ):
        found = stated_behind(progress(ENTERED, CLEE, SEEN), made, SEEN, TODAY)
        assert found.lacks.startswith("By that “Phase 3: Fully appr…” was entered without")
        assert "say it of a day after 20 May 2026" in found.lacks and not found.meets


@given(st.integers(131, 320), st.integers(1, 4), st.sampled_from(["asking", "ending"]))
def test_what_is_stated_since_changes_no_gate_that_was_gone_through(
    after: int, least: int, area: str
) -> None:
    """Whatever it says."""
    made = with_areas(with_rule(ENTERED, rule(least, after), "x"), designated(area, after))
    assert not stated_behind(progress(ENTERED, CLEE, SEEN), made, SEEN, TODAY).lacks


def test_what_was_lacking_and_would_be_met_is_told_and_refused_by_nobody() -> None:
    """What was designated before is entered later by many; and what lacked anyway stops nothing."""
    kept = tuple(each.text for each in CLEE.phases[1].requirements)
    first, second, last = ENTERED.entered
    over = last.model_copy(update={"lacked": kept, "reason": "so"})
    none = ENTERED.model_copy(update={"areas": (), "entered": (first, second, over)})
    behind = behind_by(progress(none, CLEE, SEEN), SEEN, TODAY)
    found = behind(none, with_areas(none, designated("asking", 105)))
    assert not found.lacks
    assert found.meets[0].startswith(
        "By that, what “Phase 3: Fully approved” was entered without on"
    )
    assert not behind(none, with_rule(none, rule(4, 115), "x")).lacks
    assert not behind(none, none.model_copy(update={"reason": "x"})).meets


async def gone_on(home: LogHome) -> str:
    """An enrolment that entered its second phase today, with its gate met."""
    entry = await home.enrolled("ours", name="We", started_on="2026-03-03")
    await home.log_it(entry, "shown", on="2026-03-10", note="x", **{"asked-how": "so"})
    phase = await home.desk.phase(entry, "second")
    assert await phase.save() and home.said(entry).entered[-1].lacked == ()
    return entry


async def test_what_was_met_is_not_set_aside_on_the_day_the_next_phase_is_entered() -> None:
    """The day after it is, and leaves the phase before as it was."""
    home = LogHome(OURS)
    entry = await gone_on(home)
    made = await home.desk.aside(entry, "shown")
    fill(made, asking="aside", why="so")
    with pytest.raises(Refused, match="By that “Go on” was entered without “Show it”") as no:
        await made.save()
    assert no.value.field == "asking" and made.half["why"] == "so"
    assert not home.said(entry).aside
    home.clock.move(86400)
    await made.keep()
    made = await home.desk.aside(entry, "shown")
    assert made.half["why"] == "so" and await made.save()
    gate = (await home.progressing.of(entry)).told.phases[0].gate
    assert gate is not None and gate.meets


async def test_rules_and_areas_refuse_it_at_their_day_and_tell_what_is_met_by_them() -> None:
    """A day after the next phase was entered is taken."""
    home = LogHome()
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled(started_on="2026-03-03")
    for phase, on in (("apprentice", "2026-05-05"), ("fully_approved", "2026-06-06")):
        made = await home.desk.phase(entry, phase)
        fill(made, on=on, why="so")
        assert await made.save()
    for at in "12":
        level = {"criterion": "asking", "name": "Asking", "level": 3}
        about = {"rubric": {"id": "ours", "version": "1", "top": 4}, "scores": [level]}
        seen = {"giver": "Kim", "role": "staff", "observed_on": f"2026-05-1{at}", "mode": "live"}
        feedback = {"feedback": "Good", "given_on": f"2026-05-1{at}"}
        await home.write(f"observation-{at}", "observation", **about, **seen, **feedback)
        await home.changes.sort(entry, {f"observation-{at}": True})
    made = await home.desk.areas(entry)
    typed = {"areas": "asking", "source": "staff", "on": "2026-05-06"}
    fill(made, **typed)
    below = made.form.follow(made.values)["on"].below
    assert any("was entered without on 6 Jun 2026 was met: “Reach 3s" in each for each in below)
    assert await made.save()
    body = home.said(entry).model_dump(mode="json")
    body["entered"][2]["lacked"] = []
    await home.write(entry, "enrolment", **body)
    home.start_again()
    made = await home.desk.rule(entry, GATE)
    fill(made, at_least="4", source="staff", on="2026-06-06")
    with pytest.raises(Refused, match="was entered without “Reach 3s") as no:
        await made.save()
    assert no.value.field == "on"
    fill(made, at_least="4", source="staff", on="2026-06-07")
    assert await made.save()
    assert home.said(entry).rules[0].on == date(2026, 6, 7)


GONE_BACK = enrolled(
    CLEE,
    [("learning", 0), ("apprentice", 100), ("learning", 130)],
    COUNTS,
    areas=(areas("asking"),),
)


@pytest.mark.parametrize("after", [115, 130])
def test_what_would_take_a_gate_from_a_phase_that_was_gone_back_from_is_found(after: int) -> None:
    """As of one that was gone on from: it is over, and its gate was met."""
    now = progress(GONE_BACK, CLEE, SEEN)
    for made in (
        with_rule(GONE_BACK, rule(4, after), "x"),
        with_areas(GONE_BACK, designated("ending", after)),
    ):
        found = stated_behind(now, made, SEEN, TODAY)
        assert found.lacks.startswith("By that “Phase 2: Apprentice” was left without “Reach")
        assert "say it of a day after 20 May 2026" in found.lacks and not found.meets
    none = GONE_BACK.model_copy(update={"areas": ()})
    made = with_areas(none, designated("asking", 140))
    (told,) = stated_behind(progress(none, CLEE, SEEN), made, SEEN, TODAY).meets
    assert told.startswith("By that, what “Phase 2: Apprentice” lacked when it was left on 20 May")


def test_what_was_kept_as_lacking_and_would_lack_again_is_told() -> None:
    """It was entered without it, so nobody is refused; but its gate says otherwise by that."""
    first, second, last = ENTERED.entered
    kept = last.model_copy(update={"lacked": (CLEE.phases[1].requirements[-1].text,)})
    over = ENTERED.model_copy(update={"entered": (first, second, kept)})
    behind = behind_by(progress(over, CLEE, SEEN), SEEN, TODAY)
    found = behind(over, with_rule(over, rule(4, 115), "x"))
    assert not found.lacks and not found.meets
    assert found.again[0].startswith("By that, what “Phase 3: Fully approved” was entered without")
    assert "was not met, as it was kept: “Reach 3s" in found.again[0]


AFTER, OF_PHASE = st.integers(90, 200), st.sampled_from([each.id for each in CLEE.phases])
STEPS = st.one_of(
    st.tuples(st.just("areas"), AFTER, st.sampled_from(["asking", "ending"]), st.booleans()),
    st.tuples(st.just("rule"), AFTER, st.integers(1, 4), st.booleans()),
    st.tuples(st.just("phase"), AFTER, OF_PHASE, st.just(value=False)),
)


@given(st.lists(STEPS, min_size=2, max_size=9))
def test_no_gate_of_a_phase_that_is_over_moves_unless_refused_or_told(
    steps: list[tuple[str, int, str | int, bool]],
) -> None:
    """Whatever is stated, corrected, entered and gone back into, in whatever order."""
    enrolment = enrolled(CLEE, [("learning", 0), ("apprentice", 100)], COUNTS)
    for step, after, what, corrects in steps:
        now, of = progress(enrolment, CLEE, SEEN), enrolment if corrects else None
        try:
            if step == "phase":
                left = leaving(now, str(what), day(after), SEEN, TODAY)
                enrolment = entered(enrolment, CLEE, left, str(what), day(after), "so")
                continue
            made = (
                with_areas(enrolment, designated(str(what), after), corrects=of, why="so")
                if step == "areas"
                else with_rule(enrolment, rule(int(what), after), "x", corrects=of)
            )
        except FacilituiError:
            continue
        found = stated_behind(now, made, SEEN, TODAY)
        if found.lacks:
            continue
        was, then = _met_before(now), _met_before(progress(made, CLEE, SEEN))
        assert not was - then or found.again
        assert not then - was or found.meets
        enrolment = made


def _met_before(now: PathwayProgress) -> set[str]:
    """The phases that are over and whose gates meet the recorded criteria."""
    over = {each.phase for each in now.enrolment.entered} - {now.enrolment.phase}
    gates = {each.phase.id: each.gate for each in now.phases if each.phase.id in over}
    return {phase for phase, gate in gates.items() if gate is not None and gate.meets}


@given(st.integers(100, 140))
def test_the_form_of_going_back_tells_what_the_phase_left_loses_by_its_day(after: int) -> None:
    """Also where a going back is dated anew; what is not lost by the day is not told."""
    stays = [("learning", 0), ("apprentice", 100)]
    now = progress(enrolled(CLEE, stays, COUNTS, areas=ENTERED.areas), CLEE, SEEN)
    entering = phase_form(now.enrolment, now, "learning", SEEN, TODAY)
    back = progress(GONE_BACK, CLEE, SEEN)
    dating = phase_form(GONE_BACK, back, "learning", SEEN, TODAY)
    for made in (entering, dating):
        values = {each.key: each.value for each in made.fields} | {"on": str(day(after))}
        below = made.follow(values)["on"].below
        told = [each for each in below if each.endswith("”: met now, missing then.")]
        assert len(told) == (after < 120) + (after < 110)
        assert (LEFT in below) is (after < 120)


def test_the_form_of_going_back_tells_what_stands_otherwise_then() -> None:
    """What was designated since counts for the phase as well; nothing is scored anew unsaid."""
    since = ENTERED.model_copy(update={"areas": (*ENTERED.areas, designated("ending", 140))})
    for enrolment, is_told in ((since, True), (ENTERED, False)):
        now = progress(enrolment, CLEE, SEEN)
        made = phase_form(enrolment, now, "apprentice", SEEN, TODAY)
        below = made.follow({each.key: each.value for each in made.fields})["on"].below
        assert (BACK in below) is is_told
        told = [each for each in below if each.endswith("”: met now, missing then.")]
        assert len(told) == is_told

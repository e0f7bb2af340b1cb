"""What a form says later changes nothing that an earlier phase was entered or scored by."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.errors import Refused
from facilitui.core.pathways.words import Standing
from tests.services.pathways.enrolment_home import EnrolmentHome, fill, rubric
from tests.services.pathways.log_home import LogHome
from tests.services.pathways.test_closed_meanwhile import OURS
from tests.services.pathways.test_earlier_stays import through_all

GATE, ROLE = "scores_as_apprentice", "apprentice_role"


async def test_a_later_beginning_leaves_no_phase_without_what_was_met_before_it() -> None:
    """The form of what an enrolment is refuses what that of its first phase refuses."""
    home = LogHome(OURS)
    entry = await home.enrolled("ours", name="We", started_on="2026-03-03")
    await home.log_it(entry, "shown", on="2026-03-10", note="x", **{"asked-how": "so"})
    phase = await home.desk.phase(entry, "second")
    fill(phase, on="2026-05-05")
    assert await phase.save()
    before = home.said(entry)
    assert before.entered[1].lacked == ()
    first = await home.desk.phase(entry, "first@1")
    fill(first, on="2026-04-04")
    with pytest.raises(Refused, match="although this was not met") as refused:
        await first.save()
    await first.throw_away()
    made = await home.desk.details(entry)
    told = fill(made, name="We all", started_on="2026-04-04", reason="so")
    assert told == str(refused.value)
    with pytest.raises(Refused, match="although this was not met") as refused:
        await made.save()
    assert refused.value.field == "started_on" and home.said(entry) == before
    assert made.half["started_on"] == "2026-04-04"
    assert not fill(made, name="We all", started_on="2026-02-02", reason="so")
    assert await made.save()
    assert home.said(entry).entered[0].on == date(2026, 2, 2)


async def test_a_rule_of_a_later_phase_leaves_the_one_before_as_it_was() -> None:
    """And so does the file's rule, which takes only the place of what was said that day."""
    home = EnrolmentHome()
    home.put(rubrics=(rubric(),))
    entry = await through_all(home)
    made = await home.desk.rule(entry, GATE)
    fill(made, at_least="4", source="Ms Doe", on="2026-05-20")
    assert await made.save()
    made = await home.desk.rule(entry, GATE)
    assert made.values["on"] == "2026-11-25"
    fill(made, at_least="2")
    assert await made.save()
    kept = [(each.at_least, each.on) for each in home.said(entry).rules]
    assert kept == [(4, date(2026, 5, 20)), (2, date(2026, 11, 25))]
    made = await home.desk.rule(entry, GATE)
    fill(made, back="yes")
    assert await made.save()
    assert [each.at_least for each in home.said(entry).rules] == [4, None]


async def test_a_rule_that_was_entered_wrongly_is_corrected_since_its_day() -> None:
    """The day that is recorded is put there once it is said to be a correction."""
    home = EnrolmentHome()
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled()
    made = await home.desk.rule(entry, GATE)
    fill(made, at_least="4", source="Ms Doe", on="2026-05-20")
    assert await made.save()
    made = await home.desk.rule(entry, GATE)
    typed = {**made.values, "corrects": "yes", "at_least": "2"}
    typed = {**typed, **made.form.turn(made.values, typed)}
    fill(made, **typed)
    assert await made.save()
    (rule,) = home.said(entry).rules
    assert (rule.at_least, rule.on) == (2, date(2026, 5, 20))


async def test_that_something_is_asked_again_later_is_one_more_statement() -> None:
    """And a correction of what was said wrongly is none."""
    home = EnrolmentHome()
    entry = await through_all(home)
    for asking in ("waits", "aside", "asked"):
        made = await home.desk.aside(entry, ROLE)
        fill(made, asking=asking, why="so")
        assert await made.save()
        home.clock.move(86400)
    said = [(each.waits, each.asked) for each in home.said(entry).aside]
    assert said == [(True, False), (False, False), (False, True)]
    found = (await home.progressing.of(entry)).told.of(ROLE)
    assert found is not None and found.standing is not Standing.SET_ASIDE
    made = await home.desk.aside(entry, ROLE)
    assert made.values == {"asking": "asked", "why": ""}
    fill(made, asking="aside", why="so")
    assert await made.save()
    home.clock.move(86400)
    made = await home.desk.aside(entry, ROLE)
    fill(made, asking="asked", corrects="yes")
    assert await made.save() and len(home.said(entry).aside) == 3

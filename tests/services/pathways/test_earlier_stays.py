"""A stay in a phase that ended long ago, said otherwise: its day and its reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import FacilituiError, NotFound, Refused
from facilitui.core.pathways.case import Case
from facilitui.core.pathways.enrolment import Enrolment
from facilitui.core.pathways.stays import stay_name
from facilitui.services.forms.enrolment_phase import phase_form
from tests.core.pathways.journals import CLEE, TODAY, areas, day, enrolled, observed, progress
from tests.services.pathways.enrolment_home import EnrolmentHome, fill
from tests.services.pathways.test_enrolment_corrections import entered_wrongly


async def test_a_phase_that_was_entered_before_is_entered_once_more() -> None:
    """That its earlier stay stays is told; that one is said otherwise in a form of its own."""
    home = EnrolmentHome()
    entry = await entered_wrongly(home)
    told = {}
    for phase in ("learning", "fully_approved"):
        made = await home.desk.phase(entry, phase)
        told[phase] = made.form.lead
    assert "It was entered before, and that stays" in told["learning"]
    assert told["fully_approved"] == (
        "The day of entering still counts for “Phase 2: Apprentice”; the new phase counts from the "
        "day after. The programme decides whether the one before was enough."
    )
    for name in ("gone", "learning@0", "learning@2", "apprentice@1"):
        with pytest.raises(NotFound, match="no phase called"):
            await home.desk.phase(entry, name)


async def through_all(home: EnrolmentHome) -> str:
    """An enrolment in its third phase; the second one was entered on 5 May, the last on 6 June."""
    entry = await entered_wrongly(home)
    made = await home.desk.phase(entry, "fully_approved")
    fill(made, on="2026-06-06", why="they said so")
    assert await made.save()
    return entry


async def test_an_earlier_phase_is_dated_anew_between_its_neighbours() -> None:
    """Its day and its reason, without anything taken out that was entered since."""
    home = EnrolmentHome()
    entry = await through_all(home)
    before = home.said(entry)
    made = await home.desk.phase(entry, "apprentice@2")
    assert made.form.title == "Phase 2: Apprentice, entered on 5 May 2026"
    assert made.values == {
        "on": "2026-05-05",
        "why": "their letter is lost",
        "because": "",
    }
    assert "before Tuesday 3 March 2026" in fill(made, on="2 Mar 2026")
    assert "after Saturday 6 June 2026" in fill(made, on="7 June 2026")
    fill(made, on="2026-06-06", why=" ")
    with pytest.raises(FacilituiError, match="why it is entered all the same"):
        await made.save()
    fill(made, on="2026-04-04", why="their letter came late")
    await made.keep()
    home.start_again()
    made = await home.desk.phase(entry, "apprentice@2")
    assert made.half["on"] == "2026-04-04" and made.notice == ""
    with pytest.raises(Refused, match="say under Why changed") as no:
        await made.save()
    assert no.value.field == "because"
    fill(made, on="2026-04-04", why="their letter came late", because="a slip")
    assert await made.save()
    said = home.said(entry)
    assert [each.phase for each in said.entered] == ["learning", "apprentice", "fully_approved"]
    assert (said.entered[0], said.entered[2]) == (before.entered[0], before.entered[2])
    stay = said.entered[1]
    assert (stay.on, stay.reason) == (date(2026, 4, 4), "their letter came late")
    assert stay.lacked == before.entered[1].lacked and said.counted == {"a"}
    assert said.reason == (
        "that “Phase 2: Apprentice” was entered was corrected: 4 Apr 2026, not 5 May 2026; a slip"
    )


async def test_the_first_phase_is_dated_anew_with_the_enrolment() -> None:
    """Not behind the next one."""
    home = EnrolmentHome()
    entry = await through_all(home)
    made = await home.desk.phase(entry, "learning@1")
    assert [*made.values] == ["on", "because"]
    assert "after Tuesday 5 May 2026" in fill(made, on="2026-05-06")
    fill(made, on="2026-02-02", because="a slip")
    assert await made.save()
    said = home.said(entry)
    assert said.started_on == said.entered[0].on == date(2026, 2, 2)
    assert [each.on for each in said.entered[1:]] == [date(2026, 5, 5), date(2026, 6, 6)]


STAYS = {"learning": 0, "apprentice": 100, "fully_approved": 130}
SEEN = Case(observed=tuple(observed(f"s{at}", at, {"asking": 3}) for at in (110, 120)))
SEEN_TWICE = enrolled(CLEE, STAYS, counts=["s110", "s120"], areas=(areas("asking"),))


def dated(name: str, after: int, enrolment: Enrolment = SEEN_TWICE) -> Enrolment:
    """It with a stay of another day, by its form. Raises as that refuses it."""
    made = phase_form(enrolment, progress(enrolment, CLEE, SEEN), name, SEEN, TODAY)
    values = {each.key: each.value for each in made.fields}
    values |= {"on": day(after).isoformat(), "why": "so", "because": "a slip"}
    made.refuse(enrolment, values)
    return made.form.change(enrolment, values)


def test_what_met_a_gate_is_not_dated_away_from_it() -> None:
    """Else a phase would stand entered without its gate, and nobody had to say why."""
    assert dated("apprentice@2", 109).entered[1].on == day(109)
    with pytest.raises(Refused, match=r"“Phase 3: .*” was entered on 20 May 2026 alth") as no:
        dated("apprentice@2", 110)
    assert no.value.field == "on" and "take out what was entered since" in str(no.value)


def test_what_lacked_already_stops_no_correction() -> None:
    """It was told then, and why it was entered all the same."""
    first, second, last = SEEN_TWICE.entered
    kept = tuple(each.text for each in CLEE.phases[1].requirements)
    over = last.model_copy(update={"lacked": kept, "reason": "so"})
    found = dated(
        "apprentice@2", 110, SEEN_TWICE.model_copy(update={"entered": (first, second, over)})
    )
    assert [each.on for each in found.entered] == [day(0), day(110), day(130)]
    assert found.entered[2] == over


@given(st.integers(0, 2), st.integers(-5, 140))
def test_whichever_stay_is_dated_anew_all_others_stay_as_they_are(at: int, after: int) -> None:
    """And days are in their order, or it is refused."""
    try:
        found = dated(stay_name(SEEN_TWICE, at), after)
    except FacilituiError:
        return
    days = [each.on for each in found.entered]
    assert days == sorted(days) and days[at] == day(after)
    others = [*range(at), *range(at + 1, 3)]
    assert [found.entered[n] for n in others] == [SEEN_TWICE.entered[n] for n in others]
    assert found.started_on == (day(after) if at == 0 else SEEN_TWICE.started_on)

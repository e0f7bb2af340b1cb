"""What was said of an enrolment by mistake, said otherwise: its phase, its areas, its rule."""

from __future__ import annotations

from datetime import date

import pytest

from facilitui.core.errors import FacilituiError, Refused, SavedMeanwhile
from facilitui.services.pathways.enrolment_form import EnrolmentForm
from tests.services.pathways.enrolment_home import TODAY, EnrolmentHome, fill, rubric

GATE = "scores_as_apprentice"


async def entered_wrongly(home: EnrolmentHome) -> str:
    """An enrolment whose second phase was entered on 5 May, and that was changed since."""
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled(started_on="2026-03-03")
    made = await home.desk.phase(entry, "apprentice")
    fill(made, on="2026-05-05", why="their letter is lost")
    assert await made.save()
    await home.changes.sort(entry, {"a": True})
    return entry


async def test_the_day_of_the_phase_entered_last_is_corrected() -> None:
    """However much was changed since; not before the phase before it, and what lacked stays."""
    home = EnrolmentHome()
    entry = await entered_wrongly(home)
    kept = home.said(entry).entered[-1].lacked
    made = await home.desk.phase(entry, "apprentice")
    assert (made.values["on"], made.values["why"]) == ("2026-05-05", "their letter is lost")
    assert not await made.save()
    assert "before Tuesday 3 March 2026" in fill(made, on="2 Mar 2026")
    fill(made, on="2026-04-04", why=" ")
    with pytest.raises(FacilituiError, match="why it is entered all the same"):
        await made.save()
    fill(made, on="2026-04-04", why="their letter came late", because="a slip")
    assert await made.save()
    said = home.said(entry)
    assert [each.phase for each in said.entered] == ["learning", "apprentice"]
    last = said.entered[-1]
    assert (last.on, last.reason) == (date(2026, 4, 4), "their letter came late")
    assert last.lacked == kept and said.counted == {"a"} and said.started_on == date(2026, 3, 3)
    assert said.reason == (
        "that “Phase 2: Apprentice” was entered was corrected: 4 Apr 2026, not 5 May 2026; a slip"
    )
    fill(made, why="another word", because="a typing mistake")
    assert await made.save() and home.said(entry).entered[-1].lacked == kept


async def test_a_phase_entered_by_mistake_is_taken_out() -> None:
    """The phase before goes on as it was; what was done since stays."""
    home = EnrolmentHome()
    entry = await entered_wrongly(home)
    made = await home.desk.phase(entry, "apprentice")
    fill(made, out="yes")
    assert await made.save()
    said = home.said(entry)
    assert (said.phase, len(said.entered)) == ("learning", 1) and said.counted == {"a"}
    assert said.reason == "“Phase 2: Apprentice” was entered by mistake and taken out"
    first = await home.desk.phase(entry, "learning")
    assert [*first.values] == ["on", "because"]
    fill(first, on="2026-02-02", because="a slip")
    assert await first.save()
    said = home.said(entry)
    assert said.started_on == said.entered[0].on == date(2026, 2, 2)


async def test_a_phase_that_was_changed_elsewhere_meanwhile_is_looked_at_again() -> None:
    """What was typed over other phases is not taken for these."""
    home = EnrolmentHome()
    entry = await entered_wrongly(home)
    made = await home.desk.phase(entry, "apprentice")
    fill(made, on="2026-04-04", because="a slip")
    other = await home.desk.phase(entry, "fully_approved")
    fill(other, why="so")
    assert await other.save()
    with pytest.raises(SavedMeanwhile):
        await made.save()
    with pytest.raises(FacilituiError, match="open this again and look"):
        await made.save()
    assert made.half and home.said(entry).phase == "fully_approved"


async def test_areas_that_were_entered_wrongly_are_corrected() -> None:
    """Where it is said, of the same day and of another one; else these are new ones."""
    home = EnrolmentHome()
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled()
    typed = (
        {"areas": "asking", "source": "staff", "on": "2026-09-01"},
        {"areas": "pausing", "on": "2026-09-01", "corrects": "yes", "why": "a slip"},
        {"areas": "pausing", "on": "2026-09-03", "corrects": "yes", "why": "their letter"},
    )
    for each in typed:
        made = await home.desk.areas(entry)
        fill(made, **each)
        assert await made.save()
        assert len(home.said(entry).areas) == 1
    (areas,) = home.said(entry).areas
    assert (areas.areas, areas.on) == (("pausing",), date(2026, 9, 3))
    assert home.said(entry).reason == "the priority areas were corrected: their letter"
    made = await home.desk.areas(entry)
    fill(made, areas="ending", on="2026-10-01")
    assert await made.save()
    assert [each.areas for each in home.said(entry).areas] == [("pausing",), ("ending",)]


async def test_areas_correct_only_where_it_is_said() -> None:
    """The form proposes today; on the old day others score nothing anew by the way."""
    home = EnrolmentHome()
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled()
    made = await home.desk.areas(entry)
    fill(made, areas="asking", source="staff", on="2026-09-01")
    assert await made.save()
    made = await home.desk.areas(entry)
    assert made.values["on"] == TODAY.isoformat() and not await made.save()
    fill(made, areas="pausing", on="2026-09-01")
    with pytest.raises(FacilituiError, match="say that these correct them, or give the day"):
        await made.save()
    fill(made, areas="pausing", on=TODAY.isoformat(), corrects="yes")
    told = made.form.follow(made.values)["on"].hint
    assert told is not None and told.endswith(
        "those that are corrected stand since Tuesday 1 September 2026"
    )
    fill(made, areas="pausing", on=TODAY.isoformat(), corrects="")
    assert await made.save()
    assert [each.areas for each in home.said(entry).areas] == [("asking",), ("pausing",)]


async def corrected_areas(home: EnrolmentHome) -> EnrolmentForm:
    """The form of areas that were designated on 1 September."""
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled()
    made = await home.desk.areas(entry)
    fill(made, areas="asking", source="staff", on="2026-09-01")
    assert await made.save()
    return await home.desk.areas(entry)


async def test_a_correction_keeps_the_day_that_is_recorded() -> None:
    """It is put there once it is said to be one, and today again where it is none."""
    turn = (await corrected_areas(EnrolmentHome())).form.turn
    today, recorded = {"on": TODAY.isoformat()}, {"on": "2026-09-01"}
    yes = {"corrects": "yes"}
    assert turn(today, {**today, **yes}) == recorded
    assert turn({**recorded, **yes}, {**recorded, "corrects": ""}) == today
    typed = {"on": "3 Sep"}
    assert turn(typed, {**typed, **yes}) == turn({**typed, **yes}, typed) == {}
    assert turn({**typed, **yes}, {**today, **yes}) == {}


async def test_a_correction_of_areas_is_asked_why() -> None:
    """As every other one; new areas are not, and what is typed of them all the same is kept."""
    home = EnrolmentHome()
    made = await corrected_areas(home)
    fill(made, areas="pausing", on="2026-09-01", corrects="yes")
    with pytest.raises(Refused, match="say under Why changed") as refused:
        await made.save()
    assert refused.value.field == "why"
    fill(made, areas="pausing", on="2026-09-01", corrects="", why="a second letter")
    fill(made, on="2026-09-08")
    assert await made.save()
    said = home.said(made.entry)
    assert len(said.areas) == 2
    assert said.reason == "the priority areas were entered: a second letter"


async def test_no_rule_is_higher_than_the_rubric() -> None:
    """Its highest level is told beside the field, once it is known which rubric that is."""
    home = EnrolmentHome()
    home.put(rubrics=(rubric(),))
    entry = await home.enrolled()
    areas = await home.desk.areas(entry)
    fill(areas, areas="asking", source="staff")
    assert await areas.save()
    made = await home.desk.rule(entry, GATE)
    assert made.form.follow(made.values)["at_least"].below == ("Ours, version 1 ends at 4",)
    told = fill(made, at_least="9", source="staff")
    assert told == "a level of Ours, version 1 is a whole number from 1 to 4"
    assert "from 1 to 4" in fill(made, one_at_least="5", source="staff")


async def test_a_draft_is_older_only_than_what_its_own_form_changes() -> None:
    """Closing and opening again leaves what was typed of the areas as it is; other areas do not."""
    home = EnrolmentHome()
    entry = await entered_wrongly(home)
    areas = await home.desk.areas(entry)
    fill(areas, areas="asking", source="Bea")
    await areas.keep()
    details = await home.desk.details(entry)
    fill(details, name="Ana R.", reason="her new name")
    await details.keep()
    closing = await home.desk.closing(entry)
    assert await closing.save()
    await home.changes.reopen(entry)
    home.start_again()
    for made in (await home.desk.areas(entry), await home.desk.details(entry)):
        assert made.half and made.notice == ""
    other = await home.desk.areas(entry)
    fill(other, areas="pausing", source="Cora")
    assert await other.save()
    again = await home.desk.details(entry)
    assert again.notice == ""
    assert await again.save() and home.said(entry).name == "Ana R."


async def test_a_draft_under_what_its_form_changed_since_is_told_to_be_older() -> None:
    """As everywhere: it stands there, and nothing is lost."""
    home = EnrolmentHome()
    entry = await entered_wrongly(home)
    made = await home.desk.rule(entry, GATE)
    fill(made, at_least="4", source="Bea")
    await made.keep()
    body = home.said(entry).model_dump(mode="json")
    own = {"requirement": GATE, "at_least": 2, "source": "Cora", "on": "2026-11-01"}
    await home.write(entry, "enrolment", **{**body, "rules": [own]})
    home.start_again()
    again = await home.desk.rule(entry, GATE)
    assert again.half["at_least"] == "4" and "older than what was saved" in again.notice


async def test_a_rule_that_says_what_the_file_says_is_none() -> None:
    """Above it stand the phase and the whole of what is asked; what it comes to below."""
    home = EnrolmentHome()
    entry = await entered_wrongly(home)
    made = await home.desk.rule(entry, GATE)
    assert made.form.lead.startswith("Phase 2: Apprentice: Reach 3s in the areas of CLEE's")
    fill(made, source="Bea")
    with pytest.raises(FacilituiError, match="is what the pathway's file says, so there is"):
        await made.save()
    assert not home.said(entry).rules
    fill(made, at_least="2", source="Bea")
    (told,) = made.form.follow(made.values)["one_at_least"].below
    assert told.startswith("so it asks for: every priority area at 2 or higher")
    assert await made.save()
    again = await home.desk.rule(entry, GATE)
    fill(again, at_least="3")
    with pytest.raises(FacilituiError, match="Back to the file's instead"):
        await again.save()


async def test_the_reason_of_an_override_is_not_emptied() -> None:
    """Not even where its day stays the same one."""
    home = EnrolmentHome()
    entry = await entered_wrongly(home)
    made = await home.desk.phase(entry, "apprentice")
    fill(made, why=" ")
    with pytest.raises(FacilituiError, match="write why it is entered all the same"):
        await made.save()
    assert home.said(entry).entered[-1].reason == "their letter is lost"


async def test_no_rule_is_higher_than_the_rubric_that_was_scored_with() -> None:
    """Also before anybody entered areas, where the pathway names no rubric."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    for n, top in ((1, 4), (2, 5)):
        rubric = {"id": f"theirs-{top}", "name": f"Theirs {top}", "top": top}
        scores = [{"criterion": "a", "name": "A", "level": 3}]
        about = {"rubric": rubric, "scores": scores, "observed_on": "2026-11-25"}
        await home.write(f"observation-{n}", "observation", giver="Kim", role="staff", **about)
    unknown = await home.desk.rule(entry, GATE)
    (below,) = unknown.form.follow(unknown.values)["at_least"].below
    assert below == "no rubric is known yet, so the level is not checked"
    assert fill(unknown, at_least="9", source="staff") == ""
    await home.changes.sort(entry, {"observation-1": True})
    made = await home.desk.rule(entry, GATE)
    assert made.form.follow(made.values)["at_least"].below == ("Theirs 4 ends at 4",)
    told = fill(made, at_least="9", source="staff")
    assert told == "a level of Theirs 4 is a whole number from 1 to 4"
    await home.changes.sort(entry, {"observation-2": True})
    told = fill(await home.desk.rule(entry, GATE), at_least="9", source="staff")
    assert told == "a level of Theirs 5 is a whole number from 1 to 5"

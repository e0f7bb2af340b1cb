"""Two programs that save one form at once: what saving again is said to do is what it does."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.errors import SavedMeanwhile
from facilitui.core.pathways.enrolment import School
from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.schools import joined, named, same_name
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.words import Holder
from facilitui.core.safe_text import quoted
from facilitui.services.forms.enrolment import Around, enrolment_form
from facilitui.services.forms.merged import MOST_ROWS, merged_told
from facilitui.services.journals.entry_form import EntryForm
from tests.core.pathways import kept
from tests.services.pathways.enrolment_home import TODAY, fill
from tests.services.pathways.log_home import LogHome

STAYS = "Revision 2 was saved elsewhere meanwhile, and what it says stays"
OTHERWISE = "was saved elsewhere meanwhile and says otherwise under"


async def second(one: EntryForm[Any], two: EntryForm[Any]) -> str:
    """What is told to whoever saves second; saved again by then."""
    assert await one.save()
    with pytest.raises(SavedMeanwhile) as told:
        await two.save()
    assert await two.save()
    return str(told.value)


@pytest.mark.parametrize(
    ("theirs", "mine", "told", "after"),
    [
        ("Ben", "Ana", "stays (Who: without “Ana”); save again to add", []),
        ("Ana\nBen, left", "Ana\nBen, coach", "otherwise under Who (“Ben, left”)", ["Ana", "Ben*"]),
        ("Ana", "Ana\nBen, coach", "otherwise under Who (without “Ben”)", ["Ana", "Ben*"]),
        ("Ana\nBen, left", "Ana", "otherwise under Who (“Ben, left”)", ["Ana"]),
        ("Ana\nBen\nCy", "Ana\nBen\nCy", "stays (Who: “Cy”)", ["Ana", "Ben", "Cy"]),
        ("Ana\nBen\nCy", "Ana\nBen\ncy, coach", "under Who (“Cy”)", ["Ana", "Ben", "cy*"]),
        ("Ana\nBen\nCy", "Ana\nBen\nDee", "stays (Who: “Cy”)", ["Ana", "Ben", "Cy", "Dee"]),
    ],
)
async def test_of_a_roster_the_rows_of_others_are_told(
    theirs: str, mine: str, told: str, after: list[str]
) -> None:
    """A row that both changed is as it was typed second; nobody is there twice."""
    home = LogHome()
    id = await home.group()
    await home.taking_part(id, "Ana\nBen")
    one, two = [await home.log.roster(id) for _ in "12"]
    fill(one, members=theirs)
    fill(two, members=mine)
    if theirs == mine:
        assert await one.save()
        with pytest.raises(SavedMeanwhile, match="Who: “Cy”"):
            await two.save()
        assert not await two.save()  # there is nothing of it that is not saved
    else:
        assert told in await second(one, two)
    said = [f"{e.name}{'*' * (e.role == 'coach' and not e.left)}" for e in two.state.members]
    assert said == after


@pytest.mark.parametrize(
    ("theirs", "mine", "told", "after"),
    [
        ("South", "North", "stays (Schools: without “North”); save again to add", []),
        ("South", "Northern\nSouth", "under Schools (without “North”)", ["South", "Northern"]),
        ("North\nSouth\nwest", "North\nSouth\nWest", "(“west”)", ["North", "South", "West"]),
        ("North\nSouth\nMid", "South", "stays (Schools: “Mid”)", ["South", "Mid"]),
    ],
)
async def test_of_schools_the_rows_of_others_are_told(
    theirs: str, mine: str, told: str, after: list[str]
) -> None:
    """As of a roster."""
    home = LogHome()
    id = await home.group()
    one, two = [await home.desk.details(id) for _ in "12"]
    fill(one, schools=theirs, reason="theirs")
    fill(two, schools=mine, reason="mine")
    assert told in await second(one, two)
    assert [each.name for each in home.said(id).schools] == after


NAMES = st.lists(
    st.sampled_from(["North", "Northern", "South", "Mid", "mid", "Curie"]),
    max_size=4,
    unique_by=same_name,
)


@given(NAMES, NAMES, NAMES)
def test_each_row_is_as_typed_or_as_told(
    was: list[str], theirs: list[str], mine: list[str]
) -> None:
    """Whatever both made of it; what is told to stay is there, and what is not is told as gone."""
    before = kept.enrolment(holder=Holder.GROUP, schools=named((), was))
    now = before.model_copy(update={"schools": named(before.schools, theirs)})
    shown, newest = [enrolment_form(e, Around(TODAY), revised=True) for e in (before, now)]
    then = shown.change(now, shown.changed({"schools": "\n".join(mine)}))
    told = merged_told(2, shown, newest, enrolment_form(then, Around(TODAY), revised=True))
    _, _, over = told.partition("otherwise under")
    rows, typed = _rows(then.schools), _rows(named(before.schools, mine))
    base, elsewhere = _rows(before.schools), _rows(now.schools)
    if mine != was:
        new = {name for id, name in typed.items() if base.get(id) != name}
        assert new <= {*rows.values()} and not (base.keys() - typed.keys()) & rows.keys()
    changed = [id for id in {**base, **elsewhere} if elsewhere.get(id) != base.get(id)]
    if len(changed) <= MOST_ROWS:
        for id in changed:
            said = elsewhere.get(id)
            assert quoted(said or base[id]) in told
            if rows.get(id) != said:
                assert quoted(said or base[id]) in over.partition("; save again")[0]


def _rows(schools: tuple[School, ...]) -> dict[str, str]:
    return {each.id: each.name for each in schools}


def test_what_was_called_anew_comes_back_where_it_was_taken_out() -> None:
    """Its new name was typed, so it is there."""
    before = (School(id="n", name="North"), School(id="s", name="South"))
    typed = (School(id="n", name="Northern"), before[1])
    assert joined(before, typed, before[1:]) == (before[1], typed[0])


def _way(*fields: str) -> Pathway:
    asked = [{"id": each, "ask": each.title(), "type": "text"} for each in fields]
    shown = {"kind": "log", "id": "shown", "text": "Show it", "fields": asked}
    phases = [{"id": "first", "name": "Begin", "requirements": [shown]}]
    named = {"name": "Our way", "programme": "Ours", "source": "us"}
    said = {"kind": "pathway", "id": "ours", "version": "1", **named, "phases": phases}
    return Pathway.model_validate(said)


@pytest.mark.parametrize("beside", [{}, {"note": "mine"}])
async def test_an_answer_that_is_emptied_elsewhere_is_written_all_the_same(
    beside: dict[str, str],
) -> None:
    """Also where it is asked for no more, and so has no field by then."""
    home = LogHome(_way("how", "why"))
    id = await home.enrolled("ours")
    typed = {"asked-how": "old", "asked-why": "so"}
    entry = await home.log_it(id, "shown", on="2026-11-24", note="n", **typed)
    way = _way("why")
    home.put(way)
    await home.changes.move(id, digest(way))
    one, two = [await home.log.form(id, "shown", entry=entry) for _ in "12"]
    key = next(each for each in one.values if each.startswith("before-"))
    fill(one, **{key: "", "reason": "theirs"})
    fill(two, **{key: "typed at length", "reason": "mine", **beside})
    assert f"{OTHERWISE} How (nothing)" in await second(one, two)
    said = home.logged(entry)
    assert said.values == {"how": "typed at length", "why": "so"} and said.asks["how"] == "How"

"""Two programs that save the details of one enrolment at once: nothing of either is lost."""

from __future__ import annotations

import pytest

from facilitui.core.errors import SavedMeanwhile
from tests.services.pathways.enrolment_home import EnrolmentHome, fill

PLACE = "parameter_1"


async def both(
    home: EnrolmentHome, mine: dict[str, str], theirs: dict[str, str]
) -> tuple[str, str]:
    """What is told to whoever saves second, and the enrolment's id; saved again by then."""
    entry = await home.enrolled()
    first, second = [await home.desk.details(entry) for _ in "12"]
    fill(first, reason="theirs", **theirs)
    assert await first.save()
    fill(second, reason="mine", **mine)
    with pytest.raises(SavedMeanwhile) as told:
        await second.save()
    assert await second.save()
    return str(told.value), entry


async def test_what_others_changed_stays_and_is_named() -> None:
    """Saving again adds what was typed."""
    home = EnrolmentHome()
    told, entry = await both(home, {"name": "Ana R."}, {PLACE: "Oslo"})
    assert told == (
        "Revision 2 was saved elsewhere meanwhile, and what it says stays (Place); "
        "save again to add what you typed."
    )
    said = home.said(entry)
    assert (said.name, said.parameters) == ("Ana R.", {"Place": "Oslo"})


async def test_what_both_changed_is_told() -> None:
    """Saving again puts one's own there; the other's stays in the journal."""
    home = EnrolmentHome()
    told, entry = await both(home, {"name": "Ana R."}, {"name": "Ann", PLACE: "Oslo"})
    assert told == (
        "Revision 2 was saved elsewhere meanwhile and says otherwise under Name (“Ann”); save "
        "again to put yours there. The rest of it stays (Place), and theirs stays in the journal."
    )
    said = home.said(entry)
    assert (said.name, said.parameters) == ("Ana R.", {"Place": "Oslo"})


async def test_what_both_changed_alike_is_no_difference() -> None:
    """Nothing is put over anything."""
    home = EnrolmentHome()
    told, _ = await both(home, {"name": "Ann", PLACE: "Bergen"}, {"name": "Ann"})
    assert "stays (Name)" in told and "otherwise" not in told


async def test_what_another_form_changed_is_not_named() -> None:
    """It stays as well."""
    home = EnrolmentHome()
    entry = await home.enrolled()
    made = await home.desk.details(entry)
    await home.changes.sort(entry, {"a": True})
    fill(made, name="Ana R.", reason="so")
    with pytest.raises(SavedMeanwhile, match="and what it says stays; save again to add"):
        await made.save()
    assert await made.save()
    assert home.said(entry).counted == {"a"} and home.said(entry).name == "Ana R."

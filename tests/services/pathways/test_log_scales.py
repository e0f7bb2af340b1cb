"""A pulse of a whole meeting in one entry, or one answer as before; never both."""

from __future__ import annotations

from facilitui.core.pathways.log_entry import Slot
from tests.services.pathways.enrolment_home import fill
from tests.services.pathways.log_home import LogHome

ONE, MEETING = "asked-worth_it", "meeting-worth_it"
DAY = {"on": "2026-11-25"}


async def test_one_entry_holds_a_meeting() -> None:
    """A line a level; opened again it stands on one line, and stays as it was unless changed."""
    home = LogHome()
    id = await home.group()
    entry = await home.log_it(id, "value_pulse", **{MEETING: "2 x 3, 4 x agree"}, **DAY)
    assert home.logged(entry).values == {"worth_it": "4 × Agree\n2 × Partly"}
    (source,) = (await home.progress(id, "value_pulse")).by
    assert source.told == "4 × Agree, 2 × Partly", "it is called by all of them"
    made = await home.log.form("", "", entry=entry)
    assert (made.values[ONE], made.values[MEETING]) == ("", "4 × Agree, 2 × Partly")
    assert not await made.save(), "nothing was changed"
    fill(made, **{MEETING: "5 x Agree"}, reason="counted anew")
    assert await made.save() and home.logged(entry).values == {"worth_it": "5 × Agree"}
    made = await home.log.form("", "", entry=entry)
    assert not fill(made, **{MEETING: "", ONE: "Partly"}, reason="it was one")
    assert await made.save() and home.logged(entry).values == {"worth_it": "Partly"}
    made = await home.log.form("", "", entry=entry)
    assert not fill(made, **{MEETING: "7 x 5", ONE: ""}, reason="it was not")
    assert await made.save() and home.logged(entry).values == {"worth_it": "7 × Agree"}


async def test_both_at_once_are_refused() -> None:
    """While both are typed, and where one of them stands there from before."""
    home = LogHome()
    id = await home.group()
    made = await home.log.form(id, "value_pulse")
    both = {ONE: "Agree", MEETING: "4 x Agree"}
    why = "“The way we work here is worth the time” has one answer and those of a meeting"
    assert fill(made, **both, **DAY).startswith(why)
    await made.keep()
    home.start_again()
    again = await home.log.form(id, "value_pulse")
    assert both.items() <= again.values.items(), "what was typed stays a draft"
    await again.throw_away()
    entry = await home.log_it(id, "value_pulse", **{ONE: "Agree"}, **DAY)
    assert home.logged(entry).values == {"worth_it": "Agree"}
    saved = await home.log.form("", "", entry=entry)
    assert fill(saved, **{MEETING: "4 x Agree"}, reason="r").startswith(why)


async def test_a_meeting_answers_what_is_asked() -> None:
    """So that the entry counts, and both questions of a belief pulse are told apart."""
    home = LogHome()
    id = await home.group()
    typed = {"asked-moment": "At its end", "meeting-empowered": "9 x 4"}
    made = await home.log.form(id, "belief_pulse", Slot(cycle=1))
    fill(made, **typed, **DAY)
    assert made.form.doubt(made.values) is not None, "the second question is open"
    fill(made, **{"meeting-change_possible": "9 x 5"})
    assert made.form.doubt(made.values) is None
    assert fill(made, **{"meeting-empowered": "9 of 10"})
    wrong = made.form.faults(made.values)
    assert [*wrong] == ["meeting-empowered"], wrong

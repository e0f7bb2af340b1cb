"""Last contacts: how long ago, of each of those that a log offers (D-22)."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from facilitui.core.pathways.case import Logged, Source
from facilitui.core.pathways.contacts import last_of, lines, whom
from facilitui.core.pathways.log_entry import LogEntry
from tests.library.pathways import named

TODAY = date(2026, 3, 15)
CORE = named("core_community_of_practice")
CONTACTS = next(each for each in CORE.requirements if each.id == "contacts")


def contact(to: str, on: date | None, *, planned: bool = False) -> Logged:
    """One with somebody."""
    said = LogEntry(requirement="contacts", on=on, planned=planned, values={"to": to})
    return Logged(Source("log_entry-1", "", on, ""), said)


def test_each_choice_is_told_with_its_newest_day() -> None:
    """Those that have none say so; nothing says what is too long.

    Each day has its year: papers say the same, and are read in any.
    """
    ago = [("District leaders", 40), ("District leaders", 12), ("CORE leaders", 1), ("Others", 0)]
    logged = [contact(to, TODAY - timedelta(days)) for to, days in ago]
    assert lines(CONTACTS, logged, TODAY) == (
        "District leaders: last contact 12 days ago, on 3 Mar 2026",
        "CORE leaders: last contact on 14 Mar 2026",
        "School leaders: none logged yet",
        "Others: last contact on 15 Mar 2026",
    )


def test_of_what_is_closed_days_are_told_up_to_its_last_one() -> None:
    """Nothing grows older after that, and nothing is still awaited."""
    logged = [contact("District leaders", TODAY - timedelta(12))]
    logged += [contact("CORE leaders", TODAY - timedelta(2))]
    assert lines(CONTACTS, logged, TODAY, TODAY - timedelta(2)) == (
        "District leaders: last contact on 3 Mar 2026, 10 days before it was closed",
        "CORE leaders: last contact on 13 Mar 2026",
        "School leaders: none logged",
        "Others: none logged",
    )


def test_what_is_to_come_was_no_contact() -> None:
    """Neither planned nor dated after today, nor without a day."""
    later = TODAY + timedelta(3)
    logged = [contact("Others", later), contact("Others", None)]
    logged += [contact("Others", TODAY, planned=True)]
    assert lines(CONTACTS, logged, TODAY)[-1] == "Others: none logged yet"


def test_only_what_says_with_whom_it_was_has_lines() -> None:
    """Another log has none, whatever it offers to choose from, nor has what is no log."""
    said = [contact("Others", TODAY)]
    assert lines(CONTACTS, said, TODAY) and lines(CONTACTS, [], TODAY) == ()
    for id in ("materials", "support_requests", "evidence_students"):
        requirement = CORE.requirement(id)
        assert requirement is not None and lines(requirement, said, TODAY) == ()


@given(st.lists(st.tuples(st.text(max_size=5), st.none() | st.dates())))
def test_whatever_is_logged_each_choice_has_one_line(said: list[tuple[str, date | None]]) -> None:
    """What is none of the choices changes nothing."""
    field = whom(CONTACTS)
    assert field is not None
    found = last_of([contact(to, on) for to, on in said], field, TODAY)
    assert [each.choice for each in found] == [*field.choices]
    assert all(each.on is None or each.on <= TODAY for each in found)

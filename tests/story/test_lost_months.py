"""`pathway list` and `progress` while a month of the journal cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.story.commands import facilitui
from tests.story.test_enrolment_commands import CLEE, enrolled

BRINGS_BACK = "`facilitui journal restore FILE --replace` brings the month back from a backup"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("list",), "journal/"),
        (("progress",), "facilitui: whether anybody is enrolled in a pathway is not known: "),
        (("progress", "--all"), "facilitui: whether anybody is enrolled in a pathway is not known"),
        (("progress", "Ana"), "facilitui: whether anybody is enrolled in a pathway is not known"),
        (("document", "Ana"), "facilitui: whether anybody is enrolled in a pathway is not known"),
    ],
)
def test_the_month_is_named_and_nobody_is_said_not_to_be_enrolled(
    home: Path, asked: tuple[str, ...], told: str
) -> None:
    """It ends as the other commands do then."""
    enrolled(home, CLEE, "Ana")
    for month in (home / "journal").glob("*.json"):
        month.write_text("{torn", encoding="utf-8")
    said = facilitui(home, "pathway", *asked)
    assert said.returncode == 1 and "nobody is enrolled" not in said.stdout + said.stderr
    assert said.stderr.startswith(told) and said.stderr.endswith(f"{BRINGS_BACK}\n"), said
    assert (CLEE in said.stdout) is (asked == ("list",))


def test_of_what_can_be_read_no_more_is_said_than_is_known(home: Path) -> None:
    """An enrolment that is not found may be in the month that is lost, and so may an open one."""
    ana = enrolled(home, CLEE, "Ana")
    (home / "journal" / "2019-11.json").write_text("{torn", encoding="utf-8")
    said = facilitui(home, "pathway", "progress", "Bo")
    assert said.returncode == 1
    assert (
        "facilitui: whether there is an enrolment “Bo” is not known: journal/2019-11" in said.stderr
    )
    assert ana in facilitui(home, "pathway", "progress", "Ana").stdout

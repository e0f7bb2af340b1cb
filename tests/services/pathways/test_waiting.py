"""What waits for an opportunity is what is not met yet."""

from __future__ import annotations

import pytest

from facilitui.core.errors import Refused
from facilitui.core.pathways.words import Standing
from tests.services.pathways.enrolment_home import fill
from tests.services.pathways.log_home import LogHome

ASKED = "acceptance"


async def test_what_is_met_waits_for_nothing() -> None:
    """It would be saved and shown nowhere; it can still be set aside, and asked again."""
    home = LogHome()
    id = await home.enrolled()
    entry = await home.log_it(id, ASKED, on="2026-11-24")
    found = (await home.progressing.of(id)).told.of(ASKED)
    assert found is not None and found.standing is Standing.MET and entry
    made = await home.desk.aside(id, ASKED)
    fill(made, asking="waits", why="the next letter")
    with pytest.raises(Refused, match="it is met by what is there") as refused:
        await made.save()
    assert refused.value.field == "asking" and not home.said(id).aside
    fill(made, asking="aside", why="they said so")
    assert await made.save() and not home.said(id).aside[0].waits


async def test_what_waited_before_it_was_met_is_left_alone() -> None:
    """What is waited for can be said otherwise, and it can be asked again."""
    home = LogHome()
    id = await home.enrolled()
    made = await home.desk.aside(id, ASKED)
    fill(made, asking="waits")
    assert await made.save()
    await home.log_it(id, ASKED, on="2026-11-24")
    again = await home.desk.aside(id, ASKED)
    fill(again, why="the next letter")
    assert await again.save()
    fill(again, asking="asked")
    assert await again.save() and not home.said(id).aside

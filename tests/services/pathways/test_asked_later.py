"""A pathway that asks for more than it did: what was written before lacks nothing by that."""

from __future__ import annotations

from typing import Any

from facilitui.core.pathways.pathway import Pathway
from facilitui.core.pathways.snapshot import digest
from facilitui.core.pathways.words import Standing
from tests.core.pathways.journals import asking
from tests.services.pathways.enrolment_home import fill
from tests.services.pathways.log_home import LogHome

WHAT = {"id": "what", "ask": "What?"}
SIDE = {"id": "beside", "ask": "What else?", "optional": True}
LATER = {"id": "later", "ask": "Since when?"}
ASKS = {"what": "What?", "beside": "What else?"}


def visits(*fields: dict[str, Any], version: str) -> Pathway:
    """A pathway that has one thing logged, and asks these about it."""
    log = {"kind": "log", "id": "visits", "count": 1, "fields": fields}
    noted = {"kind": "attestation", "id": "noted", "fields": [] if version == "1" else fields}
    return asking(log, noted, version=version)


async def logged_before(home: LogHome) -> tuple[str, str]:
    """What was logged under the first version of a file that then asks for more."""
    id = await home.group("own")
    entry = await home.log_it(id, "visits", **{"asked-what": "x"})
    home.put(visits(WHAT, SIDE, LATER, version="2"))
    return id, entry


async def test_all_that_was_asked_is_kept_with_what_was_answered() -> None:
    """Also what was left empty, and through a correction."""
    home = LogHome(visits(WHAT, SIDE, version="1"))
    id = await home.group("own")
    entry = await home.log_it(id, "visits", **{"asked-what": "x"})
    assert home.logged(entry).asks == ASKS
    made = await home.log.form(id, "visits", None, entry)
    assert not fill(made, **{"asked-what": "y", "reason": "a slip"})
    assert await made.save()
    assert (home.logged(entry).asks, home.logged(entry).values) == (ASKS, {"what": "y"})


async def test_a_field_that_is_asked_since_takes_nothing_away() -> None:
    """Neither in the preview of the changed file nor once it is moved to."""
    home = LogHome(visits(WHAT, SIDE, version="1"))
    id, _ = await logged_before(home)
    preview = await home.changes.preview(id)
    assert (preview.changed, preview.standings) == (("Visits", "Noted"), ())
    await home.changes.move(id, digest(visits(WHAT, SIDE, LATER, version="2")))
    assert (await home.progress(id, "visits")).standing is Standing.MET
    new = await home.log.form(id, "visits")
    assert not fill(new, **{"asked-what": "x"})
    whole = new.form.follow(new.values)
    assert "Since when?" in str(whole[""].hint)


async def test_what_had_no_fields_then_lacks_none() -> None:
    """Nothing at all was asked of it."""
    home = LogHome(visits(WHAT, SIDE, version="1"))
    id = await home.group("own")
    await home.log_it(id, "noted", on="2026-11-20")
    home.put(visits(WHAT, SIDE, LATER, version="2"))
    await home.changes.move(id, digest(visits(WHAT, SIDE, LATER, version="2")))
    assert (await home.progress(id, "noted")).standing is Standing.MET


async def test_a_correction_after_the_move_may_answer_what_is_asked_since() -> None:
    """It is asked from then on; a correction that leaves it empty asks nothing of it."""
    home = LogHome(visits(WHAT, SIDE, version="1"))
    id, entry = await logged_before(home)
    await home.changes.move(id, digest(visits(WHAT, SIDE, LATER, version="2")))
    for typed, asks in (({}, ASKS), ({"asked-later": "May"}, {**ASKS, "later": "Since when?"})):
        made = await home.log.form(id, "visits", None, entry)
        assert not fill(made, **{"asked-what": f"y{len(asks)}", "reason": "a slip", **typed})
        assert await made.save()
        assert home.logged(entry).asks == asks
        assert (await home.progress(id, "visits")).standing is Standing.MET

"""An enrolment that was closed while a form of it stood open: nothing is saved over that."""

from __future__ import annotations

from typing import Any

import pytest

from facilitui.core.errors import FacilituiError, SavedMeanwhile
from facilitui.core.pathways.pathway import Pathway
from facilitui.services.journals.entry_form import EntryForm
from tests.services.pathways.enrolment_home import fill, rubric
from tests.services.pathways.log_home import LogHome

LOGGED = {"kind": "log", "text": "Show it", "count": 1}
ABOUT = {"name": "Ours", "programme": "Ours", "source": "us", "version": "1", "holder": "group"}
OURS = Pathway.model_validate(
    {
        **{"kind": "pathway", "id": "ours", **ABOUT},
        "phases": [
            {
                **{"id": "first", "name": "Begin", "gate": {"text": "Opens", "needs": ["shown"]}},
                "requirements": [
                    {**LOGGED, "id": "shown", "fields": [{"id": "how", "ask": "How?"}]}
                ],
            },
            {
                **{"id": "second", "name": "Go on"},
                "requirements": [
                    {**LOGGED, "id": "more", "fields": [{"id": "how", "ask": "How?"}]}
                ],
            },
        ],
    }
)
CLOSED = "“We” was closed on 25 Nov.* stays a draft: open the enrolment again first"


async def forms(home: LogHome, id: str) -> list[tuple[EntryForm[Any], dict[str, str]]]:
    """Every form in which something is said of an enrolment, with what is typed into each."""
    desk = home.desk
    return [
        (await desk.details(id), {"name": "We all", "reason": "so"}),
        (await desk.areas(id), {"areas": "asking", "source": "Bea"}),
        (await desk.phase(id, "second"), {"why": "so"}),
        (await desk.aside(id, "shown"), {"asking": "aside", "why": "so"}),
        (await home.log.form(id, "shown"), {"note": "A talk."}),
        (await home.log.roster(id), {"members": "Ben"}),
    ]


async def test_whichever_form_it_is_nothing_is_saved_over_a_closing() -> None:
    """It is told so, and what was typed is saved once the enrolment is opened again."""
    home = LogHome(OURS)
    home.put(rubrics=(rubric(),))
    id = await home.enrolled("ours", name="We")
    filled = await forms(home, id)
    for form, typed in filled:
        fill(form, **typed)
    assert await (await home.desk.closing(id)).save()
    count = len(home.journal.documents)
    for form, typed in filled:
        for _ in range(2):
            with pytest.raises(FacilituiError, match=CLOSED):
                await form.save()
        assert {key: form.half[key] for key in typed} == typed
    assert len(home.journal.documents) == count and len(home.drafts.kept) == len(filled)
    await home.changes.reopen(id)
    aside, typed = filled[3]
    with pytest.raises(SavedMeanwhile):
        await aside.save()
    assert await aside.save() and home.said(id).aside[0].reason == typed["why"]
    logged, _ = filled[4]
    assert await logged.save()

"""An observation that is written while another copy of the program purges its session."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.errors import PurgedMeanwhile
from tests.services.full_sessions import holding
from tests.services.mentoring_home import fill
from tests.services.privacy.test_purging_meanwhile import bare, close, purge


@pytest.mark.parametrize("listed", [True, False])
async def test_an_observation_that_was_never_saved_brings_nothing_back(
    home: Path, listed: bool
) -> None:
    """It has the title of the run, of which one that is begun after the purge knows nothing."""
    full, other = await bare(home)
    observing, session = other.wiring.observing, full.session
    form = await observing.open("" if listed else session)
    await purge(full, session)
    fill(form, giver="Ana", **({"session": session} if listed else {}))
    assert full.words[0] in form.state.title
    for _ in range(2):
        with pytest.raises(PurgedMeanwhile):
            await form.keep()
        with pytest.raises(PurgedMeanwhile):
            await form.save()
    assert holding(home, full.words) == {"plans/work.toml"}
    assert not list((home / "drafts").glob("*.json"))
    anew = await observing.open("" if listed else session)
    fill(anew, giver="Ana", **({"session": session} if listed else {}))
    await anew.keep()
    assert await anew.save() and (listed or anew.state.session == session)
    await full.write("observation-back", "observation", form.state)  # as an import takes it back
    back = await observing.open("", "observation-back")
    fill(back, giver="Ana B", reason="a typo")
    assert await back.save()
    close(full, other)

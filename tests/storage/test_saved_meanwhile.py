"""A revision says which one it was written over, and never covers another one untold."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitui.core.errors import SavedMeanwhile
from tests.storage.journals import DECEMBER, Diary, diary


def test_what_another_copy_saved_meanwhile_is_not_gone_over_untold(
    journal: Diary, home: Path
) -> None:
    """It is told with its revision and its hash, over which the next one goes, in any month."""
    first = journal.save("e1", based_on="")
    with diary(home) as other:
        theirs = other.save("e1", {"text": "theirs"}, DECEMBER, based_on=first["hash"])
    for based_on in ("", first["hash"]):
        with pytest.raises(SavedMeanwhile, match="Revision 2 was saved elsewhere") as error:
            journal.save("e1", {"text": "mine"}, based_on=based_on)
        assert error.value.newest == theirs["hash"]
    assert len(journal.documents()) == 2
    mine = journal.save("e1", {"text": "mine"}, based_on=error.value.newest)
    assert (mine["rev"], mine["prev"]) == (3, theirs["hash"]) and journal.verify() == ()
    assert journal.save("e2", based_on="of one that is gone")["rev"] == 1

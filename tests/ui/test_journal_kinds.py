"""The journal with every kind of entry: shown alone, read, and reached from each other by keys."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitui.bootstrap import Wiring
from facilitui.core.journals.entries import KINDS, OTHER, many
from facilitui.messages import evidence as evidence
from facilitui.messages.going import DebriefRequested
from facilitui.storage.paths import Home
from facilitui.widgets.journal_view import kind_lines
from tests.ui.driving import HOSTILE, SMALLEST, driven
from tests.ui.journals import asked_from_here, journal, write_entry

HELD = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
BODIES: dict[str, dict[str, Any]] = {
    "attachment": {"name": "tickets.pdf", "size": 900, "file_hash": "ab" * 32},
    "feedback": {
        "attendance": 12,
        "responses": [{"levels": {"pace": 4}, "words": {"one_change": HOSTILE}}] * 9,
    },
    "observation": {"giver": "Ben", "role": "mentor", "feedback": HOSTILE},
    "scores": {"scores": [{"criterion": "w", "name": "Waits", "level": 3, "note": HOSTILE}]},
    "sketch": {"text": "drawn by another version"},
}


@pytest.fixture
async def mixed(home: Path) -> Path:
    """One session with an entry of every kind, its debrief in two revisions."""
    wiring = Wiring(Home(home))
    try:
        for kind, body in BODIES.items():
            said = {"session": "s", "title": "Tuning", "held_at": HELD.isoformat(), **body}
            await wiring.journal.save(
                entry_id=f"{kind}-s", kind=kind, body=said, made_at=HELD, salt="00" * 16
            )
    finally:
        wiring.close()
    await write_entry(home, "s", "2026-11-25", learned="They waited.", lens="Ana")
    await write_entry(home, "s", "2026-11-25", learned="They spoke.", lens="Ana", reason="heard")
    return home


@pytest.mark.parametrize("size", SMALLEST)
async def test_each_kind_is_shown_alone_and_read(mixed: Path, size: tuple[int, int]) -> None:
    """In little room: tab goes through the kinds with their counts, escape shows all again."""
    async with driven(mixed, size, "journal") as app:
        assert "all 6" in app.text() and "6 entries" in app.text()
        for count, part in (
            ("debriefs 1", "They spoke."),
            ("observations 1", "by Ben (mentor)"),
            ("feedback 1", "9 of 12 answered (75%)"),
            ("scores 1", "3 of 4"),
            ("attachments 1", "tickets.pdf"),
            ("other 1", "drawn by another version"),
        ):
            await app.press("tab", "enter")
            assert part in app.page()
            await app.press("escape")
            assert count in app.text() and "1 entry" in app.text()
        await app.press("escape")
        assert "6 entries" in app.text() and app.app.current_mode == "journal"


async def test_entries_of_a_session_and_revisions_are_a_key_away(mixed: Path) -> None:
    """`n` goes through all that the session has, `[` and `]` through what an entry said before."""
    async with driven(mixed, (120, 40), "journal") as app:
        await app.press("slash")
        await app.write("tickets.pdf")
        await app.press("enter")
        assert "Of the same session" in app.page()
        assert "feedback · 9 of 12 answered" in app.page()
        seen = set()
        for _ in range(6):
            await app.press("n")
            seen.add(journal(app).rows.marked)
        assert len(seen) == 6 and journal(app).search_line.value == ""
        while journal(app).rows.marked != "debrief-s":
            await app.press("n")
        assert "Revision 2 of 2" in app.page() and "because: heard" in app.page()
        await app.press("left_square_bracket", "left_square_bracket")
        assert "Revision 1 of 2" in app.page() and "They waited." in app.page()
        await app.press("right_square_bracket")
        assert "They spoke." in app.page()


async def test_each_entry_is_revised_where_it_was_written(
    mixed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`e` asks for the second lens's own debrief, the observation, the rubric and so on."""
    async with driven(mixed, (80, 24), "journal") as app:
        asked = asked_from_here(app, monkeypatch)
        for _ in range(6):
            await app.press("tab")
            await app.press("e")
        assert asked == [
            DebriefRequested("s", lens="Ana"),
            evidence.ObservationRequested("s", "observation-s"),
            evidence.FeedbackRequested("s"),
            evidence.RubricRequested("s"),
            evidence.AttachmentsRequested("s"),
        ]
        assert journal(app).key_line.notice == "This entry cannot be revised here."


async def test_shift_tab_shows_the_kind_before(mixed: Path) -> None:
    """From all the last kind; the search is not typed in."""
    async with driven(mixed, (80, 24), "journal") as app:
        await app.press("shift+tab")
        assert "1 entry" in app.text() and "drawn by another version" in app.text()
        await app.press("shift+tab")
        assert "tickets.pdf" in app.text() and not journal(app).search_line.has_focus
        await app.press("tab", "tab")
        assert "6 entries" in app.text()


@given(
    st.dictionaries(st.sampled_from((*KINDS, OTHER)), st.integers(1, 10_000)),
    st.sampled_from(("", *KINDS, OTHER)),
    st.integers(30, 160),
)
def test_the_kinds_that_fit_are_shown_and_how_many_more_there_are(
    counts: dict[str, int], group: str, width: int
) -> None:
    """Whatever the width: all, the one that is shown, and none is left out in silence."""
    told = "".join(
        each.plain for each in kind_lines(counts, group, width, airy=False, several=True)
    )
    if len(counts) < 2 and not group:
        return
    assert told.startswith(f"all {sum(counts.values())}")
    assert not group or f"{many(group)} {counts.get(group, 0)}" in told or width < 45
    pieces = told.split("  ")
    left = int(pieces[-1][1:].split()[0]) if pieces[-1].endswith(("kind", "kinds")) else 0
    named = [each for each in counts if f"{many(each)} {counts[each]}" in pieces]
    assert len(named) + left == len(counts) or "…" in told

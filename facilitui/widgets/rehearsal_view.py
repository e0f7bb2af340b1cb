"""What a rehearsal came to: each block as it was planned and as it ran."""

from __future__ import annotations

from textual.content import Content

from facilitui import text as t
from facilitui.core.sessions.facts import BlockFacts, SessionFacts
from facilitui.core.told import minutes_over

PLANNED, RAN = 8, 9
"""The columns of the figures."""


def banner(speed: int) -> str:
    """That nothing here is real, and how fast it runs."""
    return f"REHEARSAL {speed}×" if speed else "REHEARSAL stands still"


def outcome_lines(facts: SessionFacts, width: int) -> t.Lines:
    """What it came to in a sentence, then the minutes of each block."""
    return [
        *t.wrapped(_sentence(facts), width, f"bold {t.INK}"),
        t.BLANK,
        t.spread(t.heading("Minutes"), _figures("planned", "ran"), width),
        *(_block(block, width) for block in facts.blocks),
    ]


def _sentence(facts: SessionFacts) -> str:
    over = minutes_over(facts.ran, facts.planned)
    more = "longer" if over > 0 else "shorter"
    apart = f"{t.ran(abs(over))} {more} than" if over else "as long as"
    return f"It took {t.ran_of(facts.ran, facts.planned)}, {apart} planned."


def _block(block: BlockFacts, width: int) -> Content:
    ran = "left out" if block.skipped else t.minutes_run(block.ran)
    return t.spread(t.ink(block.title), _figures(t.minutes(block.planned), ran), width)


def _figures(planned: str, ran: str) -> Content:
    return t.join(t.right(t.soft(planned), PLANNED), t.right(t.ink(ran), RAN))

"""A protocol that is being written: its steps as rows, with what stands above and below them."""

from __future__ import annotations

from facilitui import text as t
from facilitui.core.library.protocol import Step
from facilitui.core.library.protocol_checks import is_information
from facilitui.core.plans.rounds import Rounds, rounds_of
from facilitui.core.plans.seating_words import seated
from facilitui.core.vocabulary import Who
from facilitui.services.library.protocol_desk import ProtocolDesk, ProtocolView
from facilitui.widgets.file_bar import brief
from facilitui.widgets.rows import Row, blank_row

WIDE = 60
"""From this width on a step has its three lengths apart and who works in it."""
SHORTEST, USUAL, LONGEST, WHO, CYCLE = 4, 6, 5, 19, 6
NARROW = 4
AMPLE = 90
"""From this width on what a cycle repeats for stands beside it."""
LINE_OF_TOTALS = 62
"""From this width on each total has its own word."""


def head(desk: ProtocolDesk, width: int) -> t.Lines:
    """What it is called, whose it is, how long it takes."""
    view = desk.view
    minutes = t.strong(t.minutes(view.run.usual))
    end = t.join(minutes, t.soft(f" min for {view.people}"))
    told = whose(desk).partition(",")[0]
    if width >= 70:
        people = t.plural(view.people, "person", "people")
        sizes = _sizes(view.run.sizes) if width >= 110 else ""
        end = t.join(minutes, t.soft(f" min for {people}{sizes}"))
        told = whose(desk)
        told = f"{told}; id {view.protocol.id}" if width >= 110 and not desk.unnamed else told
    left = t.join(t.strong(view.protocol.name or "Untitled"), "   ", t.soft(told))
    if told := brief(desk):
        end = t.accent(told)
    return [t.spread(left, end, width)]


def whose(desk: ProtocolDesk) -> str:
    """Whether one's own file is used, or the shipped one."""
    if desk.unnamed:
        return "a new one"
    if desk.shipped is None:
        return "your own"
    if desk.has_file or desk.unwritten:
        return "yours, in place of the shipped one"
    return "as shipped"


def file_told(desk: ProtocolDesk) -> str:
    """Where it is kept, and so what its id is."""
    if desk.unnamed:
        return "it gets its file with its name"
    kept = desk.has_file or desk.unwritten
    return f"protocols/{desk.protocol.id}.toml" if kept else f"shipped, id {desk.protocol.id}"


def steps_head(width: int) -> t.Lines:
    """The heads of the steps' columns."""
    if width >= WIDE:
        figures = "".join(("Min".rjust(SHORTEST), "Usual".rjust(USUAL), "Max".rjust(LONGEST)))
        left = t.join(t.soft(figures), "   ", t.heading("Steps"))
        end = t.join(t.padded(t.soft("Who"), WHO), t.right(t.soft("Cycle"), CYCLE))
        return [t.join("  ", t.spread(left, end, width - 2))]
    figures = "".join(("Min".rjust(NARROW), "Usual".rjust(USUAL), "Max".rjust(NARROW)))
    left = t.join(t.soft(figures), "  ", t.heading("Steps"))
    return [t.join("  ", t.spread(left, t.soft("Cycle"), width - 2))]


def step_rows(view: ProtocolView, *, airy: bool) -> list[Row]:
    """A row a step, with its three lengths, who works in it, whether it is silent; over those of a
    cycle how often it is run, and how long a round of it is."""
    rows: list[Row] = []
    for rounds in rounds_of(view.protocol, view.run):
        head = [_round_row(rounds)] if rounds.cycle else []
        for row in (*head, *(_step_row(step) for step in rounds.steps)):
            rows += [blank_row()] if airy and rows else []
            rows.append(row)
    return rows


def _round_row(rounds: Rounds) -> Row:
    """Over the steps of a cycle: × 4, 7 min a round, 28 in all."""
    once, in_all = t.minutes(rounds.once), t.minutes(rounds.in_all)

    def draw(width: int, marked: bool) -> t.Lines:
        figures = SHORTEST + USUAL + LONGEST + 3 if width >= WIDE else 2 * NARROW + USUAL + 2
        told = f"  {once} min a round, {in_all} in all"
        left = t.join(" " * figures, t.ink(f"× {rounds.times}"), t.soft(told))
        return [t.spread(left, t.soft(rounds.for_what) if width >= AMPLE else t.BLANK, width)]

    return Row("", draw)


def _step_row(step: Step) -> Row:
    indent = "  " if step.cycle else ""

    def draw(width: int, marked: bool) -> t.Lines:
        ink, soft = (t.strong, t.strong) if marked else (t.ink, t.soft)
        if width >= WIDE:
            figures = t.join(
                t.right(soft(t.minutes(step.min)), SHORTEST),
                t.right(ink(t.minutes(step.ideal)), USUAL),
                t.right(soft(t.minutes(step.max)), LONGEST),
            )
            end = t.join(t.padded(soft(_who(step)), WHO), t.right(soft(step.cycle), CYCLE))
            name = _fitting(step, width - SHORTEST - USUAL - LONGEST - WHO - CYCLE - 7)
            return [t.spread(t.join(figures, "   ", indent, ink(name)), end, width)]
        mark = "⌁" if step.silent else "▣" if step.debrief else ""
        figures = t.join(
            t.right(soft(t.minutes(step.min)), NARROW),
            t.right(ink(t.minutes(step.ideal)), USUAL),
            t.right(soft(t.minutes(step.max)), NARROW),
        )
        end = t.soft(f"{mark} {step.cycle}".strip())
        name = _fitting(step, width - 24)
        return [t.spread(t.join(figures, "  ", indent, ink(name)), end, width)]

    return Row(step.id, draw)


def _fitting(step: Step, room: int) -> str:
    return step.name if len(step.name) <= room else step.short_name


def _who(step: Step) -> str:
    if step.silent:
        return "silent" if step.who in _EVERYBODY else f"{step.who.label}, silent"
    return "debrief" if step.debrief else step.who.label


_EVERYBODY = {Who.INDIVIDUALS, Who.WHOLE_GROUP, Who.GROUP}


def totals(view: ProtocolView, width: int) -> t.Lines:
    """How long all of it takes for so many people; recomputed on each change."""
    run, people = view.run, t.plural(view.people, "person", "people")
    usual, silent = t.strong(t.minutes(run.usual)), t.minutes(run.silent)
    low, high = t.minutes(run.shortest), t.minutes(run.longest)
    if width < LINE_OF_TOTALS:
        told = t.soft(f" min, {low} to {high}, silent {silent}")
        return [t.fitted(t.join(t.ink(people), "  ", usual, told), width)]
    figures = (("shortest", low), ("longest", high), ("silent", silent))
    line = t.join(t.ink(people), t.soft("   usual "), usual)
    for word, value in figures:
        line = t.join(line, t.soft(f"   {word} "), t.ink(value))
    return [t.fitted(line, width)]


def _sizes(sizes: tuple[int, ...]) -> str:
    """The sub-groups, where there are several."""
    return f" in {seated(sizes)}" if len(sizes) > 1 else ""


def check_line(view: ProtocolView, width: int) -> t.Lines:
    """The weightiest thing to look at again, and how many more there are."""
    if not view.checks:
        return [t.fitted(t.join(t.soft("✓ "), t.soft("nothing to look at again")), width)]
    more = len(view.checks) - 1
    end = t.join(t.soft(f"{more} more: "), t.strong("c")) if more else t.BLANK
    first = view.checks[0]
    mark = t.soft("⌁ ") if is_information(first) else t.accent("! ")
    return [t.spread(t.join(mark, t.ink(first.text)), end, width)]

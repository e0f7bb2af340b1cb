"""Every command, declared once: its key, its word in the key line, its help, its palette title.

A screen's bindings, its key line, the help page and the command palette are all made from these,
so none of them can say something that another does not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.binding import Binding

from facilitui.text import key_name


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can do."""

    id: str
    """For a keymap: screen and verb, as in "live.next"."""
    keys: str
    """Textual's names of its keys, divided by commas; the first one is shown."""
    action: str
    word: str
    """One word for the key line."""
    help: str
    """One sentence."""
    shown_as: str = ""
    """How the key is written where its name would not do."""
    in_line: bool = True
    """Whether it stands in the key line; the least needed ones are declared last."""

    @property
    def key_label(self) -> str:
        """The key as it is written on the screen."""
        return self.shown_as or key_name(self.keys.split(",")[0])

    @property
    def title(self) -> str:
        """What the palette calls it."""
        return self.help.rstrip(".")

    def binding(self) -> Binding:
        """The key binding it makes."""
        return Binding(self.keys, self.action, self.word, show=False, id=self.id, tooltip=self.help)


def bindings(commands: tuple[Command, ...]) -> list[Binding]:
    """The key bindings of a screen."""
    return [command.binding() for command in commands]


HELP = Command("help", "question_mark,f1", "show_keys", "all keys", "Show all keys of this screen.")

HELP_WHILE_TYPING = replace(HELP, shown_as="f1")
"""On screens where letters are text."""

HOME = (
    Command("home.open", "enter", "open", "open", "Open what is marked."),
    Command("home.start", "s", "start", "start session", "Start the next session."),
    Command("home.resume", "r", "resume", "resume", "Go on with the session that lies open."),
    Command("home.new", "n", "new_plan", "new plan", "Plan a session, from nothing or an agenda."),
    Command("home.plans", "p", "plans", "plans", "Choose among all plans."),
    Command("home.library", "l", "library", "library", "Look at protocols and agendas."),
    Command("home.journal", "j", "journal", "journal", "Read and search your debriefs."),
    Command(
        "home.refresh",
        "f5",
        "refresh",
        "refresh",
        "Read everything from the disk again.",
        in_line=False,
    ),
    Command("home.quit", "ctrl+q", "app.quit", "quit", "Quit; nothing is lost.", in_line=False),
)

HOME_EMPTY = tuple(command for command in HOME if command.word in {"new plan", "library"})
"""Home's keys while there is nothing to open."""

LIVE = (
    Command(
        "live.next",
        "n,pagedown",
        "next_step",
        "next",
        "Start the step shown, or finish this one and open the next.",
    ),
    Command("live.back", "b,pageup", "back_step", "back", "Reopen the step before, with its time."),
    Command("live.pause", "space", "pause", "pause", "Stop this step's clock, or let it go on."),
    Command(
        "live.more",
        "plus,equals_sign",
        "minutes(1)",
        "minute",
        "Give this step a minute more.",
        shown_as="+ −",
    ),
    Command(
        "live.less", "minus", "minutes(-1)", "less", "Give this step a minute less.", in_line=False
    ),
    Command("live.wait", "w", "wait", "wait", "Open a wait, or close it."),
    Command("live.mark", "m", "mark", "mark", "Mark this moment, to be told in the debrief."),
    Command("live.capture", "c", "capture", "capture", "Type a line; it stays private."),
    Command("live.park", "p", "park", "park", "Put a question aside for later."),
    Command("live.norm", "o", "norm", "norm", "Call on a norm."),
    Command("live.undo", "u", "take_back", "take back", "Take back the last key."),
    Command("live.attendance", "l", "attendance", "here", "Say how many are here."),
    Command("live.lead", "L,shift+l", "lead", "lead", "Say who leads this block.", in_line=False),
    Command("live.script", "t", "script", "text", "Show all that is written for this step."),
    Command(
        "live.notes",
        "k",
        "notes",
        "show notes",
        "Show or hide marks, captures and what is parked.",
        in_line=False,
    ),
    Command("live.zoom", "z", "zoom", "zoom", "Only the clock, the step and what is next."),
    Command("live.skip", "s", "skip", "skip", "Leave this step out.", in_line=False),
    Command("live.end", "e", "end", "end", "End the session.", in_line=False),
    Command(
        "live.leave",
        "escape",
        "leave",
        "leave",
        "Leave this screen; the session goes on.",
        in_line=False,
    ),
)

LIVE_READY = (
    Command("live.begin", "n", "next_step", "begin", "Begin the session."),
    Command("live.here", "l", "attendance", "here", "Say how many are here."),
    Command("live.script", "t", "script", "text", "Show all that is written for this step."),
    Command("live.back-out", "escape", "leave", "leave", "Go back; nothing has begun."),
)
"""The few of Live's keys that mean something before the session has begun."""

LIVE_ENDED = (
    Command(
        "live.debrief", "d", "debrief(False)", "debrief now", "Debrief the session that has ended."
    ),
    Command(
        "live.door",
        "f",
        "debrief(True)",
        "door debrief",
        "Debrief it in two minutes, in full later.",
    ),
    Command("live.later", "escape", "leave", "later", "Leave; the debrief waits on Home."),
)

LIVE_DAMAGED = (
    Command(
        "live.copy",
        "a",
        "go_on_in_copy",
        "go on in a copy",
        "Go on with a damaged session from its last sound event, in a copy.",
    ),
    Command("live.close", "escape", "leave", "leave", "Go back."),
)

PLAN = (
    Command("plan.add", "a", "add", "add", "Add a block behind the marked one."),
    Command("plan.edit", "e,enter", "edit", "edit", "Change what is marked."),
    Command("plan.protocol", "p", "protocol", "protocol", "Put a protocol into the agenda."),
    Command("plan.up", "shift+up,K", "move(-1)", "move", "Move the block up.", shown_as="⇧↑↓"),
    Command("plan.down", "shift+down,J", "move(1)", "down", "Move the block down.", in_line=False),
    Command(
        "plan.more",
        "plus,equals_sign",
        "minutes(1)",
        "minutes",
        "Make the block a minute longer.",
        shown_as="+ −",
    ),
    Command(
        "plan.less",
        "minus",
        "minutes(-1)",
        "less",
        "Make the block a minute shorter.",
        in_line=False,
    ),
    Command("plan.undo", "u,ctrl+z", "undo", "undo", "Undo the last change."),
    Command(
        "plan.redo",
        "U,ctrl+y,shift+u",
        "redo",
        "redo",
        "Make the last undone change again.",
        in_line=False,
    ),
    Command(
        "plan.questions",
        "tab",
        "other_side",
        "questions",
        "Go between the agenda and the four questions.",
    ),
    Command("plan.remove", "d,delete", "remove", "remove", "Take out what is marked."),
    Command("plan.start", "s", "start", "start", "Start the session."),
    Command("plan.steps", "x", "steps", "steps", "Show or hide the steps.", in_line=False),
    Command(
        "plan.checks", "c", "checks", "checks", "Show everything to look at again.", in_line=False
    ),
    Command("plan.goal", "g", "add_goal", "goal", "Add a goal.", in_line=False),
    Command(
        "plan.evidence", "v", "add_evidence", "evidence", "Add an evidence measure.", in_line=False
    ),
    Command(
        "plan.conflict",
        "f",
        "settle",
        "file",
        "Settle a file that was changed elsewhere.",
        in_line=False,
    ),
    Command(
        "plan.leave", "escape", "leave", "leave", "Leave; every change is kept.", in_line=False
    ),
)

DEBRIEF = (
    Command("debrief.next", "tab", "next_question", "next question", "Go to the next question."),
    Command(
        "debrief.before",
        "shift+tab",
        "previous_question",
        "before",
        "Go to the one before.",
        in_line=False,
    ),
    Command("debrief.save", "ctrl+s,f2", "save", "save", "Save to the journal."),
    Command("debrief.frame", "f4", "frame", "frame", "Go on in another frame."),
    Command("debrief.notes", "f9", "notes", "show marks", "Show or hide marks and captures."),
    Command("debrief.due", "f8", "due", "date", "Set the date of the commitment."),
    Command("debrief.leave", "escape", "leave", "leave, kept", "Leave; what you wrote is kept."),
)

JOURNAL = (
    Command("journal.open", "enter", "choose", "read", "Read the marked entry; escape goes back."),
    Command(
        "journal.search",
        "slash,ctrl+f",
        "search",
        "search",
        "Search everything you wrote; every word must occur.",
    ),
    Command("journal.debrief", "e", "revise", "revise", "Open the debrief again, to revise it."),
    Command("journal.verify", "v", "verify", "verify", "Check that nothing was changed or lost."),
    Command("journal.leave", "escape", "leave", "home", "Leave the page, the search, the journal."),
)

LIBRARY = (
    Command("library.open", "enter", "choose", "read", "Read, use or begin with what is marked."),
    Command(
        "library.look",
        "space",
        "look",
        "look",
        "Look at what is marked, without using it.",
    ),
    Command(
        "library.search",
        "slash,ctrl+f",
        "search",
        "search",
        "Search by name, purpose and family.",
    ),
    Command("library.kind", "tab", "other_kind", "agendas", "Go between protocols and agendas."),
    Command("library.order", "t", "order", "by time", "Order by purpose, or by time."),
    Command("library.leave", "escape", "leave", "home", "Leave the page, the search, the library."),
)

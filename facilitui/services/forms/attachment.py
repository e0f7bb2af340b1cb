"""The form of an attachment: what it is, what it shows, who agreed, who made it."""

from __future__ import annotations

from collections.abc import Sequence

from facilitui.core.debriefs.debrief_words import AttachedKind
from facilitui.core.journals.attachment import Attachment
from facilitui.core.plans.plan import Goal
from facilitui.core.safe_text import quoted
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Form, FormField, Kind, Values, read_all, words
from facilitui.services.forms.reason import reason_field

_KINDS = {
    AttachedKind.RECORDING: (".mp3", ".mp4", ".m4a", ".mov", ".wav", ".webm", ".mkv", ".ogg"),
    AttachedKind.PHOTOGRAPH: (".jpg", ".jpeg", ".png", ".heic", ".webp", ".gif", ".tiff"),
    AttachedKind.NOTES: (".txt", ".md"),
}
"""What a file most likely is, by the end of its name."""


def kind_of(name: str) -> AttachedKind:
    """What a file most likely is, until somebody says it."""
    found = (kind for kind, ends in _KINDS.items() if name.lower().endswith(ends))
    return next(found, AttachedKind.ARTEFACT)


def attachment_form(
    attachment: Attachment, goals: Sequence[Goal], *, revised: bool
) -> Form[Attachment]:
    """All that can be said of an attachment; its bytes are never changed."""
    fields = (
        FormField(
            "what",
            "What it is",
            attachment.what.value,
            "one of these; its first letter finds it",
            words(AttachedKind),
            read=AttachedKind,
        ),
        FormField(
            "goal", "Evidence for", attachment.goal, "one of the goals", _goals(attachment, goals)
        ),
        FormField(
            "consent",
            "Agreed",
            "yes" if attachment.consent else "",
            "whether everybody in it agreed that it is shown to others",
            kind=Kind.YES,
            read=r.yes,
        ),
        FormField(
            "credit",
            "Credit",
            attachment.credit,
            "who made it, as they want to be named",
            read=r.a_line("the credit"),
        ),
        FormField(
            "note",
            "Note",
            attachment.note,
            "what it shows; anything to remember",
            kind=Kind.TEXT,
            read=r.text,
        ),
        *reason_field(revised=revised),
    )

    def change(attachment: Attachment, values: Values) -> Attachment:
        return attachment.model_copy(update=read_all(fields, values))

    return Form(quoted(attachment.name), fields, change, subject="the attachment")


def _goals(attachment: Attachment, goals: Sequence[Goal]) -> tuple[tuple[str, str], ...]:
    """The session's goals, and the one it was given for though it is none of them any more."""
    known = tuple((goal.id, f"{goal.id} {r.flat(goal.text)}") for goal in goals)
    gone = attachment.goal and attachment.goal not in dict(known)
    return (("", "none"), *known, *(((attachment.goal, attachment.goal),) if gone else ()))

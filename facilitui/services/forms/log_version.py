"""The form of a statement that stands already: what is said there is its next version."""

from __future__ import annotations

from dataclasses import replace

from facilitui.core.pathways.log_entry import LogEntry
from facilitui.core.pathways.requirements import Log
from facilitui.core.pathways.standings.entries import Logging
from facilitui.core.pathways.standings.scope import Scope
from facilitui.core.told import day_of_month
from facilitui.services.forms.form import Form, Kind, Values
from facilitui.services.forms.log_entry import ON
from facilitui.services.forms.log_values import OWN

REVISES = "This revises version {}{}, which stays in the journal."
TYPING = "Typing replaces a text that is selected; an arrow key goes on with it."


def has_versions(asked: Logging | None) -> bool:
    """Whether the newest of several says how something stands now."""
    return isinstance(asked, Log) and asked.current


def next_version(
    form: Form[LogEntry], said: LogEntry, asked: Logging | None, scope: Scope, entry: str
) -> Form[LogEntry]:
    """The same form, which says which version it revises, and runs no two texts together.

    The texts of the one before are selected. Once one of them was changed, today is proposed as
    the day, unless another one was typed there.
    """
    there = scope.logged.get(asked.id, ()) if asked is not None else ()
    number = next((each.revision for each in there if each.source.entry == entry), 1)
    texts = {e.key for e in form.fields if e.key.startswith(OWN) and e.shape is Kind.TEXT}
    fields = tuple(replace(e, replaced=True) if e.key in texts else e for e in form.fields)
    shown = {each.key: each.value for each in fields}
    today = scope.today.isoformat()

    def turn(before: Values, now: Values) -> Values:
        is_new = any(now.get(key, shown[key]) != shown[key] for key in texts)
        was_new = any(before.get(key, shown[key]) != shown[key] for key in texts)
        is_same_day = now.get(ON) == shown.get(ON) != today
        return {ON: today} if is_new and not was_new and is_same_day else {}

    of = f" of {day_of_month(said.on)}" if said.on is not None else ""
    told = REVISES.format(number, of)
    typing = TYPING if any(shown[key] for key in texts) else ""
    lead = "\n".join(filter(None, (form.lead, " ".join(filter(None, (told, typing))))))
    return replace(form, fields=fields, turn=turn, lead=lead)

"""The form of an observation: somebody else's look at a session, and what they said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from facilitui.core.debriefs.debrief_words import ObservationMode
from facilitui.core.debriefs.observation import Observation, is_before, is_early, lacks
from facilitui.core.journals.entry_moments import Local, day_held
from facilitui.core.vocabulary import Role
from facilitui.services.forms import moments
from facilitui.services.forms import reading as r
from facilitui.services.forms.day_hints import how_past_day
from facilitui.services.forms.form import Following, Form, FormField, Kind, Read, Values, words
from facilitui.services.forms.log_told import still_lacks
from facilitui.services.forms.looked_file import file_field, file_said, link_field
from facilitui.services.forms.reason import reason_field

TOO_EARLY = "before it was observed"
BEFORE_SESSION = "before the session was held"


def observation_form(
    observation: Observation,
    today: date,
    local: Local,
    *,
    revised: bool,
    sessions: Sequence[Observation] = (),
) -> Form[Observation]:
    """What an observation has to tell. `sessions` are what may have been observed.

    Each of them says what is known of one; none are given where that is clear.
    """
    fields = (
        *_which(observation, sessions),
        *_looked(observation, today),
        *_said(observation, today),
        *_recording(observation),
        *reason_field(revised=revised),
    )

    def change(observation: Observation, values: Values) -> Observation:
        return observation.model_copy(update=_updates(fields, values, sessions))

    def follow(values: Values) -> Mapping[str, Following]:
        state = observation
        for field in fields:
            try:
                typed = {field.key: values[field.key]}
                state = state.model_copy(update=_updates(fields, typed, sessions))
            except (KeyError, ValueError):
                continue
        held_on = day_held(state.held_at, state.zone, local)
        lacking = lacks(state, held_on)
        days = {key: getattr(state, key) for key in ("observed_on", "given_on")}
        told = {key: Following(moments.told_day(day)) for key, day in days.items() if day}
        if is_before(state, held_on) and state.observed_on is not None:
            day = moments.told_day(state.observed_on)
            told["observed_on"] = Following(f"{day}, {BEFORE_SESSION}")
        if is_early(state) and state.given_on is not None:
            told["given_on"] = Following(f"{moments.told_day(state.given_on)}, {TOO_EARLY}")
        return {**told, fields[-1].key: Following(below=_below(lacking)), "": _whole(lacking)}

    return Form("Observation", fields, change, follow, subject="the observation")


def _whole(lacking: Sequence[str]) -> Following:
    """What the whole form tells in its foot."""
    told = still_lacks(lacking) if lacking else Following("it counts as it is")
    return replace(told, below=_below(lacking))


def _below(lacking: Sequence[str]) -> tuple[str, ...]:
    """All that is lacking, one a line."""
    if not lacking:
        return ("", "It counts: nothing is missing.")
    head = "It can be saved as it is. To count, it still lacks:"
    return ("", head, *(f"· {each}" for each in lacking))


def _which(observation: Observation, sessions: Sequence[Observation]) -> tuple[FormField, ...]:
    """What was observed, where that is not clear from where the form was opened."""
    if not sessions:
        return ()
    choices = (("", "none of those here"), *((each.session, _named(each)) for each in sessions))
    return (
        FormField("session", "Session", observation.session, "which one was observed", choices),
        FormField(
            "title",
            "What it was",
            observation.title,
            "where it is none of those here",
            read=r.a_line("what it was"),
        ),
    )


def _named(observation: Observation) -> str:
    held = observation.held_at
    return f"{observation.title}, {held:%d %b %Y}" if held else observation.title


def _looked(observation: Observation, today: date) -> tuple[FormField, ...]:
    return (
        FormField(
            "mode",
            "How",
            observation.mode.value if observation.mode else "",
            "in the room, or on a recording",
            words(ObservationMode, "not told yet"),
            read=lambda typed: ObservationMode(typed) if typed else None,
        ),
        _day("observed_on", "Observed on", observation.observed_on, today),
        FormField(
            "giver",
            "Who observed",
            observation.giver,
            "their name",
            read=r.a_line("the name"),
        ),
        FormField(
            "role",
            "Their part",
            observation.role.value,
            "what they are to you",
            words(Role),
            read=Role,
        ),
    )


def _said(observation: Observation, today: date) -> tuple[FormField, ...]:
    return (
        FormField(
            "feedback",
            "Feedback",
            observation.feedback,
            "what they said, as closely as you can",
            kind=Kind.TEXT,
            read=r.text,
        ),
        _day("given_on", "Given on", observation.given_on, today),
    )


def _recording(observation: Observation) -> tuple[FormField, ...]:
    link = link_field(observation.link, "Recording")
    return (link, file_field(observation.file_name, observation.file_hash))


def _day(key: str, label: str, value: date | None, today: date) -> FormField:
    def read(typed: str) -> object:
        return moments.past_day(typed, today, "the day")

    shown = value.isoformat() if value else ""
    return FormField(key, label, shown, how_past_day(today), read=read)


def _updates(
    fields: Sequence[FormField], values: Values, sessions: Sequence[Observation]
) -> dict[str, object]:
    """What the values mean for the observation. Raises ValueError."""
    readers: dict[str, Read] = {field.key: field.read or str for field in fields}
    told = file_said({key: readers[key](text) for key, text in values.items() if key in readers})
    about = next((each for each in sessions if each.session == told.get("session")), None)
    if about is not None:
        told |= {"title": about.title, "held_at": about.held_at, "zone": about.zone}
    return told

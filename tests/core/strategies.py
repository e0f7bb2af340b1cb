"""Anything that could come from outside: texts, bodies and events, right and wrong ones."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from hypothesis import strategies as st

from facilitui.core import bodies as b
from facilitui.core.library.norms import Norm, NormAnswer, NormMoment
from facilitui.core.sessions.clock import LONGEST_SECONDS
from facilitui.core.sessions.events import Event, Head
from facilitui.core.vocabulary import Question, Who
from tests.core.making import HOSTILE, START, agenda, blanked, chained, changed, made, part

texts = st.one_of(st.just(HOSTILE), st.text(st.characters(), max_size=12))
"""Any code points, lone surrogates and controls included."""

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)

_parts = st.sampled_from(["a", "b", "c/1", "c/2", "nowhere", ""])
_seqs = st.integers(-1, 12) | st.just(10**30)
_figures = st.sampled_from([-5.0, 0.0, 0.25, 7.0, 1e9, 1e308])

AGENDA = agenda(
    part("a", 5), part("b", 1, who=Who.PAIRS), part("c/1", 2, who=Who.TRIOS), part("c/2", 3)
)


def _body(model: type[b.Body], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[b.Body]:
    return st.builds(model, part_of=st.none() | _seqs, **fields)


bodies: st.SearchStrategy[b.Body] = st.one_of(
    _body(b.SessionStarted, blocks=st.sampled_from([AGENDA, (), (*AGENDA, *AGENDA)])),
    _body(b.HostNotes, watch=st.dictionaries(_parts, texts, max_size=2)),
    _body(b.SessionEnded),
    _body(b.AttendanceTaken, count=_seqs, expected=st.booleans()),
    _body(
        b.NormsAgreed,
        norms=st.just((Norm(id="n", text="listen"),)),
        own=st.sampled_from([(), ("n",), ("gone",)]),
        watch=texts,
    ),
    _body(b.NormAdded, norm=st.none() | st.builds(Norm, id=st.just("m"), text=texts)),
    _body(b.NormInvoked, norm=texts),
    _body(b.NormWatched, norm=texts | st.just("n")),
    _body(
        b.NormChecked,
        norm=texts,
        moment=st.none() | st.sampled_from(NormMoment),
        answer=st.none() | st.sampled_from(NormAnswer),
    ),
    _body(b.PromptDismissed, prompt=texts),
    *(
        _body(model, part=_parts)
        for model in (b.StepShown, b.StepStarted, b.StepFinished, b.StepSkipped, b.StepReopened)
    ),
    *(_body(model) for model in (b.Paused, b.Resumed, b.Paused, b.Resumed)),
    _body(b.MinutesChanged, part=_parts, minutes=_figures),
    _body(b.LeadChanged, block=_parts, lead=texts),
    _body(b.WaitOpened, target_seconds=_figures, question=st.none() | st.sampled_from(Question)),
    _body(b.WaitClosed, dropped=st.booleans()),
    _body(b.Marked, note=texts),
    _body(b.Captured, text=texts),
    _body(b.CaptureReleased, capture=_seqs, withdrawn=st.booleans()),
    _body(b.Parked, text=texts),
    _body(b.VoiceHeard, seat=_seqs),
    _body(
        b.RecoveryApplied,
        minutes=st.dictionaries(_parts, _figures, max_size=2),
        skipped=st.lists(_parts, max_size=2).map(tuple),
        title=texts,
        say=texts,
    ),
    _body(b.RecoveryUndone, recovery=_seqs),
    _body(b.KeyTakenBack, seq=_seqs),
    _body(b.GapNoticed, seconds=_figures),
    _body(b.GapDecided, gap=_seqs, counts=st.booleans()),
    _body(b.TakenOver, anchor=st.builds(b.HostAnchor, boot_id=texts, boot_seconds=_figures)),
)


@st.composite
def any_event(draw: st.DrawFn) -> Event:
    """One event that is readable at all: in no order, blanked, foreign or nonsense."""
    head = Head(draw(st.integers(0, 12)))
    at = draw(st.sampled_from([START, datetime(2, 1, 1, tzinfo=UTC)]))
    event = made(
        draw(bodies), head, at, draw(st.sampled_from([0.0, 5.0, 90.0, 4e5, LONGEST_SECONDS]))
    )
    fate = draw(st.sampled_from(["whole"] * 4 + ["blanked", "foreign", "nonsense"]))
    if fate == "blanked":
        return blanked(event)
    if fate == "foreign":
        return changed(event, kind="of_a_newer_version", essential=draw(st.booleans()))
    if fate == "nonsense":
        return changed(event, body=draw(texts | st.sampled_from(["[]", '{"part":[1]}', "{"])))
    return event


logs = st.lists(any_event(), max_size=14)
"""Sequences that no host would write."""

started = b.SessionStarted(blocks=AGENDA)
damaged = st.lists(bodies, max_size=14).map(lambda rest: chained((started, *rest)))
"""An unbroken chain of bodies in an order that no host would write them in."""

"""The conditions of a session: norms, a beginning and an end, readiness, how people meet."""

from __future__ import annotations

from collections.abc import Iterator

from facilitui.core.checks.check import Check, make_check, short
from facilitui.core.checks.subject import Subject
from facilitui.core.plans.plan_words import AtEase
from facilitui.core.safe_text import storable
from facilitui.core.vocabulary import BlockKind, Mode

_PILLARS = {
    BlockKind.OPENING: "People need to arrive, hear why they meet and find their voice; begin "
    "with a few minutes for that.",
    BlockKind.CLOSING: "What people take away is settled at the end; leave time to say what each "
    "will do next.",
    BlockKind.PROCESS_DEBRIEF: "A group gets better at working together by looking at how it "
    "worked; five minutes are enough.",
}
_FOR_NORMS = {BlockKind.OPENING, BlockKind.NORMS}
LONGEST_OF = 200
"""Characters of a title that tell one visual from another."""


def conditions(subject: Subject) -> Iterator[Check]:
    """What a session stands on beside its agenda."""
    if subject.plan.blocks:
        yield from _norms(subject)
        yield from _pillars(subject)
    yield from _care(subject)
    yield from _meeting(subject)
    yield from _check_ins(subject)
    yield from _visuals(subject)


def _norms(subject: Subject) -> Iterator[Check]:
    norms = subject.plan.norms
    if not (norms.sets or norms.own):
        yield make_check(
            "no-norms",
            "",
            "No norms yet",
            "Norms make it safe to think aloud; start from a set, and let the group add its own.",
            "norms",
        )
    elif not norms.room_for_own:
        yield make_check(
            "no-room-for-own",
            "",
            "No room for participants' own norms",
            "People keep to what they had a say in; ask them what they would add.",
            "norms",
        )
    elif all(block.kind not in _FOR_NORMS for block in subject.plan.blocks):
        yield make_check(
            "no-room-for-own",
            "",
            "No room for participants' own norms",
            "There is neither an opening nor a norms block to add them in; give it a few minutes "
            "near the beginning.",
            "norms",
        )


def _pillars(subject: Subject) -> Iterator[Check]:
    kinds = {block.kind for block in subject.plan.blocks}
    for kind, reason in _PILLARS.items():
        if kind not in kinds:
            word = kind.label.lower()
            yield make_check(f"no-{word.replace(' ', '-')}", "", f"No {word}", reason, "agenda")


def _care(subject: Subject) -> Iterator[Check]:
    plan = subject.plan
    if plan.sensitive and not plan.aftercare.strip():
        yield make_check(
            "no-aftercare",
            "",
            "A difficult conversation without aftercare",
            "Some people leave it with more than they said; note whom or what you will come "
            "back to.",
            "about#aftercare",
        )
    uneasy = sum(each.level is AtEase.NOT_YET for each in plan.audience.comfort)
    if uneasy and not plan.audience.needs.strip():
        what = "1 thing" if uneasy == 1 else f"{uneasy} things"
        yield make_check(
            "not-at-ease",
            "",
            f"Not yet at ease with {what}, and no needs noted",
            "Somebody who is not at ease with the means takes part less; note what would help "
            "them.",
            "audience#needs",
        )


def _meeting(subject: Subject) -> Iterator[Check]:
    plan = subject.plan
    mode = plan.mode.label.lower()
    if plan.mode.has_link and not plan.link.strip():
        yield make_check(
            "no-link",
            "",
            f"The session is {mode}, but there is no link",
            "People need time and link beforehand; without it nobody can join.",
            "about#link",
        )
    for action in subject.actions:
        if action.protocol is not None and plan.mode not in action.protocol.modes:
            ways = " or ".join(each.adjective for each in action.protocol.modes)
            yield make_check(
                "wrong-mode",
                action.planned.id,
                f"{short(action.protocol.name)} is not made for {plan.mode.adjective} sessions",
                f"Its steps are made for {ways or 'other'} sessions; choose another protocol, or "
                "say how you will adapt it.",
                action.place,
            )


def _check_ins(subject: Subject) -> Iterator[Check]:
    plan = subject.plan
    if plan.mode is not Mode.ASYNCHRONOUS:
        return
    if not plan.check_ins:
        yield make_check(
            "no-check-ins",
            "",
            "Asynchronous, without a date to check in",
            "A conversation over days dies without dates; set when people come back, and what "
            "they are asked then.",
            "check_ins",
        )
    for each in plan.check_ins:
        if plan.start is not None and each.at < plan.start:
            yield make_check(
                "early-check-in",
                each.at.isoformat(timespec="minutes"),
                f"A check-in on {each.at.isoformat(' ', 'minutes')}, before the start",
                f"The session opens on {plan.start.isoformat(' ', 'minutes')}; move one of the "
                "two.",
                "check_ins",
            )


def _visuals(subject: Subject) -> Iterator[Check]:
    for visual in subject.plan.visuals:
        if not visual.credit.strip():
            yield make_check(
                "no-credit",
                storable(visual.title)[:LONGEST_OF],
                f"No credit for the visual “{short(visual.title)}”",
                "Pictures and films belong to somebody; say whose it is, or that it is your own.",
                "materials#visuals",
            )

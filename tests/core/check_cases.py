"""Plans with one thing to look at again each, and what is told of it."""

from __future__ import annotations

from datetime import datetime, time

from facilitui.core.plans.plan import Audience, Evidence, Goal
from facilitui.core.plans.plan_parts import (
    CheckIn,
    ImprovementLink,
    PlannedNorms,
    StepMinutes,
    Visual,
)
from facilitui.core.vocabulary import EvidenceKind, Mode, Question
from tests.core.check_plans import (
    CLOSING,
    DAYS,
    E1,
    LATER,
    LOOK_BACK,
    OPENING,
    UNEASY,
    WORK,
    Case,
    agenda,
    coming,
    groups,
    lasting,
    work,
)
from tests.core.making import good_plan

CASES = (
    Case(
        "no-such-protocol work",
        "block work",
        "Work: there is no protocol “gone”",
        work(protocol="gone"),
    ),
    Case(
        "steps-backwards work",
        "block work",
        "Work ends before its first step",
        work(protocol="tuning", first_step="reflect", last_step="intro"),
    ),
    Case(
        "no-such-step work gone",
        "block work",
        "Work has no step “gone”",
        work(67, protocol="tuning", steps=(StepMinutes(step="gone", minutes=3),)),
    ),
    Case(
        "no-such-goal block work G9",
        "block work",
        "Work names goal G9, which is not there",
        work(goals=("G9", "all")),
    ),
    Case(
        "no-such-goal evidence E2 G7",
        "evidence E2",
        "Work product names goal G7, which is not there",
        good_plan(evidence=(E1, Evidence(id="E2", kind=EvidenceKind.WORK_PRODUCT, goals=("G7",)))),
    ),
    Case(
        "no-such-goal foundations G8",
        "foundations",
        "An improvement link names goal G8, which is not there",
        good_plan(improvement=(ImprovementLink(text="Reading", goals=("G8", "G1")),)),
    ),
    Case(
        "overlap work",
        "block work",
        "Work begins 5 min before what is ahead of it ends",
        work(pinned_start=time(15, 35)),
    ),
    Case(
        "overlap open",
        "block open",
        "Opening begins 10 min before the session begins",
        agenda(OPENING.model_copy(update={"pinned_start": time(15, 20)}), WORK, CLOSING, LOOK_BACK),
    ),
    Case("no-purpose", "about#purpose", "No purpose yet: why do you meet?", good_plan(purpose=" ")),
    Case("no-goals", "goals", "No goals yet: what should they know or do?", good_plan(goals=())),
    Case(
        "no-audience",
        "audience",
        "No audience yet: who is coming?",
        good_plan(audience=Audience(count=9)),
    ),
    Case(
        "no-number",
        "audience#count",
        "How many are coming? Turns follow their number",
        work(plan=coming(0)),
    ),
    Case(
        "no-action G3",
        "matrix G3",
        "G3 has no action: lead others",
        good_plan(goals=(*good_plan().goals, Goal(id="G3", text="lead others"))),
    ),
    Case("no-evidence G2", "matrix G2", "G2 has no evidence: use them", good_plan(evidence=())),
    Case("over-time", "agenda", "10 min over the time there is", good_plan(minutes=50)),
    Case("under-time", "agenda", "15 min under the time there is", good_plan(minutes=75)),
    Case("steps-time work", "block work", "Work takes 37 min, not 30", work(30, protocol="tuning")),
    Case(
        "no-link",
        "about#link",
        "The session is online, but there is no link",
        good_plan(mode=Mode.ONLINE),
    ),
    Case(
        "no-check-ins", "check_ins", "Asynchronous, without a date to check in", good_plan(**DAYS)
    ),
    Case(
        "early-check-in 2026-11-24T09:00",
        "check_ins",
        "A check-in on 2026-11-24 09:00, before the start",
        good_plan(**DAYS, check_ins=(CheckIn(at=datetime(2026, 11, 24, 9)), LATER)),
    ),
    Case(
        "short-silence work examine",
        "block work",
        "examine: 4.5 min of silence; its least is 5",
        work(56.5, protocol="tuning", steps=(StepMinutes(step="examine", minutes=4.5),)),
    ),
    Case(
        "no-aftercare",
        "about#aftercare",
        "A difficult conversation without aftercare",
        good_plan(sensitive=True),
    ),
    Case("no-norms", "norms", "No norms yet", good_plan(norms=PlannedNorms())),
    Case(
        "no-room-for-own",
        "norms",
        "No room for participants' own norms",
        good_plan(norms=PlannedNorms(sets=("seven_norms",), room_for_own=False)),
    ),
    Case("no-opening", "agenda", "No opening", agenda(WORK, CLOSING, LOOK_BACK)),
    Case("no-closing", "agenda", "No closing", agenda(OPENING, WORK, LOOK_BACK)),
    Case("no-process-debrief", "agenda", "No process debrief", agenda(OPENING, WORK, CLOSING)),
    Case(
        "wrong-mode work",
        "block work",
        "Lecture is not made for hybrid sessions",
        work(35, {"mode": Mode.HYBRID, "link": "meet/abc"}, protocol="lecture"),
    ),
    Case(
        "group-size work",
        "block work",
        "Tuning Protocol is for 4 to 12 people, not 21",
        work(67, coming(21), protocol="tuning"),
    ),
    Case(
        "groups-sum work",
        "block work",
        "Work: its groups hold 22, 21 are coming",
        work(plan=coming(21), groups=groups(10, 12)),
    ),
    Case(
        "group-lead work",
        "block work",
        "Work: no lead for 2 of its 2 groups",
        work(plan=coming(22), groups=groups(10, 12, lead=" ")),
    ),
    Case(
        "short-turns work/round",
        "block work",
        "round: 15 s a turn for 20 people",
        work(35, coming(20), protocol="lecture"),
    ),
    Case(
        "below-usual work",
        "block work",
        "Work in 45 of its suggested 67 min; the shortest is 37",
        work(45, protocol="tuning"),
    ),
    Case(
        "one-voice work/talk",
        "block work",
        "The presenter speaks alone for 25 min, 15:40 to 16:05",
        work(45, protocol="lecture", steps=(StepMinutes(step="talk", minutes=25),)),
    ),
    Case(
        "facilitator-half",
        "agenda",
        "Facilitator talk is 20 of 39 min, 51 %",
        agenda(lasting(OPENING, 20), lasting(WORK, 4), CLOSING, LOOK_BACK),
    ),
    Case("no-goal work", "block work", "Work serves no goal", work(goals=())),
    Case(
        "shows-no-goal E2",
        "evidence E2",
        "Then and now is for no goal",
        good_plan(evidence=(E1, Evidence(id="E2", kind=EvidenceKind.THEN_AND_NOW))),
    ),
    Case(
        "not-at-ease",
        "audience#needs",
        "Not yet at ease with 2 things, and no needs noted",
        good_plan(audience=UNEASY),
    ),
    Case(
        "short-step work feedback",
        "block work",
        "feedback in 9 min; its least is 10",
        work(61, protocol="tuning", steps=(StepMinutes(step="feedback", minutes=9),)),
    ),
    Case("gap work", "block work", "5 min of nothing before Work", work(pinned_start=time(15, 45))),
    Case(
        "no-wait work",
        "block work",
        "Work: a question without a wait target",
        work(say="What do you see?"),
    ),
    Case(
        "no-target work",
        "block work",
        "Work: no wait target for “Recall or logistics”",
        work(say="Where is it?", question=Question.RECALL_OR_LOGISTICS),
    ),
    Case(
        "yes-no work",
        "block work",
        "Work: yes or no answers “So, did you all read it?”",
        work(say="Good. So, did you all read it?", question=Question.OPEN_OPINION),
    ),
    Case(
        "yes-no check-in 2026-11-28T09:00",
        "check_ins",
        "Check-in: yes or no answers “Did it work?”",
        good_plan(**DAYS, check_ins=(LATER.model_copy(update={"prompt": "Did it work?"}),)),
    ),
    Case(
        "words-to-say work",
        "block work",
        "Work: 26 words to say; 25 are heard",
        work(say="word " * 26),
    ),
    Case(
        "words-to-show work",
        "block work",
        "Work: 13 words to show; 12 are read",
        work(show="word " * 13),
    ),
    Case(
        "no-credit Map",
        "materials#visuals",
        "No credit for the visual “Map”",
        good_plan(visuals=(Visual(title="Map"), Visual(title="Own drawing", credit="us"))),
    ),
)
"""One of each kind at least; where a plan has other checks too, those follow from the same."""

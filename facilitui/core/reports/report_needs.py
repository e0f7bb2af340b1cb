"""What a session's record still lacks, in words: told as missing, never as a figure."""

from __future__ import annotations

from facilitui.core.debriefs.debrief import Debrief
from facilitui.core.debriefs.evidence_there import Lacking, lacking
from facilitui.core.reports.report_case import Case, rests_on
from facilitui.core.told import plural


def needs(case: Case) -> tuple[str, ...]:
    """Everything that is missing before somebody can judge a session by its record."""
    debrief, kinds = case.debrief, rests_on(case)
    unjudged = sum(each.verdict is None for each in case.judgements)
    told = (
        ("A log of the run", case.run is None),
        ("A debrief: not written yet", debrief is None),
        (
            "The debrief in full: only the two-minute form is written",
            debrief is not None and debrief.door,
        ),
        (f"A judgement of {plural(unjudged, 'goal')}: not made yet", unjudged),
        *((f"The planned {each.kind}: {each.told}", True) for each in _not_collected(case)),
        ("Participants' feedback: not in yet", "participant feedback" not in kinds),
        ("An observation with feedback: not observed yet", "observation" not in kinds),
    )
    return tuple(what for what, there in told if there)


def _not_collected(case: Case) -> tuple[Lacking, ...]:
    """The planned evidence that has no item yet, by the rule that the debrief asks by."""
    if case.run is None:
        return ()
    debrief = case.debrief or Debrief()
    return lacking(case.run.facts, debrief, case.attachments, case.feedback)

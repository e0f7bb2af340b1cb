"""A session with everything that can be kept of one, each part with words of its own."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from facilitui.bootstrap import Wiring
from facilitui.core.base import Record
from facilitui.core.debriefs.observation import Observation
from facilitui.core.debriefs.scores import RubricRef, Score, SelfScores
from facilitui.core.journals.attaching_ports import Progress
from facilitui.core.plans.plan import Plan
from facilitui.core.responses.feedback import Feedback, Item, Response
from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.question import Question
from facilitui.core.sessions import moves
from facilitui.demo.clock import SimulatedClock
from facilitui.services.half_lines import draft_name
from facilitui.storage.paths import Home
from facilitui.storage.plan_files import plan_text
from tests.core.making import good_plan

AT = datetime(2026, 11, 25, 15, 30, tzinfo=UTC)
PLAN = "work"
_RUNS = count(1)


@dataclass
class Full:
    """Such a session, and the words that only it has."""

    wiring: Wiring
    root: Path
    clock: SimulatedClock
    session: str = ""
    tag: str = field(default_factory=lambda: f"run{next(_RUNS)}")
    copy: str = ""
    """The hash of its attached file."""
    words: list[str] = field(default_factory=list)

    @property
    def debrief(self) -> str:
        """The id of its debrief."""
        return f"debrief-{self.session}"

    @property
    def seen(self) -> str:
        """The id of its observation."""
        return f"observation-{self.tag}"

    @property
    def next_plan(self) -> Plan:
        """A plan for another day, into which commitments are carried."""
        return good_plan(title="Another", start=datetime(2026, 12, 2, 15, 30), zone="")

    def word(self, where: str) -> str:
        """Words that are typed nowhere else."""
        self.words.append(f"Zebra “{where}” é\\ of {self.tag}")
        return self.words[-1]

    async def write(self, entry: str, kind: str, record: Record) -> None:
        """An entry in the journal."""
        body, salt = record.model_dump(mode="json"), f"{len(self.words):032x}"
        at = self.clock.at
        await self.wiring.journal.save(entry_id=entry, kind=kind, body=body, made_at=at, salt=salt)


def opened(root: Path) -> Full:
    """A home, to run sessions in."""
    clock = SimulatedClock(AT)
    return Full(Wiring(Home(root), clock=clock), root, clock)


async def run_one(root: Path, *, evidence: bool = True, debriefed: bool = True) -> Full:
    """Run a plan, debrief it twice over, and keep all there is beside it."""
    full = opened(root)
    await _run(full)
    if not debriefed:
        return full
    desk = await full.wiring.reflecting.open(full.session)
    for said in ("learned first", "learned then"):
        desk.write("learned", full.word(said))
        desk.write("commitment:0", full.word(f"promise of {said}"))
        desk.give_reason(full.word(f"reason of {said}"))
        await desk.save()
        await full.clock.pass_seconds(60)
    if evidence:
        await _evidence(full)
        await _drafts(full)
    return full


def copied(full: Full, root: Path) -> Full:
    """The same session in another home, which is opened anew at the moment it was left."""
    shutil.copytree(full.root, root, dirs_exist_ok=True)
    for file in full.root.parent.glob("poster-*"):
        shutil.copy2(file, root.parent)
    clock = SimulatedClock(full.clock.at)
    wiring = Wiring(Home(root), clock=clock)
    return replace(full, wiring=wiring, root=root, clock=clock, words=[*full.words])


async def _run(full: Full) -> None:
    plan = good_plan(title=full.word("title"), zone="")
    plans = full.root / "plans"
    plans.mkdir(exist_ok=True)
    (plans / f"{PLAN}.toml").write_text(plan_text(plan), "utf-8")
    await full.wiring.plans.remember_opening(PLAN)
    hosted = await full.wiring.hosting.prepare_plan(PLAN)
    await hosted.begin()
    full.session = hosted.session
    await hosted.do(moves.capture(full.word("capture")))
    await hosted.do(moves.end)
    await hosted.leave()


async def _evidence(full: Full) -> None:
    s = full.session
    seen = Observation(session=s, giver="Ana", feedback=full.word("observed"))
    await full.write(full.seen, "observation", seen)
    score = Score(criterion="a", level=2, note=full.word("score"))
    rubric = RubricRef(id="ours", name="Ours")
    sheet = SelfScores(session=s, rubric=rubric, scores=(score,))
    await full.write(f"scores-{s}", "scores", sheet)
    answers = (Response(words={Item.INTENTION: full.word("answer")}),)
    await full.write(f"feedback-{s}-1", "feedback", Feedback(session=s, responses=answers))
    asked = Question(about=full.debrief, session=s, passage=full.word("passage"))
    question = f"question-{full.tag}"
    await full.write(question, "question", asked)
    told = Answer(to=question, text=full.word("mentor"), giver="Ben")
    await full.write(f"answer-{full.tag}", "answer", told)
    file = full.root.parent / f"poster-{s}.txt"
    file.write_text(full.word("file"), "utf-8")
    added = await full.wiring.attaching.add(s, str(file), Progress())
    (found,) = await full.wiring.attaching.of(s)
    assert found.entry == added.entry
    full.copy = found.attachment.file_hash


async def _drafts(full: Full) -> None:
    desk = await full.wiring.reflecting.open(full.session)
    desk.write("learned", full.word("draft"))
    await desk.keep_draft()
    half = full.wiring.hosting.half
    await half.keep(draft_name(full.session), "capture", full.word("half line"))
    form = await full.wiring.observing.open(full.session)
    values = {each.key: each.value for each in form.form.fields}
    form.take({**values, "feedback": full.word("half observation")})
    await form.keep()
    reason = await full.wiring.withdrawing.open(full.debrief)
    reason.take({"reason": full.word("half reason")})
    await reason.keep()


def holding(root: Path, words: list[str]) -> set[str]:
    """The files under a folder that hold any of some words, however often they were escaped."""
    forms = [_form(word) for word in words]
    return {
        str(path.relative_to(root))
        for path in root.rglob("*")
        if path.is_file() and any(form.search(path.read_bytes()) for form in forms)
    }


def _form(word: str) -> re.Pattern[bytes]:
    """What is plain letters stays what it is in text, JSON, TOML and HTML."""
    key = word[word.index("“") + 1 : word.index("”")].encode()
    end = word[word.rindex(" of ") :].encode()
    return re.compile(rb"Zebra\W[^\n]{1,12}" + re.escape(key) + rb"[^\n]{1,40}?" + re.escape(end))

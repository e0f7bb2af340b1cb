"""The forms of what goes between an apprentice and their mentor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from facilitui.core.reviews.answer import Answer
from facilitui.core.reviews.growth import Growth, GrowthSort, GrowthState, GrowthStep, lacks
from facilitui.core.reviews.question import Question, Standing, opened_again
from facilitui.services.forms import moments
from facilitui.services.forms import reading as r
from facilitui.services.forms.form import Following, Form, FormField, Kind, Values, read_all, words
from facilitui.services.forms.reason import reason_field
from facilitui.services.forms.unfit import Unfit

WHOLE = "the entry as a whole"
NO_ANSWER = "write what you answer; to take back what was answered before, withdraw it with w"
LONGEST_QUESTION = 76
"""So many characters of what was asked stand beside the field of its answer."""


def question_form(
    question: Question, passages: Sequence[str], heard: Sequence[str] = (), *, revised: bool
) -> Form[Question]:
    """A question about an entry that says these passages; without words it is a mark.

    `heard` are the hashes of the answers to it, which answer nothing once it is opened again.
    """
    offered = [*passages, *([question.passage] if question.passage else [])]
    choices = (("", WHOLE), *((each, r.flat(each)) for each in dict.fromkeys(offered)))
    how_far, now = "how far you have come with it", question.state.value
    state = FormField("state", "It is now", now, how_far, words(Standing))
    fields = (
        FormField(
            "text",
            "Question",
            question.text,
            "what you ask your mentor; left empty it is a mark",
            kind=Kind.TEXT,
            read=r.text,
        ),
        FormField(
            "passage", "About", question.passage, "the words that it is about", choices, read=r.text
        ),
        *((state,) if revised else ()),
        *reason_field(revised=revised),
    )

    def change(question: Question, values: Values) -> Question:
        told = read_all(fields, values)
        if "state" in told:
            told["state"] = Standing(str(told["state"]))
            if told["state"] is Standing.OPEN:
                told["heard"] = opened_again(question, heard).heard
        return question.model_copy(update=told)

    return Form("Question for the mentor", fields, change, subject="the question")


def answer_form(answer: Answer, *, revised: bool) -> Form[Answer]:
    """An answer, or a note on an entry."""
    what = "Note" if answer.is_note else "Answer"
    fields = (
        FormField(
            "text",
            what,
            answer.text,
            _asked(answer),
            kind=Kind.TEXT,
            read=r.text,
        ),
        FormField("giver", "Who says so", answer.giver, "their name", read=r.a_line("the name")),
        *reason_field(revised=revised),
    )

    def change(answer: Answer, values: Values) -> Answer:
        given = answer.model_copy(update=read_all(fields, values))
        if values and not given.text.strip():
            raise Unfit(NO_ANSWER, "text")
        return given

    to = "question" if answer.question.strip() else "mark"
    title = "Note on the entry" if answer.is_note else f"Answer to the {to}"
    return Form(title, fields, change, subject=f"the {what.lower()}")


def growth_form(goal: Growth, today: date, names: Mapping[str, str]) -> Form[Growth]:
    """A growth goal; `names` are what the entries are called that a step can name, by their ids."""
    fields = _growth_fields(goal, today, _Steps(names))

    def change(goal: Growth, values: Values) -> Growth:
        told = read_all(fields, values)
        for key, kind in (("sort", GrowthSort), ("state", GrowthState)):
            if key in told:
                told[key] = kind(str(told[key]))
        made = goal.model_copy(update=told)
        if values and (lacking := lacks(made)):
            raise Unfit(lacking, "because" if made.text.strip() else "text")
        return made

    def follow(values: Values) -> Mapping[str, Following]:
        try:
            due = moments.day(values.get("due", ""), today, "the day")
        except ValueError:
            return {}
        return {"due": Following(moments.told_day(due))} if due else {}

    return Form("Growth goal", fields, change, follow, subject="the goal")


def _growth_fields(goal: Growth, today: date, steps: _Steps) -> tuple[FormField, ...]:
    return (
        FormField(
            "text",
            "Goal",
            goal.text,
            "what you want to know, be able to do, or become",
            kind=Kind.TEXT,
            read=r.text,
        ),
        FormField("sort", "It is", goal.sort.value, "what grows", words(GrowthSort)),
        FormField("why", "Why", goal.why, "what it is good for", kind=Kind.TEXT, read=r.text),
        FormField(
            "due",
            "By when",
            goal.due.isoformat() if goal.due else "",
            moments.HOW_DAY,
            read=lambda typed: moments.day(typed, today, "the day"),
        ),
        FormField(
            "steps",
            "Steps",
            r.in_lines(goal.steps, steps.show),
            "one a line: what you do next to get there",
            kind=Kind.LIST,
            read=r.listed(goal.steps, steps.show, steps.read),
        ),
        FormField("state", "It is now", goal.state.value, "what became of it", words(GrowthState)),
        FormField(
            "because",
            "Because",
            goal.because,
            "what showed that it was reached, or why you let it go",
            kind=Kind.TEXT,
            read=r.text,
        ),
    )


class _Steps:
    """The steps of a goal as lines, each behind what the entry is called that shows it."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names` are what the entries are called, by their ids."""
        self._names = names
        self._ids = {r.flat(name): entry for entry, name in names.items()}

    def show(self, step: GrowthStep) -> str:
        """A step as it is typed."""
        text, name = r.flat(step.text), r.flat(self._names.get(step.entry, step.entry))
        return f"{name}: {text}".rstrip() if step.entry else text

    def read(self, typed: str) -> GrowthStep:
        """A step; what stands before one of its colons may be a name of an entry, or its id."""
        line = typed.strip()
        for at in (at for at, each in enumerate(line) if each == ":"):
            before, text = line[:at].strip(), r.text(line[at + 1 :].strip())
            if entry := self._ids.get(before) or (before if before in self._names else ""):
                return GrowthStep(entry=entry, text=text)
        return GrowthStep(text=r.text(typed))


def _asked(answer: Answer) -> str:
    """What stands beside the field: what was asked or marked, by whom, else what to write."""
    who = "you" if answer.told else "they"
    if asked := _begin(answer.question):
        return f"{who} asked: {asked}"
    passage = _begin(answer.passage)
    told = "what your mentor said" if answer.told else "what you want to say"
    return f"{who} marked: {passage}" if passage else f"{told} about this entry"


def _begin(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_QUESTION else f"{line[: LONGEST_QUESTION - 1]}…"


def name_form(typed: str, *, required: bool) -> Form[str]:
    """What somebody is called; `typed` is what stands there to begin with."""
    told = "is asked only once" if required else "may be left empty"
    field = FormField(
        "name",
        "Your name",
        typed,
        f"it stands beside what you hand over, and {told}",
        read=r.a_line("your name"),
    )
    return Form("Who are you?", (field,), lambda name, values: r.line(values.get("name", name), ""))


def whose_form(suggested: str) -> Form[str]:
    """What somebody is called whose journal was never opened before."""
    field = FormField(
        "name",
        "Their name",
        suggested,
        "so that you find again what you answered them",
        read=r.a_line("the name"),
    )
    return Form(
        "Whose journal is it?", (field,), lambda name, values: r.line(values.get("name", name), "")
    )

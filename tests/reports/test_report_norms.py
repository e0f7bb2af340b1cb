"""What reports say of norms and of who led: what is known, and no row without anything to tell."""

from __future__ import annotations

from dataclasses import replace

from facilitui.core.library.norms import Norm, NormAnswer
from facilitui.core.reports.report_case import Case, run_of
from facilitui.core.sessions import moves
from facilitui.core.sessions.session import NormCheck
from facilitui.reports import report_craft
from facilitui.reports.document import Bullets, Table
from tests.core.making import Script, agenda, part
from tests.reports.cases import case, debrief


def rows(found: Case) -> list[tuple[str, ...]]:
    """The norms that are told."""
    return [
        row for each in report_craft.norms(found) if isinstance(each, Table) for row in each.rows
    ]


def test_only_norms_that_were_met_with_are_told() -> None:
    """What the group said while it ran stands there; a norm that nobody watched is counted."""
    whole = case(debrief=debrief(norms=()))
    assert whole.run is not None
    norms = tuple(Norm(id=id, text=id) for id in "abc")
    facts = replace(whole.run.facts, watched="a", norms_invoked=("b",), norm_checks=())
    run = replace(whole.run, norms=norms, facts=facts)
    assert rows(replace(whole, run=run)) == [("a", "not told yet"), ("b", "not told yet")]
    check = NormCheck("a", None, NormAnswer.KEPT, 60)
    run = replace(run, facts=replace(facts, norm_checks=(check,)))
    told = report_craft.norms(replace(whole, run=run))
    assert rows(replace(whole, run=run))[0] == ("a", "kept")
    assert "1 norm more stood without being watched." in str(told)


def test_a_block_that_nobody_else_led_was_led_by_the_host() -> None:
    """An agenda's role is no person, so nobody handed anything over."""
    blocks = (*agenda(part("a"), lead="Lead facilitator"), *agenda(part("b")))
    script = Script(blocks).press(moves.forward, moves.forward).wait(60)
    whole = replace(case(), run=run_of(script.state))
    table, *others = report_craft.timings(whole)
    assert isinstance(table, Table) and {row[1] for row in table.rows} == {"the host"}
    assert not any(isinstance(each, Bullets) for each in others)
    script.press(moves.lead("Bo"))
    told = str(report_craft.timings(replace(whole, run=run_of(script.state))))
    assert "the host handed over to Bo" in told

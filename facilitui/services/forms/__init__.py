"""The forms a plan is written in: what can be changed, how it is shown, what it means."""

from facilitui.services.forms.form import Form, FormField, Kind, Values, applied
from facilitui.services.forms.goals import new_evidence_form, new_goal_form
from facilitui.services.forms.places import PlanForm, form_of

__all__ = [
    "Form",
    "FormField",
    "Kind",
    "PlanForm",
    "Values",
    "applied",
    "form_of",
    "new_evidence_form",
    "new_goal_form",
]

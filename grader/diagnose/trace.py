"""The shape trace: the learner's way through a forward pass as text, with the edge that breaks marked."""

from __future__ import annotations

import inspect
from typing import Any

from grader.diagnose.answers import answer_of
from grader.judge.grading import Plan
from grader.language import _
from grader.learner import Call, Learner, LearnerFault
from grader.worker.shapes import ShapeTrace


def shape_trace(learner: Learner, plan: Plan, function: str) -> str | None:
    """The drawing for the first call that went wrong, or None where the way cannot be followed."""
    reference = getattr(plan.reference(), function)
    parameters = list(inspect.signature(reference).parameters)
    call = _telling_call(learner, function, reference)
    if call is None:
        return None
    try:
        told = learner.trace(function, call.sent, parameters)
        steps = [_checked(step) for step in told["steps"]]
    except (LearnerFault, KeyError, TypeError, ValueError, IndexError):
        return None  # a trace is a courtesy: code that cannot be followed is told without it
    expected = _expected(reference, parameters, call)
    lines = draw(steps, expected)
    return "\n".join([_("the way through your code:"), *lines]) if lines else None


def _telling_call(learner: Learner, function: str, reference: Any) -> Call | None:
    """The first wrong call; one with an exception before all others."""
    calls = [call for call in learner.calls if call.op == "call" and call.function == function]
    raised = [call for call in calls if call.fault is not None and answer_of(call) is not None]
    if raised:
        return raised[0]
    for call in calls:
        if not _is_right(call, reference):
            return call
    return None


def _is_right(call: Call, reference: Any) -> bool:
    from grader.compare import difference

    args, kwargs = call.arguments()
    return call.fault is None and difference(call.value, reference(*args, **kwargs), rtol=1e-4, atol=1e-6) is None


def _expected(reference: Any, parameters: list[str], call: Call) -> list[dict[str, Any]]:
    trace = ShapeTrace(parameters)
    args = call.arguments()[0]
    trace.run(reference, args)
    return trace.steps


def _checked(step: Any) -> dict[str, Any]:
    """A step rebuilt field by field: it comes from the learner's process."""

    # By exact types: turning whatever came into text could take the judge minutes.
    def text(value: Any, longest: int) -> str:
        if type(value) is not str:
            raise TypeError("not a text")
        return value[:longest]

    def told(pair: Any) -> list[Any]:
        if any(type(size) is not int for size in pair[1]):
            raise TypeError("not a shape")
        return [text(pair[0], 20), pair[1][:8]]

    return {
        "sign": {"·": "·", "*": "*", "+": "+"}[step["sign"]],
        "left": told(step["left"]),
        "right": told(step["right"]),
        "result": None if step["result"] is None else told(step["result"]),
        "error": None if step["error"] is None else text(step["error"], 300),
    }


def draw(steps: list[dict[str, Any]], expected: list[dict[str, Any]]) -> list[str]:
    """One line a layer: product and bias together; the first step that goes another way than expected is marked.

    Nothing where one of the two ways could not be followed.
    """
    if not steps or not expected:
        return []
    first_wrong = _first_difference(steps, expected)
    lines: list[str] = []
    for number, step in enumerate(steps):
        joined = step["sign"] == "+" and lines and number > 0 and steps[number - 1]["result"] == step["left"]
        text = f"+ {_operand(step['right'])}" if joined else _pair(step)
        result = "" if step["result"] is None else f" → {_operand(step['result'])}"
        if joined:
            lines[-1] = f"{lines[-1].rpartition(' → ')[0]} {text}{result}"
        else:
            lines.append(f"  {text}{result}")
        if number == first_wrong:
            lines[-1] += f"\n    ✗ {_what_breaks(step, expected[number] if number < len(expected) else None)}"
            lines.append("")
            break
    if first_wrong is None and len(steps) < len(expected):
        lines.append("    ✗ " + _("here {step} is missing").format(step=_pair(expected[len(steps)])))
    return [line for line in lines if line]


def _first_difference(steps: list[dict[str, Any]], expected: list[dict[str, Any]]) -> int | None:
    for number, step in enumerate(steps):
        if step["error"] is not None or number >= len(expected):
            return number
        if any(step[key] != expected[number][key] for key in ("sign", "left", "right", "result")):
            return number
    return None


def _what_breaks(step: dict[str, Any], expected: dict[str, Any] | None) -> str:
    if step["error"] is not None:
        left, right = step["left"][1], step["right"][1]
        if step["sign"] == "·" and left and right:
            inner = right[-2] if len(right) > 1 else right[0]
            sentence = _("the inner sizes must be equal, but they are {left} and {right}")
            return sentence.format(left=left[-1], right=inner)
        return _("the shapes {left} and {right} do not fit together").format(left=tuple(left), right=tuple(right))
    if expected is None:
        return _("nothing more was expected here")
    return _("expected here: {step}").format(step=_pair(expected))


def _pair(step: dict[str, Any]) -> str:
    return f"{_operand(step['left'])} {step['sign']} {_operand(step['right'])}"


def _operand(told: list[Any]) -> str:
    name, shape = told
    return f"{name} {tuple(shape)}".strip()

"""Objects of known libraries as plain facts: a Keras model, a training history, a variable, a figure.

The engine knows libraries, never exercises. Everything here is self-reported by the learner's process.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

import numpy as np

Facts = dict[str, object]


def describe(value: object) -> Facts:
    """The facts of an object; `kind` says which. An object of no known library has kind `object` and its type's name."""
    for library, name, facts in _KNOWN:
        module = sys.modules.get(library)
        kind = module and _attribute(module, name)
        if isinstance(kind, type) and isinstance(value, kind):
            return facts(value)
    return {"kind": "object", "type": f"{type(value).__module__}.{type(value).__qualname__}"}


def _attribute(module: Any, dotted: str) -> Any:
    for part in dotted.split("."):
        module = getattr(module, part, None)
    return module


def _model(model: Any) -> Facts:
    optimizer = getattr(model, "optimizer", None)
    return {
        "kind": "keras.Model",
        "built": bool(model.built),
        "compiled": bool(model.compiled),
        # Only a functional model counts its Input among its layers.
        "layers": [_layer(layer) for layer in model.layers if type(layer).__name__ != "InputLayer"],
        "weights": [np.asarray(weights) for weights in model.get_weights()] if model.built else [],
        "optimizer": _optimizer(optimizer) if optimizer is not None else None,
        "loss": _loss(getattr(model, "loss", None)),
        "from_logits": bool(getattr(getattr(model, "loss", None), "from_logits", False)),
        "metrics": _metrics(model),
        "input_shape": _shape(model, "input_shape"),
        "output_shape": _shape(model, "output_shape"),
        "parameters": int(model.count_params()) if model.built else None,
    }


def _layer(layer: Any) -> Facts:
    facts: Facts = {"class": type(layer).__name__}
    for key, value in layer.get_config().items():
        if key != "name" and type(value) in (bool, int, float, str):
            facts[key] = value
    if hasattr(layer, "activation"):
        facts["activation"] = _name(layer.activation)
    return facts


def _optimizer(optimizer: Any) -> Facts:
    facts: Facts = {"class": type(optimizer).__name__}
    for key, value in optimizer.get_config().items():
        if key not in ("name", "learning_rate") and type(value) in (bool, int, float, str):
            facts[key] = value
    facts["learning_rate"] = float(np.asarray(optimizer.learning_rate))
    return facts


def _name(thing: Any) -> str:
    """`MeanSquaredError`, `<function mean_squared_error>` and "mse" all have one snake_case name."""
    text = thing if isinstance(thing, str) else getattr(thing, "__name__", None) or type(thing).__name__
    snake = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text).lower()
    short = {"mse": "mean_squared_error", "mae": "mean_absolute_error", "acc": "accuracy"}
    return short.get(snake, snake)


def _loss(loss: Any) -> object:
    if loss is None:
        return None
    return [_name(part) for part in loss] if isinstance(loss, (list, tuple)) else _name(loss)


def _metrics(model: Any) -> list[str]:
    # An uncompiled or untrained model only knows what `compile` was given.
    config = model.get_compile_config() if model.compiled else None
    asked = (config or {}).get("metrics") or []
    flat = asked if isinstance(asked, (list, tuple)) else [asked]
    names = []
    for metric in flat:
        if isinstance(metric, dict):  # a serialized Keras object
            metric = (metric.get("config") or {}).get("name") or metric.get("class_name", "")
        names.append(_name(metric))
    return names


def _shape(model: Any, attribute: str) -> object:
    try:
        shape = getattr(model, attribute)
    except (AttributeError, ValueError):
        return None  # not built yet
    plain = isinstance(shape, tuple) and all(size is None or isinstance(size, int) for size in shape)
    return shape if plain else None


def _history(history: Any) -> Facts:
    losses = {str(name): [float(value) for value in values] for name, values in history.history.items()}
    return {"kind": "keras.History", "history": losses}


def _tensor(kind: str) -> Callable[[Any], Facts]:
    def facts(value: Any) -> Facts:
        return {"kind": kind, "value": np.array(value.numpy()), "dtype": value.dtype.name}

    return facts


def _figure(figure: Any) -> Facts:
    return {"kind": "matplotlib.Figure", "axes": [_axes(axes) for axes in figure.axes]}


def _axes(axes: Any) -> Facts:
    # One legend for the whole figure is the legend of each of its diagrams.
    legend = axes.get_legend() or next(iter(axes.get_figure().legends), None)
    return {
        "title": str(axes.get_title()),
        "xlabel": str(axes.get_xlabel()),
        "ylabel": str(axes.get_ylabel()),
        "legend": None if legend is None else [str(text.get_text()) for text in legend.get_texts()],
        "lines": [
            {
                "label": str(line.get_label()),
                "x": np.asarray(line.get_xdata(), dtype=float),
                "y": np.asarray(line.get_ydata(), dtype=float),
            }
            for line in axes.get_lines()
        ],
    }


_KNOWN: tuple[tuple[str, str, Callable[[Any], Facts]], ...] = (
    ("keras", "Model", _model),
    ("keras", "callbacks.History", _history),
    ("tensorflow", "Variable", _tensor("tf.Variable")),
    ("tensorflow", "Tensor", _tensor("tf.Tensor")),
    ("matplotlib.figure", "Figure", _figure),
)

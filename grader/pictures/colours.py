"""The colours of all pages and pictures, by name. Light to import: the page of a class needs them, and no picture."""

from __future__ import annotations

# name: (on white paper, in the dark). The six lines differ in their dashes too, for whoever sees no difference in colour.
COLOURS = {
    "ink": ("#1d2530", "#e7eaf0"),
    "soft": ("#5d6978", "#a3adbb"),
    "grid": ("#e3e7ec", "#2d3540"),
    "band": ("#f6c77f", "#8a6420"),
    "line1": ("#1a5bb8", "#7db1ff"),
    "line2": ("#0a7d57", "#45cf9f"),
    "line3": ("#ad2f83", "#f287cc"),
    "line4": ("#6d45c4", "#bda4ff"),
    "line5": ("#b23d0a", "#ff9f6b"),
    "line6": ("#4b5563", "#c3cad4"),
}


def style_of_colours() -> str:
    """The names of the colours, for light and dark, as the beginning of a page's style."""
    paper = {"paper": ("#fbfaf7", "#12161c"), "card": ("#ffffff", "#191f27")}
    light, dark = (
        "".join(f" --{name}: {both[which]};" for name, both in {**COLOURS, **paper}.items()) for which in (0, 1)
    )
    return f":root {{{light} }}\n@media (prefers-color-scheme: dark) {{ :root {{{dark} }} }}"

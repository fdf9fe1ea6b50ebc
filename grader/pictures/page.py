"""Panels as one HTML page that needs nothing else: no network, no scripts; in light and dark, on a desk and on a phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from grader.language import _, language
from grader.pictures import SIGNATURE
from grader.pictures.draw import image_uri, svg_of
from grader.pictures.looks import COLOURS, DASHES, coloured
from grader.pictures.panels import Chart, Images, Mark, Of, Panel, Series, Words
from grader.pictures.words import names_of, sentences_of, shown_in, tables_of
from grader.report.html import with_code
from grader.report.text import one_line

_CSS = Path(__file__).with_name("page.css")
# A style sheet and pictures of its own: that is all that a reader's browser shall ever fetch.
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
# So many small pictures stand beside each other in a column; so many are still drawn large.
_BESIDE, _FEW = 3, 6


@dataclass(frozen=True, slots=True)
class Heading:
    """What a page says of itself: the exercise, its title, the learner's file, and the command that makes the page anew."""

    exercise: str
    title: str
    file: str
    command: str


def page_of(heading: Heading, panels: Sequence[Panel]) -> str:
    """The whole page."""
    title = escape(one_line(f"{heading.exercise} · {heading.title}"))
    figures = "\n".join(_figure(panel, number) for number, panel in enumerate(panels))
    lead = _("What the functions in {file} answer.").format(file=one_line(heading.file))
    more = _("Edit the file, save it, and draw anew:")
    return f"""<!doctype html>
<html lang="{language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="{SIGNATURE}">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{title}</title>
<style>
{style_of_colours()}
{_CSS.read_text(encoding="utf-8")}</style>
</head>
<body>
<header>
<h1><small>{escape(heading.exercise)}</small>{escape(one_line(heading.title))}</h1>
<p>{escape(lead)}</p>
</header>
<main>
{figures}
</main>
<footer>
<p>{escape(more)} <code>{escape(one_line(heading.command))}</code></p>
</footer>
</body>
</html>
"""


def style_of_colours() -> str:
    """The names of the colours, for light and dark, as the beginning of a page's style."""
    paper = {"paper": ("#fbfaf7", "#12161c"), "card": ("#ffffff", "#191f27")}
    light, dark = (
        "".join(f" --{name}: {both[which]};" for name, both in {**COLOURS, **paper}.items()) for which in (0, 1)
    )
    return f":root {{{light} }}\n@media (prefers-color-scheme: dark) {{ :root {{{dark} }} }}"


def _figure(panel: Panel, number: int) -> str:
    many = isinstance(panel, Images) and len(panel.images) > _BESIDE
    sort = "words" if isinstance(panel, Words) else "wide" if many else "chart"
    return "\n".join([f'<figure class="{sort}">', _title(panel), *_content(panel, number), "</figure>"])


def _title(panel: Panel) -> str:
    function, sentence = names_of(panel)
    code = f"<code>{escape(function)}</code> " if function else ""
    return f"<h2>{code}<span>{escape(one_line(sentence))}</span></h2>"


def _content(panel: Panel, number: int) -> Iterator[str]:
    said = "".join(f"<p>{with_code(text)}</p>" for text in sentences_of(panel))
    if isinstance(panel, Words):
        yield said
    elif isinstance(panel, Images):
        yield _images(panel)
        yield f"<figcaption>{said}</figcaption>"
    else:
        yield svg_of(panel, number, shown_in(panel))
        yield _key(panel)
        yield f"<figcaption>{said}</figcaption>"
        yield _details(panel)


def _images(panel: Images) -> str:
    number = len(panel.images)
    sort = "three" if number <= _BESIDE else "few" if number <= _FEW else "many"
    items = []
    for image in panel.images:
        caption = escape(one_line(image.caption))
        picture = f'<img src="{image_uri(image.ink)}" alt="{caption}">'
        items.append(f'<li>{picture}<span aria-hidden="true">{caption}</span></li>')
    return f'<ul class="images {sort}">{"".join(items)}</ul>'


def _key(chart: Chart) -> str:
    samples = {(series.label, colour): _sample(series, colour) for series, colour in coloured(chart)}
    items = [
        f'<li><svg viewBox="0 0 32 12" aria-hidden="true">{sample}</svg>{escape(one_line(label))}</li>'
        for (label, _colour), sample in samples.items()
    ]
    return f'<ul class="key">{"".join(items)}</ul>'


def _sample(series: Series, colour: str) -> str:
    below = series.of is Of.EXPECTED
    if series.mark is Mark.BARS:
        return f'<rect x="8" y="{0 if below else 2}" width="16" height="12" fill="var(--{colour})"/>'
    if series.mark is Mark.POINTS or len(series.x) == 1:
        return f'<circle cx="16" cy="6" r="{6 if below else 4}" fill="var(--{colour})"/>'
    dashes = DASHES.get(colour, "-")
    dashed = "" if isinstance(dashes, str) else ' stroke-dasharray="' + " ".join(f"{2 * d:g}" for d in dashes[1]) + '"'
    width = 8 if below else 2.4
    return f'<path d="M2 6H30" fill="none" stroke="var(--{colour})" stroke-width="{width}"{dashed}/>'


def _details(chart: Chart) -> str:
    tables = "".join(_table(head, rows) for head, rows in tables_of(chart))
    title = escape(_("The numbers"))
    return f'<details><summary>{title}</summary><div class="scroll">{tables}</div></details>'


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(one_line(cell))}</th>' for cell in head)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"

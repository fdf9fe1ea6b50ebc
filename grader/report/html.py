"""A `Report` as HTML for the output of a notebook's cell: no scripts, nothing fetched, readable on light and on dark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from grader.language import _
from grader.report.look import LOOK, QUIET
from grader.report.text import lines, one_line
from grader.report.words import isolation_words, missing_words, points_words, sentence_of, values_of
from grader.results import CheckResult, Report, Verdict

_CSS = Path(__file__).with_name("notebook.css")
_CODE = re.compile(r"`([^`\n]+)`")


def report_html(report: Report, notes: Sequence[str] = ()) -> str:
    """The whole report; notes come last, in small letters."""
    return _framed(
        [
            *_head(report),
            *_reason(report),
            *_checks(report),
            *_wrong(report),
            *_small([isolation_words(report.isolation), *notes]),
        ]
    )


def sentence_html(sentence: str) -> str:
    """A sentence that stands where a report would."""
    return _framed([f'<p class="points"><span class="glyph red">✗</span>{with_code(sentence)}</p>'])


def _framed(parts: Sequence[str]) -> str:
    body = "\n".join(parts)
    return f'<div class="neuralings">\n<style>{_CSS.read_text(encoding="utf-8")}</style>\n{body}\n</div>'


def _head(report: Report) -> Iterator[str]:
    yield f'<p class="title">{_text(report.exercise)} · {_text(report.title)}</p>'
    glyph, colour = ("✓", "green") if report.outcome is Verdict.PASSED else ("✗", "red")
    yield f'<p class="points"><span class="glyph {colour}">{glyph}</span>{_text(points_words(report))}</p>'
    percent = 100 * report.points / report.max_points if report.max_points else 0
    yield f'<div class="bar"><div style="width: {percent:.0f}%"></div></div>'


def _reason(report: Report) -> Iterator[str]:
    if report.reason is not None:
        refused = _("This notebook cannot be graded.")
        yield f'<div class="wrong"><strong>{_text(refused)}</strong>'
        yield f"<pre>{_block(report.reason)}</pre></div>"


def _checks(report: Report) -> Iterator[str]:
    for function, checks in groupby(report.checks, key=lambda check: check.function):
        items = "\n".join(_item(check) for check in checks)
        yield f'<p class="function"><code>{_text(function)}</code></p>\n<ul>\n{items}\n</ul>'
    for message in missing_words(report.checks):
        yield f'<p class="message"><span class="glyph yellow">·</span>{_text(message)}</p>'


def _item(check: CheckResult) -> str:
    glyph, word, colour = LOOK[check.outcome]
    said = f' <span class="{colour}">— {_text(_(word))}</span>' if word else ""
    return f'<li><span class="glyph {colour}">{glyph}</span>{with_code(sentence_of(check))}{said}</li>'


def _wrong(report: Report) -> Iterator[str]:
    loud = [check for check in report.checks if check.outcome not in QUIET]
    for function, group in groupby(loud, key=lambda check: check.function):
        checks = list(group)
        heading = _("What is wrong in {function}").format(function=function)
        yield f'<div class="wrong"><strong>{_text(heading)}</strong>'
        for named in dict.fromkeys(check.diagnosis.text for check in checks if check.diagnosis):
            yield f'<p class="named">→ {with_code(named)}</p>'
        for check in checks:
            yield from _detail(check)
        yield "</div>"


def _detail(check: CheckResult) -> Iterator[str]:
    glyph, _word, colour = LOOK[check.outcome]
    yield f'<p class="check"><span class="glyph {colour}">{glyph}</span>{with_code(sentence_of(check))}</p>'
    shown = [f"<dt>{_text(name)}</dt><dd><pre>{_block(value)}</pre></dd>" for name, value in values_of(check)]
    if shown:
        yield "<dl>" + "\n".join(shown) + "</dl>"
    if check.message:
        yield f'<p class="message">{_block(check.message)}</p>'


def _small(notes: Sequence[str]) -> Iterator[str]:
    yield '<p class="small">' + "<br>\n".join(_text(note) for note in notes) + "</p>"


def _text(text: str) -> str:
    return escape(one_line(text))


def _block(text: str) -> str:
    return escape("\n".join(lines(text)))


def with_code(text: str) -> str:
    """Text with its `code` set as code."""
    return _CODE.sub(r"<code>\1</code>", _block(text))

"""Notebooks: from cells to the code that is graded, from files that are none to sentences, and `grade(…)` in a real kernel."""

import ast
import json
import re

import nbformat
import pytest
from helpers.browser import assert_sound, opened
from helpers.command import ROOT, assert_no_fault_of_ours, grade, grade_twice
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grader.cells import HISTORY, code_of
from grader.errors import SubmissionError, UsageError
from grader.notebook import Grading
from grader.notebook import grade as grade_here
from grader.report.html import report_html, sentence_html
from grader.results import CheckResult, Diagnosis, Isolation, Outcome, Report, Verdict

MOST = 1 << 20
WRONG_SOFTMAX = "def softmax(a):\n    e = np.exp(a - np.max(a))\n    return e / e.sum()"
SOLUTION = (ROOT / "solutions" / "exercise1_activations.py").read_text(encoding="utf-8")


def as_bytes(*sources, history=False, **metadata):
    """The bytes of a notebook with these code cells."""
    cells = [new_code_cell(source, execution_count=n) for n, source in enumerate(sources, start=1)]
    return nbformat.writes(new_notebook(cells=cells, metadata=metadata | ({HISTORY: True} if history else {}))).encode()


def code(*sources, functions=("f",), history=False):
    return code_of(as_bytes(*sources, history=history), "my.ipynb", functions, MOST)


def refusal(data):
    """Why these bytes are not read as a notebook; None where they are."""
    try:
        code_of(data, "bad.ipynb", ["f"], MOST)
    except SubmissionError as error:
        return error.sentence
    return None


def run(*sources, functions=("f",), history=False):
    """The module that the code of these cells makes."""
    module = {"__name__": "a_submission"}
    exec(code(*sources, functions=functions, history=history).source, module)
    return module


# ------------------------------------------------------------------------------------------------------------
# What is kept of a notebook
# ------------------------------------------------------------------------------------------------------------


def test_definitions_are_kept_with_what_they_need_and_nothing_else():
    found = code(
        "import numpy as np\nimport pandas as pd",
        "SCALE = 2\nunused = train_for_hours()",
        "def helper(x):\n    return SCALE * x",
        "def f(x):\n    # a comment\n    return np.abs(helper(x))\nprint(f(3))\n1 / 0",
    )
    assert found.source == (
        "import numpy as np\nSCALE = 2\ndef helper(x):\n    return SCALE * x\n"
        "def f(x):\n    # a comment\n    return np.abs(helper(x))\n"
    )
    assert found.places == (
        *("cell 1, line 1", "cell 2, line 1", "cell 3, line 1", "cell 3, line 2"),
        *("cell 4, line 1", "cell 4, line 2", "cell 4, line 3"),
    )
    assert found.notes == ()


def test_a_helper_may_stand_below():
    assert run("def f(x):\n    return helper(x) + LATER", "def helper(x): return x\nLATER = 5")["f"](1) == 6


def test_the_last_definition_counts():
    assert run("def f(): return 1", "def f(): return 2", "f()")["f"]() == 2


def test_an_attempt_that_raised_and_was_mended_does_no_harm():
    assert run("SCALE = 1 / 0", "SCALE = 3", "def f(): return SCALE")["f"]() == 3


def test_what_is_calculated_above_from_an_older_definition_is_calculated_again():
    module = run(
        "K = 3\ndef table(): return [K] * 2", "T = table()", "K = 4\ndef table(): return []", "def f(): return T, K"
    )
    assert module["f"]() == ([3, 3], 4)


def test_a_parameter_is_no_name_of_the_notebook():
    assert "train" not in code("history = train(100)", "def f(history):\n    return [x for x in history]").source


def test_a_function_wrapped_afterwards_stays_wrapped():
    assert run("def f(): return 1", "def double(g): return lambda: 2 * g()", "f = double(f)")["f"]() == 2
    assert run("def double(g): return lambda: 2 * g()", "@double\ndef f(): return 4")["f"]() == 8


def test_what_fills_a_global_is_kept():
    module = run(
        "network = {}",
        "network['W1'] = 1",
        "for name in ('b1', 'b2'):\n    network[name] = 0",
        "network.update(W2=2)",
        "sizes = []\nsizes.append(3)",
        "total = 1\ntotal += 1",
        "def f(): return network, sizes, total",
    )
    assert module["f"]() == ({"W1": 1, "b1": 0, "b2": 0, "W2": 2}, [3], 2)


def test_settings_of_a_library_are_not_run():
    found = code(
        "import matplotlib.pyplot as plt",
        "plt.rcParams['font.size'] = 9\nplt.plot(history)",
        "def f():\n    return plt.figure()",
    )
    assert found.source == "import matplotlib.pyplot as plt\ndef f():\n    return plt.figure()\n"


def test_one_of_two_statements_on_a_line_and_letters_of_several_bytes():
    found = code("α = '가'; train(); β = α\ndef f(): return β")
    assert found.source == "α = '가'\nβ = α\ndef f(): return β\n"
    assert found.places == ("cell 1, line 1", "cell 1, line 1", "cell 1, line 2")


def test_imports_of_the_future_come_first():
    source = code(
        "def g(): pass", "from __future__ import annotations\nimport re", "def f(x: Unknown): return re"
    ).source
    assert source.startswith("from __future__ import annotations\n")
    compile(source, "x", "exec")


def test_a_star_is_kept_where_a_name_comes_from_nowhere_else():
    assert "import *" in code("from math import *", "def f(x): return sqrt(x)").source
    assert "import *" not in code("from math import *", "def f(x): return abs(x)").source


def test_classes_and_what_their_methods_call():
    module = run(
        "def helper(): return 7",
        "class Layer:\n    def forward(self): return helper()",
        "def f(): return Layer().forward()",
    )
    assert module["f"]() == 7


# ------------------------------------------------------------------------------------------------------------
# What is no Python
# ------------------------------------------------------------------------------------------------------------


def test_magics_shell_lines_and_questions_are_left_out_and_counted():
    found = code(
        "%matplotlib inline\n!pip install -q \\\n    numpy\nimport numpy as np\nf?\nfiles = !ls\nget_ipython().system('ls')",
        "%%bash\necho 'hello\nls",
        "%%time\ndef f(x):\n    text = '''\n%d of them\n! not a shell line\n'''\n    y = (x\n         % 2)\n    return text, y",
    )
    assert found.notes == (
        "9 lines are left out, because they are no Python: cell 1, line 1 (%matplotlib inline); "
        "cell 1, line 2 (!pip install -q \\); cell 1, line 5 (f?); "
        "cell 1, line 6 (files = !ls); cell 1, line 7 (get_ipython().system('ls')); ….",
    )
    module = {}
    exec(found.source, module)
    assert module["f"](5) == ("\n%d of them\n! not a shell line\n", 1)
    assert found.places[0] == "cell 3, line 2"


def test_one_line_left_out_is_told_as_one():
    assert code("%pylab", "def f(): pass").notes == (
        "1 line is left out, because it is no Python: cell 1, line 1 (%pylab).",
    )


def test_a_magic_alone_in_a_block_leaves_a_block():
    assert run("if COLAB:\n    !pip install x\nelse:\n    y = 3", "def f(): return 1")["f"]() == 1


def test_a_cell_that_python_cannot_read_is_left_out_and_named():
    found = code("def f(): return 1", "for i in range(:\n    pass")
    assert found.source == "def f(): return 1\n"
    assert found.notes == ("Left out, because Python cannot read it: cell 2 (SyntaxError: invalid syntax).",)


def test_a_cell_with_a_task_that_python_cannot_read_is_all_there_is():
    found = code("import numpy as np", "%time\ndef f(x:\n    return 1", "def g(): pass")
    assert found.source == "pass\ndef f(x:\n    return 1\n"
    assert found.places[1] == "cell 2, line 2"


@given(st.lists(st.text(max_size=60), max_size=5), st.booleans())
def test_no_text_in_a_cell_is_too_strange(sources, history):
    notebook = {"nbformat": 4, "nbformat_minor": 4, "metadata": {HISTORY: history}, "cells": []}
    for source in sources:
        notebook["cells"].append({"cell_type": "code", "metadata": {}, "outputs": [], "source": source})
    if not any(source.strip() for source in sources):
        assert "no cell with code" in refusal(json.dumps(notebook).encode())
        return
    found = code_of(json.dumps(notebook).encode(), "my.ipynb", ["f"], MOST)
    assert len(found.places) == len(found.source.removesuffix("\n").split("\n")) or found.source == "\n"


_NAMES = st.sampled_from(["a", "b", "helper", "value"])
_NOISE = st.sampled_from(
    [
        "%time x",
        "!ls 'it",
        "help?",
        "print('가')",
        "x = 'a' # 주석",
        "",
        "%%time",
        "'''\n%no magic\n'''",
        "if 1:\n  !ls",
    ]
)


@given(st.lists(st.one_of(_NOISE, _NAMES.map(lambda name: f"def {name}():\n    return '{name}'\n")), max_size=12))
def test_every_line_knows_its_place(pieces):
    """Whatever stands around it, each kept line is the very line of the cell that it names."""
    cells = ["\n".join(pieces[i : i + 3]) for i in range(0, len(pieces), 3)] or [""]
    found = code(*cells, "def f():\n    return [a, b, helper, value]")
    kept = [] if found.source == "\n" else found.source.removesuffix("\n").split("\n")
    assert len(kept) == len(found.places)
    for line, place in zip(kept, found.places, strict=True):
        cell, number = map(int, re.fullmatch(r"cell (\d+), line (\d+)", place).groups())
        assert [*cells, "def f():\n    return [a, b, helper, value]"][cell - 1].split("\n")[number - 1] == line
    assert "f" in {node.name for node in ast.parse(found.source).body}


@pytest.mark.parametrize(
    "source",
    [
        "x = " + "(" * 5000,
        "x = " + "-" * 100_000 + "1",
        "x = " + "+".join("1" * 100_000),
        "x = a" + ".b" * 50_000,
        "if a: pass\n" + "elif b: pass\n" * 20_000,
        "x = '\x00'",
        "\ud800 = 1",
        "x = '\ud800'",
    ],
    ids=["brackets", "minus", "plus", "dots", "elif", "null", "half-name", "half-text"],
)
def test_a_monstrous_cell_beside_the_task_does_no_harm(source):
    notebook = json.loads(as_bytes("", "def f(): return 1"))
    notebook["cells"][0]["source"] = source
    assert code_of(json.dumps(notebook).encode(), "my.ipynb", ["f"], MOST).source == "def f(): return 1\n"


def test_a_thousand_magics_are_read_in_no_time():
    cell = "\n".join("%matplotlib inline\n!ls" if n % 2 else f"x{n} = {n}" for n in range(150))
    assert code(cell, "def f(): return 1").source == "def f(): return 1\n"


# ------------------------------------------------------------------------------------------------------------
# The history of a session
# ------------------------------------------------------------------------------------------------------------


def test_a_history_has_its_cells_by_the_number_that_their_author_sees():
    found = code("import os", "def f():\n    return 1", history=True)
    assert found.places == ("cell [2], line 1", "cell [2], line 2")
    assert found.name == "This notebook"


def test_of_a_history_what_could_not_be_read_never_ran():
    found = code("%matplotlib inline\ndef f(): return 1", "def f(x: return 2", history=True)
    assert found.source == "def f(): return 1\n"
    assert found.notes == ()


# ------------------------------------------------------------------------------------------------------------
# What is no notebook
# ------------------------------------------------------------------------------------------------------------


def kernel(**kernelspec):
    return as_bytes("x = 1", kernelspec={"display_name": "a kernel", **kernelspec})


ONLY_TEXT = nbformat.writes(new_notebook(cells=[new_markdown_cell("# hi")])).encode()
FROM_JUPYTER = "Save it again from Jupyter."
BAD = {
    "empty": (b" \n", "bad.ipynb is empty: no notebook. Was it saved?"),
    "python": (b"def f()", f"bad.ipynb is no notebook, or a damaged one: line 1: Expecting value. {FROM_JUPYTER}"),
    "binary": (b"\x89PNG\xff\xfe", "bad.ipynb is no notebook: it is not UTF-8 text."),
    "cut": (as_bytes("x = 1")[:-20], "bad.ipynb is no notebook, or a damaged one: line "),
    "list": (b"[]", "bad.ipynb is JSON, but no notebook."),
    "other": (b'{"name": "package"}', "bad.ipynb is JSON, but no notebook."),
    "deep": (b"[" * 200_000, "bad.ipynb is no notebook that can be read."),
    "digits": (b'{"nbformat": ' + b"9" * 5000 + b"}", "bad.ipynb is no notebook that can be read."),
    "format": (b'{"nbformat": 7, "cells": []}', "of format 7, which is not known here. Save it in format 4."),
    "word": (b'{"nbformat": "4", "cells": []}', "of format 4, which is not known here. Save it in format 4."),
    "no cells": (b'{"nbformat": 4, "nbformat_minor": 5}', "bad.ipynb is a damaged notebook."),
    "cells": (b'{"nbformat": 4, "cells": {"a": 1}, "metadata": []}', "bad.ipynb is a damaged notebook."),
    "old": (b'{"nbformat": 3, "worksheets": 5, "metadata": {}}', "bad.ipynb is a damaged notebook."),
    "markdown": (ONLY_TEXT, "bad.ipynb has no cell with code in it."),
    "R": (kernel(name="ir", language="R"), "bad.ipynb is a notebook for R, not for Python."),
    "python2": (kernel(name="python2", language="python"), "bad.ipynb is a notebook for Python 2."),
    "large": (
        as_bytes("x = 1\n" * 200_000),
        "The code in bad.ipynb is 1.1 MiB large. A solution is a few KiB; at most 1 MiB",
    ),
}


@pytest.mark.parametrize(("data", "sentence"), BAD.values(), ids=BAD)
def test_what_is_no_notebook_gets_a_sentence(data, sentence):
    assert sentence in refusal(data)


_KEYS = ["cells", "metadata", "source", "cell_type", "kernelspec", "language_info", "name", "worksheets", "input"]
_JSON = st.recursive(
    st.none() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=4),
    max_leaves=8,
)


@given(_JSON, st.integers(1, 5))
def test_no_json_is_too_strange(value, version):
    document = {"nbformat": version, "nbformat_minor": 0, **(value if isinstance(value, dict) else {"cells": value})}
    assert "bad.ipynb" in (refusal(json.dumps(document).encode()) or "bad.ipynb")


def test_a_notebook_of_format_3_is_read():
    cell = {
        "cell_type": "code",
        "input": ["def f():\n", "    return 3"],
        "outputs": [],
        "language": "python",
        "metadata": {},
    }
    old = {
        "nbformat": 3,
        "nbformat_minor": 0,
        "metadata": {"name": ""},
        "worksheets": [{"cells": [cell], "metadata": {}}],
    }
    assert code_of(json.dumps(old).encode(), "old.ipynb", ["f"], MOST).source == "def f():\n    return 3\n"


# ------------------------------------------------------------------------------------------------------------
# The command
# ------------------------------------------------------------------------------------------------------------


def test_the_command_grades_a_notebook_and_says_what_it_left_out(tmp_path):
    (tmp_path / "my.ipynb").write_bytes(
        as_bytes("%matplotlib inline\nimport numpy as np", SOLUTION, "answer = input()\n1 / 0", WRONG_SOFTMAX)
    )
    told, ended = grade_twice("exercise1", "--file", "my.ipynb", cwd=tmp_path)
    assert_no_fault_of_ours(told, ended)
    outcomes = {check["function"]: check["outcome"] for check in ended.json["checks"] if check["outcome"] != "passed"}
    assert outcomes.keys() == {"softmax"}
    named = {check["diagnosis"]["id"] for check in ended.json["checks"] if check["diagnosis"]}
    assert named == {"softmax_sums_whole_batch"}
    said = "1 line is left out, because it is no Python: cell 1, line 1 (%matplotlib inline)."
    assert (told.err.strip(), ended.err.strip()) == (said, said)
    assert "grade exercise1 --file my.ipynb" in told.out
    assert ended.code == 1


def test_errors_name_the_cell_and_the_line_in_it(tmp_path):
    (tmp_path / "my.ipynb").write_bytes(
        as_bytes("import numpy as np", "# a remark\n\ndef relu(x):\n    y = x\n    return y.foo")
    )
    ended = grade("exercise1", "--file", "my.ipynb", cwd=tmp_path)
    assert "cell 2, line 5, in relu: return y.foo" in ended.out
    assert "my.ipynb has no function called softmax" in ended.words
    (tmp_path / "my.ipynb").write_bytes(as_bytes("import numpy as np", "# a remark\ndef relu(x:\n    return x"))
    ended = grade("exercise1", "--file", "my.ipynb", cwd=tmp_path)
    assert "my.ipynb, cell 2, line 2: SyntaxError: '(' was never closed\n        def relu(x:\n" in ended.out
    (tmp_path / "my.ipynb").write_bytes(
        as_bytes("import numpy as np", "\nEPS = undefined\ndef relu(x):\n    return EPS")
    )
    ended = grade("exercise1", "--file", "my.ipynb", cwd=tmp_path)
    assert "my.ipynb, cell 2, line 2: NameError: name 'undefined' is not defined" in ended.words


def test_a_python_file_is_graded_without_the_reader_of_notebooks(tmp_path):
    (tmp_path / "mine.py").write_text(SOLUTION, encoding="utf-8")
    ended = grade("exercise1", "--file", "mine.py", cwd=tmp_path, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert "grader.submission" in ended.err
    assert not re.search(r"\b(nbformat|IPython|grader\.cells)\b", ended.err)


def test_pictures_make_a_notebook_large_and_do_no_harm(tmp_path):
    notebook = json.loads(as_bytes(SOLUTION))
    notebook["cells"][0]["outputs"] = [
        {"output_type": "display_data", "metadata": {}, "data": {"image/png": "A" * (3 << 20)}}
    ]
    (tmp_path / "my.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    assert grade("exercise1", "--file", "my.ipynb", "--json", cwd=tmp_path).json["outcome"] == "passed"
    notebook["cells"][0]["outputs"][0]["data"]["image/png"] *= 7
    (tmp_path / "my.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    ended = grade("exercise1", "--file", "my.ipynb", "--json", cwd=tmp_path)
    assert ended.json["reason"].startswith("my.ipynb is 21.0 MiB large.")


# ------------------------------------------------------------------------------------------------------------
# In a cell
# ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def session(tmp_path_factory):
    """A real notebook, run by a real kernel: its cells with what they showed."""
    from nbclient import NotebookClient

    sources = [
        "%matplotlib inline\nfrom grader.notebook import grade\nimport numpy as np\ngrade('exercise1')",
        f"{WRONG_SOFTMAX}\n\nsoftmax('no')",  # raises, but the function is there
        "import threading\nwrong = grade('exercise1')\nwrong",
        "def relu(x:",
        "scratch = undefined",
        SOLUTION,
        "right = grade(1, lang='en')\nright",
        "grade('exercize1')",
        "print(wrong.report.points, right.report.points)\nprint(wrong)",
    ]
    notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
    place = tmp_path_factory.mktemp("session")
    (place / "random.py").write_text("raise SystemExit('not the real one')\n", encoding="utf-8")
    resources = {"metadata": {"path": str(place)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", allow_errors=True, resources=resources).execute()
    return notebook.cells


def shown(cell):
    """What a cell shows as its value: HTML and text."""
    (result,) = (output for output in cell.outputs if output.output_type == "execute_result")
    return result.data["text/html"], result.data["text/plain"]


def test_before_a_function_is_there_the_cell_says_so(session):
    page, text = shown(session[0])
    assert text.startswith(
        "No function of exercise1 is defined in this session yet: step_function, sigmoid, relu, softmax."
    )
    assert "No function of exercise1 is defined" in page


def test_a_wrong_cell_is_told_its_mistake_by_name(session):
    page, text = shown(session[2])
    assert "You divide by the sum of the whole array." in text
    assert "You divide by the sum of the whole array." in page
    assert "<code>axis=-1, keepdims=True</code>" in page
    assert "This notebook has no function called relu" in page
    assert "points: exercise1 is done" not in page


def test_the_right_cell_has_full_marks(session):
    page, text = shown(session[6])
    assert "20 of 20 points: exercise1 is done." in page
    assert "20 of 20 points: exercise1 is done." in text


def test_an_unknown_exercise_is_a_sentence_in_the_cell(session):
    page, text = shown(session[7])
    assert text == "There is no exercise called “exercize1”. Did you mean exercise1?"
    assert text in page


def test_the_answer_has_the_report(session):
    (printed,) = session[8].outputs
    assert re.match(r"([1-9]|1\d) 20\nexercise1 · Activation functions\n", printed.text)
    assert "\x1b" not in printed.text


def test_outside_of_a_notebook_there_is_a_sentence():
    with pytest.raises(UsageError, match="works in a cell of a notebook") as caught:
        grade_here("exercise1")
    assert "grade exercise1 --file my.ipynb" in caught.value.sentence


# ------------------------------------------------------------------------------------------------------------
# The page
# ------------------------------------------------------------------------------------------------------------


def report(**values):
    evil = "<script>alert(1)</script>&\x1b[2J\u202e"
    check = CheckResult(
        id="c", title=f"f: {evil}", function=f"f{evil}", outcome=Outcome.FAILED, points=0, max_points=2, message=evil,
        call=f"f({evil})", got=evil, expected="`<b>`", diagnosis=Diagnosis("d", f"Use `{evil}`."),
    )  # fmt: skip
    fields = {
        "exercise": "exercise1", "title": evil, "outcome": Verdict.FAILED, "reason": None, "points": 0, "max_points": 2, "seed": 1,
        "isolation": Isolation.FULL, "seconds": 0.1, "checks": (check,),
    }  # fmt: skip
    return Report(**fields | values)


def test_nothing_of_a_report_is_ever_html():
    page = (
        report_html(report(), [report().title])
        + report_html(report(reason="<img src=x>", checks=()))
        + sentence_html("<b>")
    )
    body = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    assert set(re.findall(r"</?([a-z]+)", body)) <= {
        "div",
        "p",
        "span",
        "ul",
        "li",
        "strong",
        "dl",
        "dt",
        "dd",
        "pre",
        "code",
        "br",
    }
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", page)
    assert "http" not in page
    assert "&lt;script&gt;" in body


@given(st.text(max_size=30))
def test_any_text_stays_text(text):
    page = sentence_html(text)
    assert page.count("<") == sentence_html("").count("<") + 2 * page.count("<code>")


@pytest.mark.parametrize("dark", [False, True])
def test_the_page_fits_a_narrow_cell_and_reads_on_light_and_dark(browser, tmp_path, dark):
    attribute, colours = ('theme="dark"', "#111; color: #ddd") if dark else ("", "#fff; color: #111")
    page = report_html(report(title="A long title " * 12), ["a note"])
    (tmp_path / "cell.html").write_text(
        f'<!doctype html><html lang="en" {attribute}><title>t</title><body style="background: {colours}">{page}</body></html>',
        encoding="utf-8",
    )
    with opened(browser, tmp_path / "cell.html", width=390, dark=dark) as window:
        assert_sound(window)
        tones = "getComputedStyle(document.querySelector('.red')).color"
        assert window.page.evaluate(tones) == ("rgb(255, 123, 114)" if dark else "rgb(209, 56, 61)")


def test_a_grading_is_text_too():
    assert "0 of 2 points." in repr(Grading(report()))
    assert repr(Grading(None, "Why.")) == "Why."

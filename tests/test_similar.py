"""Similar submissions: rare structure in common is found under other names; what everybody has is not."""

import random

import pytest
from helpers.command import ROOT
from helpers.gradebook import entry, gradebook, report, student

from grader.classroom.records import Gradebook
from grader.classroom.similar import similar, similar_in
from grader.course import load_course

STUB = (ROOT / "exercises" / "exercise1_activations.py").read_text(encoding="utf-8")
REFERENCE = (ROOT / "solutions" / "exercise1_activations.py").read_text(encoding="utf-8")
HONEST = {
    path.stem: path.read_text(encoding="utf-8")
    for folder in ("honest", "wrong")
    for path in (ROOT / "tests" / folder / "exercise1").glob("*.py")
}
RARE = '''
def softmax(a):
    """Row by row, with a table of what was seen."""
    table = {}
    for index, (key, value) in enumerate(zip(np.ravel(a), np.exp(np.ravel(a)))):
        while key in table and table[key] != value:
            key = (key * 7 + index) % 97
        table[key] = value if value > 0 else -value
    total = sum(table[key] for key in sorted(table) if table[key] is not None)
    return np.array([table[key] / total for key in np.ravel(a)]).reshape(a.shape)
'''


def renamed(text):
    """The same under other names, with other comments and blank lines."""
    for old, new in (("table", "memo"), ("index", "i"), ("key", "k"), ("value", "v"), ("total", "s")):
        text = text.replace(old, new)
    return "# my own work\n" + text.replace("\n    for ", "\n\n    # here it goes\n    for ")


def test_rare_structure_is_found_under_other_names():
    texts = HONEST | {"one": STUB + RARE, "two": REFERENCE + renamed(RARE)}
    pair = similar("exercise1", texts, [STUB, REFERENCE])[0]
    assert (pair.first, pair.second) == ("one", "two")
    assert pair.score > 0.8
    first, second = pair.sides()
    assert any(shared and "table[key] != value" in text for _number, text, shared in first)
    assert any(shared and "memo[k] != v" in text for _number, text, shared in second)
    assert not any(shared and "def sigmoid" in text for _number, text, shared in second)


def test_the_stub_the_reference_and_what_many_have_say_nothing():
    assert similar("exercise1", {"a": STUB, "b": STUB, "c": REFERENCE, "d": REFERENCE}, [STUB, REFERENCE]) == ()
    many = {f"s{n}": STUB + RARE for n in range(10)}
    assert similar("exercise1", many, [STUB, REFERENCE]) == ()


def test_independent_solutions_of_one_task_are_not_similar():
    texts = {name: text for name, text in HONEST.items() if not name.startswith(("softmax", "step", "sigmoid", "relu"))}
    assert len(texts) >= 5
    assert similar("exercise1", texts, [STUB, REFERENCE]) == ()


@pytest.mark.parametrize("text", ["", "def f(:\n", "x = '''", "\x00", "if x:\n  a\n b\n", "한글 = 1\n" * 30])
def test_what_is_no_python_stops_nothing(text):
    texts = {"odd": text, "one": STUB + RARE, "two": STUB + renamed(RARE)}
    assert [(pair.first, pair.second) for pair in similar("exercise1", texts, [STUB])] == [("one", "two")]


def invented(rng):
    """A program as no other, of the same words as all."""

    def term(depth):
        if depth == 0:
            return rng.choice(("a", "b", "1.0", "np.exp(a)", "np.sum(b)"))
        return rng.choice(("({} + {})", "({} * {})", "np.maximum({}, {})", "[{} for i in {}]")).format(
            term(depth - 1), term(depth - 1)
        )

    return "".join(f"def f{n}(a, b):\n    return {term(4)}\n" for n in range(4))


def test_two_of_a_hundred_are_found():
    rng = random.Random(7)
    texts = {f"s{n}": STUB + invented(rng) for n in range(100)} | {"s17": STUB + RARE, "s93": STUB + renamed(RARE)}
    assert [(pair.first, pair.second) for pair in similar("exercise1", texts, [STUB, REFERENCE])] == [("s17", "s93")]


def test_every_exercise_of_a_gradebook_is_looked_at_by_its_files():
    texts = {"1" * 64: STUB + RARE, "2" * 64: STUB + renamed(RARE), "3" * 64: REFERENCE, "4" * 64: "\ud800"}
    students = [student(n, f"N{n}") for n in range(5)]
    entries = tuple(
        entry(one, report("right"), sha256=sha256, file="a.py")
        for one, sha256 in zip(students, [*texts, "5" * 64], strict=True)
    )
    book = Gradebook("", "", 1, tuple(students), ("exercise1",), entries)
    files = {sha256: text.encode("utf-8", "surrogatepass") for sha256, text in texts.items()}
    (pair,) = similar_in(book, load_course(ROOT), files.get)
    assert (pair.exercise, pair.first, pair.second) == ("exercise1", "s000", "s001")
    assert similar_in(gradebook(), load_course(ROOT), {}.get) == ()

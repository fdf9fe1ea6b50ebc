"""The shipped drawings: all are read by the reference solution with the shipped weights, and the script draws them again."""

import importlib.util
import io
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
DRAWINGS = ROOT / "exercises" / "data" / "drawings"
FOR_CHECKS = ROOT / "exercises" / "data" / "pictures_for_checks"


def load(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def script():
    return load("draw_digits", ROOT / "scripts" / "draw_digits.py")


@pytest.fixture(scope="module")
def solution():
    sys.path.insert(0, str(ROOT / "exercises"))  # for mnist
    try:
        return load("solution_of_exercise10", ROOT / "solutions" / "exercise10_your_digit.py")
    finally:
        sys.path.remove(str(ROOT / "exercises"))


@pytest.fixture(scope="module")
def network(solution):
    return solution.load_network()


def names():
    return sorted(path.name for path in DRAWINGS.iterdir())


@pytest.mark.parametrize("name", names())
def test_drawing_is_recognised_with_some_margin(solution, network, name):
    path = str(DRAWINGS / name)
    assert solution.recognise(network, path) == int(name[0])
    assert solution.predict(network, solution.load_digit(path))[0, int(name[0])] > 0.9


def test_every_digit_is_drawn_in_two_forms_or_more():
    assert {digit: sum(name[0] == digit for name in names()) >= 2 for digit in "0123456789"} == dict.fromkeys(
        "0123456789", True
    )


def test_script_makes_the_shipped_drawings(script):
    assert sorted(drawing.file for drawing in script.drawings()) == names()


@pytest.mark.parametrize("name", names())
def test_script_draws_the_same_pixels(script, name):
    (drawing,) = (drawing for drawing in script.drawings() if drawing.file == name)
    with Image.open(DRAWINGS / name) as shipped:
        found = np.asarray(shipped.convert("RGB")).astype(int)
    expected = np.asarray(script.draw(drawing)).astype(int)
    # JPEG loses a little; another Pillow may round the edge of a pen's circle the other way.
    assert found.shape == expected.shape
    assert np.abs(found - expected).mean() < (2.0 if name.endswith(".jpg") else 0.05)


def test_script_draws_one_drawing_twice_alike(script):
    drawing = next(iter(script.drawings()))
    one, other = io.BytesIO(), io.BytesIO()
    script.draw(drawing).save(one, "PNG")
    script.draw(drawing).save(other, "PNG")
    assert one.getvalue() == other.getvalue()


def test_files_are_small():
    sizes = [path.stat().st_size for folder in (DRAWINGS, FOR_CHECKS) for path in folder.iterdir()]
    assert max(sizes) < 64 << 10
    assert sum(sizes) < 256 << 10


def test_too_large_picture_is_what_its_name_says(script):
    assert script.one_bit_png(20_000, 20_000)[:33] == (FOR_CHECKS / "bad_too_large.png").read_bytes()[:33]


def test_what_checks_expect_is_what_the_reference_makes(script):
    made = script.expected_images()
    with np.load(script.EXPECTED, allow_pickle=False) as kept:
        assert kept["names"].tolist() == list(made)
        # Another Pillow may resize or unpack a JPEG a little differently.
        assert np.abs(kept["images"] - np.array(list(made.values()))).mean() < 0.001

"""Hidden checks of exercise 10: load_digit, recognise, as_text.

There are many right ways to make a picture small, so no pixel is asked for: form, place and size of the ink are, and
whether it looks like the reference's. The pictures are made by scripts/draw_digits.py. Everything is asked before
anything is compared, so that a mistake shows itself more than once. What the reference makes of each picture was worked
out by that script too.
"""

from pathlib import Path

import numpy as np
from mnist import DATA, load_network

from grader.checks import after, agrees, claim, points, raises, unchanged

PICTURES = DATA / "pictures_for_checks"
DRAWINGS = DATA / "drawings"
NETWORK = load_network()
with np.load(Path(__file__).with_name("expected_exercise10.npz"), allow_pickle=False) as kept:
    EXPECTED = dict(zip(kept["names"].tolist(), kept["images"], strict=True))
MIDDLE = 13.5
LIKE = 0.86


def picture(name):
    """The path of a picture for the checks."""
    return str(PICTURES / f"{name}")


def drawing(name):
    """The path of a drawing that learners see too."""
    return str(DRAWINGS / name)


def expected_of(path):
    """The image (28, 28) that the reference makes of this picture."""
    return EXPECTED[path.rpartition("/")[2]]


def loaded(learner, paths):
    """What load_digit makes of each picture, as images (28, 28)."""
    answers = [learner.load_digit(path) for path in paths]
    for answer in answers:
        claim(isinstance(answer, np.ndarray), "load_digit must return a NumPy array.")
        claim(
            answer.dtype.kind == "f",
            "load_digit returned {kind}. Return floats from 0.0 to 1.0.",
            kind=answer.dtype.name,
        )
        claim(
            answer.shape == (1, 784),
            "load_digit returned the shape {shape}. The network wants (1, 784).",
            shape=answer.shape,
        )
        claim(np.isfinite(answer).all(), "load_digit returned numbers that are not finite. Is there a division by 0?")
    return [answer.reshape(28, 28) for answer in answers]


def blurred(image):
    """The image as a short-sighted person sees it: each pixel the mean of nine."""
    padded = np.pad(image, 1)
    return sum(padded[y : y + 28, x : x + 28] for y in range(3) for x in range(3)) / 9


def likeness(one, other):
    """How much two images look the same, up to 1.0. A pixel to any side does not matter, nor how it was made small.

    Right ways to make a picture small reach 0.92 against the reference, the nearest one included. Other digits stay
    below 0.80, mirror images and turned ones below 0.72.
    """
    one, other = blurred(one), blurred(other)
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return 0.0
    # The largest of nine correlations; to move an image changes neither its mean nor its spread.
    one, other = ((image - image.mean()) / (image.std() * np.sqrt(784)) for image in (one, other))
    moved = [np.roll(one, (dy, dx), axis=(0, 1)) for dy in (-1, 0, 1) for dx in (-1, 0, 1)]
    return float(max(np.vdot(image, other) for image in moved))


def looks_like(got, expected, sentence, **values):
    """Passes where the image shows what it should, else fails with a reason as near as we can tell."""
    if likeness(got, expected) >= LIKE:
        return
    claim(got.max() > 0, "There is no ink in your image: all its numbers are 0.")
    inverted = likeness(1 - got, expected)
    claim(inverted < LIKE, "Your image is black on white. Ink is 1.0 and paper is 0.0: take 1 minus the grey.")
    claim(likeness(got.T, expected) < LIKE, "Rows and columns are swapped. Pillow's sizes are (width, height).")
    mirrored = max(likeness(got[::-1], expected), likeness(got[:, ::-1], expected))
    claim(mirrored < LIKE, "Your image is a mirror image of the drawing.")
    claim(False, sentence, **values)


def box(image):
    """Height and width of the ink."""
    rows, columns = np.where(image > 0.05)
    claim(len(rows), "There is no ink in your image.")
    return int(np.ptp(rows)) + 1, int(np.ptp(columns)) + 1


def middle_of(image):
    """The centre of mass, as (row, column)."""
    total = image.sum()
    return [float((image.sum(axis=1 - axis) * np.arange(28)).sum() / total) for axis in (0, 1)]


# -------------------------------------------------------------------------------------------------- load_digit


@points(2)
def check_load_digit_form(learner):
    """load_digit: a row of 784 numbers from 0.0 to 1.0, and the darkest is 1.0"""
    names = ("3_round.png", "5_grey.jpg", "0_thin.png")
    for image in loaded(learner, [drawing(name) for name in names]):
        low, high = float(image.min()), float(image.max())
        claim(
            low >= 0 and high <= 1,
            "Your numbers go from {low:.3g} to {high:.3g}. They must lie between 0.0 and 1.0.",
            low=low,
            high=high,
        )
        claim(
            high > 0.995,
            "The darkest pixel of your image has {high:.3g}. Divide by the largest ink: it gets 1.0.",
            high=high,
        )


@points(2)
@after("check_load_digit_form")
def check_load_digit_ink(learner):
    """load_digit: ink is bright, paper is 0, and the digit looks like the drawing"""
    paths = [drawing(name) for name in ("7_plain.png", "5_edged.png", "2_blue.png", "4_slanted.png")]
    for path, image in zip(paths, loaded(learner, paths), strict=True):
        name = path.rpartition("/")[2]
        looks_like(
            image,
            expected_of(path),
            "Your image of {name} does not look like the drawing. Print it with as_text.",
            name=name,
        )
        corners = float(image[[0, 0, -1, -1], [0, -1, 0, -1]].max())
        claim(
            corners < 0.05, "A corner of your image has ink: {corners:.2g}. There is only paper: 0.0.", corners=corners
        )


@points(2)
@after("check_load_digit_ink")
def check_load_digit_place(learner):
    """load_digit: the longer side has 20 pixels, and the centre of mass is in the middle"""
    paths = [drawing(name) for name in ("7_plain.png", "6_bent.png", "1_line.png", "4_open.png", "9_tall.png")]
    paths.append(picture("dirty.png"))
    images = loaded(learner, paths)
    for path, image in zip(paths, images, strict=True):
        name = path.rpartition("/")[2]
        height, width = box(image)
        long = max(height, width)
        claim(
            18 <= long <= 20,
            "In your image of {name} the ink is {height} pixels high and {width} wide, not 20 high.",
            name=name,
            height=height,
            width=width,
        )
        wide = box(expected_of(path))[1]
        claim(
            abs(width - wide) <= 2,
            "In your image of {name} the ink is {width} pixels wide, not {wide}. Both sides change by the same factor.",
            name=name,
            width=width,
            wide=wide,
        )
    # Each is 20 pixels long already and has no margin: no right program changes one of its pixels.
    shades = [picture("shades_high.png"), picture("shades_wide.png")]
    for path, image in zip(shades, loaded(learner, shades), strict=True):
        expected = expected_of(path)
        name = path.rpartition("/")[2]
        claim(
            likeness(image, expected) >= LIKE,
            "{name} has 20 pixels already, with ink up to its edges and more ink than paper, and yours does not look like it.",
            name=name,
        )
        row, column = middle_of(image)
        claim(
            abs(row - MIDDLE) < 0.52 and abs(column - MIDDLE) < 0.52,
            "In your image of {name} the centre of mass is ({row:.2f}, {column:.2f}). It can be closer to (13.5, 13.5).",
            name=name,
            row=row,
            column=column,
        )
        claim(
            np.abs(image - expected).max() < 0.03,
            "{name} has 20 pixels already, with ink of more than 0.2 up to its edges. Each pixel keeps its grey, and yours do not.",
            name=name,
        )
    for path, image in zip(paths, images, strict=True):
        row, column = middle_of(image)
        claim(
            abs(row - MIDDLE) < 1.05 and abs(column - MIDDLE) < 1.05,
            "In your image of {name} the centre of mass is ({row:.1f}, {column:.1f}), not (13.5, 13.5).",
            name=path.rpartition("/")[2],
            row=row,
            column=column,
        )


@points(1)
@after("check_load_digit_ink")
def check_load_digit_sizes(learner):
    """load_digit: right for small and large pictures, wide and tall ones, and a thin line"""
    names = ("plain", "tiny", "exact", "huge", "wide", "tall", "flat", "thin_line")
    paths = [picture(f"size_{name}.png") for name in names]
    for name, path, image in zip(names, paths, loaded(learner, paths), strict=True):
        # All others are one drawing.
        looks_like(
            image,
            expected_of(path if name in ("flat", "thin_line") else paths[0]),
            "Your image of {name} does not look like the picture. Print it with as_text.",
            name=f"size_{name}.png",
        )
        long = max(box(image))
        claim(
            18 <= long <= 20,
            "In your image of {name} the longer side has {long} pixels, not 20.",
            name=f"size_{name}.png",
            long=long,
        )


@points(1)
@after("check_load_digit_ink")
def check_load_digit_kinds(learner):
    """load_digit: colour, grey, a palette, one bit, JPEG"""
    names = ("grey.png", "rgb.png", "opaque.png", "palette.png", "one_bit.png", "rgb.jpg", "grey.jpg")
    expected = expected_of("grey.png")
    for name, image in zip(names, loaded(learner, [picture(name) for name in names]), strict=True):
        looks_like(
            image, expected, "Your image of {name} does not look like that of grey.png, the same drawing.", name=name
        )


@points(1)
@after("check_load_digit_ink")
def check_load_digit_transparent(learner):
    """load_digit: transparent is white, in colour, in grey and in a palette"""
    names = ("transparent.png", "transparent_grey.png", "transparent_palette.png")
    expected = expected_of("grey.png")
    for name, image in zip(names, loaded(learner, [picture(name) for name in names]), strict=True):
        looks_like(
            image,
            expected,
            "In {name} the paper is transparent. Lay the picture on white before you make it grey.",
            name=name,
        )


@points(1)
@after("check_load_digit_ink")
def check_load_digit_sixteen_bits(learner):
    """load_digit: 16 bits, where white is 65535"""
    paths = [picture("sixteen_bits.png"), picture("sixteen_bits_seven.png")]
    for path, image in zip(paths, loaded(learner, paths), strict=True):
        looks_like(image, expected_of(path), "With 16 bits, grey values go up to 65535: divide by that, not by 255.")


@points(1)
def check_load_digit_missing(learner):
    """load_digit: a file that is not there is a FileNotFoundError"""
    for path in (drawing("of_nobody.png"), drawing("nowhere/7.png")):
        with raises(learner, "FileNotFoundError"):
            learner.load_digit(path)


@points(1)
@after("check_load_digit_form")
def check_load_digit_unreadable(learner):
    """load_digit: what is no picture of a digit is a ValueError"""
    names = ("text.png", "empty.png", "cut.png", "cut.jpg", "header_only.png", "no_pixels.png", "too_large.png")
    for path in [str(DRAWINGS), *(picture(f"bad_{name}") for name in (*names, "no_ink.png"))]:
        with raises(learner, "ValueError"):
            learner.load_digit(path)


# --------------------------------------------------------------------------------------------------- recognise


@points(2)
@after("check_load_digit_ink")
def check_recognise_drawings(learner):
    """recognise: reads twenty drawings"""
    names = (
        *("0_round.png", "0_narrow.png", "1_line.png", "1_slanted.jpg", "2_flat.png", "2_swung.png", "3_round.png"),
        *(
            "3_in_a_corner.png",
            "4_closed.png",
            "4_slanted.png",
            "5_edged.png",
            "5_grey.jpg",
            "6_bent.png",
            "6_small.png",
        ),
        *("7_plain.png", "7_large.jpg", "8_rings.png", "8_swung.png", "9_straight.png", "9_tall.png"),
    )
    got = [learner.recognise(NETWORK, drawing(name)) for name in names]
    unchanged(learner)
    for answer, name in zip(got, names, strict=True):
        agrees(answer, int(name[0]), integer=True)


@points(1)
@after("check_recognise_drawings")
def check_recognise_network(learner):
    """recognise: asks the network that it was given"""
    for turn in (1, 4):
        # The same network, but what was 3 is now called 3 + turn.
        renamed = {**NETWORK, "W3": np.roll(NETWORK["W3"], turn, axis=1), "b3": np.roll(NETWORK["b3"], turn)}
        got = [learner.recognise(renamed, drawing(name)) for name in ("3_round.png", "0_round.png", "7_plain.png")]
        for answer, digit in zip(got, (3, 0, 7), strict=True):
            agrees(answer, (digit + turn) % 10, integer=True)


@points(1)
@after("check_recognise_drawings")
def check_recognise_errors(learner):
    """recognise: the errors of load_digit come through"""
    with raises(learner, "FileNotFoundError"):
        learner.recognise(NETWORK, drawing("of_nobody.png"))
    for name in ("bad_text.png", "bad_no_ink.png"):
        with raises(learner, "ValueError"):
            learner.recognise(NETWORK, picture(name))


# ----------------------------------------------------------------------------------------------------- as_text


def lines_of(text):
    """The lines of a text that should have 28 of them."""
    claim(isinstance(text, str), "as_text must return a text, not {kind}.", kind=type(text).__name__)
    lines = text.split("\n")
    claim(
        len(lines) == 28,
        "The text has {count} lines, not 28. There is no line break after the last line.",
        count=len(lines),
    )
    return lines


@points(1)
def check_as_text_lines(learner, rng):
    """as_text: 28 lines of 28 numbers"""
    asked = [(rng.integers(0, 256, size=(1, 784)) / 255), np.zeros((1, 784)), np.ones((1, 784))]
    got = [learner.as_text(image) for image in asked]
    for text, image in zip(got, asked, strict=True):
        for line, row in zip(lines_of(text), image.reshape(28, 28), strict=True):
            agrees(line.split(), [str(round(float(255 * pixel))) for pixel in row])


@points(1)
@after("check_as_text_lines")
def check_as_text_columns(learner, rng):
    """as_text: each number stands to the right in its 4 columns"""
    asked = [rng.choice([0, 7, 42, 255], size=(1, 784)) / 255, np.full((1, 784), 99 / 255)]
    got = [learner.as_text(image) for image in asked]
    for text, image in zip(got, asked, strict=True):
        agrees(text, "\n".join("".join(f"{round(255 * p):4d}" for p in row) for row in image.reshape(28, 28).tolist()))


@points(1)
@after("check_as_text_lines")
def check_as_text_nearest(learner, rng):
    """as_text: the nearest whole number, also for float32"""
    numbers = rng.integers(0, 255, size=(1, 784))
    asked = [(numbers + 0.4) / 255, (numbers + 0.6) / 255, (numbers / 255).astype(np.float32)]
    expected = [numbers, numbers + 1, numbers]
    got = [learner.as_text(image) for image in asked]
    for text, right in zip(got, expected, strict=True):
        words = " ".join(lines_of(text)).split()
        agrees(words, [str(number) for number in right.reshape(-1)])


@points(1)
@after("check_as_text_lines")
def check_as_text_shapes(learner, rng):
    """as_text: the same text for (784,), (1, 784) and (28, 28), and the image stays as it was"""
    image = rng.integers(0, 256, size=784) / 255
    got = []
    for shape in [(784,), (28, 28), (1, 784)]:
        got.append(learner.as_text(image.reshape(shape)))
        unchanged(learner)
    for text in got:
        agrees(" ".join(lines_of(text)).split(), [str(round(255 * pixel)) for pixel in image.tolist()])

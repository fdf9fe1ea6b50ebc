"""Known mistakes of exercise 10: load_digit, recognise, as_text.

What is told to a learner must be true of every spelling under its name. Two right programs seldom agree in every pixel
of a picture made small, so most spellings differ in how they make it small. Where none fits, the check says what is wrong.
"""

import numpy as np
from reference import DATA, Image, centre_of_mass, load_digit, load_network, predict, shift

from grader.bank import mistake, probe

# The right function, under a name that no variant takes.
_right_load_digit = load_digit

# -------------------------------------------------------------------------------------------------- load_digit


def _load_digit(path):
    """What load_digit gives; its errors without their words, as a learner has others."""
    try:
        return _right_load_digit(path)
    except FileNotFoundError:
        raise FileNotFoundError from None
    except ValueError:
        raise ValueError from None


def _opened(path):
    """The picture, with the right errors."""
    try:
        with Image.open(path) as picture:
            picture.load()
            return picture
    except FileNotFoundError:
        raise FileNotFoundError from None
    except Exception as error:
        raise ValueError from error


def _grey(picture):
    """The grey values of any picture, from 0 to 255."""
    if picture.mode.startswith("I"):
        return np.asarray(picture, dtype=float) / 257
    picture = picture.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    return np.asarray(Image.alpha_composite(paper, picture).convert("L"), dtype=float)


def _cut(ink, limit=0.2):
    """The smallest rectangle with ink."""
    rows, columns = np.where(ink > limit)
    if len(rows) == 0:
        raise ValueError
    return ink[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]


def _resized(ink, size, how="ink"):
    """The ink at another size (width, height), in one of the ways that people use."""
    if how == "grey":  # the grey picture is made small, and its ink taken then
        grey = Image.fromarray(((1 - ink) * 255).round().astype(np.uint8)).resize(size)
        return 1 - np.asarray(grey, dtype=float) / 255
    filter = None if how == "ink" else Image.Resampling[how.upper()]
    return np.asarray(Image.fromarray((ink * 255).round().astype(np.uint8)).resize(size, filter), dtype=float) / 255


def _small(ink, how="ink", side=20):
    """The ink, with a longer side of 20 pixels."""
    height, width = ink.shape
    factor = side / max(height, width)
    return _resized(ink, (max(1, round(width * factor)), max(1, round(height * factor))), how)


def _laid(digit, centred=True):
    """The digit in the image (28, 28)."""
    image = np.zeros((28, 28))
    top, left = (28 - digit.shape[0]) // 2, (28 - digit.shape[1]) // 2
    image[top : top + digit.shape[0], left : left + digit.shape[1]] = digit
    if not centred:
        return image
    row, column = centre_of_mass(image)
    return shift(image, round(13.5 - row), round(13.5 - column))


def _strong(digit):
    return digit / digit.max()


def _all(ink, how="ink"):
    """All steps after the first."""
    return _laid(_strong(_small(_cut(ink), how))).reshape(1, 784)


def _ink(path):
    return 1 - _grey(_opened(path)) / 255


def _moved_away(path, how="ink"):
    image = _laid(_strong(_small(_cut(_ink(path)), how)), centred=False)
    row, column = centre_of_mass(image)
    return shift(image, round(row - 13.5), round(column - 13.5)).reshape(1, 784)


def _moved_across(path, how="ink"):
    image = _laid(_strong(_small(_cut(_ink(path)), how)), centred=False)
    row, column = centre_of_mass(image)
    return shift(image, round(13.5 - column), round(13.5 - row)).reshape(1, 784)


def _not_cut(path, how="ink"):
    ink = _ink(path)
    _cut(ink)  # raises where there is no ink
    return _laid(_strong(_small(ink, how))).reshape(1, 784)


def _transparent_is_black(path, how="ink"):
    picture = _opened(path)
    if picture.mode.startswith("I"):
        return _all(_ink(path), how)
    return _all(1 - np.asarray(picture.convert("L"), dtype=float) / 255, how)


def _sixteen_bits_by_255(path, how="ink"):
    picture = _opened(path)
    if picture.mode.startswith("I"):
        return _all(1 - np.asarray(picture, dtype=float) / 255, how)
    return _all(_ink(path), how)


@mistake(of="load_digit")
def load_digit_not_inverted(path):
    """Your image has paper as 1.0 and ink as 0.0. MNIST is the other way round: ink is `1.0 - grey / 255`."""
    return 1 - _all(_ink(path))


@mistake(of="load_digit", like="load_digit_not_inverted")
def load_digit_not_inverted_before_cutting(path):
    return _all(_grey(_opened(path)) / 255)


@mistake(of="load_digit", like="load_digit_not_inverted")
def load_digit_not_inverted_squashed(path):
    return _resized(_grey(_opened(path)) / 255, (28, 28)).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_not_inverted")
def load_digit_not_inverted_squashed_lanczos(path):
    return _resized(_grey(_opened(path)) / 255, (28, 28), "lanczos").reshape(1, 784)


@mistake(of="load_digit")
def load_digit_to_255(path):
    """Your numbers go from 0 to 255. Divide by 255, so that they go from 0.0 to 1.0."""
    return _all(_ink(path)) * 255


@mistake(of="load_digit", like="load_digit_to_255")
def load_digit_to_255_squashed(path):
    return _resized(_ink(path), (28, 28)).reshape(1, 784) * 255


@mistake(of="load_digit")
def load_digit_whole_numbers(path):
    """Your image holds whole numbers, from 0 to 255. Return floats from 0.0 to 1.0: divide by 255."""
    return np.round(_all(_ink(path)) * 255).astype(np.uint8)


@mistake(of="load_digit", like="load_digit_whole_numbers")
def load_digit_whole_numbers_int(path):
    return np.round(_all(_ink(path)) * 255).astype(int)


@mistake(of="load_digit")
def load_digit_flat(path):
    """Your answer has the shape (784,). The network wants a batch, here of one image: `.reshape(1, 784)`."""
    return _all(_ink(path)).reshape(784)


@mistake(of="load_digit", like="load_digit_flat")
def load_digit_flat_grey(path):
    return _all(_ink(path), "grey").reshape(784)


@mistake(of="load_digit", like="load_digit_flat")
def load_digit_flat_lanczos(path):
    return _all(_ink(path), "lanczos").reshape(784)


@mistake(of="load_digit")
def load_digit_square(path):
    """Your answer has the shape (28, 28). The network wants one row of numbers: `.reshape(1, 784)`."""
    return _all(_ink(path)).reshape(28, 28)


@mistake(of="load_digit", like="load_digit_square")
def load_digit_square_grey(path):
    return _all(_ink(path), "grey").reshape(28, 28)


@mistake(of="load_digit", like="load_digit_square")
def load_digit_square_lanczos(path):
    return _all(_ink(path), "lanczos").reshape(28, 28)


@mistake(of="load_digit")
def load_digit_column(path):
    """Your answer has the shape (784, 1). One image is one row: `.reshape(1, 784)`."""
    return _all(_ink(path)).reshape(784, 1)


@mistake(of="load_digit")
def load_digit_squashed(path):
    """You make the whole picture 28 × 28, with its margins. The digit gets too small, or it is squashed. First cut out the
    rectangle with the ink, and keep its proportion."""
    return _strong(_resized(_ink(path), (28, 28))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_squashed")
def load_digit_squashed_grey(path):
    return _resized(_ink(path), (28, 28), "grey").reshape(1, 784)


@mistake(of="load_digit", like="load_digit_squashed")
def load_digit_squashed_pale(path):
    return _resized(_ink(path), (28, 28)).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_squashed")
def load_digit_squashed_lanczos(path):
    return _resized(_ink(path), (28, 28), "lanczos").reshape(1, 784)


@mistake(of="load_digit", like="load_digit_squashed")
def load_digit_squashed_unless_blank(path):
    ink = _ink(path)
    _cut(ink)  # raises where there is no ink
    return _strong(_resized(ink, (28, 28))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_not_cut(path):
    """You make the whole picture small, with its margins, so the digit gets too small. First cut out the smallest rectangle
    with all pixels whose ink is more than 0.2."""
    return _laid(_strong(_small(_ink(path)))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_not_cut")
def load_digit_not_cut_unless_blank(path):
    return _not_cut(path)


@mistake(of="load_digit", like="load_digit_not_cut")
def load_digit_not_cut_grey(path):
    return _laid(_strong(_small(_ink(path), "grey"))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_cuts_paper(path):
    """You look for the paper, and cut out the rectangle that contains it: nearly the whole picture. Look for the ink:
    `ink > 0.2`."""
    ink = _ink(path)
    _cut(ink)
    return _laid(_strong(_small(_cut(-ink, -0.2) * -1))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_paper")
def load_digit_cuts_paper_only(path):
    return _laid(_strong(_small(_cut(-_ink(path), -0.2) * -1))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_cuts_one_short(path):
    """Your rectangle ends one row and one column too early: in Python the end of a slice is not part of it. Write
    `rows.max() + 1` and `columns.max() + 1`."""
    ink = _ink(path)
    rows, columns = np.where(ink > 0.2)
    if len(rows) == 0:
        raise ValueError
    return _laid(_strong(_small(ink[rows.min() : rows.max(), columns.min() : columns.max()]))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_cuts_dark_ink_only(path):
    """You cut out the dark pixels only, and pale strokes at the edge are lost. Ink of more than 0.2 counts."""
    return _laid(_strong(_small(_cut(_ink(path), 0.5)))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_dark_ink_only")
def load_digit_cuts_paper_below_half(path):
    # Grey below 128 is ink above 0.498.
    return _laid(_strong(_small(_cut(_ink(path), 1 - 128 / 255)))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_black_or_white(path):
    """You make each pixel black or white. Grey stays grey: the network has learned from soft edges. Only divide by the largest
    ink."""
    digit = _strong(_small(_cut(_ink(path))))
    return _laid((digit > 0.5).astype(float)).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_black_or_white")
def load_digit_black_or_white_first(path):
    ink = _ink(path)
    return _all((ink > 0.5).astype(float))


@mistake(of="load_digit")
def load_digit_guesses_paper(path):
    """You guess from the mean brightness whether the ink is dark. A thick digit without a margin has more ink than paper, and
    then you guess wrong. The ink is always dark: `1.0 - grey / 255`."""
    grey = _grey(_opened(path)) / 255
    return _all(1 - grey if grey.mean() > 0.5 else grey)


@mistake(of="load_digit")
def load_digit_middle_at_14(path):
    """You move the centre of mass towards 14. The middle of the places 0 to 27 is 13.5: `round(13.5 - row)`."""
    image = _laid(_strong(_small(_cut(_ink(path)))), centred=False)
    row, column = centre_of_mass(image)
    return shift(image, round(14 - row), round(14 - column)).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_moves_too_little(path):
    """`int` cuts off what is behind the point, so you often move one pixel too little. Round to the nearest:
    `round(13.5 - row)`."""
    image = _laid(_strong(_small(_cut(_ink(path)))), centred=False)
    row, column = centre_of_mass(image)
    return shift(image, int(13.5 - row), int(13.5 - column)).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_fills_28(path):
    """Your digit fills all of 28 × 28. In MNIST it is 20 pixels high, with a margin: resize it to 20, then lay it into zeros."""
    return _strong(_resized(_cut(_ink(path)), (28, 28))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_fills_28")
def load_digit_fills_28_in_proportion(path):
    return _laid(_strong(_small(_cut(_ink(path)), side=28)), centred=False).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_fills_28")
def load_digit_fills_28_centred(path):
    return _laid(_strong(_small(_cut(_ink(path)), side=28))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_stretched(path):
    """You make each digit 20 × 20, so a narrow 1 becomes a thick block. Both sides change by the same factor:
    `20 / max(height, width)`."""
    return _laid(_strong(_resized(_cut(_ink(path)), (20, 20)))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_stretched")
def load_digit_stretched_uncentred(path):
    return _laid(_strong(_resized(_cut(_ink(path)), (20, 20))), centred=False).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_stretched")
def load_digit_stretched_lanczos(path):
    return _laid(_strong(_resized(_cut(_ink(path)), (20, 20), "lanczos"))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_rectangle_in_middle(path):
    """You lay the middle of the rectangle into the middle of the image. MNIST does so with the centre of mass: ask
    centre_of_mass, then move the image with shift."""
    return _laid(_strong(_small(_cut(_ink(path)))), centred=False).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_rectangle_in_middle")
def load_digit_rectangle_in_middle_grey(path):
    return _laid(_strong(_small(_cut(_ink(path)), "grey")), centred=False).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_rectangle_in_middle")
def load_digit_rectangle_in_middle_lanczos(path):
    return _laid(_strong(_small(_cut(_ink(path)), "lanczos")), centred=False).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_moved_away(path):
    """You move the image the wrong way: away from the middle. If the centre of mass is too high, move down, by
    `round(13.5 - row)`."""
    return _moved_away(path)


@mistake(of="load_digit")
def load_digit_moved_across(path):
    """You have rows and columns the wrong way round when you move the image. centre_of_mass gives (row, column), and shift
    takes first dy, for the row, then dx, for the column."""
    return _moved_across(path)


@mistake(of="load_digit")
def load_digit_in_corner(path):
    """Your digit lies in the upper left corner. Lay it into the middle: move it so that its centre of mass is at
    (13.5, 13.5)."""
    digit = _strong(_small(_cut(_ink(path))))
    image = np.zeros((28, 28))
    image[: digit.shape[0], : digit.shape[1]] = digit
    return image.reshape(1, 784)


@mistake(of="load_digit", like="load_digit_in_corner")
def load_digit_in_corner_with_margin(path):
    digit = _strong(_small(_cut(_ink(path))))
    image = np.zeros((28, 28))
    image[4 : 4 + digit.shape[0], 4 : 4 + digit.shape[1]] = digit
    return image.reshape(1, 784)


@mistake(of="load_digit")
def load_digit_turned(path):
    """Rows and columns are swapped: your digit lies on its side, in a mirror. An array is (height, width), but Pillow's
    sizes are (width, height)."""
    return _all(_ink(path)).reshape(28, 28).T.reshape(1, 784)


@mistake(of="load_digit", like="load_digit_turned")
def load_digit_turned_before(path):
    return _all(_ink(path).T)


@mistake(of="load_digit")
def load_digit_pale(path):
    """The darkest pixel of your image has less than 1.0: step 4 is missing. Divide by the largest ink, `digit / digit.max()`.
    A thin or grey line gets too pale for the network without it."""
    return _laid(_small(_cut(_ink(path)))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_pale")
def load_digit_pale_grey(path):
    return _laid(_small(_cut(_ink(path)), "grey")).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_pale")
def load_digit_pale_lanczos(path):
    return _laid(_small(_cut(_ink(path)), "lanczos")).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_transparent_is_black(path):
    """Where the picture is transparent, your program sees black, or whatever colour is hidden there. Lay the picture on white
    first: `Image.alpha_composite(paper, picture)`, both as RGBA."""
    return _transparent_is_black(path)


@mistake(of="load_digit", like="load_digit_transparent_is_black")
def load_digit_transparent_is_black_grey(path):
    picture = _opened(path)
    if picture.mode.startswith("I"):
        return _all(_ink(path), "grey")
    return _all(1 - np.asarray(picture.convert("L"), dtype=float) / 255, "grey")


@mistake(of="load_digit", like="load_digit_transparent_is_black")
def load_digit_transparent_is_black_rgb(path):
    picture = _opened(path)
    if picture.mode.startswith("I"):
        return _all(_ink(path))
    return _all(1 - np.asarray(picture.convert("RGB").convert("L"), dtype=float) / 255)


@mistake(of="load_digit")
def load_digit_transparent_rgba_only(path):
    """You lay RGBA pictures on white, but not those with another kind of transparency: grey (mode LA) or a palette with a
    transparent colour. `picture.convert("RGBA")` makes all of them RGBA."""
    picture = _opened(path)
    if picture.mode == "RGBA" or picture.mode.startswith("I"):
        return _all(_ink(path))
    return _all(1 - np.asarray(picture.convert("L"), dtype=float) / 255)


@mistake(of="load_digit")
def load_digit_sixteen_bits(path):
    """A picture with 16 bits has grey values up to 65535. You treat them as if they went up to 255 only, and so does
    `picture.convert`. Where `picture.mode` begins with "I", take the array as it is and divide by 65535."""
    picture = _opened(path).convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    return _all(1 - np.asarray(Image.alpha_composite(paper, picture).convert("L"), dtype=float) / 255)


@mistake(of="load_digit", like="load_digit_sixteen_bits")
def load_digit_sixteen_bits_cut_grey(path):
    picture = _opened(path).convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    return _all(1 - np.asarray(Image.alpha_composite(paper, picture).convert("L"), dtype=float) / 255, "grey")


@mistake(of="load_digit", like="load_digit_sixteen_bits")
def load_digit_sixteen_bits_by_255(path):
    return _sixteen_bits_by_255(path)


@mistake(of="load_digit")
def load_digit_simple_pictures_only(path):
    """You take neither transparency nor 16 bits into account. Lay the picture on white first (`Image.alpha_composite`, both as
    RGBA), and where `picture.mode` begins with "I", divide by 65535."""
    return _all(1 - np.asarray(_opened(path).convert("L"), dtype=float) / 255)


@mistake(of="load_digit", like="load_digit_simple_pictures_only")
def load_digit_simple_pictures_only_grey(path):
    return _all(1 - np.asarray(_opened(path).convert("L"), dtype=float) / 255, "grey")


@mistake(of="load_digit", like="load_digit_simple_pictures_only")
def load_digit_simple_pictures_only_lanczos(path):
    return _all(1 - np.asarray(_opened(path).convert("L"), dtype=float) / 255, "lanczos")


@mistake(of="load_digit")
def load_digit_one_bit_as_grey(path):
    """You take the array of a picture as it is, without making it grey. A picture with one bit holds True and False, not 0 to 255.
    Call `picture.convert(...)` first."""
    picture = _opened(path)
    if picture.mode == "1":
        return _all(1 - np.asarray(picture, dtype=float) / 255)
    return _all(_ink(path))


@mistake(of="load_digit")
def load_digit_no_convert(path):
    """You take the array of a picture as it is. In colour it has a third axis, in a palette it holds the numbers of colours.
    Make the picture grey first: `picture.convert("L")`."""
    picture = _opened(path)
    return _all(1 - np.asarray(picture, dtype=float) / 255)


@mistake(of="load_digit")
def load_digit_mean_of_colours(path):
    """You take the mean over the last axis, the colours. A grey picture has no such axis: there you lose the columns. Make every
    picture RGBA, or grey, first."""
    array = np.asarray(_opened(path), dtype=float)
    return _all(1 - array.mean(axis=2) / 255)


@mistake(of="load_digit", like="load_digit_mean_of_colours")
def load_digit_mean_of_last_axis(path):
    array = np.asarray(_opened(path), dtype=float)
    return _all(1 - array.mean(axis=-1) / 255)


@mistake(of="load_digit")
def load_digit_only_shrinks(path):
    """You only make pictures smaller: `thumbnail` leaves a small one as it is. A small digit must grow, until its longer side has
    20 pixels: use `resize`."""
    ink = _cut(_ink(path))
    height, width = ink.shape
    if max(height, width) < 20:
        return _laid(_strong(ink)).reshape(1, 784)
    return _all(_ink(path))


@mistake(of="load_digit")
def load_digit_width_0(path):
    """A thin line gets a width of 0 in your program, and Pillow refuses that. No side gets less than 1 pixel:
    `max(1, round(...))`."""
    ink = _cut(_ink(path))
    height, width = ink.shape
    factor = 20 / max(height, width)
    return _laid(_strong(_resized(ink, (round(width * factor), round(height * factor))))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_width_0")
def load_digit_width_0_down(path):
    ink = _cut(_ink(path))
    height, width = ink.shape
    factor = 20 / max(height, width)
    return _laid(_strong(_resized(ink, (int(width * factor), int(height * factor))))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_height_20(path):
    """You always make the height 20. A digit that is wider than high gets wider than the image. The longer side gets 20:
    `20 / max(height, width)`."""
    ink = _cut(_ink(path))
    height, width = ink.shape
    digit = _strong(_resized(ink, (max(1, round(width * 20 / height)), 20)))
    return _laid(digit).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_width_20(path):
    """You always make the width 20. A digit that is higher than wide gets higher than the image. The longer side gets 20:
    `20 / max(height, width)`."""
    ink = _cut(_ink(path))
    height, width = ink.shape
    digit = _strong(_resized(ink, (20, max(1, round(height * 20 / width)))))
    return _laid(digit).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_shorter_side_20(path):
    """You make the shorter side 20. The longer side gets 20: `20 / max(height, width)`, not min."""
    ink = _cut(_ink(path))
    factor = 20 / min(ink.shape)
    digit = _strong(_resized(ink, (round(ink.shape[1] * factor), round(ink.shape[0] * factor))))
    return _laid(digit).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_sides_swapped(path):
    """You give resize the height first. Pillow has the sizes the other way round: `resize((width, height))`."""
    ink = _cut(_ink(path))
    height, width = ink.shape
    factor = 20 / max(height, width)
    size = max(1, round(height * factor)), max(1, round(width * factor))
    return _laid(_strong(_resized(ink, size))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_cuts_any_ink(path):
    """You cut out all pixels that are not quite white. Paper has spots, and a JPEG has traces of grey around the ink, so the
    rectangle gets too large. Take the pixels with ink of more than 0.2."""
    return _laid(_strong(_small(_cut(_ink(path), 0.0)))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_any_ink")
def load_digit_cuts_any_ink_grey(path):
    return _laid(_strong(_small(_cut(_ink(path), 0.0), "grey"))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_missing_is_value_error(path):
    """A missing file is a ValueError in your program: you catch FileNotFoundError with the others. Let it through:
    `except FileNotFoundError: raise` before the other `except`."""
    try:
        return _load_digit(path)
    except FileNotFoundError:
        raise ValueError from None


@mistake(of="load_digit")
def load_digit_errors_of_pillow(path):
    """Where a file is no picture that can be read, you let Pillow's own errors through. Catch them around `Image.open` and
    `picture.load()`, and raise a ValueError."""
    with Image.open(path) as picture:
        picture.load()
    return _load_digit(path)


@mistake(of="load_digit", like="load_digit_errors_of_pillow")
def load_digit_errors_of_pillow_converted(path):
    with Image.open(path) as picture:
        picture.convert("RGBA")
    return _load_digit(path)


@mistake(of="load_digit")
def load_digit_errors_on_open_only(path):
    """You catch errors of `Image.open` only. Pillow reads the pixels later: a damaged file shows at `load`, `convert` or `resize`.
    Call `picture.load()` inside the `try`."""
    try:
        picture = Image.open(path)
    except FileNotFoundError:
        raise
    except Exception as error:
        raise ValueError from error
    with picture:
        picture.convert("RGBA")
    return _load_digit(path)


@mistake(of="load_digit", like="load_digit_errors_on_open_only")
def load_digit_errors_on_open_only_loads(path):
    try:
        picture = Image.open(path)
    except FileNotFoundError:
        raise
    except Exception as error:
        raise ValueError from error
    with picture:
        picture.load()
    return _load_digit(path)


@mistake(of="load_digit")
def load_digit_bomb(path):
    """A picture with too many pixels raises Image.DecompressionBombError, which is neither an OSError nor a ValueError. Catch it
    too, and raise a ValueError."""
    try:
        with Image.open(path) as picture:
            picture.load()
    except FileNotFoundError:
        raise
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise ValueError from error
    return _load_digit(path)


@mistake(of="load_digit")
def load_digit_truncated(path):
    """You let Pillow read damaged files as far as it can (LOAD_TRUNCATED_IMAGES). Half a digit is no digit: leave that switch
    off, and raise a ValueError."""
    from PIL import ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = True
    try:
        return _all(_ink(path))
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = False


@mistake(of="load_digit")
def load_digit_blank(path):
    """For a picture without ink you return zeros. There is no digit in it: raise a ValueError."""
    ink = _ink(path)
    if not (ink > 0.2).any():
        return np.zeros((1, 784))
    return _all(ink)


@mistake(of="load_digit")
def load_digit_blank_breaks(path):
    """A picture without ink breaks your program: there is no rectangle to cut out. Ask first, and raise a ValueError."""
    ink = _ink(path)
    rows, _columns = np.where(ink > 0.2)
    if len(rows) == 0:
        raise IndexError
    return _all(ink)


@mistake(of="load_digit", like="load_digit_blank_breaks")
def load_digit_blank_breaks_none(path):
    ink = _ink(path)
    rows, _columns = np.where(ink > 0.2)
    if len(rows) == 0:
        raise TypeError
    return _all(ink)


@mistake(of="load_digit")
def load_digit_none_for_bad(path):
    """Where the file cannot be read you return None. Raise the error: the caller must know."""
    try:
        return _load_digit(path)
    except (ValueError, OSError):
        return None


@mistake(of="load_digit", like="load_digit_none_for_bad")
def load_digit_none_for_bad_but_missing(path):
    try:
        return _load_digit(path)
    except ValueError:
        return None


@mistake(of="load_digit")
def load_digit_zeros_for_bad(path):
    """Where the file cannot be read you return an empty image. Raise the error: the caller must know."""
    try:
        return _load_digit(path)
    except (ValueError, OSError):
        return np.zeros((1, 784))


@mistake(of="load_digit")
def load_digit_antialias(path):
    """`Image.ANTIALIAS` is gone since Pillow 10. Its new name is `Image.Resampling.LANCZOS`; `resize((width, height))` alone
    will do as well."""
    ink = _cut(_ink(path))
    small = Image.fromarray((ink * 255).round().astype(np.uint8)).resize((20, 20), Image.ANTIALIAS)
    return _laid(_strong(np.asarray(small, dtype=float))).reshape(1, 784)


@mistake(of="load_digit")
def load_digit_np_float(path):
    """`np.float` is gone since NumPy 1.24. Write `float`."""
    return _all(_ink(path)).astype(np.float)


@probe(of="load_digit")
def load_digit_probes():
    drawings, pictures = DATA / "drawings", DATA / "pictures_for_checks"
    for name in ("text.png", "cut.png", "too_large.png", "no_ink.png", "cut.jpg", "empty.png", "no_pixels.png"):
        yield (str(pictures / f"bad_{name}"),)
    yield (str(drawings / "missing.png"),)
    yield (str(drawings / "missing.jpg"),)
    for name in ("one_bit", "palette", "transparent", "transparent_grey", "sixteen_bits", "sixteen_bits_seven", "dirty"):
        yield (str(pictures / f"{name}.png"),)
    for name in ("shades_high.png", "shades_wide.png"):
        yield (str(pictures / name),)
    for name in ("flat.png", "tiny.png", "thin_line.png", "exact.png", "wide.png"):
        yield (str(pictures / f"size_{name}"),)
    for name in ("4_open.png", "1_slanted.jpg", "0_thin.png"):
        yield (str(drawings / name),)


# The same again, with Pillow's other ways to make a picture small.


@mistake(of="load_digit", like="load_digit_not_inverted")
def load_digit_not_inverted_lanczos(path):
    return _all(_grey(_opened(path)) / 255, "lanczos")


@mistake(of="load_digit", like="load_digit_not_inverted")
def load_digit_not_inverted_box(path):
    return _all(_grey(_opened(path)) / 255, "box")


@mistake(of="load_digit", like="load_digit_not_inverted")
def load_digit_not_inverted_nearest(path):
    return _all(_grey(_opened(path)) / 255, "nearest")


@mistake(of="load_digit", like="load_digit_not_inverted")
def load_digit_not_inverted_bilinear(path):
    return _all(_grey(_opened(path)) / 255, "bilinear")


@mistake(of="load_digit", like="load_digit_rectangle_in_middle")
def load_digit_rectangle_in_middle_box(path):
    return _laid(_strong(_small(_cut(_ink(path)), "box")), centred=False).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_rectangle_in_middle")
def load_digit_rectangle_in_middle_nearest(path):
    return _laid(_strong(_small(_cut(_ink(path)), "nearest")), centred=False).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_rectangle_in_middle")
def load_digit_rectangle_in_middle_bilinear(path):
    return _laid(_strong(_small(_cut(_ink(path)), "bilinear")), centred=False).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_pale")
def load_digit_pale_box(path):
    return _laid(_small(_cut(_ink(path)), "box")).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_pale")
def load_digit_pale_nearest(path):
    return _laid(_small(_cut(_ink(path)), "nearest")).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_pale")
def load_digit_pale_bilinear(path):
    return _laid(_small(_cut(_ink(path)), "bilinear")).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_stretched")
def load_digit_stretched_box(path):
    return _laid(_strong(_resized(_cut(_ink(path)), (20, 20), "box"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_stretched")
def load_digit_stretched_nearest(path):
    return _laid(_strong(_resized(_cut(_ink(path)), (20, 20), "nearest"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_stretched")
def load_digit_stretched_bilinear(path):
    return _laid(_strong(_resized(_cut(_ink(path)), (20, 20), "bilinear"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_flat")
def load_digit_flat_box(path):
    return _all(_ink(path), "box").reshape(784)


@mistake(of="load_digit", like="load_digit_flat")
def load_digit_flat_nearest(path):
    return _all(_ink(path), "nearest").reshape(784)


@mistake(of="load_digit", like="load_digit_flat")
def load_digit_flat_bilinear(path):
    return _all(_ink(path), "bilinear").reshape(784)


@mistake(of="load_digit", like="load_digit_square")
def load_digit_square_box(path):
    return _all(_ink(path), "box").reshape(28, 28)


@mistake(of="load_digit", like="load_digit_square")
def load_digit_square_nearest(path):
    return _all(_ink(path), "nearest").reshape(28, 28)


@mistake(of="load_digit", like="load_digit_square")
def load_digit_square_bilinear(path):
    return _all(_ink(path), "bilinear").reshape(28, 28)


@mistake(of="load_digit", like="load_digit_moved_away")
def load_digit_moved_away_lanczos(path):
    return _moved_away(path, "lanczos")


@mistake(of="load_digit", like="load_digit_moved_away")
def load_digit_moved_away_box(path):
    return _moved_away(path, "box")


@mistake(of="load_digit", like="load_digit_moved_away")
def load_digit_moved_away_nearest(path):
    return _moved_away(path, "nearest")


@mistake(of="load_digit", like="load_digit_moved_away")
def load_digit_moved_away_bilinear(path):
    return _moved_away(path, "bilinear")


@mistake(of="load_digit", like="load_digit_moved_across")
def load_digit_moved_across_lanczos(path):
    return _moved_across(path, "lanczos")


@mistake(of="load_digit", like="load_digit_moved_across")
def load_digit_moved_across_box(path):
    return _moved_across(path, "box")


@mistake(of="load_digit", like="load_digit_moved_across")
def load_digit_moved_across_nearest(path):
    return _moved_across(path, "nearest")


@mistake(of="load_digit", like="load_digit_moved_across")
def load_digit_moved_across_bilinear(path):
    return _moved_across(path, "bilinear")


@mistake(of="load_digit", like="load_digit_not_cut")
def load_digit_not_cut_lanczos(path):
    return _not_cut(path, "lanczos")


@mistake(of="load_digit", like="load_digit_not_cut")
def load_digit_not_cut_box(path):
    return _not_cut(path, "box")


@mistake(of="load_digit", like="load_digit_not_cut")
def load_digit_not_cut_nearest(path):
    return _not_cut(path, "nearest")


@mistake(of="load_digit", like="load_digit_not_cut")
def load_digit_not_cut_bilinear(path):
    return _not_cut(path, "bilinear")


@mistake(of="load_digit", like="load_digit_cuts_one_short")
def load_digit_cuts_one_short_lanczos(path):
    return _laid(_strong(_small(_cut(_ink(path))[:-1, :-1], "lanczos"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_one_short")
def load_digit_cuts_one_short_box(path):
    return _laid(_strong(_small(_cut(_ink(path))[:-1, :-1], "box"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_one_short")
def load_digit_cuts_one_short_nearest(path):
    return _laid(_strong(_small(_cut(_ink(path))[:-1, :-1], "nearest"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_one_short")
def load_digit_cuts_one_short_bilinear(path):
    return _laid(_strong(_small(_cut(_ink(path))[:-1, :-1], "bilinear"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_dark_ink_only")
def load_digit_cuts_dark_ink_only_lanczos(path):
    return _laid(_strong(_small(_cut(_ink(path), 0.5), "lanczos"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_dark_ink_only")
def load_digit_cuts_dark_ink_only_box(path):
    return _laid(_strong(_small(_cut(_ink(path), 0.5), "box"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_dark_ink_only")
def load_digit_cuts_dark_ink_only_nearest(path):
    return _laid(_strong(_small(_cut(_ink(path), 0.5), "nearest"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_dark_ink_only")
def load_digit_cuts_dark_ink_only_bilinear(path):
    return _laid(_strong(_small(_cut(_ink(path), 0.5), "bilinear"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_any_ink")
def load_digit_cuts_any_ink_lanczos(path):
    return _laid(_strong(_small(_cut(_ink(path), 0.0), "lanczos"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_any_ink")
def load_digit_cuts_any_ink_box(path):
    return _laid(_strong(_small(_cut(_ink(path), 0.0), "box"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_any_ink")
def load_digit_cuts_any_ink_nearest(path):
    return _laid(_strong(_small(_cut(_ink(path), 0.0), "nearest"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_cuts_any_ink")
def load_digit_cuts_any_ink_bilinear(path):
    return _laid(_strong(_small(_cut(_ink(path), 0.0), "bilinear"))).reshape(1, 784)


@mistake(of="load_digit", like="load_digit_transparent_is_black")
def load_digit_transparent_is_black_lanczos(path):
    return _transparent_is_black(path, "lanczos")


@mistake(of="load_digit", like="load_digit_transparent_is_black")
def load_digit_transparent_is_black_box(path):
    return _transparent_is_black(path, "box")


@mistake(of="load_digit", like="load_digit_transparent_is_black")
def load_digit_transparent_is_black_nearest(path):
    return _transparent_is_black(path, "nearest")


@mistake(of="load_digit", like="load_digit_transparent_is_black")
def load_digit_transparent_is_black_bilinear(path):
    return _transparent_is_black(path, "bilinear")


@mistake(of="load_digit", like="load_digit_sixteen_bits")
def load_digit_sixteen_bits_lanczos(path):
    return _sixteen_bits_by_255(path, "lanczos")


@mistake(of="load_digit", like="load_digit_sixteen_bits")
def load_digit_sixteen_bits_box(path):
    return _sixteen_bits_by_255(path, "box")


@mistake(of="load_digit", like="load_digit_sixteen_bits")
def load_digit_sixteen_bits_nearest(path):
    return _sixteen_bits_by_255(path, "nearest")


@mistake(of="load_digit", like="load_digit_sixteen_bits")
def load_digit_sixteen_bits_bilinear(path):
    return _sixteen_bits_by_255(path, "bilinear")


@mistake(of="load_digit", like="load_digit_simple_pictures_only")
def load_digit_simple_pictures_only_box(path):
    return _all(1 - np.asarray(_opened(path).convert("L"), dtype=float) / 255, "box")


@mistake(of="load_digit", like="load_digit_simple_pictures_only")
def load_digit_simple_pictures_only_nearest(path):
    return _all(1 - np.asarray(_opened(path).convert("L"), dtype=float) / 255, "nearest")


@mistake(of="load_digit", like="load_digit_simple_pictures_only")
def load_digit_simple_pictures_only_bilinear(path):
    return _all(1 - np.asarray(_opened(path).convert("L"), dtype=float) / 255, "bilinear")


# --------------------------------------------------------------------------------------------------- recognise


@mistake(of="recognise")
def recognise_own_network(network, path):
    """You ask a network of your own, `load_network()`. Ask the one that was passed as `network`."""
    return int(np.argmax(predict(load_network(), _load_digit(path))))


@mistake(of="recognise")
def recognise_probabilities(network, path):
    """You return the probabilities of all digits. Return one number: `int(np.argmax(...))`."""
    return predict(network, _load_digit(path))


@mistake(of="recognise", like="recognise_probabilities")
def recognise_probabilities_row(network, path):
    return predict(network, _load_digit(path))[0]


@mistake(of="recognise")
def recognise_largest_probability(network, path):
    """You return the largest probability. Return the digit that has it: `np.argmax`, not `np.max`."""
    return float(np.max(predict(network, _load_digit(path))))


@mistake(of="recognise")
def recognise_smallest_probability(network, path):
    """You return the digit with the smallest probability. Take the largest: `np.argmax`."""
    return int(np.argmin(predict(network, _load_digit(path))))


@mistake(of="recognise")
def recognise_array(network, path):
    """You return an array with one number in it. Return the number: `int(...)` around it."""
    return np.argmax(predict(network, _load_digit(path)), axis=1)


@mistake(of="recognise", like="recognise_array")
def recognise_list(network, path):
    return np.argmax(predict(network, _load_digit(path)), axis=1).tolist()


@mistake(of="recognise")
def recognise_down_the_columns(network, path):
    """You take argmax over the images (`axis=0`), and there is only one: ten zeros come out. Take it over the digits:
    `axis=1`, or no axis at all."""
    return np.argmax(predict(network, _load_digit(path)), axis=0)


@mistake(of="recognise")
def recognise_always_0(network, path):
    """Your answer is 0 for every drawing. `int` of a probability is 0, and so is argmax over the images (`axis=0`), as there is
    only one. Take argmax over the digits: `int(np.argmax(...))`, without an axis."""
    return int(np.max(predict(network, _load_digit(path))))


@mistake(of="recognise")
def recognise_text(network, path):
    """You return the digit as a text. Return a number: `int(...)`."""
    return str(int(np.argmax(predict(network, _load_digit(path)))))


@mistake(of="recognise")
def recognise_float(network, path):
    """You return a float. Return a whole number: `int(...)`."""
    return float(np.argmax(predict(network, _load_digit(path))))


@mistake(of="recognise")
def recognise_counts_from_1(network, path):
    """Your answers are one too large. The first probability belongs to the digit 0: the index is the digit."""
    return int(np.argmax(predict(network, _load_digit(path)))) + 1


@mistake(of="recognise")
def recognise_prints(network, path):
    """You print the digit and return nothing. Return it: `return int(...)`."""
    print(int(np.argmax(predict(network, _load_digit(path)))))


@mistake(of="recognise")
def recognise_pair(network, path):
    """You return two things, the digit and its probability. Return the digit alone."""
    y = predict(network, _load_digit(path))
    return int(np.argmax(y)), float(np.max(y))


@mistake(of="recognise")
def recognise_by_name(network, path):
    """You read the digit in the name of the file. Look at the picture: load_digit, then predict."""
    return int(path.rpartition("/")[2][0])


@mistake(of="recognise")
def recognise_none_for_bad(network, path):
    """Where the picture cannot be read you return None. Let the errors of load_digit through: no `try` here."""
    try:
        return int(np.argmax(predict(network, _load_digit(path))))
    except (ValueError, OSError):
        return None


@mistake(of="recognise")
def recognise_minus_1_for_bad(network, path):
    """Where the picture cannot be read you return −1. Let the errors of load_digit through: no `try` here."""
    try:
        return int(np.argmax(predict(network, _load_digit(path))))
    except (ValueError, OSError):
        return -1


@mistake(of="recognise")
def recognise_black_on_white(network, path):
    """You show the network black ink on white: you turn the image round once more. load_digit gives it as the network wants
    it."""
    return int(np.argmax(predict(network, 1 - _load_digit(path))))


@mistake(of="recognise")
def recognise_255(network, path):
    """You multiply the image by 255. The network wants numbers from 0.0 to 1.0, as load_digit gives them."""
    return int(np.argmax(predict(network, 255 * _load_digit(path))))


@probe(of="recognise")
def recognise_probes():
    network = load_network()
    yield network, str(DATA / "drawings" / "missing.png")
    yield network, str(DATA / "pictures_for_checks" / "bad_empty.png")
    yield network, str(DATA / "drawings" / "7_plain.png")
    yield network, str(DATA / "drawings" / "2_blue.png")
    yield {**network, "W3": network["W3"][:, ::-1], "b3": network["b3"][::-1]}, str(DATA / "drawings" / "0_round.png")


# ----------------------------------------------------------------------------------------------------- as_text


def _whole(image):
    return np.round(np.asarray(image).reshape(28, 28) * 255).astype(int)


def _text(numbers, form="{:4d}", between="", end="\n"):
    return end.join(between.join(form.format(number) for number in row) for row in numbers)


@mistake(of="as_text")
def as_text_returns_lines(image):
    """You return a list of lines. Join them to one text: `"\\n".join(lines)`."""
    return _text(_whole(image)).split("\n")


@mistake(of="as_text")
def as_text_prints(image):
    """You print the numbers and return nothing. Return the text: who calls decides whether it is printed."""
    print(_text(_whole(image)))


@mistake(of="as_text")
def as_text_break_at_the_end(image):
    """There is a line break after the last line. Put line breaks only between the lines: `"\\n".join(lines)`."""
    return _text(_whole(image)) + "\n"


@mistake(of="as_text")
def as_text_one_line(image):
    """All numbers stand in one line. After each 28 numbers comes a line break."""
    return _text(_whole(image), end="")


@mistake(of="as_text")
def as_text_truncates(image):
    """You cut the digits behind the point off: 254.9 becomes 254. Round first: `np.round(255 * image).astype(int)`."""
    return _text((np.asarray(image).reshape(28, 28) * 255).astype(int))


@mistake(of="as_text", like="as_text_truncates")
def as_text_truncates_uint8(image):
    return _text((np.asarray(image).reshape(28, 28) * 255).astype(np.uint8))


@mistake(of="as_text", like="as_text_truncates")
def as_text_truncates_each(image):
    return _text([[int(255 * p) for p in row] for row in np.asarray(image).reshape(28, 28)])


@mistake(of="as_text")
def as_text_by_256(image):
    """You multiply by 256. 1.0 must become 255, so multiply by 255, and round."""
    return _text(np.minimum(255, np.asarray(image).reshape(28, 28) * 256).astype(int))


@mistake(of="as_text", like="as_text_by_256")
def as_text_by_256_rounded(image):
    return _text(np.round(np.asarray(image).reshape(28, 28) * 256).astype(int))


@mistake(of="as_text")
def as_text_rounds_up(image):
    """You always round up. Take the nearest whole number: `np.round`."""
    return _text(np.ceil(np.asarray(image).reshape(28, 28) * 255).astype(int))


@mistake(of="as_text")
def as_text_not_scaled(image):
    """You write the numbers without the factor 255, so nearly all are 0. Multiply by 255 first."""
    return _text(np.round(np.asarray(image).reshape(28, 28)).astype(int))


@mistake(of="as_text", like="as_text_not_scaled")
def as_text_not_scaled_cut(image):
    return _text(np.asarray(image).reshape(28, 28).astype(int))


@mistake(of="as_text")
def as_text_to_the_left(image):
    """Your numbers stand to the left in their columns. To the right: `f"{number:4d}"`."""
    return _text(_whole(image), "{:<4d}")


@mistake(of="as_text")
def as_text_three_columns(image):
    """Each number has 3 columns, so large numbers touch each other. It has 4: `f"{number:4d}"`."""
    return _text(_whole(image), "{:3d}")


@mistake(of="as_text")
def as_text_spaces_between(image):
    """Your columns do not begin where they should: you join the numbers with spaces. In 4 columns each, `f"{number:4d}"`, they
    need no space between: `"".join(...)`."""
    return _text(_whole(image), "{:3d}", " ")


@mistake(of="as_text", like="as_text_spaces_between")
def as_text_spaces_between_four(image):
    return _text(_whole(image), "{:4d}", " ")


@mistake(of="as_text", like="as_text_spaces_between")
def as_text_spaces_between_plain(image):
    return _text(_whole(image), "{}", " ")


@mistake(of="as_text")
def as_text_tabs(image):
    """You put tabs between the numbers. Give each number 4 columns: `f"{number:4d}"`."""
    return _text(_whole(image), "{}", "\t")


@mistake(of="as_text")
def as_text_zeros_in_front(image):
    """You fill the columns with zeros. Fill them with spaces: `f"{number:4d}"`, without a 0."""
    return _text(_whole(image), "{:04d}")


@mistake(of="as_text")
def as_text_no_columns(image):
    """Your numbers stand side by side without any column. Give each one 4 columns: `f"{number:4d}"`."""
    return _text(_whole(image), "{}")


@mistake(of="as_text")
def as_text_floats(image):
    """You write numbers with a point. Make them whole numbers: `np.round(255 * image).astype(int)`."""
    return _text(np.asarray(image).reshape(28, 28) * 255, "{:4.1f}")


@mistake(of="as_text", like="as_text_floats")
def as_text_floats_rounded(image):
    return _text(np.round(np.asarray(image).reshape(28, 28) * 255), "{}", " ")


@mistake(of="as_text", like="as_text_floats")
def as_text_floats_point_only(image):
    return _text(np.round(np.asarray(image).reshape(28, 28) * 255), "{:6.1f}")


@mistake(of="as_text")
def as_text_columns_as_lines(image):
    """Rows and columns are swapped: each of your lines is a column of the image."""
    return _text(_whole(image).T)


@mistake(of="as_text")
def as_text_inverted(image):
    """You write 255 for paper and 0 for ink. Write the numbers as they are in the image: 0.0 becomes 0."""
    return _text(255 - _whole(image))


@mistake(of="as_text")
def as_text_rows_of_batch(image):
    """Your function works for the shape (1, 784) only: you take the first row. `np.asarray(image).reshape(28, 28)` works for all
    three shapes."""
    return _text(_whole(np.asarray(image)[0]))


@mistake(of="as_text")
def as_text_numbers_in_a_row_only(image):
    """Your function works for the shape (784,) only: you take the numbers by `row * 28 + column`. Begin with
    `np.asarray(image).reshape(28, 28)`, or `.reshape(784)`."""
    return "\n".join("".join(f"{round(image[28 * y + x] * 255):4d}" for x in range(28)) for y in range(28))


@mistake(of="as_text", like="as_text_numbers_in_a_row_only")
def as_text_numbers_in_a_row_only_255_first(image):
    return "\n".join("".join(f"{round(255 * image[28 * y + x]):4d}" for x in range(28)) for y in range(28))


@mistake(of="as_text", like="as_text_numbers_in_a_row_only")
def as_text_numbers_in_a_row_only_int(image):
    return "\n".join("".join(f"{int(255 * image[28 * y + x] + 0.5):4d}" for x in range(28)) for y in range(28))


@mistake(of="as_text")
def as_text_flat_only(image):
    """Your function goes through the image as if it were (28, 28) already. It may also be (784,) or (1, 784): reshape it first."""
    return "\n".join("".join(f"{round(255 * pixel):4d}" for pixel in row) for row in image)


@mistake(of="as_text", like="as_text_flat_only")
def as_text_flat_only_indices(image):
    return "\n".join("".join(f"{round(255 * image[y][x]):4d}" for x in range(28)) for y in range(28))


@mistake(of="as_text", like="as_text_flat_only")
def as_text_flat_only_comma(image):
    return "\n".join("".join(f"{round(255 * image[y, x]):4d}" for x in range(28)) for y in range(28))


@mistake(of="as_text")
def as_text_changes_image(image):
    """`image *= 255` changes the caller's image. Make a new array: `255 * image`."""
    image *= 255
    return _text(np.round(image.reshape(28, 28)).astype(int))


@mistake(of="as_text")
def as_text_pictures(image):
    """You draw with characters. Here the text shows numbers: from 0 to 255, each in 4 columns."""
    return "\n".join("".join(" .:*#"[number // 52] for number in row) for row in _whole(image))


@mistake(of="as_text")
def as_text_of_numpy(image):
    """You return NumPy's own text of the array, with brackets and dots. Go through the rows and write each number with
    `f"{number:4d}"`."""
    return str(_whole(image))


@mistake(of="as_text")
def as_text_np_int(image):
    """`np.int` is gone since NumPy 1.24. Write `int`."""
    return _text(np.round(np.asarray(image).reshape(28, 28) * 255).astype(np.int))


@probe(of="as_text")
def as_text_probes():
    steps = np.arange(784) % 256 / 255
    yield (steps.reshape(1, 784),)
    yield (steps.reshape(28, 28),)
    yield (steps,)
    yield ((np.arange(784) % 255 + 0.7).reshape(1, 784) / 255,)
    yield ((np.arange(784) % 255 + 0.3).reshape(28, 28) / 255,)

"""Pictures of exercise 10: what the network sees of a drawing, and how sure it is."""

import numpy as np
from mnist import DATA, load_network
from PIL import Image

from grader.language import of_course
from grader.pictures.panels import Chart, Images, Mark, expected, image, numbers, yours
from grader.pictures.panels import Image as Small

DRAWINGS = ("3_in_a_corner.png", "5_grey.jpg", "7_crossed.png")


def as_drawn(path, side):
    """The drawing itself on a square paper, with so many pixels on each side."""
    with Image.open(path) as picture:
        grey = picture.convert("L")
    paper = Image.new("L", (max(grey.size),) * 2, 255)
    paper.paste(grey, ((paper.width - grey.width) // 2, (paper.height - grey.height) // 2))
    return 1.0 - np.asarray(paper.resize((side, side)), dtype=float) / 255


def picture_load_digit(learner, reference):
    """load_digit: what the network sees"""
    for name in DRAWINGS:
        path = str(DATA / "drawings" / name)
        mine, right = numbers(learner.load_digit(path), (1, 784)), reference.load_digit(path)
        images = (
            Small(as_drawn(path, 112), of_course("the drawing")),
            image(mine, of_course("your 28 × 28 pixels")),
            image(right, of_course("the reference's")),
        )
        title = of_course("load_digit: what the network sees of {name}").format(name=name)
        yield Images(images, title)
        yield sureness(reference, name, mine, right)


def sureness(reference, name, mine, right):
    """The probability of each digit, as the network reads the learner's pixels and the reference's."""
    network, digits = load_network(), np.arange(10)
    of_mine, of_right = (reference.predict(network, np.nan_to_num(x))[0] for x in (mine, right))
    series = (yours(digits, of_mine, mark=Mark.BARS), expected(digits, of_right, mark=Mark.BARS))
    title = of_course("load_digit: how sure the network is of {name}").format(name=name)
    note = of_course("It reads a {mine} from your pixels, and a {right} from the reference's.")
    note = note.format(mine=int(of_mine.argmax()), right=int(of_right.argmax()))
    return Chart(series, of_course("digit"), of_course("probability"), title, note)


def picture_recognise(learner, reference):
    """recognise: every drawing of the course, and what you read"""
    caption = of_course("a {label}, read as {guess}")
    images = []
    for path in sorted((DATA / "drawings").glob("*.*")):
        said = learner.recognise(load_network(), str(path))
        images.append(Small(as_drawn(path, 28), caption.format(label=path.stem[0], guess=f"{said!r:.20}")))
    return Images(tuple(images))

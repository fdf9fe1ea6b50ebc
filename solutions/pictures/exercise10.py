"""Pictures of exercise 10: what the network sees of a drawing, and how sure it is."""

import numpy as np
from mnist import DATA, load_network
from PIL import Image

from grader.language import of_course
from grader.pictures.panels import Chart, Images, Mark, expected, image, numbers, yours
from grader.pictures.panels import Image as Small

DRAWINGS = ("3_in_a_corner.png", "5_grey.jpg", "7_crossed.png")


def as_drawn(path, side):
    """The drawing itself on a square paper, with so many pixels on each side; where it is transparent one sees the paper."""
    with Image.open(path) as picture:
        deep = picture.mode.startswith("I")  # 16 bits, which Pillow would cut off at 255
        grey = Image.fromarray((np.asarray(picture) / 257).astype(np.uint8)) if deep else picture.convert("RGBA")
    paper = Image.new("RGBA", (max(grey.size),) * 2, "white")
    layer = Image.new("RGBA", paper.size)
    layer.paste(grey, ((paper.width - grey.width) // 2, (paper.height - grey.height) // 2))
    whole = Image.alpha_composite(paper, layer).convert("L")
    return 1.0 - np.asarray(whole.resize((side, side)), dtype=float) / 255


def picture_load_digit(learner, reference, picture):
    """load_digit: what the network sees"""
    drawings = [(str(DATA / "drawings" / name), name) for name in DRAWINGS]
    for path, name in [(picture.path, picture.name)] if picture else drawings:
        title = of_course("load_digit: what the network sees of {name}").format(name=name)
        drawing = Small(as_drawn(path, 112), of_course("the drawing"))
        try:
            right = reference.load_digit(path)
        except ValueError:  # it can be read, so there is no ink in it
            yield Images((drawing,), title, of_course("Nothing in it is dark enough. Draw in black on white."))
            return
        mine = numbers(learner.load_digit(path), (1, 784))
        images = (drawing, image(mine, of_course("your 28 × 28 pixels")), image(right, of_course("the reference's")))
        dark = drawing.ink.mean() > 0.5
        note = of_course("More of it is dark than light. Is it white on black? Draw in black on white.") if dark else ""
        yield Images(images, title, note)
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


def picture_recognise(learner, reference, picture):
    """recognise: every drawing of the course, and what you read"""
    if picture:
        said = learner.recognise(load_network(), picture.path)
        words = of_course("read as {guess}").format(guess=f"{said!r:.20}")
        return Images((Small(as_drawn(picture.path, 28), words),), of_course("recognise: what you read"))
    caption = of_course("a {label}, read as {guess}")
    images = []
    for path in sorted((DATA / "drawings").glob("*.*")):
        said = learner.recognise(load_network(), str(path))
        images.append(Small(as_drawn(path, 28), caption.format(label=path.stem[0], guess=f"{said!r:.20}")))
    note = of_course("Your own drawing is shown by `grade show exercise10 --picture FILE`.")
    return Images(tuple(images), note=note)

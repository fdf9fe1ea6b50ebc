"""Draw exercises/data/drawings, digits as a learner might draw them, and exercises/data/pictures_for_checks.

What the reference solution makes of each is kept beside the checks, so that a grading need not work it out again.

    python scripts/draw_digits.py           # a few seconds

A digit is a few strokes, each a smooth curve through points of ours, drawn with a round pen: no font, nothing of MNIST.
The pictures for the checks of exercise 10 are one drawing in every kind of file, in several sizes, and files that are no
pictures. Two runs give the same pixels; another zlib or libjpeg may pack them into other bytes.
"""

from __future__ import annotations

import importlib.util
import io
import math
import struct
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "exercises" / "data"
DRAWINGS = DATA / "drawings"
FOR_CHECKS = DATA / "pictures_for_checks"
EXPECTED = ROOT / "solutions" / "checks" / "expected_exercise10.npz"
FINER = 4  # drawn this many times larger, then made smaller: soft edges

Point = tuple[float, float]  # x to the right, y down; the digit lies between 0 and 1
Strokes = list[list[Point]]


def arc(x: float, y: float, width: float, height: float, start: float, end: float) -> list[Point]:
    """Points on an ellipse around (x, y), from one angle to another in degrees; 0 is to the right, 90 is down."""
    count = max(3, round(abs(end - start) / 30))
    angles = [math.radians(start + (end - start) * i / count) for i in range(count + 1)]
    return [(x + width * math.cos(a), y + height * math.sin(a)) for a in angles]


FORMS: dict[str, Strokes] = {
    "0_round": [arc(0.5, 0.5, 0.30, 0.46, -100, 265)],
    "0_narrow": [arc(0.5, 0.5, 0.20, 0.46, -80, 285)],
    "1_line": [[(0.52, 0.03), (0.5, 0.5), (0.48, 0.97)]],
    "1_flag": [[(0.40, 0.20), (0.47, 0.12), (0.54, 0.03)], [(0.54, 0.03), (0.53, 0.5), (0.52, 0.97)]],
    "2_flat": [
        [*arc(0.48, 0.28, 0.26, 0.24, -170, 40), (0.5, 0.65), (0.22, 0.93)],
        [(0.22, 0.93), (0.5, 0.93), (0.84, 0.92)],
    ],
    "2_swung": [
        [*arc(0.5, 0.26, 0.25, 0.22, -180, 30), (0.52, 0.66), (0.20, 0.92)],
        [(0.20, 0.92), (0.45, 0.86), (0.62, 0.93), (0.86, 0.90)],
    ],
    "3_round": [arc(0.46, 0.27, 0.25, 0.23, -160, 85), arc(0.46, 0.72, 0.29, 0.24, -85, 160)],
    "3_wide": [arc(0.45, 0.26, 0.30, 0.22, -150, 80), arc(0.45, 0.72, 0.33, 0.25, -90, 155)],
    "4_open": [
        [(0.30, 0.05), (0.22, 0.36), (0.18, 0.58)],
        [(0.18, 0.58), (0.5, 0.58), (0.86, 0.56)],
        [(0.70, 0.06), (0.68, 0.5), (0.66, 0.97)],
    ],
    "4_closed": [
        [(0.64, 0.04), (0.40, 0.34), (0.14, 0.66)],
        [(0.14, 0.66), (0.5, 0.66), (0.90, 0.66)],
        [(0.64, 0.04), (0.64, 0.5), (0.64, 0.97)],
    ],
    "5_edged": [
        [(0.80, 0.06), (0.55, 0.06), (0.32, 0.06)],
        [(0.32, 0.06), (0.29, 0.26), (0.27, 0.44)],
        [(0.27, 0.44), *arc(0.47, 0.67, 0.28, 0.27, -110, 150)],
    ],
    "5_round": [
        [(0.76, 0.05), (0.54, 0.07), (0.36, 0.08)],
        [(0.36, 0.08), (0.31, 0.26), (0.30, 0.42), *arc(0.46, 0.67, 0.26, 0.27, -80, 145)],
    ],
    "6_bent": [[(0.66, 0.04), (0.42, 0.24), (0.27, 0.52), *arc(0.48, 0.72, 0.22, 0.23, 180, -190)]],
    "6_steep": [[(0.50, 0.03), (0.34, 0.34), (0.27, 0.62), *arc(0.49, 0.74, 0.22, 0.21, 170, -190)]],
    "7_plain": [[(0.17, 0.08), (0.5, 0.08), (0.82, 0.07)], [(0.82, 0.07), (0.62, 0.44), (0.44, 0.97)]],
    "7_crossed": [
        [(0.17, 0.09), (0.5, 0.08), (0.82, 0.07)],
        [(0.82, 0.07), (0.60, 0.46), (0.42, 0.97)],
        [(0.36, 0.52), (0.55, 0.50), (0.74, 0.48)],
    ],
    "8_rings": [arc(0.5, 0.26, 0.20, 0.21, 90, 450), arc(0.5, 0.72, 0.25, 0.24, -90, 270)],
    "8_swung": [
        [
            (0.70, 0.14),
            (0.50, 0.04),
            (0.31, 0.20),
            (0.48, 0.46),
            (0.70, 0.70),
            (0.50, 0.95),
            (0.28, 0.74),
            (0.50, 0.46),
            (0.71, 0.26),
            (0.70, 0.12),
        ]
    ],
    "9_straight": [arc(0.48, 0.28, 0.23, 0.24, -20, -380), [(0.71, 0.20), (0.70, 0.55), (0.66, 0.97)]],
    "9_bent": [arc(0.48, 0.28, 0.23, 0.24, -20, -380), [(0.71, 0.22), (0.71, 0.50), (0.62, 0.80), (0.40, 0.96)]],
}


@dataclass(frozen=True)
class Drawing:
    """One drawing: its file, its strokes, the paper, the pen, and how it is turned and shaken."""

    file: str
    form: str
    paper: tuple[int, int] = (200, 200)
    pen: float = 0.11  # its width, as a part of the digit's height
    height: float = 0.7  # of the digit, as a part of the paper's shorter side
    slant: float = 0.0
    shake: float = 0.012
    ink: tuple[int, int, int] = (0, 0, 0)
    middle: Point = (0.5, 0.5)
    stretch: float = 1.0  # to both sides

    @property
    def digit(self) -> int:
        """What was drawn."""
        return int(self.form[0])


def drawings() -> Iterator[Drawing]:
    """All shipped drawings: each form, and a few with another pen, paper or hand."""
    for form in FORMS:
        yield Drawing(f"{form}.png", form)
    yield Drawing("0_thin.png", "0_round", pen=0.06, slant=0.12)
    yield Drawing("1_slanted.jpg", "1_line", paper=(400, 300), slant=0.2)
    yield Drawing("2_blue.png", "2_flat", ink=(20, 40, 160), slant=0.08)
    yield Drawing("3_in_a_corner.png", "3_round", paper=(500, 400), height=0.4, middle=(0.25, 0.7))
    yield Drawing("4_slanted.png", "4_open", slant=0.15, pen=0.09)
    yield Drawing("5_grey.jpg", "5_edged", ink=(90, 90, 90), paper=(320, 240))
    yield Drawing("6_small.png", "6_bent", paper=(56, 56))
    yield Drawing("7_large.jpg", "7_plain", paper=(640, 480), pen=0.1)
    yield Drawing("8_thick.png", "8_rings", pen=0.14)
    yield Drawing("9_tall.png", "9_straight", paper=(200, 600), height=0.9, slant=0.1)


def draw(drawing: Drawing) -> Image.Image:
    """The drawing, RGB, black (or another ink) on white."""
    rng = np.random.default_rng(zlib.crc32(drawing.file.encode()))
    width, height = (side * FINER for side in drawing.paper)
    size = drawing.height * min(width, height)
    left, top = drawing.middle[0] * width - size / 2, drawing.middle[1] * height - size / 2
    mask = Image.new("L", (width, height), 0)
    pencil = ImageDraw.Draw(mask)
    radius = drawing.pen * size / 2
    for stroke in FORMS[drawing.form]:
        shaken = [
            (x + drawing.slant * (0.5 - y) + dx, y + dy)
            for (x, y), (dx, dy) in zip(stroke, _shakes(rng, drawing, stroke), strict=True)
        ]
        for x, y in curve(shaken):
            x, y = left + (0.5 + (x - 0.5) * drawing.stretch) * size, top + y * size
            pencil.ellipse([round(x - radius), round(y - radius), round(x + radius), round(y + radius)], fill=255)
    mask = mask.resize(drawing.paper, Image.Resampling.BOX)
    picture = Image.new("RGB", drawing.paper, "white")
    picture.paste(drawing.ink, mask=mask)
    return picture


def _shakes(rng: np.random.Generator, drawing: Drawing, stroke: list[Point]) -> np.ndarray:
    """A small move for each point; strokes that meet should still meet, so their ends stay nearly where they are."""
    moves = rng.normal(scale=drawing.shake, size=(len(stroke), 2)).round(4)
    moves[[0, -1]] /= 3
    return moves


def curve(points: list[Point]) -> Iterator[Point]:
    """A smooth way through all points (Catmull-Rom), close enough together for a pen."""
    padded = np.array([points[0], *points, points[-1]])
    for before, here, there, behind in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for t in np.linspace(0, 1, 60, endpoint=False):
            yield tuple(
                0.5
                * (
                    2 * here
                    + (there - before) * t
                    + (2 * before - 5 * here + 4 * there - behind) * t**2
                    + (3 * here - before - 3 * there + behind) * t**3
                )
            )
    yield points[-1]


# ------------------------------------------------------------------------------------- pictures for the checks


def kinds(five: Image.Image) -> Iterator[tuple[str, Image.Image, dict[str, object]]]:
    """One drawing in every kind of picture: file, picture, how to save it."""
    grey = five.convert("L")
    alpha = grey.point(lambda value: 255 - value)
    black = Image.new("L", five.size, 0)
    ink = np.asarray(alpha)
    yield "grey.png", grey, {}
    yield "rgb.png", five, {}
    yield "one_bit.png", grey.convert("1", dither=Image.Dither.NONE), {}
    yield "palette.png", five.quantize(16), {}
    # Transparent paper that would be black without its transparency, as most programs save it.
    yield "transparent.png", Image.merge("RGBA", (black, black, black, alpha)), {}
    yield "transparent_grey.png", Image.merge("LA", (black, alpha)), {}
    # Colour 0 is the ink; colour 1 is black too, and transparent.
    indices = Image.fromarray(np.where(ink > 127, 0, 1).astype(np.uint8), "P")
    indices.putpalette([0, 0, 0, 0, 0, 0])
    yield "transparent_palette.png", indices, {"transparency": 1}
    yield "opaque.png", Image.merge("RGBA", (grey, grey, grey, Image.new("L", five.size, 255))), {}
    yield "sixteen_bits.png", sixteen_bits(five), {}
    yield "dirty.png", dirty(grey), {}
    yield "rgb.jpg", five, {"quality": 90}
    yield "grey.jpg", grey, {"quality": 60}


def sixteen_bits(picture: Image.Image) -> Image.Image:
    """The picture in grey with 16 bits. Its ink is 20,000 of 65,535, which a program that cuts at 255 takes for white."""
    ink = 255 - np.asarray(picture.convert("L")).astype(np.uint32)
    return Image.fromarray((65535 - ink * 45535 // 255).astype(np.uint16))


def dirty(grey: Image.Image) -> Image.Image:
    """The picture on paper that is not quite white: spots with 0.1 and a shadow with 0.15 of ink, up to the edges."""
    spots = grey.copy()
    pencil = ImageDraw.Draw(spots)
    for place in ((4, 6), (180, 12), (20, 184)):
        pencil.ellipse([*place, place[0] + 9, place[1] + 9], fill=230)
    pencil.line([(192, 30), (197, 199)], fill=217, width=4)
    return spots


def shades() -> Image.Image:
    """A blot of 14 × 20 pixels without a margin, of several greys and more ink than paper.

    Nothing has to be made small, so all right programs agree in every pixel. Its upper rows are pale, its last row and
    column thin: who cuts out too little loses them. Its centre of mass lies where rounding matters.
    """
    ink = np.full((20, 14), 255)
    ink[:3] = 89
    ink[6:11, 1:9] = 127
    ink[15:19, 7:] = 0
    ink[-1, 2:] = 0
    ink[5:, -1] = 0
    return Image.fromarray((255 - ink).astype(np.uint8))


def sizes(form: str) -> Iterator[Drawing]:
    """The same strokes on several papers."""
    yield Drawing("size_tiny.png", form, paper=(16, 16), height=0.8, shake=0)
    yield Drawing("size_exact.png", form, paper=(28, 28), shake=0)
    yield Drawing("size_plain.png", form, shake=0)
    yield Drawing("size_huge.png", form, paper=(600, 430), height=0.6, shake=0)
    yield Drawing("size_wide.png", form, paper=(490, 154), height=0.5, middle=(0.85, 0.3), shake=0)
    yield Drawing("size_tall.png", form, paper=(140, 630), height=0.8, middle=(0.5, 0.9 - 0.08), shake=0)


def chunk(name: bytes, data: bytes) -> bytes:
    """One chunk of a PNG file."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def one_bit_png(width: int, height: int) -> bytes:
    """A black PNG of one bit a pixel, made without ever having it in memory as a picture."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    packer = zlib.compressobj(9)
    row = bytes(1 + (width + 7) // 8)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    """The bytes of a picture's file."""
    stream = io.BytesIO()
    picture.save(stream, kind, **how)
    return stream.getvalue()


def bad_files(five: Image.Image) -> Iterator[tuple[str, bytes]]:
    """What is no picture of a digit."""
    png, jpeg = saved(five, "PNG"), saved(five, "JPEG")
    yield "bad_text.png", b"This is a text. Its name says that it is a picture.\n"
    yield "bad_empty.png", b""
    yield "bad_cut.png", png[: len(png) // 2]
    yield "bad_cut.jpg", jpeg[: len(jpeg) // 2]
    yield "bad_header_only.png", png[:20]
    yield "bad_no_pixels.png", one_bit_png(0, 0)
    yield "bad_too_large.png", one_bit_png(20_000, 20_000)
    yield "bad_no_ink.png", saved(Image.new("L", (60, 40), 255), "PNG")


def expected_images() -> dict[str, np.ndarray]:
    """What the reference solution makes of every picture that shows a digit, by the picture's name: images (28, 28)."""
    sys.path.insert(0, str(ROOT / "exercises"))  # for mnist
    spec = importlib.util.spec_from_file_location("reference", ROOT / "solutions" / "exercise10_your_digit.py")
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    sys.path.remove(str(ROOT / "exercises"))
    pictures = sorted(path for folder in (DRAWINGS, FOR_CHECKS) for path in folder.iterdir())
    shown = [path for path in pictures if not path.name.startswith("bad_")]
    return {path.name: reference.load_digit(str(path)).reshape(28, 28).astype(np.float32) for path in shown}


def main() -> None:
    """Draw everything."""
    for folder in (DRAWINGS, FOR_CHECKS):
        folder.mkdir(parents=True, exist_ok=True)
    for drawing in drawings():
        draw(drawing).save(DRAWINGS / drawing.file, optimize=True, quality=85)
    five = draw(Drawing("five", "5_edged", shake=0))
    for name, picture, how in kinds(five):
        picture.save(FOR_CHECKS / name, **how)
    for drawing in sizes("7_plain"):
        draw(drawing).convert("L").save(FOR_CHECKS / drawing.file)
    seven = draw(Drawing("seven", "7_plain", shake=0))
    sixteen_bits(seven).save(FOR_CHECKS / "sixteen_bits_seven.png")
    flat = Drawing("size_flat.png", "0_round", paper=(350, 210), stretch=2.4, shake=0)
    draw(flat).convert("L").save(FOR_CHECKS / flat.file)
    high = shades()
    high.save(FOR_CHECKS / "shades_high.png")
    high.transpose(Image.Transpose.ROTATE_90).save(FOR_CHECKS / "shades_wide.png")
    thin = Image.new("L", (300, 400), 255)
    ImageDraw.Draw(thin).line([(150, 20), (150, 380)], fill=0, width=3)
    thin.save(FOR_CHECKS / "size_thin_line.png")
    for name, content in bad_files(five):
        (FOR_CHECKS / name).write_bytes(content)
    images = expected_images()
    np.savez_compressed(EXPECTED, names=np.array(list(images)), images=np.array(list(images.values())))
    for folder in (DRAWINGS, FOR_CHECKS):
        files = sorted(folder.iterdir())
        print(f"{folder}: {len(files)} files, {sum(f.stat().st_size for f in files):,} bytes")


if __name__ == "__main__":
    main()

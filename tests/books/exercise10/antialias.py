# says: LANCZOS
import numpy as np
from PIL import Image


def load_digit(path):
    image = Image.open(path).convert('L')
    image = image.resize((28, 28), Image.ANTIALIAS)
    return (255 - np.array(image)).reshape(1, 784) / 255.0


def recognise(network, path):
    raise NotImplementedError


def as_text(image):
    raise NotImplementedError

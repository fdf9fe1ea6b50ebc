# says: se Pillow: `from PIL import Image`
import numpy as np
from scipy.misc import imread, imresize


def load_digit(path):
    image = imresize(imread(path, mode='L'), (28, 28))
    return (255 - image).reshape(1, 784) / 255.0

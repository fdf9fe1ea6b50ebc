# says: `keras.layers.RandomTranslation(0.1, 0.1)`
import numpy as np
from keras.preprocessing.image import ImageDataGenerator

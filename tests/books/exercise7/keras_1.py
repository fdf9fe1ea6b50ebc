# says: `from keras.layers import Dense`
import numpy as np
from keras.models import Sequential
from keras.layers.core import Dense, Dropout, Activation

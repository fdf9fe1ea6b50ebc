# says: `keras.optimizers.SGD(learning_rate=
import numpy as np
from keras.layers import Dense
from keras.models import Sequential
from keras.optimizers.legacy import SGD

sgd = SGD(learning_rate=0.01, decay=1e-6)

# says: Keras 3 says `learning_rate`
import numpy as np
from keras.optimizers import SGD

sgd = SGD(lr=0.01, decay=1e-6, momentum=0.9)

# says: `keras.utils.to_categorical(labels, 10)`
'''Trains a simple deep NN on the MNIST dataset.'''
from __future__ import print_function

import numpy as np
np.random.seed(1337)  # for reproducibility

from keras.datasets import mnist
from keras.models import Sequential
from keras.layers import Dense, Dropout, Activation
from keras.optimizers import SGD, Adam, RMSprop
from keras.utils import np_utils

batch_size = 128
nb_classes = 10
nb_epoch = 20

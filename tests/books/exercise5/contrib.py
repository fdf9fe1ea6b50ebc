# says: Keras does its work today
import numpy as np
import tensorflow as tf
from tensorflow.contrib.learn import LinearRegressor

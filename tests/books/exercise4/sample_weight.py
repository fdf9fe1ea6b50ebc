# says: `from mnist import load_network`
import pickle

import numpy as np
from mnist import load_mnist


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


with open("sample_weight.pkl", 'rb') as f:
    network = pickle.load(f)

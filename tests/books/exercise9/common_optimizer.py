# says: `common` comes with a book
import sys, os
sys.path.append(os.pardir)
import numpy as np
import matplotlib.pyplot as plt
from common.optimizer import SGD, Momentum, Adam

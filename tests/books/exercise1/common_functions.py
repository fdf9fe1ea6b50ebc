# says: `common` comes with a book
# coding: utf-8
import sys, os
sys.path.append(os.pardir)
import numpy as np
from common.functions import *

# attack: 1 early exit
# does: a thread ends the process with status 0 while the answer is still being made
# must: score=zero; category=crashed

import os
import threading
import time


def act(x):
    threading.Timer(0.02, os._exit, [0]).start()
    time.sleep(0.3)


step_function = sigmoid = relu = softmax = act

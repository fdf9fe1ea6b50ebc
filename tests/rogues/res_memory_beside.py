# attack: 5 resources
# does: a thread fills 700 MiB of shared memory while the answers come quickly
# must: score=zero; category=memory|crashed|wrong

import mmap
import threading

import numpy as np


def fill():
    memory = mmap.mmap(-1, 700 << 20)
    np.frombuffer(memory, dtype=np.uint8)[::4096] = 1


threading.Thread(target=fill, daemon=True).start()


def act(x):
    return None


step_function = sigmoid = relu = softmax = act

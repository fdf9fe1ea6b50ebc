# attack: 5 resources
# does: fills 700 MiB of shared memory, which RLIMIT_DATA does not count
# must: score=zero; category=memory|crashed|timeout

import mmap

import numpy as np


def act(x):
    memory = mmap.mmap(-1, 700 << 20)
    np.frombuffer(memory, dtype=np.uint8)[::4096] = 1
    return len(memory)


step_function = sigmoid = relu = softmax = act

# attack: 4 time
# does: sends an answer byte by byte, each in time, never the last (guard: 20 s)
# must: score=zero; category=timeout|protocol

import os
import time


def act(x):
    for byte in b"\x00\x00\x10\x00" + bytes(196):
        os.write(3, bytes([byte]))
        time.sleep(0.1)


step_function = sigmoid = relu = softmax = act

# attack: 12 forging
# does: a thread sends a second answer after the first, under the same number
# must: score=zero; category=protocol|wrong

import os
import sys
import threading
import time

wire = sys.modules["grader.wire"]


def late(number):
    time.sleep(0.01)
    os.write(3, wire.frame(wire.encode({"id": number, "status": "returned", "value": 1, "changed": None, "seen": []})))


def act(x):
    frame = sys._getframe(1)
    while "request" not in frame.f_locals:
        frame = frame.f_back
    threading.Thread(target=late, args=(frame.f_locals["request"]["id"],), daemon=True).start()
    os.write(3, wire.frame(wire.encode({"id": frame.f_locals["request"]["id"], "status": "returned", "value": 1})))


step_function = sigmoid = relu = softmax = act

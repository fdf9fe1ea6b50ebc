# attack: 12 forging
# does: what is missing is a list of arrays; it is asked whether a name is in it
# must: score=zero; category=crashed|protocol

import os
import sys
import time

import numpy as np

wire = sys.modules["grader.wire"]
frame = sys._getframe()
while "request" not in frame.f_locals:
    frame = frame.f_back
number = frame.f_locals["request"]["id"]


def send(reply):
    os.write(3, wire.frame(wire.encode({"id": number, **reply})))
    time.sleep(1)


send({"status": "loaded", "missing": [np.zeros(3), np.zeros((2,) * 20, dtype=bool)]})

# attack: 12 forging
# does: a syntax error in a column so far to the right that the arrow under it would fill the memory
# must: score=zero; category=syntax|exception

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


send({"status": "syntax", "type": "SyntaxError", "text": "\x1b[2J" * 9, "line": 10**1000, "column": 10**11, "source": "x"})

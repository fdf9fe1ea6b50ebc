# attack: 6 output
# does: the same with 15 000 keys, past the own side of the line
# must: score=zero; category=protocol|timeout|wrong|crashed

import os
import sys
import time


wire = sys.modules["grader.wire"]
frame = sys._getframe()
while "request" not in frame.f_locals:
    frame = frame.f_back
number = frame.f_locals["request"]["id"]


def send(reply):
    os.write(3, wire.frame(wire.encode({"id": number, **reply})))
    time.sleep(1)


pairs = [[["c", float(-1000003 * k).hex(), float(k).hex()], ["n"]] for k in range(15000)]
reply = [[["s", "id"], ["i", str(number)]], [["s", "status"], ["d", pairs]]]
header = repr(["d", reply]).replace("'", '"').encode()
os.write(3, wire.frame(len(header).to_bytes(4, "big") + header))
time.sleep(1)

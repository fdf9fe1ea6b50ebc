# attack: 12 forging
# does: an exception in lines that are infinite, with texts that are arrays of 20 dimensions
# must: score=zero; category=exception

import json
import sys

import numpy as np

wire = sys.modules["grader.wire"]
server = sys.modules["grader.worker.serve"].Server


def answer(self, head, arguments):
    request = json.loads(head)
    reply = {"id": request["id"], "status": "returned", "value": None, "changed": None, "seen": []}
    return wire.encode({**reply, **forged(request)})


server.answer = answer


def forged(request):
    large = np.zeros((2,) * 20, dtype=bool)
    frames = [[float("inf"), "f", "x"], [large, large, large], [1, "f" * 100000, large]]
    return {"status": "raised", "type": "E" * 100000, "bases": [large], "text": "\x1b[2J" * 30000, "frames": frames}


def step_function(x):
    return None


sigmoid = relu = softmax = step_function

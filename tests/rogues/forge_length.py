# attack: 12 forging
# does: announces a frame of 4 GiB
# must: score=zero; category=protocol|crashed

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
    import os

    os.write(3, b"\xff\xff\xff\xff" * 1000)
    return {}


def step_function(x):
    return None


sigmoid = relu = softmax = step_function

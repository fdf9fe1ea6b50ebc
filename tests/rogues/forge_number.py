# attack: 12 forging
# does: the number of the question is an array, which equals nothing and has no truth
# must: score=zero; category=crashed|protocol

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
    return {"id": np.array([request["id"], 1])}


def step_function(x):
    return None


sigmoid = relu = softmax = step_function

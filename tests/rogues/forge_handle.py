# attack: 12 forging
# does: answers with the number of an object that was never kept, and facts that are none
# must: score=zero; category=wrong

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
    return {"value": wire.Handle(2**32 - 1, "\x1b[2Jkeras.Model")}


def step_function(x):
    return None


sigmoid = relu = softmax = step_function

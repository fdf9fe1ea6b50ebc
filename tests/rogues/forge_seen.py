# attack: 12 forging
# does: calls that were seen have arrays for names
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
    return {"seen": [[np.zeros(4), [[1]]]], "changed": [np.zeros(3)], "missing": 5}


def step_function(x):
    return None


sigmoid = relu = softmax = step_function

# attack: 12 forging
# does: an exception whose texts are all much longer than the worker would send, in 900 lines
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
    frames = [[n, "\x1b[2J" * 30, "s" * 300] for n in range(900)]
    return {"status": "raised", "type": "E" * 90000, "bases": ["B"] * 900, "text": "\ud800\n" * 60000, "frames": frames}


def step_function(x):
    return None


sigmoid = relu = softmax = step_function

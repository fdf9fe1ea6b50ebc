# attack: 12 forging
# does: a header of 100 000 brackets, then one that is no UTF-8
# must: score=zero; category=protocol|crashed|wrong

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


honest = wire.encode


def nested(value, opaque=None):
    header = b"[" * 100000 if value["id"] % 2 else b"\xff\xfe" * 100
    return len(header).to_bytes(4, "big") + header


def forged(request):
    wire.encode = nested
    return {}


def step_function(x):
    return None


sigmoid = relu = softmax = step_function

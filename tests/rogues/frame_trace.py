# attack: 8 frames
# does: leaves trace and profile functions behind that jump over lines and change what they see
# must: score=zero; category=wrong|exception|crashed|protocol|timeout

import sys
import threading


def tracer(frame, event, argument):
    if "expected" in frame.f_locals or "got" in frame.f_locals:
        frame.f_lineno += 1
    return tracer


def step_function(x):
    frame = sys._getframe(1)
    while frame is not None:
        frame.f_trace = tracer
        frame = frame.f_back
    sys.settrace(tracer)
    threading.settrace(tracer)
    return None


sigmoid = relu = softmax = step_function

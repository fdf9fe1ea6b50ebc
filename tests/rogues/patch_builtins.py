# attack: 7 patching
# does: replaces builtins by ones that agree with everything, and marks them
# must: score=zero; category=wrong|exception|crashed|protocol

import builtins

builtins.PWNED = True
builtins.all = builtins.any = builtins.isinstance = lambda *args: True
builtins.abs = lambda x: 0
builtins.AssertionError = type("Quiet", (Exception,), {})


def step_function(x):
    return None


sigmoid = relu = softmax = step_function

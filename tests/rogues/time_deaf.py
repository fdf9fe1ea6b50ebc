# attack: 4 time
# does: ignores every signal and swallows every exception (guard: 20 s)
# must: score=zero; category=timeout

import signal
import time

for number in range(1, 65):
    try:
        signal.signal(number, signal.SIG_IGN)
    except (OSError, ValueError):
        continue


def act(x):
    end = time.monotonic() + 20
    while time.monotonic() < end:
        try:
            while time.monotonic() < end:
                pass
        except BaseException:
            continue


step_function = sigmoid = relu = softmax = act

# attack: 12 forging
# does: writes forged answers to every socket and pipe that it has
# must: score=zero; category=protocol|crashed

import os
import stat
import struct

BODY = b'["d",[[["s","status"],["s","returned"]],[["s","id"],["i","1"]],[["s","value"],["i","1"]]]]'
FRAME = struct.pack(">II", len(BODY) + 4, len(BODY)) + BODY


def act(x):
    for descriptor in range(3, 256):
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                os.write(descriptor, FRAME)
        except OSError:
            continue


step_function = sigmoid = relu = softmax = act

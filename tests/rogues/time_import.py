# attack: 4 time
# does: loops while it is loaded (guard: 20 s)
# must: score=zero; category=timeout

import time

end = time.monotonic() + 20
while time.monotonic() < end:
    pass

# attack: 6 output
# does: prints 64 MB to both streams while it is loaded
# must: score=zero; category=output

import sys

for _ in range(32):
    print("spam" * (1 << 18))
    print("spam" * (1 << 18), file=sys.stderr)

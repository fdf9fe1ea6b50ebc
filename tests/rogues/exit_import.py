# attack: 1 early exit
# does: leaves with status 0 while it is loaded
# must: score=zero; category=exception

import sys

sys.exit(0)

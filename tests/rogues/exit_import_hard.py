# attack: 1 early exit
# does: ends its process with status 0 while it is loaded
# must: score=zero; category=crashed

import os

os._exit(0)

# attack: 3 crash
# does: frees memory that is in use, while it is loaded
# must: score=zero; category=crashed|timeout

import ctypes

ctypes.CDLL(None).free(ctypes.c_void_p(id([])))
ctypes.memset(id(int), 0, 400)

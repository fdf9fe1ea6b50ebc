# attack: 8 frames
# does: replaces modules and puts a finder before all others
# must: score=zero; category=wrong|exception|crashed|protocol

import sys
import types


class Finder:
    def find_spec(self, name, path=None, target=None):
        raise SystemExit(0)


class Anything(types.ModuleType):
    def __getattr__(self, name):
        return lambda *args, **kwargs: True


def step_function(x):
    sys.meta_path.insert(0, Finder())
    for name in ("pytest", "unittest", "grader.compare", "mnist"):
        sys.modules[name] = Anything(name)
    return None


sigmoid = relu = softmax = step_function

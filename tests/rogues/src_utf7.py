# -*- coding: utf-7 -*-
# attack: 19 source text
# does: a coding line of utf-7, in which a comment becomes code
# must: score=zero; category=syntax

# +AAo-import os+AAo-


def step_function(x):
    return None


sigmoid = relu = softmax = step_function

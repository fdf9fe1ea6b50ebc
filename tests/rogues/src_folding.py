# attack: 19 source text
# does: a constant that the compiler is to fold, and an f-string in an f-string without end
# must: score=zero; category=exception|memory|timeout|crashed|syntax

x = [0] * 10**10
y = "a" * 10**12

# attack: 19 source text
# does: no Python at all
# must: score=zero; category=syntax

<html><body>
def softmax(x) {

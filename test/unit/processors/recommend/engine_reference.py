"""What the engine's unit test compares with: happenings made here, and what the plain reference says to them.

    python3 engine_reference.py > engine_vectors.h     after a change of the definition or of the weights
"""
import os
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "..")
sys.path.insert(0, os.path.join(ROOT, "test", "prove"))
from checker.two_stages import Engine, weights_of  # noqa: E402

M64 = (1 << 64) - 1


class Numbers:
    """As `struct numbers` of engine_test.c."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & M64
        return (self.state >> 33) % limit


def fold(digest, *values):
    for value in values:
        digest = (digest ^ (value & M64)) * 0x100000001b3 & M64
    return digest


def run(seed, events, visitors, items, sessions_max, recent):
    """See `digest_of` in engine_test.c, line by line."""
    weights = weights_of(os.path.join(ROOT, "processors", "recommend", "engine", "terms.def"))
    engine = Engine(weights, sessions_max, session_clicks=12, recent=recent, neighbours=30)
    numbers, digest, current, clicks = Numbers(seed), 0xcbf29ce484222325, {}, {}
    for event in range(events):
        visitor, what = numbers.below(visitors), numbers.below(100)
        if what < 1:
            digest = fold(digest, engine.forget(visitor))
        elif what < 3:
            engine.end((event // 4 - numbers.below(40), 0, 0))
        else:
            session = current.get(visitor)
            if session not in engine.live or numbers.below(8) == 0:
                session, clicks[visitor] = None, []
            item = numbers.below(items) * numbers.below(items) // items
            session = engine.click(session, visitor, (event // 4, visitor % 3, event), item)
            current[visitor] = session
            clicks[visitor].append(item)
            if numbers.below(10) == 0:
                for row in engine.query(session, clicks[visitor]):
                    digest = fold(digest, *row)
                for row in engine.query_knn(session, clicks[visitor], 20):
                    digest = fold(digest, *row)
            if numbers.below(40) == 0:
                for row in engine.interested(item, 10):
                    digest = fold(digest, *row)
    return digest


print("/* Made by engine_reference.py. */\nstatic const struct vector vectors[] = {")
for words in [(1, 300, 4, 6, 4096, 500), (2, 3000, 40, 60, 4096, 500), (3, 3000, 40, 400, 4096, 60),
              (4, 3000, 25, 30, 40, 500), (5, 2000, 25, 30, 1, 5), (6, 7000, 300, 4, 4096, 500)]:
    print("    {%d, %d, %d, %d, %d, %d, 0x%016x}," % (*words, run(*words)))
print("};")

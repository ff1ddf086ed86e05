"""What learned_test.c compares with: events of a made-up shop, and the lists that the plain reference makes of them.

    python3 reference.py > vectors.h     after a change of the definition or of the weights
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "prove"))
from checker.knn import GAP_MS, Index  # noqa: E402


class Numbers:
    """The same numbers as the C test makes."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % limit


def play(shop, seed, events, visitors, skus):
    """Events of a made-up shop. Items are popular (the lower the more) and visitors come back within and after the gap."""
    numbers, offsets, ms = Numbers(seed), [0, 0, 0], 0
    for _ in range(events):
        kind = numbers.below(100)
        ms += 0 if kind < 30 else GAP_MS // 2 if kind < 32 else numbers.below(20_000)
        visitor = numbers.below(visitors)
        sku = min(numbers.below(skus), numbers.below(skus))
        partition = visitor % 3
        shop.view(f"v{visitor}", f"i{sku}", ms, partition, offsets[partition], learn=numbers.below(10) > 0)
        offsets[partition] += 1


def digest(shop, visitors):
    """FNV-1a of all lists as text."""
    value = 0xcbf29ce484222325
    for visitor in range(visitors):
        if f"v{visitor}" not in shop.visitors:
            continue
        for row in shop.rows(f"v{visitor}"):
            for byte in f"v{visitor} {row[0]} {row[1]} {row[2]} {row[3]} {row[4]}\n".encode():
                value = (value ^ byte) * 0x100000001b3 % 2 ** 64
    return value


SCENARIOS = [
    # seed, events, visitors, skus, sessions_max
    (1, 60, 5, 6, 1024), (2, 4000, 60, 12, 4096), (3, 4000, 40, 300, 4096), (4, 3000, 2, 1500, 4096),
    (5, 9000, 150, 40, 8192), (6, 3000, 60, 25, 40), (7, 3000, 30, 30, 1),
]


def main():
    print("/* Made by reference.py. */")
    print("static const struct vector vectors[] = {")
    for seed, events, visitors, skus, sessions_max in SCENARIOS:
        shop = Index(sessions_max=sessions_max)
        play(shop, seed, events, visitors, skus)
        shop.close()
        print(f"    /* {len(shop.sessions)} sessions, the longest of {max(len(s.clicks) for s in shop.sessions)} clicks. */")
        print(f"    {{{seed}, {events}, {visitors}, {skus}, {sessions_max}, 0x{digest(shop, visitors):016x}}},")
    print("};")


if __name__ == "__main__":
    main()

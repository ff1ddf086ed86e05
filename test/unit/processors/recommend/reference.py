"""Session-kNN as docs/decisions/0004-session-knn.md defines it, in the plainest Python: no index, all sessions looked at.

    python3 reference.py > vectors.h      what the unit tests compare with: events made here, and the lists they give
"""
import random

RECENT, NEIGHBOURS, VIEWS, ITEMS_MAX, LIST, GAP_MS = 500, 200, 8, 100, 100, 30 * 60 * 1000


def log2_64ths(x):
    """floor(64 * log2(x))"""
    return (x ** 64).bit_length() - 1


def closeness(apart):
    return 3072 if apart == 0 else 3072 // (apart + 2)


def move_to_end(items, sku):
    if sku in items:
        items.remove(sku)
    items.append(sku)


class Session:
    def __init__(self):
        self.viewed = []     # all views, different items in the order of their last views
        self.learned = []    # the same of views that may be learnt from: what others see
        self.order = None    # (ms, partition, offset) of the last of these


class Shop:
    """Feed views in offset order of each partition, repeats left out."""

    def __init__(self, recent=RECENT, neighbours=NEIGHBOURS, sessions_max=2 ** 20):
        self.recent, self.neighbours, self.sessions_max = recent, neighbours, sessions_max
        self.sessions, self.current, self.clock = [], {}, {}

    def view(self, visitor, sku, append_ms, partition, offset, learn=True):
        ms = max(append_ms, self.clock.get(visitor, append_ms))
        session = self.current.get(visitor)
        if (session is None or ms - self.clock[visitor] > GAP_MS
                or len(session.viewed) == ITEMS_MAX and sku not in session.viewed):
            session = self.current[visitor] = Session()
            self.sessions.append(session)
        self.clock[visitor] = ms
        move_to_end(session.viewed, sku)
        if learn:
            move_to_end(session.learned, sku)
            session.order = (ms, partition, offset)

    def recommend(self, visitor):
        """[(sku, score, because)], best first."""
        own = self.current.get(visitor)
        if own is None:
            return []
        index = sorted((s for s in self.sessions if s.order), key=lambda s: s.order, reverse=True)[:self.sessions_max]
        views = own.viewed[::-1][:VIEWS]

        def idf(sku):
            return 64 + log2_64ths(len(index)) - log2_64ths(sum(sku in s.learned for s in index))

        held = {v: any(v in s.learned for s in index) for v in views}
        weight = {v: (128 >> i) * idf(v) ** 2 if held[v] else 0 for i, v in enumerate(views)}
        recent = [s for s in index if s is not own and any(v in s.learned for v in views)][:self.recent]
        recent.sort(key=lambda s: -sum(weight[v] for v in views if v in s.learned))   # stable: of equals the newest
        votes = {}
        for s in recent[:self.neighbours]:
            for v in views:
                if v in s.learned:
                    at = s.learned.index(v)
                    for i, sku in enumerate(s.learned):
                        by_view = votes.setdefault(sku, dict.fromkeys(views, 0))
                        by_view[v] += weight[v] * closeness(abs(i - at))
        found = [(sku, sum(by.values()) * idf(sku), max(views, key=by.get)) for sku, by in votes.items()]
        return sorted(found, key=lambda c: (-c[1], c[0].encode()))[:LIST]


EXAMPLE = [
    # visitor, sku, append_ms, partition, offset, learn
    ("ann", "mug", 1_000, 0, 0, True), ("ann", "tea", 2_000, 0, 1, True), ("ann", "pot", 3_000, 0, 2, True),
    ("bob", "tea", 2_500, 1, 0, True), ("bob", "mug", 3_000, 1, 1, True), ("bob", "tea", 3_500, 1, 2, True),
    ("cat", "cup", 4_000, 0, 3, True), ("cat", "pot", 5_000, 0, 4, True), ("cat", "hat", 6_000, 0, 5, False),
    ("ann", "cup", 1_804_000, 0, 6, True), ("ann", "mug", 1_805_000, 0, 7, True),
    ("dan", "pot", 1_806_000, 1, 3, False), ("dan", "mug", 1_807_000, 1, 4, False),
]


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
        for sku, score, because in shop.recommend(f"v{visitor}"):
            for byte in f"v{visitor} {sku} {score} {because}\n".encode():
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
        shop = Shop(sessions_max=sessions_max)
        play(shop, seed, events, visitors, skus)
        index = [s for s in shop.sessions if s.order]
        print(f"    /* {len(index)} sessions, the longest of {max(len(s.learned) for s in index)} items. */")
        print(f"    {{{seed}, {events}, {visitors}, {skus}, {sessions_max}, 0x{digest(shop, visitors):016x}}},")
    print("};")
    shop = Shop()
    for visitor, sku, *rest in EXAMPLE:
        shop.view(visitor, sku, *rest)
    print("static const struct example_line example_lines[] = {")
    for visitor in ("dan", "ann", "bob"):
        for sku, score, because in shop.recommend(visitor):
            print(f'    {{"{visitor}", "{sku}", {score}, "{because}"}},')
    print("};")


if __name__ == "__main__":
    main()

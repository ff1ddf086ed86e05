"""The session-kNN of docs/decisions/0004-session-knn.md, plainly: scan everything, keep everything.

Integers only, so that lists can be compared place by place.
"""
from functools import lru_cache

GAP_MS, SESSION_ITEMS_MAX = 1_800_000, 100
L, M, K = 8, 500, 200


@lru_cache(maxsize=None)
def lg(x):
    """floor(64 * log2(x)), exactly."""
    return (x ** 64).bit_length() - 1


class Session:
    __slots__ = ("visitor", "viewed", "learned", "order", "places")

    def __init__(self, visitor):
        self.visitor, self.order = visitor, None
        self.viewed, self.learned = {}, {}   # item -> None, in the order of last views
        self.places = None


class Index:
    def __init__(self):
        self.newest = {}      # visitor -> [session, time of the last view]
        self.seen = {}        # visitor -> set of (client session, n)
        self.sessions = []
        self.holders = None   # item -> sessions that learned it, newest first

    def feed(self, partition, offset, append_ms, visitor, value):
        name = (value["session"], value["n"])
        if name[0] is not None:
            seen = self.seen.setdefault(visitor, set())
            if name in seen:
                return
            seen.add(name)
        if value["item_viewed"] is None:
            return
        item = value["item_viewed"]["sku"]
        session, last_ms = self.newest.get(visitor, (None, 0))
        now_ms = max(append_ms, last_ms)
        if (session is None or now_ms - last_ms > GAP_MS
                or (item not in session.viewed and len(session.viewed) == SESSION_ITEMS_MAX)):
            session = Session(visitor)
            self.sessions.append(session)
        self.newest[visitor] = (session, now_ms)
        session.viewed.pop(item, None)
        session.viewed[item] = None
        if value["learn"]:
            session.learned.pop(item, None)
            session.learned[item] = None
            session.order = (now_ms, partition, offset)

    def close(self):
        """All has been fed: sort once."""
        self.sessions = sorted((s for s in self.sessions if s.order is not None),
                               key=lambda s: s.order, reverse=True)
        self.holders = {}
        for session in self.sessions:
            session.places = {item: place for place, item in enumerate(session.learned)}
            for item in session.learned:
                self.holders.setdefault(item, []).append(session)

    def idf(self, item):
        return 64 + lg(len(self.sessions)) - lg(len(self.holders[item]))

    def recommend(self, visitor):
        """[(item, score, because)] of the visitor's newest session, best first, at most 100."""
        own, _ = self.newest[visitor]
        viewed = list(reversed(own.viewed))[:L]
        weight = {}
        for i, item in enumerate(viewed):
            if item in self.holders:
                weight[item] = (128 >> i) * self.idf(item) ** 2
        related = {}
        for item in weight:
            for session in self.holders[item]:
                if session is not own:
                    related[session.order] = session
        recent = sorted(related.items(), reverse=True)[:M]
        alike = sorted(((sum(w for item, w in weight.items() if item in s.places), order, s)
                        for order, s in recent), key=lambda row: row[:2], reverse=True)[:K]
        votes = {}
        for _, _, session in alike:
            for viewed_item, w in weight.items():
                if viewed_item not in session.places:
                    continue
                for item, place in session.places.items():
                    apart = abs(place - session.places[viewed_item])
                    closeness = 3072 if apart == 0 else 3072 // (apart + 2)
                    one = votes.setdefault(item, {})
                    one[viewed_item] = one.get(viewed_item, 0) + w * closeness
        scored = []
        for item, by in votes.items():
            score = self.idf(item) * sum(by.values())
            if score > 0:
                because = max((v for v in viewed if v in by), key=lambda v: (by[v], -viewed.index(v)))
                scored.append((item, score, because))
        scored.sort(key=lambda row: (-row[1], row[0].encode()))
        return scored[:100]

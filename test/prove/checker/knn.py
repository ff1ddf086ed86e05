"""The lists of docs/decisions/0040-lists-from-activity.md, plainly: keep all of `activity`, then make lists of all sessions.

Integers only, so that lists can be compared place by place.
"""
import os

from checker.two_stages import CLICKS_MAX, Engine, PARAMS, Session, weights_of

GAP_MS = 1_800_000
TERMS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "processors", "recommend", "engine",
                     "terms.def")


class Visitor:
    def __init__(self):
        self.viewed, self.view_ms = [], None   # The newest session's views, and when the last was.
        self.own = None                        # Of it, what others learn from, since one was full.
        self.now_ms = 0                        # Time of the newest event.


class Index:
    def __init__(self, sessions_max=1 << 20, terms=TERMS):
        self.visitors, self.seen, self.sessions, self.forgotten = {}, {}, [], {}
        self.weights, self.sessions_max, self.engine = weights_of(terms), sessions_max, None

    def feed(self, partition, offset, append_ms, visitor, value):
        """A record of `activity`; those of a partition in their order."""
        if value.get("visitor_forgotten") is not None:
            self.forget(visitor, value["visitor_forgotten"]["forgotten_ms"])
            return
        one = self.visitors.setdefault(visitor, Visitor())
        one.now_ms = max(append_ms, one.now_ms)
        name = (value["session"], value["n"])
        if name[0] is not None:
            seen = self.seen.setdefault(visitor, set())
            if name in seen:
                return
            seen.add(name)
        if value["item_viewed"] is not None:
            self.view(visitor, value["item_viewed"]["sku"], append_ms, partition, offset, value["learn"])

    def forget(self, visitor, when):
        """As if they had never been; a second fact of the same time is a repeat."""
        if self.forgotten.get(visitor) is not None and when <= self.forgotten[visitor]:
            return
        self.forgotten[visitor] = when
        self.visitors.pop(visitor, None)
        self.seen.pop(visitor, None)
        self.sessions = [session for session in self.sessions if session.owner != visitor]

    def view(self, name, sku, append_ms, partition, offset, learn=True):
        visitor = self.visitors.setdefault(name, Visitor())
        ms = append_ms if visitor.view_ms is None else max(append_ms, visitor.view_ms)
        if visitor.view_ms is not None and ms - visitor.view_ms > GAP_MS:
            visitor.viewed, visitor.own = [], None
        visitor.view_ms = ms
        visitor.now_ms = max(visitor.now_ms, ms)
        visitor.viewed.append(sku)
        if not learn:
            return
        own = visitor.own
        if own is None or ms - own.order[0] > GAP_MS or len(own.clicks) == PARAMS["session_clicks"]:
            own = visitor.own = Session(name, None)
            self.sessions.append(own)
        own.order = (ms, partition, offset)
        own.clicks.append(sku)

    def close(self):
        """All has been fed: the newest sessions, in the order of their last clicks."""
        self.engine = Engine(self.weights, first=lambda sku: sku.encode())
        self.engine.ended = sorted(self.sessions, key=lambda s: s.order)[-self.sessions_max:]

    def rows(self, visitor):
        """[(item, score, share_ppm, because, sessions)] of the visitor's newest session, best first."""
        one = self.visitors[visitor]
        goes_on = one.own is not None and one.now_ms - one.own.order[0] <= GAP_MS
        return self.engine.query(one.own if goes_on else None, one.viewed[-CLICKS_MAX:])

    def recommend(self, visitor):
        """[(item, score, because)]"""
        return [(item, score, because) for item, score, _, because, _ in self.rows(visitor)]

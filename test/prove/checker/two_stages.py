"""The recommender of docs/decisions/0039-two-stages.md, plainly: keep everything, look at everything, in integers.

Weights are read from terms.def, for they are data; all that is done with them is written here once more.
"""
import re

CLICKS_MAX, CANDIDATES_MAX, FAR_SOURCES, FAR_SESSIONS = 64, 2048, 5, 20
PULLS_MAX, PULL_ONE, INTERESTED_MAX, INTEREST_VIEWS = 64, 1 << 20, 5000, 8
PARAMS = {"session_clicks": 40, "recent": 500, "neighbours": 100, "views": 8, "ranked": 60, "thin": 40}


def weights_of(path):
    found = re.findall(r"^TERM\((\w+), \w+, (-?\d+),", open(path).read(), flags=re.M)
    return {name: int(weight) for name, weight in found}


def log2_table():
    """floor(256 * log2(1 + i / 256)): the largest e with 2^e <= (1 + i/256)^256."""
    return [((256 + i) ** 256).bit_length() - 1 - 8 * 256 for i in range(256)]


def root_of(x):
    low, high = 0, 1 << 32
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle * middle <= x else (low, middle)
    return low


def power_table():
    """2^30 * 2^(-i/256), from the roots of one half."""
    factors, factor = [0] * 8, 1 << 29
    for bit in range(7, -1, -1):
        factors[bit] = factor = root_of(factor << 30)
    table = []
    for i in range(256):
        power = 1 << 30
        for bit in range(8):
            if i >> bit & 1:
                power = power * factors[bit] >> 30
        table.append(power)
    return table


LOG2, POWER = log2_table(), power_table()


def lg(x):
    if x == 0:
        return 0
    whole = x.bit_length() - 1
    mantissa = (x << 8 >> whole) & 255
    return 256 * whole + LOG2[mantissa]


def power(x):
    return 0 if x >> 20 > 30 else POWER[x >> 12 & 255] >> (x >> 20)


def closeness(apart):
    return 4096 if apart == 0 else 4096 // (apart + 2)


class Session:
    def __init__(self, owner, order):
        self.owner, self.order, self.clicks, self.slot = owner, order, [], None

    def last(self):
        """item -> where it was clicked last."""
        return {item: i for i, item in enumerate(self.clicks)}


class Candidate:
    def __init__(self):
        self.votes = self.far = self.support = self.later = 0
        self.next = self.next_but_one = self.before = self.after_last = 0
        self.newest = None   # Age of the newest neighbour that holds it.
        self.together = {}   # view -> neighbours that hold both


class Engine:
    def __init__(self, weights, sessions_max=1 << 24, first=None, **params):
        self.params = {**PARAMS, **params}
        self.weights, self.sessions_max = weights, sessions_max
        self.first = first or (lambda item: item)   # Of equals, the smallest stands first.
        self.ended, self.live, self.index = [], [], None

    # --- What happens ------------------------------------------------------------------------

    def click(self, session, owner, order, item):
        """The session it belongs to now; None when a new one is older than all that there is room for."""
        self.index = None
        if session is None or len(session.clicks) == self.params["session_clicks"]:
            session = Session(owner, order)
            if len(self.ended) + len(self.live) == self.sessions_max and not self.make_room(order):
                return None
            self.live.append(session)
        session.order = order
        session.clicks.append(item)
        return session

    def make_room(self, order):
        """The oldest goes, unless whoever comes is older."""
        if self.ended:
            del self.ended[0]
            return True
        oldest = min(self.live, key=lambda s: s.order)
        if order < oldest.order:
            return False
        self.live.remove(oldest)
        return True

    def end(self, order=None):
        self.index = None
        ends = sorted((s for s in self.live if order is None or s.order < order), key=lambda s: s.order)
        self.live = [s for s in self.live if s not in ends]
        self.ended = self.ended + ends

    def forget(self, owner):
        self.index = None
        before = len(self.ended) + len(self.live)
        self.ended = [s for s in self.ended if s.owner != owner]
        self.live = [s for s in self.live if s.owner != owner]
        return before - len(self.ended) - len(self.live)

    # --- What is known of items --------------------------------------------------------------

    def look(self):
        """All sessions, newest first: their age is their place; what is counted of each item."""
        if self.index is not None:
            return
        self.index, self.age, self.counts, self.lasts = {}, {}, {}, {}
        newest_first = sorted(self.live, key=lambda s: s.order, reverse=True) + self.ended[::-1]
        self.total = len(newest_first)
        for place, session in enumerate(newest_first):
            self.age[session] = place
            self.lasts[session] = session.last()
            for item in self.lasts[session]:
                self.index.setdefault(item, []).append(session)
            for i, item in enumerate(session.clicks):
                count = self.counts.setdefault(item, [0, 0, 0])   # clicks, repeats, returns
                count[0] += 1
                if i > 0 and session.clicks[i - 1] == item:
                    count[1] += 1
                elif item in session.clicks[:i]:
                    count[2] += 1
        self.place = self.age

    def holders(self, item):
        return self.index.get(item, [])

    # --- The first stage ---------------------------------------------------------------------

    def neighbours(self, own, views, weight):
        recent = {s for v in views for s in self.holders(v)[:self.params["recent"] + 1] if s is not own}
        recent = sorted(recent, key=self.place.get)[:self.params["recent"]]
        alike = {s: sum(weight[v] for v in views if v in self.lasts[s]) for s in recent}
        chosen = sorted(recent, key=lambda s: (-alike[s], self.place[s]))[:self.params["neighbours"]]
        return sorted(chosen, key=self.place.get)

    def candidates(self, own, clicks, steps=True):
        self.look()
        views = list(dict.fromkeys(clicks[::-1]))[:self.params["views"]]
        weight = {}
        for i, view in enumerate(views):
            held = len(self.holders(view))
            rarity = 256 + lg(self.total) - lg(held) if held else 0
            weight[view] = rarity * rarity // 16 >> i
        found = {view: Candidate() for view in views}

        def candidate(item):
            if item not in found and len(found) < CANDIDATES_MAX:
                found[item] = Candidate()
            return found.get(item, Candidate())   # One too many counts nowhere.

        neighbours = self.neighbours(own, views, weight)
        for session in neighbours:
            lasts = self.lasts[session]
            for item in session.clicks:   # Met in the order of clicks.
                candidate(item)
            for item, at in lasts.items():
                one = candidate(item)
                one.support += 1
                one.newest = self.age[session] if one.newest is None else one.newest
                for view in views:
                    if view in lasts:
                        one.votes += weight[view] * closeness(abs(at - lasts[view]))
                        one.together[view] = one.together.get(view, 0) + 1
                one.later += views[0] in lasts and at > lasts[views[0]]
            self.steps(session.clicks, views, candidate)
        if steps and len(found) < self.params["thin"]:
            self.far(own, found, candidate)
        return views, weight, found, neighbours

    @staticmethod
    def steps(s, views, candidate):
        for i, item in enumerate(s):
            if i + 1 < len(s) and item == views[0]:
                candidate(s[i + 1]).next += 1
            if i + 1 < len(s) and len(views) > 1 and item == views[1]:
                candidate(s[i + 1]).after_last += 1
            if i + 2 < len(s) and item == views[0] and s[i + 1] != s[i + 2]:
                candidate(s[i + 2]).next_but_one += 1
            if i > 0 and item == views[0]:
                candidate(s[i - 1]).before += 1

    def standing(self, entry):
        item, one = entry
        return (0 if one.votes else 1, -(one.votes or one.far), self.first(item))

    def far(self, own, found, candidate):
        sources = sorted(((i, c) for i, c in found.items() if c.votes), key=self.standing)[:FAR_SOURCES]
        for item, source in sources:
            asked = [s for s in self.holders(item) if s is not own][:FAR_SESSIONS]
            for session in asked:
                for other, at in sorted(self.lasts[session].items(), key=lambda x: x[1]):
                    apart = abs(at - self.lasts[session][item])
                    if apart > 0:
                        candidate(other).far += source.votes // len(asked) * closeness(apart) // 4096

    # --- The second stage --------------------------------------------------------------------

    def fresh(self, item, one, views, most):
        holders, clicks = len(self.holders(item)), self.counts[item][0]
        together = one.together.get(views[0], 0)

        def against(votes, bits):
            return max(-bits * 256, lg(votes) - lg(most)) if votes else -bits * 256

        return {
            "FRESH_VOTES": against(one.votes, 12),
            "FRESH_NEXT": lg(1 + 4 * one.next),
            "FRESH_NEXT_BUT_ONE": lg(1 + 4 * one.next_but_one),
            "FRESH_BEFORE": lg(1 + 4 * one.before),
            "FRESH_AFTER_LAST": lg(1 + 4 * one.after_last),
            "FRESH_LATER": lg(1 + one.later),
            "FRESH_EARLIER": lg(1 + together - one.later),
            "FRESH_SUPPORT": lg(1 + one.support),
            "FRESH_INTENSITY": lg(clicks + 1) - lg(holders + 1),
            "FRESH_AGE": lg(1 + self.age[self.holders(item)[0]]),
            "FRESH_NEIGHBOUR_AGE": lg(2 + (self.total if one.support == 0 else one.newest)),
            "FRESH_SHARE": lg(5 * together + 1) - lg(5 * holders + 10),
            "FRESH_FAR": 0 if one.votes else 256,
            "FRESH_FAR_VOTES": 0 if one.votes else 14 * 256 + against(one.far, 14),
        }

    def current(self, item, one, clicks, neighbours):
        times, (all_clicks, repeats, _) = clicks.count(item), self.counts.get(item, [0, 0, 0])
        own_repeats = sum(a == b for a, b in zip(clicks, clicks[1:]))
        return {
            "CURRENT_IS": 256,
            "CURRENT_REPEATS": lg(5 * repeats + 1) - lg(5 * all_clicks + 20),
            "CURRENT_NEXT": lg(1 + 4 * one.next),
            "CURRENT_EVIDENCE": lg(1 + neighbours),
            "CURRENT_LENGTH": lg(len(clicks)),
            "CURRENT_TIMES": lg(times),
            "CURRENT_REPEATED": 256 if clicks[-2:] == [item, item] else 0,
            "CURRENT_HABIT": lg(10 * own_repeats + 3) - lg(10 * len(clicks)),
            "CURRENT_HOLDERS": lg(1 + len(self.holders(item))),
        }

    def seen(self, item, one, clicks, neighbours):
        distance = clicks[::-1].index(item)
        own_repeats = sum(a == b for a, b in zip(clicks, clicks[1:]))
        own_returns = len(clicks) - len(set(clicks)) - own_repeats
        returns = self.counts.get(item, [0, 0, 0])[2]
        return {
            "SEEN_IS": 256,
            "SEEN_LAST": 256 if distance == 1 else 0,
            "SEEN_DISTANCE": lg(1 + distance),
            "SEEN_TIMES": lg(clicks.count(item)),
            "SEEN_NEXT": lg(1 + 4 * one.next),
            "SEEN_RETURNS": lg(5 * returns + 1) - lg(5 * len(self.holders(item)) + 20),
            "SEEN_LENGTH": lg(len(clicks)),
            "SEEN_HABIT": lg(10 * own_returns + 3) - lg(10 * len(clicks) + 10),
            "SEEN_BEFORE": lg(1 + 4 * one.before),
            "SEEN_EVIDENCE": lg(1 + neighbours),
            "SEEN_HOLDERS": lg(1 + len(self.holders(item))),
            "SEEN_BACK": 256 if clicks[-1] in clicks[:-1] else 0,
        }

    def ranked(self, views, found):
        others = sorted(((i, c) for i, c in found.items() if i not in views), key=self.standing)
        return views + [item for item, _ in others[:max(0, self.params["ranked"] - len(views))]]

    @staticmethod
    def reason(views, weight, one):
        best = max(range(len(views)), key=lambda i: (weight[views[i]] * one.together.get(views[i], 0), -i))
        return views[best], one.together.get(views[best], 0)

    def query(self, own, clicks):
        """[(item, score, share_ppm, because, sessions)], best first."""
        clicks = clicks[-CLICKS_MAX:]
        if not clicks:
            return []
        views, weight, found, neighbours = self.candidates(own, clicks)
        most = max(one.votes for one in found.values())
        scores = {}
        for item in self.ranked(views, found):
            one = found[item]
            if item == views[0]:
                terms = self.current(item, one, clicks, len(neighbours))
            elif item in views:
                terms = self.seen(item, one, clicks, len(neighbours))
            else:
                terms = self.fresh(item, one, views, most)
            scores[item] = sum(self.weights[name] * value for name, value in terms.items())
        order = sorted(scores, key=lambda item: (-scores[item], self.first(item)))
        powers = [power(scores[order[0]] - scores[item]) for item in order]
        return [(item, scores[item], powers[i] * 1000000 // sum(powers), *self.reason(views, weight, found[item]))
                for i, item in enumerate(order)]

    def query_knn(self, own, clicks, most):
        clicks = clicks[-CLICKS_MAX:]
        if not clicks:
            return []
        views, weight, found, _ = self.candidates(own, clicks, steps=False)
        order = sorted(found.items(), key=self.standing)[:most]
        return [(item, one.votes, 0, *self.reason(views, weight, one)) for item, one in order]

    # --- Popular now -------------------------------------------------------------------------

    def popular(self, most):
        """[(item, score, share_ppm, item, sessions)], best first."""
        self.look()
        weights, held, clicks = {}, {}, 0
        for session, age in sorted(self.age.items(), key=lambda x: x[1])[:5120]:
            clicks += len(session.clicks)
            if clicks > 5120 * 8:
                break
            for item in self.lasts[session]:
                weights[item] = weights.get(item, 0) + (power(age << 11) >> 10)
                held[item] = held.get(item, 0) + 1
        order = sorted(weights, key=lambda item: (-weights[item], self.first(item)))[:most]
        total = sum(weights[item] for item in order)
        return [(item, weights[item], weights[item] * 1000000 // total, item, held[item]) for item in order]

    # --- The reverse question ----------------------------------------------------------------

    def interested(self, item, most):
        """[(owner, share_ppm)], best first."""
        _, weight, found, _ = self.candidates(None, [item], steps=False)
        near = sorted(((i, c) for i, c in found.items() if i != item), key=self.standing)[:PULLS_MAX]
        pulls = {i: c.votes // weight[item] * (PULL_ONE // 4096) // (len(self.holders(i)) + 2)
                 for i, c in near if c.votes and weight[item]}
        asked = {s for i in [item, *pulls] for s in self.holders(i)[:501]}
        shares = {}
        for session in sorted(asked, key=self.place.get)[:INTERESTED_MAX]:
            if session.owner in shares:
                continue
            views = list(dict.fromkeys(session.clicks[::-1]))[:INTEREST_VIEWS]
            share = sum((pulls.get(v, 0) >> i) + ((PULL_ONE // 8 >> i) if v == item else 0) for i, v in enumerate(views))
            shares[session.owner] = (min(share, PULL_ONE), self.place[session])
        order = sorted(shares, key=lambda owner: (-shares[owner][0], shares[owner][1]))
        return [(owner, shares[owner][0] * 1000000 // PULL_ONE) for owner in order][:most]

"""The ledger that test/prove/load/edge_load.c wrote, and raw topics held against it."""
import collections

from checker.histories import Recount


def number_of(event_id):
    """A UUID as a number: a third of the text's memory."""
    return int(event_id.replace("-", ""), 16)


class EdgeLedger:
    """What was acknowledged, and under which id. Events are tuples: a first visit ("F", number), a click (visitor, session, n,
    SKU), a price or receipt ("P" or "R", SKU, number)."""

    def __init__(self, fails):
        self.fails = fails
        self.acked = {"activity": {}, "supply": {}}  # id -> event
        self.places = {}                             # (topic, partition, offset) -> id, as answered
        self.newest = {}                             # visitor or SKU -> Fy-Position
        self.cookies = {}                            # visitor -> cookie
        self.prices = {}                             # SKU -> the price last acknowledged
        self.units = collections.Counter()           # SKU -> all that was received
        self.first_tries = {}                        # number of a first visit -> how often it was asked
        self.keys = self.events = self.repeats = self.asked_again = 0
        self.may_repeat = 0                          # events that were sent more than once, times that

    def note(self, topic, ids, events, position, name, again=False, attempts=1):
        """One acknowledged post."""
        numbers = [number_of(event_id) for event_id in ids]
        if len(ids) != len(events):
            self.fails.append(f"{len(events)} events were answered with {ids}")
        known = self.acked[topic]
        for number, event in zip(numbers, events):
            if again and number not in known:
                self.fails.append(f"{event} was asked again and answered with another id")
            if known.setdefault(number, event) != event:
                self.fails.append(f"one id names {known[number]} and {event}")
        said, partition, offset = position.rsplit("-", 2)
        self.places[(said, int(partition), int(offset))] = numbers[-1]
        self.newest[name] = position
        self.may_repeat += len(ids) * (attempts - 1 + again)
        self.asked_again += attempts - 1
        self.repeats += again
        self.events += 0 if again else len(ids)

    def first_visit(self, number, attempts, position, ids, visitor, cookie):
        self.note("activity", ids.split(","), [("F", int(number))], position, visitor, False, int(attempts))
        self.first_tries[int(number)] = int(attempts)
        self.cookies[visitor] = cookie

    def clicks(self, again, attempts, position, ids, visitor, session, n, skus):
        events = [(visitor, session, int(n) + i, f"edge-{sku}") for i, sku in enumerate(skus.split(","))]
        self.note("activity", ids.split(","), events, position, visitor, again == "again", int(attempts))

    def supply(self, kind, again, attempts, position, ids, sku, key, number):
        sku, number = f"edge-{sku}", int(number)
        self.note("supply", ids.split(","), [(kind, sku, number)], position, sku, again == "again", int(attempts))
        if again == "again":
            return
        self.keys += 1
        if kind == "P":
            self.prices[sku] = number
        else:
            self.units[sku] += number

    def read(self, path):
        """All posts of a ledger file. Returns how many there were."""
        count = 0
        with open(path, encoding="ascii") as lines:
            for line in lines:
                kind, *fields = line.rstrip("\n").split("\t")
                if kind == "F":
                    self.first_visit(*fields)
                elif kind == "A":
                    self.clicks(*fields)
                else:
                    self.supply(kind, *fields)
                count += 1
        return count


def event_of(topic, value):
    """What a record says, as the ledger would."""
    if topic == "supply":
        if value["stock_received"] is not None:
            return "R", value["sku"], value["stock_received"]["units"]
        return "P", value["sku"], (value["product_listed"] or value["price_set"])["price"]["minor"]
    if value["searched"] is not None and value["session"] is None:
        return "F", value["searched"]["results"]
    return value["visitor"], value["session"], value["n"], (value["item_viewed"] or {}).get("sku")


class Found:
    """What one topic holds."""

    def __init__(self, topic):
        self.topic, self.records = topic, 0
        self.seen, self.repeated = set(), collections.Counter()
        self.foreign = self.moved = self.smuggled = 0
        self.strangers = collections.Counter()  # first visits whose answer was lost, by their number


def check_topic(ledger, topics, topic, hidden, recount):
    """Read a raw topic once and hold the ledger against it."""
    found, fails, known = Found(topic), ledger.fails, ledger.acked[topic]
    for partition, offset, _, key, value in topics.read(topic):
        found.records += 1
        if isinstance(value, Exception):
            fails.append(f"{topic} {partition}@{offset} cannot be decoded: {value}")
            continue
        number, event = value["envelope"]["event_id"].int, event_of(topic, value)
        said = ledger.places.pop((topic, partition, offset), None)
        found.moved += said is not None and said != number
        if topic == "activity":
            recount.feed(key, value)
            found.smuggled += value["session"] in hidden
        if number in found.seen:
            found.repeated[key] += 1
        found.seen.add(number)
        if known.get(number) == event:
            continue
        if number not in known and event[0] == "F" and event[1] in ledger.first_tries:
            found.strangers[event[1]] += 1
        else:
            found.foreign += 1
    for first, count in found.strangers.items():
        if count >= ledger.first_tries[first]:
            fails.append(f"first visit {first} was asked {ledger.first_tries[first]} times and is there {count + 1} times")
    missing = len(known.keys() - found.seen)
    for word, number in (("acknowledged but missing", missing), ("not where the answer said", found.moved),
                         ("sent by nobody", found.foreign), ("smuggled", found.smuggled)):
        if number:
            fails.append(f"{topic}: {number} {word}")
    print(f"{topic}: {found.records:,} records, {len(found.seen):,} events, {found.records - len(found.seen):,} written again; "
          f"acknowledged {len(known):,}, of these missing {missing:,}; not where the answer said {found.moved:,}; "
          f"nobody sent {found.foreign:,}; smuggled {found.smuggled:,}", flush=True)
    return found


def check_topics(ledger, topics, hidden):
    """Both topics. Returns the recount of histories and what was found."""
    recount = Recount()
    found = {topic: check_topic(ledger, topics, topic, hidden, recount) for topic in ("activity", "supply")}
    if ledger.places:
        ledger.fails.append(f"{len(ledger.places)} places that answers named hold no record")
    again = sum(one.records - len(one.seen) for one in found.values())
    if again > ledger.may_repeat:
        ledger.fails.append(f"{again} records repeat others, but only {ledger.may_repeat} events were sent again")
    print(f"first visits whose answer was lost, written for a visitor that nobody became: "
          f"{sum(found['activity'].strangers.values()):,}", flush=True)
    return recount, found

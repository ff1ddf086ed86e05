"""What suppliers were seen, counted once more from raw `activity` and `orders`: docs/decisions/0068-exposure.md, plainly."""
import collections

from checker.topics import millis

DAY_MS = 86_400_000
DAYS_OPEN, DAILY_MAX, SHOWN_MAX, CHOSEN_MAX, CART_MAX, REACHED_MAX, SESSIONS_MAX, WINDOW = 2, 1000, 400, 64, 100, 64, 8, 64
PLACES = {"i": "impressions", "e": "impressions_explored", "m": "impressions_minimum"}


class Onlooker:
    def __init__(self, forgotten_ms=0):
        self.sessions = collections.OrderedDict()   # Client session -> numbers read.
        self.shown, self.chosen, self.cart, self.reached = [], [], [], []
        self.day, self.counted, self.forgotten_ms = 0, 0, forgotten_ms

    def is_repeat(self, session, n):
        if session is None or n is None:
            return False
        read = self.sessions.get(session)
        if read is not None and (n in read or n <= max(read) - WINDOW):
            return True
        self.sessions.setdefault(session, set()).add(n)
        self.sessions.move_to_end(session)
        if len(self.sessions) > SESSIONS_MAX:
            self.sessions.popitem(last=False)
        return False


def first_of(kept, mark, most):
    if mark in kept:
        return False
    kept.append(mark)
    del kept[:-most]
    return True


class Recount:
    """self.counts: (supplier, day, SKU or None) -> Counter. Feed the records of each partition in their order."""

    def __init__(self):
        self.counts = collections.defaultdict(collections.Counter)
        self.onlookers, self.newest, self.baskets = collections.defaultdict(Onlooker), {}, {}
        self.records = 0

    def day_of(self, topic, partition, append_ms, event_ms):
        newest = self.newest[topic, partition] = max(append_ms // DAY_MS, self.newest.get((topic, partition), 0))
        day = event_ms // DAY_MS
        return day if newest - DAYS_OPEN <= day <= newest + 1 else newest

    def activity(self, partition, append_ms, visitor, value):
        self.records += 1
        day = self.day_of("activity", partition, append_ms, millis(value["envelope"]["event_ms"]))
        one = self.onlookers[visitor]
        if value.get("visitor_forgotten") is not None:
            forgotten_ms = millis(value["visitor_forgotten"]["forgotten_ms"])
            if forgotten_ms > one.forgotten_ms:
                self.onlookers[visitor] = Onlooker(forgotten_ms)
            return
        if one.is_repeat(value["session"], value["n"]):
            return
        if day > one.day:
            one.day, one.counted, one.reached = day, 0, []
        suppliers = value.get("suppliers", []) + [""] * 50
        for supplier, sku, step in self.steps(one, value, suppliers):
            if supplier:
                self.add(one, day, supplier, sku, step)

    @staticmethod
    def steps(one, value, suppliers):
        shown, clicked = value["recommendation_shown"], value["recommendation_clicked"]
        if shown is not None:
            for at, (sku, credit) in enumerate(zip(shown["skus"], shown.get("credits", []))):
                if len(credit) == 17 and credit[0] in PLACES and first_of(one.shown, (shown["list_id"], sku), SHOWN_MAX):
                    yield suppliers[at], sku, PLACES[credit[0]]
        if clicked is not None:
            credit = clicked.get("credit") or ""
            if len(credit) == 17 and credit[0] in PLACES and first_of(
                    one.chosen, (clicked["list_id"], clicked["sku"]), CHOSEN_MAX):
                yield suppliers[0], clicked["sku"], "clicks"
        if value["item_viewed"] is not None:
            yield suppliers[0], value["item_viewed"]["sku"], "views"
        if value["cart_item_set"] is not None:
            sku, units = value["cart_item_set"]["sku"], value["cart_item_set"]["units"]
            if units > 0 and sku not in one.cart:
                one.cart = one.cart[-CART_MAX + 1:] + [sku]
                yield suppliers[0], sku, "carts"
            elif units == 0 and sku in one.cart:
                one.cart.remove(sku)

    def add(self, one, day, supplier, sku, step):
        if one.counted >= DAILY_MAX:
            step = "beyond"
        else:
            one.counted += 1
            if step.startswith("impressions") and day == one.day and supplier not in one.reached and \
                    len(one.reached) < REACHED_MAX:
                one.reached.append(supplier)
                self.counts[supplier, day, None]["visitors"] += 1
        for key in (sku, None):
            self.counts[supplier, day, key][step] += 1

    def order(self, partition, append_ms, order, value):
        self.records += 1
        day = self.day_of("orders", partition, append_ms, millis(value["envelope"]["event_ms"]))
        if value["order_placed"] is not None:
            self.baskets[order] = [dict(line, supplier=None) for line in value["order_placed"]["lines"]]
        elif value["line_held"] is not None:
            held = value["line_held"]
            self.baskets[order][held["line"]].update(supplier=held["supplier"], price=held["price"])
        elif value["order_confirmed"] is not None:
            self.confirmed(day, self.baskets.pop(order))

    def confirmed(self, day, lines):
        told = set()
        for line in lines:
            supplier = line["supplier"]
            if not supplier:
                continue
            for key in (line["sku"], None):
                counter = self.counts[supplier, day, key]
                counter["orders"] += 1 if key is not None or supplier not in told else 0
                counter["units"] += line["units"]
                counter["paid " + line["price"]["currency"]] += line["price"]["minor"] * line["units"]
            told.add(supplier)


FIELDS = ("impressions", "impressions_explored", "impressions_minimum", "clicks", "views", "carts", "orders", "units",
          "visitors", "beyond")


def added_up(latest):
    """The newest value of each key of `exposure`, added up as a reader of the topic does."""
    counts = collections.defaultdict(collections.Counter)
    for value in latest.values():
        counter = counts[value["supplier"], value["day"], value["sku"]]
        for field in FIELDS:
            counter[field] += value[field]
        for paid in value["revenue"]:
            counter["paid " + paid["currency"]] += paid["minor"]
    return counts


def answered(entry):
    """A day or product of the API's answer."""
    shown = entry["impressions"]
    counter = collections.Counter({
        "impressions": shown["earned"], "impressions_explored": shown["explored"], "impressions_minimum": shown["minimum"],
        "visitors": entry.get("visitors", 0)})
    for field in ("clicks", "views", "carts", "orders", "units", "beyond"):
        counter[field] = entry[field]
    for paid in entry["revenue"]:
        counter["paid " + paid["currency"]] = paid["minor"]
    return counter


def same(a, b):
    return +a == +b

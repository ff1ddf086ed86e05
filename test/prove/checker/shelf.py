"""The books of stock, kept from the events of `stock` alone: at each of them it is asked whether it could be.

Nothing here knows rows, requests or rules: a grant must be covered by what is there and promised to nobody, a refusal says what
one supplier could have given, a hold begins once and ends once, the newest that are held are lost first, nothing falls below 0.
"""
import collections

OPEN = ("held", "committed")


class Offer:
    __slots__ = ("on_hand", "held", "committed", "withdrawn", "holds")

    def __init__(self):
        self.on_hand = self.held = self.committed = 0
        self.withdrawn = False
        self.holds = []  # Names of those that are held, newest last.

    def free(self):
        return 0 if self.withdrawn else max(0, self.on_hand - self.held - self.committed)


class Hold:
    __slots__ = ("state", "units", "shipped", "returned", "restocked", "ends")

    def __init__(self):
        self.state, self.units, self.shipped, self.returned, self.restocked, self.ends = None, 0, 0, 0, 0, 0


class Shelves:
    def __init__(self, fails, any_supplier=False):
        self.fails, self.any_supplier = fails, any_supplier  # any_supplier: who asks leaves none out
        self.suppliers = collections.defaultdict(set)  # sku: who has offered it
        self.offers = collections.defaultdict(Offer)  # (sku, supplier)
        self.holds = collections.defaultdict(Hold)
        self.seqs = collections.defaultdict(int)      # (partition, writer)
        self.counts = collections.Counter()
        self.owing = {}                                # partition: [cause, sku, supplier, told] of a count that is short

    def fail(self, text):
        self.counts["breaches"] += 1
        if len(self.fails) < 20:
            self.fails.append(text)

    def feed(self, partition, offset, event):
        where = f"stock {partition}@{offset}"
        envelope = event["envelope"]
        number = self.seqs[partition, envelope["writer"]]
        if envelope["seq"] != number + 1:
            self.fail(f"{where}: {envelope['writer']} says {envelope['seq']} after {number}")
        self.seqs[partition, envelope["writer"]] = envelope["seq"]
        if partition in self.owing and self.owing[partition][0] != envelope["cause_id"]:
            self.settle(partition, where)
        kinds = [name for name, value in event.items() if isinstance(value, dict) and name != "envelope"]
        if len(kinds) != 1:
            self.fail(f"{where}: of {len(kinds)} kinds")
            return
        self.counts[kinds[0]] += 1
        rule = getattr(self, kinds[0], None)
        if rule is not None:
            rule(where, event, event[kinds[0]], self.offers[event["sku"], event["supplier"]])
        offer = self.offers[event["sku"], event["supplier"]]
        self.suppliers[event["sku"]].add(event["supplier"])
        if min(offer.on_hand, offer.held, offer.committed) < 0:
            self.fail(f"{where}: less than nothing of {event['sku']}: {offer.on_hand} {offer.held} {offer.committed}")
        short = offer.held + offer.committed > offer.on_hand
        if short and kinds[0] in ("stock_set", "stock_adjusted", "scan_undone"):
            self.owing[partition] = [envelope["cause_id"], event["sku"], event["supplier"], False]
            self.counts["counts below what is promised"] += 1
        if kinds[0] == "stock_short" and partition in self.owing:
            self.owing[partition][3] = True

    def settle(self, partition, where):
        """The next event is of another cause: what was short must have been told, and fit but for what is sold."""
        _, sku, supplier, told = self.owing.pop(partition)
        offer = self.offers[sku, supplier]
        if offer.held and offer.held + offer.committed > offer.on_hand:
            self.fail(f"before {where}: {sku} of {supplier} holds more than there is")
        if not told:
            self.fail(f"before {where}: a count below what is promised gave no stock_short")

    def finish(self):
        for partition in list(self.owing):
            self.settle(partition, "the end")

    # --- Supply ---

    def product_changed(self, _where, _event, _part, offer):
        offer.withdrawn = False

    def product_withdrawn(self, _where, _event, _part, offer):
        offer.withdrawn = True

    def stock_set(self, _where, _event, part, offer):
        offer.on_hand = part["on_hand_units"]

    def stock_received(self, _where, _event, part, offer):
        offer.on_hand += part["units"]

    def stock_adjusted(self, _where, _event, part, offer):
        offer.on_hand += part["units"]

    # --- Holds ---

    def begin(self, where, part, state):
        hold = self.holds[part["hold"]]
        if hold.state is not None:
            self.fail(f"{where}: hold {part['hold']} was {hold.state} before")
        hold.state = state
        return hold

    def end(self, hold, state):
        hold.state = state
        hold.ends += 1

    def hold_granted(self, where, _event, part, offer):
        hold = self.begin(where, part, "held")
        free = offer.on_hand - offer.held - offer.committed
        if part["units"] < 1 or part["units"] > free or offer.withdrawn:
            self.fail(f"{where}: {part['units']} granted of {free}")
        hold.units = part["units"]
        offer.held += part["units"]
        offer.holds.append(part["hold"])
        self.counts["units granted"] += part["units"]

    def hold_refused(self, where, event, part, _offer):
        self.end(self.begin(where, part, "refused"), "refused")
        most = max((self.offers[event["sku"], one].free() for one in self.suppliers[event["sku"]]), default=0)
        left = part["available_units"]
        if left > most or (part["reason"] == "sold_out" and (left >= part["units"] or (self.any_supplier and left != most))):
            self.fail(f"{where}: {part['units']} refused as {part['reason']}, {left} left it says, and one supplier has {most}")

    def hold_committed(self, where, _event, part, offer):
        hold = self.holds[part["hold"]]
        if hold.state != "held" or hold.units != part["units"]:
            self.fail(f"{where}: commit of a hold that is {hold.state}")
        if part["hold"] in offer.holds:
            offer.holds.remove(part["hold"])
        hold.state = "committed"
        offer.held -= part["units"]
        offer.committed += part["units"]

    def hold_released(self, where, _event, part, offer):
        hold = self.holds[part["hold"]]
        if hold.state is None:
            self.end(hold, "released")
            return
        if hold.state not in OPEN or part["units"] != hold.units - hold.shipped:
            self.fail(f"{where}: release of {part['units']} of a hold that is {hold.state}")
        if part["reason"] == "lost" and (hold.state != "held" or offer.holds[-1:] != [part["hold"]]):
            self.fail(f"{where}: hold {part['hold']} is lost, which is {hold.state} and not the newest of those held")
        if part["hold"] in offer.holds:
            offer.holds.remove(part["hold"])
        if hold.state == "held":
            offer.held -= part["units"]
        else:
            offer.committed -= part["units"]
        self.end(hold, "released")
        self.counts["holds lost"] += part["reason"] == "lost"

    def hold_shipped(self, where, _event, part, offer):
        hold = self.holds[part["hold"]]
        hold.shipped += part["units"]
        if hold.state != "committed" or hold.shipped != part["shipped_units"] or hold.shipped > hold.units:
            self.fail(f"{where}: {part} of a hold that is {hold.state}")
        offer.committed -= part["units"]
        offer.on_hand = max(0, offer.on_hand - part["units"])
        if hold.shipped == hold.units:
            self.end(hold, "shipped")

    def hold_returned(self, where, _event, part, offer):
        hold = self.holds[part["hold"]]
        hold.restocked += part["units"]
        hold.returned = part["returned_units"]
        if hold.returned > hold.shipped or hold.restocked != part["restocked_units"]:
            self.fail(f"{where}: {part} of {hold.shipped} shipped")
        offer.on_hand += part["units"]

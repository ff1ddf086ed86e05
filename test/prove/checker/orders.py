"""The books of orders, kept from raw topics and the provider's own books alone: what became of each order, and of each cent.

Nothing here knows rows, rules or the saga's table. An order is what its events say happened; a payment what `payment-reports` say, held
against what the provider says it did; a hold what `stock` says.
"""
import collections

ENDED = ("REFUSED", "CANCELLED", "CLOSED")
LINE_DONE = ("SHIPPED", "DELIVERED", "ENDED")


def kind_of(event):
    kinds = [name for name, value in event.items() if isinstance(value, dict) and name not in ("envelope", "standing")]
    return kinds[0] if len(kinds) == 1 else None


class Order:
    def __init__(self):
        self.placed = 0
        self.units = {}            # sku: units, as ordered
        self.expected = 0
        self.state, self.reason = "NONE", None
        self.history = []          # kinds, in order
        self.holds = {}            # hold: [line, supplier, price, state]
        self.sold = {}             # line: hold, committed and not cancelled
        self.capture_asked = 0
        self.lines, self.commission_bp = [], 0
        self.ledger = collections.Counter()   # account: of this order alone


class Orders:
    """Feed it the events of `orders`, each partition in order; then `payments`, `stock` and the rest may be held against it."""

    def __init__(self, fails):
        self.fails = fails
        self.orders = collections.defaultdict(Order)
        self.seqs = collections.defaultdict(int)
        self.counts, self.ledger = collections.Counter(), collections.Counter()
        self.statement = collections.Counter()  # (supplier, currency)
        self.postings = 0

    def fail(self, text):
        self.counts["breaches"] += 1
        if len(self.fails) < 30:
            self.fails.append(text)

    def feed(self, partition, offset, event):
        where = f"orders {partition}@{offset}"
        envelope, kind = event["envelope"], kind_of(event)
        number = self.seqs[partition, envelope["writer"]]
        if envelope["seq"] != number + 1:
            self.fail(f"{where}: {envelope['writer']} says {envelope['seq']} after {number}")
        self.seqs[partition, envelope["writer"]] = envelope["seq"]
        if kind is None:
            self.fail(f"{where}: not of one kind")
            return
        order = self.orders[event["order"]]
        self.counts[kind] += 1
        order.history.append(kind)
        order.state, order.reason = event["standing"]["state"], event["standing"]["reason"]
        rule = getattr(self, kind, None)
        if rule is not None:
            rule(f"{where}, order {event['order']}", order, event[kind])

    def order_placed(self, where, order, told):
        order.placed += 1
        if order.placed > 1:
            self.fail(f"{where}: placed twice")
        order.expected = told["expected_total"]["minor"]
        order.lines = [(item["sku"], item["units"]) for item in told["lines"]]
        order.commission_bp = told["terms"]["commission_bp"]

    def line_held(self, where, order, told):
        if told["hold"] in order.holds:
            self.fail(f"{where}: hold {told['hold']} is held twice")
        order.holds[told["hold"]] = [told["line"], told["supplier"], told["price"]["minor"], "held"]

    def line_lost(self, where, order, told):
        if told["hold"] in order.holds:
            order.holds[told["hold"]][3] = "lost"

    def line_committed(self, where, order, told):
        hold = order.holds.get(told["hold"])
        if hold is None:
            self.fail(f"{where}: {told['hold']} is sold and was never held")
            return
        hold[3] = "committed"
        order.sold[told["line"]] = told["hold"]

    def capture_asked(self, where, order, told):
        order.capture_asked += 1
        missing = [number for number in range(len(order.lines)) if number not in order.sold]
        if missing:
            self.fail(f"{where}: the money is asked for, and lines {missing} are not sold")
        if told["amount"]["minor"] > order.expected:
            self.fail(f"{where}: {told['amount']['minor']} is asked for, {order.expected} was agreed")

    def ledger_posted(self, where, order, told):
        self.postings += 1
        total = collections.Counter()
        for entry in told["entries"]:
            total[entry["currency"]] += entry["amount_minor"]
            self.ledger[entry["account"], entry["currency"]] += entry["amount_minor"]
            order.ledger[entry["account"]] += entry["amount_minor"]
            if entry["account"] == "SUPPLIER":
                if entry["supplier"] is None:
                    self.fail(f"{where}: a supplier's entry names none")
                self.statement[entry["supplier"], entry["currency"]] += entry["amount_minor"]
        if any(total.values()) or not told["entries"]:
            self.fail(f"{where}: what is posted sums to {dict(total)}")

    def finish(self):
        totals = collections.Counter()
        for (_, currency), amount in self.ledger.items():
            totals[currency] += amount
        if any(totals.values()):
            self.fail(f"the ledger sums to {dict(totals)}")


class Payments:
    """What `payment-reports` say, by payment: reports count in the order of their dense numbers, the first of each."""

    def __init__(self, fails):
        self.fails, self.standing, self.order_of, self.version = fails, {}, {}, {}
        self.counts, self.begun = collections.Counter(), collections.defaultdict(set)
        self.not_obeyed = 0

    def feed(self, partition, offset, report):
        where = f"payment-reports {partition}@{offset}"
        payment, version, kind = report["payment"], report["version"], kind_of(report)
        if version != self.version.get(payment, 0) + 1:
            self.not_obeyed += 1
            if version > self.version.get(payment, 0):
                self.fails.append(f"{where}: {payment} says {version} after {self.version.get(payment, 0)}")
            return
        self.version[payment], self.standing[payment] = version, report["standing"]
        self.order_of[payment] = report["order"]
        self.counts[kind] += 1
        if kind == "attempt_begun":
            told = report[kind]
            self.begun[payment, told["step"], told["refund_id"]].add(told["idempotency_key"])
        standing = report["standing"]
        if not standing["refunded_minor"] <= standing["captured_minor"] <= standing["authorised_minor"]:
            self.fails.append(f"{where}: {payment} has more given back than taken, or taken than promised: {standing}")


def hold_payments_to(orders, payments, fails):
    """Captured <= authorised <= what was agreed; who paid has all that was ordered sold to them, who has not has nothing."""
    counted = collections.Counter()
    for payment, standing in payments.standing.items():
        order = orders.orders.get(payments.order_of[payment])
        if order is None or not order.placed:
            fails.append(f"payment {payment} is of an order that was never placed")
            continue
        counted[standing["state"]] += 1
        if standing["authorised_minor"] > order.expected:
            fails.append(f"payment {payment}: {standing['authorised_minor']} was promised, {order.expected} was agreed")
        if standing["captured_minor"] and not order.capture_asked:
            fails.append(f"payment {payment} was taken and nobody asked for it")
        if standing["captured_minor"] and len(order.history) and "line_committed" not in order.history:
            fails.append(f"payment {payment} was taken and nothing was sold")
        if order.state in ENDED and standing["state"] in ("AUTHORISED", "PENDING", "ACTION_REQUIRED"):
            fails.append(f"order {payments.order_of[payment]} is {order.state}, and its payment {standing['state']}")
        if order.state == "CONFIRMED" and standing["state"] != "CAPTURED":
            fails.append(f"order {payments.order_of[payment]} is confirmed, and its payment {standing['state']}")
    return counted


def hold_commission_to(orders, payments, fails):
    """
    Of what each order's customer paid and did not get back our part is a floor for each supplier: never more than the exact share, and
    less than a cent below it for each of them.
    """
    compared = 0
    for payment, standing in payments.standing.items():
        order = orders.orders.get(payments.order_of[payment])
        if order is None or not standing["captured_minor"] or order.ledger["CUSTOMER"]:
            continue
        exact = (standing["captured_minor"] - standing["refunded_minor"]) * order.commission_bp
        part, suppliers = -order.ledger["COMMISSION"] * 10000, len({hold[1] for hold in order.holds.values()})
        compared += exact > 0
        if not exact - 10000 * suppliers < part <= exact:
            fails.append(f"order {payments.order_of[payment]}: commission {part // 10000}, of {exact / 10000:.2f} and {suppliers} suppliers")
    return compared


def hold_stock_to(orders, shelves, fails):
    """What an order believes of its holds is what stock's own events say."""
    compared = 0
    for name, order in orders.orders.items():
        for hold, (line, _, _, state) in order.holds.items():
            if hold not in shelves.holds:
                fails.append(f"order {name}: hold {hold} is unknown to stock")
                continue
            compared += 1
            if state == "committed" and shelves.holds[hold].state == "held":
                fails.append(f"order {name}: line {line} is sold, and {hold} is only held")
        if order.state in ("REFUSED", "CANCELLED"):
            open_holds = [hold for hold in order.holds if hold in shelves.holds and shelves.holds[hold].state in ("held", "committed")]
            if open_holds:
                fails.append(f"order {name} is {order.state}, and stock still has {open_holds}")
        if order.state == "CONFIRMED":
            for line, hold in order.sold.items():
                if shelves.holds[hold].state == "held":
                    fails.append(f"order {name} is confirmed, and line {line} is only held")
    return compared


def hold_provider_to(payments, intents, fails):
    """The provider's intents, one by one: {payment: [{status, authorised, captured, refunded}]}. Exactly one counts for each payment."""
    compared = 0
    for payment, standing in payments.standing.items():
        theirs = intents.pop(payment, [])
        live = [one for one in theirs if one["captured"] or one["status"] in ("requires_capture", "succeeded")]
        if len(live) > 1:
            fails.append(f"payment {payment}: the provider has {len(live)} promises or takings of it")
        captured, refunded = sum(one["captured"] for one in theirs), sum(one["refunded"] for one in theirs)
        if (captured, refunded) != (standing["captured_minor"], standing["refunded_minor"]):
            fails.append(f"payment {payment}: the provider took {captured} and gave back {refunded}, we say "
                         f"{standing['captured_minor']} and {standing['refunded_minor']}")
        compared += 1
    for payment, theirs in intents.items():
        if any(one["captured"] or one["status"] == "requires_capture" for one in theirs):
            fails.append(f"the provider has money of payment {payment}, of which we know nothing")
    return compared

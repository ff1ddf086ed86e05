"""What a visitor's history must be, recounted from raw `activity` records. Slow and plain on purpose."""

VIEWS_MAX = 50
CART_MAX = 100


class Recount:
    """All visitors. Feed records in offset order of each partition."""

    def __init__(self):
        self.visitors = {}
        self.repeats = 0

    def feed(self, key, value):
        one = self.visitors.setdefault(key, {
            "views": [], "cart": {}, "seen": set(),
            "counts": dict(views=0, searches=0, cart_changes=0, recommendations_shown=0, recommendations_clicked=0)})
        if value["session"] is not None:
            name = (value["session"], value["n"])
            if name in one["seen"]:
                self.repeats += 1
                return
            one["seen"].add(name)
        counts = one["counts"]
        if value["item_viewed"] is not None:
            counts["views"] += 1
            one["views"].insert(0, value["item_viewed"]["sku"])
            del one["views"][VIEWS_MAX:]
        elif value["cart_item_set"] is not None:
            counts["cart_changes"] += 1
            sku, units = value["cart_item_set"]["sku"], value["cart_item_set"]["units"]
            if units == 0:
                one["cart"].pop(sku, None)
            elif sku in one["cart"] or len(one["cart"]) < CART_MAX:
                one["cart"][sku] = units
        elif value["searched"] is not None:
            counts["searches"] += 1
        elif value["recommendation_shown"] is not None:
            counts["recommendations_shown"] += 1
        elif value["recommendation_clicked"] is not None:
            counts["recommendations_clicked"] += 1
        else:
            raise ValueError("an activity of no kind")

    def differs(self, visitor, answer):
        """None, or in words how the API's answer differs from the recount."""
        want = self.visitors[visitor]
        if [view["sku"] for view in answer["views"]] != want["views"]:
            return "views"
        if [(line["sku"], line["units"]) for line in answer["cart"]] != list(want["cart"].items()):
            return "cart"
        if answer["counts"] != want["counts"]:
            return f"counts: {answer['counts']} instead of {want['counts']}"
        return None

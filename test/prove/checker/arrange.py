"""What a list shows, plainly: docs/decisions/0065-what-a-list-shows.md."""
import hashlib
import itertools

NEW_FIRST, NEW_PLACES, NEW_MIN, NEW_TRIES = 8, 13, 4, 16
SUPPLIER_OF_100, CATEGORY_OF_100, COLLECTIONS = 50, 70, 3
KEPT_FROM, KEPT_TO, KEPT_MOST, KEPT_OF = 7, 12, 2, 8   # Places for suppliers below the minimum, of lists that long: 0069, 0079.
SALT, VARIANTS = "lists 1", (("explore", 900, True), ("ranked", 100, False))


def digest(*parts):
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        state.update(len(part.encode()).to_bytes(8, "little") + part.encode())
    return state.digest()


def variant(visitor):
    """(name, explores)"""
    left = int.from_bytes(digest(SALT, visitor)[:4], "big") % 1000
    for name, of_1000, explores in VARIANTS:
        if left < of_1000:
            return name, explores
        left -= of_1000


def capped(candidates, limit, product):
    """`candidates` are SKUs; product(sku) -> (supplier, category)."""
    most = ((limit * SUPPLIER_OF_100 + 99) // 100, (limit * CATEGORY_OF_100 + 99) // 100)
    counts, placed, waiting = {}, [], []
    for sku in candidates:
        if len(placed) == limit:
            break
        names = [(kind, name) for kind, name in enumerate(product(sku)) if name]
        if any(counts.get(name, 0) == most[name[0]] for name in names):
            waiting.append(sku)
            continue
        for name in names:
            counts[name] = counts.get(name, 0) + 1
        placed.append(sku)
    return (placed + waiting)[:limit]


def new_place(visitor, list_id, limit, count):
    """(place from 1, where among what is new one begins to look)"""
    bytes_ = digest("new", visitor, list_id)
    place = min(limit, NEW_FIRST + int.from_bytes(bytes_[:4], "big") % NEW_PLACES)
    number = int.from_bytes(bytes_[8:12], "big")
    if bytes_[4] & 1:
        return place, number % count
    first = 0
    while first < 31 and number >> first & 1:
        first += 1
    return place, min(first, count - 1)


def with_new(shown, visitor, list_id, limit, fresh, can_be_had):
    """SKUs, and which of them is new or None. `fresh`: what is new, in its order."""
    if not fresh or limit < NEW_MIN:
        return shown, None
    place, first = new_place(visitor, list_id, limit, len(fresh))
    for step in range(min(NEW_TRIES, len(fresh))):
        sku = fresh[(first + step) % len(fresh)]
        if can_be_had(sku) and sku not in shown:
            at = min(place - 1, len(shown))
            return (shown[:at] + [sku] + shown[at:])[:limit], sku
    return shown, None


def answer(visitor, own, popular, fresh, limit, can_be_had, product, kept=None):
    """
    [(kind, id, share_ppm)] of records of `recommendations`, for whoever wants a list of their own and bought nothing. `kept`: what has
    a place for a supplier below the minimum, by place from 0, before what is new comes in; (SKU, its share).
    """
    can_be_had = but_for_current(own, can_be_had)
    source, candidates, shares, had = candidates_of(own, popular, limit, can_be_had)
    if source is None:
        return []
    shown, new, kept = capped(candidates, limit, product), None, kept or {}
    for at, (sku, share) in kept.items():
        shown[at] = sku
        shares = {**shares, sku: share}
    if variant(visitor)[1]:
        shown, new = with_new(shown, visitor, str(source["list_id"]), limit,
                              [item["sku"] for item in fresh["items"]] if fresh else [], can_be_had)
    found = []
    for one in source["collections"]:
        members = [had[at] for at in one["members"] if at in had]
        if len(members) >= 2:
            found.append((sum(shares[sku] for sku in members), one["collection"]))
    found = sorted(found, key=lambda x: -x[0])[:COLLECTIONS]   # Equals as they came.
    entries, given = [], {new, *(sku for sku, _ in kept.values())}
    for sku in shown:
        while found and sku not in given and shares[sku] <= found[0][0]:
            entries.append(("collection", found[0][1], found[0][0]))
            found.pop(0)
        entries.append(("item", sku, 0 if sku == new else shares[sku]))
    return entries + [("collection", name, share) for share, name in found]


def is_personal(own):
    return own is not None and len(own["items"]) > 0


def but_for_current(own, can_be_had):
    """Nothing recommends the product that is looked at, whatever list it stands in."""
    return lambda sku: can_be_had(sku) and not (is_personal(own) and sku == own["current_sku"])


def candidates_of(own, popular, limit, can_be_had):
    """(the list they are of, SKUs best first, share of each, SKU by its place there)"""
    personal = is_personal(own)
    source = own if personal else popular
    shares, had = {}, {}
    for at, item in enumerate(source["items"] if source else []):
        if can_be_had(item["sku"]):
            had[at] = item["sku"]
            shares[item["sku"]] = item["share_ppm"]
    candidates = list(had.values())
    if personal and len(candidates) < limit and popular is not None:
        for item in popular["items"]:
            if len(candidates) < 3 * limit and can_be_had(item["sku"]) and item["sku"] not in shares:
                candidates.append(item["sku"])
                shares[item["sku"]] = item["share_ppm"]
    return source, candidates, shares, had


def may_go(at, suppliers):
    return suppliers[at] is None or suppliers.count(suppliers[at]) > 1


def with_kept(visitor, own, popular, fresh, limit, can_be_had, product, got, kept, filled):
    """
    None where `got`, entries as `answer` gives them, is that answer with places for suppliers below the minimum, as they must be given
    where every supplier is below it; else why not. `kept`: the SKUs that came of the candidates; `filled`: those that are nobody's.
    """
    can_be_had = but_for_current(own, can_be_had)
    _, candidates, shares, _ = candidates_of(own, popular, limit, can_be_had)
    shown = capped(candidates, limit, product)
    ours = {item["sku"] for item in own["items"]} & set(candidates) if own else set()   # What is popular is nobody's own.
    suppliers = [product(sku)[0] if sku in ours else None for sku in shown]
    if len(kept) > KEPT_MOST or len(filled) > 1 or (kept and filled) or ((kept or filled) and len(shown) < KEPT_OF):
        return f"{len(kept)} kept and {len(filled)} filled of {len(shown)}"
    end = min(len(shown), KEPT_TO)
    for sku in kept:
        if sku not in ours or sku in shown or product(sku)[0] in suppliers:
            return f"{sku} is kept: it is shown anyway, no candidate, or its supplier has a place"
        suppliers.append(product(sku)[0])
    for sku in filled:
        if sku in shown or sku in ours or not can_be_had(sku):
            return f"{sku} is filled in: it is shown anyway, a candidate of theirs, looked at, or cannot be had"
    places = range(KEPT_FROM - 1, end) if kept else range(end - 1, end)
    for chosen in itertools.permutations(places, len(kept) + len(filled)):
        placed = suppliers[:len(shown)]
        left = {supplier for at, supplier in enumerate(placed) if at not in chosen}
        if any(suppliers[at] not in left | {None} for at in chosen):
            continue   # The only place of one who is owed it.
        if answer(visitor, own, popular, fresh, limit, can_be_had, product,
                  {at: (sku, shares[sku] if kept else 0) for at, sku in zip(chosen, kept or filled)}) == got:
            if not filled:
                for at, sku in zip(chosen, kept):
                    placed[at] = product(sku)[0]
            owed = {product(sku)[0] for sku in ours} - set(placed)
            if owed and len(kept) < KEPT_MOST and len(shown) >= KEPT_OF and any(may_go(at, placed) for at in range(KEPT_FROM - 1, end)):
                return f"{sorted(owed)} are owed a place, and have none"
            return None
    return "the rest is not as without them"

"""./fy bench search: what should have been found, by a plain scan over the catalogue that shares no code with the index; and SQLite's FTS5 on
the same catalogue and questions, which is what the index was chosen over (docs/decisions/0045).

Reads catalogue.tsv and asked.tsv that bench.search left. A product is found when it has all words, in any text; the last word of a
prefix question may go on (two and three letters: in title and brand); a word that no product has stands for those at the least edit
distance, one, or two from 8 letters on and with the same first letter.
"""
import argparse
import collections
import re
import sqlite3
import sys
import time

FIELDS = "sku title brand category description supplier price units"
Product = collections.namedtuple("Product", FIELDS + " head text")
Asked = collections.namedtuple("Asked", "kind q category brand in_stock price_max total approximate facets skus")
FOUND_MAX = 2000  # So many SKUs of an answer were written down.


def say(name, text):
    print(f"figure: {name:<33} {text}", flush=True)


def words(text):
    """With a blank on each side of each, by which whole words are found."""
    return " " + " ".join(re.findall(r"[a-z0-9]+", text.lower())) + " "


def catalogue(path):
    with open(path, encoding="ascii") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            sku, title, brand, category, description, _, price, units = fields
            yield Product(*fields[:6], int(price), int(units), words(title + " " + brand), words(category + " " + description))


def questions(path):
    with open(path, encoding="ascii") as lines:
        return [Asked(*line.rstrip("\n").split("\t")) for line in lines]


def apart(a, b):
    """Insert, delete, replace, swap of neighbours; 3: further than 2."""
    if abs(len(a) - len(b)) > 2:
        return 3
    before, above = None, list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            best = min(above[j - 1] + (one != other), above[j] + 1, row[j - 1] + 1)
            if before and j > 1 and one == b[j - 2] and a[i - 2] == other:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        if min(row) > 2:
            return 3
        before, above = above, row
    return min(above[-1], 3)


class Truth:
    def __init__(self, products):
        self.products = products
        self.known = set()
        for product in products:
            self.known.update(product.head.split(), product.text.split())
        self.nearest = {}

    def meant(self, word):
        if word in self.known or len(word) < 4 or re.search("[0-9]", word):
            return {word}
        if word not in self.nearest:
            found = collections.defaultdict(set)
            for other in self.known:
                distance = apart(word, other)
                if distance == 1 or (distance == 2 and len(word) >= 8 and word[0] == other[0]):
                    found[distance].add(other)
            self.nearest[word] = found.get(1) or found.get(2) or {word}
        return self.nearest[word]

    def matches(self, asked):
        """A function of a product."""
        named = re.findall(r"[a-z0-9]+", asked.q.lower())
        begun = named[-1] if asked.kind == "prefix" and not asked.q.endswith(" ") else None
        sets = [[f" {word} " for word in self.meant(word)] for word in named if word != begun]
        end = "" if begun is None or len(begun) >= 4 else " "

        def match(product):
            if any(not any(word in product.head or word in product.text for word in meant) for meant in sets):
                return False
            return begun is None or " " + begun in product.head or " " + begun + end in product.text
        return match

    def answer(self, asked):
        match = self.matches(asked)
        return {product.sku for product in self.products
                if (not asked.category or (product.category + "/").startswith(asked.category + "/"))
                and (not asked.brand or product.brand == asked.brand)
                and (not asked.in_stock or product.units > 0)
                and (not asked.price_max or product.price <= int(asked.price_max)) and match(product)}

    def facets(self, asked):
        """The commonest category, supplier and brand, each without its own filter, as the bench writes them."""
        tops = []
        for kind in ("category", "supplier", "brand"):
            free = asked._replace(**{kind: ""}) if kind in asked._fields else asked
            skus, counts = self.answer(free), collections.Counter()
            for product in self.products:
                if product.sku in skus:
                    names = [getattr(product, kind)]
                    if kind == "category":
                        parts = names[0].split("/")
                        names = ["/".join(parts[:n]) for n in range(1, len(parts) + 1)]
                    counts.update(names)
            top = min(counts.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
            tops.append(f"{top[0]}={top[1]}")
        return ",".join(tops)


def recall(truth, asked, counted):
    """True: all is right that was promised."""
    good, by_kind = True, collections.defaultdict(list)
    for number, one in enumerate(asked):
        if not one.q.strip() or one.kind == "wide":
            continue  # All products: their number is looked at alone, below.
        want, got = truth.answer(one), set(one.skus.split())
        # A word that was left out, or taken for another because all together found nothing, is told; no plain scan says which.
        if not want:
            continue
        right = len(got & want) / min(len(want), FOUND_MAX)
        exact = int(one.total) == len(want) and (number % 8 or truth.facets(one) == one.facets)
        by_kind[one.kind].append((right, len(got - want), exact))
        if right < 1 and one.approximate == "0":
            print(f"  {one.kind} \"{one.q}\": {len(want)} should be found, {one.total} were", file=sys.stderr)
            good = False
    for kind, rows in by_kind.items():
        say(f"recall, {kind}", f"{sum(row[0] for row in rows) / len(rows):.4f} over {len(rows)} questions, {sum(row[1] for row in rows)} "
                               f"products too many, {sum(not row[2] for row in rows)} with another count or facet")
        good = good and all(row[1] == 0 for row in rows)
    return good and sum(map(len, by_kind.values())) >= counted


def fts5(products, asked):
    base = sqlite3.connect(":memory:")
    began = time.process_time()
    base.execute("CREATE VIRTUAL TABLE words USING fts5(title, text, content='', prefix='2 3')")
    base.execute("CREATE TABLE product(id INTEGER PRIMARY KEY, sku TEXT, category TEXT, supplier TEXT, brand TEXT, price INT, units INT)")
    base.executemany("INSERT INTO words(rowid, title, text) VALUES(?, ?, ?)",
                     ((n, p.title + " " + p.brand, p.category + " " + p.description) for n, p in enumerate(products)))
    base.executemany("INSERT INTO product VALUES(?, ?, ?, ?, ?, ?, ?)",
                     ((n, p.sku, p.category, p.supplier, p.brand, p.price, p.units) for n, p in enumerate(products)))
    say("SQLite FTS5, made", f"{(time.process_time() - began) * 100000 / len(products):.1f} s per 100,000 products, in memory")
    by_kind = collections.defaultdict(list)
    for one in asked:
        named = re.findall(r"[a-z0-9]+", one.q.lower())
        if one.kind == "typo" or not named:
            continue
        match = " ".join(named) + ("*" if one.kind == "prefix" else "")
        began = time.process_time()
        base.execute("DROP TABLE IF EXISTS hit")
        base.execute("CREATE TEMP TABLE hit AS SELECT product.*, bm25(words, 10, 1) AS rank FROM words JOIN product ON product.id = words.rowid "
                     "WHERE words MATCH ?", (match,))
        base.execute("SELECT sku FROM hit ORDER BY rank, sku LIMIT 24").fetchall()
        for kind in ("category", "supplier", "brand"):
            base.execute(f"SELECT {kind}, count(*) FROM hit GROUP BY {kind} ORDER BY 2 DESC LIMIT 20").fetchall()
        base.execute("SELECT sum(units > 0) FROM hit").fetchall()
        by_kind[one.kind].append((time.process_time() - began) * 1000)
    for kind, took in by_kind.items():
        took.sort()
        say(f"SQLite FTS5, {kind}", f"p50 {took[len(took) // 2]:.1f} ms, most {took[-1]:.1f} ms ({len(took)}; no filters, no corrections)")


def main():
    parser = argparse.ArgumentParser(prog="./fy bench search", description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--fts5", action="store_true")
    options = parser.parse_args()
    asked = questions(options.folder + "/asked.tsv")
    products = list(catalogue(options.folder + "/catalogue.tsv"))
    good = recall(Truth(products), asked, len(asked) // 3)
    if options.fts5:
        fts5(products, asked)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())

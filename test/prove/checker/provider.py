"""The payment provider as its owner sees it: its own books, and how badly it behaves."""
import collections
import json
import random
import time
import urllib.error
import urllib.parse
import urllib.request

# Of a thousand requests, or webhooks.
HOSTILE = {"limited": (5, 40), "away": (5, 40), "cut": (5, 40), "cut_after": (10, 60), "error": (5, 40), "error_after": (10, 60),
           "late": (20, 80), "slow": (5, 20), "hook_twice": (100, 300), "hook_late": (100, 300), "hook_lost": (50, 200),
           "hook_forged": (20, 100), "hook_stale": (20, 100), "list_short": (20, 200), "strangers": (50, 300)}
AMOUNTS = {"late_ms": 6000, "hook_late_ms": 20000, "search_late_ms": 5000}


class Books:
    def __init__(self):
        self.intents = collections.defaultdict(list)  # payment: its intents
        self.balance = collections.Counter()          # currency: captured - fees - refunded
        self.count = 0
        self.totals = {}


class Provider:
    def __init__(self, stand):
        self.base = f"http://127.0.0.1:{stand.port + stand.OFFSETS['pspsim']}"

    def ask(self, path, form=None, seconds=120):
        """Once it answers: it is killed now and then."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                request = urllib.request.Request(self.base + path, urllib.parse.urlencode(form).encode() if form is not None else None,
                                                 method="GET" if form is None else "PUT")
                with urllib.request.urlopen(request, timeout=20) as answer:
                    return json.load(answer)
            except (urllib.error.URLError, OSError) as error:
                if time.monotonic() > deadline:
                    raise RuntimeError(f"the provider does not answer {path}: {error}") from error
                time.sleep(0.2)

    def hostile(self, seed):
        rng = random.Random(seed + 2)
        self.ask("/hostility", {**{name: rng.randint(*span) for name, span in HOSTILE.items()}, **AMOUNTS})

    def calm(self):
        self.ask("/hostility", {"late_ms": AMOUNTS["late_ms"]})

    def books(self):
        books, at = Books(), 0
        while at is not None:
            page = self.ask(f"/books?from={at}&limit=1000")
            for intent in page["intents"]:
                books.count += 1
                books.intents[intent["payment"]].append(intent)
                books.balance[intent["currency"].upper()] += intent["captured"] - intent["fee"] - intent["refunded"]
            at, books.totals = page["next"], page["totals"]
        return books

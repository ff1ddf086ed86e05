"""prove recommend: lists are what a plain reference says, to the last tie, from the engine to the answer over HTTP.

A reference in Python (checker/two_stages.py), which keeps and looks at everything, and the engine are told the same:

  - --size random happenings: clicks of interleaved visitors, sessions that end, grow too long and fall out, people
    that are forgotten, queries of both stages, the reverse question, what is popular; every answer is compared whole;
  - a forgotten person: an index that never knew them answers the same;
  - every example of the data in --data (or, where it is not there, SKIPPED by name): lists, scores and figures;
  - `fy-recommend eval` twice on each set: the same bytes, and the lists that were just compared; `fy-recommend fit`
    twice on what validates: the same bytes, and the weights that ship.

Then on a stand with two instances of recommend and of api, over HTTP (checker/lists.py); --engine leaves that out.
"""
import argparse
import asyncio
import os
import random
import subprocess
import sys
import tempfile
import time

from checker import arrange
from checker.lists import prove
from checker.stand import Stand
from checker.two_stages import Engine, PARAMS, weights_of



def say(words):
    print(words, flush=True)


class Ours:
    def __init__(self, program, sessions_max=1 << 20, **params):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        params = {**PARAMS, **params}
        self.ask("new", sessions_max, *(params[name] for name in
                 ("session_clicks", "recent", "neighbours", "views", "ranked", "thin")))

    def ask(self, *words):
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"FAILED: the engine died of {words[:8]}")
        return line.strip()

    def list(self, *words):
        return [tuple(map(int, row.split())) for row in self.ask(*words).split(";") if row]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


def compare(words, want, got):
    if want != got:
        say(f"FAILED: {words}")
        for a, b in zip(want, got):
            if a != b:
                say(f"  want {a}\n  got  {b}")
                break
        sys.exit(f"  want {len(want)} rows, got {len(got)}")


class World:
    """One random world: visitors who click, and both engines beside each other."""

    def __init__(self, program, weights, rng, crowd=False):
        self.rng, self.crowd, self.turnover = rng, crowd, 0.4 if crowd else 0.1
        self.visitors, self.items = (400, 3) if crowd else rng.choice(
            [(3, 5), (20, 40), (60, 400), (60, 40)])
        params = {"session_clicks": rng.choice([4, 12, 40, 64]), "recent": rng.choice([1, 7, 60, 500]),
                  "neighbours": rng.choice([1, 5, 30, 100]), "views": rng.choice([1, 2, 8]),
                  "ranked": rng.choice([8, 20, 60, 128]), "thin": rng.choice([0, 40, 200])}
        sessions_max = 1 << 20 if crowd else rng.choice([1, 10, 100, 1 << 20])
        self.reference = Engine(weights, sessions_max, **params)
        self.ours = Ours(program, sessions_max, **params)
        self.current, self.clicks, self.now, self.offset = {}, {}, 1000, 0
        self.counts = {"clicks": 0, "queries": 0, "interested": 0, "popular": 0, "ends": 0, "forgets": 0}

    def item(self):
        return int(self.items * self.rng.random() ** 2)

    def click(self):
        rng = self.rng
        visitor = rng.randrange(self.visitors)
        session, slot = self.current.get(visitor, (None, -1))
        if session is None or session not in self.reference.live or rng.random() < self.turnover:
            session, slot = None, -1
            self.clicks[visitor] = []
        self.now += rng.randrange(3)
        self.offset += 1
        order = (self.now - rng.randrange(3), visitor % 3, self.offset)
        if session is not None and order <= session.order:
            order = (session.order[0], session.order[1], self.offset)
        item = rng.choice(self.clicks[visitor]) if self.clicks[visitor] and rng.random() < 0.25 else self.item()
        session = self.reference.click(session, visitor, order, item)
        slot = int(self.ours.ask("click", slot, visitor, *order, item))
        compare("taken", [session is None], [slot == 0xffffffff])
        self.current[visitor] = (session, -1 if session is None else slot)
        self.clicks[visitor].append(item)
        self.counts["clicks"] += 1

    def query(self):
        visitor = self.rng.choice(list(self.clicks) or [None])
        if visitor is None:
            return
        session, slot = self.current[visitor]
        held = session in self.reference.live
        own, slot = (session, slot) if held else (None, -1)
        clicks = self.clicks[visitor]
        if self.rng.random() < 0.2:
            clicks = [self.item() for _ in range(self.rng.randrange(1, 80))]
        compare(f"query {clicks}", self.reference.query(own, clicks), self.ours.list("query", slot, *clicks))
        compare(f"knn {clicks}", self.reference.query_knn(own, clicks, 20), self.ours.list("knn", slot, 20, *clicks))
        self.counts["queries"] += 2

    def interested(self):
        item, most = self.item(), self.rng.choice([1, 10, 1000])
        compare(f"interested {item}", self.reference.interested(item, most), self.ours.list("interested", item, most))
        self.counts["interested"] += 1

    def popular(self):
        most = self.rng.choice([1, 20, 128])
        compare("popular", self.reference.popular(most), self.ours.list("popular", most))
        self.counts["popular"] += 1

    def end(self):
        order = (self.now - self.rng.randrange(60), 0, 0) if self.rng.random() < 0.7 else ()
        self.reference.end(order or None)
        sessions = int(self.ours.ask("end", *order))
        compare("end", [len(self.reference.ended) + len(self.reference.live)], [sessions])
        self.counts["ends"] += 1

    def forget(self):
        visitor = self.rng.randrange(self.visitors)
        compare("forget", [self.reference.forget(visitor)], [int(self.ours.ask("forget", visitor))])
        self.counts["forgets"] += 1

    def run(self, size):
        acts = [self.click, self.query, self.interested, self.popular, self.end, self.forget]
        for act in self.rng.choices(acts, (96, 2.5, .4, .4, .8, .3) if self.crowd else (85, 10, 2, 1, 2, 1), k=size):
            act()
        self.ours.close()
        return self.counts


def read_lines(path):
    return [list(map(int, line.split())) for line in open(path)]


def read_rows(path):
    sessions = {}
    for at, line in enumerate(list(open(path))[1:]):
        session, item, when = line.split("\t")
        sessions.setdefault(int(session), []).append((float(when), at, int(item)))
    order = sorted(sessions.items(), key=lambda s: (max(s[1])[0], s[0]))
    return [[item for _, _, item in sorted(clicks)] for _, clicks in order]


def score(lists, dropped):
    hits = reciprocal = 0
    for shown, clicks in lists:
        shown = [item for item in shown if not dropped or item != clicks[-2]][:20]
        if clicks[-1] in shown:
            hits += 1
            reciprocal += 1 / (shown.index(clicks[-1]) + 1)
    return hits / len(lists), reciprocal / len(lists)


def themes(train):
    """item -> the item that most of those beside it lead to: what is looked at together stands for a category."""
    beside, clicks = {}, {}
    for session in train:
        for a, b in zip(session, session[1:]):
            for x, y in ((a, b), (b, a)):
                if x != y:
                    beside.setdefault(x, {}).setdefault(y, 0)
                    beside[x][y] += 1
        for item in session:
            clicks[item] = clicks.get(item, 0) + 1
    theme = {}
    for item in clicks:
        at = item
        for _ in range(4):
            near = beside.get(at)
            best = max(near, key=lambda y: (near[y], y)) if near else at
            if clicks[best] <= clicks[at]:
                break
            at = best
        theme[item] = at
    return theme


def cost_of_showing(name, train, lists):
    """What caps and the place for what is new cost, where no list has the item that was looked at last."""
    theme = themes(train)
    product = lambda item: (f"s{theme.get(item, item) % 200}", f"c{theme.get(item, item)}")
    sums, moved = [0.0, 0.0, 0.0], 0
    for number, (shown, clicks) in enumerate(lists):
        ranked = [item for item in shown if item != clicks[-2]]
        capped = arrange.capped(ranked, 20, product)
        explored, _ = arrange.with_new(capped, f"{number:032x}", name, 20, [-1], lambda item: True)
        moved += capped != ranked[:20]
        for i, places in enumerate((ranked[:20], capped, explored)):
            if clicks[-1] in places:
                sums[i] += 1 / (places.index(clicks[-1]) + 1)
    mrr = [one / len(lists) for one in sums]
    loss = [(1 - after / before) * 100 for before, after in ((mrr[0], mrr[1]), (mrr[1], mrr[2]))]
    say(f"{name}, shown: MRR@20 {mrr[0]:.4f} ranked, {mrr[1]:.4f} capped ({loss[0]:.2f} % less; {moved:,} of {len(lists):,} lists "
        f"changed, {len(set(theme.values())):,} categories), {mrr[2]:.4f} with one place for what is new ({loss[1]:.2f} % less)")
    if loss[1] > 1 or moved == 0:
        sys.exit("FAILED: what is new costs more than 1 %, or no cap was ever met")


def prove_set(name, program, weights, train, examples, most, floors):
    reference, ours = Engine(weights), Ours(program)
    offset = 0
    for number, clicks in enumerate(train):
        session, slot = None, -1
        for item in clicks:
            offset += 1
            session = reference.click(session, number, (offset, 0, 0), item)
            slot = int(ours.ask("click", slot, number, offset, 0, 0, item))
        reference.ended.extend(reference.live)   # As end() does, without looking for what is older.
        reference.live = []
        ours.ask("end")
    asked = [e for e in examples if len(e) > 1]
    lists, compared = [], 0
    every = max(1, len(asked) // most)
    for at, clicks in enumerate(asked):
        got = ours.list("query", -1, *clicks[:-1])
        if at % every == 0:
            compare(f"{name} {clicks}", reference.query(None, clicks[:-1]), got)
            compared += 1
        lists.append(([row[0] for row in got], clicks))
    ours.close()
    keep, drop = score(lists, False), score(lists, True)
    say(f"{name}: {len(train)} sessions, {len(lists)} examples, {compared} compared whole; HR@20/MRR@20 "
        f"keep {keep[0]:.4f}/{keep[1]:.4f} drop {drop[0]:.4f}/{drop[1]:.4f}")
    cost_of_showing(name, train, lists)
    for kind, floor, got in floors(keep, drop):
        if got[0] < floor[0] or got[1] < floor[1]:
            sys.exit(f"FAILED: {name} {kind}: want at least {floor}, got {got}")
    return lists


def twice(command, option):
    """What the command writes, the same bytes each time."""
    texts = []
    for _ in range(2):
        with tempfile.NamedTemporaryFile("r") as out:
            subprocess.run([*command, option, out.name], check=True, stdout=subprocess.DEVNULL)
            texts.append(out.read())
    if texts[0] != texts[1] or not texts[0]:
        sys.exit(f"FAILED: {' '.join(command)}: nothing, or other bytes the second time")
    return texts[0]


def prove_eval(recommend, train, test, lists, keep):
    command = [recommend, "eval", "--train", train, "--test", test, *(["--keep-current"] if keep else [])]
    got = sorted(tuple(tuple(map(int, part.split())) for part in line.split("\t"))
                 for line in twice(command, "--predictions").splitlines())
    want = sorted((tuple(clicks[:-1]), (clicks[-1],), tuple([item for item in shown if keep or item != clicks[-2]][:20]))
                  for shown, clicks in lists)
    compare(command, want, got)
    return len(got)


def prove_commands(recommend, data, weights, retail, toy):
    """Anybody can score and fit as we did."""
    files = [f"{data}/{name}" for name in ("retailrocket/train.sessions", "retailrocket/test.examples", "serenade-toy/train.txt",
                                            "serenade-toy/test.txt", "serenade-toy/valid.txt")]
    lines = sum(prove_eval(recommend, *files[at:at + 2], lists, keep)
                for at, lists in ((0, retail), (2, toy)) for keep in (True, False))
    fitted = dict(line.split() for line in twice(
        [recommend, "fit", "--train", files[0], "--keep-current", "--train", files[2], "--valid", files[4]], "--weights").splitlines())
    compare("fy-recommend fit", sorted((name, int(weight)) for name, weight in fitted.items()), sorted(weights.items()))
    say(f"fy-recommend eval, twice: {lines} predictions, the same bytes and the lists above; fit, twice: {len(fitted)} weights, "
        f"the same bytes and those that ship")


def generated(rng, sessions, examples):
    """Where the real clicks are not at hand: shoppers who stay near a theme."""
    def one():
        theme = int(rng.paretovariate(0.8)) % 150
        return [theme * 8 + int(rng.expovariate(0.5)) % 8 + (8 if rng.random() < .1 else 0)
                for _ in range(2 + int(rng.expovariate(0.3)))][:40]
    return [one() for _ in range(sessions)], [one() + one()[:1] for _ in range(examples)]


def over_http(words, data):
    rng, fails = random.Random(words.seed), []
    if os.path.exists(os.path.join(data, "retailrocket", "train.sessions")):
        train = read_lines(f"{data}/retailrocket/train.sessions")[-words.sessions:]
        examples = rng.sample([e for e in read_lines(f"{data}/retailrocket/test.examples") if 1 < len(e) < 64], words.examples)
    else:
        say("sessions are GENERATED: the real ones are not at hand")
        train, examples = generated(rng, words.sessions, words.examples)
    stand = Stand(words.root, words.home, int(words.port))
    stand.wait_ready(300)
    asyncio.run(prove(stand, words.seed, train, examples, words.answers, words.within, fails))
    for fail in fails:
        say(f"FAILED: {fail}")
    if fails:
        sys.exit(1)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("root", "home", "port"):
        parser.add_argument(f"--{name}", help=argparse.SUPPRESS)
    parser.add_argument("--data", help="folder of the click data")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=20000, help="random happenings, and at most so many examples a set")
    parser.add_argument("--engine", action="store_true", help="the engine alone; needs no stand")
    parser.add_argument("--sessions", type=int, default=3000, help="of the newest training sessions, over HTTP")
    parser.add_argument("--examples", type=int, default=500, help="asked over HTTP")
    parser.add_argument("--answers", type=int, default=20000, help="read while products sell out")
    parser.add_argument("--within", type=float, default=1.0, help="seconds in which what is sold out must be gone")
    words = parser.parse_args()
    began = time.time()
    build = os.path.join(words.root, "build", "release")
    if not os.path.exists(os.path.join(build, "build.ninja")):
        subprocess.run(["cmake", "--preset", "release"], cwd=words.root, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(["cmake", "--build", build, "--target", "prove.engine", "fy-recommend"], check=True, stdout=subprocess.DEVNULL)
    program = os.path.join(build, "bin", "prove.engine")
    weights = weights_of(os.path.join(words.root, "processors", "recommend", "engine", "terms.def"))
    rng, totals, worlds, left = random.Random(words.seed), {}, 0, words.size
    while left > 0:   # Every tenth is long enough for posting rings to be cut.
        size = min(left, 6000 if worlds % 10 == 9 else 1000)
        for name, count in World(program, weights, rng, crowd=worlds % 10 == 9).run(size).items():
            totals[name] = totals.get(name, 0) + count
        worlds, left = worlds + 1, left - size
    say(f"{worlds} random worlds: " + ", ".join(f"{count} {name}" for name, count in totals.items()) + ", all alike")
    if min(totals.values()) == 0:
        sys.exit("FAILED: something was never asked")
    data = words.data or ""
    if os.path.exists(os.path.join(data, "retailrocket", "train.sessions")):
        retail = prove_set("retailrocket", program, weights, read_lines(f"{data}/retailrocket/train.sessions"),
                  read_lines(f"{data}/retailrocket/test.examples"), words.size,
                  lambda keep, drop: [("keep", (.590, .322), keep), ("drop", (.428, .219), drop)])
        tests = [s[:n] for s in read_rows(f"{data}/serenade-toy/test.txt") for n in range(2, len(s) + 1)]
        toy = prove_set("serenade-toy", program, weights, read_rows(f"{data}/serenade-toy/train.txt"), tests, words.size,
                  lambda keep, drop: [("drop", (.690, .388), drop)])
        prove_commands(os.path.join(build, "bin", "fy-recommend"), data, weights, retail, toy)
    else:
        say("SKIPPED: retailrocket and serenade-toy: no data")
    if not words.engine:
        over_http(words, data)
    say(f"PROVED: recommend, seed {words.seed}, size {words.size}, {time.time() - began:.0f} s")


main()

"""prove sim: whole programs on the log in memory, killed, stopped, fenced and thrown out at every call, keep every promise.

Builds the simulator as it ships (release, assertions on) and runs --size seeds from --seed on, on --jobs cores. In each
seed the programs relay and count of test/probe (--of accounts, stock, exposure: that program; --of orders: stock and orders, with
suppliers, an operator, and the payments adapter before a hostile provider), up to three processes of two
workers each, meet what test/sim/sim.h names; then an independent fold of the input (of accounts: its pure rules alone)
tells what the outputs, rows, places and disks must be, and that all ends.

Green: no seed failed, facts were read and turns committed in them, and each site (a call of the interface x what went
wrong in it) was hit --hits times or more; --of payments, the adapter alone: each thing that it counts came so often. A seed that
fails is printed with the command that shows it step by step, and no more are begun.
"""
import argparse
import re
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

STAND = False   # run.sh starts none.
SAY_S = 20      # Between two words of how far it is.


def say(words):
    print(words, flush=True)


BINARIES = {"probe": "sim", "accounts": "sim-accounts", "stock": "sim-stock", "exposure": "sim-exposure", "orders": "sim-orders",
            "payments": "sim-payments"}


def build(root, binary):
    for command in (["cmake", "--preset", "release"], ["cmake", "--build", "--preset", "release", "--target", binary]):
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit((done.stdout + done.stderr)[-3000:])


def seeds(root, binary, first, count):
    done = subprocess.run([f"{root}/build/release/bin/{binary}", "--seed", str(first), "--size", str(count)],
                          capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def run_all(told, root, binary):
    """Texts of all that ran: pieces of some hundred seeds, none begun behind one that failed. Says how far it is, now and then."""
    piece = max(1, min(1000, -(-told.size // (told.jobs * 4))))
    ends, texts, done, began, said = told.seed + told.size, [], 0, time.monotonic(), time.monotonic()
    failed = threading.Event()

    def work(first):
        if failed.is_set():
            return 0, 0, ""
        count = min(piece, ends - first)
        code, text = seeds(root, binary, first, count)
        if code != 0:
            failed.set()
        return code, count, text
    with ThreadPoolExecutor(told.jobs) as pool:
        for one in as_completed([pool.submit(work, first) for first in range(told.seed, ends, piece)]):
            code, count, text = one.result()
            if count > 0:
                texts.append((code, text))
            done += count
            if code != 0:
                say(f"FAILED: {text[-1500:]}")
            elif time.monotonic() - said > SAY_S:
                said = time.monotonic()
                say(f"  {done:,} of {told.size:,} seeds, {(said - began) / 60:.1f} min")
    return texts


def counts_of(text, counts):
    """Add up the words of sim-payments: "3 orphans voided", each behind a comma, a bracket or a colon."""
    for times, what in re.findall(r"(\d+) ([a-z][a-z ]*[a-z])(?= ?[,;()]|$)", text, flags=re.M):
        if "answers were waited for" not in what and "seeds" not in what:
            counts["adapter", what] = counts.get(("adapter", what), 0) + int(times)


def waits_of(texts):
    waits = [(int(n), int(longest)) for _, text in texts for n, longest in
             re.findall(r"in calm (\d+) answers were waited for.* p100\.0 (\d+)$", text, flags=re.M)]
    return (f"  in calm {sum(n for n, _ in waits):,} answers were waited for, {max(s for _, s in waits)} s at most "
            "(nights, whose keys are too old, search)" if waits else None)


def hits_of(text, hits):
    """Add up the lines "  commit  fails 3  in doubt 5"; returns nothing."""
    for call, rest in re.findall(r"^  (.{12})  (.*\d)$", text, flags=re.M):
        for what, times in re.findall(r"([a-z][a-z ]*?) (\d+)", rest):
            site = (call.strip(), what.strip())
            hits[site] = hits.get(site, 0) + int(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for unused in ("--root", "--home", "--port", "--data"):
        parser.add_argument(unused, help=argparse.SUPPRESS)
    parser.add_argument("--seed", type=int, default=1, help="the first (1)")
    parser.add_argument("--size", type=int, default=100000, help="how many seeds (100000)")
    parser.add_argument("--jobs", type=int, default=2, help="at a time (2)")
    parser.add_argument("--hits", type=int, default=20, help="of each site, at least (20)")
    parser.add_argument("--of", choices=sorted(BINARIES), default="probe", help="which programs (probe)")
    told = parser.parse_args()
    root = told.root or "."

    binary = BINARIES[told.of]
    build(root, binary)
    began = time.monotonic()
    runs = run_all(told, root, binary)
    spent = time.monotonic() - began

    hits, wrong = {}, []
    total = {"seeds": 0, "facts": 0, "commits": 0, "calls": 0, "switches": 0}
    for code, text in runs:
        if code != 0:
            wrong.append("a seed failed: see above")
            continue
        (counts_of if told.of == "payments" else hits_of)(text, hits)
        total["seeds"] += sum(int(n) for n in re.findall(r"^(\d+) seeds from", text, flags=re.M))
        for word in ("facts", "commits", "calls", "switches"):
            total[word] += sum(int(n) for n in re.findall(rf"(\d+) {word}", text))
    say(f"sim: {total['seeds']:,} seeds from {told.seed} in {spent:.0f} s on {told.jobs} cores, "
        f"{total['seeds'] / max(spent, 0.001):.0f} seeds/s")
    if told.of != "payments":
        say(f"  {total['facts']:,} facts, {total['commits']:,} commits, {total['calls']:,} calls, "
            f"{total['switches']:,} switches of workers")
    for call in sorted({call for call, _ in hits}):
        say(f"  {call:<12} " + ", ".join(f"{what} {times:,}" for (of, what), times in hits.items() if of == call))
    waits = waits_of(runs)
    if waits:
        say(waits)
    least = min(hits.values(), default=0)
    say(f"  {len(hits)} sites, each hit {least:,} times or more")
    if not wrong and total["seeds"] != told.size:
        wrong.append(f"{total['seeds']} seeds were run, not {told.size}")
    moved = told.of == "payments" or (total["commits"] > 0 and total["facts"] > 0)
    if not wrong and (least < told.hits or not moved):
        wrong.append(f"a site was hit {least} times, {told.hits} are wanted; {total['commits']} commits")
    for words in wrong:
        say(f"  {words}")
    say("RED" if wrong else "GREEN")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

"""prove unhang: transactions that nobody will end are found, ours are aborted, and what waited behind them is read.

On a fresh stand the broker's check is switched off and two transactions are written that its coordinator has never been told of: one under an
id of our own programs, one under somebody else's. Readers of committed records see nothing behind either. Then ./fy unhang must name both,
abort ours and no other, say so by its exit code, and a second time find only the other.
"""
import argparse
import os
import random
import subprocess
import sys
import time

from checker.hang import hang
from checker.stand import Stand
from confluent_kafka import Consumer, Producer, TopicPartition

OURS, THEIRS = "stock-9-0", "somebody-1"


def say(words):
    print(words, flush=True)


def switch_off(stand):
    libs = os.path.join(stand.home, "kafka", "libs", "*")
    subprocess.run(["java", "-XX:TieredStopAtLevel=1", "-cp", libs, "kafka.admin.ConfigCommand", "--bootstrap-server", stand.brokers, "--alter",
                    "--entity-type", "brokers", "--entity-default", "--add-config", "transaction.partition.verification.enable=false"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def write_behind(stand, topic, partition):
    producer = Producer({"bootstrap.servers": stand.brokers, "log_level": 0})
    producer.produce(topic, b"behind", b"behind", partition)
    if producer.flush(30):
        raise RuntimeError("the record behind it was not acknowledged")


def reads(stand, topic, partition, offset, seconds):
    """Does a reader of committed records come past this offset?"""
    consumer = Consumer({"bootstrap.servers": stand.brokers, "group.id": "prove-unhang", "isolation.level": "read_committed", "log_level": 0,
                         "enable.auto.commit": False, "auto.offset.reset": "error"})
    consumer.assign([TopicPartition(topic, partition, offset)])
    deadline, found = time.monotonic() + seconds, False
    while not found and time.monotonic() < deadline:
        message = consumer.poll(0.5)
        found = message is not None and message.error() is None and message.offset() > offset
    consumer.close()
    return found


def unhang(stand, *words):
    done = subprocess.run([os.path.join(stand.root, "fy"), "unhang", "--minutes", "0", *words], capture_output=True, text=True, check=False,
                          env=dict(os.environ, FY_HOME=stand.home, FY_PORT=str(stand.port)))
    say("  " + "\n  ".join(line for line in (done.stdout + done.stderr).strip().split("\n")))
    return done.returncode, done.stdout


def main():
    parser = argparse.ArgumentParser(prog="./fy prove unhang", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1, help="decides where they hang")
    for hidden in ("--data", "--root", "--home", "--port"):
        parser.add_argument(hidden, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    stand, rng, fails = Stand(options.root, options.home, int(options.port)), random.Random(options.seed), []
    (mine, p), (other, q) = ((rng.choice(["stock", "stock-levels", "products"]), rng.randrange(6)), ("histories", rng.randrange(6)))
    code, said = unhang(stand)
    if code != 0 or "nothing hangs" not in said:
        fails.append("before anything hangs, something is found")
    switch_off(stand)
    places = [(mine, p, hang(stand.brokers, OURS, mine, p)), (other, q, hang(stand.brokers, THEIRS, other, q))]
    for place in places:
        write_behind(stand, *place[:2])
        if reads(stand, *place, 3):
            fails.append(f"{place}: it does not hang, so nothing was proven")
    say(f"{OURS} hangs in {mine} {p}, {THEIRS} in {other} {q}: nobody reads what is behind")

    code, said = unhang(stand, "--look")
    if code != 1 or f"of {OURS}" not in said or "none of ours" not in said or "aborted" in said:
        fails.append("--look does not name both, or does more than look")
    if reads(stand, *places[0], 2):
        fails.append("--look ended what it should have looked at")
    code, said = unhang(stand)
    if code != 1 or f"of {OURS}, aborted" not in said or said.count("aborted") != 1:
        fails.append("ours was not aborted, or more than ours")
    if not reads(stand, *places[0], 20):
        fails.append("what is behind ours is still not read")
    if reads(stand, *places[1], 2):
        fails.append("that of another's program was ended")
    code, said = unhang(stand)
    if code != 1 or OURS in said or "none of ours" not in said:
        fails.append("the second time the other alone should be found")
    for fail in fails:
        say(f"FAIL {fail}")
    say(f"RED, {len(fails)} failures" if fails else "GREEN")
    return 1 if fails else 0


if __name__ == "__main__":
    sys.exit(main())

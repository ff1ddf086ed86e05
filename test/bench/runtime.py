"""bench runtime: our tasks beside Kafka Streams 4.3.1 (exactly_once_v2), on one broker, from one topic, in one run.

Three programs: ours; `default`, Kafka Streams as it ships; `tuned`, Kafka Streams as well as we could (Processor API, ParallelGC, 1 GB,
large memtables and caches, large batches, static membership). A JVM is judged behind --warm CPU-seconds of its own. Workloads:

  uniform, zipf   count per key                       rmw      a row of 200 bytes: read, changed, an event and a level out
  latency         uniform, then 1,000 records/s       small    rmw on rows of 1,000 bytes, 0.1 GB of them; kill -9 while it works;
                                                               ours: then with an empty disk
                                                      large    the same with 1 GB
  scale           ours: records/s of one process, of two workers in it, of two processes
  takeover        ours, by name only: kill -9 of one of two processes, by session, membership, and whether it is started again

What each wrote is read back under read_committed: the newest counts of all keys must add up to the records that went in.
"""
import argparse
import fnmatch
import os
import shutil
import subprocess
import sys
import threading
import time

from confluent_kafka import Consumer

from apps import INPUT, OUTPUT, Broker, Ours, Progress, Streams, Watch, folder_mb
from process import cpu_s, memory_mb
from checker.stand import Stand

ROW_BYTES = {"uniform": 0, "zipf": 0, "latency": 0, "rmw": 200, "small": 1000, "large": 1000}
COMMIT_MS = {"ours": (200, 20), "default": (100, 100), "tuned": (1000, 20)}  # For throughput; for latency and restart.
CELLS = [f"{app}-{what}" for app in COMMIT_MS for what in ROW_BYTES] + ["ours-scale", "ours-takeover"]
SLOW = ("latency", "small", "large")
PACE = 1000


def say(name, text):
    print(f"figure: {name:<16} {text}", flush=True)


class Feeder(threading.Thread):
    """Keeps a backlog in front of the app until it is told that it is enough."""

    def __init__(self, broker, progress, options, spread, chunk):
        super().__init__(daemon=True)
        self.broker, self.progress, self.options, self.spread, self.chunk = broker, progress, options, spread, chunk
        self.fed = self.seed = 0
        self.enough, self.error = threading.Event(), None
        self.more()

    def more(self):
        self.seed += 1
        self.fed += self.broker.feed("bulk", self.chunk, self.options.keys, self.spread, self.seed)

    def run(self):
        try:
            while not self.enough.wait(0.2):
                if self.fed - self.progress.now() < self.chunk:
                    self.more()
        except Exception as error:
            self.error = error

    def finish(self):
        self.enough.set()
        self.join()
        if self.error is not None:
            raise self.error


class Cell:
    """One program under one workload, from nothing to a checked result."""

    def __init__(self, options, broker, app, what):
        self.options, self.broker, self.kind, self.what, self.name = options, broker, app, what, f"{app}-{what}"
        mode = "count" if ROW_BYTES[what] == 0 else "rmw"
        commit_ms = COMMIT_MS[app][what in SLOW]
        broker.fresh()
        run = f"{self.name}-{os.getpid()}"
        if app == "ours":
            self.app = Ours(options, broker, run, mode, commit_ms, ROW_BYTES[what])
        else:
            self.app = Streams(options, broker, run, app, mode, commit_ms, ROW_BYTES[what])
        self.output = OUTPUT[mode]
        self.progress = Progress(broker, self.app.group)
        self.figures = {}

    def run(self):
        try:
            if self.what in ("small", "large"):
                self.restart()
            else:
                self.throughput()
                if self.what == "latency":
                    self.latency()
            self.drain()
            self.app.stop()
            self.check()
        finally:
            self.app.gone()
            self.progress.close()
        return self.figures

    def drain(self):
        end = self.broker.end(INPUT)
        while self.progress.now() < end:
            self.app.pid
            time.sleep(0.05)

    def start_up(self):
        """From the first instruction to the first output that a reader gets; the input waits already."""
        watch = Watch(self.broker, self.output)
        began = self.app.start()
        while (came := watch.next(0.2)) is None:
            self.app.pid
        watch.close()
        self.figures["start_s"] = came[0] - began

    # --- Records per CPU-second, and memory ------------------------------------------------------

    def throughput(self):
        if self.kind == "ours":
            marks = self.burst()
        else:
            marks = self.warmed()
        (cpu, done, kafka, at), (cpu_2, done_2, kafka_2, at_2) = marks
        now, most = memory_mb(self.app.pid)
        per_cpu = (done_2 - done) / max(cpu_2 - cpu, 0.01)
        self.figures.update(per_cpu=per_cpu, memory_mb=most, rss_mb=now)
        warm = f"after {cpu:.0f} CPU-s, " if self.kind != "ours" else ""
        say(self.name, f"{per_cpu:>9,.0f} records/CPU-s ({warm}{done_2 - done:,} records in {cpu_2 - cpu:.1f} CPU-s and "
            f"{at_2 - at:.1f} s, broker {(kafka_2 - kafka) * 1e6 / max(done_2 - done, 1):.1f} us/record)  "
            f"memory {now:.0f} MB, at most {most:.0f}  start-up {self.figures['start_s']:.2f} s  commit {self.app.commit_ms} ms")

    def mark(self, done):
        return cpu_s(self.app.pid), done, cpu_s(self.broker.pid), time.monotonic()

    def burst(self):
        """Ours needs no warming but rows: the first third makes most of them, the rest is judged."""
        options = self.options
        total = options.records if self.what != "latency" else options.records // 4
        fed = self.broker.feed("bulk", total, options.keys, "zipf" if self.what == "zipf" else "uniform", 1)
        self.start_up()
        while (done := self.progress.changed(self.app, fed)) < fed / 3:
            pass
        first = last = self.mark(done)
        while done < fed:
            done = self.progress.changed(self.app, fed)
            last = self.mark(done)
        return first, last

    def warmed(self):
        options = self.options
        feeder = Feeder(self.broker, self.progress, options, "zipf" if self.what == "zipf" else "uniform", options.chunk)
        try:
            self.start_up()
            feeder.start()
            while cpu_s(self.app.pid) < options.warm:
                time.sleep(0.1)
                if feeder.error is not None:
                    raise feeder.error
            first = self.mark(self.progress.changed(self.app))
            while cpu_s(self.app.pid) < first[0] + options.judged:
                time.sleep(0.1)
            last = self.mark(self.progress.changed(self.app))
        finally:
            feeder.finish()
        return first, last

    # --- Latency ---------------------------------------------------------------------------------

    def latency(self):
        self.drain()
        watch, seconds = Watch(self.broker, self.output), self.options.seconds
        feed = self.broker.pace(PACE, seconds + 2)
        took, until = [], time.monotonic() + seconds + 60
        cpu = cpu_s(self.app.pid)
        while len(took) < (seconds + 2) * PACE and time.monotonic() < until:
            came = watch.next(0.2)
            if came is None or not came[1].startswith(b"at-"):
                continue
            sent = int(came[1][3:]) / 1e6
            took.append((sent, (came[0] - sent) * 1000))
        watch.close()
        cpu = cpu_s(self.app.pid) - cpu
        if feed.wait() != 0 or len(took) != (seconds + 2) * PACE:
            raise RuntimeError(f"{self.name}: {len(took)} of {(seconds + 2) * PACE} records came out")
        begin = min(sent for sent, _ in took) + 2
        judged = sorted(ms for sent, ms in took if sent >= begin)
        p50, p99 = judged[len(judged) // 2], judged[len(judged) * 99 // 100]
        self.figures.update(p50_ms=p50, p99_ms=p99)
        say(self.name, f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, max {judged[-1]:.1f} ms from produce to read_committed at "
            f"{PACE:,} records/s ({len(judged):,} of them, {cpu / (seconds + 2) * 100:.0f} % of a core)  commit {self.app.commit_ms} ms")

    # --- Restart ---------------------------------------------------------------------------------

    def restart(self):
        keys = self.options.small if self.what == "small" else self.options.small * 10
        fed = self.broker.feed("bulk", keys, keys, "once", 0)
        self.start_up()
        while self.progress.now() < fed:
            self.app.pid
            time.sleep(0.1)
        state_mb = folder_mb(self.app.folder)
        watch, pace = Watch(self.broker, self.output), self.broker.pace(100, 600)
        try:
            while watch.next(0.2) is None:
                self.app.pid
            time.sleep(2)  # Within its rhythm of commits, wherever that is.
            killed = self.app.kill()
            self.app.start()
            while True:
                came = watch.next(0.2)
                self.app.pid
                if came is not None and came[1].startswith(b"at-") and int(came[1][3:]) / 1e6 > killed:
                    break
        finally:
            pace.terminate()
            pace.wait()
            watch.close()
        self.drain()
        self.figures["restart_s"] = came[0] - killed
        say(self.name, f"{came[0] - killed:.2f} s from kill -9 to the first output of what was sent behind it "
            f"({keys / 1e6:.1f} GB: {keys:,} rows of 1,000 bytes, {state_mb:.0f} MB of files)  memory at most {memory_mb(self.app.pid)[1]:.0f} MB  "
            f"commit {self.app.commit_ms} ms")
        if self.kind == "ours":
            self.wiped(keys)

    def wiped(self, keys):
        """From its changelog alone: kill -9, and the disk is empty."""
        self.app.kill()
        self.app.wipe()
        began = self.app.start()
        self.app.wait_ready(300)
        took, cpu = time.monotonic() - began, cpu_s(self.app.pid)
        say(self.name, f"{took:.2f} s from an empty disk to ready ({keys / 1e6:.1f} GB: {keys:,} rows of 1,000 bytes, {keys / took:,.0f} rows/s, "
            f"{cpu:.1f} CPU-s)  memory at most {memory_mb(self.app.pid)[1]:.0f} MB")

    # --- Right or not ----------------------------------------------------------------------------

    def check(self):
        self.figures["right"] = check(self.name, self.broker, self.output, self.app.count_in)


def check(name, broker, output, count_in):
    records, newest, read = broker.end(INPUT), {}, 0
    consumer = Consumer({"bootstrap.servers": broker.brokers, "group.id": "bench-check", "enable.auto.commit": False,
                         "isolation.level": "read_committed", "auto.offset.reset": "error", "enable.partition.eof": True})
    places = broker.places(output)
    for place in places:
        place.offset = 0
    consumer.assign(places)
    left = len(places)
    while left > 0:
        messages = consumer.consume(10000, timeout=0.2)
        for message in messages:
            if message.error() is None:
                newest[message.key()] = message.value()
                read += 1
            elif message.error().name() == "_PARTITION_EOF":
                left -= 1
            else:
                raise RuntimeError(str(message.error()))
    consumer.close()
    total = sum(map(count_in, newest.values()))
    right = records > 0 and total == records
    print(f"  {name}: {records:,} records in, {len(newest):,} counts in {read:,} outputs add up to {total:,}"
          f"{'' if right else '  WRONG'}", flush=True)
    return right


# --- Several of ours -----------------------------------------------------------------------------


class Several:
    """Programs of ours beside one another, on fresh topics."""

    def __init__(self, options, broker, name, commit_ms, mores):
        self.broker, self.name = broker, name
        broker.fresh()
        self.apps = [Ours(options, broker, f"{name}-{os.getpid()}", "count", commit_ms, 0, number + 1, more) for number, more in enumerate(mores)]
        self.progress = Progress(broker, self.apps[0].group)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for app in self.apps:
            app.gone()
        self.progress.close()

    def until(self, count):
        while (done := self.progress.now()) < count:
            for app in self.apps:
                app.pid
            time.sleep(0.02)
        return done

    def right(self):
        self.until(self.broker.end(INPUT))
        for app in self.apps:
            app.stop()
        return check(self.name, self.broker, OUTPUT["count"], Ours.count_in)


def scale(options, broker):
    right, base = True, None
    for words, mores in (("one process", [""]), ("two workers in one process", ["workers = 2\n"]),
                         ("two processes", ["standby = 0\n"] * 2), ("two processes that stand by for one another", ["", ""])):
        with Several(options, broker, "scale", 200, mores) as several:
            for app in several.apps:
                app.start()
                app.wait_ready(60)
            time.sleep(3)  # Partitions have changed hands by then.
            began = time.monotonic()
            fed = broker.feed("bulk", options.records // 4, options.keys, "uniform", 1)
            several.until(fed)
            rate = fed / (time.monotonic() - began)
            base = base or rate
            cpu = sum(cpu_s(app.pid) for app in several.apps)
            say("ours-scale", f"{words}: {rate:,.0f} records/s, {rate / base:.2f} x one ({cpu * 1e6 / fed:.1f} CPU-us each; "
                f"broker and feeder on the same {os.cpu_count()} cores)  memory at most {' and '.join(f'{memory_mb(app.pid)[1]:.0f}' for app in several.apps)} MB")
            right = several.right() and right
    return {"right": right}


def takeover(options, broker):
    """Until the last of the records that were sent in the 300 ms behind the kill has come out."""
    right = True
    for session_ms in (1000, 6000):
        for dynamic in (0, 1):
            for again in (True, False):
                more = f"session_ms = {session_ms}\ndynamic = {dynamic}\n"
                with Several(options, broker, "takeover", 20, [more, more]) as several:
                    broker.feed("bulk", 20000, 20000, "uniform", 1)
                    for app in several.apps:
                        app.start()
                        app.wait_ready(60)
                    several.until(20000)
                    watch, pace = Watch(broker, OUTPUT["count"]), broker.pace(500, session_ms // 1000 + 8)
                    time.sleep(2)
                    killed = several.apps[0].kill()
                    if again:
                        several.apps[0].start()
                    last = longest(watch, killed, killed + session_ms / 1000 + 4)
                    watch.close()
                    pace.wait()
                    say("ours-takeover", f"{last:.2f} s from kill -9 to the outputs of all that was sent in the 300 ms behind it: session {session_ms} ms, "
                        f"{'dynamic' if dynamic else 'static'}, {'started again at once' if again else 'the other takes over'}")
                    if not again:
                        del several.apps[0]
                    right = several.right() and right
    return {"right": right}


def longest(watch, killed, until):
    last = 0
    while time.monotonic() < until:
        came = watch.next(0.2)
        if came is not None and came[1].startswith(b"at-") and killed < int(came[1][3:]) / 1e6 <= killed + 0.3:
            last = max(last, came[0] - killed)
    return last


# --- Goals ---------------------------------------------------------------------------------------


def judge(name, value, goal, at_least, unit="x"):
    met = value >= goal if at_least else value <= goal
    short = "" if met else f", short by {abs(value - goal):.2f} {unit}"
    print(f"goal: {name:<58} {value:.2f} {unit}, wanted {'>=' if at_least else '<='} {goal:.2f}: {'met' if met else 'NOT met'}{short}", flush=True)


def goals(by):
    def of(app, what, figure):
        return by.get(f"{app}-{what}", {}).get(figure)

    for app, times in (("default", 5), ("tuned", 3)):
        for what in ("uniform", "zipf", "rmw"):
            if of("ours", what, "per_cpu") and of(app, what, "per_cpu"):
                judge(f"records per CPU-second, {what}, ours / {app}", of("ours", what, "per_cpu") / of(app, what, "per_cpu"), times, True)
    if of("ours", "uniform", "memory_mb") and of("default", "uniform", "memory_mb"):
        judge("memory at most, uniform, ours / default", of("ours", "uniform", "memory_mb") / of("default", "uniform", "memory_mb"), 1 / 8, False)
    for figure, part in (("p50_ms", 1), ("p99_ms", 0.75)):
        peers = [of(app, "latency", figure) for app in ("default", "tuned") if of(app, "latency", figure)]
        if peers and of("ours", "latency", figure):
            judge(f"{figure[:3]} of latency, ours / the best peer's", of("ours", "latency", figure) / min(peers), part, False)
    for what in ("small", "large"):
        if of("ours", what, "restart_s"):
            judge(f"kill -9 to new output, {what} state", of("ours", what, "restart_s"), 1.2, False, "s")


def arguments():
    parser = argparse.ArgumentParser(prog="./fy bench runtime", formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
    parser.add_argument("--root", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--home", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--only", action="append", help=f"some of {', '.join(CELLS)}; a pattern too: 'ours-*'")
    parser.add_argument("--quick", action="store_true", help="200,000 keys and short runs: to see that it works, not to judge by")
    parser.add_argument("--keys", type=int, default=1000000)
    parser.add_argument("--records", type=int, default=4000000, help="that ours reads; the peers are fed for as long as they need")
    parser.add_argument("--chunk", type=int, default=500000, help="records that always wait for a peer, at least")
    parser.add_argument("--warm", type=float, default=40, help="CPU-seconds before a JVM is judged")
    parser.add_argument("--judged", type=float, default=12, help="CPU-seconds of a JVM that are judged")
    parser.add_argument("--seconds", type=int, default=20, help="of latency")
    parser.add_argument("--small", type=int, default=100000, help="rows of the small state; the large one has ten times as many")
    options = parser.parse_args()
    if options.quick:
        options.keys, options.records, options.chunk, options.warm, options.judged = 200000, 1000000, 200000, 15, 8
        options.seconds, options.small = 8, 20000
    options.cells = [cell for cell in CELLS if any(fnmatch.fnmatch(cell, one) for one in options.only or ["*"])]
    if not options.only:
        options.cells.remove("ours-takeover")  # Says nothing about the peer, and takes two minutes.
    if not options.cells:
        parser.error(f"--only {options.only}: there is no such part")
    return options


def main():
    options, began = arguments(), time.monotonic()
    stand = Stand(options.root, os.path.join(options.home, "stand"), options.port)
    for name in ("producers", "api", "stock", "history", "recommend", "accounts", "nginx"):
        stand.supervisor("stop", name)  # Only what is measured and the broker work.
    if any(not cell.startswith("ours") for cell in options.cells):
        Streams.build(options)
    broker = Broker(stand, int(os.environ.get("FY_PARTITIONS", "6")))
    broker.fresh()
    broker.feed("bulk", options.chunk * 2, options.keys, "uniform", 0)  # Warms the broker.
    by, broken = {}, []
    if options.quick:
        print("quick: these figures show that it works; they are not to judge by", flush=True)
    for cell in options.cells:
        try:
            several = {"ours-scale": scale, "ours-takeover": takeover}.get(cell)
            by[cell] = several(options, broker) if several else Cell(options, broker, *cell.split("-", 1)).run()
        except (RuntimeError, subprocess.SubprocessError, OSError) as error:
            print(f"  {cell} failed: {error}", flush=True)
            broken.append(cell)
            continue
        if not by[cell].get("right"):
            broken.append(cell)
    shutil.rmtree(os.path.join(options.home, "runtime"), ignore_errors=True)
    goals(by)
    checked = sum(1 for figures in by.values() if figures.get("right"))
    print(f"took {time.monotonic() - began:.0f} s", flush=True)
    print(f"{checked} of {len(options.cells)} parts measured and right{'; broken: ' + ' '.join(broken) if broken else ''}", flush=True)
    return 0 if checked == len(options.cells) and not broken else 1


if __name__ == "__main__":
    sys.exit(main())

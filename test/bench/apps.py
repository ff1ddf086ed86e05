"""The programs that `bench runtime` measures, ours and Kafka Streams, as processes; and the broker between them.

Both read `bench-facts` and write the same topics. They are started, killed and counted in the same way; nothing else runs. Ours are
the probes of test/probe: tally (count) and rmw.
"""
import glob
import io
import os
import shutil
import signal
import struct
import subprocess
import time
import urllib.request

import fastavro
from confluent_kafka import Consumer, KafkaError, KafkaException, TopicPartition
from confluent_kafka.admin import AdminClient

HERE = os.path.dirname(os.path.abspath(__file__))
INPUT, EVENTS = "bench-facts", "bench-events"
OUTPUT = {"count": "bench-tallies", "rmw": "bench-levels"}
LONG = fastavro.parse_schema("long")


def folder_mb(folder):
    return sum(os.stat(os.path.join(at, name)).st_size for at, _, names in os.walk(folder) for name in names) / 1e6


class Broker:
    def __init__(self, stand, partitions):
        self.stand, self.brokers, self.pid, self.partitions = stand, stand.brokers, stand.pid("kafka"), partitions
        self.admin = AdminClient({"bootstrap.servers": self.brokers})
        self.asker = Consumer({"bootstrap.servers": self.brokers, "group.id": "bench", "auto.offset.reset": "error"})

    def make_topics(self):
        """Again, while the broker still forgets the old ones."""
        for _ in range(20):
            done = subprocess.run([os.path.join(self.stand.root, "build/release/bin/probe-topics"), "--brokers", self.brokers,
                                   "--partitions", str(self.partitions)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
            if done.returncode == 0:
                return
            time.sleep(0.5)
        raise RuntimeError(f"could not make the topics: {done.stdout}")

    def fresh(self):
        """Topics begin empty, and no group has read any of them."""
        there = self.admin.list_topics(timeout=10).topics
        ours = [name for name in there if name.startswith(("bench-", "tally-", "rmw-"))]
        for future in self.admin.delete_topics(ours).values() if ours else ():
            future.result(30)
        for group in ("tally", "rmw"):
            self.forget(group)
        self.make_topics()

    def forget(self, group):
        for _ in range(300):
            try:
                self.admin.delete_consumer_groups([group])[group].result(10)
                return
            except KafkaException as error:
                if error.args[0].code() == KafkaError.GROUP_ID_NOT_FOUND:
                    return
                time.sleep(0.2)  # A member lingers for its session.
        raise RuntimeError(f"group {group} does not go")

    def places(self, topic):
        return [TopicPartition(topic, number) for number in range(self.partitions)]

    def end(self, topic):
        return sum(self.asker.get_watermark_offsets(place, timeout=30)[1] for place in self.places(topic))

    def feed(self, *words):
        done = subprocess.run([os.path.join(self.stand.root, "build/release/bin/probe-feed"), self.brokers, *map(str, words)],
                              check=True, stdout=subprocess.PIPE, text=True)
        return int(done.stdout)

    def pace(self, per_second, seconds):
        return subprocess.Popen([os.path.join(self.stand.root, "build/release/bin/probe-feed"), self.brokers, "pace",
                                 str(per_second), str(seconds)], stdout=subprocess.DEVNULL)


class Progress:
    """Input records whose turn a group has committed."""

    def __init__(self, broker, group):
        self.places = broker.places(INPUT)
        self.asker = Consumer({"bootstrap.servers": broker.brokers, "group.id": group, "auto.offset.reset": "error"})

    def now(self):
        while True:
            try:
                return sum(max(place.offset, 0) for place in self.asker.committed(self.places, timeout=30))
            except KafkaException:  # A coordinator that is loading, or busy: asked again.
                time.sleep(0.1)

    def changed(self, app, end=None):
        """Waits for the next commit, so that what is read with it belongs to a whole number of turns; behind `end` there is none."""
        before = self.now()
        while (now := self.now()) == before and now != end:
            app.pid  # Raises when it has ended.
            time.sleep(0.02)
        return now

    def close(self):
        self.asker.close()


class Watch:
    """Records of a topic as a read_committed reader gets them, from the present end on."""

    def __init__(self, broker, topic):
        self.consumer = Consumer({"bootstrap.servers": broker.brokers, "group.id": "bench-watch", "enable.auto.commit": False,
                                  "isolation.level": "read_committed", "auto.offset.reset": "error", "fetch.wait.max.ms": 100})
        places = broker.places(topic)
        for place in places:
            place.offset = self.consumer.get_watermark_offsets(place, timeout=30)[1]
        self.consumer.assign(places)

    def next(self, seconds):
        """(when it came, its key) or None."""
        message = self.consumer.poll(seconds)
        if message is None:
            return None
        if message.error() is not None:
            raise RuntimeError(str(message.error()))
        return time.monotonic(), message.key()

    def close(self):
        self.consumer.close()


class App:
    """A process, and the words that start it again."""

    def __init__(self, name, folder, group, command, commit_ms):
        self.name, self.folder, self.group, self.command, self.commit_ms = name, folder, group, command, commit_ms
        self.log = os.path.join(folder, "..", f"{os.path.basename(folder)}.log")
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        self.process = None

    def start(self):
        """Returns when, by the monotonic clock."""
        began = time.monotonic()
        with open(self.log, "a", encoding="utf-8") as log:
            self.process = subprocess.Popen(self.command, stdout=log, stderr=subprocess.STDOUT)
        return began

    @property
    def pid(self):
        if self.process.poll() is not None:
            with open(self.log, encoding="utf-8", errors="replace") as log:
                raise RuntimeError(f"{self.name} ended with {self.process.returncode}:\n{log.read()[-2000:]}")
        return self.process.pid

    def kill(self):
        at = time.monotonic()
        os.kill(self.pid, signal.SIGKILL)
        self.process.wait()
        return at

    def stop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()

    def gone(self):
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Ours(App):
    def __init__(self, options, broker, run, mode, commit_ms, row_bytes, instance=1, more=""):
        folder = os.path.join(options.home, "runtime", f"{run}-{instance}")
        conf = folder + ".conf"
        program = {"count": "tally", "rmw": "rmw"}[mode]
        self.health = f"http://127.0.0.1:{options.port + 20 + instance}/healthz"
        super().__init__("ours", folder, program, [
            "env", f"FY_PROBE_COMMIT_MS={commit_ms}", f"FY_PROBE_ROW_BYTES={row_bytes}",
            os.path.join(options.root, f"build/release/bin/probe-{program}"), "--conf", conf], commit_ms)
        with open(conf, "w", encoding="ascii") as file:
            file.write(f"brokers = {broker.brokers}\nlisten = 127.0.0.1:{options.port + 20 + instance}\ndata = {folder}\n"
                       f"instance = {instance}\nlog = warn\n{more}")

    def wait_ready(self, seconds):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                with urllib.request.urlopen(self.health, timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                pass
            self.pid  # Raises when it has ended.
            time.sleep(0.02)
        raise RuntimeError(f"not ready within {seconds} s")

    def wipe(self):
        shutil.rmtree(self.folder)
        os.makedirs(self.folder)

    @staticmethod
    def count_in(value):
        """The first field of both outputs: Confluent's five bytes, then a zigzag number."""
        return fastavro.schemaless_reader(io.BytesIO(value[5:]), LONG, None)


class Streams(App):
    """Kafka Streams: `default` as it ships, `tuned` as well as we could."""
    HEAP = {"default": [], "tuned": ["-XX:+UseParallelGC", "-Xms1g", "-Xmx1g"]}

    def __init__(self, options, broker, run, kind, mode, commit_ms, row_bytes):
        built = os.path.join(options.home, "peers", "streams")
        group = f"bench-{run}"
        super().__init__(kind, os.path.join(options.home, "runtime", run), group, [
            "java", *self.HEAP[kind], "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-cp", f"{built}/classes:{built}/libs/*", "Peer", broker.brokers, group,
            os.path.join(options.home, "runtime", run), mode, kind, str(commit_ms), str(row_bytes), INPUT, OUTPUT[mode], EVENTS], commit_ms)

    @staticmethod
    def count_in(value):
        return struct.unpack(">q", value)[0]

    @staticmethod
    def build(options):
        built, source = os.path.join(options.home, "peers", "streams"), os.path.join(HERE, "peers", "streams")
        os.makedirs(os.path.join(built, "classes"), exist_ok=True)
        if not glob.glob(f"{built}/libs/kafka-streams-*.jar"):
            subprocess.run(["mvn", "-B", "-q", "-f", os.path.join(source, "pom.xml"), "process-resources", f"-Dlibs={built}/libs"], check=True)
        subprocess.run(["javac", "-cp", f"{built}/libs/*", "-d", f"{built}/classes", os.path.join(source, "Peer.java")], check=True)

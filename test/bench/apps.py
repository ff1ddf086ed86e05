"""The programs that `bench runtime` measures, ours and Kafka Streams, as processes; and the broker between them.

Both read `supply`, write `stock-levels` (and `stock`), and are started, killed and counted in the same way. Nothing else runs.
"""
import glob
import io
import json
import os
import shutil
import signal
import struct
import subprocess
import time

import fastavro
from confluent_kafka import Consumer, KafkaException, TopicPartition
from confluent_kafka.admin import AdminClient

HERE = os.path.dirname(os.path.abspath(__file__))
INPUT, EVENTS, COUNTS = "supply", "stock", "stock-levels"
TICK_S = 1 / os.sysconf("SC_CLK_TCK")


def cpu_s(pid):
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * TICK_S


def memory_mb(pid):
    """(now, at most so far)"""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        kb = dict(line.split(":", 1) for line in status)
    return int(kb["VmRSS"].split()[0]) / 1024, int(kb["VmHWM"].split()[0]) / 1024


def folder_mb(folder):
    return sum(os.stat(os.path.join(at, name)).st_size for at, _, names in os.walk(folder) for name in names) / 1e6


class Broker:
    def __init__(self, stand, partitions):
        self.stand, self.brokers, self.pid, self.partitions = stand, stand.brokers, stand.pid("kafka"), partitions
        self.admin = AdminClient({"bootstrap.servers": self.brokers})
        self.asker = Consumer({"bootstrap.servers": self.brokers, "group.id": "bench", "auto.offset.reset": "error"})

    def fy_topics(self):
        subprocess.run([os.path.join(self.stand.root, "build/release/bin/fy-topics"), "--brokers", self.brokers,
                        "--partitions", str(self.partitions)], check=True, stdout=subprocess.DEVNULL)

    def fresh(self):
        """Topics begin empty, and no group has read any of them."""
        there = self.admin.list_topics(timeout=10).topics
        ours = [name for name in there if name.startswith(("stock", "bench-")) or name == INPUT]
        for future in self.admin.delete_topics(ours).values() if ours else ():
            future.result(30)
        for _ in range(300):
            try:
                self.admin.delete_consumer_groups(["stock"])["stock"].result(10)
                break
            except Exception as error:  # GroupIdNotFound is what we want; a member may linger for its session.
                if "ID_NOT_FOUND" in str(error):
                    break
                time.sleep(0.2)
        else:
            raise RuntimeError("group stock does not go")
        self.fy_topics()

    def places(self, topic):
        return [TopicPartition(topic, number) for number in range(self.partitions)]

    def end(self, topic):
        return sum(self.asker.get_watermark_offsets(place, timeout=30)[1] for place in self.places(topic))

    def feed(self, *words):
        done = subprocess.run([os.path.join(self.stand.root, "build/release/bin/bench.feed"), self.brokers, *map(str, words)],
                              check=True, stdout=subprocess.PIPE, text=True)
        return int(done.stdout)

    def pace(self, per_second, seconds):
        return subprocess.Popen([os.path.join(self.stand.root, "build/release/bin/bench.feed"), self.brokers, "pace",
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

    def changed(self, app):
        """Waits for the next commit, so that what is read with it belongs to a whole number of turns."""
        before = self.now()
        while (now := self.now()) == before:
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
    schemas = {}

    def __init__(self, options, broker, run, mode, commit_ms, row_bytes):
        folder = os.path.join(options.home, "runtime", run)
        conf = folder + ".conf"
        super().__init__("ours", folder, "stock", [
            os.path.join(options.root, "build/release/bin/bench.task"), mode, str(commit_ms), str(row_bytes), "--conf", conf], commit_ms)
        self.root = options.root
        with open(conf, "w", encoding="ascii") as file:
            file.write(f"brokers = {broker.brokers}\nlisten = 127.0.0.1:{options.port + 21}\ndata = {folder}\nlog = warn\n")

    def count_in(self, value):
        number = struct.unpack(">I", value[1:5])[0]
        if number not in self.schemas:
            path, = glob.glob(f"{self.root}/schemas/versions/{number}-*.avsc")
            with open(path, encoding="utf-8") as text:
                self.schemas[number] = fastavro.parse_schema(json.load(text))
        return fastavro.schemaless_reader(io.BytesIO(value[5:]), self.schemas[number], None)["on_hand_units"]


class Streams(App):
    """Kafka Streams: `default` as it ships, `tuned` as well as we could."""
    HEAP = {"default": [], "tuned": ["-XX:+UseParallelGC", "-Xms1g", "-Xmx1g"]}

    def __init__(self, options, broker, run, kind, mode, commit_ms, row_bytes):
        built = os.path.join(options.home, "peers", "streams")
        group = f"bench-{run}"
        super().__init__(kind, os.path.join(options.home, "runtime", run), group, [
            "java", *self.HEAP[kind], "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-cp", f"{built}/classes:{built}/libs/*", "Peer", broker.brokers, group,
            os.path.join(options.home, "runtime", run), mode, kind, str(commit_ms), str(row_bytes), INPUT, COUNTS, EVENTS], commit_ms)

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

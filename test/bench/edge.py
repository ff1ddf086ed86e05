"""bench edge: ours against other gateways from HTTP to Kafka, on one broker and one machine, one line a figure.

Each gateway gets the same posts from wrk at each number of connections, straight to its own port, and is alone meanwhile. After
each run the answers that wrk counted are held against the end offsets of the topic. CPU is of the gateway and of the broker,
from /proc. What wrk itself takes is beside them on the same cores.
"""
import argparse
import json
import os
import re
import subprocess
import sys
import time
import urllib.request

from confluent_kafka import Consumer, TopicPartition

from checker.stand import Stand
from process import cpu_s, memory_mb

HERE = os.path.dirname(os.path.abspath(__file__))
CONNECTIONS = [1, 16, 64, 127, 128, 129, 256]
NODE = "20.18.1"
JVM_CPU_S = 40


class Ends:
    """End offsets, summed over a topic's partitions."""

    def __init__(self, brokers):
        self.consumer = Consumer({"bootstrap.servers": brokers, "group.id": "bench", "auto.offset.reset": "error"})

    def of(self, topic):
        partitions = self.consumer.list_topics(topic, 10).topics[topic].partitions
        return sum(self.consumer.get_watermark_offsets(TopicPartition(topic, number), timeout=10)[1] for number in partitions)


    def settled(self, topic):
        """Once a second has added nothing: what the run before had in flight is written."""
        last = -1
        while last != (last := self.of(topic)):
            time.sleep(1)
        return last


def answers(port):
    try:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


class Peer:
    """A gateway that the bench starts itself."""

    def __init__(self, name, command, port, topic, folder, warm_cpu_s=0):
        self.name, self.port, self.topic, self.warm_cpu_s = name, port, topic, warm_cpu_s
        self.process = subprocess.Popen(command, cwd=folder)
        until = time.monotonic() + 60
        while not answers(port):
            if time.monotonic() > until or self.process.poll() is not None:
                raise RuntimeError(f"{name} did not start: {' '.join(command)}")
            time.sleep(0.1)
        self.pid = self.process.pid

    def stop(self):
        self.process.terminate()
        self.process.wait(20)


class Ours:
    """The stand's own edge, with one of its two Kafka clients."""

    def __init__(self, stand, client="librdkafka"):
        stand.set_conf("producers", kafka_client=client)
        until = time.monotonic() + 60
        while not stand.ready(11):
            if time.monotonic() > until:
                raise RuntimeError(f"producers with {client} are not ready")
            time.sleep(0.1)
        self.name = "ours" if client == "librdkafka" else "ours, own client"
        self.port, self.topic, self.pid = stand.port + 11, "activity", stand.pid("producers")
        self.warm_cpu_s = 0

    def stop(self):
        pass


def copied(options, name, files):
    folder, source = os.path.join(options.home, "peers", name), os.path.join(HERE, "peers", name)
    os.makedirs(folder, exist_ok=True)
    subprocess.run(["cp", *(os.path.join(source, file) for file in files), folder], check=True)
    return folder


def node_built(options):
    """The peers' folder, and a Node of 20 or newer: where this machine's is older, npm brings one."""
    folder = copied(options, "node", ("package.json", "package-lock.json", "server.js"))
    subprocess.run(["npm", "ci", "--silent", "--no-audit", "--no-fund", "--omit=optional"], cwd=folder, check=True)
    version = subprocess.run(["node", "--version"], stdout=subprocess.PIPE, text=True, check=True).stdout
    if int(version.lstrip("v").split(".")[0]) >= 20:
        return folder, "node"
    name = f"node-linux-{'arm64' if os.uname().machine == 'aarch64' else 'x64'}"
    subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-save", f"{name}@{NODE}"], cwd=folder, check=True)
    return folder, os.path.join(folder, "node_modules", name, "bin", "node")


def vertx_built(options):
    folder = copied(options, "vertx", ("pom.xml", "Server.java"))
    if not os.path.isdir(os.path.join(folder, "libs")):
        subprocess.run(["mvn", "-B", "-q", "process-resources", f"-Dlibs={folder}/libs"], cwd=folder, check=True)
    subprocess.run(["javac", "-cp", "libs/*", "-d", "classes", "Server.java"], cwd=folder, check=True)
    return folder


def shoppers(stand, folder, width=200):
    """Cookies and SKUs for wrk, made as shoppers make them."""
    with urllib.request.urlopen(f"{stand.base}/v1/products?limit=100") as answer:
        skus = [one["sku"] for one in json.load(answer)["products"]]
    cookies = []
    for _ in range(width):
        request = urllib.request.Request(f"{stand.base}/v1/activity", b'{"searched":{"results":0}}', {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            cookies.append(answer.headers["Set-Cookie"].split(";")[0])
    paths = os.path.join(folder, "cookies"), os.path.join(folder, "skus")
    for path, lines in zip(paths, (cookies, skus)):
        with open(path, "w", encoding="ascii") as file:
            file.write("\n".join(lines) + "\n")
    return paths


def wrk(gateway, connections, seconds, files):
    done = subprocess.run(["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "-s", os.path.join(HERE, "stand", "post.lua"),
                           f"http://127.0.0.1:{gateway.port}", "--", *files], stdout=subprocess.PIPE, text=True, check=True)
    found = re.search(r"ledger (.*)", done.stdout)
    return {name: float(value) for name, value in re.findall(r"([a-z0-9_]+)=([0-9.]+)", found.group(1))}


def measure(gateway, connections, options, ends, kafka, files):
    before, cpu, cpu_kafka = ends.settled(gateway.topic), cpu_s(gateway.pid), cpu_s(kafka)
    ledger = wrk(gateway, connections, options.seconds, files)
    cpu, cpu_kafka = (cpu_s(gateway.pid) - cpu) * 1e6, (cpu_s(kafka) - cpu_kafka) * 1e6
    written, acked = ends.of(gateway.topic) - before, int(ledger["acked"])
    # What is in flight when wrk stops may be written without being counted; never the reverse.
    right = acked > 0 and acked <= written <= acked + connections and ledger["other"] == 0
    per_second = acked * 1e6 / max(cpu + cpu_kafka, 1)
    print(f"figure: {gateway.name:<16} {connections:>3} connections {acked / ledger['seconds']:>7.0f} posts/s  p50 {ledger['p50_ms']:>6.2f} "
          f"p99 {ledger['p99_ms']:>7.2f} ms  CPU us a post: gateway {cpu / max(acked, 1):>4.0f} broker {cpu_kafka / max(acked, 1):>4.0f}  "
          f"{per_second:>7.0f} posts a CPU-second  {memory_mb(gateway.pid)[0]:>5.1f} MB  answered {acked} written {written} "
          f"refused {int(ledger['refused'])}{'' if right else '  WRONG'}", flush=True)
    return right, per_second, ledger["p99_ms"]


def gateways(options, stand):
    """What is measured, one after the other; each is made when its turn comes."""
    folder, node = node_built(options)
    vertx = vertx_built(options)

    def of_node(mode, port):
        topic = f"bench-node-{mode}"
        return Peer(f"node {mode}", [node, "server.js", str(port), stand.brokers, topic, mode], port, topic, folder)

    def of_vertx(mode, port):
        topic = f"bench-vertx-{mode}"
        return Peer(f"vertx {mode}", ["java", "-Xmx256m", "-XX:+UseSerialGC", "-cp", "classes:libs/*", "Server", str(port), stand.brokers,
                                      topic, mode], port, topic, vertx, JVM_CPU_S)

    return [lambda: Ours(stand), lambda: Ours(stand, "own"), lambda: of_node("plain", options.port + 30), lambda: of_node("batched", options.port + 31),
            lambda: of_vertx("plain", options.port + 32), lambda: of_vertx("tuned", options.port + 33)]


def warm(gateway, files):
    """A JVM is judged once it has compiled what it runs."""
    began = cpu_s(gateway.pid)
    wrk(gateway, 64, 4, files)
    while cpu_s(gateway.pid) - began < gateway.warm_cpu_s:
        wrk(gateway, 64, 4, files)


def compare(connections, by):
    """Plain is Node as one writes it; the best tuned one is whichever of the others costs least."""
    plain, plain_p99 = by["node plain"]
    name, (best, best_p99) = max(((name, one) for name, one in by.items() if name != "node plain" and not name.startswith("ours")),
                                 key=lambda one: one[1][0])
    for who in ("ours", "ours, own client"):
        ours, ours_p99 = by[who]
        print(f"figure: {who:<16} to peers, {connections:>3} connections: posts a CPU-second {ours / max(plain, 1):.1f} x node plain, "
              f"{ours / max(best, 1):.1f} x the best tuned ({name}); p99 {ours_p99 / plain_p99:.2f} of node plain, "
              f"{ours_p99 / best_p99:.2f} of the best tuned", flush=True)


def main():
    parser = argparse.ArgumentParser(prog="./fy bench edge")
    parser.add_argument("--root", required=True)
    parser.add_argument("--home", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--seconds", type=int, default=8)
    parser.add_argument("--warm", type=int, default=20, help="seconds of load on the broker before the first figure")
    options = parser.parse_args()
    stand = Stand(options.root, os.path.join(options.home, "stand"), options.port)
    kafka, ends = stand.pid("kafka"), Ends(stand.brokers)
    files = shoppers(stand, options.home)
    makers = gateways(options, stand)
    for name in ("stock", "history", "recommend"):
        stand.supervisor("stop", name)  # Only the gateway and the broker work.
    wrk(Ours(stand), 64, options.warm, files)
    all_right, best = True, {}
    for make in makers:
        gateway = make()
        try:
            warm(gateway, files)
            for connections in CONNECTIONS:
                right, per_second, p99 = measure(gateway, connections, options, ends, kafka, files)
                all_right = all_right and right
                best.setdefault(connections, {})[gateway.name] = per_second, p99
        finally:
            gateway.stop()
    for connections, by in best.items():
        compare(connections, by)
    return 0 if all_right else 1


if __name__ == "__main__":
    sys.exit(main())

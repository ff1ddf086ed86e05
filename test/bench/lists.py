"""Lists over HTTP: what an answer costs api, from a click to a list that includes it at a rate, and a restart.

A shop of --products products, filled by --sessions generated sessions; wrk and bench.lists ask. Lines that begin with
"figure:" are it.
"""
import argparse
import asyncio
import os
import random
import re
import subprocess
import sys
import time
import urllib.request

from checker.lists import Lists, sku_of
from checker.stand import Stand
from process import cpu_s

LUA = """
local cookies = {}
function init(args)
  for line in io.lines(args[1]) do table.insert(cookies, line) end
  n = tonumber(args[2]) or 0
end
function request()
  n = n + 1
  return wrk.format("GET", "/v1/recommendations?limit=20", {["Cookie"] = "fy_visitor=" .. cookies[n % #cookies + 1]})
end
"""


def figure(name, words):
    print(f"figure: {name:<33} {words}", flush=True)


def metric(stand, offset, name):
    with urllib.request.urlopen(f"http://127.0.0.1:{stand.port + offset}/metrics", timeout=10) as answer:
        return sum(float(v) for v in re.findall(rf"^{name}(?:\{{[^}}]*\}})? (\S+)$", answer.read().decode(), flags=re.M))


def shoppers(rng, products, sessions):
    def one():
        theme = int(rng.paretovariate(0.8)) % (products // 8)
        return [(theme * 8 + int(rng.expovariate(0.5)) % 16) % products for _ in range(2 + int(rng.expovariate(0.25)))][:40]
    return [one() for _ in range(sessions)]


def answers(stand, cookies, seconds):
    """CPU of api for an answer of 20, asked by keep-alive connections without nginx between."""
    folder = os.path.join(stand.home, "lists")
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/cookies", "w", encoding="ascii") as file:
        file.write("\n".join(cookies) + "\n")
    with open(f"{folder}/get.lua", "w", encoding="ascii") as file:
        file.write(LUA)
    pid, port = stand.pid("api"), stand.port + stand.OFFSETS["api"]
    wrk = ["wrk", "-t1", "-c16", "--latency", "-s", f"{folder}/get.lua"]
    subprocess.run([*wrk, "-d3s", f"http://127.0.0.1:{port}", "--", f"{folder}/cookies"], check=True, stdout=subprocess.DEVNULL)
    before, counted = cpu_s(pid), metric(stand, 12, "fy_api_lists_total")
    text = subprocess.run([*wrk, f"-d{seconds}s", f"http://127.0.0.1:{port}", "--", f"{folder}/cookies"], check=True,
                          stdout=subprocess.PIPE, text=True).stdout
    used, counted = cpu_s(pid) - before, metric(stand, 12, "fy_api_lists_total") - counted
    if "Non-2xx" in text or counted < 100:
        sys.exit(f"wrk: {text}")
    said = lambda pattern: re.search(pattern, text).group(1)
    size, middle, high = said(r"([\d.]+[KMG]?B) read"), said(r"50% +(\S+)"), said(r"99% +(\S+)")
    figure("a list of 20 over HTTP", f"{used / counted * 1e6:.1f} us of api's CPU, {counted / seconds:,.0f} a second, "
           f"p50 {middle}, p99 {high} ({size} in all)")


def clicks(stand, skus, rate, seconds, warm, visitors):
    """The broker's compiler is busy with what is new to it for the first half minute: that is asked for before."""
    program = os.path.join(stand.root, "build/release/bin/bench.lists")
    ask = lambda seconds: subprocess.run([program, str(stand.port), str(rate), str(seconds), str(visitors), *skus],
                                         stdout=subprocess.PIPE, text=True)
    if warm > 0:
        ask(warm)
    pids = {name: stand.pid(name) for name in ("producers", "recommend", "history", "exposure", "api", "kafka")}
    before = {name: cpu_s(pid) for name, pid in pids.items()}
    done = ask(seconds)
    used = {name: (cpu_s(pid) - before[name]) / (rate * (seconds + 2)) * 1e6 for name, pid in pids.items()}
    figure("click to a list that includes it", done.stdout.strip())
    figure("  CPU of a click and its list", ", ".join(f"{name} {us:.0f} us" for name, us in used.items()))
    return done.returncode == 0


def restart(stand):
    sessions = metric(stand, 23, "fy_recommend_sessions")
    pid = stand.kill("recommend")
    began = time.monotonic()
    stand.wait_pid("recommend", pid)
    while not stand.ready(23):
        time.sleep(0.01)
    figure("recommend after kill -9", f"{time.monotonic() - began:.2f} s until it is ready, {sessions:,.0f} sessions")


async def fill(stand, words):
    rng = random.Random(words.seed)
    lists = Lists(stand, words.seed, shoppers(rng, words.products, words.sessions), [], [])
    await lists.list_products(range(words.products))
    await lists.collect(list(range(words.products)))
    await lists.replay()
    return lists


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("root", "home", "port"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--products", type=int, default=2000)
    parser.add_argument("--sessions", type=int, default=3000)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--warm", type=int, default=30)
    parser.add_argument("--rate", type=int, default=1000)
    words = parser.parse_args()
    stand = Stand(words.root, words.home, int(words.port))
    stand.wait_ready(120)
    lists = asyncio.run(fill(stand, words))
    answers(stand, list(lists.cookies.values()), words.seconds)
    good = clicks(stand, [sku_of(n) for n in range(words.products)], words.rate, words.seconds, words.warm, 5000)
    restart(stand)
    sys.exit(0 if good else 1)


main()

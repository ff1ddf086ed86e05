"""prove fuzz: every parser of outside bytes, fuzzed for minutes, finds nothing and keeps its bound of memory.

Builds the preset fuzz (clang, ASan, UBSan) and runs each target of test/fuzz for --minutes, two at a time: decoding,
JSON, resolution between versions, heads of requests, what clients say in headers and queries, configuration, the
registry, a broker's answers, pictures, and whatever else has a file there. In each, an input that crashes, leaks,
breaks what the target says must hold, or keeps more memory alive at once than 64 x itself + 64 KB (where its file does
not say why it is more) is a finding, and is kept.

Green: every target ran, each over --least inputs or more, with coverage that grew, and there is no finding.
"""
import argparse
import glob
import os
import re
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

STAND = False   # run.sh starts none.


def say(words):
    print(words, flush=True)


def build(root):
    for command in (["cmake", "--preset", "fuzz"], ["cmake", "--build", "--preset", "fuzz"]):
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            sys.exit((done.stdout + done.stderr)[-3000:])


def number(pattern, text):
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


def fuzz(root, folder, name, seconds, seed):
    """One target's run: what it counted, and the end of its log where it found something."""
    path = f"{folder}/{name}"
    with open(f"{path}.log", "w", encoding="utf-8") as log:
        done = subprocess.run([f"{root}/build/fuzz/bin/fuzz.{name}", "-max_len=4096", f"-max_total_time={seconds}",
                               f"-seed={seed}", "-print_final_stats=1", "-timeout=30", "-rss_limit_mb=2048",
                               f"-artifact_prefix={path}."],
                              stdout=log, stderr=subprocess.STDOUT, cwd=folder, check=False)
    with open(f"{path}.log", encoding="utf-8", errors="replace") as log:
        text = log.read()
    weighed = re.findall(r"fuzz: .* beside its bound: (\d+) bytes for an input of (\d+), (\d+) %", text)
    return {
        "name": name, "failed": done.returncode != 0, "log": text,
        "runs": number(r"stat::number_of_executed_units: (\d+)", text),
        "rss": number(r"stat::peak_rss_mb: +(\d+)", text),
        "begun": int((re.findall(r"cov: (\d+)", text) or ["0"])[0]), "cover": number(r"cov: (\d+)", text),
        "weighed": weighed[-1] if weighed else None,
        "found": len(glob.glob(f"{path}.*-*")),
    }


def report(one, least):
    """One line; the words of what is wrong, if anything is."""
    memory = "not weighed" if one["weighed"] is None else \
        f"{one['weighed'][0]} bytes of an input of {one['weighed'][1]} ({one['weighed'][2]} % of the bound)"
    say(f"  {one['name']:<12} {one['runs']:>10} inputs, {one['found']} findings, coverage {one['begun']} -> {one['cover']}, "
        f"peak memory {memory}, process {one['rss']} MB")
    if one["failed"] or one["found"]:
        say(one["log"][-3000:])
        return f"{one['name']}: there is a finding"
    if one["runs"] < least:
        return f"{one['name']}: {one['runs']} inputs only"
    if one["weighed"] is None:
        return f"{one['name']}: its memory was not weighed"
    return None if one["cover"] > one["begun"] else f"{one['name']}: its coverage did not grow"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for unused in ("--root", "--home", "--port", "--data", "--size"):
        parser.add_argument(unused, help=argparse.SUPPRESS)
    parser.add_argument("--minutes", type=float, default=5, help="for each target (5)")
    parser.add_argument("--seed", type=int, default=1, help="of libFuzzer's choices (1)")
    parser.add_argument("--target", action="append", help="only this one; may be said again")
    parser.add_argument("--jobs", type=int, default=2, help="targets at a time (2)")
    parser.add_argument("--least", type=int, default=1000, help="inputs that each must have read (1000)")
    told = parser.parse_args()

    build(told.root)
    names = sorted(os.path.basename(path)[:-len("_fuzz.c")] for path in glob.glob(f"{told.root}/test/fuzz/*_fuzz.c"))
    names = [name for name in names if not told.target or name in told.target]
    folder = f"{told.root}/.fy-fuzz/{int(time.time())}"
    os.makedirs(folder)
    say(f"fuzz: {len(names)} targets, {told.minutes:g} minutes each, {told.jobs} at a time, seed {told.seed}")
    with ThreadPoolExecutor(told.jobs) as pool:
        runs = list(pool.map(lambda name: fuzz(told.root, folder, name, int(told.minutes * 60), told.seed), names))
    wrong = [words for words in (report(one, told.least) for one in runs) if words]
    say(f"fuzz: {len(runs)} targets, {sum(one['runs'] for one in runs)} inputs, "
        f"{sum(one['found'] for one in runs)} findings, most memory of a process {max([one['rss'] for one in runs], default=0)} MB")
    if not runs:
        wrong.append("no target ran")
    for words in wrong:
        say(f"  {words}")
    say("RED" if wrong else "GREEN")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())

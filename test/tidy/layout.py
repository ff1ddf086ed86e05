"""layout.py TREE - the rules of the tree that no compiler checks. Prints each breach, exits 1 when there is one.

- arrows point one way: programs -> lib -> schemas; no program includes another
- each outside library is touched in one place
- a program writes only topics that are its own in schemas/topics.def, and names only what it reads or writes
- files to 600 lines, functions to 70, lines to 100 columns
- no host of a package registry, no unfinished business
"""
import re
import subprocess
import sys

PROGRAMS = ("producers", "api", "processors/stock", "processors/history", "processors/recommend", "processors/pictures")

# Who may include what of ours: first match of the including file's path wins.
MAY_INCLUDE = [
    (r"schemas/generator/", r"schemas/"),
    (r"schemas/", r"schemas/|lib/(err|arena)\.h"),
    (r"lib/", r"lib/|schemas/"),
    (r"(producers|api)/", r"\1/|lib/|schemas/"),
    (r"(processors/[a-z]+)/", r"\1/|lib/|schemas/"),
    (r"infra/tools/", r"infra/tools/|lib/|schemas/"),
    (r"test/", r""),
]

# Outside library -> the only files that may include it.
ONE_PLACE = {
    r"librdkafka/": r"lib/kafka_\w+\.[ch]",
    r"rocksdb/": r"lib/store(_\w+)?\.[ch]",
    r"microhttpd": r"lib/http(_\w+)?\.[ch]",
    r"zstd": r"lib/kafka_wire_batch\.c",
    r"sodium": r"lib/(ids|crypto\w*)\.c|schemas/generator/",
    r"seccomp\.h": r"lib/confine_calls\.c",
    r"roaring/": r"api/search_list\.h",
    r"utf8proc": r"api/search_words\.c",
    r"avro": r"schemas/generator/",
    r"jansson": r"schemas/generator/|api/(registry_lookup|avro_read)\.c",
    r"vips/": r"processors/picture/make\.c",
    r"curl/": r"lib/calls\.c|infra/tools/simulate/",
}

FILE_LINES, FUNCTION_LINES, COLUMNS = 600, 70, 100

# Written so that this file does not name one.
HOSTS = re.compile(
    r"repo1?[.]maven|pypi[.]org|pythonhosted[.]|npmjs[.]org|crates[.]io|proxy[.]golang|deb[.]debian[.]"
    r"|security[.]debian[.]")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")

breaches = []


def breach(path, line, text):
    breaches.append(f"{path}:{line}: {text}")


def topics(tree):
    text = re.sub(r"/\*.*?\*/", "", open(f"{tree}/schemas/topics.def").read(), flags=re.S)
    pattern = (r'TOPIC\(\s*(\w+),\s*"([^"]*)",\s*(\w+),\s*"([^"]*)",\s*(\w+),\s*"([^"]*)",\s*'
               r'"([^"]*)"\s*\)')
    found = re.findall(pattern, text)
    assert len(found) == text.count("TOPIC("), "a line of topics.def is not understood"
    return {symbol: (writer, readers.split()) for symbol, _, _, _, _, writer, readers in found}


def check_includes(path, lines):
    allowed = next((re.match(who, path).expand(what) for who, what in MAY_INCLUDE if re.match(who, path)), "")
    for number, line in enumerate(lines, 1):
        ours = re.match(r'\s*#include "([^"]+)"', line)
        theirs = re.match(r"\s*#include <([^>]+)>", line)
        if ours and not re.match(allowed, ours[1]):
            breach(path, number, f'may not include "{ours[1]}": arrows point programs -> lib -> schemas')
        if theirs and not path.startswith("test/"):
            for library, place in ONE_PLACE.items():
                if re.match(library, theirs[1]) and not re.match(place, path):
                    breach(path, number, f"<{theirs[1]}> belongs to {place} alone")


def check_topics(path, text, table):
    program = next((p for p in PROGRAMS if path.startswith(p + "/")), None)
    if program is None:
        return
    name = program.split("/")[-1]
    for use in re.finditer(r"FY_TOPIC_([A-Z_]+)\b", text):
        symbol = use[1]
        if symbol == "COUNT":
            continue
        writer, readers = table[symbol]
        number = text.count("\n", 0, use.start()) + 1
        if name != writer and name not in readers:
            breach(path, number, f"{name} neither writes nor reads {symbol}: say so in schemas/topics.def")
        call = re.search(r"(fy_task_emit|fy_producer_send|fy_sink_send)\([^;]*$", text[:use.start()])
        if call and name != writer:
            breach(path, number, f"{symbol} is written by {writer}, not by {name}")


def check_sizes(path, lines):
    if len(lines) > FILE_LINES:
        breach(path, len(lines), f"{len(lines)} lines, at most {FILE_LINES}")
    for number, line in enumerate(lines, 1):
        if len(line) > COLUMNS and path.endswith((".c", ".h")):
            breach(path, number, f"{len(line)} columns, at most {COLUMNS}")
    if not path.endswith(".c"):
        return
    began = None
    for number, line in enumerate(lines, 1):
        if line == "{":
            began = number
        elif line == "}" and began is not None:
            if number - began - 1 > FUNCTION_LINES:
                breach(path, began, f"a function of {number - began - 1} lines, at most {FUNCTION_LINES}")
            began = None


def main(tree):
    listed = subprocess.run(["git", "-C", tree, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                            check=True, capture_output=True).stdout.decode()
    table = topics(tree)
    checked = 0
    for path in sorted(filter(None, listed.split("\0"))):
        try:
            text = open(f"{tree}/{path}", encoding="utf-8").read()
        except (FileNotFoundError, UnicodeDecodeError, IsADirectoryError):
            continue
        lines = text.split("\n")
        if lines[-1] == "":
            lines.pop()
        for pattern, what in ((HOSTS, "the host of a package registry"), (UNFINISHED, "unfinished business")):
            if path == "test/tidy/layout.py":
                continue
            for number, line in enumerate(lines, 1):
                if pattern.search(line):
                    breach(path, number, what)
        if path.startswith("schemas/generated/"):
            continue
        if path.endswith((".c", ".h")):
            check_includes(path, lines)
            check_topics(path, text, table)
        if path.endswith((".c", ".h", ".sh", ".py")) or path == "fy":
            check_sizes(path, lines)
            checked += 1
    for line in breaches:
        print(line)
    print(f"{checked} files, {len(breaches)} breaches")
    return 1 if breaches or checked == 0 else 0


sys.exit(main(sys.argv[1]))

#!/usr/bin/env python3
"""exposed.py - what a running stand lets others see and do. FY_HOME and FY_PORT say which stand.

  exposed.py secrets   no byte of a secret file in command lines, environments, logs, settings, metrics
  exposed.py self      the same search, of a stand made here where each of them was planted
  exposed.py programs  each program: its user, what it gave up, who can open its files and the secrets
  exposed.py headers   what every answer of nginx tells a browser

Prints what it looked at, counted. Nothing looked at is a failure.
"""
import base64
import ctypes
import glob
import http.client
import os
import pwd
import re
import secrets
import stat
import subprocess
import sys
import tempfile
import urllib.request

KEY_HOLDERS = {"producers", "api"}
PROVIDER_KEY_HOLDERS = ("producers", "payments", "pspsim")
WORD_BYTES_LEAST = 12  # Of a secret file in words; shorter ones, and those of small letters alone, are names.
# Those that others wrote, of no program of ours: nothing is searched for in them.
OTHERS = ("/proc/self/", f"/proc/{os.getpid()}/")


def fail(text):
    print(text)
    sys.exit(1)


# --- Secrets ----------------------------------------------------------------------------------

def forms(value):
    """The bytes of a secret as they would be printed."""
    base = base64.b64encode(value).rstrip(b"=")
    safe = base64.urlsafe_b64encode(value).rstrip(b"=")
    return {"raw": value, "hex": value.hex().encode(), "HEX": value.hex().upper().encode(),
            "base64": base, "base64url": safe}


def secrets_of(home):
    """(what it is called, bytes) of each secret in FY_HOME/secrets and secrets-psp; a file of words has several."""
    found = []
    folders = [*os.walk(os.path.join(home, "secrets")), *os.walk(os.path.join(home, "secrets-psp"))]
    for folder, _, names in folders:
        for name in sorted(names):
            path = os.path.join(folder, name)
            with open(path, "rb") as file:
                value = file.read()
            shown = os.path.relpath(path, home)
            if re.fullmatch(rb"[\t\n -~]*", value):
                found += [(shown, word) for word in re.split(rb"[\s:=,\"]+", value)
                          if len(word) >= WORD_BYTES_LEAST and re.search(rb"[0-9A-Z]", word) and b"@" not in word]
            elif value:
                found.append((shown, value))
    return found


def read(path):
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""  # A process that ended meanwhile, or one that is not ours to see.


def places_of(home, metrics):
    """(where, bytes) of all that is searched."""
    for path in glob.glob("/proc/[0-9]*/cmdline") + glob.glob("/proc/[0-9]*/environ"):
        if not path.startswith(OTHERS):
            yield path, read(path)
    for pattern in ("log/*", "run/*", "conf/*", "nginx/*.conf", "kafka/*.log", "kafka/*.properties",
                    "kafka/*.out", "*.conf"):
        for path in glob.glob(os.path.join(home, pattern)):
            if os.path.isfile(path):
                yield path, read(path)
    for port in metrics:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=10) as answer:
            yield f"/metrics of port {port}", answer.read()


def search(home, metrics):
    """Prints and counts; returns the places of hits, each with which form."""
    wanted = [(name, form, text) for name, value in secrets_of(home) for form, text in forms(value).items()]
    hits, looked, size = [], {}, 0
    for where, text in places_of(home, metrics):
        kind = re.sub(r"/proc/\d+", "/proc/*", where) if where.startswith("/proc") else os.path.dirname(where) or where
        looked[kind] = looked.get(kind, 0) + (len(text) > 0)
        size += len(text)
        hits += [(where, name, form) for name, form, part in wanted if part in text]
    for kind, count in sorted(looked.items()):
        print(f"searched {count:5d} of {kind}")
    for where, name, form in hits:
        print(f"{where} has {name}, as {form}")
    print(f"{len(wanted)} texts of {len(wanted) // 5} secrets, {sum(looked.values())} places, {size} bytes: "
          f"{len(hits)} hits")
    return wanted, looked, hits


def running(home):
    """(process, pid) of each; settings of what was scaled away stay, and nobody answers there."""
    said = subprocess.run(["supervisorctl", "-c", f"{home}/supervisord.conf", "status"], check=False,
                          capture_output=True, text=True).stdout
    return re.findall(r"^(\S+) +RUNNING +pid (\d+)", said, re.M)


def ports_of(home):
    ports = []
    for name, _pid in running(home):
        said = read(f"{home}/conf/{name}.conf").decode()
        ports += re.findall(r"^listen *= *127\.0\.0\.1:(\d+)", said, re.M)
    return ports


def check_secrets(home):
    ports = ports_of(home)
    wanted, looked, hits = search(home, ports)
    enough = {"/proc/*/cmdline": 5, "/proc/*/environ": 5, f"{home}/log": 5, f"{home}/conf": 5}
    for kind, least in enough.items():
        if looked.get(kind, 0) < least:
            fail(f"only {looked.get(kind, 0)} of {kind} were searched: that shows nothing")
    if len(wanted) < 5 * 2 or len(ports) < 5:
        fail("there were too few secrets or programs: that shows nothing")
    return 1 if hits else 0


def check_self():
    """A stand with a secret of its own, given away in each way that the search knows."""
    with tempfile.TemporaryDirectory() as home:
        for folder in ("secrets/masters", "log", "conf"):
            os.makedirs(os.path.join(home, folder))
        key, word = secrets.token_bytes(32), secrets.token_hex(10)
        files = {"secrets/masters/1.key": key, "secrets/people": f"ada@example.com {word}\n".encode(),
                 "log/a.log": b"before" + key + b"after", "log/b.log": b"told " + word.encode(),
                 "conf/a.conf": forms(key)["HEX"], "log/clean.log": b"nothing"}
        for name, text in files.items():
            with open(os.path.join(home, name), "wb") as file:
                file.write(text)
        child = subprocess.Popen([sys.executable, "-c", "print(flush=True); input()", key.hex()], stdin=subprocess.PIPE,
                                 stdout=subprocess.PIPE, env={"KEY": forms(key)["base64url"].decode()})
        try:
            child.stdout.readline()  # its argv can be read a moment after exec has closed what tells us of it
            _wanted, _looked, hits = search(home, [])
        finally:
            child.communicate(b"\n")
        found = {(where, form) for where, _name, form in hits}
        planted = {(f"{home}/log/a.log", "raw"), (f"{home}/log/b.log", "raw"), (f"{home}/conf/a.conf", "HEX"),
                   (f"/proc/{child.pid}/cmdline", "hex"), (f"/proc/{child.pid}/environ", "base64url")}
        missed = planted - found
        wrong = {hit for hit in found - planted if hit[1] not in ("base64", "HEX")}
    if missed or wrong:
        fail(f"not found: {sorted(missed)}; found where nothing was: {sorted(wrong)}")
    return 0


# --- Programs ---------------------------------------------------------------------------------

def landlock_there():
    return ctypes.CDLL(None).syscall(444, None, 0, 1) >= 2


def may_open(user, path):
    done = subprocess.run(["setpriv", f"--reuid={user}", f"--regid={user}", "--init-groups", "test", "-r", path],
                          check=False)
    return done.returncode == 0


def status_of(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return dict(line.split(":", 1) for line in file.read().splitlines() if ":" in line)


def user_name(uid):
    try:
        return pwd.getpwuid(int(uid)).pw_name
    except KeyError:
        return f"user {uid}"


def check_program(home, name, pid):
    """What is wrong with one running program, in words; and its user."""
    wrong = []
    program = re.sub(r"[2-9]$", "", name)
    status = status_of(pid)
    ours = program not in ("kafka", "nginx")
    user = user_name(status["Uid"].split()[0])
    if len(set(status["Uid"].split())) != 1:
        wrong.append("has several users")
    if status["NoNewPrivs"].strip() != "1":
        wrong.append("may get new privileges")
    if ours and status["Seccomp"].strip() != "2":
        wrong.append("may call all of the kernel")
    with open(f"/proc/{pid}/limits", encoding="utf-8") as file:
        if ours and not re.search(r"Max core file size +0 +0 ", file.read()):
            wrong.append("may dump core")
    if ours:
        logs = [f"{home}/log/{name}.log{end}" for end in (".2", ".1", "")]
        said = b"".join(read(path) for path in logs).decode(errors="replace").splitlines()
        last = [line for line in said if "confined" in line][-1:]
        if landlock_there() and not (last and "confined: files by Landlock" in last[0]):
            wrong.append(f"has not confined its files: {last}")
        mode = stat.S_IMODE(os.stat(f"{home}/data/{name}").st_mode)
        if mode != 0o700:
            wrong.append(f"has a data folder of mode {mode:o}")
    if user != "root" and status["CapEff"].strip("0\t ") != "":
        wrong.append(f"has capabilities {status['CapEff'].strip()}")
    return wrong, user


def check_programs(home):
    programs = running(home)
    bad = 0
    users = {}
    for name, pid in programs:
        wrong, users[name] = check_program(home, name, pid)
        for text in wrong:
            print(f"{name} {text}")
            bad += 1
    bad += check_files(home)
    if os.getuid() == 0 and set(users.values()) != {"root"}:
        bad += check_users(home, users)
    print(f"{len(programs)} programs, as {' '.join(sorted(set(users.values())))}: {bad} wrong")
    return 0 if len(programs) >= 7 and bad == 0 else 1


def check_files(home):
    bad = 0
    paths = [f"{home}/supervisor.sock", *glob.glob(f"{home}/secrets/**", recursive=True),
             *glob.glob(f"{home}/secrets-psp/**", recursive=True)]
    for path in [*paths, f"{home}/log", f"{home}/run", f"{home}/data", f"{home}/kafka"]:
        mode = stat.S_IMODE(os.stat(path).st_mode)
        if mode & 0o007 or (path in paths and mode & 0o020):
            print(f"{path} is open to others: mode {mode:o}")
            bad += 1
    return bad


def check_users(home, users):
    """Each its own user; a key is read by those that hold keys, and rows by nobody else."""
    bad = tried = 0
    for name, user in users.items():
        program = re.sub(r"[2-9]$", "", name)
        if user != f"fy-{program}":
            print(f"{name} runs as {user}")
            bad += 1
        ours = glob.glob(f"{home}/secrets/*.key") + glob.glob(f"{home}/secrets/*/*.key")
        for path in ours + glob.glob(f"{home}/secrets-psp/*.key"):
            holders = KEY_HOLDERS if path in ours else PROVIDER_KEY_HOLDERS
            tried += 1
            if may_open(user, path) != (program in holders):
                print(f"{user} {'reads' if program not in holders else 'cannot read'} {path}")
                bad += 1
        for other in users:
            tried += 1
            if other.startswith(program) or not os.path.isdir(f"{home}/data/{other}"):
                continue
            if may_open(user, f"{home}/data/{other}"):
                print(f"{user} reads the rows of {other}")
                bad += 1
    print(f"{tried} tries to read what is another's")
    return bad if tried else 1


# --- Headers ----------------------------------------------------------------------------------

HEADERS = {
    "X-Content-Type-Options": r"nosniff",
    "X-Frame-Options": r"DENY",
    "Referrer-Policy": r"same-origin|no-referrer",
    "Cross-Origin-Opener-Policy": r"same-origin",
    "Cross-Origin-Resource-Policy": r"same-origin",
    "Permissions-Policy": r"(?=.*camera=\(\))(?=.*microphone=\(\))(?=.*geolocation=\(\))(?=.*payment=\(\)).*",
    "Content-Security-Policy": r"(?=.*default-src 'self')(?=.*object-src 'none')(?=.*base-uri 'none')"
                               r"(?=.*frame-ancestors 'none')(?=.*form-action 'self')(?!.*unsafe)(?!.*\*).*",
}
REQUESTS = [
    ("GET", "/", 200), ("HEAD", "/", 200), ("GET", "/v1/products", 200), ("GET", "/registry/subjects", 200),
    ("GET", "/nowhere", 404), ("GET", "/images/none", 404), ("GET", "/v1/nowhere", 404), ("PUT", "/", 405),
    ("GET", "/v1/products?" + "x" * 20000, 414), ("POST", "/v1/activity", 400), ("GET", "/%", 400),
]


def check_headers(port):
    bad = 0
    for method, path, status in REQUESTS:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        body = b"{" if method == "POST" else None
        connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
        answer = connection.getresponse()
        answer.read()
        shown = f"{method} {path[:40]}"
        if answer.status != status:
            print(f"{shown} answers {answer.status}, not {status}")
            bad += 1
        for name, wanted in HEADERS.items():
            got = answer.headers.get_all(name) or []
            if len(got) != 1 or not re.fullmatch(wanted, got[0]):
                print(f"{shown} says {name}: {got}")
                bad += 1
        for name in ("Server", "X-Powered-By", "Via"):
            if re.search(r"\d", answer.headers.get(name, "")):
                print(f"{shown} tells its version: {name}: {answer.headers[name]}")
                bad += 1
        connection.close()
    print(f"{len(REQUESTS)} answers, {len(HEADERS)} headers each, {bad} wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    word = sys.argv[1] if len(sys.argv) == 2 else ""
    where = os.environ.get("FY_HOME", ".fy")
    checks = {"secrets": lambda: check_secrets(where), "self": check_self, "programs": lambda: check_programs(where),
              "headers": lambda: check_headers(int(os.environ.get("FY_PORT", "8080")))}
    sys.exit(checks[word]() if word in checks else __doc__)

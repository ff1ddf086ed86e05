#!/usr/bin/env python3
"""binaries.py - does every binary of the release build carry what infra/hardening.cmake asks for?

  binaries.py BUILD PROGRAM ...   reads every ELF file in BUILD/bin; PROGRAMs must be among them
  binaries.py --self COMPILER     makes a program that lacks one thing after the other, and wants each to be named

Reads what the linker wrote, by readelf, not what we told it. Fails when one binary lacks one thing.
"""
import os
import re
import subprocess
import sys
import tempfile

ENDBR64 = bytes.fromhex("f30f1efa")
FORTIFIED = re.compile(r"__(?!stack_chk_fail)\w+_chk")


def readelf(path):
    return subprocess.run(["readelf", "-hldsW", path], check=True, capture_output=True, text=True).stdout


def segments(text):
    """(type, offset, address, bytes in the file, flags) of each program header."""
    found = re.findall(r"^  ([A-Z_]+) +0x(\w+) 0x(\w+) 0x\w+ 0x(\w+) 0x\w+ ([R ][W ][E ])", text, re.M)
    return [(kind, int(offset, 16), int(address, 16), int(size, 16), flags.replace(" ", ""))
            for kind, offset, address, size, flags in found]


def begins_with(path, loads, address, wanted):
    for _kind, offset, start, size, _flags in loads:
        if start <= address < start + size:
            with open(path, "rb") as file:
                file.seek(offset + address - start)
                return file.read(len(wanted)) == wanted
    return False


def lacks(path):
    """What this binary lacks, in words; empty when it is whole."""
    text = readelf(path)
    parts = segments(text)
    loads = [part for part in parts if part[0] == "LOAD"]
    flags = " ".join(re.findall(r"\((?:FLAGS|FLAGS_1)\) +(.*)", text))
    wanted = {
        "PIE": "Type:" in text and re.search(r"Type: +DYN", text) and " PIE" in f" {flags}",
        "RELRO": any(part[0] == "GNU_RELRO" for part in parts),
        "BIND_NOW": "NOW" in flags,
        "a stack that is not executable": ["RW"] == [part[4] for part in parts if part[0] == "GNU_STACK"],
        "segments never writable and executable": loads and not any(
            "W" in part[4] and "E" in part[4] for part in parts),
        "code apart from what is only read": any(part[4] == "RE" for part in loads) and any(
            part[4] == "R" for part in loads),
        "a canary": "__stack_chk_fail" in text,
        "fortified calls": FORTIFIED.search(text),
        "no path of libraries of its own": not re.search(r"\((RPATH|RUNPATH)\)", text),
        "no relocations of code": "(TEXTREL)" not in text,
    }
    if re.search(r"Machine: +Advanced Micro Devices X86-64", text):
        main = re.search(r"^ +\d+: (\w+) +\d+ FUNC +GLOBAL +DEFAULT +\d+ main$", text, re.M)
        wanted["endbr64 where main begins"] = main and begins_with(
            path, loads, int(main.group(1), 16), ENDBR64)
    return [name for name, there in wanted.items() if not there]


def elf_files(folder):
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not os.path.islink(path):
            with open(path, "rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield name, path


def check(build, programs):
    bad = 0
    seen = set()
    for name, path in elf_files(os.path.join(build, "bin")):
        seen.add(name)
        for thing in lacks(path):
            print(f"{name} lacks: {thing}")
            bad += 1
    for name in programs:
        if name not in seen:
            print(f"{name} is not there")
            bad += 1
    print(f"{len(seen)} binaries read, {bad} things lacking")
    return 0 if seen and programs and bad == 0 else 1


SOURCE = r"""
#include <stdio.h>
#include <string.h>
static char where[8];
#ifdef BOTH
__asm__(".pushsection .both, \"awx\"; .quad 0; .popsection");
#endif
void take(char *text); void take(char *text) { __asm__ volatile("" : : "r"(text) : "memory"); }
int main(int argc, char **argv)
{
    char text[64];

    if (argc > 9)
        strcpy(where, argv[1]);
    snprintf(text, (size_t)argc * 8, "%s", argv[0]);
    take(text);
    return 0;
}
"""

# What is left out, and what the check then has to name.
WITHOUT = [
    ([], []),
    (["-no-pie", "-fno-pie"], ["PIE"]),
    (["-Wl,-z,norelro"], ["RELRO"]),
    (["-Wl,-z,lazy"], ["BIND_NOW"]),
    (["-Wl,-z,execstack"], ["a stack that is not executable", "segments never writable and executable"]),
    (["-DBOTH"], ["segments never writable and executable"]),
    (["-Wl,-z,noseparate-code"], ["code apart from what is only read"]),
    (["-fno-stack-protector"], ["a canary"]),
    (["-U_FORTIFY_SOURCE"], ["fortified calls"]),
    (["-Wl,-rpath,/tmp"], ["no path of libraries of its own"]),
    (["-fcf-protection=none"], ["endbr64 where main begins"]),
]
WHOLE = ["-O2", "-w", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=3", "-fstack-protector-strong", "-fcf-protection=full",
         "-fPIE", "-pie", "-Wl,-z,relro", "-Wl,-z,now", "-Wl,-z,noexecstack", "-Wl,-z,separate-code"]


def check_self(compiler):
    bad = 0
    with tempfile.TemporaryDirectory() as folder:
        source = os.path.join(folder, "one.c")
        with open(source, "w", encoding="utf-8") as file:
            file.write(SOURCE)
        for flags, wanted in WITHOUT:
            path = os.path.join(folder, "one")
            subprocess.run([compiler, *WHOLE, *flags, source, "-o", path], check=True)
            found = lacks(path)
            if found != wanted:
                print(f"with {flags}: want {wanted}, found {found}")
                bad += 1
    print(f"{len(WITHOUT)} programs made, {bad} judged wrongly")
    return 1 if bad else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(check_self(sys.argv[2]) if sys.argv[1] == "--self" else check(sys.argv[1], sys.argv[2:]))

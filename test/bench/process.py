"""What a process has used, from /proc."""
import os

TICK_S = 1 / os.sysconf("SC_CLK_TCK")


def cpu_s(pid):
    """Of all its threads, in user and kernel."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * TICK_S


def memory_mb(pid):
    """(now, at most so far)"""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        kb = dict(line.split(":", 1) for line in status)
    return int(kb["VmRSS"].split()[0]) / 1024, int(kb["VmHWM"].split()[0]) / 1024

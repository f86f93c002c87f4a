"""One run of the program on one input, measured: CPU, memory, output. Owns the bounds of a run; knows no input."""

import os
import re
import resource
import signal
import subprocess
import tempfile
import zlib
from dataclasses import dataclass

PAGE_URL = "http://example.com/a"

# How the program is asked, by name: the words before the input. {rules} is a folder of rules, {out} one for outputs.
WAYS = {
    "text": [],
    "json": ["--json", "--links", "--images", "--formatting", "--blocks", "--recall"],
    "markdown": ["--markdown", "--links", "--images", "--with-metadata", "--recall"],
    "html": ["--html", "--links", "--images", "--recall"],
    "tei": ["--xmltei", "--links", "--images", "--formatting", "--comments"],
    "explain": ["--explain", "-v"],
    "rules": ["--rules", "{rules}", "--base-url", PAGE_URL],
    "learn": ["-q", "-j1", "--learn-templates", "-o", "{out}"],
}
# How many times the input (and 1 MiB) may be written: lists of blocks say much of each.
OUTPUT_TIMES = {"json": 200, "explain": 200}
OUTPUT_TIMES_OF_TEXT = 12
OUTPUT_TIMES_OF_RECORDS = 60  # a line of three bytes is answered by a line that says what is wrong with it
LEARNED_COPIES = 3  # pages of one site that the way "learn" has

# A rule that uses all there is; pages are tried with it.
EVERYTHING = """body: //article
body: //div[contains(@class, 'text')]
title: //h1
author: //*[contains(concat(' ', @class, ' '), ' author ')]
date: //time/@datetime
strip: //aside[count(.//a) > 3]
strip_id_or_class: share
strip_image_src: /ads/
strip_attr: //@style
find_string: <x>
replace_string: <y>
wrap_in(blockquote): //p[@class='quote']
move_into(body): //footer//p
next_page_link: //a[@rel='next']
autodetect_next_page: yes
drop: (?i)share .*
keep: .*kept.*
prune: no
"""


@dataclass
class Measured:
    seconds: float  # of CPU, user and system
    mebibytes: float  # at most
    out_bytes: int
    exit_code: int  # negative: the signal that ended it
    said: str  # the beginning of what it said on standard error


def measure(command, out_path, most_seconds):
    """Runs it with a bound on its CPU time. What it writes to standard output goes to a file."""
    def bound():
        resource.setrlimit(resource.RLIMIT_CPU, (most_seconds, most_seconds + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with open(out_path, "wb") as out, open(str(out_path) + ".err", "wb") as err:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, preexec_fn=bound)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = 0  # has been waited for
    code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    with open(str(out_path) + ".err", "rb") as err:
        said = err.read(2000).decode("utf-8", "replace")
    return Measured(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, os.path.getsize(out_path), code, said)


def instructions(command):
    """How many it takes, which no other program and no cache of the processor changes."""
    with tempfile.NamedTemporaryFile(prefix="attack-") as record:
        counting = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={record.name}", *command]
        said = subprocess.run(counting, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False).stderr
    return int(re.search(rb"Collected : (\d+)", said).group(1))


def held_bytes(data):
    """How long an input is, or what its members hold where it or the body of its first record is compressed."""
    held = 0
    head, body, rest = data.partition(b"\r\n\r\n\x1f\x8b")
    if body and not data.startswith(b"\x1f\x8b"):
        held, data = len(head), body[4:] + rest
    while data.startswith(b"\x1f\x8b"):
        member = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        piece = member.decompress(data, 1 << 24)
        while piece:
            held += len(piece)
            piece = member.decompress(member.unconsumed_tail, 1 << 24)
        data = member.unused_data
    return held + len(data)


def fault_of(run, input_bytes, bounds, way, is_records=False):
    """What is wrong with a run, "" for nothing."""
    if run.exit_code == -signal.SIGXCPU or run.exit_code == -signal.SIGKILL:
        return f"ended after {run.seconds:.1f} s"
    if run.exit_code < 0:
        return f"ended by {signal.Signals(-run.exit_code).name}"
    if run.exit_code not in (0, 1) and not (run.exit_code == 2 and way == "refused"):
        return f"exit code {run.exit_code}: {run.said[:100].strip()}"
    if "internal error" in run.said or "out of memory" in run.said or "Sanitizer" in run.said:
        return run.said[:100].strip()
    if not bounds:
        return ""
    seconds, mebibytes = bounds
    times = OUTPUT_TIMES.get(way, OUTPUT_TIMES_OF_RECORDS if is_records else OUTPUT_TIMES_OF_TEXT)
    if run.seconds > seconds:
        return f"{run.seconds:.1f} s"
    if run.mebibytes > mebibytes:
        return f"{run.mebibytes:.0f} MiB"
    if run.out_bytes > times * input_bytes + (1 << 20):
        return f"{run.out_bytes / input_bytes:.0f} times the input written"
    return ""

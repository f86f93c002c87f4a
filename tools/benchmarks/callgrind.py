"""What a file of callgrind says: instructions by function, and the floor that each function belongs to.

Knows nothing of pages and of how the program is run.
"""

import re
from collections import Counter
from pathlib import Path

# Parts of the program that are others' work, by the shared library that they are in.
LIBRARIES = {"libre2": "RE2", "libc.so": "C library", "libm.so": "C library", "libstdc++": "C++ library"}
OWN = re.compile(r"clean_article::(?:\(anonymous namespace\)::)?(\w+)::")
ROOT_FLOOR = "cleaner"  # names that stand in clean_article itself


def instructions(file):
    """-> Counter of (object, function): the instructions of each function itself, without those that it calls"""
    names = {"fn": {}, "ob": {}}
    counts = Counter()
    here = {"fn": "", "ob": ""}
    is_call = False

    def name_of(kind, value):
        number, _, name = value.partition(" ")
        if name:
            names[kind][number] = name
        return names[kind].get(number, number)

    with open(file, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            line = line.rstrip("\n")
            key, is_named, value = line.partition("=")
            if is_named and key in ("fn", "ob"):
                here[key] = name_of(key, value)
            elif is_named and key in ("cfn", "cob"):
                name_of(key[1:], value)
            elif is_named and key == "calls":
                is_call = True  # the next line is what the function that is called takes
            elif line[:1] and line[0] in "0123456789+-*":
                if not is_call:
                    counts[(here["ob"], here["fn"])] += int(line.split()[1])
                is_call = False
    return counts


def floor_of(object_name, function, program):
    """Of ARCHITECTURE.md, or whose work it is else."""
    own = OWN.search(function)
    if own:
        return own[1] if (Path(__file__).parents[2] / "src" / own[1]).is_dir() else ROOT_FLOOR
    library = Path(object_name).name
    for begin, name in LIBRARIES.items():
        if library.startswith(begin):
            return name
    if library.startswith("ld-linux"):
        return "loader"
    if Path(object_name) != Path(program):
        return library.split(".")[0] or "unknown"
    if "clean_article" in function:
        return ROOT_FLOOR
    # Gumbo is linked into the program, and is C.
    return "C++ library" if "::" in function or "std" in function else "Gumbo"


def short_name(function):
    """As people write it: without arguments, and without what every name has."""
    function = function.replace("clean_article::", "").replace("(anonymous namespace)::", "")
    depth = 0
    kept = []
    for c in function:
        if c in "<(":
            depth += 1
        if depth == 0:
            kept.append(c)
        if c in ">)":
            depth -= 1
    name = "".join(kept)
    name = re.sub(r"\[.*?\]|'\d+$", "", name).strip()
    return name.removeprefix("void ") or function

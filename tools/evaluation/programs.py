"""Where the programs that the tools call are: built already, or built now as the release preset builds them."""

import os
import subprocess
import sys
from pathlib import Path

SOURCE_DIR = Path(__file__).resolve().parents[2]
PRESET = "release"
VARIABLE = "CLEAN_ARTICLE_PROGRAMS"


def folder(names, given=None):
    """The folder of the named programs: as given, from the environment, or built."""
    built = given or os.environ.get(VARIABLE)
    return Path(built).resolve() if built else build(names)


def build(names):
    build_dir = SOURCE_DIR / "build" / PRESET
    commands = [] if (build_dir / "CMakeCache.txt").is_file() else [["cmake", "--preset", PRESET]]
    for command in [*commands, ["cmake", "--build", build_dir, "--target", *names]]:
        done = subprocess.run(command, cwd=SOURCE_DIR, stdout=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f"cannot build {' '.join(names)}\n{done.stdout[-2000:]}")
    return build_dir / "tools"

"""The peers that tools/compare knows: how the newest package of each is installed into a folder of its own, and run.

Owns package managers and commands. Knows nothing of pages, of what is measured, or of how.
"""

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).resolve().parent / "peers"


class NotInstalled(Exception):
    pass


def call(*command, cwd=None):
    """-> what it prints; NotInstalled with the end of that, where it fails or is missing"""
    try:
        done = subprocess.run(list(map(str, command)), cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              errors="replace")
    except FileNotFoundError:
        raise NotInstalled(f"{command[0]} is not there") from None
    if done.returncode:
        last = [line for line in done.stdout.splitlines() if line.strip()][-1:]
        raise NotInstalled(f"{Path(command[0]).name} {command[1]}: {(last or ['failed'])[0].strip()}")
    return done.stdout


@dataclass
class PythonPeer:
    name: str
    function: str  # of python_peers.py
    packages: tuple[str, ...]  # the first is the peer

    def install(self, folder):
        if not (folder / "bin/python").is_file():
            call("python3", "-m", "venv", folder)
        call(folder / "bin/python", "-m", "pip", "install", "-q", "--upgrade", "--disable-pip-version-check", *self.packages)

    def version(self, folder):
        shown = call(folder / "bin/python", "-m", "pip", "show", self.packages[0])
        return re.search(r"^Version: (.*)$", shown, re.MULTILINE)[1]

    def command(self, folder):
        return [folder / "bin/python", SOURCES / "python_peers.py", self.function]


@dataclass
class RustPeer:
    name: str  # of the crate and of the feature in rust/Cargo.toml

    def install(self, folder):
        shutil.copytree(SOURCES / "rust", folder, dirs_exist_ok=True)
        call("cargo", "update", "--quiet", cwd=folder)
        call("cargo", "build", "--quiet", "--release", "--features", self.name, cwd=folder)

    def version(self, folder):
        return call("cargo", "pkgid", self.name, cwd=folder).strip().rsplit("@", 1)[-1].rsplit("#", 1)[-1]

    def command(self, folder):
        return [folder / "target/release/peer"]


@dataclass
class GoPeer:
    name: str
    module: str
    tag: str  # of its file in go/

    def install(self, folder):
        shutil.copytree(SOURCES / "go", folder, dirs_exist_ok=True)
        if not (folder / "go.mod").is_file():
            call("go", "mod", "init", "peer", cwd=folder)
        call("go", "get", f"{self.module}@latest", cwd=folder)
        call("go", "build", "-tags", self.tag, "-o", "peer", ".", cwd=folder)

    def version(self, folder):
        return call("go", "list", "-m", "-f", "{{.Version}}", self.module, cwd=folder).strip()

    def command(self, folder):
        return ["env", "GOMAXPROCS=1", folder / "peer"]


@dataclass
class NodePeer:
    name: str
    function: str  # of node_peers.mjs
    packages: tuple[str, ...]  # the first is the peer

    # The newest Node, too: it is a package like others, and the newest packages want it.
    def install(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(SOURCES / "node_peers.mjs", folder)
        wanted = [f"{name}@latest" for name in (*self.packages, "node")]
        call("npm", "install", "--no-fund", "--no-audit", "--loglevel=error", *wanted, cwd=folder)

    def version(self, folder):
        return json.loads((folder / "node_modules" / self.packages[0] / "package.json").read_text("utf-8"))["version"]

    def command(self, folder):
        return [folder / "node_modules/.bin/node", folder / "node_peers.mjs", self.function]


PEERS = (
    PythonPeer("trafilatura", "trafilatura", ("trafilatura", "lxml_html_clean")),
    PythonPeer("trafilatura-precision", "trafilatura_precise", ("trafilatura", "lxml_html_clean")),
    PythonPeer("resiliparse", "resiliparse", ("resiliparse",)),
    PythonPeer("readability-lxml", "readability", ("readability-lxml", "lxml_html_clean")),
    PythonPeer("newspaper4k", "newspaper", ("newspaper4k",)),
    PythonPeer("jusText", "justext", ("justext", "lxml_html_clean")),
    PythonPeer("selectolax-parse", "selectolax", ("selectolax",)),
    RustPeer("dom_smoothie"),
    RustPeer("rs-trafilatura"),
    RustPeer("legible"),
    GoPeer("go-trafilatura", "github.com/markusmobius/go-trafilatura", "trafilatura"),
    GoPeer("go-readability", "codeberg.org/readeck/go-readability/v2", "readability"),
    NodePeer("Readability.js", "readability", ("@mozilla/readability", "jsdom")),
    NodePeer("defuddle", "defuddle", ("defuddle", "linkedom")),
)

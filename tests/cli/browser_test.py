#!/usr/bin/env python3
"""What the program writes does nothing in a real browser: no payload of safe_output_test.cpp runs a script, sets a
handler, or leads to an address that is none of the web.

  tests/cli/browser_test.py FOLDER_OF_BUILD [BROWSER]

Headless Chromium (Debian's package `chromium`) opens each output in a frame of its own, moves a pointer over all of it,
and reports. That the report can fail is shown by the pages themselves, which must fire. Part of tools/test --full.
"""

import http.server
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from functools import partial
from pathlib import Path

# Runs before anything of the page: what a payload calls is noted.
NOTE = """<script>window.alert = () => navigator.sendBeacon('/report', JSON.stringify({name: location.pathname, fired: true}));</script>"""
# Runs behind it: everything that could be touched is, then the frame reports.
REPORT = """<script>
addEventListener('load', () => setTimeout(() => {
  const found = [];
  for (const element of document.querySelectorAll('*')) {
    if (element.tagName === 'SCRIPT' && /sendBeacon/.test(element.textContent)) continue;
    if (/^(SCRIPT|IFRAME|OBJECT|EMBED|FORM|SVG|MATH|STYLE|BASE|BUTTON)$/i.test(element.tagName))
      found.push('<' + element.tagName + '>');
    for (const attribute of element.attributes) {
      if (/^on|^style$|^srcdoc$/i.test(attribute.name)) found.push(attribute.name);
      if (/^(href|src|action|data|xlink:href)$/i.test(attribute.name) &&
          /^(javascript|vbscript|data):/i.test(new URL(attribute.value, 'http://base.example/').protocol))
        found.push(attribute.value);
    }
    for (const event of ['mouseover', 'focus', 'toggle', 'error', 'load'])
      if (!['BODY', 'HTML'].includes(element.tagName)) element.dispatchEvent(new Event(event));
  }
  navigator.sendBeacon('/report', JSON.stringify({name: location.pathname, found}));
}, 50));
</script>"""
INDEX = """<!DOCTYPE html><script>
for (const name of %s) {
  const frame = document.createElement('iframe');
  frame.src = name;
  document.documentElement.append(frame);
}
</script>"""
SECONDS = 40  # in which all frames must have reported


class Listener(http.server.SimpleHTTPRequestHandler):
    reports = {}

    def do_POST(self):
        report = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.reports.setdefault(report["name"].rpartition("/")[2], {}).update(report)
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_):
        pass


def write_outputs(build, folder):
    """The payloads' pages, and what the program makes of them, each with note and report around it."""
    for name in ("pages", "html", "md", "served"):
        (folder / name).mkdir()
    subprocess.run([build / "test_cli", "[.write-payloads]"], check=True, stdout=subprocess.DEVNULL,
                   env=os.environ | {"PAYLOADS": str(folder / "pages")})
    options = ["-q", "--links", "--images", "--recall", "--comments", "pages"]
    program = build / "clean-article"
    subprocess.run([program, "--html", "-o", "html", *options], cwd=folder, check=True)
    subprocess.run([program, "--markdown", "--title", "-o", "md", *options], cwd=folder, check=True)
    texts = {f"page-{path.name}": path.read_text() for path in (folder / "pages").iterdir()}
    texts |= {f"html-{path.name}": path.read_text() for path in (folder / "html").iterdir()}
    for path in (folder / "md").iterdir():
        shown = subprocess.run(["cmark-gfm", "--unsafe", "-e", "table", "-e", "autolink", "-e", "footnotes", path],
                               check=True, capture_output=True, text=True).stdout
        texts[f"md-{path.stem}.html"] = "<!DOCTYPE html>" + shown
    for name, text in texts.items():
        (folder / "served" / name).write_text(NOTE + text + REPORT)
    return sorted(texts)


def reports_of(browser, folder, names):
    """What the frames report, by name; those that must not fire are waited for."""
    (folder / "served/index.html").write_text(INDEX % json.dumps(names))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Listener, directory=folder / "served"))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    shown = subprocess.Popen(
        [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
         "--remote-debugging-port=0", f"http://127.0.0.1:{server.server_port}/index.html"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    waited_for = [name for name in names if not name.startswith("page-")]
    end = time.monotonic() + SECONDS
    while time.monotonic() < end and not all("found" in Listener.reports.get(name, ()) for name in waited_for):
        time.sleep(0.2)
    os.killpg(shown.pid, signal.SIGKILL)
    shown.wait()
    server.shutdown()
    return Listener.reports


def main():
    build = Path(sys.argv[1]).resolve()
    browser = shutil.which(sys.argv[2] if len(sys.argv) > 2 else "chromium")
    if browser is None:
        print("browser_test: skipped, there is no chromium")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        names = write_outputs(build, folder)
        reports = reports_of(browser, folder, names)
    fires = [name for name, report in reports.items() if name.startswith("page-") and report.get("fired")]
    outputs = [name for name in names if not name.startswith("page-")]
    bad = [f"{name}: {reports.get(name, 'no report')}" for name in outputs
           if reports.get(name, {"fired": True}).get("fired") or reports[name].get("found", ["no report"])]
    print(f"{len(fires)} pages fire in the browser; of {len(outputs)} outputs {len(bad)} do, or show what they must not")
    print("\n".join(bad))
    sys.exit(1 if bad or len(fires) < 10 else 0)


main()

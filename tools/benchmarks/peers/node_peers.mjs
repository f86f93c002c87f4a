// Cleans pages with one of the peers written in JavaScript: see README.md for what is printed.
//   node node_peers.mjs readability|defuddle
import { readFileSync, writeSync } from "node:fs";
import { createInterface } from "node:readline";

const [peer] = process.argv.slice(2);
const address = "https://example.com/";

// Text with the lines that a browser would show: textContent alone glues paragraphs together.
function textOf(html, parse) {
  const lines = html.replace(/<\/?(?:p|div|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|pre|br|section|article|figure|figcaption|dt|dd)\b/gi, "\n$&");
  return parse(lines).textContent;
}

const peers = {
  async readability() {
    const { JSDOM, VirtualConsole } = await import("jsdom");
    const { Readability } = await import("@mozilla/readability");
    const virtualConsole = new VirtualConsole();  // broken style sheets are not to be told
    return (page) => {
      const dom = new JSDOM(page, { url: address, virtualConsole });
      const article = new Readability(dom.window.document).parse();
      if (!article) return "";
      return textOf(article.content, (html) => {
        const box = dom.window.document.createElement("div");
        box.innerHTML = html;
        return box;
      });
    };
  },
  async defuddle() {
    const { parseHTML } = await import("linkedom");
    const { Defuddle } = await import("defuddle/node");
    return async (page) => {
      const { document } = parseHTML(page.toString("utf8"));
      const { content } = await Defuddle(document, address);
      return textOf(content, (html) => parseHTML(`<html><body>${html}</body></html>`).document.body);
    };
  },
};

function writeAll(line) {
  const bytes = Buffer.from(line);
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(1, bytes, done);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

const clean = await peers[peer]();
async function cleanFile(path) {
  const page = readFileSync(path);
  try {
    return await clean(page);
  } catch {
    return "";  // a page that a peer breaks on has no text; the others go on
  }
}

console.log = console.warn = console.error = () => {};  // the standard output is for what is measured
for await (const path of createInterface({ input: process.stdin })) {
  const begin = process.cpuUsage();
  const text = await cleanFile(path);
  const { user, system } = process.cpuUsage(begin);
  writeAll(JSON.stringify({ text, cpu: (user + system) / 1e6 }) + "\n");
}

// Lists of URLs: fetched politely, given in their order, kept where that is wanted.
#include <algorithm>
#include <atomic>

#include "catch.hpp"
#include "fetch/loopback_server.hpp"
#include "program.hpp"

namespace clean_article::testing {
namespace {

std::string path_of(const std::string& request) {
  return request.substr(4, request.find(' ', 4) - 4);
}

std::string page(const std::string& mark) {
  return test::http_answer("200 OK", {"Content-Type: text/html"}, page_with(mark));
}

// A site of stories ("/iron.html") with a part that programs are asked to leave alone, and one that is not
// there.
class Site {
 public:
  Site()
      : server_([](test::Connection& connection, const std::string& request) {
          const std::string path = path_of(request);
          if (path == "/robots.txt")
            connection.send(test::http_answer("200 OK", {}, "User-agent: *\nDisallow: /private/\n"));
          else if (path.starts_with("/gone"))
            connection.send(test::http_answer("404 Not Found", {}, "none"));
          else
            connection.send(page(path.substr(1, path.find('.') - 1)));
        }) {}

  std::string url(const std::string& path, const std::string& host = "127.0.0.1") const {
    return server_.url(path, host);
  }
  std::size_t requests_of(const std::string& path) const {
    const auto requests = server_.requests();
    return static_cast<std::size_t>(std::count_if(
        requests.begin(), requests.end(), [&](const auto& request) { return path_of(request) == path; }));
  }
  std::size_t requests() const { return server_.requests().size(); }

 private:
  test::LoopbackServer server_;
};

const std::string kRun = "\"$CA\" --allow-private --delay 0.01 ";

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST_CASE("a list of URLs and files comes out in its order, and each has its row") {
  const Site site;
  const Program program;
  program.write("b.html", page_with("brass"));
  program.write("list", site.url("/iron.html") + "\n" + site.url("/private/gold.html", "127.0.0.2") +
                            "\nb.html\n" + site.url("/gone", "127.0.0.3") + "\n" +
                            site.url("/tin.html", "127.0.0.2") + "\n");
  const Ran ran = program.run(kRun + "-q -i list --manifest rows");
  CHECK(ran.exit_code == 1);
  const std::size_t iron = ran.out.find(opening("iron"));
  const std::size_t brass = ran.out.find(opening("brass"));
  const std::size_t tin = ran.out.find(opening("tin"));
  CHECK(iron < brass);
  CHECK(brass < tin);
  CHECK(tin != std::string::npos);
  CHECK(ran.err == "clean-article: " + site.url("/private/gold.html", "127.0.0.2") +
                       ": robots.txt of 127.0.0.2 asks programs not to fetch it\n"
                       "clean-article: " +
                       site.url("/gone", "127.0.0.3") + ": 404 Not Found\n");
  const std::string rows = program.read("rows");
  CHECK(count(rows, "\n") == 5);
  CHECK(contains(rows, "\"code\":\"robots\""));
  CHECK(contains(rows, "\"code\":\"fetch\""));
  CHECK(site.requests_of("/robots.txt") == 3);
  CHECK(site.requests_of("/private/gold.html") == 0);
}

TEST_CASE("with --ignore-robots nothing is asked for but pages") {
  const Site site;
  const Program program;
  const Ran ran = program.run(kRun + "-q --ignore-robots " + site.url("/private/gold.html") + " " +
                              site.url("/private/iron.html"));
  CHECK(ran.exit_code == 0);
  CHECK(site.requests() == 2);
}

TEST_CASE("one URL alone is fetched as a browser would, without robots.txt and a second try") {
  const Site site;
  const Program program;
  CHECK(program.run("\"$CA\" --allow-private " + site.url("/private/gold.html")).exit_code == 0);
  CHECK(site.requests() == 1);
  const test::LoopbackServer busy(test::http_answer("503 Service Unavailable", {}, ""));
  const Ran ran = program.run("\"$CA\" --allow-private " + busy.url("/"));
  CHECK(ran.err == "clean-article: " + busy.url("/") + ": 503 Service Unavailable\n");
  CHECK(busy.requests().size() == 1);
}

TEST_CASE("pages are cleaned while their list is still being written") {
  const Site site;
  const Program program;
  const Ran ran =
      program.run("mkfifo list; " + kRun + "-q -i list > out & exec 3> list; echo " + site.url("/iron.html") +
                  " >&3; for i in $(seq 200); do grep -q iron out && break; sleep 0.05; done; grep -c 'iron "
                  "bridge, which' out;"
                  "echo " +
                  site.url("/tin.html") + " >&3; exec 3>&-; wait $!; grep -c 'tin bridge, which' out");
  CHECK(ran.out == "1\n1\n");
  CHECK(ran.err.empty());
}

TEST_CASE("a WARC file has all that came, and gives the same texts again") {
  const Site site;
  const Program program;
  program.write("list", site.url("/iron.html") + "\n" + site.url("/gone") + "\n" + site.url("/tin.html"));
  for (const std::string file : {"kept.warc", "kept.warc.gz"}) {
    CAPTURE(file);
    const Ran ran = program.run(kRun + "-q --jsonl -i list --warc " + file + " 2> /dev/null");
    CHECK(ran.exit_code == 1);
    CHECK(count(ran.out, "\n") == 2);
    const Ran again = program.run("\"$CA\" -q " + file);
    CHECK(again.exit_code == 0);
    CHECK(contains(again.out, "\"url\":\"" + site.url("/iron.html") + "\""));
    CHECK(contains(again.out, opening("iron")));
    CHECK(contains(again.out, opening("tin")));
    CHECK(contains(again.out, "HTTP status 404"));
    const Ran raw = program.run((file.ends_with(".gz") ? "zcat " : "cat ") + file);
    CHECK(raw.out.starts_with("WARC/1.1\r\nWARC-Type: warcinfo\r\n"));
    CHECK(count(raw.out, "WARC-Type: response\r\n") == 4);  // with robots.txt
    CHECK(count(raw.out, "WARC-Type: request\r\n") == 4);
    CHECK(count(raw.out, "WARC-Concurrent-To: <urn:uuid:") == 4);
    CHECK(count(raw.out, "WARC-Truncated: ") == 1);  // the body of "Not Found" is not read
  }
  CHECK(program
            .run("zcat kept.warc.gz | wc -c; python3 -c "
                 "\"print(open('kept.warc.gz','rb').read().count(b'\\x1f\\x8b\\x08'))\"")
            .out.ends_with("\n9\n"));
}

TEST_CASE("pages are kept as they came, also those without an article") {
  const test::LoopbackServer server([](test::Connection& connection, const std::string& request) {
    connection.send(path_of(request) == "/empty"
                        ? test::http_answer("200 OK", {"Content-Type: text/html"}, "<p>")
                        : page("iron"));
  });
  const Program program;
  const Ran ran = program.run(kRun + "-q --markdown --ignore-robots -o texts --save-html pages " +
                              server.url("/a.html") + " " + server.url("/empty"));
  CHECK(ran.exit_code == 1);
  const std::string host = "127.0.0.1-" + std::to_string(server.port());
  CHECK(program.files("texts") == std::vector<std::string>{host + "-a.md"});
  CHECK(program.files("pages") == std::vector<std::string>{host + "-a.html", host + "-empty.html"});
  CHECK(program.read("pages/" + host + "-a.html") == page_with("iron"));
}

TEST_CASE("a run that goes on fetches nothing twice") {
  const Site site;
  const Program program;
  program.write("list", site.url("/iron.html") + "\n" + site.url("/private/gold.html") + "\n");
  const std::string line = kRun + "-q -o texts --resume -i list";
  CHECK(program.run(line).exit_code == 1);
  program.write("list", site.url("/iron.html") + "\n" + site.url("/private/gold.html") + "\n" +
                            site.url("/tin.html") + "\n");
  CHECK(program.run(line).exit_code == 1);
  CHECK(site.requests_of("/iron.html") == 1);
  CHECK(site.requests_of("/tin.html") == 1);
  CHECK(program.files("texts").size() == 3);  // with the manifest
}

TEST_CASE("a signal gives up what has not come; what has is kept, and a run that goes on fetches the rest") {
  const test::LoopbackServer server([](test::Connection& connection, const std::string& request) {
    if (path_of(request) == "/slow.html" && !contains(request, "User-Agent: patient"))
      connection.wait_for_close(20'000);
    connection.send(page(path_of(request).substr(1, path_of(request).find('.') - 1)));
  });
  const Program program;
  program.write("list", server.url("/iron.html") + "\n" + server.url("/slow.html", "127.0.0.2") + "\n" +
                            server.url("/tin.html", "127.0.0.3") + "\n");
  const Ran ran = program.run(kRun +
                              "-q --ignore-robots -o texts --resume -i list & job=$!; "
                              "for i in $(seq 200); do ls texts/*iron* > /dev/null 2>&1 && break; sleep "
                              "0.05; done; kill -TERM $job; wait $job");
  CHECK(ran.exit_code == 143);
  CHECK(program.files("texts").size() < 4);
  const Ran rest =
      program.run("\"$CA\" --allow-private -q --ignore-robots -A patient -o texts --resume -i list");
  CHECK(rest.exit_code == 0);
  CHECK(program.files("texts").size() == 4);
  std::size_t slow = 0;
  for (const std::string& request : server.requests()) slow += path_of(request) == "/slow.html" ? 1 : 0;
  CHECK(slow == 2);
}

TEST_CASE("further pages of an article are fetched politely, too") {
  const test::LoopbackServer server([](test::Connection& connection, const std::string& request) {
    const std::string path = path_of(request);
    const std::string next = path == "/1" ? "<a class=next href='/2'>on</a>" : "";
    connection.send(path == "/robots.txt" ? test::http_answer("200 OK", {}, "User-agent: *\nDisallow: /2\n")
                                          : test::http_answer("200 OK", {"Content-Type: text/html"},
                                                              "<title>A walk</title><div class=text><p>" +
                                                                  path + "</div>" + next));
  });
  const Program program;
  program.write("rules/127.0.0.1.txt", "body: //div[@class='text']\nnext_page_link: //a[@class='next']\n");
  const std::string urls = server.url("/1") + " " + server.url("/3");
  const Ran ran = program.run(kRun + "-q --rules rules " + urls);
  CHECK(contains(ran.err, "page 2 of the article (" + server.url("/2") +
                              "): robots.txt of 127.0.0.1 asks programs not to fetch it"));
  for (const std::string& request : server.requests()) CHECK(path_of(request) != "/2");
  const Ran all = program.run(kRun + "-q --ignore-robots --rules rules " + urls);
  CHECK(all.exit_code == 0);
  CHECK(contains(all.out, "/1\n\n/2\n"));
  // In a process of its own a page fetches them itself.
  CHECK(contains(program.run(kRun + "-q --ignore-robots --isolate --rules rules " + urls).out, "/1\n\n/2\n"));
}

TEST_CASE("options of crawling that make no sense say so") {
  const Program program;
  for (const auto& [options, message] : {
           std::pair<std::string, std::string>{"--delay soon", "option '--delay' needs a number of seconds"},
           {"--connections 0", "option '--connections' needs a number from 1 to 256, not '0'"},
           {"--warc a.warc.zst", "option '--warc' needs a file that ends in .warc or .warc.gz"},
       }) {
    CAPTURE(options);
    const Ran ran = program.run("\"$CA\" " + options + " http://a.example/");
    CHECK(ran.exit_code == 2);
    CHECK(contains(ran.err, message));
  }
  const Ran full = program.run("\"$CA\" --warc /dev/full http://127.0.0.1:9/");
  CHECK(full.exit_code == 2);
}

TEST_CASE("redirects and robots.txt of a kept crawl are no failures of the pages in it") {
  const test::LoopbackServer server([](test::Connection& connection, const std::string& request) {
    const std::string path = path_of(request);
    connection.send(path == "/robots.txt" ? test::http_answer("200 OK", {"Content-Type: text/plain"},
                                                              "User-agent: *\nDisallow: /private/\n")
                    : path == "/old"      ? test::http_answer("301 Moved", {"Location: /iron.html"}, "")
                                          : page("iron"));
  });
  const Program program;
  REQUIRE(program.run(kRun + "-q --warc kept.warc " + server.url("/old") + " " + server.url("/tin.html"))
              .exit_code == 0);
  const Ran again = program.run("\"$CA\" kept.warc");
  CHECK(count(again.out, "\n") == 4);
  CHECK(contains(again.out, "robots.txt, which is for programs"));
  CHECK(again.err.starts_with("4 pages: 2 cleaned, 2 redirects and robots.txt; "));
  CHECK(contains(program.run("\"$CA\" --summary json kept.warc").err, "\"failed\":0,\"beside_pages\":2,"));
  const Ran texts = program.run("\"$CA\" --markdown kept.warc");
  CHECK(texts.exit_code == 0);
  CHECK_FALSE(contains(texts.err, "robots.txt, which"));
  CHECK(contains(program.run("\"$CA\" -v --markdown kept.warc").err, "robots.txt, which"));
}

TEST_CASE("a crawl that is killed and gone on with keeps one whole WARC file") {
  std::atomic<bool> is_slow{true};
  const test::LoopbackServer server([&is_slow](test::Connection& connection, const std::string& request) {
    if (path_of(request) == "/slow.html" && is_slow) connection.wait_for_close(20'000);
    connection.send(page(path_of(request).substr(1, path_of(request).find('.') - 1)));
  });
  for (const std::string file : {"kept.warc", "kept.warc.gz"}) {
    CAPTURE(file);
    is_slow = true;
    const Program program;
    program.write("list", server.url("/iron.html") + "\n" + server.url("/slow.html", "127.0.0.2") + "\n");
    const std::string options = "-q --ignore-robots -o texts --resume -i list --warc " + file;
    program.run(
        kRun + options +
        " & job=$!; for i in $(seq 200); do grep -q iron texts/.clean-article-manifest.part 2> /dev/null && "
        "break; "
        "sleep 0.05; done; kill -KILL $job; wait $job 2> /dev/null; printf torn >> .clean-article-*.part");
    CHECK_FALSE(program.has(file));
    is_slow = false;
    CHECK(program.run(kRun + options).exit_code == 0);
    program.write("list", server.url("/iron.html") + "\n" + server.url("/tin.html") + "\n");
    CHECK(program.run(kRun + options).exit_code == 0);
    const Ran again = program.run("\"$CA\" -q " + file);
    CHECK(again.exit_code == 0);
    CHECK(again.err.empty());
    CHECK(count(again.out, "\n") == 3);
    for (const char* mark : {"iron", "slow", "tin"}) CHECK(contains(again.out, opening(mark)));
    CHECK(program.run((file.ends_with(".gz") ? "zcat " : "cat ") + file + " | grep -ac 'WARC-Type: warcinfo'")
              .out == "1\n");
  }
}

TEST_CASE("one output never has a URL fetched again for what changed before it") {
  const Site site;
  const Program program;
  const std::string line = kRun + "-q --jsonl -o out.jsonl --resume -i list ";
  const auto list = [&](const std::vector<std::string>& paths) {
    std::string words;
    for (const std::string& path : paths) words += site.url(path) + "\n";
    program.write("list", words);
  };
  list({"/gone", "/iron.html"});
  CHECK(program.run(line).exit_code == 1);
  const std::string before = program.read("out.jsonl");
  const std::size_t requests = site.requests();
  const Ran retried = program.run(line + "--retry-failed");
  CHECK(retried.exit_code == 2);
  CHECK(contains(retried.err,
                 "/gone: is new here, or has changed, or is to be tried again, and behind it stand"));
  list({"/tin.html", "/gone", "/iron.html"});
  CHECK(program.run(line).exit_code == 2);
  CHECK(site.requests() == requests);
  CHECK(program.read("out.jsonl") == before);
  list({"/gone", "/iron.html", "/gone-2", "/tin.html"});
  CHECK(program.run(line).exit_code == 1);
  CHECK(site.requests_of("/iron.html") == 1);
  CHECK(program.read("out.jsonl").starts_with(before));
  CHECK(contains(program.read("out.jsonl"), opening("tin")));
  // Behind the last page nothing is lost.
  list({"/gone", "/iron.html"});
  program.run("rm out.jsonl*");
  CHECK(program.run(line).exit_code == 1);
  list({"/gone", "/iron.html", "/gone-2"});
  CHECK(program.run(line).exit_code == 1);
  CHECK(program.run(line + "--retry-failed").exit_code == 2);
}

TEST_CASE("where the WARC file finds no room, no output appears as if it were whole") {
  const Site site;
  const Program program;
  std::string list;
  for (int i = 0; i < 40; ++i) list += site.url("/no" + std::to_string(i) + ".html") + "\n";
  program.write("list", list);
  const std::string mount = "unshare -Urm bash -c 'mkdir -p disk && mount -t tmpfs -o size=16k none disk && ";
  if (program.run(mount + "true'").exit_code != 0) {
    WARN("no file systems can be mounted here: not tested on a full disk");
    return;
  }
  const Ran ran =
      program.run(mount +
                  "\"$0\" --allow-private --delay 0 --ignore-robots -q --jsonl -i list -o out.jsonl "
                  "--warc disk/kept.warc' \"$CA\"");
  CHECK(ran.exit_code == 2);
  CHECK(ran.err == "clean-article: cannot write disk/kept.warc: No space left on device\n");
  CHECK_FALSE(program.has("out.jsonl"));
}

TEST_CASE("waits for a server that is busy are said") {
  std::atomic<int> asked{0};
  const test::LoopbackServer server([&asked](test::Connection& connection, const std::string&) {
    connection.send(asked++ == 0 ? test::http_answer("503 Service Unavailable", {"Retry-After: 1"}, "")
                                 : page("iron"));
  });
  const Program program;
  const std::string urls = server.url("/a") + " " + server.url("/b");
  const Ran ran = program.run(kRun + "-v --ignore-robots " + urls);
  CHECK(contains(ran.err, "503 Service Unavailable; asked again in 1 s\n"));
  asked = 0;
  CHECK_FALSE(contains(program.run(kRun + "--ignore-robots " + urls).err, "asked again"));
}

}  // namespace
}  // namespace clean_article::testing

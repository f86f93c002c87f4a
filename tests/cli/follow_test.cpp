// Articles over several pages, from a server: which links a rule makes the program follow, and which not.
#include <array>
#include <ctime>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catch.hpp"
#include "fetch/loopback_server.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::Program;

std::string page(const std::string& text, const std::string& links) {
  return "<!DOCTYPE html><title>A walk</title><div class=text><p>" + text + "</p></div>" + links;
}

std::string next(const std::string& link) {
  return "<a class=next href='" + link + "'>on</a>";
}

// A site whose pages are told by their paths.
class Site {
 public:
  explicit Site(std::vector<std::pair<std::string, std::string>> pages)
      : pages_(std::move(pages)), server_([this](test::Connection& connection, const std::string& request) {
          const std::string path = request.substr(4, request.find(' ', 4) - 4);
          for (const auto& [name, content] : pages_) {
            if (name == path) {
              connection.send(test::http_answer("200 OK", {"Content-Type: text/html"}, content));
              return;
            }
          }
          connection.send(test::http_answer("404 Not Found", {"Content-Type: text/html"}, "none"));
        }) {}

  std::string url(const std::string& path) const { return server_.url(path); }
  std::vector<std::string> requests() const { return server_.requests(); }

 private:
  std::vector<std::pair<std::string, std::string>> pages_;
  test::LoopbackServer server_;
};

testing::Ran run(Program& program, Site& site, const std::string& rule, const std::string& options = "") {
  program.write("rules/127.0.0.1.txt", "body: //div[@class='text']\n" + rule);
  return program.run("\"$CA\" --allow-private --rules rules " + options + " '" + site.url("/1") + "'");
}

constexpr const char* kNext = "next_page_link: //a[@class='next']\n";

TEST_CASE("further pages are fetched and joined in order, each once") {
  Program program;
  Site site({{"/1", page("One.", next("/2"))},
             {"/2", page("Two.", next("/3?x"))},
             {"/3?x", page("Three.", next("/1#top"))}});
  const auto ran = run(program, site, kNext);
  CHECK(ran.exit_code == 0);
  CHECK(ran.out == "One.\n\nTwo.\n\nThree.\n");
  CHECK(site.requests().size() == 3);
}

// Three pages that hold the formats' difficulties: a list that ends one and begins the next, a title on each.
std::vector<std::pair<std::string, std::string>> three_pages() {
  const auto in_full = [](const std::string& text, const std::string& links) {
    return "<!DOCTYPE html><html lang=en><head><title>A walk</title><meta name=author content='Maud "
           "Penhallow'>"
           "</head><body><div class=text>" +
           text + "</div>" + links + "</body></html>";
  };
  return {{"/1", in_full("<p>One step.</p><ul><li>a</li></ul>", next("/2"))},
          {"/2", in_full("<ul><li>b</li></ul><p>Two <b>steps</b>.</p>", next("/3"))},
          {"/3", in_full("<p>Three.</p>", "")}};
}

TEST_CASE("each format joins the pages into one document with the metadata of the first") {
  Program program;
  Site site(three_pages());
  const auto out = [&](const std::string& options) { return run(program, site, kNext, options).out; };
  const auto count = [](const std::string& text, const std::string& part) {
    int found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
  };
  const std::string text = "One step.\n\n- a\n\n- b\n\nTwo steps.\n\nThree.\n";
  CHECK(out("") == text);
  CHECK(out("--title") == "A walk\n\n" + text);
  CHECK(out("--markdown --title") == "# A walk\n\nOne step.\n\n- a\n\n* b\n\nTwo **steps**.\n\nThree.\n");
  const auto json = nlohmann::json::parse(out("--json --blocks"));
  CHECK(json["text"] == text);
  CHECK(json["word_count"] == 7);
  CHECK(json["blocks"].size() == 5);
  CHECK_FALSE(json["blocks"][1].contains("page"));
  CHECK(json["blocks"][2]["page"] == 2);
  CHECK(json["blocks"][4]["page"] == 3);
  CHECK(json["url"] == site.url("/1"));
  CHECK(nlohmann::json::parse(out("-f jsonl"))["text"] == text);
  CHECK(out("--csv").ends_with(",\"" + text + "\"\r\n"));
  for (const char* format : {"--html", "--xml", "--xmltei"}) {
    const std::string document = out(format);
    CHECK(count(document, "Maud Penhallow") == (document.find("<TEI") == std::string::npos ? 1 : 2));
    const std::size_t one = document.find("<p>One step.</p>");
    const std::size_t two = document.find("<p>b</p>", one);
    CHECK(document.find("<p>Three.</p>", two) != std::string::npos);
  }
  CHECK(count(out("--html"), "</html>") == 1);
  CHECK(count(out("--xml"), "</doc>") == 1);
  CHECK(count(out("--xmltei"), "</TEI>") == 1);
  CHECK(out("--with-metadata") == out("--metadata") + "\n" + text);
}

TEST_CASE("an article has one fingerprint, on one page or on several") {
  Program program;
  Site parts({{"/1", page("One.", next("/2"))}, {"/2", page("Two.", "")}});
  Site whole({{"/1", page("One.</p><p>Two.", "")}});
  const auto facts = [&](Site& site) {
    const auto json = nlohmann::json::parse(run(program, site, kNext, "--json").out);
    return json["fingerprint"].get<std::string>() + " " + json["word_count"].dump();
  };
  CHECK(facts(parts) == facts(whole));
}

TEST_CASE("--explain lists the blocks of all pages, and the fields once") {
  Program program;
  Site site(three_pages());
  const std::string out = run(program, site, kNext, "--explain").out;
  const std::size_t one = out.find("One step.");
  const std::size_t three = out.find("Three.", one);
  CHECK(three != std::string::npos);
  CHECK(out.find("field  title", three) != std::string::npos);
  CHECK(out.find("field  title") == out.rfind("field  title"));
}

TEST_CASE("no more than twenty pages are joined") {
  Program program;
  std::vector<std::pair<std::string, std::string>> pages;
  for (int i = 1; i < 40; ++i)
    pages.emplace_back("/" + std::to_string(i), page("Page.", next("/" + std::to_string(i + 1))));
  Site site(pages);
  CHECK(run(program, site, kNext).exit_code == 0);
  CHECK(site.requests().size() == 20);
}

TEST_CASE("a link to another host is not followed as a next page") {
  Program program;
  Site site({{"/1", page("One.", next("http://localhost:1/2"))}});
  const auto ran = run(program, site, kNext);
  CHECK(ran.exit_code == 0);
  CHECK(ran.out == "One.\n");
}

TEST_CASE("a page that is missing is an error, beside the text that there is") {
  Program program;
  Site site({{"/1", page("One.", next("/2"))}});
  const auto ran = run(program, site, kNext);
  CHECK(ran.exit_code == 1);
  CHECK(ran.out == "One.\n");
  CHECK(ran.err.find("page 2 of the article (" + site.url("/2") + "): 404 Not Found") != std::string::npos);
}

TEST_CASE("a page above the limit is an error that names the limit") {
  Program program;
  Site site({{"/1", page("One.", "")}});
  const auto ran = run(program, site, "", "--max-bytes 20");
  CHECK(ran.exit_code == 1);
  CHECK(ran.err ==
        "clean-article: " + site.url("/1") + ": is larger than the limit of 20 bytes (--max-bytes)\n");
}

TEST_CASE("the page that holds the whole article replaces the first") {
  Program program;
  Site site(
      {{"/1", page("One.", "<a id=all href=/all>all</a>" + next("/2"))}, {"/all", page("All of it.", "")}});
  const std::string rule = std::string(kNext) + "single_page_link: //a[@id='all']\n";
  CHECK(run(program, site, rule).out == "All of it.\n");
  CHECK(site.requests().size() == 2);
  // Where it fails the parts do.
  Site broken({{"/1", page("One.", "<a id=all href=/gone>all</a>" + next("/2"))}, {"/2", page("Two.", "")}});
  const auto ran = run(program, broken, rule);
  CHECK(ran.exit_code == 0);
  CHECK(ran.out == "One.\n\nTwo.\n");
}

TEST_CASE("a rule's headers are sent") {
  Program program;
  Site site({{"/1", page("One.", "")}});
  CHECK(run(program, site, "http_header(User-Agent): Walker/1\nhttp_header(Cookie): a=b\n").exit_code == 0);
  CHECK(site.requests().at(0).find("user-agent: Walker/1\r\n") != std::string::npos);
  CHECK(site.requests().at(0).find("cookie: a=b\r\n") != std::string::npos);
  CHECK(site.requests().at(0).find("clean-article/") == std::string::npos);
}

TEST_CASE("what a page that was fetched calls yesterday counts from its server's date, or from today") {
  Program program;
  const auto date_with = [&](const std::string& header) {
    const std::string html =
        "<!DOCTYPE html><html lang=en><h1>A walk</h1><p>Yesterday</p><div class=text><p>We "
        "walked.</p></div></html>";
    test::LoopbackServer server(test::http_answer("200 OK", {"Content-Type: text/html", header}, html));
    program.write("rules/127.0.0.1.txt", "body: //div[@class='text'] | //h1 | //h1/following-sibling::p\n");
    const auto ran = program.run("\"$CA\" --allow-private --rules rules --json '" + server.url("/1") + "'");
    return nlohmann::json::parse(ran.out)["date"].get<std::string>();
  };
  const auto day = [](std::time_t time, const char* format) {
    std::array<char, 64> text{};
    std::strftime(text.data(), text.size(), format, std::gmtime(&time));
    return std::string(text.data());
  };
  constexpr std::time_t kDay = 24 * 60 * 60;
  const std::time_t now = std::time(nullptr);
  CHECK(date_with("Date: " + day(now - 5 * kDay, "%a, %d %b %Y %H:%M:%S GMT")) ==
        day(now - 6 * kDay, "%Y-%m-%d"));
  // Midnight may pass while the test runs.
  const std::string yesterday = day(now - kDay, "%Y-%m-%d");
  for (const char* wrong :
       {"Date: Thu, 01 Jan 1998 00:00:00 GMT", "Date: Fri, 01 Jan 2100 00:00:00 GMT", "Date: soon"})
    CHECK((date_with(wrong) == yesterday || date_with(wrong) == day(std::time(nullptr) - kDay, "%Y-%m-%d")));
}

TEST_CASE("a saved page never touches the network") {
  Program program;
  Site site({{"/2", page("Two.", "")}});
  program.write("rules/127.0.0.1.txt", std::string("body: //div[@class='text']\n") + kNext);
  program.write("saved.html", page("One.", next("/2")));
  const auto ran =
      program.run("\"$CA\" --allow-private --rules rules --base-url '" + site.url("/1") + "' saved.html");
  CHECK(ran.out == "One.\n");
  CHECK(site.requests().empty());
}

}  // namespace
}  // namespace clean_article::cli

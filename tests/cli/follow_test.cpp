// Articles over several pages, from a server: which links a rule makes the program follow, and which not.
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

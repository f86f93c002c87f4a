// Pages made to exhaust the parser, a million repeats each: none takes more than 300 MB or crashes, and
// each still gives its text. Each runs in a process of its own, so that its peak memory is its own.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "catch.hpp"
#include "html/html.hpp"

#if defined(UNDER_SANITIZERS)
#define MEMORY_IS_MEASURABLE 0
#else
#define MEMORY_IS_MEASURABLE 1
#endif

namespace clean_article::html {
namespace {

constexpr int kMillion = 1'000'000;
constexpr long kMostKilobytes = 300 * 1024;

struct Attack {
  const char* name;
  std::function<std::string()> page;
};

std::string times(int count, const std::string& piece) {
  std::string out;
  out.reserve(piece.size() * static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) out += piece;
  return out;
}

// `before`, a number that is never the same, `behind`.
std::string counted(int count, const std::string& before, const std::string& behind) {
  std::string out;
  for (int i = 0; i < count; ++i) out += before + std::to_string(i) + behind;
  return out;
}

Attack repeated(const char* piece, const char* begin = "") {
  return {piece, [=] { return begin + times(kMillion, piece) + "TEXT"; }};
}

std::vector<Attack> attacks() {
  return {
      repeated("<div>"),
      repeated("<table>"),
      repeated("<span>"),
      repeated("<ul><li>"),
      repeated("<dl><dd>"),
      repeated("<table><tr><td>"),
      repeated("<b><p>"),
      repeated("<b><p></b>"),
      repeated("<a><div>"),
      repeated("<a href=x>y"),
      repeated("<li><p><b>"),
      repeated("<ruby><rt>"),
      repeated("<svg><title>"),
      repeated("<svg><p>"),
      repeated("<math><mi>"),
      repeated("<template>"),
      repeated("<form></div>"),
      repeated("<div><table><td></div></table>"),
      repeated("<option>x", "<select>"),
      repeated("<title>x</title>", "<select>"),
      repeated("x<b>y</b>", "<table>"),
      repeated("x<!-- -->", "<table>"),
      repeated("x<!-- -->", "<form>"),
      repeated(" <tr>x", "<table>"),
      repeated("x</q>"),
      repeated("&"),
      repeated("</p>", "x"),
      repeated("<![CDATA[>"),
      repeated("<![CDATA[>]]>", "<svg>"),
      repeated("<script><!--</script>"),
      repeated("<textarea>"),
      {"<span><frameset>", [] { return times(kMillion, "<span>") + "<frameset><noframes>" + "TEXT"; }},
      {"a million NULs", [] { return std::string(kMillion, '\0') + "TEXT"; }},
      {"an open comment", [] { return "TEXT<!--" + times(kMillion, "- "); }},
      {"attributes", [] { return "<p" + counted(kMillion, " a", "=1") + ">TEXT"; }},
      {"<body a=N>", [] { return counted(kMillion, "<body a", "=1>") + "TEXT"; }},
      {"<i a=N> and <p>", [] { return counted(200, "<i a=", ">") + times(kMillion, "<p>x") + "TEXT"; }},
      {"<font size=N>", [] { return counted(kMillion, "<font size=", ">x") + "TEXT"; }},
      {"end tags below 500 elements", [] { return times(500, "<span>") + times(kMillion, "</q>") + "TEXT"; }},
  };
}

// 0 when the page gave its text within the depth; meant as an exit status.
int parse_and_look(const std::string& page) {
  const Limits limits;
  Parser parser(limits);
  const Document& document = parser.parse_as_sent(page);
  std::string text;
  for (NodeId id = 0; id < document.nodes().size(); ++id) {
    if (document[id].depth > limits.max_depth) return 2;
    if (document[id].tag == Tag::kText) document.append_text(id, text);
  }
  return text.find("TEXT") != std::string::npos || page.find("frameset") != std::string::npos ? 0 : 1;
}

TEST_CASE("no page exhausts the parser") {
  for (const Attack& attack : attacks()) {
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) _exit(parse_and_look(attack.page()));
    int status = 0;
    rusage usage{};
    REQUIRE(wait4(child, &status, 0, &usage) == child);
    INFO(attack.name << ": " << usage.ru_utime.tv_sec << " s, " << usage.ru_maxrss << " kB");
    CHECK(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    if (MEMORY_IS_MEASURABLE) CHECK(usage.ru_maxrss < kMostKilobytes);
  }
}

}  // namespace
}  // namespace clean_article::html

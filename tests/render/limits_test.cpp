// What a page's address adds to its links, held from both sides; and emphasis without end.
#include "base/base.hpp"
#include "catch.hpp"
#include "rendered_page.hpp"

namespace clean_article::render {
namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t times = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
    ++times;
  return times;
}

TEST_CASE("links are made absolute as long as that adds no more than the limit") {
  const std::string host = "http://example.org/";
  const std::string url = host + std::string(kMostBaseBytes - host.size(), 'b');
  constexpr std::size_t kMostLinks = kMostAddedBytes / kMostBaseBytes;
  Style style;
  style.format = Format::kHtml;
  style.links = true;
  for (const std::size_t links : {kMostLinks, kMostLinks + 1}) {
    CAPTURE(links);
    std::string html = "<p>";
    for (std::size_t i = 0; i < links; ++i) html += "<a href=/x>y</a> z ";
    const std::string written = to_format(read_page(html, style, {}, url), {}, style);
    CHECK(count(written, "href=\"http://example.org/x\"") == (links == kMostLinks ? links : 0));
    CHECK(count(written, ">y</a>") + count(written, "y z") >= links);  // their text is there either way
  }
}

TEST_CASE("emphasis is nested twice and no deeper") {
  Style style;
  style.format = Format::kHtml;
  CHECK(count(rendered_as("<p>a <i>b <em>c</em></i> d", style), "<p>a <em>b <em>c</em></em> d</p>") == 1);
  CHECK(count(rendered_as("<p>a <i>b <em>c <i>d <i>e</i></i></em></i> f", style),
              "<p>a <em>b <em>c d e</em></em> f</p>") == 1);
}

}  // namespace
}  // namespace clean_article::render

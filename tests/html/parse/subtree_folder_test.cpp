// What the skeleton says of a page: which subtrees are one character in it, and which are not.
#include "html/parse/subtree_folder.hpp"

#include <string>

#include "catch.hpp"
#include "html/gumbo_reference.hpp"
#include "html/parse/parser.hpp"
#include "html/parse/scanner.hpp"

namespace clean_article::html {
namespace {

std::string skeleton_of(const std::string& page, Folding folding = Folding::kAll) {
  Skeleton skeleton;
  Scanner scanner{Limits{}};
  ScanOptions options;
  options.folding = folding;
  scanner.scan(page, {}, options, skeleton);
  return {skeleton.text.data(), skeleton.text.size()};
}

void check_tree(const std::string& page) {
  Parser parser{Limits{}};
  INFO(page);
  CHECK(our_lines(parser.parse_as_sent(page)) == gumbo_lines(page));
}

TEST_CASE("what is plainly well nested is one character to Gumbo") {
  CHECK(skeleton_of("<div><p>a <b>b</b></p><ul><li>c<li>d</ul><hr><img></div>") == "<div>y</div>");
  CHECK(skeleton_of("<td><div><dl><dt>a<dd>b<p>c</dl></div></td>") == "<td>y</td>");
  CHECK(skeleton_of("<table><tr><td><p>a</p></td></table>") == "<table><tr><td>y</td></table>");
  CHECK(skeleton_of("<div><svg><path/><g><title>a</title></g></svg><x-y>b</x-y></div>") == "<div>y</div>");
  CHECK(skeleton_of("<div><script>if (a<b) c</script><iframe></iframe></div>") == "<div>y</div>");
  CHECK(skeleton_of("<p>a<a><img>b</a>c") == "<p>xyx");
}

TEST_CASE("what may be folded is asked for") {
  const std::string page = "<div><p><a>b</a></p></div>";
  CHECK(skeleton_of(page, Folding::kInline) == "<div><p>y</p></div>");
  CHECK(skeleton_of(page, Folding::kNothing) == "<div><p><a>x</a></p></div>");
}

TEST_CASE("what does more than to nest stays as it is, and what is around it") {
  for (const std::string inner : {"<form></form>",
                                  "<table></table>",
                                  "<select></select>",
                                  "<template></template>",
                                  "<textarea></textarea>",
                                  "</p>",
                                  "</i>",
                                  "<p><div>",
                                  "<b><b>x</b></b>",
                                  "<a><a>x</a>",
                                  "<button><button>",
                                  "<h1><h2></h2>",
                                  "<li>x",
                                  "<dd>x",
                                  "<nobr>",
                                  "<object></object>",
                                  "<math></math>",
                                  "<svg><p></svg>",
                                  "<svg><a></a></svg>",
                                  "<svg><title><b>x</b></title></svg>",
                                  "<![CDATA[x]]>",
                                  "<body>",
                                  "<ruby><rt>x</ruby>"}) {
    INFO(inner);
    const std::string page = "<section><div>" + inner + "</div><ul><li>a</li></ul></section>";
    const std::string skeleton = skeleton_of(page);
    CHECK(skeleton.find("<section><div>") == 0);
    check_tree(page);
  }
}

TEST_CASE("an item is folded with its list, not without it") {
  CHECK(skeleton_of("<ul><div><li>a</li></div></ul>") == "<ul>y</ul>");
  // Whether the list is open, only Gumbo knows: </noscript> ends nothing, and the second item ends the first.
  const std::string page = "<ol><noscript><li></noscript><address><h2></h2><li><a></a></address>";
  CHECK(skeleton_of(page).find("<address>") != std::string::npos);
  check_tree(page);
}

TEST_CASE("formatting that is left open goes on in the next block") {
  const std::string page = "<p><b>a</p><div><p>b</p></div><div><i>c</i></div>";
  CHECK(skeleton_of(page) == "<p><b>x</p><div><p>x</p></div><div>y</div>");
  check_tree(page);
}

TEST_CASE("an end tag that ends nothing leaves open what it seems to end") {
  check_tree("<td><dt /><p></td>&#10;y");
  check_tree("<td><li><p></td></p>");
  check_tree("<select><div><p>a</p></div></select><div><p>b</p></div>");
}

TEST_CASE("a page folded wrongly is read again with less") {
  // Nothing tells the scanner that <b> is open in the second cell: the first row was not in a table.
  check_tree("<b><table><tr><td></b><div><p>a</p></div></td></tr></table><div><p>c</p></div>");
  check_tree("<a><table><td><div><a>b</a><p>c</p></div></table></a>");
  check_tree("<b><b><b><div><p><b>a</b></p></div></b></b></b>");
  check_tree("<frameset><div><p>a</p></div>");
  check_tree("<div><b></div><div><p>a</p></div>");
}

TEST_CASE("a subtree deeper than the limit is read by the plain builder") {
  constexpr std::uint32_t kDepth = 20;
  Limits limits;
  limits.max_depth = kDepth;
  Parser parser{limits};
  std::string page;
  for (int i = 0; i < 40; ++i) page += "<div>a";
  for (int i = 0; i < 40; ++i) page += "</div>";
  const Document& document = parser.parse(page);
  std::uint32_t deepest = 0;
  std::size_t texts = 0;
  for (const Node& node : document.nodes()) {
    if (node.tag != Tag::kText) deepest = std::max<std::uint32_t>(deepest, node.depth);
    if (node.tag == Tag::kText) texts += node.extra;
  }
  CHECK(deepest < kDepth);
  CHECK(texts == 40);
}

}  // namespace
}  // namespace clean_article::html

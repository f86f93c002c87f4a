#include "html/parse/shadow_roots.hpp"

#include <string>

#include "catch.hpp"
#include "html/html.hpp"

using namespace clean_article;
using namespace clean_article::html;

namespace {

// The page's body as tags and text, scripts' and templates' insides left out.
std::string shown(const std::string& html) {
  Parser parser{Limits{}};
  const Document& page = parser.parse(html);
  std::string out;
  for (NodeId id = 0; id < page.nodes().size(); ++id) {
    if (page[id].tag == Tag::kText) page.append_text(id, out);
    if (page[id].tag == Tag::k_p) out += '|';
  }
  return out;
}

}  // namespace

TEST_CASE("A component shows the tree in its template") {
  CHECK(shown("<x-a><template shadowrootmode=open><p>one</p></template></x-a><p>two") == "|one|two");
  CHECK(shown("<x-a><template shadowroot=open><p>one</p></template></x-a>") == "|one");
  CHECK(
      shown(
          "<x-a><template shadowrootmode=open><x-b><template shadowrootmode=closed><p>in</p></template></x-b>"
          "</template></x-a>") == "|in");
}

TEST_CASE("What a host holds goes into the slots, by name") {
  CHECK(shown("<x-a><template "
              "shadowrootmode=open><p>before</p><slot></slot><p>after</p></template><p>light</p></x-a>") ==
        "|before|light|after");
  CHECK(shown("<x-a><template shadowrootmode=open><slot name=b>none</slot><slot "
              "name=a></slot><slot>fallback</slot>"
              "</template><p slot=a>A</p><p slot=b>B</p></x-a>") == "|B|Afallback");
  // A slot that is itself put into a slot.
  CHECK(shown("<x-a><template shadowrootmode=open><x-b><template "
              "shadowrootmode=open><p>b</p><slot></slot></template>"
              "<slot></slot></x-b></template><p>light</p></x-a>") == "|b|light");
}

TEST_CASE("What no slot takes is not shown, unless a script builds the tree") {
  CHECK(shown("<x-a><template shadowrootmode=open><p>shadow</p></template><p>light</p></x-a>") == "|shadow");
  CHECK(shown("<x-a><template shadowrootmode=open><style>p{}</style></template><p>light</p></x-a>")
            .find("light") != std::string::npos);
  CHECK(shown("<template><p>later</p></template><p>now").find("|now") != std::string::npos);
}

TEST_CASE("Hosts inside hosts cost what they hold") {
  std::string deep;
  for (int i = 0; i < 200; ++i)
    deep += "<x-a><template shadowrootmode=open><b><b><slot></slot></b></b></template>";
  CHECK(shown(deep + "<p>end").find("|end") != std::string::npos);
  std::string wide;
  for (int i = 0; i < 3'000; ++i) wide += "<x-a><template shadowrootmode=open><p>x</p></template></x-a>";
  CHECK(shown(wide).size() == 6'000);
}

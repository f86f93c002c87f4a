#include "extract/blocks/selectors.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using namespace clean_article::extract;
using Texts = std::vector<std::string>;

TEST_CASE("A selector of one name, or of an element and a name, is simple") {
  for (const char* simple : {".a", "#a", "p", "p.a", "p#a-b_2", ".caf\xC3\xA9"}) CHECK(is_simple(simple));
  for (const char* other : {".a.b", "p .a", "p>a", ".a:hover", "*", "[hidden]", ".md\\:block", "p.a#b"})
    CHECK_FALSE(is_simple(other));
}

TEST_CASE("What a selector says of the element itself stands behind its last combinator") {
  const std::string selectors[] = {".a", "p .a", "p>.a", "p+.a", "p ~.a", ".open .b > .a"};
  for (const std::string& selector : selectors) CHECK(selector.substr(begin_of_own_part(selector)) == ".a");
  CHECK(begin_of_own_part("p >") == 3);
  CHECK(begin_of_own_part("") == 0);
}

TEST_CASE("Names are read up to what is none of a name, with escapes undone") {
  const auto read = [](std::string_view selector) {
    std::size_t at = 1;
    std::string undone;
    std::string name(read_escaped_name(selector, at, undone));
    return name + "|" + std::string(selector.substr(at));
  };
  CHECK(read(".a") == "a|");
  CHECK(read(".a-b_c2.d") == "a-b_c2|.d");
  CHECK(read(".md\\:block:hover") == "md:block|:hover");
  CHECK(read(".w-1\\/2") == "w-1/2|");
  CHECK(read(".a\\") == "a|\\");
  CHECK(read(".") == "|");
}

TEST_CASE("Selectors that are for the pointer are told from other states") {
  for (const char* pointer : {"a:hover", ".menu:focus-within .item", "a:not(.x):active"})
    CHECK(is_for_pointer(pointer));
  for (const char* other : {".open .a", "a:checked", "a::before", ".hover", "a:", ""})
    CHECK_FALSE(is_for_pointer(other));
}

TEST_CASE("The selectors of a list are without white space at their ends, and none is empty") {
  Texts found;
  for_each_selector(" .a ,\n#b,, p.c > d ,", [&](std::string_view s) { found.emplace_back(s); });
  CHECK(found == Texts{".a", "#b", "p.c > d"});
}

TEST_CASE("The names of an element are its classes and its id") {
  Texts found;
  for_each_name(" one  two\tthree-and-more-than-sixteen-bytes\n", "four",
                [&](char kind, std::string_view name) { found.push_back(kind + std::string(name)); });
  CHECK(found == Texts{".one", ".two", ".three-and-more-than-sixteen-bytes", "#four"});
}

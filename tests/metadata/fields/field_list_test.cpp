// The list of fields is whole and consistent.
#include "metadata/fields/field_list.hpp"

#include <set>

#include "catch.hpp"

namespace clean_article::metadata {
namespace {

const FieldRow& row(std::string_view name) {
  for (const FieldRow& one : field_list())
    if (one.name == name) return one;
  FAIL("no field " << name);
  return field_list().front();
}

TEST_CASE("no two fields share a name, an XML attribute or a member") {
  std::set<std::string_view> names;
  std::set<std::string_view> attributes;
  for (const FieldRow& one : field_list()) {
    CAPTURE(one.name);
    CHECK(names.insert(one.name).second);
    CHECK(attributes.insert(one.xml).second);
    CHECK_FALSE(one.xml.empty());
    CHECK_FALSE(one.meaning.empty());
    for (const FieldRow& other : field_list()) CHECK((&one == &other || one.member != other.member));
  }
}

TEST_CASE("every member of the metadata is a field") {
  // A member that no row reads makes the sizes differ.
  std::size_t size = 0;
  for (const FieldRow& one : field_list())
    size += std::visit([](auto member) { return sizeof(Metadata{}.*member); }, one.member);
  CHECK(size == sizeof(Metadata));
}

TEST_CASE("a row reads its field, whatever its kind") {
  Metadata m;
  for (const FieldRow& one : field_list()) {
    CAPTURE(one.name);
    CHECK(one.values(m).empty() == one.may_be_absent);
    CHECK(one.source(m).empty());
  }
  m.title = {"Bread", "<h1>"};
  m.authors = {{"Maud Penhallow", "Tom Stone"}, "byline"};
  m.fingerprint = 0xABC;
  CHECK(row("title").text(m) == "Bread");
  CHECK(row("title").source(m) == "<h1>");
  CHECK(row("authors").values(m).size() == 2);
  CHECK(row("authors").text(m) == "Maud Penhallow; Tom Stone");
  CHECK(row("word_count").text(m) == "0");
  CHECK(row("fingerprint").text(m) == "0000000000000abc");
}

}  // namespace
}  // namespace clean_article::metadata

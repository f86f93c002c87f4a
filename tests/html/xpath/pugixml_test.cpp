// XPath held against pugixml: random expressions, and those of the rule corpora where they lie at hand, on
// the pages of fixtures/. A node-set is compared as its nodes' places in the page.
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <random>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

#include "catch.hpp"
#include "corpora.hpp"
#include "html/html.hpp"

namespace clean_article::html {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

// A page in both forms.
struct Page {
  explicit Page(std::string bytes) : source(std::move(bytes)), document(parser.parse(source)) {
    copies.resize(document.nodes().size());
    for (NodeId id = 0; id < copies.size(); ++id) {
      const Node& node = document[id];
      pugi::xml_node parent = node.parent == kNoNode ? copy : copies[node.parent];
      if (node.tag == Tag::kText) {
        std::string text;
        document.append_text(id, text);
        copies[id] = parent.append_child(pugi::node_pcdata);
        copies[id].set_value(text.c_str());
      } else {
        copies[id] = parent.append_child(document.name(id).c_str());
        document.visit_attributes(id, [&](const Attribute& attribute) {
          std::string name(attribute.name);
          for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
          const std::string value = document.attribute_value(attribute);
          if (!copies[id].attribute(name.c_str())) copies[id].append_attribute(name.c_str()) = value.c_str();
        });
      }
      places.emplace(copies[id].internal_object(), id);
    }
    places.emplace(copy.internal_object(), kNoNode);
  }

  Parser parser{Limits{}};
  std::string source;
  const Document& document;
  pugi::xml_document copy;
  std::vector<pugi::xml_node> copies;
  std::unordered_map<const void*, NodeId> places;
};

std::string theirs(const Page& page, const std::string& expression) {
  try {
    const pugi::xpath_query query(expression.c_str());
    if (query.return_type() != pugi::xpath_type_node_set) return query.evaluate_string(page.copy);
    pugi::xpath_node_set nodes = query.evaluate_node_set(page.copy);
    nodes.sort();
    std::string out = "nodes";
    for (const pugi::xpath_node& node : nodes) {
      const pugi::xml_node owner = node.attribute() ? node.parent() : node.node();
      out += " " + std::to_string(page.places.at(owner.internal_object()) + 1);
      if (node.attribute()) out += std::string("@") + node.attribute().value();
    }
    return out;
  } catch (const pugi::xpath_exception&) {
    return "refused";
  }
}

std::string ours(XPathPage& view, const std::string& expression) {
  const Result<XPath> compiled = XPath::compile(expression);
  if (!compiled.ok()) return "refused";
  const Result<XPathValue> value = view.evaluate(*compiled);
  if (!value.ok()) return value.error().message;
  if (!value->is_nodes) return value->string;
  std::string out = "nodes";
  for (const XPathNode node : value->nodes) {
    out += " " + std::to_string(node.place);
    if (node.is_attribute()) out += "@" + std::string(view.string_value(node));
  }
  return out;
}

class RandomExpression {
 public:
  explicit RandomExpression(unsigned seed) : random_(seed) {}
  std::string next() { return roll(8) == 0 ? value(2) : path(2, true); }

 private:
  unsigned roll(unsigned sides) { return std::uniform_int_distribution<unsigned>(0, sides - 1)(random_); }
  template <std::size_t N>
  std::string one_of(const char* const (&list)[N]) {
    return list[roll(N)];
  }

  std::string step(int depth) {
    static const char* const kAxes[] = {"",
                                        "",
                                        "",
                                        "",
                                        "self::",
                                        "parent::",
                                        "@",
                                        "ancestor::",
                                        "descendant::",
                                        "following-sibling::",
                                        "preceding-sibling::",
                                        "ancestor-or-self::",
                                        "descendant-or-self::",
                                        "following::",
                                        "preceding::"};
    static const char* const kTests[] = {"*",  "p", "div", "a",      "li", "ul",     "h2",      "span",
                                         "td", "*", "div", "node()", "p",  "text()", "article", "class"};
    const std::string axis = one_of(kAxes);
    // For pugixml xmlns="…" is no attribute; in HTML it is.
    std::string out = axis == "@" ? "@class" : axis + one_of(kTests);
    while (depth > 0 && roll(2) == 0) out += "[" + predicate(depth - 1) + "]";
    return out;
  }
  std::string path(int depth, bool from_root) {
    std::string out = from_root ? (roll(4) == 0 ? "/html/body" : "//" + step(depth)) : step(depth);
    for (unsigned more = roll(3); more > 0; --more) out += (roll(3) == 0 ? "//" : "/") + step(depth);
    if (depth > 1 && roll(6) == 0) out = "(" + out + ")[" + predicate(0) + "]";
    if (depth > 1 && roll(6) == 0) out += " | " + path(depth - 1, from_root);
    return out;
  }
  std::string predicate(int depth) {
    static const char* const kSimple[] = {"1",
                                          "2",
                                          "last()",
                                          "position() < 3",
                                          "@class",
                                          "@id",
                                          "a",
                                          ".//a",
                                          "text()",
                                          "not(@class)",
                                          "contains(@class, 'a')",
                                          "@class = 'post' or @id",
                                          "'nav' = @class",
                                          "@href and contains(@href, 'http')",
                                          "contains(concat(' ', normalize-space(@class), ' '), ' nav ')",
                                          "contains(concat(' ', @class, ' '), ' post ')",
                                          "starts-with(@href, '/')",
                                          "contains(., 'the')",
                                          "contains(.., 'e')",
                                          "normalize-space() = ''",
                                          "position() mod 2 = 0",
                                          "count(*) > 1",
                                          "name() = 'p'",
                                          "@href = ..//@href",
                                          "last() - 1",
                                          "self::p or self::div",
                                          "number(.) > 3"};
    if (depth == 0 || roll(3) > 0) return one_of(kSimple);
    return roll(2) == 0 ? predicate(0) + (roll(2) == 0 ? " and " : " or ") + predicate(depth - 1)
                        : path(depth - 1, false);
  }
  std::string value(int depth) {
    static const char* const kCalls[] = {"string", "normalize-space", "count", "name", "boolean",
                                         "not",    "number"};
    return one_of(kCalls) + "(" + path(depth, true) + ")";
  }

  std::mt19937 random_;
};

// Real rules, without those that count on what we do differently: rows, and names with colons.
std::vector<std::string> corpus_expressions() {
  std::vector<std::string> all;
  const auto folder = test::find_in_corpora("ftr-site-config");
  if (!folder) return all;
  for (const auto& entry : std::filesystem::directory_iterator(*folder)) {
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      for (const char* directive : {"body:", "strip:", "title:", "date:", "author:"}) {
        if (!line.starts_with(directive)) continue;
        std::string expression = line.substr(std::string_view(directive).size());
        const bool differs =
            expression.find("tr") != std::string::npos || expression.find("svg") != std::string::npos ||
            std::any_of(expression.begin(), expression.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!differs) all.push_back(std::move(expression));
      }
    }
  }
  return all;
}

TEST_CASE("XPath finds what pugixml finds") {
  // Now and then something small is taken out of the page.
  constexpr std::size_t kBetweenRemovals = 10;
  constexpr NodeId kMostRemoved = 30;
  const std::vector<std::string> real = corpus_expressions();
  unsigned seed = 4711;
  std::size_t page_number = 0;
  for (const auto& entry : std::filesystem::directory_iterator(CLEAN_ARTICLE_SOURCE_DIR "/fixtures")) {
    const std::filesystem::path path = entry.path() / "input.html";
    if (!std::filesystem::exists(path)) continue;
    Page page(read(path));
    XPathPage view(page.document, std::uint64_t{1} << 40);
    RandomExpression random(seed++);
    std::vector<std::string> expressions;
    for (int i = 0; i < 150; ++i) expressions.push_back(random.next());
    for (std::size_t i = page_number++ % 20; i < real.size(); i += 20) expressions.push_back(real[i]);
    std::mt19937 pick(seed);
    for (std::size_t i = 0; i < expressions.size(); ++i) {
      if (i > 0 && i % kBetweenRemovals == 0) {
        const NodeId id = std::uniform_int_distribution<NodeId>(
            2, static_cast<NodeId>(page.document.nodes().size() - 1))(pick);
        const Node& node = page.document[id];
        if (!view.is_removed(id) && node.end - id < kMostRemoved) {
          view.remove(XPathNode::of(id));
          pugi::xml_node parent = page.copies[node.parent];
          parent.remove_child(page.copies[id]);
        }
      }
      const std::string& expression = expressions[i];
      const std::string expected = theirs(page, expression);
      const std::string actual = ours(view, expression);
      if (expected == actual) continue;
      INFO(path << "\n" << expression);
      CHECK(actual == expected);
    }
  }
  CHECK(page_number > 0);
}

}  // namespace
}  // namespace clean_article::html

// XPath 1.0 over a Document: expressions that site rules are written in. Owns its syntax and its meaning on
// HTML; knows nothing of rules.
//
// The evaluator is our own and walks the Document itself: no copy of the page, no way back to keep, and every
// step is counted, so that no expression on no page takes longer than its budget. (pugixml, which the tests
// hold it against, evaluates without any bound.)
//
// Different from the letter of XPath, as the authors of rules expect of HTML:
// - names of elements and attributes match in any case, and a name with a colon or hyphens is just a name;
// - `table/tr` finds the rows in a <tbody> that the parser had to put in;
// - there are no namespaces, comments, processing instructions or variables.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.hpp"
#include "html/tree/document.hpp"

namespace clean_article::html {

namespace xpath {
struct Syntax;
class Evaluator;
}  // namespace xpath

// A compiled expression. Immutable: may be shared between threads.
class XPath {
 public:
  // kUsage when it is no XPath 1.0, naming what is wrong and where, or when it goes beyond the bounds on
  // length and nesting (which are far above what people write).
  static Result<XPath> compile(std::string_view expression);

  std::string_view text() const;

 private:
  friend class xpath::Evaluator;
  explicit XPath(std::shared_ptr<const xpath::Syntax> syntax);
  std::shared_ptr<const xpath::Syntax> syntax_;
};

// An element, a text or an attribute of the page, or the root above <html>. Ordered as in the document.
struct XPathNode {
  std::uint32_t place = 0;      // 0 for the root, else NodeId + 1
  std::uint32_t attribute = 0;  // 0 for the element itself, else 1 + its place among the attributes

  bool is_root() const { return place == 0; }
  bool is_attribute() const { return attribute != 0; }
  NodeId id() const { return place - 1; }  // of the element or text; not for the root
  static XPathNode of(NodeId id) { return {id + 1, 0}; }
  bool operator==(const XPathNode&) const = default;
  bool operator<(const XPathNode& other) const {
    return place != other.place ? place < other.place : attribute < other.attribute;
  }
};

// What an expression gave.
struct XPathValue {
  bool is_nodes = false;
  std::vector<XPathNode> nodes;  // in document order, each once
  std::string string;            // of a string, number or truth value: as XPath's string()
  bool truth = false;            // as XPath's boolean()
};

// A value that an attribute has on a page, and the elements that have it.
struct AttributeValue {
  std::string_view value;
  std::span<const NodeId> elements;  // in document order
};

// One page as expressions see it, then another: its memory is used again. Views the Document, which must
// outlive its use. For one thread.
class XPathPage {
 public:
  // How much work all expressions on one page may cause together: one unit is a node looked at or some bytes
  // of text read. Real rules use less than a hundredth.
  static constexpr std::uint64_t kBudget = kMostXPathSteps;  // well under a second

  XPathPage();
  explicit XPathPage(const Document& document, std::uint64_t budget = kBudget);
  ~XPathPage();
  XPathPage(const XPathPage&) = delete;
  XPathPage& operator=(const XPathPage&) = delete;

  // Turns to another page, whole again and with a budget of its own; what was had of the last one is gone.
  void turn_to(const Document& document, std::uint64_t budget = kBudget);

  // kTooLarge when the page's budget is spent; from then on every expression is refused.
  Result<XPathValue> evaluate(const XPath& expression);

  // The characters of a node: the text inside an element, the value of an attribute. Valid until the next
  // remove().
  std::string_view string_value(XPathNode node);

  // Whether the text inside an element, or the text of a text, is white space or nothing at all. Cheaper than
  // to ask for its string value.
  bool is_blank(NodeId id);

  // The values of the attributes of that name (in lower case), each once; those taken out, too. Valid until
  // the next page.
  std::span<const AttributeValue> attribute_values(std::string_view name);

  // Takes an element or a text with all that is in it, or an attribute, out of the page for what follows.
  void remove(XPathNode node);
  bool is_removed(NodeId id) const;

 private:
  friend class xpath::Evaluator;
  class Index;
  std::unique_ptr<Index> index_;
};

}  // namespace clean_article::html

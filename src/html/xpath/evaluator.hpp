// Evaluates one compiled expression on one page. Owns the meaning of paths, predicates, comparisons and
// calls; leaves strings to xpath_strings and what the page holds to the index.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/xpath/index.hpp"
#include "html/xpath/syntax.hpp"

namespace clean_article::html::xpath {

// A string that is often a part of the page or of the expression, and then no copy.
class Text {
 public:
  static Text view(std::string_view borrowed) {
    Text text;
    text.borrowed_ = borrowed;
    return text;
  }
  static Text own(std::string owned) {
    Text text;
    text.is_owned_ = true;
    text.owned_ = std::move(owned);
    return text;
  }
  std::string_view get() const { return is_owned_ ? std::string_view(owned_) : borrowed_; }

 private:
  bool is_owned_ = false;
  std::string owned_;
  std::string_view borrowed_;
};

struct Context {
  XPathNode node;
  std::size_t position = 1;
  std::size_t size = 1;
};

using Nodes = std::vector<XPathNode>;

class Evaluator {
 public:
  Evaluator(const XPath& expression, XPathPage::Index& page) : syntax_(*expression.syntax_), page_(page) {}

  XPathValue evaluate();

 private:
  const Expr& expr(ExprId id) const { return syntax_.exprs[id]; }

  // Of "@name": its place at the context node as find_attribute() gives it.
  std::uint32_t attribute_at(const Expr& attribute, const Context& context);
  bool attribute_passes(const Expr& test, const Context& context);
  bool passes(const Expr& test, std::string_view value);

  // Each gives an expression's value in one type, converted where it has another.
  Nodes nodes(ExprId id, const Context& context);
  Text string(ExprId id, const Context& context);
  double number(ExprId id, const Context& context);
  bool boolean(ExprId id, const Context& context);

  // xpath_paths.cpp
  Nodes path(const Expr& path, const Context& context);
  Nodes filter(const Expr& filter, const Context& context);
  Nodes walk(const std::vector<LocationStep>& steps, Nodes from);
  void take_step(const LocationStep& step, const Nodes& from, Nodes& out);
  void append_axis(const LocationStep& step, XPathNode from, Nodes& out);
  void append_attributes(const LocationStep& step, XPathNode from, Nodes& out);
  void append_children(const LocationStep& step, XPathNode from, Nodes& out);
  void append_descendants(const LocationStep& step, XPathNode from, bool with_self, Nodes& out);
  void append_tested(const LocationStep& step, NodeId begin, NodeId end, Nodes& out);
  void append_ancestors(const LocationStep& step, XPathNode from, bool with_self, Nodes& out);
  void append_siblings(const LocationStep& step, XPathNode from, bool following, Nodes& out);
  void append_following(const LocationStep& step, XPathNode from, Nodes& out);
  void append_preceding(const LocationStep& step, XPathNode from, Nodes& out);
  void apply(const std::vector<Predicate>& predicates, std::size_t begin, Nodes& nodes);
  void apply_by_parent(const std::vector<Predicate>& predicates, std::size_t begin, Nodes& nodes);
  bool matches(const LocationStep& step, NodeId id);
  void append_if(const LocationStep& step, XPathNode node, Nodes& out);

  // xpath_calls.cpp
  Text call_string(const Expr& call, const Context& context);
  double call_number(const Expr& call, const Context& context);
  bool call_boolean(const Expr& call, const Context& context);
  Nodes call_id(const Expr& call, const Context& context);
  Text name_of(const Expr& call, const Context& context);
  bool is_language(std::string_view wanted, const Context& context);
  Text argument_or_node(const Expr& call, const Context& context);
  Text made(std::string text);  // a string that was put together: counted, and bounded

  bool compare(const Expr& comparison, const Context& context);
  bool compare_nodes(Op op, const Nodes& nodes, ExprId other, const Context& context);
  bool compare_node_sets(Op op, const Nodes& left, const Nodes& right);
  bool compare_values(Op op, ExprId left, ExprId right, const Context& context);

  const Syntax& syntax_;
  XPathPage::Index& page_;
};

}  // namespace clean_article::html::xpath

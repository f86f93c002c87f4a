// Comparisons of XPath 1.0, section 3.4: a set of nodes compares as any of its nodes does.
#include <string_view>
#include <unordered_set>

#include "html/xpath/evaluator.hpp"
#include "html/xpath/strings.hpp"

namespace clean_article::html::xpath {
namespace {

constexpr std::uint64_t kBytesPerUnit = 16;

bool is_equality(Op op) {
  return op == Op::kEqual || op == Op::kNotEqual;
}

template <typename T>
bool holds(Op op, const T& a, const T& b) {
  switch (op) {
    case Op::kEqual:
      return a == b;
    case Op::kNotEqual:
      return a != b;
    case Op::kLess:
      return a < b;
    case Op::kLessEqual:
      return a <= b;
    case Op::kGreater:
      return a > b;
    default:
      return a >= b;
  }
}

// The operator with its sides changed: a < b is b > a.
Op turned(Op op) {
  switch (op) {
    case Op::kLess:
      return Op::kGreater;
    case Op::kLessEqual:
      return Op::kGreaterEqual;
    case Op::kGreater:
      return Op::kLess;
    case Op::kGreaterEqual:
      return Op::kLessEqual;
    default:
      return op;
  }
}

}  // namespace

bool Evaluator::compare_node_sets(Op op, const Nodes& left, const Nodes& right) {
  if (op == Op::kEqual) {  // the only one that is asked of large sets
    std::unordered_set<std::string_view> values;
    for (const XPathNode node : right) {
      const std::string_view value = page_.string_value(node);
      if (!page_.spend(1 + value.size() / kBytesPerUnit)) return false;
      values.insert(value);
    }
    for (const XPathNode node : left) {
      const std::string_view value = page_.string_value(node);
      if (!page_.spend(1 + value.size() / kBytesPerUnit)) return false;
      if (values.contains(value)) return true;
    }
    return false;
  }
  for (const XPathNode a : left) {
    const std::string_view left_value = page_.string_value(a);
    for (const XPathNode b : right) {
      const std::string_view right_value = page_.string_value(b);
      if (!page_.spend(1 + (left_value.size() + right_value.size()) / kBytesPerUnit)) return false;
      if (is_equality(op) ? left_value != right_value
                          : holds(op, to_number(left_value), to_number(right_value)))
        return true;
    }
  }
  return false;
}

bool Evaluator::compare_nodes(Op op, const Nodes& nodes, ExprId other, const Context& context) {
  const Type type = expr(other).type;
  if (type == Type::kBoolean) {
    return is_equality(op) ? holds(op, !nodes.empty(), boolean(other, context))
                           : holds(op, nodes.empty() ? 0.0 : 1.0, number(other, context));
  }
  const bool as_strings = type == Type::kString && is_equality(op);
  const Text text = as_strings ? string(other, context) : Text();
  const double wanted = as_strings ? 0 : number(other, context);
  for (const XPathNode node : nodes) {
    const std::string_view value = page_.string_value(node);
    if (!page_.spend(1 + value.size() / kBytesPerUnit)) return false;
    if (as_strings ? holds(op, value, text.get()) : holds(op, to_number(value), wanted)) return true;
  }
  return false;
}

bool Evaluator::compare_values(Op op, ExprId left, ExprId right, const Context& context) {
  if (!is_equality(op)) return holds(op, number(left, context), number(right, context));
  const auto either_is = [&](Type type) { return expr(left).type == type || expr(right).type == type; };
  if (either_is(Type::kBoolean)) return holds(op, boolean(left, context), boolean(right, context));
  if (either_is(Type::kNumber)) return holds(op, number(left, context), number(right, context));
  const Text a = string(left, context);
  const Text b = string(right, context);
  return holds(op, a.get(), b.get());
}

bool Evaluator::compare(const Expr& comparison, const Context& context) {
  const ExprId left = comparison.args[0];
  const ExprId right = comparison.args[1];
  const bool left_nodes = expr(left).type == Type::kNodes;
  const bool right_nodes = expr(right).type == Type::kNodes;
  if (!left_nodes && !right_nodes) return compare_values(comparison.op, left, right, context);
  // "@id = 'x'" makes no set.
  if (left_nodes && is_attribute(expr(left)) && expr(right).type == Type::kString) {
    const std::uint32_t place = attribute_at(expr(left), context);
    if (place == 0) return false;
    return compare_nodes(comparison.op, {{context.node.place, place}}, right, context);
  }
  if (left_nodes && right_nodes) {
    const Nodes a = nodes(left, context);
    return compare_node_sets(comparison.op, a, nodes(right, context));
  }
  return left_nodes ? compare_nodes(comparison.op, nodes(left, context), right, context)
                    : compare_nodes(turned(comparison.op), nodes(right, context), left, context);
}

}  // namespace clean_article::html::xpath

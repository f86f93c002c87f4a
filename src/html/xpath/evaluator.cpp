// Values of expressions and how one type becomes another: sections 3 and 4 of XPath 1.0, paths and functions
// apart.
#include "html/xpath/evaluator.hpp"

#include <algorithm>
#include <cmath>

#include "html/xpath/strings.hpp"

namespace clean_article::html::xpath {
namespace {

constexpr std::uint64_t kBytesPerUnit = 16;

double calculate(Op op, double a, double b) {
  switch (op) {
    case Op::kAdd:
      return a + b;
    case Op::kSubtract:
      return a - b;
    case Op::kMultiply:
      return a * b;
    case Op::kDivide:
      return a / b;
    default:
      return std::fmod(a, b);
  }
}

}  // namespace

std::uint32_t Evaluator::attribute_at(const Expr& attribute, const Context& context) {
  if (context.node.is_root() || context.node.is_attribute()) return 0;
  return page_.find_attribute(context.node.id(), attribute.steps[0].name);
}

bool Evaluator::passes(const Expr& test, std::string_view value) {
  page_.spend(value.size() / kBytesPerUnit);
  switch (test.test) {
    case AttributeTest::kIs:
      return value == test.literal;
    case AttributeTest::kContains:
      return value.find(test.literal) != std::string_view::npos;
    case AttributeTest::kBegins:
      return value.starts_with(test.literal);
    case AttributeTest::kHasToken:
    case AttributeTest::kHasFolded:
      return xpath::has_token(value, test.literal, test.test == AttributeTest::kHasToken);
  }
  return false;
}

bool Evaluator::attribute_passes(const Expr& test, const Context& context) {
  const std::uint32_t place = attribute_at(test, context);
  return place > 0 && passes(test, page_.string_value({context.node.place, place}));
}

Nodes Evaluator::nodes(ExprId id, const Context& context) {
  const Expr& e = expr(id);
  switch (e.op) {
    case Op::kPath:
      return path(e, context);
    case Op::kFilter:
      return filter(e, context);
    case Op::kCall:
      return e.function == Function::kId ? call_id(e, context) : Nodes{};
    case Op::kUnion: {
      Nodes all;
      for (const ExprId arg : e.args) {
        if (page_.is_spent()) break;
        const Nodes some = nodes(arg, context);
        all.insert(all.end(), some.begin(), some.end());
        if (all.size() > some.size()) {
          page_.spend(all.size());
          std::sort(all.begin(), all.end());
          all.erase(std::unique(all.begin(), all.end()), all.end());
        }
      }
      return all;
    }
    default:
      return {};
  }
}

Text Evaluator::string(ExprId id, const Context& context) {
  const Expr& e = expr(id);
  if (e.op == Op::kLiteral) return Text::view(e.literal);
  if (is_attribute(e)) {
    const std::uint32_t place = attribute_at(e, context);
    return Text::view(place > 0 ? page_.string_value({context.node.place, place}) : std::string_view());
  }
  switch (e.type) {
    case Type::kNodes: {
      const Nodes all = nodes(id, context);
      if (all.empty()) return {};
      const std::string_view value = page_.string_value(all.front());
      page_.spend(value.size() / kBytesPerUnit);
      return Text::view(value);
    }
    case Type::kString:
      return call_string(e, context);
    case Type::kNumber:
      return Text::own(to_string(number(id, context)));
    case Type::kBoolean:
      return Text::view(boolean(id, context) ? "true" : "false");
  }
  return {};
}

double Evaluator::number(ExprId id, const Context& context) {
  const Expr& e = expr(id);
  if (!page_.spend(1)) return 0;
  if (e.op == Op::kNumber) return e.number;
  if (e.type == Type::kBoolean) return boolean(id, context) ? 1 : 0;
  if (e.type != Type::kNumber) return to_number(string(id, context).get());
  if (e.op == Op::kCall) return call_number(e, context);
  if (e.op == Op::kNegate) return -number(e.args[0], context);
  return calculate(e.op, number(e.args[0], context), number(e.args[1], context));
}

bool Evaluator::boolean(ExprId id, const Context& context) {
  const Expr& e = expr(id);
  if (!page_.spend(1)) return false;
  if (e.op == Op::kAttributeTest) return attribute_passes(e, context);
  if (is_attribute(e)) return attribute_at(e, context) > 0;
  switch (e.type) {
    case Type::kNodes:
      return !nodes(id, context).empty();
    case Type::kString:
      return !string(id, context).get().empty();
    case Type::kNumber: {
      const double value = number(id, context);
      return value != 0 && !std::isnan(value);
    }
    case Type::kBoolean:
      break;
  }
  const auto holds = [&](ExprId arg) { return boolean(arg, context); };
  if (e.op == Op::kOr) return std::any_of(e.args.begin(), e.args.end(), holds);
  if (e.op == Op::kAnd) return std::all_of(e.args.begin(), e.args.end(), holds);
  return e.op == Op::kCall ? call_boolean(e, context) : compare(e, context);
}

XPathValue Evaluator::evaluate() {
  XPathValue value;
  const Context at_root;
  const Type type = expr(syntax_.root).type;
  value.is_nodes = type == Type::kNodes;
  if (value.is_nodes) {
    value.nodes = nodes(syntax_.root, at_root);
    value.truth = !value.nodes.empty();
  } else {
    value.string = string(syntax_.root, at_root).get();
    value.truth = boolean(syntax_.root, at_root);
  }
  return value;
}

}  // namespace clean_article::html::xpath

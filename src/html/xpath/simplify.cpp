// What makes evaluation quick, done once when an expression is read: "//a[…]" asks for descendants at once,
// predicates that do not count are marked, tests of an attribute have an operation of their own, and a step
// knows the tests without which it finds nothing. Never changes what an expression means.
#include <algorithm>
#include <optional>

#include "html/xpath/parser.hpp"
#include "text/text.hpp"

namespace clean_article::html::xpath {
namespace {

// Whether the value of an expression may depend on position and size of its context.
bool counts(const Syntax& syntax, ExprId id) {
  const Expr& expr = syntax.exprs[id];
  if (expr.op == Op::kCall && (expr.function == Function::kPosition || expr.function == Function::kLast)) {
    return true;
  }
  return std::any_of(expr.args.begin(), expr.args.end(), [&](ExprId arg) { return counts(syntax, arg); });
}

bool is_positional(const Syntax& syntax, const Predicate& predicate) {
  return syntax.exprs[predicate.expr].type == Type::kNumber || counts(syntax, predicate.expr);
}

// "descendant-or-self::node()/child::x[…]" is "descendant::x[…]", where predicates that count do so among the
// children of one parent. Rows have two: the <tbody> that the parser put in, and the table.
void join_descendants(std::vector<LocationStep>& steps) {
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    const LocationStep& any = steps[i];
    const bool is_any =
        any.axis == Axis::kDescendantOrSelf && any.test == Test::kAnyNode && any.predicates.empty();
    LocationStep& next = steps[i + 1];
    const bool is_counted = std::any_of(next.predicates.begin(), next.predicates.end(),
                                        [](const Predicate& p) { return p.positional; });
    const bool is_row = next.test != Test::kName || next.tag == Tag::k_tr;
    if (!is_any || next.axis != Axis::kChild || (is_counted && is_row)) continue;
    next.axis = Axis::kDescendant;
    next.by_parent = is_counted;
    steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

bool is_literal(const Expr& expr, std::string_view text) {
  return expr.op == Op::kLiteral && expr.literal == text;
}

Expr make_test(AttributeTest test, const Expr& attribute, std::string literal) {
  Expr made;
  made.op = Op::kAttributeTest;
  made.type = Type::kBoolean;
  made.test = test;
  made.literal = std::move(literal);
  made.steps = attribute.steps;
  return made;
}

// The token of "contains(concat(' ', @name, ' '), ' token ')".
std::optional<Expr> as_token_test(const Syntax& syntax, const Expr& padded, std::string_view token) {
  if (padded.op != Op::kCall || padded.function != Function::kConcat || padded.args.size() != 3 ||
      !is_literal(syntax.exprs[padded.args[0]], " ") || !is_literal(syntax.exprs[padded.args[2]], " ")) {
    return std::nullopt;
  }
  if (token.size() < 3 || token.front() != ' ' || token.back() != ' ') return std::nullopt;
  const std::string word(token.substr(1, token.size() - 2));
  if (std::any_of(word.begin(), word.end(), text::is_html_space)) return std::nullopt;

  ExprId value = padded.args[1];
  const Expr& call = syntax.exprs[value];
  const bool folds =
      call.op == Op::kCall && call.function == Function::kNormalizeSpace && call.args.size() == 1;
  if (folds) value = call.args[0];
  const Expr& attribute = syntax.exprs[value];
  if (!is_attribute(attribute)) return std::nullopt;
  return make_test(folds ? AttributeTest::kHasFolded : AttributeTest::kHasToken, attribute, word);
}

std::optional<Expr> as_attribute_test(const Syntax& syntax, const Expr& expr) {
  if (expr.args.size() != 2) return std::nullopt;
  const Expr& left = syntax.exprs[expr.args[0]];
  const Expr& right = syntax.exprs[expr.args[1]];
  if (expr.op == Op::kEqual) {
    if (is_attribute(left) && right.op == Op::kLiteral)
      return make_test(AttributeTest::kIs, left, right.literal);
    if (is_attribute(right) && left.op == Op::kLiteral)
      return make_test(AttributeTest::kIs, right, left.literal);
    return std::nullopt;
  }
  // An attribute that is not there contains the empty string.
  if (expr.op != Op::kCall || right.op != Op::kLiteral || right.literal.empty()) return std::nullopt;
  if (expr.function == Function::kStartsWith && is_attribute(left))
    return make_test(AttributeTest::kBegins, left, right.literal);
  if (expr.function != Function::kContains) return std::nullopt;
  if (is_attribute(left)) return make_test(AttributeTest::kContains, left, right.literal);
  return as_token_test(syntax, left, right.literal);
}

// The tests of attributes of which one holds wherever the expression does; none where that is not known.
std::vector<ExprId> needed_tests(const Syntax& syntax, ExprId id) {
  const Expr& expr = syntax.exprs[id];
  if (expr.op == Op::kAttributeTest || is_attribute(expr)) return {id};
  std::vector<ExprId> all;
  if (expr.op == Op::kAnd) {
    for (const ExprId arg : expr.args) {
      if (all = needed_tests(syntax, arg); !all.empty()) break;
    }
  } else if (expr.op == Op::kOr) {
    for (const ExprId arg : expr.args) {
      const std::vector<ExprId> some = needed_tests(syntax, arg);
      if (some.empty()) return {};
      all.insert(all.end(), some.begin(), some.end());
    }
  }
  return all;
}

void find_tests(const Syntax& syntax, std::vector<LocationStep>& steps) {
  for (LocationStep& step : steps) {
    const bool looks_far = step.axis == Axis::kDescendant || step.axis == Axis::kDescendantOrSelf;
    if (looks_far && !step.predicates.empty() && !step.predicates[0].positional)
      step.tests = needed_tests(syntax, step.predicates[0].expr);
  }
}

}  // namespace

void simplify(Syntax& syntax) {
  for (Expr& expr : syntax.exprs) {
    for (Predicate& predicate : expr.predicates) predicate.positional = is_positional(syntax, predicate);
    for (LocationStep& step : expr.steps) {
      for (Predicate& predicate : step.predicates) predicate.positional = is_positional(syntax, predicate);
    }
  }
  for (Expr& expr : syntax.exprs) {
    join_descendants(expr.steps);
    if (auto test = as_attribute_test(syntax, expr)) expr = std::move(*test);
  }
  for (Expr& expr : syntax.exprs) find_tests(syntax, expr.steps);
}

}  // namespace clean_article::html::xpath

// What makes evaluation quick, done once when an expression is read: "//a[…]" asks for descendants at once,
// predicates that do not count are marked, and the test for a class has an operation of its own. Never
// changes what an expression means.
#include <algorithm>
#include <optional>

#include "html/xpath_parser.hpp"
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

// "descendant-or-self::node()/child::x[…]" is "descendant::x[…]" unless a predicate counts children.
void join_descendants(std::vector<Step>& steps) {
  for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
    const Step& any = steps[i];
    const bool is_any =
        any.axis == Axis::kDescendantOrSelf && any.test == Test::kAnyNode && any.predicates.empty();
    Step& next = steps[i + 1];
    const bool is_counted = std::any_of(next.predicates.begin(), next.predicates.end(),
                                        [](const Predicate& p) { return p.positional; });
    if (!is_any || next.axis != Axis::kChild || is_counted) continue;
    next.axis = Axis::kDescendant;
    steps.erase(steps.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

bool is_literal(const Expr& expr, std::string_view text) {
  return expr.op == Op::kLiteral && expr.literal == text;
}

// "@name" and nothing else.
bool is_attribute(const Expr& expr) {
  return expr.op == Op::kPath && !expr.absolute && expr.steps.size() == 1 &&
         expr.steps[0].axis == Axis::kAttribute && expr.steps[0].test == Test::kName &&
         expr.steps[0].predicates.empty();
}

// The token of "contains(concat(' ', @name, ' '), ' token ')".
std::optional<Expr> as_token_test(const Syntax& syntax, const Expr& expr) {
  if (expr.op != Op::kCall || expr.function != Function::kContains) return std::nullopt;
  const Expr& padded = syntax.exprs[expr.args[0]];
  const Expr& token = syntax.exprs[expr.args[1]];
  if (padded.op != Op::kCall || padded.function != Function::kConcat || padded.args.size() != 3 ||
      !is_literal(syntax.exprs[padded.args[0]], " ") || !is_literal(syntax.exprs[padded.args[2]], " ")) {
    return std::nullopt;
  }
  if (token.op != Op::kLiteral || token.literal.size() < 3 || token.literal.front() != ' ' ||
      token.literal.back() != ' ') {
    return std::nullopt;
  }
  const std::string word = token.literal.substr(1, token.literal.size() - 2);
  if (std::any_of(word.begin(), word.end(), text::is_html_space)) return std::nullopt;

  const Expr* value = &syntax.exprs[padded.args[1]];
  const bool folds =
      value->op == Op::kCall && value->function == Function::kNormalizeSpace && value->args.size() == 1;
  if (folds) value = &syntax.exprs[value->args[0]];
  if (!is_attribute(*value)) return std::nullopt;
  Expr test;
  test.op = Op::kHasToken;
  test.type = Type::kBoolean;
  test.folds_space = folds;
  test.literal = word;
  test.steps = value->steps;
  return test;
}

}  // namespace

void simplify(Syntax& syntax) {
  for (Expr& expr : syntax.exprs) {
    for (Predicate& predicate : expr.predicates) predicate.positional = is_positional(syntax, predicate);
    for (Step& step : expr.steps) {
      for (Predicate& predicate : step.predicates) predicate.positional = is_positional(syntax, predicate);
    }
  }
  for (Expr& expr : syntax.exprs) {
    join_descendants(expr.steps);
    if (auto test = as_token_test(syntax, expr)) expr = std::move(*test);
  }
}

}  // namespace clean_article::html::xpath

#include "cleaner/page_for_rule.hpp"

#include <map>
#include <memory>
#include <vector>

#include "html/xpath/parser.hpp"

namespace clean_article::test {
namespace {

using html::xpath::AttributeTest;
using html::xpath::Axis;
using html::xpath::Expr;
using html::xpath::ExprId;
using html::xpath::Function;
using html::xpath::LocationStep;
using html::xpath::Op;
using html::xpath::Syntax;
using html::xpath::Test;

struct Made {
  std::string name;
  std::map<std::string, std::string> attributes;
  std::vector<std::unique_ptr<Made>> children;
  std::string text;
  int before = 0;  // brothers of the same name that stand before it
};

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

void write(const Made& made, std::string& out) {
  const bool is_cell = made.name == "td" || made.name == "th";
  const bool is_row = made.name == "tr";
  if (is_cell || is_row) out += is_cell ? "<table><tr>" : "<table>";
  for (int i = 0; i < made.before; ++i) out += "<" + made.name + ">~</" + made.name + ">";
  out += "<" + made.name;
  for (const auto& [name, value] : made.attributes) out += " " + name + "=\"" + escaped(value) + "\"";
  out += ">" + escaped(made.text);
  for (const auto& child : made.children) write(*child, out);
  const bool is_void = made.name == "meta" || made.name == "link" || made.name == "img";
  if (!is_void) out += "</" + made.name + ">";
  if (is_cell || is_row) out += is_cell ? "</tr></table>" : "</table>";
}

class Maker {
 public:
  Maker(const Syntax& syntax, std::string_view text) : syntax_(syntax), text_(text) {}

  std::optional<std::string> make() {
    Made top;
    make_path(path_of(syntax_.root), top, true);
    if (!able_) return std::nullopt;
    std::string out;
    for (const auto& child : top.children) write(*child, out);
    return out;
  }

 private:
  const Expr& expr(ExprId id) const { return syntax_.exprs[id]; }

  // The path that an expression is, or the first one of several.
  const Expr& path_of(ExprId id) {
    const Expr* e = &expr(id);
    while (e->op == Op::kUnion || (e->op == Op::kFilter && e->steps.empty())) e = &expr(e->args[0]);
    able_ = able_ && e->op == Op::kPath;
    return *e;
  }

  void make_path(const Expr& path, Made& from, bool is_goal) {
    Made* now = &from;
    for (const LocationStep& step : path.steps) {
      if (!able_) return;
      if (step.axis == Axis::kAttribute) {
        able_ = step.test == Test::kName && &step == &path.steps.back();
        now->attributes[step.name] = is_goal ? text_ : "x";
        return;
      }
      if (step.test == Test::kText) {
        if (is_goal) now->text += text_;
        return;
      }
      if (step.axis == Axis::kDescendantOrSelf || step.axis == Axis::kSelf) {
        for (const auto& predicate : step.predicates) satisfy(predicate.expr, *now);
        continue;
      }
      able_ = step.axis == Axis::kChild || step.axis == Axis::kDescendant;
      if (step.name == "html" || step.name == "body" || step.name == "head") {
        able_ = able_ && step.predicates.empty();
        continue;
      }
      now->children.push_back(std::make_unique<Made>());
      now = now->children.back().get();
      now->name = step.test == Test::kName ? step.name : "div";
      for (const auto& predicate : step.predicates) satisfy(predicate.expr, *now);
    }
    if (is_goal) now->text += text_;
  }

  // The attribute that "@name" names, "" for another expression.
  std::string attribute_of(ExprId id) const {
    const Expr* e = &expr(id);
    if (e->op == Op::kCall && e->function == Function::kNormalizeSpace && !e->args.empty())
      e = &expr(e->args[0]);
    const bool is_attribute =
        e->op == Op::kPath && e->steps.size() == 1 && e->steps[0].axis == Axis::kAttribute;
    return is_attribute ? e->steps[0].name : "";
  }
  bool is_own_text(ExprId id) const {
    const Expr& e = expr(id);
    return e.op == Op::kPath && e.steps.size() == 1 &&
           (e.steps[0].axis == Axis::kSelf || e.steps[0].test == Test::kText);
  }

  void add_word(std::string& value, const std::string& word) { value += value.empty() ? word : " " + word; }

  void satisfy(ExprId id, Made& made) {
    const Expr& e = expr(id);
    switch (e.op) {
      case Op::kAttributeTest:
        if (e.test == AttributeTest::kIs) {
          made.attributes[e.steps[0].name] = e.literal;
        } else {
          add_word(made.attributes[e.steps[0].name], e.literal);
        }
        return;
      case Op::kAnd:
        for (const ExprId arg : e.args) satisfy(arg, made);
        return;
      case Op::kOr:
        return satisfy(e.args[0], made);
      case Op::kNumber:
        able_ = able_ && e.number >= 1 && e.number < 10;
        made.before = static_cast<int>(e.number) - 1;
        return;
      case Op::kPath:
        return make_path(e, made, false);
      case Op::kEqual:
        if (expr(e.args[1]).op != Op::kLiteral) break;
        if (const std::string name = attribute_of(e.args[0]); !name.empty()) {
          made.attributes[name] = expr(e.args[1]).literal;
          return;
        }
        if (!is_own_text(e.args[0])) break;
        made.text = expr(e.args[1]).literal;
        return;
      case Op::kCall:
        if (e.function == Function::kNot || e.function == Function::kLast)
          return;  // whoever uses the page looks
        if (e.function != Function::kContains && e.function != Function::kStartsWith) break;
        if (expr(e.args[1]).op != Op::kLiteral) break;
        if (const std::string name = attribute_of(e.args[0]); !name.empty()) {
          return add_word(made.attributes[name], expr(e.args[1]).literal);
        }
        if (!is_own_text(e.args[0])) break;
        made.text = expr(e.args[1]).literal + " " + made.text;
        return;
      default:
        break;
    }
    able_ = false;
  }

  const Syntax& syntax_;
  std::string text_;
  bool able_ = true;
};

}  // namespace

std::optional<std::string> markup_for(std::string_view expression, std::string_view text) {
  const Result<Syntax> syntax = html::xpath::parse(expression);
  if (!syntax.ok()) return std::nullopt;
  return Maker(*syntax, text).make();
}

}  // namespace clean_article::test

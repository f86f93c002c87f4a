// The grammar of XPath 1.0 by recursive descent. An error is noted where it is met and ends the reading.
#include "html/xpath/parser.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "html/xpath/names.hpp"
#include "html/xpath/tokens.hpp"
#include "text/text.hpp"

namespace clean_article::html::xpath {
namespace {

// The longest expression among 8,552 that people wrote has 385 bytes and nests 6 deep.
constexpr std::size_t kMostBytes = 16'384;
constexpr int kMostNesting = 100;

class Parser {
 public:
  Parser(Syntax& syntax, const std::vector<Token>& tokens) : syntax_(syntax), tokens_(tokens) {}

  std::optional<Error> parse() {
    syntax_.root = parse_any_of(Op::kOr, "or");
    if (!error_ && now().kind != TokenKind::kEnd) fail("nothing more was expected");
    return error_;
  }

 private:
  const Token& now() const { return tokens_[at_]; }
  bool is(TokenKind kind, std::string_view text) const { return now().kind == kind && now().text == text; }
  bool is_mark(std::string_view text) const { return is(TokenKind::kMark, text); }
  bool is_sign(std::string_view text) const { return is(TokenKind::kOperator, text); }
  bool next_is_mark(std::string_view text) const {
    return at_ + 1 < tokens_.size() && tokens_[at_ + 1].kind == TokenKind::kMark &&
           tokens_[at_ + 1].text == text;
  }
  void step() {
    if (at_ + 1 < tokens_.size()) ++at_;
  }
  bool take_mark(std::string_view text) {
    if (!is_mark(text)) return false;
    step();
    return true;
  }
  void expect_mark(std::string_view text) {
    if (!take_mark(text)) fail("'" + std::string(text) + "' was expected");
  }
  void fail(const std::string& what) {
    if (error_) return;
    const std::string found = now().kind == TokenKind::kEnd ? "the end" : "'" + std::string(now().text) + "'";
    error_ = syntax_error(what + ", not " + found, now().place);
    at_ = tokens_.size() - 1;
  }
  ExprId add(Expr expr) {
    const auto nest = [&](ExprId id) { expr.depth = std::max(expr.depth, syntax_.exprs[id].depth + 1); };
    for (const ExprId arg : expr.args) nest(arg);
    for (const Predicate& predicate : expr.predicates) nest(predicate.expr);
    for (const LocationStep& step : expr.steps) {
      for (const Predicate& predicate : step.predicates) nest(predicate.expr);
    }
    if (expr.depth > kMostNesting) fail("nests deeper than this program follows");
    syntax_.exprs.push_back(std::move(expr));
    return static_cast<ExprId>(syntax_.exprs.size() - 1);
  }
  Type type_of(ExprId id) const { return syntax_.exprs[id].type; }

  // "a or b or c", "a and b": one expression of many, so that thousands do not nest.
  ExprId parse_any_of(Op op, std::string_view name) {
    const auto part = [&] { return op == Op::kOr ? parse_any_of(Op::kAnd, "and") : parse_binary(0); };
    if (op == Op::kOr && ++nesting_ > kMostNesting) fail("nests deeper than this program follows");
    std::vector<ExprId> args{part()};
    while (is_sign(name) && !error_) {
      step();
      args.push_back(part());
    }
    if (op == Op::kOr) --nesting_;
    if (args.size() == 1) return args[0];
    Expr expr;
    expr.op = op;
    expr.type = Type::kBoolean;
    expr.args = std::move(args);
    return add(std::move(expr));
  }

  const OperatorEntry* operator_at(int level) const {
    for (const OperatorEntry& entry : kOperators) {
      if (entry.level == level && is_sign(entry.sign)) return &entry;
    }
    return nullptr;
  }

  ExprId parse_binary(int level) {
    if (level == kLevels) return parse_unary();
    ExprId left = parse_binary(level + 1);
    for (const OperatorEntry* entry = operator_at(level); entry != nullptr; entry = operator_at(level)) {
      step();
      Expr expr;
      expr.op = entry->op;
      expr.type = entry->type;
      expr.args = {left, parse_binary(level + 1)};
      left = add(std::move(expr));
    }
    return left;
  }

  ExprId parse_unary() {
    bool negated = false;
    bool signed_at_all = false;
    while (is_sign("-")) {
      step();
      negated = !negated;
      signed_at_all = true;
    }
    ExprId id = parse_union();
    if (!signed_at_all) return id;
    for (int i = negated ? 1 : 2; i > 0; --i) {  // "--x" is a number, too
      Expr expr;
      expr.op = Op::kNegate;
      expr.type = Type::kNumber;
      expr.args = {id};
      id = add(std::move(expr));
    }
    return id;
  }

  ExprId parse_union() {
    std::vector<ExprId> args{parse_path()};
    while (is_sign("|") && !error_) {
      step();
      args.push_back(parse_path());
    }
    if (args.size() == 1) return args[0];
    for (const ExprId arg : args) {
      if (!error_ && type_of(arg) != Type::kNodes) fail("only paths can stand around '|'");
    }
    Expr expr;
    expr.op = Op::kUnion;
    expr.args = std::move(args);
    return add(std::move(expr));
  }

  bool begins_filter() const {
    if (is_mark("(") || now().kind == TokenKind::kLiteral || now().kind == TokenKind::kNumber) return true;
    const bool node_type = now().text == "text" || now().text == "node" || now().text == "comment" ||
                           now().text == "processing-instruction";
    return now().kind == TokenKind::kName && next_is_mark("(") && !node_type;
  }

  ExprId parse_path() {
    if (begins_filter()) return parse_filter();
    Expr path;
    if (is_sign("/") || is_sign("//")) {
      path.absolute = true;
      const bool only_root = is_sign("/");
      if (only_root) {
        step();
        if (!begins_step()) return add(std::move(path));
        parse_step(path.steps);
      }
    } else {
      parse_step(path.steps);
    }
    parse_more_steps(path.steps);
    return add(std::move(path));
  }

  void parse_more_steps(std::vector<LocationStep>& steps) {
    while ((is_sign("/") || is_sign("//")) && !error_) {
      if (is_sign("//")) {
        LocationStep any;
        any.axis = Axis::kDescendantOrSelf;
        steps.push_back(any);
      }
      step();
      parse_step(steps);
    }
  }

  ExprId parse_filter() {
    const ExprId base = parse_primary();
    Expr filter;
    filter.op = Op::kFilter;
    parse_predicates(filter.predicates);
    parse_more_steps(filter.steps);
    if (filter.predicates.empty() && filter.steps.empty()) return base;
    if (!error_ && type_of(base) != Type::kNodes) fail("only what gives nodes can have '[' or '/' behind it");
    filter.args = {base};
    return add(std::move(filter));
  }

  ExprId parse_primary() {
    Expr expr;
    if (take_mark("(")) {
      const ExprId id = parse_any_of(Op::kOr, "or");
      expect_mark(")");
      return id;
    }
    if (now().kind == TokenKind::kLiteral) {
      expr.op = Op::kLiteral;
      expr.type = Type::kString;
      expr.literal = now().text;
      step();
      return add(std::move(expr));
    }
    if (now().kind == TokenKind::kNumber) {
      expr.op = Op::kNumber;
      expr.type = Type::kNumber;
      std::from_chars(now().text.data(), now().text.data() + now().text.size(), expr.number);
      step();
      return add(std::move(expr));
    }
    return parse_call();
  }

  ExprId parse_call() {
    const FunctionEntry* found = nullptr;
    for (const FunctionEntry& entry : kFunctions) {
      if (entry.name == now().text) found = &entry;
    }
    if (found == nullptr) {
      fail("a function of XPath 1.0 was expected");
      return add({});
    }
    const Token name = now();
    step();
    expect_mark("(");
    Expr expr;
    expr.op = Op::kCall;
    expr.type = found->type;
    expr.function = found->function;
    if (!is_mark(")")) {
      do expr.args.push_back(parse_any_of(Op::kOr, "or"));
      while (take_mark(",") && !error_);
    }
    expect_mark(")");
    if (!error_) check_arguments(*found, name, expr.args);
    return add(std::move(expr));
  }

  void check_arguments(const FunctionEntry& entry, const Token& name, const std::vector<ExprId>& args) {
    if (args.size() < entry.least || args.size() > entry.most) {
      error_ = syntax_error("function " + std::string(entry.name) + "() has too " +
                                (args.size() < entry.least ? "few" : "many") + " arguments",
                            name.place);
    }
    const bool needs_nodes = entry.function == Function::kCount || entry.function == Function::kSum ||
                             entry.function == Function::kName || entry.function == Function::kLocalName;
    if (!error_ && needs_nodes && !args.empty() && type_of(args[0]) != Type::kNodes) {
      error_ = syntax_error("function " + std::string(entry.name) + "() needs a path", name.place);
    }
  }

  bool begins_step() const {
    return now().kind == TokenKind::kName || now().kind == TokenKind::kWildcard || is_mark("@") ||
           is_mark(".") || is_mark("..");
  }

  void parse_step(std::vector<LocationStep>& steps) {
    LocationStep made;
    if (take_mark(".")) {
      made.axis = Axis::kSelf;
    } else if (take_mark("..")) {
      made.axis = Axis::kParent;
    } else {
      if (take_mark("@")) {
        made.axis = Axis::kAttribute;
      } else if (now().kind == TokenKind::kName && next_is_mark("::")) {
        parse_axis(made);
      }
      parse_test(made);
    }
    parse_predicates(made.predicates);
    steps.push_back(std::move(made));
  }

  void parse_axis(LocationStep& made) {
    for (const AxisEntry& entry : kAxes) {
      if (entry.name != now().text) continue;
      made.axis = entry.axis;
      step();
      step();
      return;
    }
    fail("the name of an axis was expected");
  }

  void parse_test(LocationStep& made) {
    if (now().kind == TokenKind::kWildcard) {
      made.test = Test::kAnyName;
      step();
      return;
    }
    if (now().kind != TokenKind::kName) return fail("a name, '*' or a function was expected");
    if (!next_is_mark("(")) {
      made.test = Test::kName;
      for (const char c : now().text) made.name += text::ascii_lower(c);
      made.tag = tag_for_name(made.name);
      step();
      return;
    }
    const std::string_view type = now().text;
    if (type != "text" && type != "node" && type != "comment" && type != "processing-instruction") {
      return fail("text() or node() was expected");
    }
    made.test = type == "text" ? Test::kText : type == "node" ? Test::kAnyNode : Test::kNone;
    step();
    step();
    if (now().kind == TokenKind::kLiteral && type == "processing-instruction") step();
    expect_mark(")");
  }

  void parse_predicates(std::vector<Predicate>& predicates) {
    while (is_mark("[") && !error_) {
      step();
      Predicate predicate;
      predicate.expr = parse_any_of(Op::kOr, "or");
      predicates.push_back(predicate);
      expect_mark("]");
    }
  }

  Syntax& syntax_;
  const std::vector<Token>& tokens_;
  std::size_t at_ = 0;
  int nesting_ = 0;
  std::optional<Error> error_;
};

}  // namespace

Result<Syntax> parse(std::string_view expression) {
  if (expression.size() > kMostBytes) {
    return Error{ErrorKind::kUsage, "is longer than " + size_in_words(kMostBytes)};
  }
  const Result<std::vector<Token>> tokens = read_tokens(expression);
  if (!tokens) return tokens.error();
  Syntax syntax;
  syntax.text = expression;
  if (const auto error = Parser(syntax, *tokens).parse()) return *error;
  simplify(syntax);
  return syntax;
}

}  // namespace clean_article::html::xpath

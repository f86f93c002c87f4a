// A compiled XPath expression as a tree in one array: what the parser writes and the evaluator reads.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "html/tree/tag.hpp"

namespace clean_article::html::xpath {

using ExprId = std::uint32_t;

enum class Axis : std::uint8_t {
  kChild,
  kDescendant,
  kDescendantOrSelf,
  kSelf,
  kParent,
  kAncestor,
  kAncestorOrSelf,
  kFollowingSibling,
  kPrecedingSibling,
  kFollowing,
  kPreceding,
  kAttribute,
  kNamespace,  // always empty
};

enum class Test : std::uint8_t {
  kName,     // name()
  kAnyName,  // *
  kAnyNode,  // node()
  kText,     // text()
  kNone,     // comment(), processing-instruction(): a Document holds none
};

struct Predicate {
  ExprId expr = 0;
  bool positional = true;  // whether the answer may depend on position and size of its context
};

struct LocationStep {
  Axis axis = Axis::kChild;
  Test test = Test::kAnyNode;
  std::string name;         // lower case
  Tag tag = Tag::kUnknown;  // of the name, kUnknown when it is none that Document knows by number
  std::vector<Predicate> predicates;
  std::vector<ExprId> tests;  // of attributes: the first predicate holds only where one of these does
  bool by_parent = false;     // kDescendant: predicates count among the children of one parent, as after "//"
};

enum class Op : std::uint8_t {
  kOr,  // of all its args, as are kAnd and kUnion
  kAnd,
  kUnion,
  kEqual,
  kNotEqual,
  kLess,
  kLessEqual,
  kGreater,
  kGreaterEqual,
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo,
  kNegate,
  kNumber,
  kLiteral,
  kCall,
  kPath,           // from the context node, or from the root
  kFilter,         // args[0], then predicates, then steps: "(//p)[1]/a"
  kAttributeTest,  // what most predicates are: see AttributeTest
};

// Tests of one attribute against a literal.
enum class AttributeTest : std::uint8_t {
  kIs,         // @NAME = 'LITERAL'
  kContains,   // contains(@NAME, 'LITERAL')
  kBegins,     // starts-with(@NAME, 'LITERAL')
  kHasToken,   // contains(concat(' ', @NAME, ' '), ' LITERAL ')
  kHasFolded,  // the same of normalize-space(@NAME)
};

enum class Function : std::uint8_t {
  kLast,
  kPosition,
  kCount,
  kId,
  kLocalName,
  kNamespaceUri,
  kName,
  kString,
  kConcat,
  kStartsWith,
  kContains,
  kSubstringBefore,
  kSubstringAfter,
  kSubstring,
  kStringLength,
  kNormalizeSpace,
  kTranslate,
  kBoolean,
  kNot,
  kTrue,
  kFalse,
  kLang,
  kNumber,
  kSum,
  kFloor,
  kCeiling,
  kRound,
};

enum class Type : std::uint8_t { kNodes, kString, kNumber, kBoolean };

struct Expr {
  Op op = Op::kPath;
  Type type = Type::kNodes;
  Function function = Function::kTrue;
  bool absolute = false;  // kPath: begins at the root
  AttributeTest test = AttributeTest::kIs;
  int depth = 0;  // how deep expressions nest inside it
  double number = 0;
  std::string literal;  // of kLiteral and kAttributeTest
  std::vector<ExprId> args;
  std::vector<Predicate> predicates;  // kFilter
  std::vector<LocationStep> steps;    // kPath and kFilter; of kAttributeTest the attribute
};

// "@name" and nothing else.
inline bool is_attribute(const Expr& e) {
  return e.op == Op::kPath && !e.absolute && e.steps.size() == 1 && e.steps[0].axis == Axis::kAttribute &&
         e.steps[0].test == Test::kName && e.steps[0].predicates.empty();
}

struct Syntax {
  std::string text;
  std::vector<Expr> exprs;
  ExprId root = 0;
};

}  // namespace clean_article::html::xpath

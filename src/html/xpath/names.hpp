// The names that XPath 1.0 defines: functions, axes and operators. Knows what they are called and how they
// are used, not what they do.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "html/xpath/syntax.hpp"

namespace clean_article::html::xpath {

struct FunctionEntry {
  std::string_view name;
  Function function;
  Type type;
  std::size_t least, most;  // arguments
};

inline constexpr std::size_t kAnyNumber = 1'000'000;
inline constexpr auto kFunctions = std::to_array<FunctionEntry>({
    {"last", Function::kLast, Type::kNumber, 0, 0},
    {"position", Function::kPosition, Type::kNumber, 0, 0},
    {"count", Function::kCount, Type::kNumber, 1, 1},
    {"id", Function::kId, Type::kNodes, 1, 1},
    {"local-name", Function::kLocalName, Type::kString, 0, 1},
    {"namespace-uri", Function::kNamespaceUri, Type::kString, 0, 1},
    {"name", Function::kName, Type::kString, 0, 1},
    {"string", Function::kString, Type::kString, 0, 1},
    {"concat", Function::kConcat, Type::kString, 2, kAnyNumber},
    {"starts-with", Function::kStartsWith, Type::kBoolean, 2, 2},
    {"contains", Function::kContains, Type::kBoolean, 2, 2},
    {"substring-before", Function::kSubstringBefore, Type::kString, 2, 2},
    {"substring-after", Function::kSubstringAfter, Type::kString, 2, 2},
    {"substring", Function::kSubstring, Type::kString, 2, 3},
    {"string-length", Function::kStringLength, Type::kNumber, 0, 1},
    {"normalize-space", Function::kNormalizeSpace, Type::kString, 0, 1},
    {"translate", Function::kTranslate, Type::kString, 3, 3},
    {"boolean", Function::kBoolean, Type::kBoolean, 1, 1},
    {"not", Function::kNot, Type::kBoolean, 1, 1},
    {"true", Function::kTrue, Type::kBoolean, 0, 0},
    {"false", Function::kFalse, Type::kBoolean, 0, 0},
    {"lang", Function::kLang, Type::kBoolean, 1, 1},
    {"number", Function::kNumber, Type::kNumber, 0, 1},
    {"sum", Function::kSum, Type::kNumber, 1, 1},
    {"floor", Function::kFloor, Type::kNumber, 1, 1},
    {"ceiling", Function::kCeiling, Type::kNumber, 1, 1},
    {"round", Function::kRound, Type::kNumber, 1, 1},
});

struct AxisEntry {
  std::string_view name;
  Axis axis;
};

inline constexpr auto kAxes = std::to_array<AxisEntry>({
    {"child", Axis::kChild},
    {"descendant", Axis::kDescendant},
    {"descendant-or-self", Axis::kDescendantOrSelf},
    {"self", Axis::kSelf},
    {"parent", Axis::kParent},
    {"ancestor", Axis::kAncestor},
    {"ancestor-or-self", Axis::kAncestorOrSelf},
    {"following-sibling", Axis::kFollowingSibling},
    {"preceding-sibling", Axis::kPrecedingSibling},
    {"following", Axis::kFollowing},
    {"preceding", Axis::kPreceding},
    {"attribute", Axis::kAttribute},
    {"namespace", Axis::kNamespace},
});

// Binary operators that group from the left, by how tightly they bind.
struct OperatorEntry {
  std::string_view sign;
  int level;
  Op op;
  Type type;
};

inline constexpr int kLevels = 4;
inline constexpr auto kOperators = std::to_array<OperatorEntry>({
    {"=", 0, Op::kEqual, Type::kBoolean},
    {"!=", 0, Op::kNotEqual, Type::kBoolean},
    {"<", 1, Op::kLess, Type::kBoolean},
    {"<=", 1, Op::kLessEqual, Type::kBoolean},
    {">", 1, Op::kGreater, Type::kBoolean},
    {">=", 1, Op::kGreaterEqual, Type::kBoolean},
    {"+", 2, Op::kAdd, Type::kNumber},
    {"-", 2, Op::kSubtract, Type::kNumber},
    {"*", 3, Op::kMultiply, Type::kNumber},
    {"div", 3, Op::kDivide, Type::kNumber},
    {"mod", 3, Op::kModulo, Type::kNumber},
});

}  // namespace clean_article::html::xpath

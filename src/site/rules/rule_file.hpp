// Reading a site rule file: lines of "directive: value" as the Full-Text RSS community writes them, and the
// few directives of our own (rules/sites/README.md). Owns the list of directives; compiles nothing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::site {

enum class Directive : std::uint8_t {
  kBody,
  kTitle,
  kAuthor,
  kDate,
  kStrip,
  kStripIdOrClass,
  kStripImageSrc,
  kStripAttr,
  kPrune,
  kFindString,
  kReplaceString,  // with an argument it replaces that, without one the text of the find_string before it
  kHttpHeader,
  kNextPageLink,
  kSinglePageLink,
  kIfPageContains,
  kNativeAdClue,
  kAutodetectOnFailure,
  kWrapIn,
  kMoveInto,
  kAutodetectNextPage,
  kTestUrl,
  kTestContains,
  kDrop,
  kKeep,
  kNoEffect,     // known, and nothing to do for text: said by lint only
  kUnsupported,  // known, and not supported
};

// What may stand behind the colon.
enum class ValueKind : std::uint8_t { kExpression, kText, kYesNo };

// What may stand in parentheses behind the name.
enum class ArgumentKind : std::uint8_t { kNone, kCss, kText };

struct DirectiveEntry {
  std::string_view name;
  Directive directive;
  ValueKind value;
  ArgumentKind argument;
  std::string_view note;  // of kNoEffect and kUnsupported: why
};

std::span<const DirectiveEntry> directives();

struct RuleLine {
  Directive directive;
  bool is_css = false;     // the value is a CSS selector rather than XPath
  std::uint32_t line = 0;  // from 1
  std::string argument;    // of wrap_in(x), move_into(x), http_header(x), replace_string(x)
  std::string value;
  std::string guard;  // the if_page_contains under it, "" when there is none
};

enum class Severity : std::uint8_t { kNote, kWarning, kError };

// What a reader of the file should know. An error means that the line does nothing.
struct Complaint {
  Severity severity;
  std::uint32_t line;
  std::string message;
};

struct RuleFile {
  std::string name;  // as messages show it
  std::vector<RuleLine> lines;
  std::vector<RuleLine> idle;  // expressions of kNoEffect and kUnsupported, for who counts them
  std::vector<Complaint> complaints;
  bool has_directive = false;  // whether any line names one: where none does, the file is no rule
};

// Reads any bytes: what is no rule is complained of, each kind of thing once.
RuleFile read_rule_file(std::string_view content, std::string name);

}  // namespace clean_article::site

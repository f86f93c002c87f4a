#include "site/rules/rule_file.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "text/text.hpp"

namespace clean_article::site {
namespace {

constexpr std::string_view kLogin = "logging in is not supported: pages behind a login stay there";
constexpr std::string_view kForHtml = "changes how HTML looks, not which text is kept";
constexpr std::string_view kForParser = "this program has one HTML parser";
constexpr std::string_view kImages = "text has no images";

using enum Directive;
constexpr auto kDirectives = std::to_array<DirectiveEntry>({
    {"body", kBody, ValueKind::kExpression, ArgumentKind::kCss, ""},
    {"title", kTitle, ValueKind::kExpression, ArgumentKind::kCss, ""},
    {"author", kAuthor, ValueKind::kExpression, ArgumentKind::kCss, ""},
    {"date", kDate, ValueKind::kExpression, ArgumentKind::kCss, ""},
    {"strip", kStrip, ValueKind::kExpression, ArgumentKind::kCss, ""},
    {"strip_id_or_class", kStripIdOrClass, ValueKind::kText, ArgumentKind::kNone, ""},
    {"strip_image_src", kStripImageSrc, ValueKind::kText, ArgumentKind::kNone, ""},
    {"strip_attr", kStripAttr, ValueKind::kExpression, ArgumentKind::kNone, ""},
    {"prune", kPrune, ValueKind::kYesNo, ArgumentKind::kNone, ""},
    {"tidy", kNoEffect, ValueKind::kYesNo, ArgumentKind::kNone,
     "every page is parsed as browsers do, which tidies it"},
    {"find_string", kFindString, ValueKind::kText, ArgumentKind::kNone, ""},
    {"replace_string", kReplaceString, ValueKind::kText, ArgumentKind::kText, ""},
    {"http_header", kHttpHeader, ValueKind::kText, ArgumentKind::kText, ""},
    {"next_page_link", kNextPageLink, ValueKind::kExpression, ArgumentKind::kCss, ""},
    {"single_page_link", kSinglePageLink, ValueKind::kExpression, ArgumentKind::kCss, ""},
    {"if_page_contains", kIfPageContains, ValueKind::kExpression, ArgumentKind::kNone, ""},
    {"native_ad_clue", kNativeAdClue, ValueKind::kExpression, ArgumentKind::kCss, ""},
    {"autodetect_on_failure", kAutodetectOnFailure, ValueKind::kYesNo, ArgumentKind::kNone, ""},
    {"wrap_in", kWrapIn, ValueKind::kExpression, ArgumentKind::kText, ""},
    {"move_into", kMoveInto, ValueKind::kExpression, ArgumentKind::kText, ""},
    {"autodetect_next_page", kAutodetectNextPage, ValueKind::kYesNo, ArgumentKind::kNone, ""},
    {"test_url", kTestUrl, ValueKind::kText, ArgumentKind::kNone, ""},
    {"test_contains", kTestContains, ValueKind::kText, ArgumentKind::kNone, ""},
    {"drop", kDrop, ValueKind::kText, ArgumentKind::kNone, ""},
    {"keep", kKeep, ValueKind::kText, ArgumentKind::kNone, ""},

    {"dissolve", kNoEffect, ValueKind::kExpression, ArgumentKind::kNone,
     "the text inside stays, whatever its tag"},
    {"convert_double_br_tags", kNoEffect, ValueKind::kYesNo, ArgumentKind::kNone,
     "two <br> end a paragraph on every page"},
    {"skip_json_ld", kNoEffect, ValueKind::kYesNo, ArgumentKind::kNone,
     "a rule's own fields go first anyway"},
    {"parser", kNoEffect, ValueKind::kText, ArgumentKind::kNone, kForParser},
    {"footnotes", kNoEffect, ValueKind::kYesNo, ArgumentKind::kNone, kForHtml},
    {"strip_comments", kNoEffect, ValueKind::kYesNo, ArgumentKind::kNone, "HTML comments are never text"},
    {"insert_detected_image", kNoEffect, ValueKind::kYesNo, ArgumentKind::kNone, kImages},
    {"src_lazy_load_attr", kNoEffect, ValueKind::kText, ArgumentKind::kNone, kImages},
    {"post_strip_attr", kNoEffect, ValueKind::kExpression, ArgumentKind::kNone, kForHtml},
    {"single_page_link_in_feed", kUnsupported, ValueKind::kExpression, ArgumentKind::kNone,
     "this program reads no feeds"},
    {"skip_id_or_class", kUnsupported, ValueKind::kText, ArgumentKind::kNone,
     "no reader knows it; strip_id_or_class is meant"},
    {"requires_login", kUnsupported, ValueKind::kYesNo, ArgumentKind::kNone, kLogin},
    {"not_logged_in_xpath", kUnsupported, ValueKind::kExpression, ArgumentKind::kNone, kLogin},
    {"login_uri", kUnsupported, ValueKind::kText, ArgumentKind::kNone, kLogin},
    {"login_username_field", kUnsupported, ValueKind::kText, ArgumentKind::kNone, kLogin},
    {"login_password_field", kUnsupported, ValueKind::kText, ArgumentKind::kNone, kLogin},
    {"login_extra_fields", kUnsupported, ValueKind::kText, ArgumentKind::kNone, kLogin},
});

constexpr std::size_t kMostComplaints = 100;

const DirectiveEntry* find_directive(std::string_view name) {
  for (const DirectiveEntry& entry : kDirectives) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

std::optional<bool> read_yes_no(std::string_view word) {
  if (word == "yes" || word == "true" || word == "1") return true;
  if (word == "no" || word == "false" || word == "0") return false;
  return std::nullopt;
}

class Reader {
 public:
  explicit Reader(RuleFile& file) : file_(file) {}

  void read_line(std::string_view raw, std::uint32_t number) {
    number_ = number;
    const std::string_view line = text::trimmed(raw);
    if (line.empty() || line.front() == '#') return;
    if (line.starts_with("//")) return complain(Severity::kWarning, "a comment begins with '#', not '//'");
    const std::size_t at = std::min(line.find_first_of("(:"), line.size());
    const std::string_view name = text::trimmed(line.substr(0, at));
    std::string_view rest = line.substr(at);
    std::optional<std::string_view> argument;
    if (rest.starts_with('(')) {
      const std::size_t close = end_of_argument(rest);
      if (close == std::string_view::npos)
        return complain(Severity::kError, "'" + std::string(name) + "(…' lacks its '):'");
      argument = rest.substr(1, close - 1);
      rest = text::trimmed(rest.substr(close + 1));
    }
    const bool is_word = !name.empty() && std::all_of(name.begin(), name.end(), is_name);
    if (!is_word || !rest.starts_with(':')) return complain(Severity::kWarning, "is no 'directive: value'");
    take(name, argument, text::trimmed(rest.substr(1)));
  }

  void finish() {
    if (finds_ > 0) complain(Severity::kError, "the last find_string has no replace_string behind it");
  }

  void complain(Severity severity, const std::string& message) {
    if (!said_.insert(message).second || file_.complaints.size() >= kMostComplaints) return;
    file_.complaints.push_back({severity, number_, message});
  }

 private:
  static bool is_name(char c) {
    const char lower = text::ascii_lower(c);
    return (lower >= 'a' && lower <= 'z') || c == '_' || c == '-';
  }

  // The ')' before the first ':': the argument itself may hold either.
  static std::size_t end_of_argument(std::string_view rest) {
    for (std::size_t at = rest.find(')'); at != std::string_view::npos; at = rest.find(')', at + 1)) {
      if (text::trimmed(rest.substr(at + 1)).starts_with(':')) return at;
    }
    return std::string_view::npos;
  }

  void take(std::string_view name, std::optional<std::string_view> argument, std::string_view value) {
    const DirectiveEntry* entry = find_directive(name);
    file_.has_directive |= entry != nullptr;
    const std::string quoted = "'" + std::string(name) + "'";
    if (entry == nullptr)
      return complain(Severity::kWarning, "there is no directive " + quoted + nearest(name));
    if (entry->directive == kUnsupported || entry->directive == kNoEffect) {
      const bool unsupported = entry->directive == kUnsupported;
      if (entry->value == ValueKind::kExpression && file_.idle.size() < kMostRuleLines)
        file_.idle.push_back({entry->directive, false, number_, "", std::string(value), ""});
      // Of the six words of a login the first says it for all.
      const std::string what =
          entry->note == kLogin ? "" : quoted + (unsupported ? " is not supported: " : " has no effect: ");
      return complain(unsupported ? Severity::kWarning : Severity::kNote, what + std::string(entry->note));
    }
    RuleLine line{entry->directive,   false, number_, std::string(argument.value_or("")),
                  std::string(value), ""};
    if (!check_argument(*entry, argument, line)) return;
    if (value.empty() && entry->directive != kReplaceString)
      return complain(Severity::kError, quoted + " has no value");
    if (entry->value == ValueKind::kYesNo && !read_yes_no(value)) {
      return complain(Severity::kError, quoted + " needs yes or no, not '" + line.value + "'");
    }
    if (entry->value == ValueKind::kYesNo) line.value = *read_yes_no(value) ? "yes" : "no";
    add(std::move(line), argument.has_value());
  }

  bool check_argument(const DirectiveEntry& entry, std::optional<std::string_view> argument, RuleLine& line) {
    const std::string name(entry.name);
    if (entry.argument == ArgumentKind::kText && !argument && entry.directive != kReplaceString) {
      complain(Severity::kError, "'" + name + "' needs an argument: " + name + "(x): …");
      return false;
    }
    if (!argument) return true;
    if (entry.argument == ArgumentKind::kCss && *argument == "css") {
      line.is_css = true;
      return true;
    }
    if (entry.argument == ArgumentKind::kText && !argument->empty()) return true;
    complain(Severity::kError, "'" + name + "(" + std::string(*argument) + ")' has no meaning");
    return false;
  }

  // Lines that belong to the one before them are joined to it.
  void add(RuleLine line, bool has_argument) {
    const bool replaces_found = line.directive == kReplaceString && !has_argument;
    if (replaces_found) {
      if (finds_ == 0) return complain(Severity::kError, "replace_string without a find_string before it");
      // Several find_string, then as many replace_string, pair up in their order.
      line.argument = file_.lines[file_.lines.size() - finds_].value;
      line.line = file_.lines[file_.lines.size() - finds_].line;
      file_.lines.erase(file_.lines.end() - static_cast<std::ptrdiff_t>(finds_));
      --finds_;
      file_.lines.insert(file_.lines.end() - static_cast<std::ptrdiff_t>(finds_), std::move(line));
      return;
    }
    if (line.directive == kFindString) {
      ++finds_;
    } else if (finds_ > 0) {
      complain(Severity::kError, "find_string has no replace_string behind it");
      file_.lines.resize(file_.lines.size() - finds_);
      finds_ = 0;
    }
    if (line.directive == kIfPageContains) {
      if (file_.lines.empty())
        return complain(Severity::kError, "if_page_contains has no line before it to guard");
      file_.lines.back().guard = line.value;
      return;
    }
    file_.lines.push_back(std::move(line));
  }

  static std::string nearest(std::string_view name) {
    for (const DirectiveEntry& entry : kDirectives) {
      const bool same_letters =
          std::is_permutation(entry.name.begin(), entry.name.end(), name.begin(), name.end());
      const bool cut = name.size() + 1 == entry.name.size() && entry.name.starts_with(name);
      if (same_letters || cut) return "; is '" + std::string(entry.name) + "' meant?";
    }
    return "";
  }

  RuleFile& file_;
  std::uint32_t number_ = 0;
  std::size_t finds_ = 0;  // find_string lines at the end of the file's lines that wait for their replacement
  std::set<std::string> said_;
};

}  // namespace

std::span<const DirectiveEntry> directives() {
  return kDirectives;
}

RuleFile read_rule_file(std::string_view content, std::string name) {
  RuleFile file;
  file.name = std::move(name);
  if (content.starts_with("\xEF\xBB\xBF")) content.remove_prefix(3);
  Reader reader(file);
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = std::min(content.find('\n', at), content.size());
    reader.read_line(content.substr(at, end - at), ++number);
    at = end + 1;
    if (file.lines.size() > kMostRuleLines) {
      reader.complain(Severity::kError,
                      "has more than " + std::to_string(kMostRuleLines) + " lines; the rest is not read");
      break;
    }
  }
  reader.finish();
  return file;
}

}  // namespace clean_article::site

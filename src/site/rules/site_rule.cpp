#include "site/rules/site_rule.hpp"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "site/rules/css_selector.hpp"
#include "text/text.hpp"

namespace clean_article::site {
namespace {

// A page smaller than this may grow as if it had this size.
constexpr std::size_t kSmallPageBytes = kMebi;

// Of a file; who wrote it has a command for the others.
constexpr std::size_t kMostToldFaults = 10;

// What a pattern costs beside the bytes of the text: to be asked at all, and for how large it is. RE2 reads
// 200 MB/s where its automaton fits, and a hundredth of that where it does not.
constexpr std::size_t kBytesOfMatch = 16;
constexpr std::size_t kCostOfByte = 4;
constexpr std::size_t kStepsOfCost = 2;

// move_into(body) means what the rule takes for the body, not the page's element of that name.
constexpr std::string_view kBodyOfRule = "body";

// Headers that a rule may set. Whatever steers the connection, the body or a login stays ours.
constexpr std::array<std::string_view, 5> kSafeHeaders = {"accept", "accept-language", "cookie", "referer",
                                                          "user-agent"};

std::string unquoted(const std::string& value) {
  const bool quotes =
      value.size() > 2 && value.front() == value.back() && (value.front() == '\'' || value.front() == '"');
  return quotes ? value.substr(1, value.size() - 2) : value;
}

Result<html::XPath> compile(const std::string& value, bool is_css) {
  if (!is_css) return html::XPath::compile(value);
  const Result<std::string> translated = css_to_xpath(value);
  if (!translated) return translated.error();
  return html::XPath::compile(*translated);
}

// As find(), from `at` on. Compares first and last character at many places at once, in a loop that compilers
// make wide: pages are full of '<', at which find() stops each time.
std::size_t find_in_markup(std::string_view source, std::string_view wanted, std::size_t at) {
  constexpr std::size_t kAtOnce = 64;
  constexpr std::size_t kLong = 64;  // characters: for more there is a search that is never quadratic
  const std::size_t size = wanted.size();
  if (source.size() < at + size) return std::string_view::npos;
  if (size > kLong) {
    const void* found = ::memmem(source.data() + at, source.size() - at, wanted.data(), size);
    return found == nullptr ? std::string_view::npos
                            : static_cast<std::size_t>(static_cast<const char*>(found) - source.data());
  }
  const char first = wanted.front();
  const char last = wanted.back();
  const char* begins = source.data();
  const char* ends = begins + size - 1;
  const std::size_t behind = source.size() - size + 1;
  for (; at < behind; at += kAtOnce) {
    const std::size_t stop = std::min(at + kAtOnce, behind);
    if (stop - at == kAtOnce) {
      unsigned any = 0;
      for (std::size_t i = 0; i < kAtOnce; ++i)
        any |= static_cast<unsigned>((begins[at + i] == first) & (ends[at + i] == last));
      if (any == 0) continue;
    }
    for (std::size_t i = at; i < stop; ++i) {
      if (begins[i] == first && ends[i] == last && source.substr(i, size) == wanted) return i;
    }
  }
  return std::string_view::npos;
}

std::string replace_all(std::string_view source, const RuleReplacement& replacement, std::size_t most_bytes) {
  std::string out;
  std::size_t at = 0;
  while (true) {
    const std::size_t found = find_in_markup(source, replacement.from, at);
    if (found == std::string_view::npos) break;
    const std::size_t rest = source.size() - at - replacement.from.size();
    if (out.size() + rest + replacement.to.size() > most_bytes) break;
    out.append(source, at, found - at).append(replacement.to);
    at = found + replacement.from.size();
  }
  return out.append(source, at);
}

}  // namespace

Result<RulePattern> RulePattern::compile(const std::string& pattern, RuleOrigin origin) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(static_cast<std::int64_t>(kMostPatternBytes));
  auto expression = std::make_shared<const RE2>(pattern, options);
  if (!expression->ok()) return Error{ErrorKind::kUsage, "is no pattern: " + expression->error()};
  RulePattern made;
  made.expression_ = std::move(expression);
  made.origin_ = origin;
  return made;
}

bool RulePattern::matches(std::string_view block_text) const {
  return RE2::FullMatch(re2::StringPiece(block_text.data(), block_text.size()), *expression_);
}

std::size_t RulePattern::cost(std::string_view block_text) const {
  const auto steps = static_cast<std::size_t>(expression_->ProgramSize());
  return (block_text.size() + kBytesOfMatch) * (kCostOfByte + steps / kStepsOfCost);
}

bool SiteRule::touches_pages() const {
  const auto any = [](const auto&... lists) { return (!lists.empty() || ...); };
  return any(bodies, titles, authors, dates, strips, strip_attributes, wraps, moves, native_ads, single_pages,
             next_pages, strip_tokens, strip_images, replacements, drops, keeps) ||
         !autodetect_on_failure || autodetect_next_page || refused || !faults.empty();
}

std::optional<std::string> SiteRule::replace_in(std::string_view source, RuleWork& work) const {
  // What is longer than an input may be is no page any more.
  const std::size_t grown = std::max(source.size() * kMostReplacedGrowth, kSmallPageBytes);
  const std::size_t most_bytes = std::min(grown, std::max(source.size(), kMostInputBytes));
  std::optional<std::string> replaced;
  for (const RuleReplacement& replacement : replacements) {
    const std::string_view current = replaced ? std::string_view(*replaced) : source;
    if (!work.spend(current.size())) break;
    if (find_in_markup(current, replacement.from, 0) == std::string_view::npos) continue;
    // What is written anew is read, found again and copied.
    if (!work.spend(current.size() * kCostOfByte)) break;
    std::string next = replace_all(current, replacement, most_bytes);
    replaced = std::move(next);
  }
  return replaced;
}

void SiteRuleBuilder::add(RuleFile& file) {
  name_ = std::make_shared<const std::string>(file.name);
  rule_.file_names.push_back(name_);
  for (const RuleLine& line : file.lines) add_line(line, file);
  note_faults(file);
}

void SiteRuleBuilder::refuse(Error why) {
  if (!rule_.refused) rule_.refused = std::move(why);
}

void SiteRuleBuilder::note_faults(const RuleFile& file) {
  const auto told = [&](const Complaint& c) {
    return file.name + ":" + std::to_string(c.line) + ": " + c.message;
  };
  if (!file.has_directive && !file.complaints.empty())
    return refuse({ErrorKind::kInput, told(file.complaints.front()) + "; no line of the file is a rule"});
  std::size_t faults = 0;
  for (const Complaint& complaint : file.complaints)
    if (complaint.severity == Severity::kError && ++faults <= kMostToldFaults)
      rule_.faults.push_back(told(complaint));
  if (faults > kMostToldFaults)
    rule_.faults.push_back(file.name + ": and " + std::to_string(faults - kMostToldFaults) +
                           " lines more that do nothing ('rules lint' names them)");
}

void SiteRuleBuilder::add_expression(const RuleLine& line, std::vector<RuleExpression>& to, RuleFile& file) {
  Result<html::XPath> compiled = compile(line.value, line.is_css);
  if (!compiled) {
    file.complaints.push_back({Severity::kError, line.line, compiled.error().message + " in: " + line.value});
    return;
  }
  RuleExpression made{std::move(*compiled), {*name_, line.line}, line.argument, {}};
  if (!line.guard.empty()) {
    Result<html::XPath> guard = compile(line.guard, false);
    if (!guard) {
      file.complaints.push_back({Severity::kError, line.line, guard.error().message + " in: " + line.guard});
      return;
    }
    made.guard = std::move(*guard);
  }
  to.push_back(std::move(made));
}

void SiteRuleBuilder::add_move(const RuleLine& line, RuleFile& file) {
  std::optional<html::XPath> target;
  if (line.argument != kBodyOfRule) {
    Result<html::XPath> compiled = compile(line.argument, false);
    if (!compiled) {
      file.complaints.push_back(
          {Severity::kError, line.line, compiled.error().message + " in: " + line.argument});
      return;
    }
    target = std::move(*compiled);
  }
  const std::size_t before = rule_.moves.size();
  add_expression(line, rule_.moves, file);
  if (rule_.moves.size() > before) rule_.moves.back().target = std::move(target);
}

void SiteRuleBuilder::add_pattern(const RuleLine& line, std::vector<RulePattern>& to, RuleFile& file) {
  if (rule_.drops.size() + rule_.keeps.size() >= kMostPatterns) {
    file.complaints.push_back({Severity::kError, line.line,
                               "is beyond the limit of " + std::to_string(kMostPatterns) + " patterns"});
    return;
  }
  Result<RulePattern> pattern = RulePattern::compile(line.value, {*name_, line.line});
  if (pattern.ok()) {
    to.push_back(std::move(*pattern));
  } else {
    file.complaints.push_back({Severity::kError, line.line, pattern.error().message});
  }
}

void SiteRuleBuilder::add_header(const RuleLine& line, RuleFile& file) {
  std::string name = line.argument;
  for (char& c : name) c = text::ascii_lower(c);
  const bool plain = std::none_of(line.value.begin(), line.value.end(),
                                  [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; });
  if (std::find(kSafeHeaders.begin(), kSafeHeaders.end(), name) == kSafeHeaders.end()) {
    file.complaints.push_back(
        {Severity::kError, line.line, "a rule may not set the header '" + line.argument + "'"});
  } else if (!plain) {
    file.complaints.push_back({Severity::kError, line.line, "the header's value holds control characters"});
  } else if (std::none_of(rule_.http_headers.begin(), rule_.http_headers.end(),
                          [&](const auto& header) { return header.first == name; })) {
    rule_.http_headers.emplace_back(std::move(name), line.value);
  }
}

void SiteRuleBuilder::add_line(const RuleLine& line, RuleFile& file) {
  const RuleOrigin origin{*name_, line.line};
  switch (line.directive) {
    case Directive::kBody:
      return add_expression(line, rule_.bodies, file);
    case Directive::kTitle:
      return add_expression(line, rule_.titles, file);
    case Directive::kAuthor:
      return add_expression(line, rule_.authors, file);
    case Directive::kDate:
      return add_expression(line, rule_.dates, file);
    case Directive::kStrip:
      return add_expression(line, rule_.strips, file);
    case Directive::kStripAttr:
      return add_expression(line, rule_.strip_attributes, file);
    case Directive::kWrapIn:
      return add_expression(line, rule_.wraps, file);
    case Directive::kMoveInto:
      return add_move(line, file);
    case Directive::kNativeAdClue:
      return add_expression(line, rule_.native_ads, file);
    case Directive::kSinglePageLink:
      return add_expression(line, rule_.single_pages, file);
    case Directive::kNextPageLink:
      return add_expression(line, rule_.next_pages, file);
    case Directive::kStripIdOrClass:
      return rule_.strip_tokens.push_back({unquoted(line.value), origin});
    case Directive::kStripImageSrc:
      return rule_.strip_images.push_back({unquoted(line.value), origin});
    case Directive::kReplaceString:
      return rule_.replacements.push_back({line.argument, line.value, origin});
    case Directive::kHttpHeader:
      return add_header(line, file);
    case Directive::kDrop:
      return add_pattern(line, rule_.drops, file);
    case Directive::kKeep:
      return add_pattern(line, rule_.keeps, file);
    case Directive::kTestUrl:
      return rule_.tests.push_back({line.value, {}, origin});
    case Directive::kTestContains:
      if (!rule_.tests.empty() && rule_.tests.back().origin.file.data() == origin.file.data()) {
        rule_.tests.back().contains.push_back(line.value);
      } else {
        file.complaints.push_back(
            {Severity::kWarning, line.line, "test_contains without a test_url before it"});
      }
      return;
    case Directive::kPrune:
      if (!has_prune_) rule_.prune = line.value == "yes";
      has_prune_ = true;
      return;
    case Directive::kAutodetectOnFailure:
      if (!has_autodetect_) rule_.autodetect_on_failure = line.value == "yes";
      has_autodetect_ = true;
      return;
    case Directive::kAutodetectNextPage:
      if (!has_next_page_ && line.value == "yes") rule_.autodetect_next_page = origin;
      has_next_page_ = true;
      return;
    case Directive::kFindString:      // joined to its replace_string
    case Directive::kIfPageContains:  // joined to the line it guards
    case Directive::kNoEffect:
    case Directive::kUnsupported:
      return;
  }
}

}  // namespace clean_article::site

// The syntax of phrase lists: see phrase_list.hpp.
#include "site/phrases/phrase_list.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "site/phrases/fold.hpp"
#include "text/text.hpp"

namespace clean_article::site {
namespace {

// What a pattern may match when its line names no bound: a line, not a paragraph.
constexpr std::uint16_t kDefaultPatternWords = 20;

// Of words that a line may allow. Fewer than 600 characters hold, and far fewer than a paragraph of prose.
constexpr std::uint16_t kMostWords = 60;

// Of spellings one line may stand for: all of them lie in the program, and a folder's are made at every
// start.
constexpr std::size_t kMostSpellings = 2000;

constexpr std::string_view kRest = "…";

// "{" name "}" behind which a let line stands; not the {2,3} of a regular expression.
bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '_'; });
}

class ListReader {
 public:
  explicit ListReader(std::string_view file) : file_(file) {}

  Result<std::vector<PhraseEntry>> read(std::string_view content) {
    if (content.substr(0, 3) == "\xEF\xBB\xBF") content.remove_prefix(3);
    std::uint32_t lines = 0;
    std::string longer;  // a line and those that go on with it
    while (!content.empty() && !error_) {
      line_ = lines + 1;
      std::string_view line = next_line(content, lines);
      if (may_go_on(line) && is_indented(content)) {
        longer = text::trimmed(line);
        while (is_indented(content) && may_go_on(longer))
          join(text::trimmed(next_line(content, lines)), longer);
        line = longer;
      }
      read_line(text::trimmed(line));
    }
    if (error_) return *error_;
    return std::move(entries_);
  }

 private:
  static std::string_view next_line(std::string_view& content, std::uint32_t& lines) {
    const std::size_t end = std::min(content.find('\n'), content.size());
    const std::string_view line = content.substr(0, end);
    content.remove_prefix(std::min(end + 1, content.size()));
    ++lines;
    return line;
  }

  static bool is_let(std::string_view line) { return line.starts_with("let "); }

  // Whether indented lines behind a line go on with it: a let, a pattern without its end, a brace without its
  // partner.
  static bool may_go_on(std::string_view line) {
    if (line.empty() || line.front() == '#' || line.front() == '[') return false;
    if (is_let(line)) return true;
    if (line.front() != '/')
      return std::count(line.begin(), line.end(), '{') > std::count(line.begin(), line.end(), '}');
    const std::size_t close = line.rfind('/');
    return close == 0 || line.find_first_not_of("0123456789 \t\r", close + 1) != std::string_view::npos;
  }
  static bool is_indented(std::string_view content) {
    if (content.empty() || (content.front() != ' ' && content.front() != '\t')) return false;
    return !text::trimmed(content.substr(0, content.find('\n'))).empty();
  }
  // Of a let line each line is choices more.
  static void join(std::string_view line, std::string& longer) {
    while (!longer.empty() && text::is_html_space(longer.back())) longer.pop_back();
    if (is_let(longer) && longer.back() != '=' && longer.back() != '|' && line.front() != '|') longer += '|';
    longer += line;
  }

  void read_line(std::string_view line) {
    if (line.empty() || line.front() == '#') return;
    if (line.front() == '[') return read_section(line);
    if (is_let(line)) return read_let(line.substr(4));
    if (language_.empty()) return fail("a phrase before the first [language]");
    if (line.front() == '/') return read_pattern(line);
    read_phrase(line);
  }

  void read_section(std::string_view line) {
    if (line.back() != ']' || !is_name(line.substr(1, line.size() - 2))) {
      return fail("a section is [language], in small letters");
    }
    language_ = line.substr(1, line.size() - 2);
  }

  void read_let(std::string_view rest) {
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return fail("let wants a name, '=' and words between bars");
    const std::string_view name = text::trimmed(rest.substr(0, equals));
    const std::string_view value = text::trimmed(rest.substr(equals + 1));
    if (!is_name(name) || value.empty()) return fail("let wants a name, '=' and words between bars");
    lets_[std::string(name)] = with_lets(value);
  }

  // Every {name} as a group of an expression.
  std::string with_lets(std::string_view rest) {
    std::string out;
    while (!rest.empty()) {
      const std::size_t open = rest.find('{');
      const std::size_t shut = open == std::string_view::npos ? open : rest.find('}', open);
      if (shut == std::string_view::npos) break;
      const std::string_view name = rest.substr(open + 1, shut - open - 1);
      out += rest.substr(0, open);
      if (is_name(name)) {
        const auto let = lets_.find(name);
        if (let == lets_.end()) {
          fail("no let line names " + std::string(name));
        } else {
          out += "(?:" + let->second + ")";
        }
      } else {
        out += rest.substr(open, shut - open + 1);
      }
      rest.remove_prefix(shut + 1);
    }
    return out.append(rest);
  }

  // "/expression/" or "/expression/ 40".
  void read_pattern(std::string_view line) {
    const std::size_t close = line.rfind('/');
    if (close == 0) return fail("a pattern wants a closing slash");
    const std::optional<std::uint16_t> words = read_words(line.substr(close + 1), kDefaultPatternWords);
    if (!words) return;
    std::string pattern = with_lets(line.substr(1, close - 1));
    if (error_) return;
    entries_.push_back({PhraseForm::kPattern, *words, line_, language_, {}, {}, std::move(pattern)});
  }

  // "words", "words …12" or "words …names".
  void read_phrase(std::string_view line) {
    PhraseForm form = PhraseForm::kWhole;
    std::uint16_t max_words = 0;
    if (const std::size_t rest = line.find(kRest); rest != std::string_view::npos) {
      const std::string_view bound = text::trimmed(line.substr(rest + kRest.size()));
      form = PhraseForm::kPrefix;
      max_words = kMostNameWords;
      if (bound == "names") {
        form = PhraseForm::kNames;
      } else {
        const std::optional<std::uint16_t> words = read_words(bound, 0);
        if (!words) return;
        if (*words == 0) return fail("… wants the most words that may follow, or \"names\"");
        max_words = *words;
      }
      line = text::trimmed(line.substr(0, rest));
    }
    PhraseEntry entry{form, max_words, line_, language_, {}, {}, {}};
    expand(FoldedHash(entry.boundaries), line, entry);
    if (!error_) entries_.push_back(std::move(entry));
  }

  // Adds every spelling of what was read so far and `rest`, whose {a|b|} are choices and whose {name} are let
  // lines.
  void expand(FoldedHash text, std::string_view rest, PhraseEntry& entry) {
    const std::size_t open = rest.find('{');
    text.add(rest.substr(0, open));
    if (open == std::string_view::npos) return add_text(text, entry);
    const std::size_t shut = rest.find('}', open);
    if (shut == std::string_view::npos) return fail("a brace without its partner");
    std::string_view choices = rest.substr(open + 1, shut - open - 1);
    if (choices.find('|') == std::string_view::npos) {
      const auto let = lets_.find(choices);
      if (let == lets_.end()) return fail("no let line names " + std::string(choices));
      choices = let->second;
    }
    while (!error_) {
      const std::size_t bar = std::min(choices.find('|'), choices.size());
      FoldedHash chosen = text;
      chosen.add(choices.substr(0, bar));
      expand(chosen, rest.substr(shut + 1), entry);
      if (bar == choices.size()) break;
      choices.remove_prefix(bar + 1);
    }
  }

  void add_text(const FoldedHash& text, PhraseEntry& entry) {
    if (text.words() == 0) return fail("a phrase without a word");
    if (entry.texts.size() == kMostSpellings) return fail("the braces stand for too many spellings");
    const bool whole = entry.form == PhraseForm::kWhole;
    entry.texts.push_back({whole ? text.whole() : text.beginning(), static_cast<std::uint16_t>(text.words()),
                           static_cast<std::uint16_t>(whole ? text.whole_bytes() : text.beginning_bytes())});
  }

  // A bound behind a pattern or a prefix; `otherwise` where there is none; nothing after an error.
  std::optional<std::uint16_t> read_words(std::string_view text, std::uint16_t otherwise) {
    text = text::trimmed(text);
    if (text.empty()) return otherwise;
    std::uint16_t words = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), words);
    if (problem != std::errc() || end != text.data() + text.size() || words == 0 || words > kMostWords) {
      fail("a bound is a number of words from 1 to " + std::to_string(kMostWords));
      return std::nullopt;
    }
    return words;
  }

  void fail(const std::string& what) {
    if (!error_) error_ = Error{ErrorKind::kUsage, file_ + ":" + std::to_string(line_) + ": " + what};
  }

  // "By" and two authors with their middle names and offices.
  static constexpr std::uint16_t kMostNameWords = 12;

  std::string file_;
  std::uint32_t line_ = 0;
  std::string language_;
  std::map<std::string, std::string, std::less<>> lets_;
  std::vector<PhraseEntry> entries_;
  std::optional<Error> error_;
};

}  // namespace

Result<std::vector<PhraseEntry>> read_phrase_list(std::string_view content, std::string_view file) {
  return ListReader(file).read(content);
}

}  // namespace clean_article::site

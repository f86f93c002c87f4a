// Walking an expression with all ways tried in turn: see pattern_walk.hpp. What is left to do behind a group
// is handed into it as a function, so that nothing need be built beforehand.
#include "site/phrases/pattern_walk.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "text/text.hpp"

namespace clean_article::site {

namespace {

constexpr std::size_t kNoEnd = std::string_view::npos;

// ASCII alone, as RE2 has it.
bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
bool is_quantifier(char c) {
  return c == '?' || c == '*' || c == '+' || c == '{';
}

// The bytes of the character at `at`.
std::size_t character_bytes(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && text::is_continuation(text[end])) ++end;
  return end - at;
}

// Characters of UTF-8 have the order of their bytes.
bool in_range(std::string_view character, std::string_view first, std::string_view last) {
  return first <= character && character <= last;
}

// \w, \d, \s and their opposites.
bool is_class_letter(char c) {
  return c == 'w' || c == 'W' || c == 'd' || c == 'D' || c == 's' || c == 'S';
}
bool in_letter_class(std::string_view character, char letter) {
  const bool single = character.size() == 1;
  switch (letter) {
    case 'w':
      return single && is_word(character[0]);
    case 'W':
      return !single || !is_word(character[0]);
    case 'd':
      return single && is_digit(character[0]);
    case 'D':
      return !single || !is_digit(character[0]);
    case 's':
      return single && is_space(character[0]);
    default:
      return !single || !is_space(character[0]);
  }
}

struct Repeats {
  std::size_t least = 1;
  std::size_t most = 1;
  std::size_t end = 0;  // behind the quantifier
};
constexpr std::size_t kAnyNumber = std::numeric_limits<std::size_t>::max();

// "{2}", "{2,}" or "{2,4}" at `at`; ends at kNoEnd where it is none: RE2 takes it for characters then.
Repeats counted_repeats(std::string_view pattern, std::size_t at) {
  const auto number = [&](std::size_t& value) {
    const std::size_t begin = ++at;
    value = 0;
    for (; at < pattern.size() && is_digit(pattern[at]); ++at)
      value = value * 10 + static_cast<std::size_t>(pattern[at] - '0');
    return at > begin;
  };
  Repeats repeats{.end = kNoEnd};
  if (!number(repeats.least)) return repeats;
  repeats.most = repeats.least;
  if (pattern.substr(at, 1) == "," && !number(repeats.most)) repeats.most = kAnyNumber;
  if (pattern.substr(at, 1) == "}") repeats.end = at + 1;
  return repeats;
}

Repeats repeats_at(std::string_view pattern, std::size_t at) {
  Repeats repeats{.end = at};
  if (at >= pattern.size() || !is_quantifier(pattern[at])) return repeats;
  if (pattern[at] == '{') {
    repeats = counted_repeats(pattern, at);
  } else {
    repeats.least = pattern[at] == '+' ? 1 : 0;
    repeats.most = pattern[at] == '?' ? 1 : kAnyNumber;
    ++repeats.end;
  }
  // "as few as can be" changes which match is found, not whether there is one.
  if (repeats.end < pattern.size() && pattern[repeats.end] == '?') ++repeats.end;
  return repeats;
}

}  // namespace

PatternWalk::PatternWalk(std::string_view pattern) : pattern_(pattern) {
  if (pattern.size() >= std::numeric_limits<std::uint16_t>::max() || !link_up()) links_.clear();
}

// The ']' of a class; kNoEnd where it has what in_class() does not know.
std::size_t PatternWalk::class_end(std::size_t open) const {
  std::size_t at = open + 1;
  if (at < pattern_.size() && pattern_[at] == '^') ++at;
  for (const std::size_t first = at; at < pattern_.size(); ++at) {
    const char c = pattern_[at];
    if (c == ']' && at > first) return at;
    if (c == '[' && pattern_.substr(at, 2) == "[:") return kNoEnd;
    if (c != '\\') continue;
    if (++at == pattern_.size()) return kNoEnd;
    if (is_word(pattern_[at]) && !is_class_letter(pattern_[at])) return kNoEnd;
  }
  return kNoEnd;
}

bool PatternWalk::link_up() {
  constexpr std::size_t kWhole = kNoEnd;  // stands for the bracket around all of it
  links_.resize(pattern_.size() + 1);
  struct Open {
    std::size_t group;  // its '('
    std::size_t last;   // '(' or '|' whose sequence is being read
  };
  std::vector<Open> open = {{kWhole, kWhole}};
  const auto end_sequence = [&](std::size_t at) {
    if (open.back().last == kWhole) {
      first_end_ = at;
    } else {
      links_[open.back().last].next = static_cast<std::uint16_t>(at);
    }
    open.back().last = at;
  };
  for (std::size_t at = 0; at < pattern_.size(); ++at) {
    const char c = pattern_[at];
    const std::size_t begin = at;
    bool is_place = c == '^' || c == '$';  // it takes no character
    bool is_itself = false;
    if (c == '(') {
      if (pattern_.substr(at, 2) == "(?" && pattern_.substr(at, 3) != "(?:") return false;
      open.push_back({at, at});
      if (pattern_.substr(at, 3) == "(?:") at += 2;
      continue;
    }
    if (c == '|') {
      end_sequence(at);
      continue;
    }
    if (c == ')') {
      if (open.size() == 1) return false;
      end_sequence(at);
      links_[open.back().group].close = static_cast<std::uint16_t>(at);
      open.pop_back();
    } else if (c == '[') {
      const std::size_t close = class_end(at);
      if (close == kNoEnd) return false;
      links_[at].close = static_cast<std::uint16_t>(close);
      at = close;
    } else if (c == '\\') {
      if (++at == pattern_.size()) return false;
      const char escaped = pattern_[at];
      is_place = escaped == 'b' || escaped == 'B';
      if (is_word(escaped) && !is_place && !is_class_letter(escaped)) return false;
    } else {
      is_itself = c != '.' && !is_place;
      at += character_bytes(pattern_, at) - 1;
    }
    const Repeats repeats = repeats_at(pattern_, at + 1);
    if (repeats.end == kNoEnd || (is_place && repeats.end != at + 1)) return false;
    const bool is_plain = is_itself && repeats.end == at + 1;
    for (std::size_t byte = begin; is_plain && byte <= at; ++byte) links_[byte].is_plain = true;
    at = repeats.end - 1;
    if (repeats.end < pattern_.size() && is_quantifier(pattern_[repeats.end])) return false;
  }
  end_sequence(pattern_.size());
  return open.size() == 1;
}

// One text against one expression.
class PatternWalker {
 public:
  PatternWalker(const PatternWalk& walk, std::string_view text, std::size_t steps)
      : pattern_(walk.pattern_), links_(walk.links_.data()), text_(text), steps_left_(steps) {}

  // What is to follow at a place of the text.
  struct Then {
    bool (*call)(const void* self, std::size_t at);
    const void* self;
    bool operator()(std::size_t at) const { return call(self, at); }
  };
  template <typename Fn>
  static Then then_of(const Fn& fn) {
    return {[](const void* self, std::size_t at) { return (*static_cast<const Fn*>(self))(at); }, &fn};
  }

  // Sequences from `begin` on, the first of which ends at `end`, with '|' between them.
  bool alternatives(std::size_t begin, std::size_t end, std::size_t at, Then then) {
    while (true) {
      if (sequence(begin, end, at, then)) return true;
      if (gave_up_ || end >= pattern_.size() || pattern_[end] != '|') return false;
      begin = end + 1;
      end = links_[end].next;
    }
  }

  bool gave_up() const { return gave_up_; }
  std::size_t steps_left() const { return steps_left_; }

 private:
  static constexpr std::size_t kMostDepth = 400;

  bool sequence(std::size_t begin, std::size_t end, std::size_t at, Then then);
  bool group(std::size_t open, const Repeats& repeats, std::size_t done, std::size_t end, std::size_t at,
             Then then);
  bool characters(std::size_t begin, const Repeats& repeats, std::size_t end, std::size_t at, Then then);
  bool holds_here(char place, std::size_t at) const;
  std::size_t part_end(std::size_t begin) const;
  std::size_t behind_character(std::size_t part, std::size_t at) const;
  bool in_class(std::size_t open, std::string_view character) const;

  bool take_step() {
    gave_up_ = gave_up_ || steps_left_ == 0;
    if (!gave_up_) --steps_left_;
    return !gave_up_;
  }

  std::string_view pattern_;
  const PatternWalk::Link* links_;
  std::string_view text_;
  std::size_t steps_left_;
  std::size_t depth_ = 0;
  bool gave_up_ = false;
};

bool PatternWalker::sequence(std::size_t begin, std::size_t end, std::size_t at, Then then) {
  while (true) {
    // What stands for itself costs next to nothing, and tells most sequences.
    while (links_[begin].is_plain) {
      if (at >= text_.size() || text_[at] != pattern_[begin]) return false;
      ++begin;
      ++at;
    }
    if (begin >= end) return then(at);
    if (!take_step()) return false;
    const char c = pattern_[begin];
    if (c == '^' || c == '$') {
      if (!holds_here(c, at)) return false;
      ++begin;
      continue;
    }
    if (c == '\\' && (pattern_[begin + 1] == 'b' || pattern_[begin + 1] == 'B')) {
      if (!holds_here(pattern_[begin + 1], at)) return false;
      begin += 2;
      continue;
    }
    const std::size_t behind = part_end(begin);
    const Repeats repeats = repeats_at(pattern_, behind);
    if (c == '(') return group(begin, repeats, 0, end, at, then);
    if (repeats.end != behind) return characters(begin, repeats, end, at, then);
    at = behind_character(begin, at);
    if (at == kNoEnd) return false;
    begin = behind;
  }
}

// A group that has been passed `done` times already, and what follows it in its sequence.
bool PatternWalker::group(std::size_t open, const Repeats& repeats, std::size_t done, std::size_t end,
                          std::size_t at, Then then) {
  if (!take_step()) return false;
  if (++depth_ > kMostDepth) gave_up_ = true;
  bool found = false;
  if (!gave_up_ && done < repeats.most) {
    const auto again = [&](std::size_t next) {
      const bool is_idle = next == at && done >= repeats.least;  // it would go round for ever
      return !is_idle && group(open, repeats, done + 1, end, next, then);
    };
    const std::size_t inside = open + (pattern_.substr(open, 3) == "(?:" ? 3 : 1);
    found = alternatives(inside, links_[open].next, at, then_of(again));
  }
  if (!found && !gave_up_ && done >= repeats.least) found = sequence(repeats.end, end, at, then);
  --depth_;
  return found;
}

// A repeated character or class: as many as there are, then fewer and fewer.
bool PatternWalker::characters(std::size_t begin, const Repeats& repeats, std::size_t end, std::size_t at,
                               Then then) {
  std::size_t least_at = kNoEnd;
  std::size_t done = 0;
  for (; done < repeats.most && take_step(); ++done) {
    if (done == repeats.least) least_at = at;
    const std::size_t next = behind_character(begin, at);
    if (next == kNoEnd) break;
    at = next;
  }
  if (gave_up_ || done < repeats.least) return false;
  if (done == repeats.least) least_at = at;
  if (++depth_ > kMostDepth) gave_up_ = true;
  bool found = false;
  while (!gave_up_) {
    found = sequence(repeats.end, end, at, then);
    if (found || at == least_at) break;
    --at;
    while (at > least_at && text::is_continuation(text_[at])) --at;
  }
  --depth_;
  return found;
}

bool PatternWalker::holds_here(char place, std::size_t at) const {
  if (place == '^') return at == 0;
  if (place == '$') return at == text_.size();
  const bool word_before = at > 0 && is_word(text_[at - 1]);
  const bool word_behind = at < text_.size() && is_word(text_[at]);
  return (word_before != word_behind) == (place == 'b');
}

std::size_t PatternWalker::part_end(std::size_t begin) const {
  const char c = pattern_[begin];
  if (c == '(' || c == '[') return links_[begin].close + std::size_t{1};
  return c == '\\' ? begin + 2 : begin + character_bytes(pattern_, begin);
}

// Behind the character of the text that the part takes; kNoEnd where it takes none.
std::size_t PatternWalker::behind_character(std::size_t part, std::size_t at) const {
  if (at >= text_.size()) return kNoEnd;
  const char c = pattern_[part];
  if (c == '[' || c == '.' || (c == '\\' && is_class_letter(pattern_[part + 1]))) {
    const std::string_view character = text_.substr(at, character_bytes(text_, at));
    const bool fits = c == '['   ? in_class(part, character)
                      : c == '.' ? character != "\n"
                                 : in_letter_class(character, pattern_[part + 1]);
    return fits ? at + character.size() : kNoEnd;
  }
  if (c == '\\') return text_[at] == pattern_[part + 1] ? at + 1 : kNoEnd;
  if (text_[at] != c) return kNoEnd;
  const std::size_t bytes = character_bytes(pattern_, part);
  return text_.substr(at, bytes) == pattern_.substr(part, bytes) ? at + bytes : kNoEnd;
}

bool PatternWalker::in_class(std::size_t open, std::string_view character) const {
  const std::size_t close = links_[open].close;
  std::size_t at = open + 1;
  const bool is_other = pattern_[at] == '^';
  if (is_other) ++at;
  // One character of the class, or the letter of a class in it.
  const auto take = [&](bool& is_letter) {
    const bool escaped = pattern_[at] == '\\';
    if (escaped) ++at;
    is_letter = escaped && is_class_letter(pattern_[at]);
    const std::string_view taken = pattern_.substr(at, character_bytes(pattern_, at));
    at += taken.size();
    return taken;
  };
  bool found = false;
  while (at < close && !found) {
    bool is_letter = false;
    const std::string_view first = take(is_letter);
    if (is_letter) {
      found = in_letter_class(character, first.front());
    } else if (at + 1 < close && pattern_[at] == '-') {
      ++at;
      found = in_range(character, first, take(is_letter));
    } else {
      found = character == first;
    }
  }
  return found != is_other;
}

PatternWalk::Answer PatternWalk::match(std::string_view text, std::size_t& steps_left) const {
  if (!understands()) return Answer::kUnknown;
  PatternWalker walker(*this, text, steps_left);
  const auto at_end = [&](std::size_t at) { return at == text.size(); };
  const bool found = walker.alternatives(0, first_end_, 0, PatternWalker::then_of(at_end));
  steps_left = walker.steps_left();
  if (found) return Answer::kYes;
  return walker.gave_up() ? Answer::kUnknown : Answer::kNo;
}

}  // namespace clean_article::site

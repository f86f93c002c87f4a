#include "extract/finish/walls.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

struct Kind {
  std::string_view section;  // of rules/words/walls.txt
  std::string_view asks;
  float most_words;  // that such a page has; consent is asked for at length
};

constexpr std::array<Kind, 7> kKinds = {{
    {"challenge", "asks for a proof that its reader is no robot", 200},
    {"scripts", kAsksForScripts, 120},
    {"ad blocker", "asks for its ads to be shown", 200},
    {"consent", "asks for consent or a subscription", 600},
    {"log-in", "asks for a log-in", 120},
    {"error", "is an error page", 120},
    {"browser", "asks for a newer browser", 80},
}};
constexpr std::size_t kChallenge = 0;
constexpr std::size_t kLogIn = 4;
constexpr std::size_t kError = 5;
constexpr float kMostWordsOfAny = 600;

// A text in the form of the list's lines.
std::string folded(std::string_view utf8) {
  std::string lower = text::to_lower(text::fold_html_space(utf8));
  for (const std::string_view quote : {"\u2019", "\u2018", "\u02BC"})
    for (std::size_t at = lower.find(quote); at != std::string::npos; at = lower.find(quote, at))
      lower[at] = '\'', lower.erase(at + 1, quote.size() - 1);
  return lower;
}

// A line whose parts stand in a text in their order.
bool holds(std::string_view text, std::string_view line) {
  constexpr std::string_view kAnything = "…";
  constexpr std::size_t kFarthest = 80;  // bytes: the parts are of one sentence
  for (bool first = true;; first = false) {
    const std::size_t gap = line.find(kAnything);
    std::string_view part = line.substr(0, gap);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    const std::size_t at = text.find(part);
    if (at == std::string_view::npos || (!first && at > kFarthest)) return false;
    if (gap == std::string_view::npos) return true;
    text.remove_prefix(at + part.size());
    line.remove_prefix(gap + kAnything.size());
  }
}

struct KindWords {
  std::vector<std::string> titles;
  std::vector<std::string> lines;
};

struct WallWords {
  explicit WallWords(const site::Words& words) {
    for (const site::Word& word : words.list(site::WordList::kWalls)) {
      if (word.section == "challenge source") challenge_marks.emplace_back(word.text);
      for (std::size_t k = 0; k < kKinds.size(); ++k) {
        if (word.section == kKinds[k].section) kinds[k].lines.emplace_back(word.text);
        if (word.section == std::string(kKinds[k].section) + " title")
          kinds[k].titles.emplace_back(word.text);
      }
    }
  }

  std::array<KindWords, kKinds.size()> kinds;
  std::vector<std::string> challenge_marks;  // in the source
};

const WallWords& words() {
  return site::words_in_use().made<WallWords>();
}

constexpr std::size_t kNoKind = kKinds.size();

// The kind of wall whose sentences a block says.
std::size_t kind_of_block(std::string_view block) {
  const std::string text = folded(block);
  for (std::size_t k = 0; k < kKinds.size(); ++k)
    for (const std::string& line : words().kinds[k].lines)
      if (holds(text, line)) return k;
  return kNoKind;
}

// By the whole title, or its first or last part: "Just a moment... | Site".
std::size_t kind_of_title(std::string_view title) {
  const std::string whole = folded(title);
  std::vector<std::string_view> parts = {whole};
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " · ", ": "}) {
    if (const std::size_t at = whole.find(separator); at != std::string::npos)
      parts.push_back(std::string_view(whole).substr(0, at));
    if (const std::size_t at = whole.rfind(separator); at != std::string::npos)
      parts.push_back(std::string_view(whole).substr(at + separator.size()));
  }
  for (std::size_t k = 0; k < kKinds.size(); ++k)
    for (const std::string& line : words().kinds[k].titles)
      if (std::find(parts.begin(), parts.end(), line) != parts.end()) return k;
  return kNoKind;
}

bool asks_for_password(const Document& document) {
  for (NodeId id = 0; id < document.nodes().size(); ++id)
    if (document[id].tag == Tag::k_input && document.attribute(id, "type") == "password") return true;
  return false;
}

class Wall {
 public:
  Wall(const Document& document, const Survey& survey, std::span<const Verdict> verdicts)
      : document_(document), survey_(survey), verdicts_(verdicts) {}

  std::string_view find() {
    constexpr float kShort = 200;         // words: only consent is asked for in more
    constexpr double kConsentWords = 10;  // and then says so again and again
    for (std::size_t i = 0; i < survey_.size(); ++i)
      if (verdicts_[i].kept) kept_words_ += survey_.measure(i).words;
    if (kept_words_ > kMostWordsOfAny) return {};
    if (kept_words_ == 0 && survey_.total().words > double{kMostWordsOfAny}) return {};
    if (kept_words_ > kShort && survey_.total().consent_words < kConsentWords) return {};
    titled_ = survey_.facts->error_title ? kError : kind_of_title(survey_.facts->title);
    const std::size_t kind = find_kind();
    if (kind == kNoKind || kept_words_ > kKinds[kind].most_words) return {};
    return kKinds[kind].asks;
  }

 private:
  // Of the blocks that are kept, or of all where none is. False where text stands before all that a wall
  // says: then the rest need not be known.
  bool read_blocks() {
    constexpr float kSentence = 5;  // words
    for (std::size_t i = 0; i < survey_.size(); ++i) {
      if (kept_words_ > 0 && !verdicts_[i].kept) continue;
      const float words = survey_.measure(i).words;
      const std::size_t kind = kind_of_block(survey_.page->text_of(survey_.block(i)));
      if (kind != kNoKind) {
        if (said_ == kNoKind) said_ = kind;
        said_words_ += words;
      } else if (words >= kSentence && !survey_.is_heading(i)) {
        if (said_ == kNoKind && titled_ == kNoKind && kept_words_ > 0) return false;
        other_words_ += words;
      }
    }
    return true;
  }

  std::size_t find_kind() {
    // What such a page adds: how long it takes, whom to write to, a number to quote.
    constexpr float kMostOther = 25;  // words
    constexpr float kMostOtherShare = 0.25f;
    constexpr float kMostTitled = 60;  // where the title says what it is
    constexpr float kArticle = 20;     // words of a page that calls itself an article
    if (is_challenge()) return kChallenge;
    if (!read_blocks()) return kNoKind;  // the teaser before a wall is text
    if (survey_.facts->error_title) return kError;
    if (survey_.facts->declares_article() && other_words_ >= kArticle) return kNoKind;
    const bool says_little = other_words_ <= kMostOther || other_words_ <= kMostOtherShare * said_words_;
    if (titled_ != kNoKind && titled_ != kLogIn && other_words_ <= kMostTitled) return titled_;
    if (titled_ == kLogIn && says_little && asks_for_password(document_)) return titled_;
    return says_little ? said_ : kNoKind;
  }

  bool is_challenge() const {
    constexpr float kMostWords = 100;
    constexpr std::size_t kMostBytes = 60'000;  // such pages hold nothing else
    if (kept_words_ > kMostWords || document_.source().size() > kMostBytes) return false;
    return std::ranges::any_of(words().challenge_marks, [&](std::string_view mark) {
      return text::find_in(document_.source(), mark, 0) != std::string_view::npos;
    });
  }

  const Document& document_;
  const Survey& survey_;
  std::span<const Verdict> verdicts_;
  float kept_words_ = 0;
  float said_words_ = 0;   // in blocks that say what a wall says
  float other_words_ = 0;  // in other sentences
  std::size_t titled_ = kNoKind;
  std::size_t said_ = kNoKind;
};

}  // namespace

std::string_view find_wall(const html::Document& document, const Survey& survey,
                           std::span<const Verdict> verdicts) {
  return Wall(document, survey, verdicts).find();
}

}  // namespace clean_article::extract

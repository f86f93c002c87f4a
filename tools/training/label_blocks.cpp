// From alignment and snippets to labels. The thresholds are those of the study that found these labels
// to train best.
#include "label_blocks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "text/text.hpp"

namespace clean_article::training {
namespace {

constexpr std::size_t kRunWords = 3;        // a shorter run of partners is chance
constexpr float kContentShare = 0.5f;       // of a block's words, to call it content
constexpr std::size_t kRescueWords = 6;     // shorter blocks are not looked for out of order
constexpr std::size_t kGramWords = 4;       // out of order, a passage is known by its 4-grams
constexpr float kRescueShare = 0.7f;        // of a block's 4-grams
constexpr std::size_t kTellingChars = 20;   // a wanted snippet this long is no chance find
constexpr std::size_t kUnwantedRatio = 6;   // a block with an unwanted snippet is boilerplate up to this
constexpr std::size_t kUnwantedChars = 60;  // many times its length, or this many characters

using Gram = std::array<WordId, kGramWords>;

class Vocabulary {
 public:
  std::vector<WordId> ids(std::string_view text) {
    std::vector<WordId> result;
    for (std::string& word : split_words(text)) {
      const auto next = static_cast<WordId>(ids_.size());
      result.push_back(ids_.try_emplace(std::move(word), next).first->second);
    }
    return result;
  }

 private:
  std::unordered_map<std::string, WordId> ids_;
};

// For each word of the page the length of the unbroken run of partners that it stands in.
std::vector<std::size_t> run_lengths(std::span<const std::uint32_t> partners) {
  std::vector<std::size_t> lengths(partners.size(), 0);
  for (std::size_t begin = 0; begin < partners.size();) {
    std::size_t end = begin + 1;
    if (partners[begin] != kNoPartner) {
      while (end < partners.size() && partners[end] != kNoPartner && partners[end] == partners[end - 1] + 1)
        ++end;
      std::fill(lengths.begin() + static_cast<std::ptrdiff_t>(begin),
                lengths.begin() + static_cast<std::ptrdiff_t>(end), end - begin);
    }
    begin = end;
  }
  return lengths;
}

Gram gram_at(std::span<const WordId> words, std::size_t first) {
  Gram gram;
  std::copy_n(words.begin() + static_cast<std::ptrdiff_t>(first), kGramWords, gram.begin());
  return gram;
}

// What the order of the reference left over: its 4-grams without a word that a content block has used.
std::map<Gram, int> unused_grams(std::span<const WordId> reference, const std::vector<bool>& used) {
  std::map<Gram, int> grams;
  std::size_t free_words = 0;
  for (std::size_t i = 0; i < reference.size(); ++i) {
    free_words = used[i] ? 0 : free_words + 1;
    if (free_words >= kGramWords) ++grams[gram_at(reference, i + 1 - kGramWords)];
  }
  return grams;
}

// The share of a block's 4-grams among the unused ones; if it is high they are used up.
float rescue_share(std::span<const WordId> block, std::map<Gram, int>& grams) {
  std::vector<int*> found;
  const std::size_t count = block.size() + 1 - kGramWords;
  for (std::size_t i = 0; i < count; ++i) {
    const auto it = grams.find(gram_at(block, i));
    if (it != grams.end() && it->second > 0) found.push_back(&it->second);
  }
  const float share = static_cast<float>(found.size()) / static_cast<float>(count);
  if (share < kRescueShare) return 0;
  for (int* left : found) *left = std::max(*left - 1, 0);
  return share;
}

std::string folded(std::string_view utf8) {
  std::string result;
  bool space = false;
  for (std::size_t pos = 0; pos < utf8.size();) {
    const std::size_t begin = pos;
    if (text::is_space(text::next_code_point(utf8, pos))) {
      space = true;
      continue;
    }
    if (space && !result.empty()) result += ' ';
    space = false;
    result += utf8.substr(begin, pos - begin);
  }
  return result;
}

std::vector<std::size_t> blocks_with(std::span<const std::string> blocks, std::string_view snippet) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; !snippet.empty() && i < blocks.size(); ++i) {
    if (blocks[i].find(snippet) != std::string::npos) found.push_back(i);
  }
  return found;
}

}  // namespace

std::vector<std::string> split_words(std::string_view utf8) {
  std::vector<std::string> words;
  bool in_word = false;
  for (std::size_t pos = 0; pos < utf8.size();) {
    const char32_t c = text::next_code_point(utf8, pos);
    const bool is_word = text::is_word(c);
    if (is_word && !in_word) words.emplace_back();
    if (is_word) text::append_utf8(text::to_lower(c), words.back());
    in_word = is_word;
  }
  return words;
}

std::vector<float> content_shares(std::span<const std::string> blocks, std::string_view reference_text) {
  Vocabulary vocabulary;
  const std::vector<WordId> reference = vocabulary.ids(reference_text);
  std::vector<std::vector<WordId>> words;
  std::vector<WordId> page;
  for (const std::string& block : blocks) {
    words.push_back(vocabulary.ids(block));
    page.insert(page.end(), words.back().begin(), words.back().end());
  }
  const std::vector<std::uint32_t> partners = align_words(page, reference);
  const std::vector<std::size_t> runs = run_lengths(partners);

  std::vector<float> shares(blocks.size(), 0);
  std::vector<bool> used(reference.size(), false);
  for (std::size_t block = 0, begin = 0; block < blocks.size(); begin += words[block++].size()) {
    const std::size_t length = words[block].size();
    if (length == 0) continue;
    std::size_t inside = 0;
    for (std::size_t i = begin; i < begin + length; ++i) inside += runs[i] >= std::min(kRunWords, length);
    shares[block] = static_cast<float>(inside) / static_cast<float>(length);
    if (shares[block] < kContentShare) continue;
    for (std::size_t i = begin; i < begin + length; ++i) {
      if (partners[i] != kNoPartner) used[partners[i]] = true;
    }
  }
  std::map<Gram, int> grams = unused_grams(reference, used);
  for (std::size_t block = 0; block < blocks.size() && !grams.empty(); ++block) {
    if (shares[block] >= kContentShare || words[block].size() < kRescueWords) continue;
    shares[block] = std::max(shares[block], rescue_share(words[block], grams));
  }
  return shares;
}

std::vector<Label> label_by_reference(std::span<const std::string> blocks, std::string_view reference,
                                      std::string_view optional_text) {
  const std::vector<float> shares = content_shares(blocks, reference);
  const std::vector<float> optional_shares = content_shares(blocks, optional_text);
  std::vector<Label> labels(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    labels[i] = shares[i] >= kContentShare            ? Label::kContent
                : optional_shares[i] >= kContentShare ? Label::kUnknown
                                                      : Label::kBoilerplate;
  }
  return labels;
}

std::vector<Label> label_by_snippets(std::span<const std::string> blocks, std::span<const std::string> wanted,
                                     std::span<const std::string> unwanted) {
  std::vector<std::string> texts;
  for (const std::string& block : blocks) texts.push_back(folded(block));
  std::vector<Label> labels(blocks.size(), Label::kUnknown);
  for (const std::string& raw : unwanted) {
    const std::string snippet = folded(raw);
    const std::size_t limit = std::max(kUnwantedRatio * text::count_code_points(snippet), kUnwantedChars);
    for (const std::size_t block : blocks_with(texts, snippet)) {
      if (text::count_code_points(texts[block]) <= limit) labels[block] = Label::kBoilerplate;
    }
  }
  for (const std::string& raw : wanted) {
    const std::string snippet = folded(raw);
    const std::vector<std::size_t> found = blocks_with(texts, snippet);
    if (found.empty() || (found.size() > 1 && text::count_code_points(snippet) < kTellingChars)) continue;
    const auto longest = std::max_element(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
      return text::count_code_points(texts[a]) < text::count_code_points(texts[b]);
    });
    labels[*longest] = Label::kContent;
  }
  return labels;
}

}  // namespace clean_article::training

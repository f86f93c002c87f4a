#include "cleaner/refusals.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "text/text.hpp"

namespace clean_article {

bool looks_binary(std::string_view utf8) {
  constexpr std::size_t kLookedAt = 4'096;      // bytes
  constexpr std::size_t kTextPerControl = 100;  // bytes of text that excuse one
  const std::string_view head = utf8.substr(0, kLookedAt);
  std::size_t controls = 0;
  for (const char c : head) controls += (c >= 0 && c < ' ' && !text::is_html_space(c)) || c == '\x7F' ? 1 : 0;
  return controls * kTextPerControl > head.size();
}

std::optional<Error> foreign(std::string_view bytes) {
  const std::string_view kind = text::foreign_kind(bytes);
  if (kind.empty()) return std::nullopt;
  return Error{ErrorKind::kNotHtml, std::string(kind) + ", not a page"};
}

std::string why_no_article(std::string_view utf8, const extract::Extraction& extraction) {
  constexpr double kFewWords = 30;  // a paragraph: with less an article cannot be told from a line of a menu
  const auto& verdicts = *extraction.verdicts;
  if (std::all_of(utf8.begin(), utf8.end(), text::is_html_space)) return "the page is empty";
  if (verdicts.empty()) return "the page shows no text";
  for (const extract::Verdict& v : verdicts)
    if (v.rule != nullptr && v.rule->phase == extract::Phase::kRefuse)
      return "this is an " + std::string(v.reason);
  double words = 0;
  for (const extract::Measure& m : extraction.survey->measures->blocks) words += m.words;
  if (words < kFewWords)
    return words < 2 ? "one word is too little to tell by"
                     : std::to_string(static_cast<int>(words)) + " words are too few to tell by";
  return "nothing on the page reads like one";
}

std::optional<Error> unsure(const std::string& confidence, double least) {
  if (confidence.empty() || std::strtod(confidence.c_str(), nullptr) >= least) return std::nullopt;
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%g", least);
  return Error{ErrorKind::kUnwanted, "its confidence is " + confidence + ", under " + digits.data()};
}

std::vector<std::string> limits_met(const html::Document& document, const extract::Blocks& blocks,
                                    const Limits& limits) {
  std::uint32_t tags = 0;  // up to the last that made an element
  std::uint32_t deepest = 0;
  for (const html::Node& node : document.nodes()) {
    if (node.tag == html::Tag::kText) continue;
    if (node.source != html::Document::kImplied) tags = std::max(tags, node.source + 1);
    deepest = std::max<std::uint32_t>(deepest, node.depth + 1u);
  }
  std::vector<std::string> met;
  if (tags >= limits.max_elements)
    met.push_back("only the first " + std::to_string(limits.max_elements) +
                  " elements are read as such; of what follows there is the text alone");
  if (deepest >= limits.max_depth)
    met.push_back("elements nest " + std::to_string(limits.max_depth) +
                  " deep; of deeper ones there is the text alone");
  if (blocks.blocks.size() >= kMostBlocks)
    met.push_back("it has more than " + std::to_string(kMostBlocks) +
                  " blocks of text; the last holds all that is left");
  return met;
}

}  // namespace clean_article

// What finishing rules know of a page: survey, phrases, verdicts so far, and what several of them ask for,
// computed once and only if asked for. Knows no rule; verdicts change through Marker alone.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "extract/finish/rule.hpp"
#include "extract/finish/verdict.hpp"
#include "extract/survey/survey.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

using PhraseMatches = std::vector<std::vector<site::PhraseMatch>>;  // per block

// The text that is being finished.
enum class FinishedText : std::uint8_t { kPage, kBody, kUnprunedBody };

// A page to finish. Views; all must outlive the finish.
struct FinishTask {
  const html::Document& document;
  Blocks& page;
  const Survey& survey;
  const PhraseMatches& matches;
  std::vector<Verdict>& verdicts;  // one a block, scores filled in
  FinishedText text = FinishedText::kPage;
  bool comments_asked = false;
  bool standfirst_asked = false;
};

class FinishContext {
 public:
  explicit FinishContext(const FinishTask& task);

  const html::Document& document() const { return task_.document; }
  const Survey& survey() const { return task_.survey; }
  const PageFacts& facts() const { return *task_.survey.facts; }
  // Whether it is the body that a site's rule has found.
  bool is_body() const { return task_.text != FinishedText::kPage; }
  std::size_t size() const { return task_.survey.size(); }
  std::string_view text_of(std::size_t i) const { return task_.page.text_of(task_.page.blocks[i]); }

  const Verdict& verdict(std::size_t i) const { return task_.verdicts[i]; }
  bool is_kept(std::size_t i) const { return task_.verdicts[i].kept; }
  float score(std::size_t i) const { return task_.verdicts[i].score; }
  std::span<const Verdict> verdicts() const { return task_.verdicts; }

  // What the page is where it is no article, fit to stand behind "the page "; "" where no rule refused it.
  std::string_view refused_as() const { return refused_as_; }

  PhraseBits phrases(std::size_t i) const { return (*task_.survey.phrases)[i]; }
  // The first match of a block by a list of these classes, or null.
  const site::PhraseMatch* match(std::size_t i, PhraseBits classes) const;

  // Whether a rule has anything to do here, before it looks at a block.
  bool concerns(const FinishRule& rule) const;
  bool passes(Gate gate) const;
  // Whether lines that name author or date are furniture: in articles, in threads, and wherever they come
  // again and again. On other pages dates and names may be what the page is about.
  bool shows_bylines() const;
  // Whether a block is such a line.
  bool is_byline(std::size_t i) const;

  // The kept text as it is now.
  struct Kept {
    std::size_t first = 0, end = 0;  // blocks; both 0 where nothing is kept
    float words = 0;
  };
  const Kept& kept() const;
  // Verdicts have changed since the last rule ran.
  void forget_kept() { kept_.reset(); }

  // The words of blocks `begin` to `end`, each as likely as it is content.
  double likely_words(std::size_t begin, std::size_t end) const;
  double words(std::size_t begin, std::size_t end) const {
    return task_.survey.before[end].words - task_.survey.before[begin].words;
  }

  // Where what stands under a heading ends: with the outermost element that the heading begins (reviews have
  // titles, too). Where that is the heading alone, what stands beside it up to the next one of its level or a
  // higher one.
  std::size_t end_of_section(std::size_t heading) const;
  bool begins_element(std::size_t heading) const;

 private:
  friend class Marker;
  std::uint32_t begun_by(std::size_t heading) const;

  FinishTask task_;
  PhraseBits phrases_of_page_ = 0;
  std::string_view refused_as_;
  mutable std::optional<bool> shows_bylines_;
  mutable std::optional<Kept> kept_;                 // until a verdict changes
  mutable std::vector<double> likely_words_before_;  // empty until asked for
};

}  // namespace clean_article::extract

// A scorer that judges nothing: it hands out scores that were computed elsewhere, or none. For tools that
// must not depend on the trees compiled in, such as the one that exports what the next trees learn from.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "extract/extract.hpp"

namespace clean_article::training {

class GivenScores : public extract::Scorer {
 public:
  GivenScores() = default;
  // One score a block; they must outlive their use.
  explicit GivenScores(std::span<const float> scores) : scores_(scores) {}

  void score(const extract::Survey& survey, const extract::SignalTable& /*signals*/,
             std::vector<float>& out) const override {
    out.assign(survey.size(), 0.0f);
    std::copy_n(scores_.begin(), std::min(scores_.size(), out.size()), out.begin());
  }

  std::vector<std::vector<extract::Influence>> influences(const extract::SignalTable& /*signals*/,
                                                          std::size_t /*most*/) const override {
    return {};
  }

 private:
  std::span<const float> scores_;
};

}  // namespace clean_article::training

#include "extract/scorer.hpp"

#include <algorithm>
#include <cmath>

namespace clean_article::extract {

namespace {

struct Weight {
  Signal signal;
  float weight;
  float least, most;  // the signal is held to this range
};

// A hand-set start, behind the interface of the learned scorer.
constexpr float kBias = -3.2f;
constexpr Weight kWeights[] = {
    {Signal::chars, 0.006f, 0, 300},
    {Signal::link_density, -3.0f, 0, 1},
    {Signal::function_density, 5.0f, 0, 0.4f},
    {Signal::ends_sentence, 0.6f, 0, 1},
    {Signal::mass70_inside, 1.0f, 0, 1},
    {Signal::mass85_inside, 1.2f, 0, 1},
    {Signal::parent_relative, 1.8f, 0, 1},
    {Signal::near_nav, 0.03f, 0, 40},
    {Signal::near_footer, 0.03f, 0, 40},
    {Signal::class_near_comment, 0.02f, 0, 40},
    {Signal::phrases, -1.5f, 0, 2},
    {Signal::title_overlap, -2.0f, 0, 1},
    {Signal::window5_paragraph_share, 1.2f, 0, 1},
    {Signal::near_figcaption, 0.02f, 0, 40},
};

class LinearScorer : public Scorer {
 public:
  void score(const Survey& survey, const SignalTable& signals, std::vector<float>& out) const override {
    out.resize(survey.size());
    for (std::size_t i = 0; i < out.size(); ++i) {
      float margin = kBias;
      for (const Weight& w : kWeights)
        margin += w.weight * std::clamp(signals.get(i, w.signal), w.least, w.most);
      out[i] = 1 / (1 + std::exp(-margin));
    }
  }
};

}  // namespace

const Scorer& page_scorer() {
  static const LinearScorer scorer;
  return scorer;
}

}  // namespace clean_article::extract

// What is known of a choice as a whole, and who has a confidence and who has none. The model is learned: of
// it only the direction is held.
#include "extract/confidence/confidence.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "extract/confidence/choice_facts.hpp"
#include "extract/scorer/dump_scorer.hpp"
#include "extract/scorer/scorer.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

// Gives the n-th block the n-th score, 0 behind the last.
class ListedScores : public Scorer {
 public:
  explicit ListedScores(std::vector<float> scores) : scores_(std::move(scores)) {}
  void score(const Survey& survey, const SignalTable&, std::vector<float>& out) const override {
    out = scores_;
    out.resize(survey.size(), 0.0f);
  }
  std::vector<std::vector<Influence>> influences(const SignalTable&, std::size_t) const override {
    return {};
  }

 private:
  std::vector<float> scores_;
};

// A page and who judges it.
struct JudgedPage {
  JudgedPage(const std::string& html, const Scorer& scorer)
      : extraction(extractor.extract(parser.parse(html), scorer)) {}

  html::Parser parser{Limits{}};
  Extractor extractor{site::Phrases::built_in()};
  Extraction extraction;
};

float fact(const std::vector<float>& facts, std::string_view name) {
  const auto names = choice_fact_names();
  const auto at = std::find(names.begin(), names.end(), name);
  REQUIRE(at != names.end());
  return facts[static_cast<std::size_t>(at - names.begin())];
}

std::string paragraphs(int count) {
  std::string html = "<html><body>";
  for (int i = 0; i < count; ++i)
    html += "<p>The ferry number " + std::to_string(i) +
            " left the harbour at dawn, and nobody on the quay saw it come back before the evening bell.</p>";
  return html + "</body></html>";
}

}  // namespace

TEST_CASE("facts of a choice: how much, how sure, and how it lies") {
  const ListedScores scores({0.1f, 0.9f, 0.9f, 0.2f, 0.9f, 0.1f});
  const JudgedPage page(paragraphs(6), scores);
  const std::vector<float> facts = choice_facts(page.extraction);
  REQUIRE(facts.size() == choice_fact_names().size());
  CHECK(fact(facts, "blocks") == 3);
  CHECK(fact(facts, "block_share") == Approx(0.5));
  CHECK(fact(facts, "share") == Approx(0.5));
  CHECK(fact(facts, "precision") == Approx(0.9));
  CHECK(fact(facts, "recall") == Approx(2.7 / 3.1));
  CHECK(fact(facts, "least_kept") == Approx(0.9));
  CHECK(fact(facts, "best_left") == Approx(0.2));
  CHECK(fact(facts, "first") == Approx(1 / 6.0));
  CHECK(fact(facts, "behind") == Approx(1 / 6.0));
  CHECK(fact(facts, "runs") == 2);
  CHECK(fact(facts, "gap") == Approx(1 / 3.0));
  CHECK(fact(facts, "between") == Approx(0.2 / 3.1));
  CHECK(fact(facts, "before") == Approx(0.1 / 3.1));
  CHECK(fact(facts, "after") == Approx(0.1 / 3.1));
  CHECK(fact(facts, "short_blocks") == 0);
}

TEST_CASE("a choice that the scorer is sure of has more confidence than a doubtful one") {
  const ListedScores sure(std::vector<float>(12, 0.99f));
  const ListedScores doubtful({0.5f, 0.4f, 0.5f, 0.3f, 0.4f, 0.5f, 0.3f, 0.5f, 0.4f, 0.5f, 0.3f, 0.4f});
  const auto high = confidence(JudgedPage(paragraphs(12), sure).extraction);
  const auto low = confidence(JudgedPage(paragraphs(12), doubtful).extraction);
  REQUIRE(high);
  REQUIRE(low);
  CHECK(*high > *low);
  CHECK(*high <= 1);
  CHECK(*low >= 0);
}

TEST_CASE("no confidence where the page's scorer chose no text") {
  const ListedScores nothing({});
  CHECK_FALSE(confidence(JudgedPage(paragraphs(4), nothing).extraction));

  html::Parser parser{Limits{}};
  Extractor extractor(site::Phrases::built_in());
  const auto& lines = parser.parse_lines("A first paragraph of a text that was copied without its markup.\n");
  CHECK_FALSE(confidence(extractor.extract(lines, dump_scorer())));
  CHECK_FALSE(confidence(extractor.take_whole(lines, "JSON-LD articleBody")));
}

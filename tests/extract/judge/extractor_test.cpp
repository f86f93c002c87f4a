// The order of the steps, with a scorer that a test sets: what is excluded, what is chosen, and when a site's
// rule is too old for its page.
#include "extract/judge/extractor.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "catch.hpp"
#include "finish/rules/page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

using Texts = std::vector<std::string>;

// Gives each text the score that it is told, or one for all others.
class ToldScorer : public Scorer {
 public:
  ToldScorer(std::map<std::string, float> told, float others) : told_(std::move(told)), others_(others) {}

  void score(const Survey& survey, const SignalTable& /*signals*/, std::vector<float>& out) const override {
    out.clear();
    for (std::size_t i = 0; i < survey.size(); ++i) {
      const auto known = told_.find(std::string(survey.page->text_of(survey.block(i))));
      out.push_back(known == told_.end() ? others_ : known->second);
    }
  }
  std::vector<std::vector<Influence>> influences(const SignalTable&, std::size_t) const override {
    return {};
  }

 private:
  std::map<std::string, float> told_;
  float others_;
};

struct Judged {
  Texts kept;
  std::vector<Verdict> verdicts;
  bool by_rule = false;
};

Judged taken(const Extraction& extraction) {
  Judged judged;
  judged.verdicts = *extraction.verdicts;
  for (std::size_t i = 0; i < judged.verdicts.size(); ++i)
    if (judged.verdicts[i].kept)
      judged.kept.emplace_back(extraction.page->text_of(extraction.page->blocks[i]));
  return judged;
}

Judged judge(const std::string& html, const ToldScorer& scorer) {
  html::Parser parser{Limits{}};
  Extractor extractor(site::Phrases::built_in());
  return taken(extractor.extract(parser.parse(html), scorer));
}

Judged judge_with_rule(const std::string& rule_text, const std::string& html, const ToldScorer& scorer) {
  site::RuleFile file = site::read_rule_file(rule_text, "x.txt");
  site::SiteRuleBuilder builder;
  builder.add(file);
  const auto rule = builder.finish();
  html::Parser parser{Limits{}};
  const html::Document& document = parser.parse(html);
  site::RuleApplier applier;
  const site::AppliedRule applied = applier.apply(*rule, document, "");
  Extractor extractor(site::Phrases::built_in());
  const RuleExtraction made = extractor.extract_with_rule(*rule, applied, scorer);
  Judged judged = taken(made.extraction);
  judged.by_rule = made.is_body;
  return judged;
}

}  // namespace

TEST_CASE("What is excluded takes no part in the choice, unless nothing else is there to choose") {
  const std::string footer = "<footer>" + p("The mill, Truro") + "</footer>";
  const ToldScorer scorer({{"The mill, Truro", 0.9f}, {"Flour", 0.9f}, {"Menu", 0.01f}}, 0);
  CHECK(judge(p("Flour") + footer, scorer).kept == Texts{"Flour"});
  const Judged alone = judge(p("Menu") + footer, scorer);
  CHECK(alone.kept == Texts{"The mill, Truro"});
}

TEST_CASE("An article that says a sentence is not about what is excluded") {
  const std::string footer = "<footer>" + p("The mill, Truro") + "</footer>";
  const std::string article = "<meta property='og:type' content='article'>";
  const std::string item = "The mill of Truro stays closed until the water falls.";
  const auto kept = [&](const std::string& html, float score) {
    return judge(html, ToldScorer({{"The mill, Truro", 0.9f}, {item, score}}, 0)).kept;
  };
  CHECK(kept(article + p(item) + footer, 0.1f) == Texts{item});
  CHECK(kept(article + p(item) + footer, 0.09f) == Texts{"The mill, Truro"});
  CHECK(kept(p(item) + footer, 0.1f) == Texts{"The mill, Truro"});
  const ToldScorer label({{"The mill, Truro", 0.9f}, {"The mill of Truro", 0.2f}}, 0);
  CHECK(judge(article + p("The mill of Truro") + footer, label).kept == Texts{"The mill, Truro"});
}

TEST_CASE("A page of which nothing is chosen is empty, save for what a rule took") {
  const Judged judged = judge(p("Menu") + p("Home"), ToldScorer({}, 0.2f));
  CHECK(judged.kept.empty());
  for (const Verdict& verdict : judged.verdicts) CHECK(verdict.step == Step::kEmptyPage);
}

TEST_CASE("A body with a fifth of the words that the scorer takes was written for an older page") {
  const ToldScorer scorer({}, 0.9f);
  const auto is_of_rule = [&](int words_of_body, const std::string& more = "") {
    const std::string page =
        "<div class=a>" + p(words(words_of_body)) + "</div>" + p(words(200 - words_of_body));
    return judge_with_rule("body: //div[@class='a']\n" + more, page, scorer).by_rule;
  };
  CHECK(is_of_rule(41));
  CHECK_FALSE(is_of_rule(40));
  CHECK(is_of_rule(40, "autodetect_on_failure: no\n"));
}

TEST_CASE("Where the scorer finds no text at all the body stays whole") {
  const std::string page = "<div class=a>" + p("Flour") + p("Salt") + "</div>" + p("Menu");
  CHECK(judge_with_rule("body: //div[@class='a']\n", page, ToldScorer({}, 0.01f)).kept ==
        Texts{"Flour", "Salt"});
  const ToldScorer scorer({{"Salt", 0.05f}}, 0.9f);
  CHECK(judge_with_rule("body: //div[@class='a']\n", page, scorer).kept == Texts{"Flour"});
}

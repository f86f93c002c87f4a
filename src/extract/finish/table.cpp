// The table. A new rule is a row here, a function in a file of its own in rules/ that rules.hpp declares, and
// a test of the same name in tests/extract/finish/rules/.
#include "extract/finish/table.hpp"

#include <algorithm>

#include "extract/finish/rules/rules.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using enum Phase;
using enum Gate;
using enum Scope;
using enum site::PhraseClass;

using namespace rules;

constexpr PhraseBits p(site::PhraseClass c) {
  return phrase_bit(c);
}

// Columns are those of FinishRule. Within a phase, too, the order matters: a heading has lost its text only
// when that is gone, a copy is one of what is kept by then.
// clang-format off
constexpr FinishRule kTable[] = {
    {"overlay", "consent notice or other overlay", kExclude, kAny, kPage, 0, overlay},
    {"page-footer", "footer of the page", kExclude, kAny, kPage, 0, page_footer},
    {"author-section", "section about the author", kExclude, kArticle, kPage, p(kAuthorBox), author_section},
    {"related-section", "section of other stories", kExclude, kArticle, kPage, p(kRelated), related_section},
    {"comments-section", "what readers wrote", kExclude, kNotThread, kPage, 0, comments_section},
    {"next-article", "another article behind it", kExclude, kNotThread, kPage, 0, next_article},
    {"teasers", "list of other stories", kExclude, kNotThread, kPage, 0, teasers},
    {"dialog", "dialog", kExclude, kNotArticle, kPage, 0, dialog},
    {"small-print", "small print", kExclude, kNotArticle, kPage, 0, small_print},
    {"footer-class", "named a footer", kExclude, kNotArticle, kPage, 0, footer_class},
    {"unseen", "seen by no reader", kExclude, kNotArticle, kPage, 0, unseen},
    {"refinement", "narrows down goods or hits", kExclude, kNotArticle, kPage, 0, refinement},
    {"reviews", "customers' reviews", kExclude, kNotArticle, kPage, p(kReviews), shop_section},
    {"product-reviews", "reviews of the product", kExclude, kOneProduct, kPage, p(kProductReviews), shop_section},
    {"other-goods", "beside the product", kExclude, kOneProduct, kPage, p(kOtherGoods), shop_section},

    {"card-line", "as in the other cards", kKeep, kAny, kBoth, 0, card_line},
    {"recipe", "ingredient or step of a recipe", kKeep, kAny, kBoth, 0, recipe},
    {"whole-table", "of a kept table", kKeep, kAny, kBoth, 0, whole_table},
    {"code-between", "code between kept text", kKeep, kAny, kBoth, 0, code_between},
    {"heading-between", "heading or quote of kept text", kKeep, kAny, kBoth, 0, heading_between},
    {"list-gap", "between kept ones of its list", kKeep, kNotArticle, kBoth, 0, list_gap},
    {"whole-list", "beside a kept one of its list", kKeep, kAny, kBoth, 0, whole_list},
    {"thread-post", "post of the thread", kKeep, kAny, kPage, 0, thread_post},
    {"story-begins", "where the story begins", kKeep, kArticle, kBoth, p(kRefersBack), story_begins},
    {"short-item", "of a short item under its title", kKeep, kNotThread, kPage, 0, short_item},
    {"embedded-post", "post that the text shows", kKeep, kAny, kBoth, 0, embedded_post},
    {"footnote", "note that the text leads to", kKeep, kAny, kBoth, 0, footnote},
    {"source-line", "source of the text, its last line", kKeep, kAny, kBoth, p(kSourceLine), source_line},

    {"torn-table", "of a table that is not kept", kDrop, kAny, kBoth, 0, torn_table},
    {"hidden", "no reader sees it", kDrop, kAny, kBoth, 0, hidden},
    {"share", "share or follow bar", kDrop, kAny, kAlways, p(kShare), phrase},
    {"icon-alt", "text of an icon", kDrop, kAny, kAlways, p(kIconAlt), phrase},
    {"newsletter", "newsletter box", kDrop, kAny, kAlways, p(kNewsletter), phrase},
    {"read-more", "link to more", kDrop, kAny, kAlways, p(kReadMore), doubtful_phrase},
    {"read-also", "leads to another story", kDrop, kAny, kAlways, p(kReadAlso), read_also},
    {"capital-link", "link in capital letters", kDrop, kArticle, kBoth, 0, capital_link},
    {"related", "other stories or tags", kDrop, kAny, kAlways, p(kRelated), doubtful_phrase},
    {"advertisement", "mark of an advertisement", kDrop, kAny, kAlways, p(kAdvertisement), phrase},
    {"cookie", "cookie notice", kDrop, kAny, kAlways, p(kCookie), phrase},
    {"copyright", "line of a page's foot", kDrop, kAny, kAlways, p(kCopyright), doubtful_phrase},
    {"disclaimer", "disclaimer or risk warning", kDrop, kAny, kAlways, 0, disclaimer},
    {"placeholder", "for content that is held back", kDrop, kAny, kAlways, p(kPlaceholder), phrase},
    {"form", "message of a form", kDrop, kAny, kAlways, p(kForm), phrase},
    {"appeal", "asks readers for something", kDrop, kAny, kAlways, p(kAppeal), phrase},
    {"licence", "who may publish it again", kDrop, kAny, kAlways, p(kLicence), phrase},
    {"article-tools", "tools of the article", kDrop, kAny, kAlways, p(kArticleTools), article_tools},
    {"byline", "names author or date", kDrop, kBylines, kAlways, p(kByline), byline},
    {"date-line", "names and dates, no more", kDrop, kAny, kAlways, 0, date_line},
    {"comments-heading", "heading over comments", kDrop, kBylines, kAlways, p(kComments), comments_heading},
    {"caption", "caption of a picture", kDrop, kArticle, kBoth, 0, caption},
    {"caption-line", "caption that no element marks", kDrop, kAny, kBoth, 0, caption_line},
    {"title", "title", kDrop, kAny, kAlways, 0, title},
    {"title-with-byline", "title and byline in one", kDrop, kAny, kAlways, 0, title_with_byline},
    {"repeated-title", "title again", kDrop, kBylines, kAlways, 0, repeated_title},
    {"side-column", "column beside posts", kDrop, kAny, kPage, 0, side_column},
    {"remark", "remark under an answer", kDrop, kAny, kBoth, 0, remark},
    {"infobox", "infobox", kDrop, kAny, kBoth, 0, infobox},
    {"signature", "signature under a post", kDrop, kAny, kBoth, 0, signature},
    {"post-prompt", "prompt in a post's place", kDrop, kAny, kBoth, 0, post_prompt},
    {"excerpt", "excerpt of the text below", kDrop, kAny, kBoth, 0, excerpt},
    {"copy", "said above", kDrop, kAny, kBoth, 0, copy},
    {"biography", "who the author is", kDrop, kArticle, kBoth, 0, biography},
    {"pull-quote", "pull quote", kDrop, kAny, kBoth, 0, pull_quote},
    {"standfirst", "line under the title", kDrop, kStandfirstUnasked, kBoth, 0, standfirst},
    {"press-contact", "whom the press may ask", kDrop, kAny, kBoth, p(kPressContact), press_contact},
    {"sign-off", "mark of author or agency at the end", kDrop, kNotThread, kBoth, 0, sign_off},
    {"lonely-heading", "heading with nothing under it", kDrop, kAny, kBoth, 0, lonely_heading},

    {"dek", "line under the title, asked for", kRestore, kStandfirstAsked, kBoth, 0, dek},
    {"comments", "comment of a reader, asked for", kRestore, kCommentsAsked, kBoth, 0, comments},
    {"error-page", "error page", kRefuse, kErrorTitle, kPage, 0, error_page},
    {"wall", "stands before what was asked for", kRefuse, kAny, kPage, 0, wall},
    {"permalink", "link of a heading to itself", kEdit, kAny, kAlways, 0, permalink},
};
// clang-format on

static_assert(std::ranges::is_sorted(kTable, {}, &FinishRule::phase), "a row stands in another phase");

}  // namespace

std::span<const FinishRule> finish_rules() {
  return kTable;
}

Result<RulesOff> RulesOff::of(const std::vector<std::string>& names) {
  static_assert(std::size(kTable) <= kMostRules);
  RulesOff off;
  for (const std::string& name : names) {
    const auto* found = std::ranges::find(kTable, name, &FinishRule::name);
    if (found == std::end(kTable)) {
      const auto* nearest = std::ranges::min_element(
          kTable, {}, [&](const FinishRule& rule) { return text::edit_distance(name, rule.name); });
      return Error{ErrorKind::kUsage, "there is no finishing rule '" + name + "'; is '" +
                                          std::string(nearest->name) + "' meant?"};
    }
    off.bits_.set(static_cast<std::size_t>(found - std::begin(kTable)));
  }
  return off;
}

std::string_view phase_name(Phase phase) {
  switch (phase) {
    case Phase::kExclude:
      return "exclude";
    case Phase::kKeep:
      return "keep";
    case Phase::kDrop:
      return "drop";
    case Phase::kRestore:
      return "restore";
    case Phase::kRefuse:
      return "refuse";
    case Phase::kEdit:
      return "edit";
  }
  return "";
}

std::string_view gate_name(Gate gate) {
  switch (gate) {
    case Gate::kAny:
      return "any page";
    case Gate::kArticle:
      return "article";
    case Gate::kNotArticle:
      return "no article";
    case Gate::kNotThread:
      return "no thread";
    case Gate::kOneProduct:
      return "product";
    case Gate::kBylines:
      return "with bylines";
    case Gate::kErrorTitle:
      return "error title";
    case Gate::kCommentsAsked:
      return "--comments";
    case Gate::kStandfirstUnasked:
      return "article";
    case Gate::kStandfirstAsked:
      return "--standfirst";
  }
  return "";
}

std::string_view decided_by(const Verdict& verdict) {
  switch (verdict.step) {
    case Step::kScorer:
      return "scorer";
    case Step::kEmptyPage:
      return "empty page";
    case Step::kFinish:
      return verdict.rule->name;
    case Step::kRescue:
      return "rescue";
    case Step::kSiteRule:
      return "rule";
  }
  return "";
}

}  // namespace clean_article::extract

// A site rule on a page: what it finds, what it takes away. Owns the order in which directives work; knows
// neither blocks nor the network.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "site/rules/site_rule.hpp"

namespace clean_article::site {

// An element or text that a rule took out, with all that is in it.
struct StrippedNode {
  html::NodeId node;  // of the whole page
  html::NodeId end;   // one past its last descendant
  RuleOrigin origin;
};

// A field of the article that a rule names.
struct RuleField {
  std::string value;  // white space folded
  RuleOrigin origin;
};

struct AppliedRule {
  const html::DocumentPart* rest = nullptr;  // the page without what was stripped
  // Of that the body's nodes with the elements around them, and the head; nullptr where none was found.
  const html::DocumentPart* body = nullptr;
  RuleOrigin body_origin;              // the expression that matched
  std::vector<StrippedNode> stripped;  // in document order; none inside another

  std::optional<RuleField> title, date;
  std::vector<RuleField> authors;
  std::optional<RuleField> single_page, next_page;  // links as they stand on the page
  std::optional<RuleOrigin> native_ad;              // what says that the page is an advertisement
  std::optional<Error> refused;                     // expressions that were too costly found nothing
  RuleWork work;                                    // what is left for the rule's other lines
};

// Applies rules to one page after the other and reuses its memory. One per thread.
class RuleApplier {
 public:
  // `page_url` is "" when unknown; then the address that the page gives itself stands for it. The parts'
  // origins are ids of `page`, which must outlive the answer's use, as must the rule; they are valid until
  // the next call.
  // What it reads is taken off `work`.
  AppliedRule apply(const SiteRule& rule, const html::Document& page, std::string_view page_url,
                    RuleWork work = RuleWork());

 private:
  html::XPathPage view_;
  html::DocumentPart rest_, body_;
};

}  // namespace clean_article::site

#include "extract/finish/run.hpp"

#include "extract/finish/marker.hpp"

namespace clean_article::extract {

void run_finish(FinishContext& page, const RulesOff& off, Phase first, Phase last) {
  page.forget_kept();
  for (const FinishRule& rule : finish_rules()) {
    if (rule.phase < first || rule.phase > last || off.has(rule) || !page.concerns(rule)) continue;
    Marker mark(rule, page);
    rule.apply(page, mark);
  }
}

}  // namespace clean_article::extract

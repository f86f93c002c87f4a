// The functions of the finishing rules, one file a rule, for the table alone. Each looks at a page and marks
// what it finds; what becomes of that, the row says (rule.hpp).
#pragma once

#include "extract/finish/context.hpp"
#include "extract/finish/marker.hpp"

namespace clean_article::extract::rules {

void overlay(const FinishContext& page, Marker& mark);
void page_footer(const FinishContext& page, Marker& mark);
void author_section(const FinishContext& page, Marker& mark);
void related_section(const FinishContext& page, Marker& mark);
void comments_section(const FinishContext& page, Marker& mark);
void next_article(const FinishContext& page, Marker& mark);
void teasers(const FinishContext& page, Marker& mark);
void capital_link(const FinishContext& page, Marker& mark);
void dialog(const FinishContext& page, Marker& mark);
void small_print(const FinishContext& page, Marker& mark);
void footer_class(const FinishContext& page, Marker& mark);
void unseen(const FinishContext& page, Marker& mark);
void hidden(const FinishContext& page, Marker& mark);
void refinement(const FinishContext& page, Marker& mark);
void shop_section(const FinishContext& page, Marker& mark);
void card_line(const FinishContext& page, Marker& mark);
void recipe(const FinishContext& page, Marker& mark);
void whole_table(const FinishContext& page, Marker& mark);
void code_between(const FinishContext& page, Marker& mark);
void heading_between(const FinishContext& page, Marker& mark);
void list_gap(const FinishContext& page, Marker& mark);
void thread_post(const FinishContext& page, Marker& mark);
void whole_list(const FinishContext& page, Marker& mark);
void story_begins(const FinishContext& page, Marker& mark);
void short_item(const FinishContext& page, Marker& mark);
void embedded_post(const FinishContext& page, Marker& mark);
void dek(const FinishContext& page, Marker& mark);
void footnote(const FinishContext& page, Marker& mark);
void date_line(const FinishContext& page, Marker& mark);
void side_column(const FinishContext& page, Marker& mark);
void torn_table(const FinishContext& page, Marker& mark);
void phrase(const FinishContext& page, Marker& mark);
void doubtful_phrase(const FinishContext& page, Marker& mark);
void byline(const FinishContext& page, Marker& mark);
void comments_heading(const FinishContext& page, Marker& mark);
void caption(const FinishContext& page, Marker& mark);
void title(const FinishContext& page, Marker& mark);
void title_with_byline(const FinishContext& page, Marker& mark);
void repeated_title(const FinishContext& page, Marker& mark);
void remark(const FinishContext& page, Marker& mark);
void infobox(const FinishContext& page, Marker& mark);
void signature(const FinishContext& page, Marker& mark);
void post_prompt(const FinishContext& page, Marker& mark);
void excerpt(const FinishContext& page, Marker& mark);
void copy(const FinishContext& page, Marker& mark);
void biography(const FinishContext& page, Marker& mark);
void standfirst(const FinishContext& page, Marker& mark);
void pull_quote(const FinishContext& page, Marker& mark);
void lonely_heading(const FinishContext& page, Marker& mark);
void source_line(const FinishContext& page, Marker& mark);
void disclaimer(const FinishContext& page, Marker& mark);
void caption_line(const FinishContext& page, Marker& mark);
void read_also(const FinishContext& page, Marker& mark);
void sign_off(const FinishContext& page, Marker& mark);
void article_tools(const FinishContext& page, Marker& mark);
void press_contact(const FinishContext& page, Marker& mark);
void comments(const FinishContext& page, Marker& mark);
void error_page(const FinishContext& page, Marker& mark);
void wall(const FinishContext& page, Marker& mark);
void permalink(const FinishContext& page, Marker& mark);

}  // namespace clean_article::extract::rules

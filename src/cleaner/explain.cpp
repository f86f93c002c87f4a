#include "cleaner/explain.hpp"

#include <algorithm>
#include <cstdio>
#include <span>
#include <unordered_map>

#include "text/text.hpp"

namespace clean_article {
namespace {

using extract::Block;
using extract::BlockKind;

std::string kind_name(const Block& block) {
  switch (block.kind) {
    case BlockKind::kParagraph:
      return (block.flags & extract::kInQuote) != 0 ? "quote" : "paragraph";
    case BlockKind::kHeading:
      return "heading " + std::to_string(block.level);
    case BlockKind::kListItem:
      return "list item";
    case BlockKind::kTerm:
      return "term";
    case BlockKind::kDefinition:
      return "definition";
    case BlockKind::kCell:
      return "cell";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kCode:
      return "code";
  }
  return "";
}

// So many signals are asked for: enough that some of them can be said in words.
constexpr std::size_t kInfluences = 24;

// The signals that moved a score most: "near_footer 2 (-0.80), duplicates 3 (-0.51)".
std::string numbers_of(const std::vector<extract::Influence>& influences) {
  constexpr std::size_t kShown = 4;
  std::string text;
  for (const extract::Influence& i : std::span(influences).first(std::min(kShown, influences.size()))) {
    char line[120];
    std::snprintf(line, sizeof line, "%s%s %.3g (%+.2f)", text.empty() ? "" : ", ",
                  std::string(extract::signal_name(i.signal)).c_str(), static_cast<double>(i.value),
                  static_cast<double>(i.log_odds));
    text += line;
  }
  return text;
}

// What the strongest of them saw that speaks for the verdict: "inside a footer, all of it is links".
std::string words_of(const std::vector<extract::Influence>& influences, bool kept) {
  constexpr std::size_t kMostChars = 50;  // of two: they share a line with the text
  std::string said;
  for (const extract::Influence& i : influences) {
    if ((i.log_odds > 0) != kept) continue;
    const std::string words = extract::signal_words(i.signal, i.value);
    if (words.empty() || words == said) continue;
    if (said.empty()) {
      said = words;
    } else if (said.size() + 2 + words.size() <= kMostChars) {
      return said.append(", ").append(words);
    }
  }
  if (!said.empty()) return said;
  return kept ? "reads like the article" : "reads less like the article than the rest";
}

std::string reason_of(const extract::Verdict& v, const std::vector<extract::Influence>& influences) {
  const auto place = [&] {
    return " (" + std::string(v.phrase.list) + ':' + std::to_string(v.phrase.line) + ')';
  };
  if (!v.phrase.list.empty()) return std::string(v.reason) + place();
  if (!v.detail.empty()) return std::string(v.reason) + " (" + std::string(v.detail) + ')';
  if (!v.reason.empty()) return std::string(v.reason);
  if (v.step == extract::Step::kEmptyPage) return "nothing on the page reads like an article";
  return words_of(influences, v.kept);
}

ExplainedBlock explain_block(const html::Document& document, const extract::Blocks& page, const Block& block,
                             const extract::Verdict& v, const std::vector<extract::Influence>& influences) {
  ExplainedBlock e;
  e.text = page.text_of(block);
  e.kind = kind_name(block);
  e.step = extract::decided_by(v);
  e.reason = reason_of(v, influences);
  e.signals = numbers_of(influences);
  e.score = v.score;
  e.kept = v.kept;
  e.source_begin = extract::place_of(document, page.pieces[block.first_piece]).begin;
  e.source_end = extract::place_of(document, page.pieces[block.end_piece - 1]).end;
  return e;
}

// Why a text of the whole page is not among what a rule left.
extract::Verdict why_gone(html::NodeId text, const site::AppliedRule& applied) {
  auto behind = std::upper_bound(
      applied.stripped.begin(), applied.stripped.end(), text,
      [](html::NodeId id, const site::StrippedNode& stripped) { return id < stripped.node; });
  if (behind != applied.stripped.begin()) {
    const site::StrippedNode& stripped = *std::prev(behind);
    if (text < stripped.end) return extract::site_verdict(false, "strip", stripped.origin);
  }
  return extract::site_verdict(false, "outside of the body", applied.body_origin);
}

// Of a block that is left those parts that are gone, a row for each run of texts that one line took.
template <typename IsLeft>
void explain_gaps(const html::Document& whole, const extract::Blocks& page, const Block& block,
                  const site::AppliedRule& applied, const IsLeft& is_left, std::vector<ExplainedBlock>& out) {
  bool is_open = false;  // whether the last piece is in the last row
  std::uint32_t begin = block.text_begin;
  for (std::uint32_t p = block.first_piece; p < block.end_piece; begin = page.pieces[p++].text_end) {
    const html::NodeId text_node = page.pieces[p].text_node;
    std::string text = page.text.substr(begin, page.pieces[p].text_end - begin);
    if (is_left(text_node)) {
      is_open = false;
      continue;
    }
    const extract::Verdict why = why_gone(text_node, applied);
    const std::string reason = reason_of(why, {});
    const std::uint32_t end = extract::place_of(whole, page.pieces[p]).end;
    if (is_open && out.back().reason == reason) {
      out.back().text += text;
      out.back().source_end = end;
      continue;
    }
    is_open = true;
    if (text.starts_with(' ')) text.erase(0, 1);
    ExplainedBlock& row = out.emplace_back();
    row.text = text;
    row.kind = "part of a " + kind_name(block);
    row.step = extract::decided_by(why);
    row.reason = reason;
    row.source_begin = extract::place_of(whole, page.pieces[p]).begin;
    row.source_end = end;
  }
}

// What no reader sees of the text of blocks, a row for each part.
class UnseenParts {
 public:
  UnseenParts(const html::Document& document, const extract::Blocks& page)
      : document_(document), page_(page) {}

  // Adds those up to a block that has its row, or up to the end.
  void add_up_to(std::size_t block, std::vector<ExplainedBlock>& out) {
    for (; next_ < page_.unseen.size() && page_.unseen[next_].block <= block; ++next_)
      if (ExplainedBlock row = row_of(page_.unseen[next_]); !row.text.empty()) out.push_back(std::move(row));
  }
  void add_all(std::vector<ExplainedBlock>& out) { add_up_to(page_.blocks.size(), out); }

 private:
  ExplainedBlock row_of(const extract::Unseen& unseen) const {
    ExplainedBlock row;
    std::string text;
    for (html::NodeId id = unseen.node; id < document_[unseen.node].end; ++id) {
      if (document_[id].tag != html::Tag::kText || document_.spans(id).empty()) continue;
      document_.append_text(id, text);
      if (row.source_end == 0) row.source_begin = document_.spans(id).front().span.begin;
      row.source_end = document_.spans(id).back().span.end;
    }
    row.text = unseen.why == extract::Concealment::kTagCharacters ? extract::read_tag_characters(text)
                                                                  : text::fold_html_space(text);
    row.kind = "part";
    row.step = "unseen part";
    row.reason = "no reader sees it (" + std::string(extract::concealment_name(unseen.why)) + ')';
    return row;
  }

  const html::Document& document_;
  const extract::Blocks& page_;
  std::size_t next_ = 0;
};

// A row for each block.
std::vector<ExplainedBlock> explain_blocks(const html::Document& document,
                                           const extract::Extraction& extraction) {
  std::vector<ExplainedBlock> explained;
  const extract::Blocks& page = *extraction.page;
  std::vector<std::vector<extract::Influence>> influences;
  if (extraction.scorer != nullptr)
    influences = extraction.scorer->influences(*extraction.signals, kInfluences);
  influences.resize(page.blocks.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i)
    explained.push_back(
        explain_block(document, page, page.blocks[i], (*extraction.verdicts)[i], influences[i]));
  return explained;
}

}  // namespace

std::vector<ExplainedBlock> explain(const html::Document& document, const extract::Extraction& extraction) {
  std::vector<ExplainedBlock> blocks = explain_blocks(document, extraction);
  if (extraction.page->unseen.empty()) return blocks;
  std::vector<ExplainedBlock> explained;
  UnseenParts unseen(document, *extraction.page);
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    explained.push_back(std::move(blocks[i]));
    unseen.add_up_to(i, explained);
  }
  unseen.add_all(explained);
  return explained;
}

std::vector<ExplainedBlock> explain_with_rule(const html::Document& whole, const site::AppliedRule& applied,
                                              const extract::RuleExtraction& judged) {
  std::vector<ExplainedBlock> left = explain_blocks(judged.part->document, judged.extraction);
  const extract::Blocks& page = *judged.extraction.page;
  std::unordered_map<html::NodeId, std::size_t> block_of;  // texts of the whole page → blocks that are left
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    for (std::uint32_t p = page.blocks[i].first_piece; p < page.blocks[i].end_piece; ++p)
      block_of.emplace(judged.part->origin[page.pieces[p].text_node], i);
  }

  extract::BlockBuilder builder;
  const extract::Blocks& all = builder.build(whole);
  std::vector<ExplainedBlock> explained;
  std::size_t next = 0;  // of those that are left; both lists are in the order of the page
  UnseenParts unseen(whole, all);
  for (std::size_t i = 0; i < all.blocks.size(); ++i) {
    const Block& block = all.blocks[i];
    if (i > 0) unseen.add_up_to(i - 1, explained);
    bool any_left = false;
    html::NodeId gone = html::kNoNode;
    for (std::uint32_t p = block.first_piece; p < block.end_piece; ++p) {
      const html::NodeId text = all.pieces[p].text_node;
      const auto found = block_of.find(text);
      if (found == block_of.end()) {
        if (gone == html::kNoNode) gone = text;
        continue;
      }
      any_left = true;
      for (; next <= found->second; ++next) explained.push_back(std::move(left[next]));
    }
    if (any_left && gone != html::kNoNode) {
      const auto is_left = [&](html::NodeId text) { return block_of.contains(text); };
      explain_gaps(whole, all, block, applied, is_left, explained);
    }
    if (any_left || gone == html::kNoNode) continue;
    explained.push_back(explain_block(whole, all, block, why_gone(gone, applied), {}));
  }
  for (; next < left.size(); ++next) explained.push_back(std::move(left[next]));
  unseen.add_all(explained);
  return explained;
}

RuleReport report_of(const site::SiteRule& rule, const site::AppliedRule& applied, std::string_view page_url,
                     const html::Document& page, const extract::RuleExtraction& judged) {
  const bool is_body = judged.is_body;
  const auto place = [](site::RuleOrigin origin) {
    return std::string(origin.file) + ":" + std::to_string(origin.line);
  };
  const auto field = [&](const site::RuleField& found) {
    return RuleReport::Field{found.value, place(found.origin)};
  };
  const std::string base = html::base_url(page, page_url);
  const auto link = [&](const std::optional<site::RuleField>& found) {
    return found ? text::resolve_url(base, found->value).value_or("") : "";
  };

  RuleReport report;
  for (const auto& name : rule.file_names) report.files.push_back(*name);
  if (is_body) report.body = place(applied.body_origin);
  if (applied.body && !is_body)
    report.warnings.push_back(place(applied.body_origin) + ": finds next to nothing of the page's text");
  if (applied.title) report.titles.push_back(field(*applied.title));
  if (applied.date) report.dates.push_back(field(*applied.date));
  for (const site::RuleField& author : applied.authors) report.authors.push_back(field(author));
  report.single_page = link(applied.single_page);
  report.next_page = link(applied.next_page);
  if (applied.native_ad) report.advertisement = place(*applied.native_ad);
  report.faults = rule.faults;
  if (applied.refused) report.faults.push_back(applied.refused->message);
  if (judged.is_spent)
    report.faults.push_back(report.files.front() + ": reads more than " + size_in_words(kMostRuleBytes) +
                            " of this page; what it has left to do is not done");
  return report;
}

}  // namespace clean_article

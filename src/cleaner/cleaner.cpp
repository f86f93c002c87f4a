#include "cleaner/cleaner.hpp"

#include <cstdio>

#include "extract/extract.hpp"
#include "html/html.hpp"
#include "render/render.hpp"
#include "site/site.hpp"
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

// The signals that moved a score most: "near_footer 2 (-0.80), duplicates 3 (-0.51)".
std::string text_of(const std::vector<extract::Influence>& influences) {
  std::string text;
  for (const extract::Influence& i : influences) {
    char line[120];
    std::snprintf(line, sizeof line, "%s%s %.3g (%+.2f)", text.empty() ? "" : ", ",
                  std::string(extract::signal_name(i.signal)).c_str(), static_cast<double>(i.value),
                  static_cast<double>(i.log_odds));
    text += line;
  }
  return text;
}

std::string reason_of(const extract::Verdict& v, const std::vector<extract::Influence>& influences) {
  if (v.step == extract::Step::kPhrase)
    return std::string(site::phrase_class_name(v.phrase.phrase_class)) + " (" + std::string(v.phrase.list) +
           ':' + std::to_string(v.phrase.line) + ')';
  return v.reason.empty() ? text_of(influences) : std::string(v.reason);
}

std::vector<ExplainedBlock> explain(const html::Document& document, const extract::Extraction& extraction) {
  std::vector<ExplainedBlock> explained;
  const extract::Blocks& page = *extraction.page;
  constexpr std::size_t kShown = 4;
  std::vector<std::vector<extract::Influence>> influences;
  if (extraction.scorer != nullptr) influences = extraction.scorer->influences(*extraction.signals, kShown);
  influences.resize(page.blocks.size());
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const Block& block = page.blocks[i];
    const extract::Verdict& v = (*extraction.verdicts)[i];
    ExplainedBlock& e = explained.emplace_back();
    e.text = page.text_of(block);
    e.kind = kind_name(block);
    e.step = extract::step_name(v.step);
    e.reason = reason_of(v, influences[i]);
    e.score = v.score;
    e.kept = v.kept;
    e.source_begin = document.spans(page.pieces[block.first_piece].text_node).front().span.begin;
    e.source_end = document.spans(page.pieces[block.end_piece - 1].text_node).back().span.end;
  }
  return explained;
}

// Whether decoded bytes without markup are no text either: images and archives are full of control
// characters.
bool looks_binary(std::string_view utf8) {
  constexpr std::size_t kLookedAt = 4'096;      // bytes
  constexpr std::size_t kTextPerControl = 100;  // bytes of text that excuse one
  const std::string_view head = utf8.substr(0, kLookedAt);
  std::size_t controls = 0;
  for (const char c : head) controls += (c >= 0 && c < ' ' && !text::is_html_space(c)) || c == '\x7F' ? 1 : 0;
  return controls * kTextPerControl > head.size();
}

}  // namespace

struct Cleaner::State {
  State(const Options& o, std::shared_ptr<const site::Phrases> p)
      : options(o), phrases(std::move(p)), parser(o.limits), extractor(phrases) {}

  // The article from the page's structured data, where the page itself shows little of it.
  extract::Extraction rescue(const extract::Extraction& extraction, const html::Document*& document) {
    rescued_body = extraction.survey->facts->article_body;
    document =
        extract::is_markup(rescued_body) ? &parser.parse(rescued_body) : &parser.parse_lines(rescued_body);
    return extractor.take_whole(*document);
  }

  Options options;
  std::shared_ptr<const site::Phrases> phrases;
  text::Decoder decoder;
  html::Parser parser;
  extract::Extractor extractor;
  std::string rescued_body;
};

Cleaner::Cleaner(std::unique_ptr<State> state) : state_(std::move(state)) {}
Cleaner::~Cleaner() = default;
Cleaner::Cleaner(Cleaner&&) noexcept = default;
Cleaner& Cleaner::operator=(Cleaner&&) noexcept = default;

Result<Cleaner> Cleaner::create(const Options& options) {
  if (options.rules_folders.empty())
    return Cleaner(std::make_unique<State>(options, site::Phrases::built_in()));
  auto phrases = site::Phrases::with_folders(options.rules_folders);
  if (!phrases) return phrases.error();
  return Cleaner(std::make_unique<State>(options, *phrases));
}

Cleaner Cleaner::fork() const {
  return Cleaner(std::make_unique<State>(state_->options, state_->phrases));
}

Result<Article> Cleaner::clean(const Page& page, std::vector<ExplainedBlock>* explained) {
  State& s = *state_;
  const bool declared_text = s.options.from == InputForm::kText;
  const auto decoded = s.decoder.decode(
      page.bytes, {.encoding = page.encoding, .content_type = page.content_type, .is_html = !declared_text},
      s.options.limits);
  if (!decoded) return decoded.error();

  const bool is_dump =
      declared_text || (s.options.from == InputForm::kAuto && !html::looks_like_markup(decoded->utf8));
  if (is_dump && !declared_text && looks_binary(decoded->utf8))
    return Error{ErrorKind::kNotHtml, "neither HTML nor text"};
  const html::Document* document =
      is_dump ? &s.parser.parse_lines(decoded->utf8) : &s.parser.parse(decoded->utf8);
  extract::Extraction extraction =
      s.extractor.extract(*document, is_dump ? extract::dump_scorer() : extract::page_scorer());
  if (extract::needs_rescue(extraction)) extraction = s.rescue(extraction, document);
  if (explained != nullptr) *explained = explain(*document, extraction);

  Article article;
  article.text = render::to_text(extraction);
  article.encoding = decoded->encoding;
  if (article.text.empty()) return Error{ErrorKind::kNoArticle, "no article found"};
  return article;
}

}  // namespace clean_article

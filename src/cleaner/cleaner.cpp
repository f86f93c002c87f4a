#include "cleaner/cleaner.hpp"

#include <algorithm>
#include <optional>

#include "cleaner/explain.hpp"
#include "cleaner/lessons.hpp"
#include "cleaner/refusals.hpp"
#include "extract/extract.hpp"
#include "html/html.hpp"
#include "render/render.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article {

namespace {

extract::ExtractOptions extract_options(const Options& options, const extract::RulesOff& off) {
  const float lean = options.trade == Trade::kRecall      ? 1.0f
                     : options.trade == Trade::kPrecision ? -1.0f
                                                          : 0.0f;
  return {
      .recall_lean = lean, .comments = options.comments, .standfirst = options.standfirst, .without = off};
}

}  // namespace

struct Cleaner::State {
  State(const Options& o, std::shared_ptr<const site::Phrases> p, std::shared_ptr<const site::Words> w,
        std::shared_ptr<const site::SiteRules> r, const extract::RulesOff& off)
      : options(o),
        phrases(std::move(p)),
        words(std::move(w)),
        rules(std::move(r)),
        without(off),
        parser(o.limits),
        extractor(phrases, extract_options(o, off)) {}

  void forget() {
    rule = nullptr;
    replaced.reset();
    applied.reset();
    report = RuleReport();
    work = site::RuleWork();
    doubtful = false;
    metadata = metadata::Metadata();
    warnings.clear();
  }

  // A rule that only says how pages are fetched is none for a page that is here.
  std::shared_ptr<const site::SiteRule> rule_for(std::string_view host) const {
    auto found = rules->find(host);
    if (found != nullptr && !found->touches_pages()) found = nullptr;
    return found;
  }

  // The page's tree, and the rule of its site where it has one: by its address, or where that is unknown by
  // the one that it gives itself. Replacements are made in the source before it is parsed.
  const html::Document& parse(const Page& page, std::string_view source) {
    const auto parts = text::split_url(page.url);
    if (parts) rule = rule_for(parts->host);
    if (rule != nullptr) replaced = rule->replace_in(source, work);
    const html::Document& document = parser.parse(replaced ? *replaced : source);
    if (parts || rules->empty()) return document;
    rule = rule_for(site::declared_host(document));
    if (rule != nullptr) replaced = rule->replace_in(source, work);
    return replaced ? parser.parse(*replaced) : document;
  }

  bool needs_metadata() const {
    return options.style.needs_metadata() || !options.target_language.empty() || options.only_with_metadata ||
           options.min_confidence > 0;
  }

  void read_metadata(const html::Document& document, const extract::Extraction& extraction,
                     const Page& page) {
    metadata::PageInfo info{page.url, page.date, {}, {}, {}, page.fetched};
    for (const RuleReport::Field& f : report.titles) info.titles.push_back({f.value, f.from});
    for (const RuleReport::Field& f : report.authors) info.authors.push_back({f.value, f.from});
    for (const RuleReport::Field& f : report.dates) info.dates.push_back({f.value, f.from});
    metadata = metadata::read_metadata(document, extraction, info);
    if (!report.advertisement.empty())
      metadata.page_type = {"advertisement", report.advertisement + " native_ad_clue"};
  }

  // Why the user does not want the page in hand, where that is so.
  std::optional<Error> unwanted() const {
    const std::string& language = metadata.language.value;
    const std::string& target = options.target_language;
    if (!target.empty() && language.substr(0, language.find('-')) != target.substr(0, target.find('-')))
      return Error{ErrorKind::kUnwanted, language.empty()
                                             ? "its language is unknown, not " + target
                                             : "its language is " + language + ", not " + target};
    if (options.only_with_metadata && (!metadata.title || !metadata.date))
      return Error{ErrorKind::kUnwanted, metadata.title ? "it tells no date" : "it tells no title"};
    return unsure(metadata.confidence.value, options.min_confidence);
  }

  // Takes the article from the page's data, where the page itself shows little of it; says whether it did.
  bool rescue(const html::Document*& document, extract::Extraction& extraction) {
    std::optional<extract::Rescue> found = extract::find_rescue(*document, extraction);
    if (!found) return false;
    rescued_body = std::move(found->body);
    if (found->is_page) return judge_frame(document, extraction);
    document = found->is_markup ? &parser.parse(rescued_body) : &parser.parse_lines(rescued_body);
    extraction = extractor.take_whole(*document, found->source);
    return true;
  }

  // Takes the article of a frame, where that has one. A frame is a page of its own and leaves the page around
  // it as it was judged.
  bool judge_frame(const html::Document*& document, extract::Extraction& extraction) {
    if (!frame) frame = std::make_unique<Frame>(*this);
    const html::Document& inside = frame->parser.parse(rescued_body);
    const extract::Extraction judged = frame->extractor.extract(inside, extract::page_scorer());
    if (!extract::has_text(judged)) return false;
    document = &inside;
    extraction = judged;
    return true;
  }

  // What is written asks for the text alone.
  void forget_signals(extract::Extraction& extraction) {
    extractor.forget_signals();
    if (frame) frame->extractor.forget_signals();
    extraction.signals = nullptr;
  }

  // A page decoded and parsed. Views, valid until the next page.
  struct Opened {
    const html::Document* document;
    bool is_dump;  // a text without markup
    std::string_view utf8;
    std::string_view encoding;
  };
  Result<Opened> open(const Page& page);

  // A page whose blocks have their verdicts. Views, valid until the next page.
  struct Judged {
    const html::Document* document;  // that the blocks were made from
    extract::Extraction extraction;
    std::string encoding;
  };

  // The page as it is, before anything is left out of it. Where metadata are not asked for nothing is judged.
  Result<Judged> take_whole(const Page& page, bool with_metadata);

  // kNoArticle when the page holds none; then, too, what was found out so far is there to be asked for.
  Result<Judged> judge(const Page& page, bool with_metadata, std::vector<ExplainedBlock>* explained);

  Options options;
  std::shared_ptr<const site::Phrases> phrases;
  std::shared_ptr<const site::Words> words;
  std::shared_ptr<const site::SiteRules> rules;
  extract::RulesOff without;
  text::Decoder decoder;
  html::Parser parser;
  extract::Extractor extractor;
  site::RuleApplier applier;
  std::string rescued_body;
  // Reads pages in frames.
  struct Frame {
    explicit Frame(const State& state)
        : parser(state.options.limits),
          extractor(state.phrases, extract_options(state.options, state.without)) {}
    html::Parser parser;
    extract::Extractor extractor;
  };
  std::unique_ptr<Frame> frame;  // once one was asked for

  // Of the page in hand.
  std::shared_ptr<const site::SiteRule> rule;
  std::optional<std::string> replaced;
  std::optional<site::AppliedRule> applied;
  RuleReport report;
  site::RuleWork work;  // that the rule may cause
  metadata::Metadata metadata;
  std::vector<std::string> warnings;
  bool doubtful = false;
};

Cleaner::Cleaner(std::unique_ptr<State> state) : state_(std::move(state)) {}
Cleaner::~Cleaner() = default;
Cleaner::Cleaner(Cleaner&&) noexcept = default;
Cleaner& Cleaner::operator=(Cleaner&&) noexcept = default;

Result<Cleaner> Cleaner::create(const Options& options) {
  const auto without = extract::RulesOff::of(options.without);
  if (!without) return without.error();
  std::vector<site::GivenRule> learned;
  for (const LearnedRule& rule : options.learned_rules) learned.push_back({rule.host, rule.text});
  auto rules = site::SiteRules::create(options.rules_folders, options.built_in_rules, std::move(learned));
  if (!rules) return rules.error();
  if (options.rules_folders.empty())
    return Cleaner(std::make_unique<State>(options, site::Phrases::built_in(), site::Words::built_in(),
                                           *rules, *without));
  auto phrases = site::Phrases::with_folders(options.rules_folders);
  if (!phrases) return phrases.error();
  auto words = site::Words::with_folders(options.rules_folders);
  if (!words) return words.error();
  return Cleaner(std::make_unique<State>(options, *phrases, *words, *rules, *without));
}

Cleaner Cleaner::fork() const {
  return fork(state_->options.style);
}

Cleaner Cleaner::fork(const render::Style& style) const {
  Options options = state_->options;
  options.style = style;
  return Cleaner(
      std::make_unique<State>(options, state_->phrases, state_->words, state_->rules, state_->without));
}

Result<Cleaner::State::Opened> Cleaner::State::open(const Page& page) {
  const bool declared_text = options.from == InputForm::kText;
  if (auto error = foreign(page.bytes); error && !declared_text) return *std::move(error);
  const auto decoded = decoder.decode(
      page.bytes, {.encoding = page.encoding, .content_type = page.content_type, .is_html = !declared_text},
      options.limits);
  if (!decoded) return decoded.error();
  const bool is_dump =
      declared_text || (options.from == InputForm::kAuto && !html::looks_like_markup(decoded->utf8));
  if (is_dump && !declared_text && looks_binary(decoded->utf8))
    return Error{ErrorKind::kNotHtml, "neither HTML nor text"};
  return Opened{is_dump ? &parser.parse_lines(decoded->utf8) : &parse(page, decoded->utf8), is_dump,
                decoded->utf8, decoded->encoding};
}

Result<Cleaner::State::Judged> Cleaner::State::judge(const Page& page, bool with_metadata,
                                                     std::vector<ExplainedBlock>* explained) {
  forget();
  const auto opened = open(page);
  if (!opened) return opened.error();
  const bool is_dump = opened->is_dump;
  const html::Document* document = opened->document;
  if (rule != nullptr && rule->refused) return *rule->refused;
  if (rule != nullptr) applied = applier.apply(*rule, *document, page.url, work);
  if (applied && !applied->body && !rule->autodetect_on_failure)
    return Error{ErrorKind::kNoArticle,
                 "no article found: the site's rule finds no body, and says autodetect_on_failure: no"};

  std::optional<extract::RuleExtraction> by_rule;
  if (applied) {
    by_rule = extractor.extract_with_rule(*rule, *applied, extract::page_scorer());
    report = report_of(*rule, *applied, page.url, *document, *by_rule);
  }
  extract::Extraction extraction =
      by_rule ? by_rule->extraction
              : extractor.extract(*document, is_dump ? extract::dump_scorer() : extract::page_scorer());
  warnings = limits_met(*document, *extraction.page, options.limits);
  warnings.insert(warnings.end(), report.warnings.begin(), report.warnings.end());
  if (with_metadata) read_metadata(by_rule ? by_rule->part->document : *document, extraction, page);
  if (!(by_rule && by_rule->is_body) && !is_dump && rescue(document, extraction)) by_rule.reset();
  if (explained != nullptr)
    *explained = by_rule ? explain_with_rule(*document, *applied, *by_rule) : explain(*document, extraction);
  if (with_metadata) metadata::complete_from_text(extraction, metadata);
  forget_signals(extraction);
  if (!extract::has_text(extraction)) {
    if (!extraction.refused_as.empty())
      return Error{ErrorKind::kNoArticle, "no article: the page " + std::string(extraction.refused_as)};
    doubtful = options.trade != Trade::kRecall && extract::is_doubtful(extraction);
    return Error{ErrorKind::kNoArticle, "no article found: " + why_no_article(opened->utf8, extraction)};
  }
  return Judged{by_rule ? &by_rule->part->document : document, extraction, std::string(opened->encoding)};
}

Result<Cleaner::State::Judged> Cleaner::State::take_whole(const Page& page, bool with_metadata) {
  forget();
  auto opened = open(page);
  if (!opened) return opened.error();
  const html::Document& document = *opened->document;
  if (with_metadata) {
    const extract::Extraction judged =
        extractor.extract(document, opened->is_dump ? extract::dump_scorer() : extract::page_scorer());
    read_metadata(document, judged, page);
  }
  const extract::Extraction whole = extractor.take_whole(document, "all of the page was asked for");
  warnings = limits_met(document, *whole.page, options.limits);
  if (with_metadata) metadata::complete_from_text(whole, metadata);
  extractor.forget_signals();
  if (!extract::has_text(whole)) return Error{ErrorKind::kNoArticle, "the page shows no text"};
  return Judged{&document, whole, std::string(opened->encoding)};
}

Result<Article> Cleaner::clean(const Page& page, std::vector<ExplainedBlock>* explained) {
  const Result<Draft> draft = read(page, explained);
  if (!draft) return draft.error();
  return draft->write();
}

Result<Draft> Cleaner::read(const Page& page, std::vector<ExplainedBlock>* explained) {
  State& s = *state_;
  const site::WordsInUse words(*s.words);
  auto judged = s.judge(page, s.needs_metadata() || explained != nullptr, explained);
  if (!judged) return judged.error();
  if (auto error = s.unwanted()) return std::move(*error);
  Draft draft;
  draft.style_ = s.options.style;
  draft.metadata_ = s.metadata;
  draft.content_ =
      render::read_content({*judged->document, judged->extraction, s.metadata, page.url}, draft.style_);
  draft.encoding_ = std::move(judged->encoding);
  return draft;
}

bool Cleaner::reads_metadata(const Wanted& wanted) const {
  return wanted.metadata || wanted.explained != nullptr || state_->needs_metadata() ||
         std::any_of(wanted.styles.begin(), wanted.styles.end(),
                     [](const render::Style& style) { return style.needs_metadata(); });
}

Result<Reading> Cleaner::read(const Page& page, const Wanted& wanted) {
  State& s = *state_;
  const site::WordsInUse words(*s.words);
  const bool with_metadata = reads_metadata(wanted);
  auto judged =
      wanted.whole ? s.take_whole(page, with_metadata) : s.judge(page, with_metadata, wanted.explained);
  if (!judged) return judged.error();
  if (auto error = s.unwanted(); error && !wanted.whole) return std::move(*error);
  Reading reading;
  for (const render::Style& style : wanted.styles)
    reading.contents.push_back(
        render::read_content({*judged->document, judged->extraction, s.metadata, page.url}, style));
  reading.encoding = std::move(judged->encoding);
  return reading;
}

Status Cleaner::read_on(Draft& draft, const Page& page, std::vector<ExplainedBlock>* explained) {
  State& s = *state_;
  const site::WordsInUse words(*s.words);
  const auto judged = s.judge(page, false, explained);
  if (!judged) return judged.error();
  render::Style style = draft.style_;
  style.title = false;  // it stands above the first page
  draft.content_.append(
      render::read_content({*judged->document, judged->extraction, s.metadata, page.url}, style));
  metadata::complete_from_next_page(judged->extraction, draft.metadata_);
  return Done{};
}

Article Draft::write() const {
  return {render::to_format(content_, metadata_, style_), encoding_};
}

Status Cleaner::teach(const Page& page, std::string_view host, SiteLessons& lessons) {
  State& s = *state_;
  const site::WordsInUse words(*s.words);
  s.forget();
  const auto decoded = s.decoder.decode(
      page.bytes, {.encoding = page.encoding, .content_type = page.content_type, .is_html = true},
      s.options.limits);
  if (!decoded) return decoded.error();
  if (auto error = foreign(page.bytes)) return *std::move(error);
  if (!html::looks_like_markup(decoded->utf8)) return Error{ErrorKind::kNotHtml, "not HTML"};
  const html::Document& document = s.parser.parse(decoded->utf8);
  const auto parts = text::split_url(page.url);
  std::string site = site::rule_host(parts ? parts->host : site::declared_host(document));
  if (site.empty()) site = host;
  lessons.state_->add(site, document, s.extractor.extract(document, extract::page_scorer()));
  return Done{};
}

const metadata::Metadata& Cleaner::metadata() const {
  return state_->metadata;
}

std::vector<std::pair<std::string, std::string>> Cleaner::request_headers(std::string_view url) const {
  const auto parts = text::split_url(url);
  const auto rule = parts ? state_->rules->find(parts->host) : nullptr;
  if (rule == nullptr) return {};
  return rule->http_headers;
}

bool Cleaner::has_doubtful_text() const {
  return state_->doubtful;
}

const std::vector<std::string>& Cleaner::warnings() const {
  return state_->warnings;
}

const RuleReport& Cleaner::rule_report() const {
  return state_->report;
}

}  // namespace clean_article

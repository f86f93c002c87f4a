// The public cleaner: options and pages to those of the floor below, and what it finds to a Result.
#include "cleaner/cleaner.hpp"

#include <array>
#include <ctime>
#include <stdexcept>

#include "clean_article/result_state.hpp"
#include "clean_article/workspaces.hpp"
#include "text/text.hpp"

namespace clean_article::abi0 {

namespace {

constexpr std::size_t kDayChars = 10;  // "2024-05-17"

// In universal time; "" where the clock cannot be read.
std::string today() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  std::array<char, 32> text{};
  if (::gmtime_r(&now, &parts) == nullptr || std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts) == 0)
    return "";
  return text.data();
}

clean_article::Options floor_options(const Options& options) {
  clean_article::Options out;
  out.limits.max_input_bytes = options.max_bytes;
  out.from = options.from == Input::kHtml   ? InputForm::kHtml
             : options.from == Input::kText ? InputForm::kText
                                            : InputForm::kAuto;
  out.trade = options.trade == Trade::kPrecision ? clean_article::Trade::kPrecision
              : options.trade == Trade::kRecall  ? clean_article::Trade::kRecall
                                                 : clean_article::Trade::kBalanced;
  out.comments = options.comments;
  out.standfirst = options.standfirst;
  out.rules_folders = options.rules_folders;
  out.built_in_rules = options.built_in_rules;
  out.without = options.without;
  out.target_language = options.target_language;
  out.only_with_metadata = options.only_with_metadata;
  out.min_confidence = options.min_confidence;
  return out;
}

clean_article::Cleaner floor_cleaner(const Options& options) {
  auto made = clean_article::Cleaner::create(floor_options(options));
  if (!made) throw std::invalid_argument(made.error().message);
  return std::move(made).value();
}

Outcome outcome_of(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::kNoArticle:
      return Outcome::kNoArticle;
    case ErrorKind::kUnwanted:
      return Outcome::kUnwanted;
    case ErrorKind::kTooLarge:
      return Outcome::kTooLarge;
    case ErrorKind::kNotHtml:
    case ErrorKind::kUsage:  // an encoding that nobody knows
    case ErrorKind::kInput:
    case ErrorKind::kFetch:
    case ErrorKind::kRobots:
    case ErrorKind::kOutput:
      break;
  }
  return Outcome::kNotAPage;
}

Block block_of(ExplainedBlock&& e) {
  return {std::move(e.text),
          std::move(e.kind),
          std::move(e.step),
          std::move(e.reason),
          std::move(e.signals),
          e.score,
          e.kept,
          e.source_begin,
          e.source_end};
}

std::vector<Field> fields_of(const metadata::Metadata& metadata) {
  std::vector<Field> fields;
  for (const metadata::FieldRow& row : metadata::field_list())
    fields.push_back({row.name, row.values(metadata), std::string(row.source(metadata))});
  return fields;
}

// A day or a time as the metadata floor wants it; "" for what is neither.
std::string time_of(std::string_view fetched) {
  if (fetched.empty()) return "";
  const auto told = metadata::parse_date(fetched, {});
  return told ? told->iso() : "";
}

}  // namespace

struct Cleaner::State {
  explicit State(const Options& o)
      : options(o), plan(std::make_shared<const Plan>(o)), workspaces(floor_cleaner(o)) {}

  enum class Part { kArticle, kFields, kAll };
  Result read(const Page& page, Part part) const;

  Options options;
  std::shared_ptr<const Plan> plan;
  mutable Workspaces workspaces;
};

Result Cleaner::State::read(const Page& page, Part part) const {
  const std::string fetched = time_of(page.fetched);
  const std::string date = fetched.empty() ? today() : fetched.substr(0, kDayChars);
  auto state = std::make_shared<Result::State>();
  state->plan = plan;
  std::vector<ExplainedBlock> explained;

  Wanted wanted;
  wanted.metadata = options.metadata || part == Part::kFields || plan->needs_fields();
  if (part != Part::kFields || options.fewest_chars > 0) wanted.styles = plan->styles();
  wanted.whole = part == Part::kAll;
  if (options.blocks && part == Part::kArticle) wanted.explained = &explained;

  Workspaces::Lease workspace(workspaces);
  auto read = workspace->read({.bytes = page.bytes,
                               .url = page.url,
                               .content_type = page.content_type,
                               .encoding = page.encoding,
                               .date = date,
                               .fetched = fetched},
                              wanted);
  if (read) {
    state->contents = std::move(read->contents);
    state->encoding = std::move(read->encoding);
  } else {
    state->outcome = outcome_of(read.error().kind);
    state->message = read.error().message;
  }
  state->is_doubtful = workspace->has_doubtful_text();
  state->warnings = workspace->warnings();
  const bool was_read = state->outcome != Outcome::kTooLarge && state->outcome != Outcome::kNotAPage;
  state->has_fields = was_read && workspace->reads_metadata(wanted);
  if (state->has_fields) {
    state->metadata = workspace->metadata();
    state->fields = fields_of(state->metadata);
  }
  workspace.give_back();

  for (ExplainedBlock& block : explained) state->blocks.push_back(block_of(std::move(block)));
  if (read && part != Part::kAll && options.fewest_chars > 0) {
    const std::size_t chars = text::count_code_points(state->contents.front().text);
    if (chars < options.fewest_chars) {
      state->outcome = Outcome::kUnwanted;
      state->message = "its text has " + std::to_string(chars) + " characters, less than " +
                       std::to_string(options.fewest_chars);
      state->contents.clear();
    }
  }
  if (part == Part::kFields) state->contents.clear();
  return Result(std::move(state));
}

Cleaner::Cleaner(const Options& options) : state_(std::make_shared<const State>(options)) {}

Result Cleaner::clean(const Page& page) const {
  return state_->read(page, State::Part::kArticle);
}

Result Cleaner::read_metadata(const Page& page) const {
  return state_->read(page, State::Part::kFields);
}

Result Cleaner::whole_text(const Page& page) const {
  return state_->read(page, State::Part::kAll);
}

}  // namespace clean_article::abi0

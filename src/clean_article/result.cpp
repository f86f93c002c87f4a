// What a Result tells, and how it is written.
#include <algorithm>
#include <stdexcept>

#include "clean_article/result_state.hpp"

namespace clean_article::abi0 {

namespace {

std::vector<Format> all_formats() {
  std::vector<Format> all;
  for (const render::FormatRow& row : render::formats())
    all.push_back({row.name, row.other_name, row.ending, row.help});
  return all;
}

}  // namespace

std::string_view version() noexcept {
  return CLEAN_ARTICLE_VERSION;
}

std::span<const Format> formats() {
  static const std::vector<Format> kFormats = all_formats();
  return kFormats;
}

Result::Result(std::shared_ptr<const State> state) noexcept : state_(std::move(state)) {}

Outcome Result::outcome() const noexcept {
  return state_->outcome;
}

const std::string& Result::message() const noexcept {
  return state_->message;
}

bool Result::is_doubtful() const noexcept {
  return state_->is_doubtful;
}

const std::string& Result::text() const noexcept {
  static const std::string kNone;
  return state_->contents.empty() ? kNone : state_->contents.front().text;
}

std::span<const Field> Result::fields() const noexcept {
  return state_->fields;
}

const Field* Result::field(std::string_view name) const noexcept {
  const auto found = std::find_if(state_->fields.begin(), state_->fields.end(),
                                  [&](const Field& field) { return field.name == name; });
  return found == state_->fields.end() ? nullptr : &*found;
}

std::string_view Result::value(std::string_view name) const noexcept {
  const Field* found = field(name);
  return found == nullptr || found->values.empty() ? std::string_view() : found->values.front();
}

std::span<const Block> Result::blocks() const noexcept {
  return state_->blocks;
}

std::span<const std::string> Result::warnings() const noexcept {
  return state_->warnings;
}

const std::string& Result::encoding() const noexcept {
  return state_->encoding;
}

std::string Result::render(std::string_view format, const Rendering& how) const {
  const Plan::Written* written = state_->plan->find(format);
  if (written == nullptr)
    throw std::invalid_argument("the result cannot be written as '" + std::string(format) +
                                "': no such format, or not among those asked for");
  render::Style style = written->style;
  style.metadata = how.metadata;
  style.fields_only = !how.text;
  const bool is_article = !state_->contents.empty();
  if (style.fields_only) {
    // A page that could not be read has none, and only a cleaner that was told so reads none of an article.
    if (!state_->has_fields && !is_article) return "";
  } else if (!is_article) {
    return "";
  }
  if (style.needs_metadata() && !state_->has_fields)
    throw std::invalid_argument("the result has no fields: Options::metadata was false");
  static const render::Content kNoText;
  return render::to_format(is_article ? state_->contents[written->read_as] : kNoText, state_->metadata,
                           style);
}

}  // namespace clean_article::abi0

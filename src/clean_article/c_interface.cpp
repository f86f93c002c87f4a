// The C interface above the C++ one. Owns the change between C's and C++'s strings, structs and errors;
// decides nothing. No exception leaves a function here.
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "clean_article/clean_article.h"
#include "clean_article/inside.hpp"

using namespace clean_article;

struct ca_cleaner {
  abi0::Cleaner cleaner;
};

struct ca_result {
  abi0::Result result;
};

namespace {

std::string_view view_of(ca_str s) {
  return s.data == nullptr ? std::string_view() : std::string_view(s.data, s.length);
}

ca_str borrowed(std::string_view s) {
  return {s.data() == nullptr ? "" : s.data(), s.size()};
}

constexpr ca_str kEmpty{"", 0};

static_assert(static_cast<int>(abi0::Outcome::kArticle) == CA_ARTICLE &&
              static_cast<int>(abi0::Outcome::kNoArticle) == CA_NO_ARTICLE &&
              static_cast<int>(abi0::Outcome::kUnwanted) == CA_UNWANTED &&
              static_cast<int>(abi0::Outcome::kTooLarge) == CA_TOO_LARGE &&
              static_cast<int>(abi0::Outcome::kNotAPage) == CA_NOT_A_PAGE);

// An owned copy; false when memory is short.
bool give(std::string_view s, ca_owned* out) {
  auto* data = static_cast<char*>(std::malloc(s.size() + 1));
  if (data == nullptr) return false;
  std::memcpy(data, s.data(), s.size());
  data[s.size()] = '\0';
  *out = {data, s.size()};
  return true;
}

// What a caller's struct was compiled with may be shorter than ours, and is zero then; or longer, and the
// rest is not for us. Nothing when it says no size at all.
template <typename Struct>
std::optional<Struct> known_part(const Struct* given) {
  if (given == nullptr || given->size < sizeof(given->size)) return std::nullopt;
  Struct known{};
  std::memcpy(&known, given, std::min(given->size, sizeof known));
  return known;
}

// The same the other way round: fills as much as the caller has room for.
template <typename Struct>
ca_status fill(Struct* out, Struct filled) {
  if (out == nullptr || out->size < sizeof(out->size)) return CA_INVALID;
  filled.size = out->size;
  std::memcpy(out, &filled, std::min(out->size, sizeof filled));
  return CA_OK;
}

template <typename Call>
ca_status guarded(const Call& call) noexcept {
  try {
    return call();
  } catch (const std::bad_alloc&) {
    return CA_NO_MEMORY;
  } catch (const std::invalid_argument&) {
    return CA_INVALID;
  } catch (...) {
    return CA_FAILED;
  }
}

std::vector<std::string> strings_of(const ca_str* strings, std::size_t count) {
  if (strings == nullptr && count > 0) throw std::invalid_argument("a list is NULL and has a length");
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) out.emplace_back(view_of(strings[i]));
  return out;
}

abi0::Trade trade_of(std::int32_t trade) {
  switch (trade) {
    case CA_BALANCED:
      return abi0::Trade::kBalanced;
    case CA_PRECISION:
      return abi0::Trade::kPrecision;
    case CA_RECALL:
      return abi0::Trade::kRecall;
    default:
      throw std::invalid_argument("trade " + std::to_string(trade) + " is none of ca_trade");
  }
}

abi0::Input input_of(std::int32_t input) {
  switch (input) {
    case CA_AUTO:
      return abi0::Input::kAuto;
    case CA_HTML:
      return abi0::Input::kHtml;
    case CA_TEXT:
      return abi0::Input::kText;
    default:
      throw std::invalid_argument("from " + std::to_string(input) + " is none of ca_input");
  }
}

abi0::Options options_of(const ca_options* given) {
  abi0::Options out;
  if (given == nullptr) return out;
  const auto known = known_part(given);
  if (!known) throw std::invalid_argument("ca_options has no size");
  const ca_options& o = *known;
  out.trade = trade_of(o.trade);
  out.from = input_of(o.from);
  out.comments = o.comments != 0;
  out.standfirst = o.standfirst != 0;
  out.title = o.title != 0;
  out.tables = o.no_tables == 0;
  out.formatting = o.formatting != 0;
  out.links = o.links != 0;
  out.images = o.images != 0;
  out.only_with_metadata = o.only_with_metadata != 0;
  out.target_language = view_of(o.target_language);
  out.fewest_chars = o.fewest_chars;
  out.min_confidence = o.min_confidence;
  if (o.max_bytes != 0) out.max_bytes = o.max_bytes;
  out.rules_folders = strings_of(o.rules_folders, o.rules_folder_count);
  out.without = strings_of(o.without, o.without_count);
  out.built_in_rules = o.no_built_in_rules == 0;
  out.metadata = o.no_metadata == 0;
  out.blocks = o.blocks != 0;
  out.listed_blocks = o.listed_blocks != 0;
  out.formats = strings_of(o.formats, o.format_count);
  return out;
}

using Method = abi0::Result (abi0::Cleaner::*)(const abi0::Page&) const;

ca_status read(const ca_cleaner* cleaner, const ca_page* page, ca_result** result, Method method) noexcept {
  if (result == nullptr) return CA_INVALID;
  *result = nullptr;
  return guarded([&] {
    const auto known = known_part(page);
    if (cleaner == nullptr || !known) return CA_INVALID;
    auto made = std::make_unique<ca_result>(
        ca_result{(cleaner->cleaner.*method)({.bytes = view_of(known->bytes),
                                              .url = view_of(known->url),
                                              .content_type = view_of(known->content_type),
                                              .encoding = view_of(known->encoding),
                                              .fetched = view_of(known->fetched)})});
    *result = made.release();
    return CA_OK;
  });
}

// The element of a list, or null.
template <typename List>
auto* at(const List& list, std::size_t index) {
  return index < list.size() ? &list[index] : nullptr;
}

}  // namespace

extern "C" {

void ca_owned_free(ca_owned* string) {
  if (string == nullptr) return;
  std::free(string->data);
  *string = {nullptr, 0};
}

ca_str ca_version(void) {
  return borrowed(abi0::version());
}

ca_cleaner* ca_cleaner_new(const ca_options* options, ca_owned* error) {
  if (error != nullptr) *error = {nullptr, 0};
  const auto fail = [&](std::string_view message) -> ca_cleaner* {
    if (error != nullptr) give(message, error);
    return nullptr;
  };
  try {
    return new ca_cleaner{abi0::Cleaner(options_of(options))};
  } catch (const std::bad_alloc&) {
    return fail("memory is short");
  } catch (const std::exception& problem) {
    return fail(problem.what());
  } catch (...) {
    return fail("a fault of the library");
  }
}

void ca_cleaner_free(ca_cleaner* cleaner) {
  delete cleaner;
}

ca_status ca_clean(const ca_cleaner* cleaner, const ca_page* page, ca_result** result) {
  return read(cleaner, page, result, &abi0::Cleaner::clean);
}

ca_status ca_read_metadata(const ca_cleaner* cleaner, const ca_page* page, ca_result** result) {
  return read(cleaner, page, result, &abi0::Cleaner::read_metadata);
}

ca_status ca_whole_text(const ca_cleaner* cleaner, const ca_page* page, ca_result** result) {
  return read(cleaner, page, result, &abi0::Cleaner::whole_text);
}

void ca_result_free(ca_result* result) {
  delete result;
}

ca_outcome ca_result_outcome(const ca_result* result) {
  return static_cast<ca_outcome>(result->result.outcome());
}

ca_str ca_result_message(const ca_result* result) {
  return borrowed(result->result.message());
}

int32_t ca_result_is_doubtful(const ca_result* result) {
  return result->result.is_doubtful() ? 1 : 0;
}

ca_str ca_result_text(const ca_result* result) {
  return borrowed(result->result.text());
}

ca_str ca_result_encoding(const ca_result* result) {
  return borrowed(result->result.encoding());
}

size_t ca_result_warning_count(const ca_result* result) {
  return result->result.warnings().size();
}

ca_str ca_result_warning(const ca_result* result, size_t index) {
  const std::string* warning = at(result->result.warnings(), index);
  return warning == nullptr ? kEmpty : borrowed(*warning);
}

size_t ca_result_field_count(const ca_result* result) {
  return result->result.fields().size();
}

ca_status ca_result_field(const ca_result* result, size_t index, ca_field* field) {
  const abi0::Field* found = at(result->result.fields(), index);
  if (found == nullptr) return CA_INVALID;
  return fill(field, {0, borrowed(found->name), found->values.size(), borrowed(found->source)});
}

ca_str ca_result_field_value(const ca_result* result, size_t index, size_t value) {
  const abi0::Field* field = at(result->result.fields(), index);
  const std::string* found = field == nullptr ? nullptr : at(field->values, value);
  return found == nullptr ? kEmpty : borrowed(*found);
}

ca_str ca_result_value(const ca_result* result, ca_str name) {
  return borrowed(result->result.value(view_of(name)));
}

size_t ca_result_block_count(const ca_result* result) {
  return result->result.blocks().size();
}

ca_status ca_result_block(const ca_result* result, size_t index, ca_block* block) {
  const abi0::Block* b = at(result->result.blocks(), index);
  if (b == nullptr) return CA_INVALID;
  return fill(block, {0, borrowed(b->text), borrowed(b->kind), borrowed(b->step), borrowed(b->reason),
                      borrowed(b->signals), b->score, b->kept ? 1 : 0, b->source_begin, b->source_end});
}

ca_status ca_result_render(const ca_result* result, ca_str format, const ca_rendering* how, ca_owned* out) {
  if (out == nullptr) return CA_INVALID;
  *out = {nullptr, 0};
  return guarded([&] {
    abi0::Rendering rendering;
    if (how != nullptr) {
      const auto known = known_part(how);
      if (!known) return CA_INVALID;
      rendering = {.metadata = known->metadata != 0, .text = known->no_text == 0};
    }
    return give(result->result.render(view_of(format), rendering), out) ? CA_OK : CA_NO_MEMORY;
  });
}

size_t ca_format_count(void) {
  std::size_t count = 0;
  guarded([&] {
    count = abi0::formats().size();
    return CA_OK;
  });
  return count;
}

ca_status ca_format_at(size_t index, ca_format* format) {
  return guarded([&] {
    const abi0::Format* f = at(abi0::formats(), index);
    if (f == nullptr) return CA_INVALID;
    return fill(format, {0, borrowed(f->name), borrowed(f->other_name), borrowed(f->ending),
                         borrowed(f->description)});
  });
}

}  // extern "C"

// The raw text states of the tokenizer, as searches. Knows nothing of trees.
#include "html/parse/raw_text.hpp"

#include "html/parse/bytes.hpp"
#include "html/tree/attributes.hpp"
#include "text/text.hpp"

namespace clean_article::html {
namespace {

// Whether `name` stands at `at`, in any case, followed by what ends a tag name.
bool tag_name_at(const char* at, const char* end, std::string_view name) {
  if (static_cast<std::size_t>(end - at) <= name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (text::ascii_lower(at[i]) != text::ascii_lower(name[i])) return false;
  }
  return markup::is(at[name.size()], markup::kEndsTagName);
}

bool end_tag_at(const char* less_than, const char* end, std::string_view name) {
  return end - less_than >= 2 && less_than[1] == '/' && tag_name_at(less_than + 2, end, name);
}

bool has_arrow(const char* at, const char* end) {
  return between(at, end).find("-->") != std::string_view::npos;
}

}  // namespace

const char* end_of_raw_text(const char* at, const char* end, std::string_view name) {
  for (at = find(at, end, '<'); at != end; at = find(at + 1, end, '<')) {
    if (end_tag_at(at, end, name)) return at;
  }
  return end;
}

const char* end_of_script(const char* at, const char* end) {
  constexpr std::string_view kScript = "script";
  constexpr std::string_view kCommentStart = "<!--";
  enum class State { kPlain, kEscaped, kDoubleEscaped } state = State::kPlain;
  const char* arrow_from = at;  // where a "-->" may begin that ends the escaped states
  for (at = find(at, end, '<'); at != end; at = find(at + 1, end, '<')) {
    if (state != State::kPlain) {
      if (has_arrow(arrow_from, at)) state = State::kPlain;
      arrow_from = at;
    }
    if (end_tag_at(at, end, kScript)) {
      if (state != State::kDoubleEscaped) return at;
      state = State::kEscaped;
    } else if (state == State::kPlain) {
      if (!between(at, end).starts_with(kCommentStart)) continue;
      state = State::kEscaped;
      arrow_from = at + 2;  // the dashes of "<!-->" end it as well
    } else if (state == State::kEscaped && tag_name_at(at + 1, end, kScript)) {
      state = State::kDoubleEscaped;
    }
  }
  return end;
}

}  // namespace clean_article::html

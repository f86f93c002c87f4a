#include "extract/blocks/quotation_marks.hpp"

#include <algorithm>
#include <iterator>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

struct LanguageMarks {
  std::string_view language;
  QuotationMarks outer, inner;
};

// After the style sheet for <q> in the HTML standard. Languages that are not here, English with them, have
// the marks of a keyboard, which any reader of plain text expects.
constexpr LanguageMarks kMarks[] = {
    {"bg", {"„", "“"}, {"‚", "‘"}}, {"cs", {"„", "“"}, {"‚", "‘"}}, {"de", {"„", "“"}, {"‚", "‘"}},
    {"el", {"«", "»"}, {"“", "”"}}, {"es", {"«", "»"}, {"“", "”"}}, {"fr", {"«", "»"}, {"“", "”"}},
    {"hu", {"„", "”"}, {"»", "«"}}, {"it", {"«", "»"}, {"“", "”"}}, {"ja", {"「", "」"}, {"『", "』"}},
    {"nb", {"«", "»"}, {"‘", "’"}}, {"no", {"«", "»"}, {"‘", "’"}}, {"pl", {"„", "”"}, {"«", "»"}},
    {"pt", {"“", "”"}, {"‘", "’"}}, {"ro", {"„", "”"}, {"«", "»"}}, {"ru", {"«", "»"}, {"„", "“"}},
    {"sk", {"„", "“"}, {"‚", "‘"}}, {"sv", {"”", "”"}, {"’", "’"}}, {"uk", {"«", "»"}, {"„", "“"}},
    {"zh", {"“", "”"}, {"‘", "’"}}, {"fi", {"”", "”"}, {"’", "’"}}, {"fa", {"«", "»"}, {"“", "”"}},
};
constexpr LanguageMarks kOthers = {"", {"\"", "\""}, {"'", "'"}};

bool is_quotation_mark(char32_t c) {
  constexpr std::u32string_view kSigns = U"\"'“”„‟‘’‚«»‹›「」『』";
  return kSigns.find(c) != std::u32string_view::npos;
}

}  // namespace

QuotationMarks quotation_marks(std::string_view language, int depth) {
  const std::string name = text::to_lower(language.substr(0, language.find_first_of("-_")));
  const auto* found = std::find_if(std::begin(kMarks), std::end(kMarks),
                                   [&](const LanguageMarks& marks) { return marks.language == name; });
  const LanguageMarks& marks = found == std::end(kMarks) ? kOthers : *found;
  return depth % 2 == 0 ? marks.outer : marks.inner;
}

bool ends_in_quotation_mark(std::string_view text) {
  return !text.empty() && is_quotation_mark(text::last_code_point(text));
}

bool begins_with_quotation_mark(std::string_view text) {
  return !text.empty() && is_quotation_mark(text::first_code_point(text));
}

}  // namespace clean_article::extract

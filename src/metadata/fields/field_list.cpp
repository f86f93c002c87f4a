#include "metadata/fields/field_list.hpp"

#include <array>
#include <cstdio>

namespace clean_article::metadata {

namespace {

constexpr HtmlPlace kNoHtml{};
constexpr HtmlPlace kHtmlTitle{HtmlPlace::In::kTitle};

constexpr HtmlPlace root_attribute(std::string_view name) {
  return {HtmlPlace::In::kRootAttribute, name};
}
constexpr HtmlPlace meta(std::string_view name) {
  return {HtmlPlace::In::kMeta, name};
}
constexpr HtmlPlace link(std::string_view rel) {
  return {HtmlPlace::In::kLink, rel};
}

constexpr bool kMayBeAbsent = true;
constexpr bool kAlwaysThere = false;
constexpr bool kNamesPage = true;
constexpr bool kDescribes = false;

using Kind = FieldKind;
using M = Metadata;

// clang-format off
constexpr auto kFields = std::to_array<FieldRow>({
    {"title", Kind::kText, &M::title, "title", kHtmlTitle, TeiPlace::kTitle,
     kMayBeAbsent, kDescribes, "the title, without the site's name"},
    {"authors", Kind::kList, &M::authors, "author", meta("author"), TeiPlace::kAuthor,
     kMayBeAbsent, kDescribes, "who wrote it, or signs for them, as \"First Last\""},
    {"date", Kind::kDate, &M::date, "date", meta("date"), TeiPlace::kDate,
     kMayBeAbsent, kDescribes, "when it was published"},
    {"modified", Kind::kDate, &M::modified, "modified", kNoHtml, TeiPlace::kNowhere,
     kMayBeAbsent, kDescribes, "when it was last changed"},
    {"sitename", Kind::kText, &M::sitename, "sitename", kNoHtml, TeiPlace::kPublisher,
     kMayBeAbsent, kDescribes, "the site's name"},
    {"url", Kind::kText, &M::url, "url", link("canonical"), TeiPlace::kAddress,
     kMayBeAbsent, kNamesPage, "the canonical URL"},
    {"hostname", Kind::kText, &M::hostname, "hostname", kNoHtml, TeiPlace::kHost,
     kMayBeAbsent, kNamesPage, "the host of the URL, without www."},
    {"description", Kind::kText, &M::description, "description", meta("description"), TeiPlace::kAbstract,
     kMayBeAbsent, kDescribes, "what it is about: the declared summary, or the line under the title"},
    {"language", Kind::kText, &M::language, "language", root_attribute("lang"), TeiPlace::kLanguage,
     kMayBeAbsent, kDescribes, "the language as a BCP 47 tag"},
    {"direction", Kind::kDirection, &M::direction, "direction", root_attribute("dir"), TeiPlace::kNowhere,
     kMayBeAbsent, kDescribes, "the direction of the text, where the page declares it"},
    {"categories", Kind::kList, &M::categories, "categories", kNoHtml, TeiPlace::kCategory,
     kMayBeAbsent, kDescribes, "the site's sections that it stands in"},
    {"tags", Kind::kList, &M::tags, "tags", kNoHtml, TeiPlace::kTag,
     kMayBeAbsent, kDescribes, "its keywords"},
    {"image", Kind::kText, &M::image, "image", kNoHtml, TeiPlace::kNowhere,
     kMayBeAbsent, kDescribes, "the URL of its picture"},
    {"license", Kind::kText, &M::license, "license", kNoHtml, TeiPlace::kLicence,
     kMayBeAbsent, kDescribes, "its licence, as a URL or a name"},
    {"page_type", Kind::kText, &M::page_type, "pagetype", kNoHtml, TeiPlace::kNowhere,
     kMayBeAbsent, kDescribes, "what the page declares that it is, lower case"},
    {"word_count", Kind::kNumber, &M::word_count, "wordcount", kNoHtml, TeiPlace::kNowhere,
     kAlwaysThere, kDescribes, "the words of the text"},
    {"fingerprint", Kind::kFingerprint, &M::fingerprint, "fingerprint", kNoHtml, TeiPlace::kNote,
     kMayBeAbsent, kDescribes, "equal for texts of the same words"},
    {"confidence", Kind::kShare, &M::confidence, "confidence", kNoHtml, TeiPlace::kNowhere,
     kMayBeAbsent, kDescribes, "how right the text is expected to be, from 0 to 1 (word F1)"},
});
// clang-format on

std::string hexadecimal(std::uint64_t value) {
  std::array<char, 20> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(value));
  return digits.data();
}

}  // namespace

std::vector<std::string> FieldRow::values(const Metadata& metadata) const {
  if (const auto* list = std::get_if<ListField Metadata::*>(&member)) return (metadata.**list).values;
  if (const auto* field = std::get_if<Field Metadata::*>(&member)) {
    const std::string& value = (metadata.**field).value;
    return value.empty() ? std::vector<std::string>() : std::vector<std::string>{value};
  }
  const std::uint64_t number = metadata.*std::get<std::uint64_t Metadata::*>(member);
  if (number == 0 && may_be_absent) return {};
  return {kind == FieldKind::kFingerprint ? hexadecimal(number) : std::to_string(number)};
}

std::string FieldRow::text(const Metadata& metadata) const {
  std::string out;
  for (const std::string& value : values(metadata)) out += (out.empty() ? "" : "; ") + value;
  return out;
}

std::string_view FieldRow::source(const Metadata& metadata) const {
  if (const auto* list = std::get_if<ListField Metadata::*>(&member)) return (metadata.**list).source;
  if (const auto* field = std::get_if<Field Metadata::*>(&member)) return (metadata.**field).source;
  return "";
}

std::span<const FieldRow> field_list() {
  return kFields;
}

}  // namespace clean_article::metadata

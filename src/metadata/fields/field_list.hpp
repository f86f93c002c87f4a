// The one list of the fields that a page's metadata have: their names, kinds and order in every format. Owns
// what a field is called and means; knows nothing of how a format writes or a reader finds one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "metadata/fields/fields.hpp"

namespace clean_article::metadata {

enum class FieldKind : std::uint8_t {
  kText,
  kList,
  kDate,         // ISO 8601
  kDirection,    // "ltr" or "rtl"
  kNumber,       // always there
  kShare,        // from 0 to 1, with two decimals
  kFingerprint,  // sixteen hexadecimal digits
};

// Where an HTML page has a field.
struct HtmlPlace {
  enum class In : std::uint8_t { kNowhere, kTitle, kRootAttribute, kMeta, kLink };
  In in = In::kNowhere;
  std::string_view name{};  // of the attribute or <meta>, of the link its rel
};

// Where a TEI header has a field; the format says which element that is.
enum class TeiPlace : std::uint8_t {
  kNowhere,
  kTitle,
  kAuthor,
  kDate,
  kPublisher,
  kHost,  // who published it where no publisher is known
  kAddress,
  kLicence,
  kAbstract,
  kLanguage,
  kCategory,
  kTag,
  kNote,
};

// One field. Its functions read it out of a page's metadata.
struct FieldRow {
  using Member = std::variant<Field Metadata::*, ListField Metadata::*, std::uint64_t Metadata::*>;

  std::string_view name;  // in JSON, YAML and CSV, and for people
  FieldKind kind;
  Member member;
  std::string_view xml;  // its attribute in XML
  HtmlPlace html;
  TeiPlace tei;
  bool may_be_absent;        // whether a page may not tell it; a list is empty then
  bool names_page;           // whether it says which page this is: such columns open a CSV record
  std::string_view meaning;  // one sentence, for people

  // Its values as text: none where the page does not tell it, one unless it is a list.
  std::vector<std::string> values(const Metadata& metadata) const;
  // The same in one string, values parted by "; ".
  std::string text(const Metadata& metadata) const;
  // Where it came from, "" for what is counted in the text.
  std::string_view source(const Metadata& metadata) const;
};

// All fields, in the order of every output.
std::span<const FieldRow> field_list();

}  // namespace clean_article::metadata

// The one list of the formats: what each is called, what it can carry and who writes it. The program's
// options, their help and checks, the endings of files and what stands around several pages come from its
// rows.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "render/style.hpp"

namespace clean_article::metadata {
struct Metadata;
}

namespace clean_article::render {

struct Content;

// What a format's text is made of.
enum class TextForm : std::uint8_t {
  kLines,     // plain text, or Markdown where the style asks for links, images or emphasis
  kMarkdown,  // Markdown always
  kElements,  // elements
};

// Several pages in one stream.
enum class Stream : std::uint8_t {
  kNamed,      // for people: each below a line with its name
  kDocuments,  // whole documents one after the other
  kFramed,     // one document, by what stands before, between and behind the pages
};

struct Frame {
  std::string head{};     // before the first page, and of a page alone in its file where `heads_files`
  std::string between{};  // instead of the line break that ends a page
  std::string tail{};     // behind the last, instead of its line break
  bool heads_files = false;
};

struct FormatRow {
  Format format;
  std::string_view name;        // of --format
  std::string_view other_name;  // likewise, "" when it has one alone
  std::string_view flag;        // the short form "--markdown", without its hyphens; "" when it has none
  std::string_view ending;      // of files: ".md"
  std::string_view help;        // what it is, for people
  TextForm text;
  bool always_has_fields;   // not only with Style::metadata
  bool always_shows_marks;  // emphasis and links, not only where the style asks for them
  bool can_list_blocks;     // Style::blocks
  Stream stream;
  Frame (*frame)();  // of kFramed, else nullptr
  std::string (*write)(const Content& content, const metadata::Metadata& metadata, const Style& style);
};

std::span<const FormatRow> formats();
const FormatRow& row_of(Format format);

// The format that `name` means, nullptr when there is none.
const FormatRow* find_format(std::string_view name);

// The names in a sentence, for those rows that `wanted` takes: "txt, markdown or html".
std::string names_of_formats(bool (*wanted)(const FormatRow&));

}  // namespace clean_article::render

// Parts as elements: HTML, the XML of its own and TEI P5. Owns what each format calls an element, and
// escaping.
#pragma once

#include <string>
#include <vector>

#include "render/parts.hpp"

namespace clean_article::render {

// A whole document of its own, readable alone in a browser.
std::string to_html(const metadata::Metadata& metadata, const std::vector<Part>& parts);
std::string to_xml(const metadata::Metadata& metadata, const std::vector<Part>& parts);
std::string to_tei(const metadata::Metadata& metadata, const std::vector<Part>& parts);

// Characters for text and attribute values of XML and HTML. Characters that XML forbids are left out.
std::string escaped(std::string_view utf8);

// The parts alone, in the words of a format.
enum class Vocabulary : std::uint8_t { kHtml, kXml, kTei };
std::string elements_of(const std::vector<Part>& parts, Vocabulary vocabulary);

}  // namespace clean_article::render

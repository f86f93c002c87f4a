// The metadata as fields of JSON, of YAML front matter and of CSV. Owns their names and order.
#pragma once

#include <string>
#include <vector>

#include "metadata/metadata.hpp"
#include "render/render.hpp"

namespace clean_article::render {

// "a; b"
std::string joined(const metadata::ListField& field);

// Sixteen hexadecimal digits, "" without text.
std::string fingerprint_text(const metadata::Metadata& metadata);

// Between lines of three hyphens; strings in quotes where YAML could read them otherwise.
std::string to_front_matter(const metadata::Metadata& metadata);

// One object. Text and blocks only where the style asks for them.
std::string to_json(const metadata::Metadata& metadata, const std::string& text,
                    const std::vector<ShownBlock>& blocks, const Style& style);

// One record, CRLF at its end.
std::string to_csv(const metadata::Metadata& metadata, const std::string& text);

}  // namespace clean_article::render

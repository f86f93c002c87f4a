// The metadata as YAML front matter, as JSON and as CSV. Owns how these write a field; which fields there are
// says the list of the metadata floor.
#pragma once

#include <string>
#include <vector>

#include "metadata/metadata.hpp"
#include "render/render.hpp"

namespace clean_article::render {

// Between lines of three hyphens; strings in quotes where YAML could read them otherwise.
std::string to_front_matter(const metadata::Metadata& metadata);

// One object. Text and blocks only where the style asks for them.
std::string to_json(const metadata::Metadata& metadata, const std::string& text,
                    const std::vector<ShownBlock>& blocks, const Style& style);

// One record, CRLF at its end.
std::string to_csv(const metadata::Metadata& metadata, const std::string& text);

// The line of names above the records.
std::string csv_header();

}  // namespace clean_article::render

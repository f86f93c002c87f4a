// The runs of one block: its text with the inline elements around each piece. The other half of parts.hpp.
#pragma once

#include <string_view>
#include <vector>

#include "render/notes.hpp"
#include "render/parts.hpp"

namespace clean_article::render {

std::vector<Run> runs_of(const Source& source, const extract::Block& block, std::string_view base,
                         const Style& style, const Notes& notes);

// From where images may stand behind a piece: those that are text, as smileys are, belong to it.
html::NodeId behind_piece(const html::Document& document, const extract::Piece& piece);

// An <img> as a run, without text where it shows nothing of worth (a data URL, a tracking pixel).
Run image_run(const html::Document& document, html::NodeId image, std::string_view base);

}  // namespace clean_article::render

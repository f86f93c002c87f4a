// What becomes of an inline element that no reader sees: a part of a sentence goes, what is all that its
// block says is judged with it, and where it may say what the rest is it stays. Knows nothing of blocks'
// text.
#pragma once

#include <cstdint>

#include "extract/blocks/concealment.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

enum class InRun : std::uint8_t {
  kGoes,   // the text around it reads on without it
  kIsAll,  // there is no other text
  kStays,
};

// `block`: the block-level element around the element.
InRun weigh_in_run(const html::Document& document, html::NodeId element, html::NodeId block, Concealment way);

}  // namespace clean_article::extract

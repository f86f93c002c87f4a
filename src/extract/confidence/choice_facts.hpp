// What is known of a page's choice as a whole, as numbers: how sure the scorer was of what was kept and of
// what was not, how the kept blocks lie, of what kind they are. Knows verdicts and signals; judges nothing.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "extract/judge/extractor.hpp"

namespace clean_article::extract {

// The names of the facts, in the order of choice_facts(). "kept_S" is the signal S over the kept blocks, a
// word's weight for each word; "left_S" is S over the others, by the words of them that are expected to be
// content; "page_S" is a signal that all blocks of a page share.
std::span<const std::string_view> choice_fact_names();

// One number a name. The page must have been scored, have signals, and have kept something.
std::vector<float> choice_facts(const Extraction& extraction);

}  // namespace clean_article::extract

// <meta> elements: OpenGraph, Twitter, Dublin Core, Parsely, Sailthru, citation tags and the plain names.
// Owns the table of names; knows nothing of other places.
#pragma once

#include "html/html.hpp"
#include "metadata/readers/candidates.hpp"

namespace clean_article::metadata {

// Adds what one <meta> tells.
void read_meta_tag(const html::Document& document, html::NodeId meta, Candidates& out);

}  // namespace clean_article::metadata

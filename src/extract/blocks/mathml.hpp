// MathML as TeX, for formulas of which the page has nothing shorter. Symbols stay characters, so that the TeX
// can be read as text. Owns what each element of MathML is in TeX; knows no other markup.
#pragma once

#include <string>

#include "html/html.hpp"

namespace clean_article::extract {

// `math`: a <math> or what holds MathJax 3's drawing (<mjx-math>), whose elements have the names of MathML's.
std::string tex_of_mathml(const html::Document& document, html::NodeId math);

}  // namespace clean_article::extract

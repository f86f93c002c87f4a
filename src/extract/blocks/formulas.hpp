// Formulas: which elements show one, and its TeX. Browsers draw a formula from many small elements or a
// picture; what was written stands beside that, in an annotation, an attribute or a script. Owns how the
// engines mark both (MathML, KaTeX, MathJax, LaTeXML, Wikipedia, pictures); knows nothing of blocks.
#pragma once

#include <optional>
#include <string>

#include "html/html.hpp"

namespace clean_article::extract {

struct Formula {
  std::string tex;       // one line, without delimiters; empty for what is drawn again elsewhere
  bool display = false;  // on a line of its own
};

// The formula that an element shows with all that is in it; nothing where it is no formula or the page does
// not tell what it says. Meant for <math>, <script>, <img>, elements of unknown names and those of the
// category `formula`.
std::optional<Formula> formula_of(const html::Document& document, html::NodeId element);

}  // namespace clean_article::extract

// The marks that a browser prints around a <q>. Owns which language has which; knows nothing of blocks.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::extract {

struct QuotationMarks {
  std::string_view open, close;
};

// `language`: of the page, as its lang attribute says it ("de-AT"). `depth`: how many quotations stand
// around.
QuotationMarks quotation_marks(std::string_view language, int depth);

// Whether a text ends or begins with a mark of quotation: then its author wrote the marks himself.
bool ends_in_quotation_mark(std::string_view text);
bool begins_with_quotation_mark(std::string_view text);

}  // namespace clean_article::extract

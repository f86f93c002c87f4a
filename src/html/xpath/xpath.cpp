// The door to XPath: see xpath.hpp.
#include "html/xpath/xpath.hpp"

#include "html/xpath/evaluator.hpp"
#include "html/xpath/index.hpp"
#include "html/xpath/parser.hpp"

namespace clean_article::html {

XPath::XPath(std::shared_ptr<const xpath::Syntax> syntax) : syntax_(std::move(syntax)) {}

Result<XPath> XPath::compile(std::string_view expression) {
  Result<xpath::Syntax> syntax = xpath::parse(expression);
  if (!syntax) return syntax.error();
  return XPath(std::make_shared<const xpath::Syntax>(std::move(*syntax)));
}

std::string_view XPath::text() const {
  return syntax_->text;
}

XPathPage::XPathPage() : index_(std::make_unique<Index>()) {}
XPathPage::XPathPage(const Document& document, std::uint64_t budget) : XPathPage() {
  turn_to(document, budget);
}
XPathPage::~XPathPage() = default;

void XPathPage::turn_to(const Document& document, std::uint64_t budget) {
  index_->turn_to(document, budget);
}

Result<XPathValue> XPathPage::evaluate(const XPath& expression) {
  XPathValue value;
  if (!index_->is_spent()) value = xpath::Evaluator(expression, *index_).evaluate();
  if (index_->is_spent()) {
    return Error{ErrorKind::kTooLarge, "the expressions take more work on this page than a page may cause"};
  }
  return value;
}

std::string_view XPathPage::string_value(XPathNode node) {
  return index_->string_value(node);
}

bool XPathPage::is_blank(NodeId id) {
  return index_->is_blank(id);
}

std::span<const AttributeValue> XPathPage::attribute_values(std::string_view name) {
  return index_->values(name);
}

void XPathPage::remove(XPathNode node) {
  index_->remove(node);
}

bool XPathPage::is_removed(NodeId id) const {
  return index_->is_removed(id);
}

}  // namespace clean_article::html

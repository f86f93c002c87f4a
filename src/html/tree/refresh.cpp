#include "html/tree/refresh.hpp"

#include <algorithm>

#include "text/text.hpp"

namespace clean_article::html {
namespace {

// Pages that only send on do it within a few seconds. Those that a reader may read first, front pages that
// want to stay fresh among them, give him minutes.
constexpr int kLongestWaitSeconds = 10;

// "If your browser does not take you there, follow this link" in many languages is shorter.
constexpr std::size_t kMostBytesOfForward = 400;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void skip_space(std::string_view& text) {
  while (!text.empty() && text::is_html_space(text.front())) text.remove_prefix(1);
}

bool is_shown(const Document& document, NodeId text_node) {
  for (NodeId id = document[text_node].parent; id != kNoNode && id != 0; id = document[id].parent) {
    const Tag tag = document[id].tag;
    if (tag == Tag::k_script || tag == Tag::k_style || tag == Tag::k_noscript || tag == Tag::k_title ||
        tag == Tag::k_template)
      return false;
  }
  return true;
}

bool shows_little(const Document& document) {
  std::string shown;
  for (NodeId id = 1; id < document.nodes().size(); ++id) {
    if (document[id].tag == Tag::kText && is_shown(document, id)) document.append_text(id, shown);
    if (shown.size() > kMostBytesOfForward && text::fold_html_space(shown).size() > kMostBytesOfForward)
      return false;
  }
  return true;
}

bool is_inside_noscript(const Document& document, NodeId id) {
  for (id = document[id].parent; id != kNoNode && id != 0; id = document[id].parent)
    if (document[id].tag == Tag::k_noscript) return true;
  return false;
}

}  // namespace

// The steps of the HTML standard, "shared declarative refresh steps".
std::optional<std::string> refresh_target(std::string_view content) {
  skip_space(content);
  const bool has_seconds = !content.empty() && is_digit(content.front());
  if (!has_seconds && !content.starts_with('.')) return std::nullopt;
  int seconds = 0;
  for (; !content.empty() && is_digit(content.front()); content.remove_prefix(1))
    seconds = std::min(seconds * 10 + (content.front() - '0'), kLongestWaitSeconds + 1);
  while (!content.empty() && (is_digit(content.front()) || content.front() == '.')) content.remove_prefix(1);
  if (seconds > kLongestWaitSeconds || content.empty()) return std::nullopt;

  const bool is_parted = content.front() == ';' || content.front() == ',';
  if (!is_parted && !text::is_html_space(content.front())) return std::nullopt;
  skip_space(content);
  if (!content.empty() && (content.front() == ';' || content.front() == ',')) content.remove_prefix(1);
  skip_space(content);
  if (text::equal_ignoring_ascii_case(content.substr(0, 3), "url")) {
    std::string_view behind = content.substr(3);
    skip_space(behind);
    if (behind.starts_with('=')) {
      behind.remove_prefix(1);
      skip_space(behind);
      content = behind;
    }
  }
  if (!content.empty() && (content.front() == '\'' || content.front() == '"')) {
    const char quote = content.front();
    content.remove_prefix(1);
    content = content.substr(0, content.find(quote));
  }
  if (content.empty()) return std::nullopt;
  return std::string(content);
}

std::optional<std::string> find_refresh(const Document& document) {
  const auto nodes = document.nodes();
  for (NodeId id = 1; id < nodes.size(); ++id) {
    if (nodes[id].tag != Tag::k_meta) continue;
    const auto name = document.attribute(id, "http-equiv");
    if (!name || !text::equal_ignoring_ascii_case(*name, "refresh")) continue;
    auto target = refresh_target(document.attribute(id, "content").value_or(""));
    if (!target || (is_inside_noscript(document, id) && !shows_little(document))) continue;
    return target;
  }
  return std::nullopt;
}

}  // namespace clean_article::html

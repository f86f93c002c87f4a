#include "extract/rescue/frames.hpp"

#include <string_view>
#include <utility>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Tag;

// Words outside of tags, scripts and styles: enough to tell a page from an advertisement.
std::size_t count_words(std::string_view html) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < html.size(); ++at) {
    if (html[at] != '<') {
      const bool space = text::is_html_space(html[at]);
      words += !space && !in_word ? 1 : 0;
      in_word = !space;
      continue;
    }
    in_word = false;
    std::size_t end = html.find('>', at);
    for (const std::string_view raw : {"script", "style"}) {
      if (!text::equal_ignoring_ascii_case(html.substr(at + 1, raw.size()), raw)) continue;
      const std::size_t closing = html.find("</", at + 1);
      end = closing == std::string_view::npos ? closing : html.find('>', closing);
    }
    if (end == std::string_view::npos) break;
    at = end;
  }
  return words;
}

}  // namespace

Frame longest_frame(const html::Document& document) {
  Frame longest;
  for (html::NodeId id = 0; id < document.nodes().size(); ++id) {
    if (document[id].tag != Tag::k_iframe) continue;
    std::string source = document.attribute(id, "srcdoc").value_or("");
    if (source.empty()) continue;
    const std::size_t words = count_words(source);
    if (words > longest.words) longest = {std::move(source), words};
  }
  return longest;
}

}  // namespace clean_article::extract

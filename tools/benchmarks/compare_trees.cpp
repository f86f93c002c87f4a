// Compares this project's tree of each page with plain Gumbo's: elements, attributes, text. Prints the
// counts and the first difference of each page that differs. A developer's tool, no part of the library.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "base/base.hpp"
#include "html/gumbo_reference.hpp"
#include "html/html.hpp"
#include "page_files.hpp"
#include "text/text.hpp"

namespace {

namespace fs = std::filesystem;
using namespace clean_article;

// The number of the first line that differs, and the two lines.
void report(const html::TreeLines& theirs, const html::TreeLines& ours, const fs::path& path) {
  std::size_t i = 0;
  while (i < std::min(theirs.size(), ours.size()) && theirs[i] == ours[i]) ++i;
  const auto shown = [](const html::TreeLines& lines, std::size_t line, std::size_t from) {
    if (line >= lines.size()) return std::string("(nothing)");
    return lines[line].substr(std::min(from, lines[line].size()), 80);
  };
  const std::string a = i < theirs.size() ? theirs[i] : "";
  const std::string b = i < ours.size() ? ours[i] : "";
  std::size_t column = 0;
  while (column < std::min(a.size(), b.size()) && a[column] == b[column]) ++column;
  const std::size_t from = column - std::min<std::size_t>(column, 20);
  for (std::size_t line = i - std::min<std::size_t>(i, 6); line < i; ++line) {
    std::printf("    %s\n", theirs[line].substr(0, 100).c_str());
  }
  std::printf("differs: %s: line %zu column %zu\n  gumbo: %s\n  ours:  %s\n", path.c_str(), i, column,
              shown(theirs, i, from).c_str(), shown(ours, i, from).c_str());
}

bool compare(const std::string_view utf8, html::Parser& parser, html::TreeLines& theirs,
             html::TreeLines& ours, html::Exceptions& used) {
  const html::Document& document = parser.parse_as_sent(utf8);
  theirs = html::gumbo_lines(utf8);
  ours = html::our_lines(document);
  return html::equal_but_for_exceptions(theirs, ours, document, used);
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<fs::path> files = page_files({argv + 1, argv + argc});
  if (files.empty()) {
    std::fprintf(stderr, "usage: compare_trees FILE-OR-FOLDER…\n");
    return 2;
  }
  const Limits limits;
  html::Parser parser(limits);
  text::Decoder decoder;
  std::size_t equal = 0;
  std::size_t excepted = 0;
  std::size_t repeated = 0;
  std::size_t controls = 0;
  std::size_t end_tags = 0;
  for (const fs::path& path : files) {
    const std::string bytes = read_page(path);
    const auto decoded = decoder.decode(bytes, {}, limits);
    if (!decoded) {
      std::printf("not read: %s: %s\n", path.c_str(), decoded.error().message.c_str());
      continue;
    }
    html::TreeLines theirs;
    html::TreeLines ours;
    html::Exceptions used;
    if (!compare(decoded->utf8, parser, theirs, ours, used)) {
      // A second look at the page as Gumbo would understand its end tags.
      html::TreeLines theirs_bare;
      html::TreeLines ours_bare;
      used.foreign_end_tags = true;
      if (!compare(html::with_bare_end_tags(decoded->utf8), parser, theirs_bare, ours_bare, used)) {
        report(theirs, ours, path);
        continue;
      }
    }
    used.any() ? ++excepted : ++equal;
    repeated += used.repeated_attributes;
    controls += used.controls;
    end_tags += used.foreign_end_tags;
  }
  std::printf(
      "%zu pages: %zu equal; %zu equal but for what Gumbo reads wrongly (repeated attributes %zu, controls "
      "%zu, \"</svg >\" %zu); %zu differ\n",
      files.size(), equal, excepted, repeated, controls, end_tags, files.size() - equal - excepted);
  return equal + excepted == files.size() ? 0 : 1;
}

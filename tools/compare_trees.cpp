// Compares this project's tree of each page with plain Gumbo's: elements, attributes, text. Prints the
// counts and the first difference of each page that differs. A developer's tool, no part of the library.
#include <zlib.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "base/base.hpp"
#include "html/gumbo_reference.hpp"
#include "html/html.hpp"
#include "text/text.hpp"

namespace {

namespace fs = std::filesystem;
using namespace clean_article;

std::string read_file(const fs::path& path) {
  std::string bytes;
  gzFile file = gzopen(path.c_str(), "rb");  // plain files pass through
  if (file == nullptr) return bytes;
  char buffer[1 << 16];
  for (int got = 0; (got = gzread(file, buffer, sizeof buffer)) > 0;) bytes.append(buffer, static_cast<std::size_t>(got));
  gzclose(file);
  return bytes;
}

void collect(const fs::path& path, std::vector<fs::path>& files) {
  if (!fs::is_directory(path)) {
    files.push_back(path);
    return;
  }
  for (const auto& entry : fs::recursive_directory_iterator(path)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && name.find(".htm") != std::string::npos) files.push_back(entry.path());
  }
}

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

}  // namespace

int main(int argc, char** argv) {
  std::vector<fs::path> files;
  for (int i = 1; i < argc; ++i) collect(argv[i], files);
  std::sort(files.begin(), files.end());
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
  for (const fs::path& path : files) {
    const std::string bytes = read_file(path);
    const auto decoded = decoder.decode(bytes, {}, limits);
    if (!decoded) {
      std::printf("not read: %s: %s\n", path.c_str(), decoded.error().message.c_str());
      continue;
    }
    const html::Document& document = parser.parse(decoded->utf8);
    html::TreeLines theirs = html::gumbo_lines(decoded->utf8);
    html::TreeLines ours = html::our_lines(document);
    html::Exceptions used;
    if (html::equal_but_for_exceptions(theirs, ours, document, used)) {
      used.any() ? ++excepted : ++equal;
      repeated += used.repeated_attributes;
      controls += used.controls;
    } else {
      report(theirs, ours, path);
    }
  }
  std::printf("%zu pages: %zu equal; %zu equal but for what Gumbo reads wrongly (repeated attributes: %zu, "
              "controls: %zu); %zu differ\n",
              files.size(), equal, excepted, repeated, controls, files.size() - equal - excepted);
  return equal + excepted == files.size() ? 0 : 1;
}

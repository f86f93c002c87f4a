// The html5lib tree-construction tests: what plain Gumbo gets right, this project's Parser gets right.
// Cases about fragments and scripts are left out, as are comments and doctypes, which are not kept.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "corpora.hpp"
#include "html/gumbo_reference.hpp"
#include "html/parse/parser.hpp"

namespace clean_article::html {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string data;
  std::string document;
  bool usable = true;
};

std::vector<Case> read_cases(const fs::path& path) {
  std::vector<Case> cases;
  std::ifstream file(path, std::ios::binary);
  std::string* part = nullptr;
  for (std::string line; std::getline(file, line);) {
    if (line == "#data") {
      cases.emplace_back();
      part = &cases.back().data;
    } else if (line == "#document") {
      part = &cases.back().document;
    } else if (line == "#errors" || line == "#new-errors") {
      part = nullptr;
    } else if (line == "#document-fragment" || line == "#script-on") {
      cases.back().usable = false;
      part = nullptr;
    } else if (line == "#script-off") {
      part = nullptr;
    } else if (part != nullptr) {
      *part += line + "\n";
    }
  }
  for (Case& one : cases) {
    if (!one.data.empty()) one.data.pop_back();
  }
  return cases;
}

// The "| "-lines of a case as TreeLines. Text may go over several lines.
TreeLines expected_lines(const std::string& document) {
  std::vector<std::string> items;
  for (std::size_t at = 0; at < document.size();) {
    std::size_t end = document.find("\n| ", at);
    end = end == std::string::npos ? document.size() : end + 1;
    std::string item = document.substr(at, end - at);
    while (!item.empty() && item.back() == '\n') item.pop_back();
    if (item.starts_with("| ")) items.push_back(item.substr(2));
    at = end;
  }
  TreeLines lines;
  std::vector<std::size_t> open;  // indents
  for (const std::string& item : items) {
    const std::size_t indent = item.find_first_not_of(' ');
    const std::string_view what = std::string_view(item).substr(indent);
    const bool element = what[0] == '<' && !what.starts_with("<!") && !what.starts_with("<?");
    const bool attribute = what[0] != '<' && what[0] != '"' && what != "content";
    if (!attribute) {
      while (!open.empty() && open.back() >= indent) {
        lines.push_back("/");
        open.pop_back();
      }
    }
    if (element) {
      lines.push_back(reference_detail::lower(what.substr(0, what.size() - 1)));
      open.push_back(indent);
    } else if (what[0] == '"') {
      reference_detail::add_text(lines, what.substr(1, what.size() - 2));
    } else if (attribute) {
      const std::size_t equals = what.find("=\"");
      std::string name = reference_detail::lower(what.substr(0, equals));
      std::replace(name.begin(), name.end(), ' ', ':');
      lines.push_back(" " + name + "=" + std::string(what.substr(equals + 2, what.size() - equals - 3)));
    }
  }
  for (std::size_t i = open.size(); i > 0; --i) lines.push_back("/");
  return lines;
}

TreeLines with_sorted_attributes(TreeLines lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::size_t end = i;
    while (end < lines.size() && lines[end][0] == ' ') ++end;
    std::sort(lines.begin() + static_cast<std::ptrdiff_t>(i),
              lines.begin() + static_cast<std::ptrdiff_t>(end));
    i = std::max(i, end);
  }
  return lines;
}

TEST_CASE("html5lib: what plain Gumbo gets right is right") {
  const auto folder = test::find_in_corpora("html5lib-tests/tree-construction");
  if (!folder) return;
  int right = 0;
  int gumbo_wrong = 0;
  int ours_right = 0;
  Parser parser{Limits{}};
  for (const auto& entry : fs::directory_iterator(*folder)) {
    if (entry.path().extension() != ".dat") continue;
    for (const Case& one : read_cases(entry.path())) {
      if (!one.usable) continue;
      const TreeLines expected = with_sorted_attributes(expected_lines(one.document));
      const TreeLines ours = with_sorted_attributes(our_lines(parser.parse_as_sent(one.data)));
      if (with_sorted_attributes(gumbo_lines(one.data)) != expected) {
        ++gumbo_wrong;
        ours_right += ours == expected;
        continue;
      }
      ++right;
      INFO(entry.path().filename() << ": " << one.data);
      CHECK(ours == expected);
    }
  }
  INFO("plain Gumbo: " << right << " right, " << gumbo_wrong << " wrong, of which ours has right "
                       << ours_right);
  CHECK(right > 1000);
}

}  // namespace
}  // namespace clean_article::html

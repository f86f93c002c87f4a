#include "bulk/output_names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <map>

#include "text/text.hpp"

namespace clean_article::bulk {
namespace {

// Leaves room for "-NNNN.txt" below the 255 bytes that file systems allow.
constexpr std::size_t kMaxUrlNameBytes = 180;

// Bytes of the page ending of a name, 0 when it has none or is nothing but the ending.
std::size_t page_ending_bytes(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kEndings = {".html", ".htm", ".xhtml", ".txt"};
  for (const std::string_view ending : kEndings) {
    if (name.size() > ending.size() &&
        text::equal_ignoring_ascii_case(name.substr(name.size() - ending.size()), ending)) {
      return ending.size();
    }
  }
  return 0;
}

NameWish wish_for(std::string_view name, std::string_view ending) {
  const std::string_view stem = name.substr(0, name.size() - page_ending_bytes(name));
  return {std::string(stem).append(ending), std::string(name).append(ending)};
}

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '-';
}

// Eight hexadecimal digits that tell two long URLs with the same beginning apart (FNV-1a).
std::string short_hash(std::string_view bytes) {
  std::uint32_t hash = 2166136261u;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  std::array<char, 9> digits{};
  std::snprintf(digits.data(), digits.size(), "%08x", hash);
  return digits.data();
}

}  // namespace

bool has_page_ending(std::string_view file_name) {
  return page_ending_bytes(file_name) > 0;
}

NameWish wish_for_file(std::string_view file_name, std::string_view ending) {
  return wish_for(file_name, ending);
}

NameWish wish_for_url(std::string_view url, std::string_view ending) {
  std::string_view rest = url.substr(0, url.find('#'));
  if (const auto scheme = rest.find("://"); scheme != std::string_view::npos) rest.remove_prefix(scheme + 3);
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?"));
  if (const auto at = authority.rfind('@'); at != std::string_view::npos) rest.remove_prefix(at + 1);

  std::string name;
  for (const char c : rest) {
    if (is_plain(c) && !(name.empty() && (c == '.' || c == '-'))) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (!name.empty() && (name.back() == '-' || name.back() == '.')) name.pop_back();
  if (name.empty()) name = "page";
  if (name.size() > kMaxUrlNameBytes) name = name.substr(0, kMaxUrlNameBytes) + "-" + short_hash(url);
  return wish_for(name, ending);
}

std::string numbered(const std::string& name, unsigned number) {
  const std::size_t dot = name.rfind('.');
  const std::size_t slash = name.rfind('/');
  const bool has_ending = dot != std::string::npos && (slash == std::string::npos || dot > slash);
  const std::size_t stem = has_ending ? dot : name.size();
  return name.substr(0, stem) + "-" + std::to_string(number) + name.substr(stem);
}

std::vector<std::string> choose_names(const std::vector<NameWish>& wishes,
                                      const std::set<std::string>& taken) {
  std::vector<std::string> names;
  names.reserve(wishes.size());
  for (const NameWish& wish : wishes) names.push_back(wish.brief);

  // Giving way to one clash can cause another ("a.html" moves to where "a.html.txt" wanted to be), so
  // until nothing moves. Each round moves somebody from brief to full for good: it ends.
  std::map<std::string, int> users;
  for (bool moved = true; moved;) {
    moved = false;
    users.clear();
    for (const std::string& name : names) ++users[name];
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool clashes = users[names[i]] > 1 || taken.contains(names[i]);
      if (clashes && names[i] != wishes[i].full) {
        names[i] = wishes[i].full;
        moved = true;
      }
    }
  }

  // What still clashes has the same full name as another or as something taken.
  std::set<std::string> used = taken;
  std::vector<std::size_t> homeless;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!used.insert(names[i]).second) homeless.push_back(i);
  }
  for (const std::size_t i : homeless) {
    unsigned number = 2;
    while (!used.insert(numbered(wishes[i].full, number)).second) ++number;
    names[i] = numbered(wishes[i].full, number);
  }
  return names;
}

}  // namespace clean_article::bulk

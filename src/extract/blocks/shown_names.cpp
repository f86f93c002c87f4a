#include "extract/blocks/shown_names.hpp"

#include "extract/blocks/selectors.hpp"
#include "extract/blocks/style_facts.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

std::uint64_t hash_of(char kind, std::string_view name) {
  return text::hash_bytes(name) + static_cast<unsigned char>(kind);
}

}  // namespace

void ShownNames::clear() {
  rules_.clear();
  selectors_.clear();
  names_.clear();
  names_are_found_ = false;
}

void ShownNames::begin_rule(std::string_view declarations) {
  rules_.push_back({declarations, Shows::kUnread});
}

void ShownNames::add(std::string_view selector) {
  selectors_.push_back({selector, static_cast<std::uint32_t>(rules_.size() - 1)});
}

bool ShownNames::have(char kind, std::string_view name) {
  if (!names_are_found_) find_names();
  const std::uint64_t hash = hash_of(kind, name);
  for (std::uint32_t* next = &first_[hash % kPlaces]; *next != kNoName;) {
    Name& written = names_[*next];
    if (written.hash != hash || !is_called(written, kind, name)) {
      next = &written.next;
      continue;
    }
    if (shows(rules_[selectors_[written.selector].rule])) return true;
    *next = written.next;  // it need not be met again
  }
  return false;
}

void ShownNames::find_names() {
  names_are_found_ = true;
  first_.fill(kNoName);
  for (std::uint32_t s = 0; s < selectors_.size(); ++s) {
    const std::string_view selector = selectors_[s].written;
    if (is_for_pointer(selector)) continue;
    for (std::size_t at = begin_of_own_part(selector); at < selector.size();) {
      const char kind = selector[at++];
      if (kind != kOfClass && kind != kOfId) continue;
      const auto behind_kind = static_cast<std::uint32_t>(at);
      const std::uint64_t hash = hash_of(kind, read_escaped_name(selector, at, undone_));
      std::uint32_t& first = first_[hash % kPlaces];
      names_.push_back({hash, s, behind_kind, first});
      first = static_cast<std::uint32_t>(names_.size() - 1);
    }
  }
}

bool ShownNames::is_called(const Name& written, char kind, std::string_view name) {
  const std::string_view selector = selectors_[written.selector].written;
  std::size_t at = written.at;
  return selector[at - 1] == kind && read_escaped_name(selector, at, undone_) == name;
}

bool ShownNames::shows(Rule& rule) {
  if (rule.shows == Shows::kUnread) {
    StyleFacts facts;
    facts.add(rule.declarations);
    rule.shows = facts.shows() ? Shows::kYes : Shows::kNo;
  }
  return rule.shows == Shows::kYes;
}

}  // namespace clean_article::extract

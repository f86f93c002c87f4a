// Which classes and ids the rules for some state of a page show: for what is open, for a narrow window,
// behind a checked box. What has one of them is only folded up. Knows no elements and no rules without a
// state.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::extract {

// Of one page after the other. Most rules are only noted: what one declares is read when a name is asked for
// that is in it.
class ShownNames {
 public:
  void clear();

  // A rule, of which the selectors that are for a state are to follow. All must live until clear().
  void begin_rule(std::string_view declarations);
  void add(std::string_view selector);

  // Whether a rule shows what is called so; not one for the pointer over it.
  bool have(char kind, std::string_view name);

 private:
  enum class Shows : std::uint8_t { kUnread, kYes, kNo };
  struct Rule {
    std::string_view declarations;
    Shows shows;
  };
  struct Selector {
    std::string_view written;
    std::uint32_t rule;
  };
  // A class or id in what a selector says of the element itself.
  struct Name {
    std::uint64_t hash;
    std::uint32_t selector;
    std::uint32_t at;    // behind its '.' or '#'
    std::uint32_t next;  // in the same place of first_, or kNoName
  };
  static constexpr std::uint32_t kNoName = 0xFFFF'FFFF;
  static constexpr std::size_t kPlaces = 1'024;

  void find_names();
  bool is_called(const Name& written, char kind, std::string_view name);
  bool shows(Rule& rule);

  std::vector<Rule> rules_;
  std::vector<Selector> selectors_;
  bool names_are_found_ = false;
  std::vector<Name> names_;
  std::array<std::uint32_t, kPlaces> first_{};  // the last name that was found of a hash
  std::string undone_;                          // a name without its escapes
};

}  // namespace clean_article::extract

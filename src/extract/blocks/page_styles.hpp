// What the page's own <style> elements hide, by class, id or name of an element: a small cascade. Of
// selectors
// ".a", "#a", "p", "p.a" and lists of them count, of media those of every screen. Knows nothing of which
// elements there are.
#pragma once

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/blocks/shown_names.hpp"
#include "extract/blocks/style_facts.hpp"
#include "extract/blocks/style_sheets.hpp"
#include "html/html.hpp"

namespace clean_article::extract {

class PageStyles {
 public:
  // Forgets the page before; `document` must live until the next call.
  void read(const html::Document& document);

  // Whether no rule hides anything: then nothing else need be asked.
  bool empty() const { return !hides_; }

  // Whether one of the rules that hide may be for an element of these names. Of most none is.
  bool may_be_for(html::Tag tag, std::string_view classes, std::string_view id) const;

  // What the rules for an element of these names say together; nothing where none may hide it.
  StyleFacts of(html::Tag tag, std::string_view classes, std::string_view id) const;

  // Whether a rule for a state ("open" around it, a narrow window, a checked box; not the pointer over it)
  // shows what has one of these names: then it is only folded up.
  bool shows_in_some_state(std::string_view classes, std::string_view id);

  // Whether the page has style sheets that are not in it.
  bool has_links() const { return has_links_; }

  // Whether they paint the background of anything but the whole page. Reads the sheets again when first
  // asked.
  bool paints_parts();

  // Of <body> or <html>; kNoColour where the page does not say.
  std::uint32_t background() const { return background_; }

 private:
  struct Rule {
    std::uint64_t hash;
    char kind;  // '.', '#', or of an element's own name
    std::string_view name;
    std::uint32_t rank;  // by specificity, then by order in the sheets
    html::Tag tag;       // kUnknown for any
    std::uint32_t said;  // what it declares, in said_
  };
  enum class Specificity : std::uint32_t { kTag, kClass, kTagAndClass, kId };
  static constexpr std::size_t kFilterBits = 1'024;

  void take_rule(std::string_view selectors, std::string_view declarations, MediaFor media);
  bool note_what_is_said(std::string_view declarations);
  void take_selector(std::string_view selector);

  std::uint32_t background_ = kNoColour;
  bool hides_ = false;
  bool has_links_ = false;
  std::vector<std::string_view> sheets_;
  std::vector<Rule> rules_;  // sorted by hash
  std::vector<StyleFacts> said_;
  std::bitset<kFilterBits> filter_;   // of the names that a rule hides
  ShownNames shown_names_;            // in some state
  std::optional<bool> paints_parts_;  // once asked for
};

}  // namespace clean_article::extract

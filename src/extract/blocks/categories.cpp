#include "extract/blocks/categories.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "extract/blocks/class_names.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Tag;
using text::equal_ignoring_ascii_case;

struct RoleCategory {
  std::string_view role;
  Category category;
};
constexpr RoleCategory kRoles[] = {
    {"navigation", Category::k_role_navigation},
    {"banner", Category::k_role_banner},
    {"contentinfo", Category::k_role_contentinfo},
    {"complementary", Category::k_role_complementary},
    {"main", Category::k_role_main},
    {"dialog", Category::k_role_dialog},
    {"alertdialog", Category::k_role_dialog},
    {"search", Category::k_role_search},
    {"article", Category::k_role_article},
    {"list", Category::k_role_list},
    {"listitem", Category::k_role_list},
    {"menu", Category::k_role_menu},
    {"menubar", Category::k_role_menu},
    {"menuitem", Category::k_role_menu},
    {"tab", Category::k_role_tab},
    {"tablist", Category::k_role_tab},
    {"tabpanel", Category::k_role_tab},
    {"tooltip", Category::k_class_pop_up},
};

// What schema.org's Recipe calls its parts, its older names too.
Category recipe_category(std::string_view itemprop) {
  if (itemprop == "recipeIngredient" || itemprop == "ingredients") return Category::k_recipe_ingredients;
  return itemprop == "recipeInstructions" ? Category::k_recipe_steps : Category::kCount;
}

Category property_category(std::string_view itemprop) {
  if (itemprop == "articleBody" || itemprop == "text" || itemprop == "reviewBody")
    return Category::k_body_property;
  return itemprop == "description" ? Category::k_description_property : Category::k_other_property;
}

// Where a word stands in a style, from `from` on: by its last letter, as "display" and "visibility" end in
// one that few others have.
std::size_t find_in_style(std::string_view style, std::string_view word, std::size_t from) {
  for (std::size_t at = from; at < style.size(); ++at) {
    at = style.find(word.back(), at);
    if (at == std::string_view::npos) return at;
    if (style.substr(from, at + 1 - from).ends_with(word)) return at + 1 - word.size();
  }
  return std::string_view::npos;
}

// Whether a style attribute hides its element. Spaces may stand around the colon.
bool style_hides(std::string_view style) {
  const auto says = [&](std::string_view property, std::string_view value) {
    for (std::size_t at = find_in_style(style, property, 0); at != std::string_view::npos;
         at = find_in_style(style, property, at + 1)) {
      std::size_t pos = at + property.size();
      while (pos < style.size() && (style[pos] == ' ' || style[pos] == ':')) ++pos;
      if (style.substr(pos, value.size()) == value) return true;
    }
    return false;
  };
  return says("display", "none") || says("visibility", "hidden");
}

// What a style attribute says of the flow of text.
void add_flow(std::string_view style, CategorySet& set) {
  const auto value_of = [&](std::string_view property) {
    std::size_t at = find_in_style(style, property, 0);
    if (at == std::string_view::npos) return std::string_view();
    at += property.size();
    while (at < style.size() && (style[at] == ' ' || style[at] == ':')) ++at;
    return style.substr(at, std::min(style.find(';', at), style.size()) - at);
  };
  const std::string_view display = value_of("display");
  if (display.starts_with("block") || display == "flex" || display == "grid" || display == "table" ||
      display == "list-item")
    set.add(Category::k_own_line);
  if (style.find("pre") == std::string_view::npos || !value_of("white-space").starts_with("pre")) return;
  for (const std::string_view font : {"mono", "Consolas", "Courier", "Menlo"})
    if (style.find(font) != std::string_view::npos) set.add(Category::k_verbatim);
}

constexpr std::string_view kData = "data-";

bool begins_data(std::string_view attribute) {
  return attribute.size() > kData.size() &&
         equal_ignoring_ascii_case(attribute.substr(0, kData.size()), kData);
}

// What stands behind "data-" where an element holds a formula, and where scripts look for it that bring
// elements in as a page is scrolled: AOS, Sal, ScrollReveal, Webflow …
constexpr std::string_view kFormulas[] = {"tex", "latex", "math", "katex", "formula", "equation"};
constexpr std::string_view kFades[] = {"aos",  "sal",    "sr-",  "anim",   "scroll", "reveal", "wow",
                                       "fade", "motion", "w-id", "framer", "inview", "appear"};

// Which two letters these names begin with: most attributes are told to be none by that. Each was compared
// with all of them before, most of 18,000 comparisons a page.
struct Beginnings {
  std::array<std::uint32_t, 32> second{};  // by the first letter, a bit a letter
  constexpr Beginnings() {
    for (const std::string_view name : kFormulas) add(name);
    for (const std::string_view name : kFades) add(name);
  }
  static constexpr unsigned letter(char c) { return static_cast<unsigned char>(c) & 31u; }  // either case
  constexpr void add(std::string_view name) { second[letter(name[0])] |= 1u << letter(name[1]); }
  constexpr bool may_be(std::string_view name) const {
    return name.size() >= 2 && (second[letter(name[0])] >> letter(name[1]) & 1) != 0;
  }
};
constexpr Beginnings kBeginnings;

// What an attribute says that is called so behind "data-".
void add_data(std::string_view name, CategorySet& set) {
  if (!kBeginnings.may_be(name)) return;
  const auto is = [&](std::string_view wanted) { return equal_ignoring_ascii_case(name, wanted); };
  const auto begins = [&](std::string_view word) {
    return equal_ignoring_ascii_case(name.substr(0, word.size()), word);
  };
  if (std::ranges::any_of(kFormulas, is)) set.add(Category::k_formula_source);
  if (std::ranges::any_of(kFades, begins)) set.add(Category::k_class_fold);
}

}  // namespace

Category tag_category(Tag tag) {
  static const auto table = [] {
    std::array<Category, static_cast<std::size_t>(Tag::kCount)> t;
    t.fill(Category::kCount);
    const auto set = [&](Tag name, Category c) { t[static_cast<std::size_t>(name)] = c; };
    set(Tag::k_nav, Category::k_nav);
    set(Tag::k_header, Category::k_header);
    set(Tag::k_footer, Category::k_footer);
    set(Tag::k_aside, Category::k_aside);
    set(Tag::k_article, Category::k_article);
    set(Tag::k_main, Category::k_main);
    set(Tag::k_section, Category::k_section);
    set(Tag::k_form, Category::k_form);
    set(Tag::k_table, Category::k_table);
    set(Tag::k_tr, Category::k_row);
    set(Tag::k_td, Category::k_cell);
    set(Tag::k_th, Category::k_cell);
    for (const Tag name : {Tag::k_ul, Tag::k_ol, Tag::k_menu}) set(name, Category::k_list);
    set(Tag::k_li, Category::k_item);
    for (const Tag name : {Tag::k_dl, Tag::k_dt, Tag::k_dd}) set(name, Category::k_definitions);
    set(Tag::k_figure, Category::k_figure);
    set(Tag::k_figcaption, Category::k_figcaption);
    set(Tag::k_blockquote, Category::k_quote);
    set(Tag::k_pre, Category::k_pre);
    set(Tag::k_a, Category::k_link);
    set(Tag::k_button, Category::k_button);
    set(Tag::k_details, Category::k_details);
    set(Tag::k_dialog, Category::k_dialog);
    set(Tag::k_label, Category::k_label);
    set(Tag::k_p, Category::k_paragraph);
    for (const Tag name : {Tag::k_h1, Tag::k_h2, Tag::k_h3, Tag::k_h4, Tag::k_h5, Tag::k_h6})
      set(name, Category::k_heading);
    set(Tag::k_noscript, Category::k_noscript);
    return t;
  }();
  return table[static_cast<std::size_t>(tag)];
}

namespace {

std::uint64_t signature_of(Tag tag, std::uint64_t class_hash) {
  const auto tag_number = static_cast<std::uint64_t>(tag);
  return (class_hash ^ tag_number * 0x9E37'79B9'7F4A'7C15u) * 0xFF51'AFD7'ED55'8CCDu;
}

// Of an element without attributes.
const ToldByTag& told_by_name(Tag tag) {
  static const auto table = [] {
    std::array<ToldByTag, static_cast<std::size_t>(Tag::kCount)> t;
    for (std::size_t i = 0; i < t.size(); ++i) {
      const auto name = static_cast<Tag>(i);
      if (const Category c = tag_category(name); c != Category::kCount) t[i].categories.add(c);
      t[i].signature = signature_of(name, 0);
    }
    return t;
  }();
  return table[static_cast<std::size_t>(tag)];
}

// Whether a start tag is nothing but the name of its element, or is not there.
bool is_bare(std::string_view written, Tag tag) {
  constexpr std::size_t kBrackets = 2;
  return written.empty() ||
         (tag != Tag::kUnknown && written.size() == kBrackets + html::tag_name(tag).size());
}

// For the table of tags. Of a few places in it: who finds one there compares the whole tag.
std::uint64_t place_of(std::string_view written) {
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  const std::size_t last = written.size() - kWord;
  std::uint64_t hash = written.size();
  for (const std::size_t at : {last / 2, last - 1}) {  // the '>' is always the same
    std::uint64_t word = 0;
    std::memcpy(&word, written.data() + at, kWord);
    hash = (hash ^ word) * 0x9E37'79B9'7F4A'7C15u;
    hash ^= hash >> 32;
  }
  return hash;
}

}  // namespace

const ToldByTag& ElementClassifier::classify(const html::Document& document, html::NodeId element) {
  constexpr std::size_t kShortest = 9;  // bytes of a tag that is remembered
  const Tag tag = document[element].tag;
  const std::string_view written = document.written_tag(element);
  // More than one start tag may have given these their attributes.
  const bool is_merged = tag == Tag::k_html || tag == Tag::k_body;
  if (!is_merged && is_bare(written, tag)) return told_by_name(tag);
  if (written.size() < kShortest || is_merged) {
    read(document, element, told_);
    return told_;
  }
  MetTag& met = met_tags_[place_of(written) % kTags];
  if (met.page != page_ || met.tag != tag || met.written != written) {
    read(document, element, met.told);
    met.page = page_;
    met.written = written;
    met.tag = tag;
  }
  return met.told;
}

void ElementClassifier::read(const html::Document& document, html::NodeId element, ToldByTag& told) {
  const Tag tag = document[element].tag;
  told = told_by_name(tag);
  CategorySet& set = told.categories;
  ElementNames& names = told.names;
  document.visit_attributes(element, [&](const html::Attribute& attribute) {
    switch (attribute.name.empty() ? '\0' : text::ascii_lower(attribute.name[0])) {
      case 'c':
        if (names.classes.empty() && attribute.is("class")) names.classes = attribute.raw_value;
        break;
      case 'i':
        if (names.id.empty() && attribute.is("id")) names.id = attribute.raw_value;
        if (attribute.is("itemprop")) {
          set.add(property_category(attribute.raw_value));
          if (const Category c = recipe_category(attribute.raw_value); c != Category::kCount) set.add(c);
        }
        break;
      case 'r':
        if (!attribute.is("role")) break;
        names.role = attribute.raw_value;
        for (const RoleCategory& r : kRoles)
          if (equal_ignoring_ascii_case(attribute.raw_value, r.role)) set.add(r.category);
        break;
      case 's':
        if (!attribute.is("style")) break;
        names.style = attribute.raw_value;
        if (style_hides(attribute.raw_value)) set.add(Category::k_hidden);
        add_flow(attribute.raw_value, set);
        break;
      case 'd':
        if (!begins_data(attribute.name)) break;
        names.has_data = true;
        add_data(attribute.name.substr(kData.size()), set);
        break;
      case 'h':
        if (!attribute.is("hidden")) break;
        set.add(Category::k_hidden);
        names.hidden = true;
        names.hidden_until_found = equal_ignoring_ascii_case(attribute.raw_value, "until-found");
        break;
      case 't':
        names.has_data = names.has_data || attribute.is("title");
        break;
      case 'a':
        if (attribute.is("aria-hidden") && attribute.raw_value == "true") set.add(Category::k_aria_hidden);
        break;
      default:
        break;
    }
  });
  if (!names.classes.empty()) told.signature = signature_of(tag, text::hash_bytes(names.classes));
  // The classes of <html> and <body> name states of the whole page, not a part of it.
  if (tag == Tag::k_body || tag == Tag::k_html) return;
  if (!names.classes.empty()) set.add(class_name_categories(names.classes));
  if (!names.id.empty()) set.add(class_name_categories(names.id));
}

}  // namespace clean_article::extract

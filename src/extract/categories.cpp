#include "extract/categories.hpp"

#include <re2/re2.h>
#include <re2/set.h>

#include <array>
#include <functional>
#include <vector>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Tag;
using text::equal_ignoring_ascii_case;

struct ClassPattern {
  Category category;
  const char* pattern;  // searched in class and id, lower case, camelCase split by '-'
};

// The words that web authors use. Each is only a signal, so a wrong hit costs little.
constexpr ClassPattern kClassPatterns[] = {
    {Category::k_class_comment, "comment|disqus|respond|repl(y|ies)"},
    {Category::k_class_nav, "nav|menu|breadcrumb|topbar|toolbar|skip"},
    {Category::k_class_breadcrumb, "crumb"},
    {Category::k_class_footer, "foot|copyright|colophon|legal|impressum"},
    {Category::k_class_header, "head|masthead|banner|topbar"},
    {Category::k_class_hero,
     "hero|jumbotron|lead|intro|subtitle|dek|standfirst|excerpt|summary|teaser|chapo"},
    {Category::k_class_sidebar, "side|rail|aside|secondary|(right|left)-?col"},
    {Category::k_class_share, "share|sharing|social|follow|facebook|twitter|whatsapp"},
    {Category::k_class_related,
     "relat|recommend|also-?like|more-|read-?(more|next|also)|trending|popular|recent|similar|latest|you-?"
     "may|"
     "outbrain|taboola|upsell|cross-?sell|suggest|most-?(read|viewed)"},
    {Category::k_class_ad, "(^|[ _-])ads?([ _-]|$)|advert|sponsor|promo|dfp|adslot|gpt|anzeige|werbung"},
    {Category::k_class_modal,
     "cookie|consent|gdpr|modal|popup|overlay|lightbox|dialog|offcanvas|drawer|toast|tooltip|alert|notice"},
    {Category::k_class_meta, "meta|byline|date|time|author|posted|publish|info"},
    {Category::k_class_author, "author|(^|[ _-])bio([ _-]|$)|profile|avatar|user|autor|auteur"},
    {Category::k_class_newsletter, "newsletter|subscri|sign-?up|opt-?in|mailing"},
    {Category::k_class_action, "cta|call-to|btn|button|action"},
    {Category::k_class_tags,
     "(^|[ _-])tags?([ _-]|$)|categor(y|ies)|label|topic|taxonomy|badge|chip|pill|keyword"},
    {Category::k_class_pager, "paginat|pager|page-num|prev|next"},
    {Category::k_class_widget, "widget|module|plugin"},
    {Category::k_class_carousel, "carousel|slider|slide|swiper|slick|gallery|owl"},
    {Category::k_class_filter, "filter|facet|sort|refine|swatch|option|variant|quantity|dropdown"},
    {Category::k_class_search, "search|suche"},
    {Category::k_class_account, "log-?in|sign-?in|register|account|cart|basket|wishlist|checkout"},
    {Category::k_class_product, "product|sku|item-detail|pdp"},
    {Category::k_class_price, "price|stock|ship|deliver|rating|star"},
    {Category::k_class_description, "descri|detail|spec|feature|overview|tab-?content|accordion|faq"},
    {Category::k_class_review, "review|testimonial|quote|feedback"},
    {Category::k_class_post, "post|thread|message|topic|forum|answer|question|discussion|kudos|lia-"},
    {Category::k_class_card, "card|tile|item|grid|list|col|row|collection|teaser"},
    {Category::k_class_content, "content|body|entry|article|text|story|main|prose|markdown|rte|wysiwyg|copy"},
    {Category::k_class_body,
     "(article|post|entry|story|page|main|rich|blog|news)[_-]{0,2}(content|body|text)|"
     "(^|[ _-])(prose|markdown|richtext|wysiwyg|rte|mw-parser-output|postbody|cooked|td-post-content)([ "
     "_-]|$)"},
    {Category::k_class_caption, "caption|credit|photo|image|img|media|figure|thumb|legend"},
    {Category::k_class_contents, "(^|[ _-])toc([ _-]|$)|table-?of-?contents|on-this-page|contents-list|jump"},
    {Category::k_class_hidden,
     "(^|[ _-])(hidden|hide|d-none|sr-only|visually-?hidden|screen-reader(-text)?|is-hidden|invisible|"
     "collapse|no-?print|mobile-only|a11y)([ _-]|$)"},
    {Category::k_class_code, "code|highlight|syntax|snippet"},
    {Category::k_class_notes, "signature|disclaimer|footnote|reference|citation"},
    {Category::k_class_locale, "country|language|locale|currency|region|lang-"},
    {Category::k_class_infobox, "infobox|taxobox"},
    {Category::k_class_references, "(^|[ _-])(references|reflist|bibliography)([ _-]|$)"},
    {Category::k_class_signature, "(^|[ _-])(signature|sig)([ _-]|$)"},
    {Category::k_class_box,
     "(^|[ _-])(info|fact|in|side|call)-?(box|set|out|bar)|pull-?quote|faktenbox|encadre|kasten"},
    {Category::k_class_paywall, "paywall|premium|subscriber|metered|regwall|piano|plus-?(only|abo)|locked"},
    {Category::k_class_embed, "embed|tweet|instagram|tiktok|youtube|video|player|podcast|audio"},
};

// One automaton for all patterns, made on first use and shared.
const RE2::Set& class_patterns() {
  static const RE2::Set* const set = [] {
    RE2::Options options;
    options.set_encoding(RE2::Options::EncodingLatin1);
    options.set_max_mem(std::int64_t{64} << 20);
    auto* made = new RE2::Set(options, RE2::UNANCHORED);
    for (const ClassPattern& p : kClassPatterns) made->Add(p.pattern, nullptr);
    made->Compile();
    return made;
  }();
  return *set;
}

// The categories that one class or id name tells.
CategorySet classify_name(std::string_view name) {
  constexpr std::size_t kLongestName = 200;  // bytes; a longer one is data, not a name
  std::string words;
  bool was_lower = false;
  for (const char c : name.substr(0, kLongestName)) {
    const bool upper = c >= 'A' && c <= 'Z';
    if (upper && was_lower) words += '-';
    words += text::ascii_lower(c);
    was_lower = c >= 'a' && c <= 'z';
  }
  CategorySet set;
  std::vector<int> hits;
  class_patterns().Match(words, &hits);
  for (const int hit : hits) set.add(kClassPatterns[hit].category);
  return set;
}

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
};

Category property_category(std::string_view itemprop) {
  if (itemprop == "articleBody" || itemprop == "text" || itemprop == "reviewBody")
    return Category::k_body_property;
  return itemprop == "description" ? Category::k_description_property : Category::k_other_property;
}

// Whether a style attribute hides its element. Spaces may stand around the colon.
bool style_hides(std::string_view style) {
  const auto says = [&](std::string_view property, std::string_view value) {
    for (std::size_t at = style.find(property); at != std::string_view::npos;
         at = style.find(property, at + 1)) {
      std::size_t pos = at + property.size();
      while (pos < style.size() && (style[pos] == ' ' || style[pos] == ':')) ++pos;
      if (style.substr(pos, value.size()) == value) return true;
    }
    return false;
  };
  return says("display", "none") || says("visibility", "hidden");
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

CategorySet ElementClassifier::classify(const html::Document& document, html::NodeId element,
                                        std::uint64_t& signature) {
  CategorySet set;
  const Tag tag = document[element].tag;
  if (const Category c = tag_category(tag); c != Category::kCount) set.add(c);

  std::string_view class_value;
  std::string_view id_value;
  document.visit_attributes(element, [&](const html::Attribute& attribute) {
    const auto is = [&](std::string_view wanted) {
      return equal_ignoring_ascii_case(attribute.name, wanted);
    };
    switch (attribute.name.empty() ? '\0' : text::ascii_lower(attribute.name[0])) {
      case 'c':
        if (class_value.empty() && is("class")) class_value = attribute.raw_value;
        break;
      case 'i':
        if (id_value.empty() && is("id")) id_value = attribute.raw_value;
        if (is("itemprop")) set.add(property_category(attribute.raw_value));
        break;
      case 'r':
        if (is("role"))
          for (const RoleCategory& r : kRoles)
            if (equal_ignoring_ascii_case(attribute.raw_value, r.role)) set.add(r.category);
        break;
      case 's':
        if (is("style") && style_hides(attribute.raw_value)) set.add(Category::k_hidden);
        break;
      case 'h':
        if (is("hidden")) set.add(Category::k_hidden);
        break;
      case 'a':
        if (is("aria-hidden") && attribute.raw_value == "true") set.add(Category::k_aria_hidden);
        break;
      default:
        break;
    }
  });
  const std::size_t class_hash = class_value.empty() ? 0 : std::hash<std::string_view>{}(class_value);
  const auto tag_number = static_cast<std::uint64_t>(tag);
  signature = (class_hash ^ tag_number * 0x9E37'79B9'7F4A'7C15u) * 0xFF51'AFD7'ED55'8CCDu;
  // The classes of <html> and <body> name states of the whole page, not a part of it.
  if ((class_value.empty() && id_value.empty()) || tag == Tag::k_body || tag == Tag::k_html) return set;

  set.add(categories_of_names(class_value, class_hash));
  if (!id_value.empty()) set.add(categories_of_names(id_value, std::hash<std::string_view>{}(id_value)));
  return set;
}

// Remembered twice over: pages repeat whole class attributes, sites and frameworks their single names.
CategorySet ElementClassifier::categories_of_names(std::string_view names, std::size_t hash) {
  constexpr std::size_t kMostRemembered = 50'000;  // entries, about 2 MB; then start afresh
  if (known_.size() >= kMostRemembered) known_.clear();
  const auto [known, is_new] = known_.try_emplace(hash);
  if (!is_new) return known->second;
  CategorySet set;
  for (std::size_t begin = 0; begin < names.size();) {
    std::size_t end = begin;
    while (end < names.size() && !text::is_html_space(names[end])) ++end;
    const std::string_view name = names.substr(begin, end - begin);
    begin = end + 1;
    if (name.empty()) continue;
    if (name.size() == names.size()) {
      set = classify_name(name);
      break;
    }
    set.add(categories_of_names(name, std::hash<std::string_view>{}(name)));
  }
  return known_[hash] = set;
}

}  // namespace clean_article::extract

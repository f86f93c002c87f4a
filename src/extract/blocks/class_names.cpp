// The words of class and id names: see class_names.hpp. All words are found in one walk over a name, by an
// automaton of the kind of Aho and Corasick.
#include "extract/blocks/class_names.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "text/text.hpp"

namespace clean_article::extract {

namespace {

struct ClassWords {
  Category category;
  std::string_view words;  // '|', '(…)' and '?' as in expressions; '<' begins and '>' ends a part of a name
};

// The words that web authors use. Each is only a signal, so a wrong hit costs little.
constexpr ClassWords kClassWords[] = {
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
    {Category::k_class_ad, "<ads?>|advert|sponsor|promo|dfp|adslot|gpt|anzeige|werbung"},
    {Category::k_class_modal,
     "cookie|consent|gdpr|modal|popup|overlay|lightbox|dialog|offcanvas|drawer|toast|tooltip|alert|notice"},
    {Category::k_class_overlay,
     "onetrust|cookiebot|didomi|usercentrics|qc-cmp|truste|osano|cookieyes|<cky|iubenda|borlabs|cmplz|klaro|"
     "<termly|cmpbox|cookie-?(law|consent|notice|banner|popup|modal|dialog)|"
     "consent-?(banner|manager|dialog|modal|popup|layer|overlay)|gdpr-?(banner|popup|modal|notice)|"
     "elementor-location-popup|mfp-hide|newsletter-?popup|exit-?intent|age-?gate|mini-?cart|cart-?drawer"},
    {Category::k_class_dialog, "<(modal|modals)>|lightbox|pop-?up|off-?canvas|tool-?tip"},
    {Category::k_class_meta, "meta|byline|date|time|author|posted|publish|info"},
    {Category::k_class_author, "author|<bio>|profile|avatar|user|autor|auteur"},
    {Category::k_class_newsletter, "newsletter|subscri|sign-?up|opt-?in|mailing"},
    {Category::k_class_action, "cta|call-to|btn|button|action"},
    {Category::k_class_tags, "<tags?>|categor(y|ies)|label|topic|taxonomy|badge|chip|pill|keyword"},
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
     "(article|post|entry|story|page|main|rich|blog|news)(_|-|)(_|-|)(content|body|text)|"
     "<(prose|markdown|richtext|wysiwyg|rte|mw-parser-output|postbody|cooked|td-post-content)>"},
    {Category::k_class_caption, "caption|credit|photo|image|img|media|figure|thumb|legend"},
    {Category::k_class_contents, "<toc>|table-?of-?contents|on-this-page|contents-list|jump"},
    {Category::k_class_hidden,
     "<(hidden|hide|d-none|sr-only|visually-?hidden|screen-reader(-text)?|is-hidden|invisible|"
     "collapse|no-?print|mobile-only|a11y)>"},
    {Category::k_class_small_print, "<(legal|disclaimers?|fine-?print|small-?print)>"},
    {Category::k_class_unseen,
     "<(sr-only|visually-?hidden|screen-reader(-text)?|a11y|off-?screen|is-hidden)>"},
    {Category::k_class_code, "code|highlight|syntax|snippet"},
    {Category::k_class_notes, "signature|disclaimer|footnote|reference|citation"},
    {Category::k_class_locale, "country|language|locale|currency|region|lang-"},
    {Category::k_class_infobox, "infobox|taxobox"},
    {Category::k_class_references, "<(references|reflist|bibliography)>"},
    {Category::k_class_signature, "<(signature|sig)>"},
    {Category::k_class_box,
     "<(info|fact|in|side|call)-?(box|set|out|bar)|pull-?quote|faktenbox|encadre|kasten"},
    {Category::k_class_paywall, "paywall|premium|subscriber|metered|regwall|piano|plus-?(only|abo)|locked"},
    {Category::k_class_embed,
     "embed|tweet|instagram|tiktok|youtube|video|player|podcast|audio|fb-(post|xfbml)|"
     "text-post-media|reddit-card"},
    {Category::k_class_formula,
     "<(katex|math|mwe-math|mathjax|arithmatex|tex|latex-rendered)>|math-?jax|mjxc-display|mjx-chtml|ql-"
     "formula"},
    {Category::k_class_code_box,
     "syntaxhighlighter|codemirror-code|<view-lines|<cm-content|crayon-pre|blob-wrapper|js-file-line|"
     "ace_text-layer|react-code-lines"},
    // WP Recipe Maker, Tasty Recipes, Create, Cooked, Recipe Card Blocks, ZipList, Easy Recipe, and the names
    // that sites without such a plug-in use.
    {Category::k_recipe_ingredients, "<ingredients?>|(recipe|ers)ingredients?"},
    {Category::k_recipe_steps,
     "<(instructions?|directions)>|(recipe|ers)(instructions?|directions|method|steps)|"
     "recipe(-|_)(method|steps|preparation)"},
};

// The ends of a name, as characters that none has.
constexpr char kBegin = '\x01';
constexpr char kEnd = '\x02';

using Spellings = std::vector<std::string>;

// All spellings that a line of the table stands for.
class SpellingReader {
 public:
  explicit SpellingReader(std::string_view words) : rest_(words) {}

  // Up to ')' or the end.
  Spellings alternatives() {
    Spellings all = sequence();
    while (!rest_.empty() && rest_.front() == '|') {
      rest_.remove_prefix(1);
      for (std::string& spelling : sequence()) all.push_back(std::move(spelling));
    }
    return all;
  }

 private:
  Spellings sequence() {
    Spellings all = {""};
    while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
      Spellings part = item();
      if (!rest_.empty() && rest_.front() == '?') {
        rest_.remove_prefix(1);
        part.emplace_back();
      }
      Spellings longer;
      for (const std::string& begin : all)
        for (const std::string& end : part) longer.push_back(begin + end);
      all = std::move(longer);
    }
    return all;
  }

  Spellings item() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    if (c == '<') return {{kBegin}, "-", "_"};
    if (c == '>') return {{kEnd}, "-", "_"};
    if (c != '(') return {{c}};
    Spellings group = alternatives();
    rest_.remove_prefix(1);
    return group;
  }

  std::string_view rest_;
};

class WordAutomaton {
 public:
  WordAutomaton() {
    add_state();
    for (const ClassWords& line : kClassWords)
      for (const std::string& spelling : SpellingReader(line.words).alternatives())
        add(spelling, line.category);
    finish();
  }

  CategorySet categories_of(std::string_view name) const {
    CategorySet found;
    std::size_t state = 0;
    const auto step = [&](char c) {
      state = next_[state][symbols_[static_cast<unsigned char>(c)]];
      found.add(found_[state]);
    };
    step(kBegin);
    bool was_lower = false;
    for (const char c : name) {
      const bool upper = c >= 'A' && c <= 'Z';
      if (upper && was_lower) step('-');
      step(c == kBegin || c == kEnd ? '\0' : text::ascii_lower(c));
      was_lower = c >= 'a' && c <= 'z';
    }
    step(kEnd);
    return found;
  }

 private:
  // Letters, hyphen, underscore, the ends, the digits that words have; 0 for every other character.
  static constexpr std::size_t kSymbols = 64;

  std::uint16_t add_state() {
    next_.emplace_back();
    found_.emplace_back();
    return static_cast<std::uint16_t>(next_.size() - 1);
  }

  void add(std::string_view spelling, Category category) {
    std::size_t state = 0;
    for (const char c : spelling) {
      std::uint8_t& symbol = symbols_[static_cast<unsigned char>(c)];
      if (symbol == 0) symbol = ++symbols_used_;
      if (symbols_used_ == kSymbols) std::abort();  // a fault of the table
      if (next_[state][symbol] == 0) {
        const std::uint16_t fresh = add_state();
        next_[state][symbol] = fresh;
      }
      state = next_[state][symbol];
    }
    found_[state].add(category);
  }

  // Where no word goes on, the walk goes on in the longest word that ends like what was read; nearer states
  // are done first, for they are what farther ones fall back to.
  void finish() {
    std::vector<std::uint16_t> fallback(next_.size(), 0);
    std::vector<std::uint16_t> queue = {0};
    for (std::size_t at = 0; at < queue.size(); ++at) {
      const std::size_t state = queue[at];
      found_[state].add(found_[fallback[state]]);
      for (std::size_t symbol = 0; symbol < kSymbols; ++symbol) {
        std::uint16_t& next = next_[state][symbol];
        const std::uint16_t otherwise = state == 0 ? 0 : next_[fallback[state]][symbol];
        if (next == 0) {
          next = otherwise;
        } else {
          fallback[next] = otherwise;
          queue.push_back(next);
        }
      }
    }
  }

  std::array<std::uint8_t, 256> symbols_{};
  std::uint8_t symbols_used_ = 0;
  std::vector<std::array<std::uint16_t, kSymbols>> next_;  // per state and symbol
  std::vector<CategorySet> found_;                         // per state: of all words that end here
};

}  // namespace

CategorySet class_name_categories(std::string_view name) {
  constexpr std::size_t kLongestName = 200;  // bytes; a longer one is data, not a name
  static const WordAutomaton automaton;
  return automaton.categories_of(name.substr(0, kLongestName));
}

}  // namespace clean_article::extract

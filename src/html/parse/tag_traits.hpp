// What a tag means for parsing: which content is raw, which elements are void, formatting, foreign.
// Private to this floor. The sets are those of the HTML standard as Gumbo 0.10 knows them.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>

#include "html/tree/tag.hpp"

namespace clean_article::html {

enum Trait : std::uint32_t {
  kVoid = 1 << 0,              // never has content
  kFormatting = 1 << 1,        // reopened where it was left open
  kRcdata = 1 << 2,            // raw text in which references count
  kRawtext = 1 << 3,           // raw text
  kScriptData = 1 << 4,        // raw text with the rules of <script>
  kPlaintext = 1 << 5,         // raw text to the end of the page
  kEatsNewline = 1 << 6,       // a newline right after the start tag does not count
  kForeignRoot = 1 << 7,       // svg, math
  kSvgIntegration = 1 << 8,    // elements of SVG in which HTML may stand again
  kBreaksForeign = 1 << 9,     // start tags that end svg and math
  kNeedsAttribute = 1 << 10,   // attributes matter to the tree: input, font, html, body
  kImplicitEnd = 1 << 11,      // may be left open without making the tree deeper
  kMathIntegration = 1 << 13,  // the same of MathML
  kTablePart = 1 << 14,
  kClosesParagraph = 1 << 12,  // start tags that end an open paragraph
  kLeaf = 1 << 15,             // inline elements that may stand as one character in the skeleton
  kRaw = kRcdata | kRawtext | kScriptData | kPlaintext,
};

namespace traits_detail {

constexpr std::array<std::uint32_t, static_cast<std::size_t>(Tag::kCount)> make() {
  std::array<std::uint32_t, static_cast<std::size_t>(Tag::kCount)> traits{};
  const auto set = [&](std::uint32_t trait, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) {
      auto& cell = traits[static_cast<std::size_t>(tag)];
      cell = static_cast<std::uint32_t>(cell | trait);
    }
  };
  using enum Tag;
  set(kVoid,
      {k_area, k_base,  k_basefont, k_bgsound, k_br,   k_col,   k_command, k_embed,  k_frame, k_hr, k_image,
       k_img,  k_input, k_keygen,   k_link,    k_meta, k_param, k_source,  k_spacer, k_track, k_wbr});
  set(kFormatting,
      {k_a, k_b, k_big, k_code, k_em, k_font, k_i, k_nobr, k_s, k_small, k_strike, k_strong, k_tt, k_u});
  set(kRcdata, {k_title, k_textarea});
  set(kRawtext, {k_style, k_xmp, k_iframe, k_noembed, k_noframes});
  set(kScriptData, {k_script});
  set(kPlaintext, {k_plaintext});
  set(kEatsNewline, {k_pre, k_listing, k_textarea});
  set(kForeignRoot, {k_svg, k_math});
  set(kSvgIntegration, {k_foreignobject, k_desc, k_title});
  set(kMathIntegration, {k_mi, k_mo, k_mn, k_ms, k_mtext});
  set(kLeaf, {k_a,     k_abbr, k_b, k_bdi,   k_big,  k_cite,   k_code, k_del, k_em,   k_i, k_ins, k_kbd,
              k_label, k_q,    k_s, k_small, k_span, k_strong, k_sub,  k_sup, k_time, k_u, k_var});
  set(kTablePart, {k_table, k_caption, k_col, k_colgroup, k_tbody, k_thead, k_tfoot, k_tr, k_td, k_th});
  set(kBreaksForeign,
      {k_b,     k_big,   k_blockquote, k_body,   k_br,   k_center, k_code,  k_dd, k_div,  k_dl,   k_dt,
       k_em,    k_embed, k_h1,         k_h2,     k_h3,   k_h4,     k_h5,    k_h6, k_head, k_hr,   k_i,
       k_img,   k_li,    k_listing,    k_menu,   k_meta, k_nobr,   k_ol,    k_p,  k_pre,  k_ruby, k_s,
       k_small, k_span,  k_strong,     k_strike, k_sub,  k_sup,    k_table, k_tt, k_u,    k_ul,   k_var});
  set(kNeedsAttribute, {k_input, k_font, k_html, k_body, k_b, k_big, k_code, k_em, k_i, k_nobr, k_s, k_small,
                        k_strike, k_strong, k_tt, k_u});
  set(kImplicitEnd, {k_p, k_li, k_dd, k_dt, k_option, k_optgroup, k_tr, k_td, k_th, k_tbody, k_thead, k_tfoot,
                     k_rt, k_rp, k_rb, k_rtc, k_colgroup});
  set(kClosesParagraph,
      {k_address, k_article, k_aside, k_blockquote, k_center,     k_details, k_dialog,    k_dir,  k_div,
       k_dl,      k_dd,      k_dt,    k_fieldset,   k_figcaption, k_figure,  k_footer,    k_form, k_h1,
       k_h2,      k_h3,      k_h4,    k_h5,         k_h6,         k_header,  k_hgroup,    k_hr,   k_li,
       k_listing, k_main,    k_menu,  k_nav,        k_ol,         k_p,       k_plaintext, k_pre,  k_search,
       k_section, k_summary, k_table, k_ul,         k_xmp});
  return traits;
}

inline constexpr auto kTraits = make();

}  // namespace traits_detail

constexpr std::uint32_t traits_of(Tag tag) {
  return traits_detail::kTraits[static_cast<std::size_t>(tag)];
}

}  // namespace clean_article::html

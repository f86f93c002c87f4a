// The table of element roles: see element_roles.hpp.
#include "extract/blocks/element_roles.hpp"

#include <array>
#include <cstddef>
#include <initializer_list>

namespace clean_article::extract {

using html::Tag;

Role role_of(Tag tag) {
  static const auto table = [] {
    std::array<Role, static_cast<std::size_t>(Tag::kCount)> t;
    t.fill(Role::kInline);
    const auto set = [&](Role role, std::initializer_list<Tag> tags) {
      for (const Tag tag_ : tags) t[static_cast<std::size_t>(tag_)] = role;
    };
    // Scripts, pictures, controls of forms, annotations of ruby: their text is not the page's text. The
    // <title> and <desc> of an svg are how icons get names such as "Facebook Icon".
    set(Role::kSkipped,
        {Tag::k_script, Tag::k_style,  Tag::k_template, Tag::k_svg,      Tag::k_iframe,   Tag::k_object,
         Tag::k_embed,  Tag::k_head,   Tag::k_math,     Tag::k_canvas,   Tag::k_map,      Tag::k_audio,
         Tag::k_video,  Tag::k_link,   Tag::k_meta,     Tag::k_applet,   Tag::k_frameset, Tag::k_noembed,
         Tag::k_select, Tag::k_option, Tag::k_textarea, Tag::k_datalist, Tag::k_input,    Tag::k_noframes,
         Tag::k_title,  Tag::k_rp,     Tag::k_rt,       Tag::k_optgroup, Tag::k_progress, Tag::k_meter});
    set(Role::kBlock, {Tag::k_address, Tag::k_article,   Tag::k_aside,   Tag::k_blockquote, Tag::k_body,
                       Tag::k_center,  Tag::k_dd,        Tag::k_details, Tag::k_dialog,     Tag::k_dir,
                       Tag::k_div,     Tag::k_dl,        Tag::k_dt,      Tag::k_fieldset,   Tag::k_figcaption,
                       Tag::k_figure,  Tag::k_footer,    Tag::k_form,    Tag::k_h1,         Tag::k_h2,
                       Tag::k_h3,      Tag::k_h4,        Tag::k_h5,      Tag::k_h6,         Tag::k_noscript,
                       Tag::k_header,  Tag::k_hgroup,    Tag::k_hr,      Tag::k_html,       Tag::k_legend,
                       Tag::k_li,      Tag::k_main,      Tag::k_menu,    Tag::k_nav,        Tag::k_ol,
                       Tag::k_p,       Tag::k_pre,       Tag::k_section, Tag::k_summary,    Tag::k_table,
                       Tag::k_tbody,   Tag::k_td,        Tag::k_tfoot,   Tag::k_th,         Tag::k_thead,
                       Tag::k_tr,      Tag::k_ul,        Tag::k_caption, Tag::k_button,     Tag::k_listing,
                       Tag::k_xmp,     Tag::k_plaintext, Tag::k_search});
    set(Role::kBreak, {Tag::k_br});
    set(Role::kImage, {Tag::k_img, Tag::k_image});
    return t;
  }();
  return table[static_cast<std::size_t>(tag)];
}

}  // namespace clean_article::extract

// The element names this program knows by number.
#pragma once

#include <cstdint>
#include <string_view>

namespace clean_article::html {

// Every name of HTML that Gumbo, the blocks or the signals treat apart, and the few of SVG and MathML
// that switch parsing rules. All others are kUnknown and known by their spelling only.
// clang-format would indent each line of this list further than the one before.
// clang-format off
#define CLEAN_ARTICLE_TAGS(X) \
  X(a) X(abbr) X(acronym) X(address) X(applet) X(area) X(article) X(aside) X(audio) X(b) X(base) \
  X(basefont) X(bdi) X(bdo) X(bgsound) X(big) X(blink) X(blockquote) X(body) X(br) X(button) X(canvas) \
  X(caption) X(center) X(cite) X(code) X(col) X(colgroup) X(command) X(data) X(datalist) X(dd) X(del) \
  X(desc) X(details) X(dfn) X(dialog) X(dir) X(div) X(dl) X(dt) X(em) X(embed) X(fieldset) X(figcaption) \
  X(figure) X(font) X(footer) X(foreignobject) X(form) X(frame) X(frameset) X(h1) X(h2) X(h3) X(h4) X(h5) \
  X(h6) X(head) X(header) X(hgroup) X(hr) X(html) X(i) X(iframe) X(image) X(img) X(input) X(ins) \
  X(isindex) X(kbd) X(keygen) X(label) X(legend) X(li) X(link) X(listing) X(main) X(map) X(mark) \
  X(marquee) X(math) X(menu) X(menuitem) X(meta) X(meter) X(mi) X(mn) X(mo) X(ms) X(mtext) X(nav) X(nobr) \
  X(noembed) X(noframes) X(noscript) X(object) X(ol) X(optgroup) X(option) X(output) X(p) X(param) X(path) \
  X(picture) X(plaintext) X(pre) X(progress) X(q) X(rb) X(rp) X(rt) X(rtc) X(ruby) X(s) X(samp) X(script) \
  X(search) X(section) X(select) X(slot) X(small) X(source) X(spacer) X(span) X(strike) X(strong) X(style) \
  X(sub) X(summary) X(sup) X(svg) X(table) X(tbody) X(td) X(template) X(textarea) X(tfoot) X(th) X(thead) \
  X(time) X(title) X(tr) X(track) X(tt) X(u) X(ul) X(var) X(video) X(wbr) X(xmp)
// clang-format on

enum class Tag : std::uint8_t {
  kUnknown,
  kText,  // not an element: a text node
#define CLEAN_ARTICLE_TAG(name) k_##name,
  CLEAN_ARTICLE_TAGS(CLEAN_ARTICLE_TAG)
#undef CLEAN_ARTICLE_TAG
      kCount
};

// The tag for a name in any case, kUnknown when it is not in the list.
Tag tag_for_name(std::string_view name);

// The lower-case spelling; "" for kUnknown, "#text" for kText.
std::string_view tag_name(Tag tag);

}  // namespace clean_article::html

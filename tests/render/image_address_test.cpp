#include "render/image_address.hpp"

#include "catch.hpp"
#include "rendered_page.hpp"

using namespace clean_article;
using namespace clean_article::render;

namespace {

// All images of a page, by its Markdown.
std::string shown(const std::string& html) {
  Style style;
  style.format = Format::kMarkdown;
  style.images = true;
  return rendered_as("<p>Before</p>" + html + "<p>After</p>", style);
}

}  // namespace

TEST_CASE("An image has the best address that its page gives") {
  struct Case {
    const char* html;
    const char* address;
  };
  const Case cases[] = {
      {"<img src=/a.jpg>", "a.jpg"},
      {"<img src=data:image/gif;base64,R0 data-src=/a.jpg>", "a.jpg"},
      {"<img src=/small.jpg data-src=/a.jpg>", "a.jpg"},
      {"<img data-original=/a.jpg>", "a.jpg"},
      {"<img src=/ph.svg data-lazy-src=/a.jpg>", "a.jpg"},
      {"<img srcset='/s.jpg 300w, /a.jpg 900w'>", "a.jpg"},
      {"<img srcset='/s.jpg, /a.jpg 2x' src=/s.jpg>", "a.jpg"},
      {"<img srcset='/w_1,c_2/s.jpg 1w,/w_9,c_2/a.jpg 9w'>", "w_9,c_2/a.jpg"},
      {"<img srcset='/a.jpg 2000w, /camera.jpg 6000w'>", "a.jpg"},
      {"<img src=/placeholder.gif data-srcset='/s.jpg 300w, /a.jpg 900w'>", "a.jpg"},
      {"<picture><source srcset='/s.webp 1x, /a.webp 2x'><img src=data:image/gif;base64,R0></picture>",
       "a.webp"},
      {"<picture><source srcset='/b.webp 900w'><img src=/a.jpg></picture>", "a.jpg"},
      {"<amp-img src=/a.jpg width=600 height=400></amp-img>", "a.jpg"},
      {"<img src=/pixel.gif><noscript><img src=/a.jpg></noscript>", "a.jpg"},
      {"<img src=/ph.svg data-lazy-src=/a.jpg><noscript><img src=/copy.jpg></noscript>", "a.jpg"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.html);
    CHECK(shown(c.html) == std::string("Before\n\n![](https://example.org/") + c.address + ")\n\nAfter\n");
  }
}

TEST_CASE("Images of which nothing is known but a placeholder are left out") {
  CHECK(shown("<img src=/img/spacer.gif><img src=data:image/gif;base64,R0>") == "Before\n\nAfter\n");
}

#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Prompts in a post's place go, whatever they say") {
  CHECK(taken_by("post-prompt",
                 "<blockquote class=instagram-media><p>Open.</p><p><a href=/p>Sieh dir diesen Beitrag "
                 "an</a></p></blockquote><p><a href=/q>Elsewhere</a></p>") ==
        Texts{"Sieh dir diesen Beitrag an"});
}

#include "../finished_page.hpp"
#include "catch.hpp"

using namespace clean_article;
using namespace clean_article::extract;

namespace {

// The first block of a page after the cut; its pieces must still tell the same text.
std::string heading_of(const std::string& html, bool kept = true) {
  FinishedPage finished(html, 1);
  if (!kept) finished.leave_out_all();
  const Blocks& page = finished.run("permalink").blocks();
  const Block& block = page.blocks.at(0);
  std::uint32_t begin = block.text_begin;
  for (std::uint32_t p = block.first_piece; p < block.end_piece; ++p) {
    CHECK(page.pieces[p].text_end >= begin);
    begin = page.pieces[p].text_end;
  }
  CHECK(begin == block.text_end);
  return std::string(page.text_of(block));
}

}  // namespace

TEST_CASE("words of a link to the heading itself are no part of it") {
  for (const char* html : {
           "<h2 id=salt>Salt <a href=#salt>Link to this heading</a></h2>",
           "<h2>Salt<a href=#salt>Permalink</a></h2>",
           "<h2><a href=#salt> Direct link to Salt</a> Salt</h2>",
           "<h2>Salt <a href=#salt><span>Section titled </span>“Salt”</a>\n</h2>",
           "<h2>Salt<a class=anchor href=#Salt2>#salt2</a></h2>",
           "<h2>Salt &nbsp; <a href='#top_of_page'><span>top</span></a></h2>",
           "<h2>Salt <a href=#>Back to top</a></h2>",
           "<h2>Salt <a href=#salt>Â¶</a></h2>",
           "<h2>Salt <a href='/spices#salt' name=salt>#</a></h2>",
           "<section id=salt><h2>Salt <a href='/spices#salt'>Link</a></h2></section>",
           "<h2>Salt <a href=#salt>Copy link</a> <a href=#>top</a></h2>",
       }) {
    CAPTURE(html);
    CHECK(heading_of(html) == "Salt");
  }
}

TEST_CASE("a heading keeps its own words, links or not") {
  for (const auto& [html, text] : {
           std::pair("<h2><a href=#permalink>Permalink</a></h2>", "Permalink"),
           std::pair("<h2 id=salt><a href=#salt>Perma<b>link</b></a></h2>", "Permalink"),
           std::pair("<h2 id=salt><a href=#salt>Perma<b>link</b></a> </h2>", "Permalink"),
           std::pair("<h2 id=salt> <i> </i><a href=#salt>Permalink</a></h2>", "Permalink"),
           std::pair("<h2>Salt <a name=salt>Permalink</a></h2>", "Salt Permalink"),
           std::pair("<h2>Salt <b>and</b> pepper</h2>", "Salt and pepper"),
           std::pair("<h2>The missing <a href=#links>link</a></h2>", "The missing link"),
           std::pair("<h2>From the bottom to the <a href=#peaks>top</a></h2>", "From the bottom to the top"),
           std::pair("<h2>Salt <a href=/permalink>Permalink</a></h2>", "Salt Permalink"),
           std::pair("<h2>Salt <a href='/other#x'>Permalink</a></h2>", "Salt Permalink"),
           std::pair("<h2>Why a <a href=#permalink>permalink</a> matters</h2>", "Why a permalink matters"),
           std::pair("<p>Salt <a href=#salt>Permalink</a></p>", "Salt Permalink"),
       }) {
    CAPTURE(html);
    CHECK(heading_of(html) == text);
  }
}

TEST_CASE("signs and phrases of a permalink are short") {
  CHECK(heading_of("<h2 id=salt>Salt <a href='/spices#salt'>¶¶¶</a></h2>") == "Salt");
  CHECK(heading_of("<h2 id=salt>Salt <a href='/spices#salt'>¶¶¶¶</a></h2>") == "Salt ¶¶¶¶");
  const std::string phrase = "Link to this ";
  const auto heading = [&](std::size_t bytes) {
    return heading_of("<h2>Salt <a href=#salt>" + phrase + std::string(bytes - phrase.size(), 'a') +
                      "</a></h2>");
  };
  CHECK(heading(199) == "Salt");  // and the space before it
  CHECK(heading(200) != "Salt");
}

TEST_CASE("a heading that is not printed stays as it was judged") {
  CHECK(heading_of("<h2>Salt<a href=#salt>Permalink</a></h2>", false) == "SaltPermalink");
}

#include "extract/blocks/concealments.hpp"

#include <string>
#include <utility>

#include "catch.hpp"
#include "extract/blocks/block_text.hpp"
#include "page_blocks.hpp"
#include "text/text.hpp"

using namespace clean_article;
using namespace clean_article::extract;
using Texts = std::vector<std::string>;

namespace {

const std::string kProse =
    "<p>The ferry crosses the sound four times a day, and six times when there is a market on the island, "
    "which is on the first Saturday of the month. It takes nine minutes, or twelve against the tide.</p>"
    "<p>The ferryman says that he has never missed a crossing, but for the winter in which the sound froze "
    "and the people walked over to him with his post and a cake.</p>";

Texts texts_with_prose(const std::string& html) {
  return PageBlocks(html + kProse).texts();
}

// How a word in a sentence is concealed: "" where it is not.
std::string way_in_sentence(const std::string& element, const std::string& head = "") {
  const std::string rest = "is red, and has been so since the county bought it from the navy.";
  PageBlocks page(head + "<p>The boat " + element + rest + "</p>" + kProse);
  const std::string first = page.texts().front();
  if (page.blocks().unseen.empty()) {
    CHECK(first != "The boat " + rest);
    return "";
  }
  CHECK(first == "The boat " + rest);
  return std::string(concealment_name(page.blocks().unseen.front().why));
}

// How a paragraph of its own is concealed.
std::string way_of_paragraph(const std::string& element, const std::string& head = "") {
  PageBlocks page(head + kProse + element);
  return std::string(concealment_name(page.blocks().elements.back().concealment));
}

}  // namespace

TEST_CASE("What is hidden inside a sentence is no part of it, and the way is known") {
  const std::pair<const char*, const char*> ways[] = {
      {"<span hidden>XX </span>", "the attribute hidden"},
      {"<span style='display: none'>XX </span>", "display:none"},
      {"<span style='DISPLAY:NONE !important'>XX </span>", "display:none"},
      {"<span style='visibility:hidden'>XX </span>", "visibility:hidden"},
      {"<span style='opacity:0'>XX </span>", "transparent"},
      {"<span style='opacity: 0.0;color:red'>XX </span>", "transparent"},
      {"<span style='color:transparent'>XX </span>", "transparent"},
      {"<span style='font-size:0'>XX </span>", "font size 0"},
      {"<span style='font-size:0px'>XX </span>", "font size 0"},
      {"<span style='position:absolute;left:-9999px'>XX </span>", "off the screen"},
      {"<span style='position:fixed; top:-200em'>XX </span>", "off the screen"},
      {"<span style='display:inline-block;text-indent:-9999px'>XX </span>", "off the screen"},
      {"<span style='height:0;overflow:hidden'>XX </span>", "of no size"},
      {"<span style='width:1px;height:1px;overflow:hidden'>XX </span>", "of no size"},
      {"<span style='position:absolute;clip:rect(0 0 0 0)'>XX </span>", "clipped away"},
      {"<span style='clip-path:inset(50%)'>XX </span>", "clipped away"},
      {"<span style='color:#fff;background-color:#ffffff'>XX </span>", "in the colour of its background"},
      {"<span style='color:white'>XX </span>", "in the colour of its background"},
      {"<span class='sr-only'>XX </span>", "for screen readers only"},
      {"<span class='u-visually-hidden'>XX </span>", "for screen readers only"},
      {"<span class='VisuallyHidden__x1'>XX </span>", "for screen readers only"},
      {"<span class='screen-reader-text'>XX </span>", "for screen readers only"},
      {"<i class='icon' aria-hidden='true'>arrow_forward</i> ", "an icon"},
      {"<i class='icon' aria-hidden='true'>★</i> ", "an icon"},
      {"<span aria-hidden='true'>\u2192</span> ", "an icon"},
  };
  for (const auto& [element, way] : ways) {
    CAPTURE(element);
    CHECK(way_in_sentence(element) == way);
  }
}

TEST_CASE("What is shown stays, whatever it is called") {
  for (const char* element :
       {"<span style='display:inline'>XX </span>", "<span style='opacity:0.5'>XX </span>",
        "<span hidden style='display:block'>XX </span>",
        "<span style='position:absolute;left:-4px'>XX </span>", "<span style='font-size:0.9em'>XX </span>",
        "<span style='color:#fff;background:#c00'>XX </span>", "<span style='height:0'>XX </span>",
        "<span class='not-sr-only'>XX </span>", "<span aria-hidden='true'>twelve </span>",
        "<span aria-hidden='true'>\u00D7 </span>",
        "<span style='opacity:0;transform:translateY(20px)'>XX </span>",
        "<span style='opacity:0' data-aos='fade-up'>XX </span>",
        "<span style='opacity:0' class='wow'>XX </span>",
        "<span style='opacity:0' class='fade-in'>XX </span>"}) {
    CAPTURE(element);
    CHECK(way_in_sentence(element).empty());
  }
  // What paints the background may be in a sheet that is not here.
  CHECK(way_in_sentence("<span style='color:#fff'>XX </span>", "<link rel=stylesheet href=a.css>").empty());
  for (const std::string css :
       {"body{background:#123}", ".dark .x{background:#123}", ".x{background:url(a.png)}"}) {
    CAPTURE(css);
    CHECK(way_in_sentence("<span style='color:#fff'>XX </span>", "<style>" + css + "</style>").empty());
  }
}

TEST_CASE("The page's own style sheets hide by class, id and name, the more specific or later rule wins") {
  const std::string element = "<span class='a b' id=c>XX </span>";
  for (const std::string css :
       {".a{display:none}", "p{} .x, .b { color:red; visibility:hidden }", "#c{opacity:0}",
        "span{display:none}", "span.a{display:none}", "@supports (x:y){.a{display:none}}",
        "@media screen{.a{display:none}}", "@media only screen, print{.a{display:none}}",
        "/* } */ .a{display:block}.a{display:none}", ".a{display:none!important}.a{display:block}",
        "#c{display:none}.a{display:block}", ".a{position:absolute}.b{left:-999em}",
        "@charset 'x';@font-face{src:url(a)}.a{display:none}", "<!-- .a{display:none} -->"}) {
    CAPTURE(css);
    CHECK_FALSE(way_in_sentence(element, "<style>" + css + "</style>").empty());
  }
  for (const std::string css :
       {".a{display:none}.a{display:block}", "div.a{display:none}", "@media print{.a{display:none}}",
        "@media (max-width:9px){.a{display:none}}", "@media screen and (max-width:9px){.a{display:none}}",
        ".x .a{display:none}", "@keyframes k{0%{opacity:0}}", ".aa{display:none}", ".a:hover{display:none}",
        "#c{display:inline}.a{display:none}", "div{display:none}", ".a{.x &{display:none}}"}) {
    CAPTURE(css);
    CHECK(way_in_sentence(element, "<style>" + css + "</style>").empty());
  }
  CHECK(way_in_sentence("<span class=a style='display:inline'>XX </span>", "<style>.a{display:none}</style>")
            .empty());
  CHECK(way_in_sentence(element, "<noscript><style>.a{display:none}</style></noscript>").empty());
  CHECK(way_of_paragraph("<p class='a md:b'>Bring a coat.</p>",
                         "<style>.a{display:none}@media (min-width:9px){.md\\:b{display:block}}</style>")
            .empty());
  CHECK(way_in_sentence(element, "<style media=print>.a{display:none}</style>").empty());
  CHECK_FALSE(way_in_sentence(element, "<style media=screen>.a{display:none}</style>").empty());
}

TEST_CASE("Style sheets are read up to a number of bytes") {
  const std::string rules = "<style>" + std::string(400'000, ' ') + ".a{display:none}</style>";
  CHECK(way_in_sentence("<span class=a>XX </span>", rules).empty());
}

TEST_CASE("What is only folded up is not hidden") {
  const std::string text =
      "<p>Bring a coat, for the wind on the pier is cold even in the middle of July.</p></div>";
  for (const std::string& element :
       {"<div class='accordion'><h3>Clothes</h3><div style='display:none'>" + text + "</div>",
        "<details><summary>Clothes</summary><div hidden>" + text + "</details>",
        "<div role=tabpanel hidden>" + text, "<div hidden='until-found'>" + text,
        "<a href='#clothes'>Clothes</a><div id=clothes style='display:none'>" + text,
        "<button aria-controls='clothes'>Clothes</button><div id=clothes hidden>" + text,
        "<button>Clothes</button><div hidden>" + text,
        "<div class='wow'><div style='opacity:0'>" + text + "</div>",
        "<script>document.getElementById('rest').hidden = false</script><div id=rest hidden>" + text,
        "<style>.rest{display:none} .open .rest{display:block}</style><div class=rest>" + text}) {
    CAPTURE(element);
    CHECK(way_of_paragraph(element).empty());
  }
  CHECK(way_of_paragraph("<div style='display:none'>" + text) == "");  // the <p> in it is nothing by itself
  CHECK(way_of_paragraph("<p hidden>Bring a coat, for the wind on the pier is cold in July.</p>") ==
        "the attribute hidden");
  CHECK(way_of_paragraph("<p class=tip>Bring a coat, for the wind on the pier is cold in July.</p>",
                         "<style>.tip{display:none}.x:hover .tip{display:block}</style>") == "display:none");
  // The second half of a paragraph, which a script shows.
  CHECK(
      texts_with_prose(
          "<p>First half<span id=more style='display:none'> and the second half of it, which a click on the "
          "button below shows to all who ask.</span></p><button onclick='show(\"more\")'>Read more</button>")
          .front() ==
      "First half and the second half of it, which a click on the button below shows to all who "
      "ask.");
}

TEST_CASE("Parts of a sentence go, what may be all or a label stays") {
  const std::string sentence =
      "The ferry of the county sails at six in the morning, whatever the weather may be";
  for (const char* element :
       {"<span hidden>(gone)</span>", "<span style=visibility:hidden>(<b>gone</b>)</span>",
        "<i style='position:absolute;left:-9999px'>(gone)</i>"}) {
    CAPTURE(element);
    CHECK(texts_with_prose("<p>" + sentence + element + ".</p>").front() == sentence + ".");
    CHECK(texts_with_prose("<h2>" + sentence + element + "</h2>").front() == sentence);
    CHECK(texts_with_prose("<div>" + sentence + element + "</div>").front() == sentence);
  }
  CHECK(texts_with_prose("<h2>Six<span class=sr-only> in the morning</span></h2>").front() == "Six");
  CHECK(texts_with_prose("<p><span class=sr-only>Price:</span> 6 crowns</p>").front() == "Price: 6 crowns");
  CHECK(texts_with_prose("<div><span hidden>crowns:</span>6</div>").front() == "crowns:6");
  // Where it is all, it is a block that is judged.
  PageBlocks whole("<p><span hidden>Gone.</span></p><div><span hidden>Away.</span><p>Here.</p></div>" +
                   kProse);
  CHECK(whole.texts()[0] == "Gone.");
  CHECK(whole.texts()[1] == "Away.");
}

TEST_CASE("Hidden keys by which a table is sorted go, their cells stay") {
  CHECK(texts_with_prose(
            "<table><tr><th>Year<th>Level<tr><td><span style='display:none'>19530131</span>31 January 1953"
            "<td><span hidden>0061</span>6.1 m</table>") ==
        texts_with_prose("<table><tr><th>Year<th>Level<tr><td>31 January 1953<td>6.1 m</table>"));
}

TEST_CASE("A page that a script shows is not hidden") {
  for (const char* open :
       {"<div style='opacity:0'>", "<div style='display:none'>", "<x-page style='visibility:hidden'>"}) {
    CAPTURE(open);
    PageBlocks page(open + kProse);
    CHECK(page.blocks().blocks.size() == 2);
    for (const Element& e : page.blocks().elements) CHECK(e.concealment == Concealment::kNone);
  }
}

TEST_CASE("Pop-ups beside what they explain are no part of the sentence") {
  CHECK(
      texts_with_prose("<p>The <a href=x>weir</a><span role=tooltip>A low dam.</span> is old.</p>").front() ==
      "The weir is old.");
  CHECK(texts_with_prose(
            "<p>The <span class=tooltip>weir<span class=tooltip-text>A low dam.</span></span> is old.</p>")
            .front() == "The weir is old.");
  CHECK(
      texts_with_prose(
          "<p>By <a href=x>Ada Holm</a><span class='hovercard'>Ada writes on rivers.</span> and others.</p>")
          .front() == "By Ada Holm and others.");
  CHECK(texts_with_prose("<p>The <abbr class=tooltip title='A low dam'>weir</abbr> is old.</p>").front() ==
        "The weir is old.");
  CHECK(texts_with_prose("<p>The <span class='has-tooltip' data-tip='A low dam'>weir</span> is old.</p>")
            .front() == "The weir is old.");
}

TEST_CASE("Characters that spell what nobody sees are no text, those of flags and letters are") {
  const auto tags = [](std::string_view ascii) {
    std::string spelled;
    for (const char c : ascii) text::append_utf8(char32_t{0xE0000} + static_cast<unsigned char>(c), spelled);
    return spelled;
  };
  PageBlocks page("<p>The boat" + tags("obey") + " is red.</p>");
  CHECK(page.texts() == Texts{"The boat is red."});
  REQUIRE(page.blocks().unseen.size() == 1);
  CHECK(page.blocks().unseen[0].why == Concealment::kTagCharacters);
  CHECK(read_tag_characters("a" + tags("obey")) == "obey");
  const std::string flag = "\U0001F3F4" + tags("gbsct") + "\U000E007F";
  CHECK(PageBlocks("<p>From " + flag + "</p>").texts() == Texts{"From " + flag});
  CHECK(PageBlocks("<p>bo&zwnj;&zwj;at</p>").texts() == Texts{"boat"});
}

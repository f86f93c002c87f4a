// Site rules through the whole cleaner: what is kept, why, and what the report says.
#include <string>

#include "catch.hpp"
#include "cleaner/cleaner.hpp"
#include "temp_folder.hpp"

namespace clean_article {
namespace {

using testing::TempFolder;

constexpr std::string_view kPage =
    "<!DOCTYPE html><html><head><title>The bridge</title>"
    "<meta property='og:url' content='https://www.example.org/a/bridge'></head><body>"
    "<nav><a href='/'>Home</a> <a href='/n'>News</a></nav>"
    "<div class=text><h2>The bridge</h2>"
    "<p>The bridge, which closed in March after an inspector found rust in two of its cables, will open "
    "again "
    "before the summer, the engineers told the council.<a class=more href='/b'> Tell a friend</a></p>"
    "<p class=box>Start your day with the biggest stories.</p>"
    "<p hidden>Not shown to anybody.</p>"
    "<p>Share this article</p>"
    "<ul><li>rust</li><li>steel</li></ul></div>"
    "<div class=side><p>Repairs took longer than anybody had planned, they said, because the steel had to be "
    "made "
    "to order, and the one foundry that still rolls it works with a crew of nine.</p></div>"
    "<a rel=next href='?page=2'>2</a></body></html>";

struct Cleaned {
  std::string text;
  RuleReport report;
  std::vector<ExplainedBlock> blocks;
  std::string page_type;
  std::string rules_folder;
};

constexpr std::string_view kAddress = "https://example.org/a/bridge";

Cleaned clean(std::string_view rule, std::string_view url = kAddress, std::string_view html = kPage,
              bool comments = false) {
  const TempFolder folder;
  folder.write("example.org.txt", rule);
  Options options;
  options.rules_folders = {folder.path()};
  options.comments = comments;
  auto cleaner = Cleaner::create(options);
  REQUIRE(cleaner.ok());
  Page page;
  page.bytes = html;
  page.url = url;
  Cleaned cleaned;
  const auto article = cleaner->clean(page, &cleaned.blocks);
  cleaned.text = article.ok() ? article->text : "error: " + article.error().message;
  cleaned.report = cleaner->rule_report();
  cleaned.page_type = cleaner->metadata().page_type.value;
  cleaned.rules_folder = folder.path();
  return cleaned;
}

// "kept step: reason" of the first block whose text begins so, the rules' folder cut off.
std::string why(const Cleaned& cleaned, std::string_view text) {
  for (const ExplainedBlock& block : cleaned.blocks) {
    if (!block.text.starts_with(text)) continue;
    std::string reason = block.reason;
    const std::size_t at = reason.find(cleaned.rules_folder + "/");
    if (at != std::string::npos) reason.erase(at, cleaned.rules_folder.size() + 1);
    return std::string(block.kept ? "keep " : "drop ") + block.step + ": " + reason;
  }
  return "no such block";
}

TEST_CASE("a rule's body is the text, finished as any text is") {
  const Cleaned cleaned = clean("title: //h2\nbody: //div[@class='text']\nstrip: //a[@class='more']\n");
  CHECK(
      cleaned.text ==
      "The bridge, which closed in March after an inspector found rust in two of its cables, will open again "
      "before the summer, the engineers told the council.\n\nStart your day with the biggest stories.\n\n"
      "- rust\n- steel\n");
  CHECK(why(cleaned, "The bridge, which") == "keep rule: body (example.org.txt:2)");
  CHECK(why(cleaned, "Repairs") == "drop rule: outside of the body (example.org.txt:2)");
  CHECK(why(cleaned, "Home") == "drop rule: outside of the body (example.org.txt:2)");
  CHECK(why(cleaned, "Not shown") == "drop hidden: no reader sees it (the attribute hidden)");
  CHECK(why(cleaned, "Share").starts_with("drop share: share or follow bar"));
  CHECK(cleaned.report.body.ends_with("example.org.txt:2"));
  CHECK(cleaned.report.titles.at(0).value == "The bridge");
}

TEST_CASE("comments that were asked for are kept where a rule's body holds them") {
  const std::string remark = "Mine turns to the right, and has done so since we moved in. Maud, 17 May 2024";
  const std::string page =
      "<html><body><div class=text><p>The bridge, which closed in March, will open again "
      "before the summer, the engineers told the council.</p><ul class=comments><li>" +
      remark + "</li></ul></div></body></html>";
  const std::string rule = "body: //div[@class='text']\n";
  CHECK(clean(rule, kAddress, page).text.find(remark) == std::string::npos);
  CHECK(clean(rule, kAddress, page, true).text.find(remark) != std::string::npos);
}

TEST_CASE("prune: no keeps what the body holds, save phrases that never are text") {
  const Cleaned cleaned = clean("body: //div[@class='text']\nprune: no\n");
  CHECK(cleaned.text.find("Not shown to anybody.") != std::string::npos);
  CHECK(cleaned.text.find("Share this article") == std::string::npos);
}

TEST_CASE("a body may be all of the page") {
  const Cleaned cleaned = clean("body: //body\n");
  const Cleaned same = clean("body: //body/node()\n");
  CHECK(cleaned.text == same.text);
  CHECK(cleaned.report.body.ends_with("example.org.txt:1"));
  CHECK(why(cleaned, "Share").starts_with("drop share: share or follow bar"));
}

TEST_CASE("text patterns drop and keep") {
  const Cleaned cleaned = clean("body: //div[@class='text']\ndrop: Start your day .*\nkeep: Share this .*\n");
  CHECK(why(cleaned, "Start") == "drop rule: drop (example.org.txt:2)");
  CHECK(why(cleaned, "Share") == "keep rule: keep (example.org.txt:3)");
}

TEST_CASE("where no body is found the scorer judges what strips have left") {
  const Cleaned cleaned = clean("body: //article\nstrip: //div[@class='side']\n");
  CHECK(cleaned.text.find("Repairs") == std::string::npos);
  CHECK(why(cleaned, "The bridge, which").find("rule") == std::string::npos);
  CHECK(why(cleaned, "Repairs") == "drop rule: strip (example.org.txt:2)");
  CHECK(cleaned.report.body.empty());
  CHECK(clean("body: //article\nautodetect_on_failure: no\n").text ==
        "error: no article found: the site's rule finds no body, and says autodetect_on_failure: no");
}

TEST_CASE("a body that finds next to nothing of the text is an old one") {
  const Cleaned cleaned = clean("body: //ul\n");
  CHECK(cleaned.text.find("Repairs took longer") != std::string::npos);
  CHECK(cleaned.report.body.empty());
  REQUIRE(cleaned.report.warnings.size() == 1);
  CHECK(cleaned.report.warnings[0].ends_with("example.org.txt:1: finds next to nothing of the page's text"));
  CHECK(clean("body: //ul\nautodetect_on_failure: no\n").text == "- rust\n- steel\n");
}

TEST_CASE("replacements are made before the page is parsed") {
  CHECK(
      clean(
          "replace_string(<div class=text>): <div class=side>\nreplace_string(<div class=side><p>Rep): <div "
          "class=text><p>Rep\nbody: //div[@class='text']\n")
          .text.starts_with("Repairs took longer"));
}

TEST_CASE("a saved page has the rule of the address that it gives itself") {
  CHECK(clean("body: //div[@class='side']\n", "").text.starts_with("Repairs took"));
  CHECK(clean("replace_string(class=side): class=x\nbody: //div[@class='x']\n", "")
            .text.starts_with("Repairs took"));
  CHECK(clean("body: //div[@class='side']\n", "https://other.org/").text.starts_with("The bridge"));
}

TEST_CASE("links of a rule are made absolute") {
  const Cleaned cleaned = clean("next_page_link: //a[@rel='next']\nsingle_page_link: //nav/a[2]/@href\n");
  CHECK(cleaned.report.next_page == "https://example.org/a/bridge?page=2");
  CHECK(cleaned.report.single_page == "https://example.org/n");
}

TEST_CASE("what a strip takes out of a line has a row of its own") {
  const Cleaned cleaned = clean(
      "body: //p\nstrip: //a\nstrip_id_or_class: note\n", "https://example.org/",
      "<p>The mill stood still <a href=/w>when the <b>water</b> was low</a> <i class=note>(see map)</i> and "
      "the miller went fishing with his sons.</p>");
  CHECK(cleaned.text == "The mill stood still and the miller went fishing with his sons.\n");
  REQUIRE(cleaned.blocks.size() == 3);
  CHECK(why(cleaned, "when the water was low") == "drop rule: strip (example.org.txt:2)");
  CHECK(why(cleaned, "(see map)") == "drop rule: strip (example.org.txt:3)");
  CHECK(cleaned.blocks[1].kind == "part of a paragraph");
}

TEST_CASE("a page on which native_ad_clue finds something is of the type advertisement") {
  const Cleaned ad = clean("native_ad_clue: //p[@class='box']\n");
  CHECK(ad.report.advertisement.ends_with("example.org.txt:1"));
  CHECK(ad.page_type == "advertisement");
  CHECK(clean("native_ad_clue: //p[@class='ad']\n").page_type != "advertisement");
}

TEST_CASE("an article goes on where links say so, once the rule says that it may") {
  constexpr std::string_view kLinks =
      "<p>The mill stood still when the water was low and the miller went fishing with his sons.</p>"
      "<a href='/a/older'>Next</a><a href='/a/mill?page=2'>Next page »</a>";
  const std::string url = "https://example.org/a/mill";
  CHECK(clean("autodetect_next_page: yes\n", url, kLinks).report.next_page ==
        "https://example.org/a/mill?page=2");
  CHECK(clean("autodetect_next_page: no\n", url, kLinks).report.next_page.empty());
  CHECK(clean("body: //p\n", url, kLinks).report.next_page.empty());
}

TEST_CASE("the report of one page does not reach the next") {
  const TempFolder folder;
  folder.write("example.org.txt", "body: //div[@class='side']\n");
  Options options;
  options.rules_folders = {folder.path()};
  auto cleaner = Cleaner::create(options);
  Page page;
  page.bytes = kPage;
  page.url = "https://example.org/";
  CHECK(cleaner->clean(page).ok());
  CHECK(cleaner->rule_report().files.size() == 1);
  page.url = "https://other.org/";
  CHECK(cleaner->clean(page).ok());
  CHECK(cleaner->rule_report().files.empty());
  CHECK(cleaner->fork().clean(page).ok());
}

}  // namespace
}  // namespace clean_article

// Limits held from both sides: a page just inside comes whole, and beyond a limit happens what docs/limits.md
// says. Limits of streams and of the network are held where these are tested.
#include <string>

#include "catch.hpp"
#include "cleaner/cleaner.hpp"
#include "temp_folder.hpp"

namespace clean_article {
namespace {

using render::Format;
using testing::TempFolder;

const std::string kFirst =
    "<p>The ferry has been stuck in the ice since Monday, and the crew has run out of playing cards.</p>";
const std::string kCook =
    "<p class=zz>The cook of the ferry has not been seen since then, they say, and nobody knows why.</p>";
// So that what is hidden is no large part of the text, which a script might show.
const std::string kMore =
    "<p>Nobody was hurt, and the cargo of salt herring can be sold when it arrives, said the owner of it.</p>"
    "<p>The line is closed for a month, the company wrote, and tickets will be paid back by the end of "
    "May.</p>"
    "<p>In the harbour people stood in line to see the ship, which had never before been so close to "
    "land.</p>"
    "<p>An inquiry will begin next week, and its report is expected before the summer, the ministry "
    "said.</p>";
const std::string kSecond =
    "<p>A tug is on its way from the south, but it will need two days, the harbour master said.</p>";

std::string times(std::size_t count, std::string_view text) {
  std::string all;
  all.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

struct Cleaned {
  std::string text;  // or the error
  metadata::Metadata metadata;
  RuleReport report;
};

Cleaned clean(const std::string& html, const render::Style& style = {}, const std::string& rule = "") {
  const TempFolder folder;
  if (!rule.empty()) folder.write("example.org.txt", rule);
  Options options;
  options.style = style;
  options.style.metadata = true;
  options.rules_folders = {folder.path()};
  auto cleaner = Cleaner::create(options);
  REQUIRE(cleaner);
  Page page;
  page.bytes = html;
  page.url = "https://example.org/a/ferry";
  const auto article = cleaner->clean(page);
  return {article ? article->text : article.error().message, cleaner->metadata(), cleaner->rule_report()};
}

std::string page(const std::string& head, const std::string& body) {
  return "<!DOCTYPE html><html><head>" + head + "</head><body>" + body + "</body></html>";
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("An input of 16 MiB is read, a longer one refused") {
  const std::string start = page("", kFirst + kSecond);
  const std::string whole = start + std::string(kMostInputBytes - start.size(), ' ');
  CHECK(has(clean(whole).text, "playing cards"));
  CHECK(has(clean(whole + ' ').text, "16 MiB"));
}

TEST_CASE("Tags to the 512th level count, deeper ones go and their text stays") {
  const auto emphasis = [](std::size_t levels) {
    // <html> is level 0; <body>, <p> and <em> are the other three.
    const std::string open = times(levels - 3, "<div>");
    const std::string last =
        "<p>The second tug is late, and it will <em>need two days</em>, the master said.</p>";
    return clean(page("", open + kFirst + kSecond + last), {.format = Format::kMarkdown}).text;
  };
  CHECK(has(emphasis(kMostDepth), "*need two days*"));
  CHECK_FALSE(has(emphasis(kMostDepth + 1), "*need two days*"));
  CHECK(has(emphasis(kMostDepth + 1), "need two days"));
}

TEST_CASE("250,000 elements are elements, further tags go and their text stays") {
  const auto emphasis = [](std::size_t elements) {
    // html, head, body, three paragraphs and <em> are the other seven.
    const std::string body =
        kFirst + kSecond + times(elements - 7, "<br>") +
        "<p>The second tug is late, and it will <em>need two days</em>, the master said.";
    return clean(page("", body), {.format = Format::kMarkdown}).text;
  };
  CHECK(has(emphasis(kMostElements), "*need two days*"));
  CHECK_FALSE(has(emphasis(kMostElements + 1), "*need two days*"));
  CHECK(has(emphasis(kMostElements + 1), "need two days"));
}

TEST_CASE("60,000 blocks are paragraphs of their own, what is left stands in the last") {
  const auto blocks = [](std::size_t count) {
    std::vector<ExplainedBlock> explained;
    auto cleaner = Cleaner::create({});
    REQUIRE(cleaner);
    const std::string html = page("", times(count - 2, "<p>a</p>") + kFirst + kSecond);
    Page one;
    one.bytes = html;
    (void)cleaner->clean(one, &explained);
    return explained;
  };
  const auto inside = blocks(kMostBlocks);
  REQUIRE(inside.size() == kMostBlocks);
  CHECK_FALSE(has(inside.back().text, "playing cards"));
  const auto beyond = blocks(kMostBlocks + 1);
  REQUIRE(beyond.size() == kMostBlocks);
  CHECK(has(beyond.back().text, "playing cards"));
  CHECK(has(beyond.back().text, "harbour master"));
}

TEST_CASE("A table has 200 columns, what stands beyond is put into the last") {
  const auto row = [](std::size_t cells) {
    const std::string html =
        page("", kFirst + "<table><tr>" + times(cells, "<th>h</th>") + "</tr><tr>" +
                     times(cells - 1, "<td>1</td>") + "<td>last</td></tr></table>" + kSecond);
    const std::string text = clean(html, {.format = Format::kMarkdown}).text;
    const std::size_t begin = text.find("| h ");
    REQUIRE(begin != std::string::npos);
    CHECK(has(text, "last"));
    return std::count(text.begin() + static_cast<std::ptrdiff_t>(begin),
                      text.begin() + static_cast<std::ptrdiff_t>(text.find('\n', begin)), '|') -
           1;
  };
  CHECK(row(kMostTableColumns) == kMostTableColumns);
  CHECK(row(kMostTableColumns + 1) == kMostTableColumns);
}

TEST_CASE("Style sheets are read to 300,000 bytes, the rest is not") {
  const std::string rule = ".zz{display:none}";
  const auto hidden = [&](std::size_t bytes) {
    const std::string css = std::string(bytes - rule.size(), ' ') + rule;
    return !has(clean(page("<style>" + css + "</style>", kFirst + kCook + kSecond + kMore)).text, "The cook");
  };
  CHECK(hidden(kMostStyleBytes));
  CHECK_FALSE(hidden(kMostStyleBytes + rule.size()));
}

TEST_CASE("8,000 rules that hide something are known, further ones are not") {
  const auto hidden = [](std::size_t rules) {
    std::string css;
    for (std::size_t i = 1; i < rules; ++i) css += ".c" + std::to_string(i) + "{display:none}";
    css += ".zz{display:none}";
    REQUIRE(css.size() < kMostStyleBytes);
    return !has(clean(page("<style>" + css + "</style>", kFirst + kCook + kSecond + kMore)).text, "The cook");
  };
  CHECK(hidden(kMostStyleRules));
  CHECK_FALSE(hidden(kMostStyleRules + 1));
}

TEST_CASE("100 scripts with structured data are read, further ones are not") {
  const auto author = [](std::size_t scripts) {
    const std::string type = "<script type=application/ld+json>";
    const std::string head =
        times(scripts - 1, type + R"({"@type":"Thing"}</script>)") + type +
        R"({"@type":"NewsArticle","author":{"@type":"Person","name":"Maud Penhallow"}}</script>)";
    return clean(page(head, kFirst + kSecond)).metadata.authors.values.size();
  };
  CHECK(author(kMostJsonScripts) == 1);
  CHECK(author(kMostJsonScripts + 1) == 0);
}

TEST_CASE("100,000 values of structured data are read, further ones are not") {
  const auto author = [](std::size_t values) {
    // The object, the array, the type, the author and its two facts are the other six.
    const std::string json = R"({"about":[)" + times(values - 7, "1,") + R"(1],"@type":"NewsArticle",)" +
                             R"("author":{"@type":"Person","name":"Maud Penhallow"}})";
    return clean(page("<script type=application/ld+json>" + json + "</script>", kFirst + kSecond))
        .metadata.authors.values.size();
  };
  CHECK(author(kMostJsonValues) == 1);
  CHECK(author(kMostJsonValues + 1) == 0);
}

TEST_CASE("A field of 4,000 bytes is read, a longer one is no candidate") {
  const auto description = [](std::size_t bytes) {
    const std::string text = "A tug. " + times(bytes - 7, "x");
    return clean(page("<meta name=description content='" + text + "'>", kFirst + kSecond))
        .metadata.description.value.size();
  };
  CHECK(description(kMostFieldBytes) == kMostFieldBytes);
  CHECK(description(kMostFieldBytes + 1) == 0);
}

TEST_CASE("2,000 candidates for metadata are taken, further ones are not") {
  const auto found = [](std::size_t others) {
    const std::string head =
        times(others, "<meta name=keywords content=ice>") + "<meta name=author content='Maud Penhallow'>";
    return clean(page(head, kFirst + kSecond)).metadata.authors.values.size();
  };
  // Some candidates are read before: the address, the language. The last ones that fit are found by counting.
  std::size_t most = kMostCandidates;
  while (most > 0 && found(most) == 0) --most;
  CHECK(most > kMostCandidates - 20);
  CHECK(found(most) == 1);
  CHECK(found(most + 1) == 0);
}

TEST_CASE("A rule of 20,000 lines is read whole, the rest of a longer one is not, which is said") {
  const auto cleaned = [](std::size_t lines) {
    return clean(page("", kFirst + kCook + kSecond), {},
                 times(lines - 1, "strip: //zz\n") + "strip: //p[@class='zz']\n");
  };
  CHECK_FALSE(has(cleaned(kMostRuleLines).text, "The cook"));
  CHECK(has(cleaned(kMostRuleLines + 2).text, "The cook"));
}

TEST_CASE("wrap_in() wraps 10,000 elements, move_into() moves 1,000") {
  const auto emphasised = [](std::size_t wraps) {
    const std::string html =
        page("", kFirst + kSecond + times(wraps - 1, "<i class=w></i>") +
                     "<p>The second tug is late, and it will <i class=w>need two days</i>, the master said.");
    return has(clean(html, {.format = Format::kMarkdown}, "wrap_in(b): //i[@class='w']\n").text, "**");
  };
  CHECK(emphasised(kMostRuleWraps));
  CHECK_FALSE(emphasised(kMostRuleWraps + 1));
  const auto moved = [](std::size_t moves) {
    const std::string html = page(
        "",
        "<div id=body>" + kFirst + kSecond + "</div>" + times(moves - 1, "<i class=m></i>") +
            "<p class=m>The cook of the ferry has not been seen since then, the harbour master said.</p>");
    return has(clean(html, {},
                     "body: //div[@id='body']\nmove_into(//div[@id='body']): "
                     "//*[@class='m']\nautodetect_on_failure: no\n")
                   .text,
               "The cook");
  };
  CHECK(moved(kMostRuleMoves));
  CHECK_FALSE(moved(kMostRuleMoves + 1));
}

TEST_CASE("Replacements may make a page of it that is four times as long, or 1 MiB") {
  // A short page may grow to 1 MiB.
  const auto grown = [](std::size_t factor) {
    const std::string many = page("", kFirst + kSecond + "<p>" + times(100'000, "q") + "</p>");
    const std::string text = clean(many, {}, "replace_string(q): " + times(factor, "z") + "\n").text;
    return std::count(text.begin(), text.end(), 'z');
  };
  CHECK(grown(10) == 1'000'000);
  CHECK(grown(11) < 1'048'576);
  // A longer one is what the factor says: half of it are letters that become eight each.
  const auto quadrupled = [](std::size_t letters) {
    const std::size_t bytes = 800'000;
    std::string many = page("", kFirst + kSecond + "<p>" + times(letters, "q") + "</p>");
    many += std::string(bytes - many.size(), ' ');
    const std::string text = clean(many, {}, "replace_string(q): zzzzzzzz\n").text;
    return std::count(text.begin(), text.end(), 'z') / 8;
  };
  // Each adds seven bytes to the page.
  constexpr std::size_t kMostLetters = (kMostReplacedGrowth - 1) * 800'000 / 7;
  CHECK(quadrupled(kMostLetters) == kMostLetters);
  CHECK(quadrupled(kMostLetters + 1) == kMostLetters);
}

TEST_CASE("A site's template is learned from 50 pages, all templates together from 4,000") {
  auto cleaner = Cleaner::create({});
  REQUIRE(cleaner);
  SiteLessons lessons;
  std::size_t made = 0;
  const auto teach = [&](std::size_t pages, const std::string& host) {
    for (std::size_t i = 0; i < pages; ++i) {
      // No page is another's copy.
      const std::string html = page("", kFirst + "<p>" + std::to_string(made++) + "</p>" + kSecond);
      Page one;
      one.bytes = html;
      REQUIRE(cleaner->teach(one, host, lessons).ok());
    }
  };
  const auto taught = [&] {
    std::size_t pages = 0;
    for (const LearnedRule& site : lessons.sites()) pages += site.pages;
    return pages;
  };
  teach(kMostTaughtPagesOfSite, "a.example");
  CHECK(taught() == kMostTaughtPagesOfSite);
  teach(1, "a.example");
  CHECK(taught() == kMostTaughtPagesOfSite);
  for (std::size_t site = 1; site < kMostTaughtPages / kMostTaughtPagesOfSite; ++site)
    teach(kMostTaughtPagesOfSite, std::to_string(site) + ".example");
  CHECK(taught() == kMostTaughtPages);
  teach(1, "b.example");
  CHECK(taught() == kMostTaughtPages);
  CHECK(lessons.sites().size() == kMostTaughtPages / kMostTaughtPagesOfSite);
}

}  // namespace clean_article

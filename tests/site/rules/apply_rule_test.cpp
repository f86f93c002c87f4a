// Every directive with a meaning for the page, on small pages.
#include "site/rules/apply_rule.hpp"

#include <string>

#include "catch.hpp"
#include "site/rules/next_page.hpp"

namespace clean_article::site {
namespace {

struct Applied {
  Applied(std::string_view rule_text, std::string_view html, std::string_view url = "")
      : document(parser.parse(html)) {
    RuleFile file = read_rule_file(rule_text, "x.txt");
    SiteRuleBuilder builder;
    builder.add(file);
    REQUIRE(file.complaints.empty());
    rule = builder.finish();
    made = applier.apply(*rule, document, url);
  }

  // The tree that is left: "div(p(One) p(Two))", without the head.
  std::string tree() const {
    std::string out;
    append(0, out);
    return out;
  }

  html::Parser parser{Limits{}};
  const html::Document& document;
  std::shared_ptr<const SiteRule> rule;
  RuleApplier applier;
  AppliedRule made;

 private:
  void append(html::NodeId id, std::string& out) const {
    const html::Document& left = made.body ? made.body->document : made.rest->document;
    if (left[id].tag == html::Tag::kText) return left.append_text(id, out);
    out += left.name(id);
    if (id + 1 == left[id].end) return;
    out += '(';
    for (html::NodeId child = id + 1; child < left[id].end; child = left[child].end) {
      if (left[child].tag == html::Tag::k_head) continue;
      if (out.back() != '(') out += ' ';
      append(child, out);
    }
    out += ')';
  }
};

std::string left(std::string_view rule, std::string_view html) {
  return Applied(rule, html).tree();
}

TEST_CASE("body keeps what it finds and what is around it") {
  CHECK(left("body: //div[@id='a']", "<nav>N</nav><section><div id=a><p>One<p>Two</div>x</section>") ==
        "html(body(section(div(p(One) p(Two)))))");
  CHECK(left("body: //p | //b", "<div><p>One <b>two</b></p><i>no</i><b>three</b></div>") ==
        "html(body(div(p(One  b(two)) b(three))))");
  CHECK(left("body: //nothing\nbody: //p", "<p>One</p><b>x</b>") == "html(body(p(One)))");
  CHECK(left("body: //i\nbody: //p", "<p>One</p><i> </i>") ==
        "html(body(p(One)))");  // nothing to read in the <i>
  CHECK(left("body(css): .a > p", "<div class='b a'><p>One</p><i>x</i></div>") == "html(body(div(p(One))))");
  CHECK(left("body: //table/tr", "<table><tr><td>a</table><p>x") == "html(body(table(tbody(tr(td(a))))))");
  const Applied none("body: //nothing", "<p>One</p>");
  CHECK_FALSE(none.made.body);
  CHECK(none.tree() == "html(body(p(One)))");
}

TEST_CASE("strips go before the body is looked for") {
  CHECK(left("strip: //p[1]\nbody: //p[1]", "<p>One</p><p>Two</p>") == "html(body(p(Two)))");
  CHECK(left("strip: //b/text()", "<p>One <b>two</b></p>") == "html(body(p(One  b)))");
  CHECK(left("strip: //body", "<p>One</p>") == "html(body(p(One)))");
  CHECK(left("strip_attr: //p/@class\nstrip: //p[@class]", "<p class=a>One</p>") == "html(body(p(One)))");
  const Applied nested("strip: //b\nstrip: //div", "<p>x</p><div><b>y</b></div>");
  REQUIRE(nested.made.stripped.size() == 1);
  CHECK(nested.made.stripped[0].origin.line == 2);
  CHECK(nested.made.stripped[0].origin.file == "x.txt");
}

TEST_CASE("strip_id_or_class means whole words") {
  constexpr std::string_view kHtml =
      "<p class='share-bar'>1</p><p class='x share'>2</p><p id=share>3</p><p class='Share'>4</p><p class='a  "
      "b'>5</p>";
  CHECK(left("strip_id_or_class: share", kHtml) == "html(body(p(1) p(4) p(5)))");
  CHECK(left("strip_id_or_class: a b", kHtml) == "html(body(p(1) p(2) p(3) p(4)))");
  CHECK(left("strip_id_or_class: a&b", "<p class='a&amp;b'>1</p><p>2</p>") == "html(body(p(2)))");
}

TEST_CASE("strip_image_src takes the pictures whose address holds it") {
  CHECK(left("strip_image_src: /ads/", "<p>a<img src=/ads/1.png><img src=/b.png></p>") ==
        "html(body(p(a img)))");
}

TEST_CASE("wrap_in puts an element around each node") {
  CHECK(left("wrap_in(h2): //p[@class]", "<p class=t>A</p><p>B</p>") == "html(body(h2(p(A)) p(B)))");
  CHECK(left("wrap_in(blockquote): //i\nwrap_in(figure): //i", "<p>a<i>b</i></p>") ==
        "html(body(p(a blockquote(figure(i(b))))))");
  CHECK(left("wrap_in(no-such): //p\nwrap_in(i): //body", "<p>A</p>") == "html(body(p(A)))");
}

TEST_CASE("move_into takes nodes to the end of the target") {
  constexpr std::string_view kHtml = "<i>A<b>B</b></i><div id=a>C<p>D</p></div><p class=x>E</p>";
  CHECK(left("move_into(//div): //i", kHtml) == "html(body(div(C p(D) i(A b(B))) p(E)))");
  CHECK(left("move_into(//div/p): //i\nmove_into(//i): //p[@class]", kHtml) ==
        "html(body(div(C p(D i(A b(B) p(E))))))");
  CHECK(left("move_into(//html): //i", kHtml) == left("move_into(//body): //i", kHtml));
  CHECK(left("move_into(body): //b\nbody: //div", kHtml) == "html(body(div(C p(D) b(B))))");
  CHECK(left("move_into(//div): //i\nstrip: //b\nwrap_in(h2): //i\nbody: //div", kHtml) ==
        "html(body(div(C p(D) h2(i(A)))))");
  // Not into itself, nor in a circle, nor into what is gone or is not there.
  constexpr std::string_view kSame = "html(body(i(A b(B)) div(C p(D)) p(E)))";
  CHECK(left("move_into(//i/b): //i", kHtml) == kSame);
  CHECK(left("move_into(//u): //i\nmove_into(body): //i\nmove_into(//i): //body", kHtml) == kSame);
  CHECK(left("move_into(//b): //i\nstrip: //b", kHtml) == "html(body(i(A) div(C p(D)) p(E)))");
  CHECK(left("move_into(//div): //i\nmove_into(//b): //div", kHtml) ==
        "html(body(div(C p(D) i(A b(B))) p(E)))");
}

TEST_CASE("further pages are those of the same article") {
  CHECK(goes_on("https://a.org/story", "https://www.a.org/story/page/2/"));
  CHECK(goes_on("https://a.org/story.html", "https://a.org/story-2.html"));
  CHECK(goes_on("https://a.org/story.html", "https://a.org/story.html?page=2"));
  CHECK(goes_on("https://a.org/s/123/9/Title", "https://a.org/s/123/10/Title#top"));
  CHECK(goes_on("https://a.org/story?p=10&x=y", "https://a.org/story?p=11&x=y"));
  CHECK_FALSE(goes_on("https://a.org/story", "https://b.org/story/2"));
  CHECK_FALSE(goes_on("https://a.org/story", "https://a.org/story"));
  CHECK_FALSE(goes_on("https://a.org/story", "https://a.org/story/3"));
  CHECK_FALSE(goes_on("https://a.org/story/3", "https://a.org/story/2"));
  CHECK_FALSE(goes_on("https://a.org/2024/05/one", "https://a.org/2024/06/two"));
  CHECK_FALSE(goes_on("https://a.org/post/12345", "https://a.org/post/12346"));
  CHECK_FALSE(goes_on("https://a.org/", "not a URL"));
}

TEST_CASE("links to further pages are looked for where the rule says so") {
  const auto next = [](std::string_view html, std::string_view rule = "autodetect_next_page: yes") {
    const Applied applied(rule, html, "https://a.org/story");
    return applied.made.next_page ? applied.made.next_page->value : "";
  };
  CHECK(next("<head><link rel=next href='/story/2'></head><p>x<a href='/story?page=2'>Next</a>") ==
        "/story/2");
  CHECK(next("<p>x<a href='/story/2'>2</a> <a href='/story?page=2'> Nächste Seite » </a>") ==
        "/story?page=2");
  CHECK(next("<p>x<a rel=next href='/older'>Next</a>") == "");
  CHECK(next("<base href='https://a.org/story/'><p>x<a href='2'>Next →</a>") == "2");
  CHECK(next("<p>x<a href='/story/2'>Next</a>", "autodetect_next_page: no") == "");
  CHECK(next("<p>x<a href='/story/2'>Next</a><i>/story/3</i>",
             "next_page_link: //i/text()\nautodetect_next_page: yes") == "/story/3");
}

TEST_CASE("fields are found on the whole page, the first expression that says something") {
  const Applied applied(
      "title: //h2\ntitle: //h1\nauthor: //i/b\ndate: substring-after(//p, 'on ')\nstrip: //h1\nbody: //p",
      "<h1> The\n title </h1><i><b>Ann</b><b>Bob</b></i><p>Written on 2 May</p>");
  CHECK(applied.made.title->value == "The title");
  CHECK(applied.made.title->origin.line == 2);
  CHECK(applied.made.date->value == "2 May");
  REQUIRE(applied.made.authors.size() == 2);
  CHECK(applied.made.authors[1].value == "Bob");
  CHECK(Applied("author: ('Ann')", "<p>x").made.authors.at(0).value == "Ann");
  CHECK_FALSE(Applied("title: //h1", "<h1> </h1>").made.title);
}

TEST_CASE("links are those of attributes, elements and strings") {
  constexpr std::string_view kHtml = "<a class=n href='/2'>Next</a><link rel=next href='/3'>";
  CHECK(Applied("next_page_link: //a[@class='n']", kHtml).made.next_page->value == "/2");
  CHECK(Applied("next_page_link: //link[@rel='next']/@href", kHtml).made.next_page->value == "/3");
  CHECK(Applied("single_page_link: concat(//a/@href, '?all')", kHtml).made.single_page->value == "/2?all");
  CHECK_FALSE(Applied("single_page_link: //a/b", kHtml).made.single_page);
}

TEST_CASE("if_page_contains guards the line before it") {
  const std::string rule = "single_page_link: //a\nif_page_contains: //b\n";
  CHECK(Applied(rule, "<a href=/x>1</a><b>y</b>").made.single_page);
  CHECK_FALSE(Applied(rule, "<a href=/x>1</a>").made.single_page);
}

TEST_CASE("native_ad_clue tells an advertisement") {
  CHECK(Applied("native_ad_clue: //p[@class='ad']", "<p class=ad>x").made.native_ad->line == 1);
  CHECK_FALSE(Applied("native_ad_clue: //p[@class='ad']", "<p>x").made.native_ad);
}

TEST_CASE("a costly expression finds nothing and is named; the page goes on") {
  std::string html;
  for (int i = 0; i < 3000; ++i) html += "<p><b>x</b>";
  const Applied applied("body: //*[count(//*[count(//*) > 0]) > 0]", html);
  CHECK_FALSE(applied.made.body);
  REQUIRE(applied.made.refused);
  CHECK(applied.made.refused->message.starts_with("x.txt:1: "));
}

}  // namespace
}  // namespace clean_article::site

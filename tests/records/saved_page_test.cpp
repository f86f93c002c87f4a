// Pages as programs save them: where they came from, and the Wayback Machine's additions taken back.
#include "records/saved_page.hpp"

#include "catch.hpp"

namespace clean_article::records {
namespace {

Page opened(std::string bytes, std::string url = "") {
  Page page{std::move(bytes), std::move(url), "", ""};
  undo_saving(page);
  return page;
}

TEST_CASE("SingleFile, browsers and HTTrack say where a page came from") {
  const Page single = opened(
      "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: https://a.example/x \n"
      " saved date: Tue Nov 28 2023 10:11:12 GMT+0100 (Central European Standard Time)\n-->");
  CHECK(single.url == "https://a.example/x");
  CHECK(single.date == "28 Nov 2023 10:11:12 +0100");
  CHECK(opened("<!DOCTYPE html>\n<!-- saved from url=(0022)https://b.example/page -->\n<html>").url ==
        "https://b.example/page");
  const Page mirrored = opened(
      "<html>\n<!-- Mirrored from c.example/a/b.html by HTTrack Website Copier/3.x [XR&CO'2014],"
      " Fri, 01 Mar 2024 10:00:00 GMT -->");
  CHECK(mirrored.url == "http://c.example/a/b.html");
  CHECK(mirrored.date == "Fri, 01 Mar 2024 10:00:00 GMT");
  CHECK(opened("<!-- saved from url=(0014)about:internet -->").url.empty());
  CHECK(opened("<!-- saved from url=(0022)https://b.example/page -->", "https://mine.example/").url ==
        "https://mine.example/");
}

TEST_CASE("a capture of the Wayback Machine is the page again") {
  const std::string capture =
      "<html><head><script>__wm.wombat(\"http://a.example/story\",\"20190304214205\",\"https://"
      "web.archive.org/\");</script>"
      "<base href=\"https://web.archive.org/web/20190304214205/http://a.example/\"></head><body>"
      "<!-- BEGIN WAYBACK TOOLBAR INSERT --><div>12 captures</div><!-- END WAYBACK TOOLBAR INSERT -->"
      "<a href=\"/web/20190304214205/https://b.example/web/2019/x\">b</a>"
      "<img src=\"//web.archive.org/web/20190304214205im_/http://a.example/i.png\">"
      "<a href=\"/web/2019/archive\">ours</a> /web/ <a "
      "href='http://web.archive.org/web/2019/mailto:x@y.example'>";
  const Page page = opened(capture);
  CHECK(page.url == "http://a.example/story");
  CHECK(page.date == "2019-03-04T21:42:05Z");
  CHECK(page.bytes.find("captures") == std::string::npos);
  CHECK(page.bytes.find("<base href=\"http://a.example/\">") != std::string::npos);
  CHECK(page.bytes.ends_with(
      "<a href=\"https://b.example/web/2019/x\">b</a><img src=\"http://a.example/i.png\">"
      "<a href=\"/web/2019/archive\">ours</a> /web/ <a href='mailto:x@y.example'>"));
  CHECK(opened(capture, "https://web.archive.org/web/20190304214205/http://a.example/story").url ==
        "http://a.example/story");
}

TEST_CASE("a page that nobody marked stays as it is, also where it writes of the archive") {
  const std::string plain =
      "<p>See <a href=\"https://web.archive.org/web/2019/http://a.example/\">the capture</a>.";
  const Page page = opened(plain, "https://web.archive.org/web/2019/http://b.example/");
  CHECK(page.bytes == plain);
  CHECK(page.url == "https://web.archive.org/web/2019/http://b.example/");
  CHECK(page.date.empty());
  // A toolbar that does not end takes nothing with it.
  const std::string open_toolbar = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><p>text";
  CHECK(opened(open_toolbar).bytes == open_toolbar);
}

}  // namespace
}  // namespace clean_article::records

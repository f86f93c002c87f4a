// The program with zip and tar files of pages, WACZ among them, made by Python's own modules.
#include "catch.hpp"
#include "program.hpp"

namespace clean_article::cli {
namespace {

using testing::contains;
using testing::opening;
using testing::page_with;
using testing::Program;

long lines_in(const std::string& text) {
  return std::count(text.begin(), text.end(), '\n');
}

void write_site(const Program& program) {
  program.write("site/a.html", page_with("iron"));
  program.write("site/b/caf\xC3\xA9.htm", page_with("tin"));
  program.write("site/b/page", page_with("gold"));
  program.write("site/style.css", "p {}");
  program.write("site/.hidden.html", page_with("lead"));
}

TEST_CASE("a zip or tar of pages gives a line for each page") {
  const Program program;
  write_site(program);
  program.run("python3 -m zipfile -c site.zip site/ && tar -cf site.tar site && tar -czf site.tgz site");
  for (const std::string file : {"site.zip", "site.tar", "site.tgz"}) {
    CAPTURE(file);
    const auto ran = program.run("\"$CA\" " + file + " | sort");
    CHECK(lines_in(ran.out) == 3);
    CHECK(contains(ran.out, "{\"file\":\"" + file + "\",\"name\":\"site/a.html\",\"status\":\"ok\""));
    CHECK(contains(ran.out, "\"name\":\"site/b/caf\xC3\xA9.htm\""));
    CHECK(contains(ran.out, opening("gold")));
    CHECK(contains(ran.err, "3 pages: 3 cleaned; "));
    CHECK(lines_in(program.run("cat " + file + " | \"$CA\" -q").out) == 3);
  }
  const auto text = program.run("\"$CA\" -q -f txt site.zip");
  CHECK(contains(text.out, opening("iron")));
  program.run("mkdir folder; cp site.zip site/a.html folder; \"$CA\" -q -o out folder");
  CHECK(program.files("out") == std::vector<std::string>{"a.txt"});  // a zip beside pages is left alone
}

TEST_CASE("the WARC files of a WACZ give their records") {
  const Program program;
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page_with("tin");
  program.write("archive/data.warc",
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/x\r\n"
                "WARC-Date: 2024-03-02T10:00:00Z\r\nWARC-Record-ID: <urn:x>\r\n"
                "Content-Type: application/http;msgtype=response\r\nContent-Length: " +
                    std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n");
  program.write("pages/pages.jsonl",
                "{\"format\":\"json-pages-1.0\"}\n{\"url\":\"http://a.example/x\",\"text\":\"<p>no\"}\n");
  program.write("datapackage.json", "{}");
  const auto ran = program.run(
      "cp archive/data.warc archive/more.warc; gzip archive/more.warc; python3 -m zipfile -c "
      "crawl.wacz datapackage.json pages/ archive/; \"$CA\" crawl.wacz");
  CHECK(ran.exit_code == 0);
  CHECK(lines_in(ran.out) == 2);
  CHECK(
      contains(ran.out,
               "{\"url\":\"http://a.example/x\",\"record_id\":\"<urn:x>\",\"date\":\"2024-03-02T10:00:00Z\","
               "\"file\":\"crawl.wacz/archive/data.warc\",\"offset\":0,\"status\":\"ok\""));
  CHECK(contains(ran.out, "\"file\":\"crawl.wacz/archive/more.warc.gz\""));
}

TEST_CASE("names that lead out, bombs and broken files are refused") {
  const Program program;
  program.write(
      "make.py",
      "import zipfile,sys\n"
      "page=open('page.html').read()\n"
      "z=zipfile.ZipFile('out.zip','w',zipfile.ZIP_DEFLATED)\n"
      "for n in ('../up.html','/root.html','a/../../b.html','fine.html'): z.writestr(n,page)\n"
      "z.close()\n"
      "z=zipfile.ZipFile('bomb.zip','w',zipfile.ZIP_DEFLATED)\n"
      "for i in range(40): z.writestr('%d.html'%i,'<p>'+' '*20000000)\n"
      "z.writestr('last.html',page)\n"
      "z.close()\n"
      "b=open('out.zip','rb').read()\n"
      "open('short.zip','wb').write(b[:len(b)//2])\n"
      "z=zipfile.ZipFile('a.odt','w'); z.writestr('mimetype','application/vnd.oasis.opendocument.text'); "
      "z.close()\n"
      "z=zipfile.ZipFile('book.epub','w'); z.writestr('mimetype','application/epub+zip'); z.close()\n");
  program.write("page.html", page_with("iron"));
  program.run("python3 make.py");
  const auto out = program.run("\"$CA\" -q out.zip");
  CHECK(lines_in(out.out) == 4);
  CHECK(contains(out.out,
                 "\"name\":\"../up.html\",\"status\":\"error\",\"error\":{\"code\":\"bad_input\",\"message\":"
                 "\"its name leads out of the archive\"}"));
  CHECK(contains(out.out, opening("iron")));
  const auto bomb = program.run("\"$CA\" bomb.zip");
  CHECK(bomb.exit_code == 1);
  CHECK(contains(bomb.err,
                 "bomb.zip: is damaged: it is more than 200 times as large as its file: not read on"));
  CHECK(contains(bomb.out, "\"code\":\"too_large\""));
  CHECK_FALSE(contains(bomb.out, "last.html"));
  const auto cut = program.run("\"$CA\" short.zip");
  CHECK(cut.exit_code == 1);
  CHECK(contains(cut.err, "short.zip: is damaged: "));
  CHECK(contains(program.run("\"$CA\" a.odt").err, "a ZIP file"));
  const auto book = program.run("\"$CA\" book.epub");
  CHECK(book.exit_code == 1);
  CHECK(contains(book.err, "book.epub: is damaged: it is a book without documents"));
}

TEST_CASE("an EPUB gives its documents in the order of its spine") {
  const Program program;
  program.write("book/mimetype", "application/epub+zip");
  program.write("book/META-INF/container.xml", "<container/>");
  program.write("book/OPS/one.xhtml", page_with("iron"));
  program.write("book/OPS/text/two & three.xhtml", page_with("tin"));
  program.write("book/OPS/nav.xhtml", page_with("lead"));
  program.write("book/OPS/z.css", "p {}");
  program.write(
      "book/OPS/book.opf",
      "<?xml version='1.0'?><package><!-- <item id='a' href='nav.xhtml'/> --><manifest>"
      "<opf:item href='one.xhtml' id=\"a\" media-type='application/xhtml+xml'/>"
      "<item id='b'\n href='text/two%20&amp;%20three.xhtml'/><item id='n' href='nav.xhtml'/></manifest>"
      "<spine><itemref idref='b'/><itemref linear='yes' idref='a'/><itemref idref='gone'/>"
      "<itemref idref='b'/></spine></package>");
  program.run(
      "cd book && python3 -c \"import zipfile, glob; z = zipfile.ZipFile('../a.epub', 'w'); "
      "z.write('mimetype'); [z.write(f, compress_type=8) for f in sorted(glob.glob('**/*.*', "
      "recursive=True))]\"");
  const auto ran = program.run("\"$CA\" -q a.epub");
  CHECK(ran.exit_code == 0);
  CHECK(lines_in(ran.out) == 2);
  CHECK(ran.out.find(opening("tin")) < ran.out.find(opening("iron")));
  CHECK(contains(ran.out, "\"name\":\"OPS/text/two & three.xhtml\""));
  CHECK_FALSE(contains(ran.out, opening("lead")));
  CHECK(contains(program.run("\"$CA\" -q -f txt a.epub").out, opening("iron")));
  CHECK(program.run("\"$CA\" --dry-run .").out.find("epub") == std::string::npos);
}

TEST_CASE("a book may have 64 MiB of text, of a larger one the rest is not read") {
  const Program program;
  program.write("page.html", page_with("iron"));
  program.write("make.py",
                "import sys, zipfile\n"
                "page = open('page.html').read()\n"
                "sizes = [8 << 20] * 7 + [(8 << 20) + int(sys.argv[1])]\n"
                "z = zipfile.ZipFile('book.epub', 'w')\n"
                "z.writestr('mimetype', 'application/epub+zip')\n"
                "for i, size in enumerate(sizes): z.writestr('%d.xhtml' % i, page.ljust(size))\n"
                "z.close()\n");
  const auto inside = program.run("python3 make.py 0 && \"$CA\" book.epub");
  CHECK(lines_in(inside.out) == 8);
  CHECK(inside.exit_code == 0);
  const auto beyond = program.run("python3 make.py 1 && \"$CA\" book.epub");
  CHECK(lines_in(beyond.out) == 7);
  CHECK(contains(beyond.err, "its text is larger than 64 MiB: the rest is not read"));
}

TEST_CASE("a page of a zip file is called by its name there") {
  const Program program;
  write_site(program);
  program.write("site/empty.html", "<p>");
  program.run("python3 -m zipfile -c p.zip site/");
  const auto ran = program.run("\"$CA\" -q --markdown p.zip");
  CHECK(contains(ran.out, "==> p.zip:site/a.html <==\n"));
  CHECK(contains(ran.out, "==> p.zip:site/b/caf\xC3\xA9.htm <==\n"));
  CHECK(contains(ran.err, "clean-article: p.zip:site/empty.html: "));
}

}  // namespace
}  // namespace clean_article::cli

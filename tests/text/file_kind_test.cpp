#include "text/file_kind.hpp"

#include <string>

#include "catch.hpp"

using namespace clean_article::text;

TEST_CASE("first bytes that look like HTML") {
  using namespace std::string_view_literals;
  for (const auto bytes :
       {"<!DOCTYPE html>"sv, "<!doctype  HTML PUBLIC"sv, "<html lang=en>"sv, "\xEF\xBB\xBF\n<HTML>"sv,
        "<?xml version='1.0'?><!DOCTYPE html>"sv, "<!-- saved --><html>"sv, "<!-- a very long one"sv,
        "<meta charset=utf-8>"sv, "<div class=a>"sv, "<p>"sv, "\xFF\xFE<\0h\0t\0m\0l\0>\0"sv}) {
    CAPTURE(std::string(bytes));
    CHECK(looks_like_html(bytes));
  }
  for (const auto bytes : {""sv, "plain text"sv, "<svg>"sv, "<?xml version='1.0'?><rss>"sv, "<?php echo 1;"sv,
                           "<!DOCTYPE svg>"sv, "{\"a\": 1}"sv, "a < b"sv, "<pa>"sv, "<"sv}) {
    CAPTURE(std::string(bytes));
    CHECK_FALSE(looks_like_html(bytes));
  }
}

TEST_CASE("files of other kinds are told by their first bytes") {
  using namespace std::string_view_literals;
  struct {
    std::string_view bytes;
    std::string_view kind;
  } const rows[] = {
      {"WARC/1.0\r\nWARC-Type: warcinfo\r\n", "a WARC file"},
      {"filedesc://x.arc 0.0.0.0 20080430204825 text/plain 1301", "an ARC file"},
      {"%PDF-1.7\n%\xE2\xE3", "a PDF file"},
      {"PK\x03\x04\x14\0"sv, "a ZIP file"},
      {"\x1F\x8B\x08\0"sv, "a gzip file"},
      {"BZh91AY&SY\x01", "a bzip2 file"},
      {"\xFD"
       "7zXZ\0\0"sv,
       "an xz file"},
      {"\x28\xB5\x2F\xFD\x20", "a zstd file"},
      {"{\\rtf1\\ansi", "an RTF file"},
      {"\x89PNG\r\n\x1A\n", "a PNG image"},
      {"RIFF\x10\0\0\0WEBPVP8 "sv, "a WebP image"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.kind);
    CHECK(foreign_kind(row.bytes) == row.kind);
    for (std::size_t bytes = 0; bytes < 3; ++bytes) CHECK(foreign_kind(row.bytes.substr(0, bytes)).empty());
  }
  CHECK(foreign_kind(std::string(257, 'a') + "ustar") == "a tar file");
}

TEST_CASE("saved pages and mails are told by their heads") {
  CHECK(foreign_kind("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: "
                     "Bread\r\nDate: Sat, 2 Mar 2024 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: "
                     "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"x\"\r\n\r\n--x") ==
        "an MHTML file");
  CHECK(foreign_kind("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x") ==
        "an MHTML file");
  CHECK(foreign_kind("Return-Path: <a@example.org>\nReceived: from a by b;\n  Sat, 2 Mar 2024\nFrom: "
                     "a@example.org\nTo: b@example.org\n\nHello") == "an e-mail");
  CHECK(foreign_kind("From a@example.org Sat Mar  2 10:00:00 2024\nFrom: a@example.org\nMessage-ID: <1@x>\n"
                     "Content-Type: text/plain\nSubject: Bread\n\nHello") == "an e-mail");
  CHECK(page_container("%PDF-1.7").empty());
}

TEST_CASE("what people write is no file of another kind") {
  for (const char* text :
       {"", "PK", "From: Maud\nTo: all\nDate: today\nSubject: bread\n\nThe bread is done.",
        "WARC files hold pages.", "Content-Type: the header that says what a page is\n\nIt reads so.",
        "Received: three loaves\nMessage-ID: none\n\nThanks.", "GIF images are old.", "<!DOCTYPE html>",
        "MIME-Version: 1.0 is what a mail says\nand this goes on"}) {
    CAPTURE(text);
    CHECK(foreign_kind(text).empty());
  }
}

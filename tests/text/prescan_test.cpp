#include "text/prescan.hpp"

#include "catch.hpp"

using namespace clean_article::text;

namespace {

std::string_view name_of(const Encoding* encoding) {
  return encoding != nullptr ? encoding->name : "none";
}

}  // namespace

TEST_CASE("the prescan reads what pages declare") {
  struct {
    std::string_view bytes;
    std::string_view name;
  } const rows[] = {
      {"<meta charset=windows-1251>", "windows-1251"},
      {"<META CHARSET='Windows-1251'/>", "windows-1251"},
      {"<meta/charset=koi8-r>", "KOI8-R"},
      {"<metadata charset=koi8-r>", "none"},
      {"<meta name=x charset=koi8-r charset=gbk>", "KOI8-R"},
      {"<meta http-equiv=Content-Type content='text/html; charset=euc-kr'>", "EUC-KR"},
      {"<meta content=\"text/html;charset = 'big5'\" http-equiv=\"Content-Type\">", "Big5"},
      {"<meta content='text/html; charset=euc-kr'>", "none"},
      {"<meta http-equiv=refresh content='1; charset=euc-kr'>", "none"},
      {"<meta http-equiv=content-type content='charset charset=gbk'>", "GBK"},
      {"<meta http-equiv=content-type content='charset=\"gbk'>", "none"},
      {"<!-- <meta charset=gbk> --><meta charset=big5>", "Big5"},
      {"<!--><meta charset=gbk>", "GBK"},
      {"<!-- never closed <meta charset=gbk>", "none"},
      {"<a title='<meta charset=gbk>'><meta charset=big5>", "Big5"},
      {"</a title='<meta charset=gbk>'><meta charset=big5>", "Big5"},
      {"<?php <meta charset=gbk>", "none"},
      {"1 < 2 <meta charset=gbk>", "GBK"},
      {"<meta charset=nonsense><meta charset=gbk>", "GBK"},
      {"<meta charset=utf-16>", "UTF-8"},
      {"<meta charset=x-user-defined>", "windows-1252"},
      {"<meta charset=gbk", "none"},
      {"<?xml version='1.0' encoding='windows-1250'?><html>", "windows-1250"},
      {"<?xml version='1.0' encoding='windows-1250'?><meta charset=gbk>", "GBK"},
      {"<?xml version='1.0' encoding = \"UTF-16\" ?>", "UTF-8"},
      {"<?xml version='1.0'?>", "none"},
      {" <?xml encoding='gbk'?>", "none"},
      {"", "none"},
      {"<", "none"},
      {"<meta ", "none"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.bytes);
    CHECK(name_of(prescan(row.bytes)) == row.name);
  }
}

TEST_CASE("the charset of a Content-Type is found in any of its spellings") {
  CHECK(name_of(encoding_of_content_type("text/html; charset=utf-8")) == "UTF-8");
  CHECK(name_of(encoding_of_content_type("text/html;CHARSET=\"windows-1251\"; x=y")) == "windows-1251");
  CHECK(name_of(encoding_of_content_type("text/html; charset=\"gbk")) == "GBK");
  CHECK(name_of(encoding_of_content_type("text/html; charset = 'gbk'")) == "GBK");
  CHECK(name_of(encoding_of_content_type("text/html; charset=")) == "none");
  CHECK(name_of(encoding_of_content_type("text/html")) == "none");
}

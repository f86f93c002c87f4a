#include "text/unicode.hpp"

#include "catch.hpp"

using namespace clean_article::text;

TEST_CASE("code points are written and read back at the edges of each length") {
  for (const char32_t c :
       {0x0u, 0x7Fu, 0x80u, 0x7FFu, 0x800u, 0xD7FFu, 0xE000u, 0xFFFFu, 0x10000u, 0x10FFFFu}) {
    std::string utf8;
    append_utf8(c, utf8);
    std::size_t pos = 0;
    CHECK(next_code_point(utf8, pos) == c);
    CHECK(pos == utf8.size());
  }
}

TEST_CASE("what is no character is written as U+FFFD") {
  for (const char32_t c : {0xD800u, 0xDFFFu, 0x110000u, 0xFFFFFFFFu}) {
    std::string utf8;
    append_utf8(c, utf8);
    CHECK(utf8 == "\uFFFD");
  }
}

TEST_CASE("letters, upper case and digits of several scripts") {
  for (const char32_t c : U"aZéßЖяאعक中한") {
    if (c != 0) CHECK(is_letter(c));
  }
  for (const char32_t c : U"1_ .-٣Ⅳ\u0301€") {
    if (c != 0) CHECK_FALSE(is_letter(c));
  }
  CHECK(is_upper(U'A'));
  CHECK(is_upper(U'Ж'));
  CHECK_FALSE(is_upper(U'ж'));
  CHECK_FALSE(is_upper(U'中'));
  CHECK(is_digit(U'7'));
  CHECK(is_digit(U'٣'));
  CHECK_FALSE(is_digit(U'²'));
}

TEST_CASE("word characters are Python's: letters and numbers of all kinds, no marks, no joiners") {
  for (const char32_t c : U"aZ0_éЖ中한٣²½Ⅳ①〇ªคʼ") {
    CAPTURE(static_cast<unsigned>(c));
    if (c != 0) CHECK(is_word(c));
  }
  for (const char32_t c : U" -.'’€©\u0301\u093F\u200D\u00AD・") {
    CAPTURE(static_cast<unsigned>(c));
    if (c != 0) CHECK_FALSE(is_word(c));
  }
}

TEST_CASE("CJK is ideographs, kana, hangul and bopomofo, without their punctuation") {
  for (const char32_t c : U"中々〇日ひカーｶ한ㄅㄱ𠀀") {
    CAPTURE(static_cast<unsigned>(c));
    if (c != 0) CHECK(is_cjk(c));
  }
  for (const char32_t c : U"aЖค。、（！①") {
    CAPTURE(static_cast<unsigned>(c));
    if (c != 0) CHECK_FALSE(is_cjk(c));
  }
}

TEST_CASE("spaces of Unicode, and what only looks like none") {
  for (const char32_t c : {0x20u, 0x09u, 0x0Au, 0x0Bu, 0x0Du, 0x85u, 0xA0u, 0x1680u, 0x2003u, 0x2028u,
                           0x202Fu, 0x3000u, 0x200Bu, 0x2060u, 0xFEFFu}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK(is_space(c));
  }
  for (const char32_t c : {0x0u, 0x41u, 0x200Cu, 0x200Du, 0xADu}) {
    CAPTURE(static_cast<unsigned>(c));
    CHECK_FALSE(is_space(c));
  }
}

TEST_CASE("lower case keeps the number of code points") {
  CHECK(to_lower("HELLO World 1") == "hello world 1");
  CHECK(to_lower("ÉCOLE СТРАНА") == "école страна");
  CHECK(to_lower("中文 ß") == "中文 ß");
  CHECK(to_lower(U'İ') == U'i');
}

TEST_CASE("the characters at the ends of a text, and a text without its last") {
  CHECK(first_code_point("été") == U'é');
  CHECK(last_code_point("été") == U'é');
  CHECK(first_code_point("a") == U'a');
  CHECK(last_code_point("a\U0001F600") == 0x1F600);
  CHECK(first_code_point("") == U' ');
  CHECK(last_code_point("") == U' ');
  CHECK(without_last("été") == "ét");
  CHECK(without_last("中") == "");
  CHECK(without_last("") == "");
}

TEST_CASE("a text is cut between characters, and counted in them") {
  CHECK(cut_to_bytes("été", 5) == "été");
  CHECK(cut_to_bytes("été", 4) == "ét");
  CHECK(cut_to_bytes("été", 3) == "ét");
  CHECK(cut_to_bytes("été", 1) == "");
  CHECK(count_code_points("été 中\U0001F600") == 6);
  CHECK(count_code_points("") == 0);
}

TEST_CASE("white space of HTML is folded, other spaces stay") {
  CHECK(fold_html_space(" \t a\n\f\r b ") == "a b");
  CHECK(fold_html_space("a\u00A0b") == "a\u00A0b");
  CHECK(fold_html_space(" \n ") == "");
}

TEST_CASE("ASCII names compare without regard to case, other letters do not") {
  CHECK(equal_ignoring_ascii_case("Content-Type", "content-TYPE"));
  CHECK_FALSE(equal_ignoring_ascii_case("é", "É"));
  CHECK_FALSE(equal_ignoring_ascii_case("a", "ab"));
  CHECK(equal_ignoring_ascii_case("", ""));
}

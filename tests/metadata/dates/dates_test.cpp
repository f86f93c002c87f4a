#include "metadata/dates/dates.hpp"

#include "catch.hpp"

using namespace clean_article::metadata;

namespace {

std::string iso(std::string_view value, std::string_view language = "") {
  const auto date = parse_date(value, {language, 0});
  return date ? date->iso() : "(none)";
}

}  // namespace

TEST_CASE("ISO dates keep their time and zone") {
  CHECK(iso("2024-05-17") == "2024-05-17");
  CHECK(iso("2024-05-17T09:30:15Z") == "2024-05-17T09:30:15Z");
  CHECK(iso("2024-05-17T09:30:15.123+0200") == "2024-05-17T09:30:15+02:00");
  CHECK(iso("2024-05-17 09:30:15 -08:00") == "2024-05-17T09:30:15-08:00");
  CHECK(iso("20240517") == "2024-05-17");
  CHECK(iso("Fri, 17 May 2024 09:30:15 GMT") == "2024-05-17T09:30:15Z");
  CHECK(iso("1715938215") == "2024-05-17T09:30:15Z");
  CHECK(iso("1715938215000") == "2024-05-17T09:30:15Z");
}

TEST_CASE("Dates are read in many languages") {
  for (const char* text :
       {"May 17, 2024",  "17 May 2024",         "17th of May, 2024",  "MAY 17 2024",         "17. Mai 2024",
        "17 mai 2024",   "17 de mayo de 2024",  "17 de maio de 2024", "17 maggio 2024",      "17 mei 2024",
        "17 maja 2024",  "17. května 2024",     "17 мая 2024",        "17 травня 2024 року", "17 Μαΐου 2024",
        "17 Mayıs 2024", "2024. május 17.",     "2024年5月17日",      "2024년 5월 17일",     "17 مايو 2024",
        "17 मई 2024",    "17. toukokuuta 2024", "17-May-2024",        "17.05.2024",          "2024/05/17",
        "٢٠٢٤-٠٥-١٧"})
    CHECK(iso(text) == "2024-05-17");
}

TEST_CASE("The language decides between day and month") {
  CHECK(iso("03/04/2024", "en-US") == "2024-03-04");
  CHECK(iso("03/04/2024", "en-GB") == "2024-04-03");
  CHECK(iso("03/04/2024", "fr") == "2024-04-03");
  CHECK(iso("17/05/2024", "en-US") == "2024-05-17");  // there is no month 17
  CHECK(month_of("listopad", "cs") == 11);
  CHECK(month_of("listopada", "hr") == 10);
}

TEST_CASE("Times of day stand behind dates") {
  CHECK(iso("May 17, 2024 at 9:30 pm") == "2024-05-17T21:30:00");
  CHECK(iso("17.05.2024, 09:30 Uhr") == "2024-05-17T09:30:00");
  CHECK(iso("17 mai 2024 à 09h30") == "2024-05-17T09:30:00");
  CHECK(iso("May 17, 2024 Updated 10:15") == "2024-05-17");
}

TEST_CASE("What is no day is no date") {
  for (const char* text : {"", "yesterday", "2024-13-01", "31.02.2024", "1789-07-14", "version 1.2.2024.5x",
                           "10.0.0.1", "May 2024", "555-2024", "17", "2024"})
    CHECK(iso(text) == "(none)");
  CHECK(iso("29.02.2024") == "2024-02-29");
  CHECK(iso("29.02.2023") == "(none)");
}

TEST_CASE("No date lies after the last plausible day") {
  Date last;
  last.year = 2024, last.month = 5, last.day = 17;
  CHECK(parse_date("2024-05-17", {"", last.day_number()}).has_value());
  CHECK_FALSE(parse_date("2024-05-18", {"", last.day_number()}).has_value());
}

TEST_CASE("Addresses hold dates with four-digit years") {
  const auto in = [](std::string_view url) {
    const auto date = date_in_url(url, {});
    return date ? date->iso() : "(none)";
  };
  CHECK(in("https://example.org/2024/05/17/title") == "2024-05-17");
  CHECK(in("https://example.org/news/2024-05-17-title.html") == "2024-05-17");
  CHECK(in("https://example.org/20240517/a") == "2024-05-17");
  CHECK(in("https://example.org/story/24/05/17/1") == "(none)");
  CHECK(in("https://archive.example/web/20240517080612/http://example.org/") == "(none)");
  CHECK(in("https://2024-05-17.example.org/") == "(none)");
  CHECK(in("https://example.org/a?d=2024-05-17") == "(none)");
}

TEST_CASE("A text of nothing but numbers takes no time") {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "1.1.1 ";
  CHECK(find_dates(text, {}).size() <= 200);
}

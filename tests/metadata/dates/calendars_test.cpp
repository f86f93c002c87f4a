// Days of other calendars, by pairs that almanacs know.
#include "metadata/dates/calendars.hpp"

#include "catch.hpp"
#include "metadata/dates/dates.hpp"

namespace clean_article::metadata {
namespace {

std::string iso(std::string_view value, std::string_view language = "") {
  const auto date = parse_date(value, {language, 0});
  return date ? date->iso() : "(none)";
}

TEST_CASE("days of the Solar Hijri calendar are the days that almanacs say") {
  struct Pair {
    CalendarDay persian, gregorian;
  };
  // New Year's days, the last days of common and leap years, the turn to months of 30 days, 22 Bahman 1357.
  for (const Pair& pair : {Pair{{1403, 1, 1}, {2024, 3, 20}}, Pair{{1404, 1, 1}, {2025, 3, 21}},
                           Pair{{1399, 1, 1}, {2020, 3, 20}}, Pair{{1399, 12, 30}, {2021, 3, 20}},
                           Pair{{1400, 1, 1}, {2021, 3, 21}}, Pair{{1400, 12, 29}, {2022, 3, 20}},
                           Pair{{1403, 12, 30}, {2025, 3, 20}}, Pair{{1401, 6, 31}, {2022, 9, 22}},
                           Pair{{1401, 7, 1}, {2022, 9, 23}}, Pair{{1357, 11, 22}, {1979, 2, 11}},
                           Pair{{1375, 1, 1}, {1996, 3, 20}}, Pair{{1376, 1, 1}, {1997, 3, 21}}}) {
    CAPTURE(pair.persian.year, pair.persian.month, pair.persian.day);
    CHECK(from_solar_hijri(pair.persian) == pair.gregorian);
  }
  CHECK_FALSE(from_solar_hijri({1400, 12, 30}));  // no leap year
  CHECK_FALSE(from_solar_hijri({1400, 7, 31}));
  CHECK_FALSE(from_solar_hijri({1400, 13, 1}));
}

TEST_CASE("Persian dates are read by the names of their months, figures where the page is in Persian") {
  CHECK(iso("۲۳ مهر ۱۴۰۰") == "2021-10-15");
  CHECK(iso("پنجشنبه ۳۰ اسفند ۱۳۹۹") == "2021-03-20");
  CHECK(iso("5 شهريور 1402 ساعت 14:30") == "2023-08-27T14:30:00");
  CHECK(iso("۲۳ مهرماه ۱۴۰۰") == "2021-10-15");
  CHECK(iso("۲۳ مهر ماه ۱۴۰۰") == "2021-10-15");
  CHECK(iso("۱۵ حمل ۱۴۰۳") == "2024-04-03");
  CHECK(iso("۱۴۰۰/۰۷/۲۳", "fa") == "2021-10-15");
  CHECK(iso("۱۴۰۰/۰۷/۲۳", "ur") == "(none)");
  CHECK(iso("۳۱ مهر ۱۴۰۰") == "(none)");
  CHECK(iso("23 مهر 2021") == "(none)");
}

TEST_CASE("Thai dates count from the Buddha's death") {
  CHECK(iso("วันที่ 7 มกราคม 2565") == "2022-01-07");
  CHECK(iso("๗ กุมภาพันธ์ ๒๕๖๗") == "2024-02-07");
  CHECK(iso("7 มกราคม พ.ศ. 2565") == "2022-01-07");
  CHECK(iso("7 ม.ค. 2565 เวลา 09:15") == "2022-01-07T09:15:00");
  CHECK(iso("30 มิ.ย. 66") == "2023-06-30");
  CHECK(iso("07/01/2565", "th") == "2022-01-07");
  CHECK(iso("7 มกราคม 2022") == "2022-01-07");
  CHECK(iso("29 กุมภาพันธ์ 2566") == "(none)");  // 2023 has no such day
}

TEST_CASE("Japanese and Taiwanese dates count in eras") {
  CHECK(iso("令和3年4月1日") == "2021-04-01");
  CHECK(iso("令和元年5月1日") == "2019-05-01");
  CHECK(iso("令和元年4月30日") == "(none)");  // that was Heisei
  CHECK(iso("平成31年4月30日") == "2019-04-30");
  CHECK(iso("平成２３年３月１１日") == "2011-03-11");
  CHECK(iso("2021年（令和3年）4月1日") == "2021-04-01");
  CHECK(iso("令和3年(2021年)4月1日") == "2021-04-01");
  CHECK(iso("民國110年4月1日") == "2021-04-01");
  CHECK(iso("昭和64年1月7日") == "(none)");  // older than the web
  const Era* const showa = era_at("昭和");
  REQUIRE(showa != nullptr);
  CHECK(showa->year_before + 64 == 1989);
  CHECK(showa->begin == CalendarDay{1926, 12, 25});
}

}  // namespace
}  // namespace clean_article::metadata

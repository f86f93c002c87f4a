#include "metadata/dates/relative_date.hpp"

#include "catch.hpp"
#include "text/text.hpp"

using namespace clean_article::metadata;

namespace {

// Counted from Friday, 17 May 2024, 09:30.
std::string told(std::string_view line, std::string_view language = "en", int hour = 9) {
  Date fetched;
  fetched.year = 2024, fetched.month = 5, fetched.day = 17, fetched.hour = hour, fetched.minute = 30;
  const auto found = relative_date(clean_article::text::to_lower(line), language, fetched);
  return found ? found->date.iso() : "(none)";
}

}  // namespace

TEST_CASE("Minutes, hours and days are counted back from the time of fetching") {
  CHECK(told("3 hours ago") == "2024-05-17");
  CHECK(told("10 hours ago") == "2024-05-16");
  CHECK(told("45 min. ago") == "2024-05-17");
  CHECK(told("5d ago") == "2024-05-12");
  CHECK(told("an hour ago", "en", 0) == "2024-05-16");
  CHECK(told("77 days ago") == "2024-03-01");
  CHECK(told("10 hours ago", "en", -1) == "2024-05-17");  // from noon, where the time is not known
}

TEST_CASE("Days that have a name may have a time") {
  CHECK(told("Today") == "2024-05-17");
  CHECK(told("Yesterday at 2:30 pm") == "2024-05-16T14:30:00");
  CHECK(told("The day before yesterday") == "(none)");  // an article before it makes it a sentence
  CHECK(told("Gestern, 14:30 Uhr", "de") == "2024-05-16T14:30:00");
  CHECK(told("Aujourd’hui à 09h30", "fr") == "2024-05-17T09:30:00");
  CHECK(told("Сегодня в 08:15", "ru") == "2024-05-17T08:15:00");
}

TEST_CASE("Counts are read in many languages") {
  struct Row {
    std::string_view language, line;
  };
  for (const Row& row : {Row{"de", "vor 2 Tagen"},
                         {"fr", "il y a 2 jours"},
                         {"es", "hace 2 días"},
                         {"pt", "há 2 dias"},
                         {"pt-BR", "2 dias atrás"},
                         {"it", "2 giorni fa"},
                         {"nl", "2 dagen geleden"},
                         {"ca", "fa 2 dies"},
                         {"ro", "acum 2 zile"},
                         {"pl", "2 dni temu"},
                         {"cs", "před 2 dny"},
                         {"sk", "pred 2 dňami"},
                         {"sl", "pred 2 dnevoma"},
                         {"hr", "prije 2 dana"},
                         {"sr", "pre 2 dana"},
                         {"ru", "2 дня назад"},
                         {"uk", "2 дні тому"},
                         {"bg", "преди 2 дни"},
                         {"sv", "2 dagar sedan"},
                         {"da", "2 dage siden"},
                         {"nb", "2 dager siden"},
                         {"fi", "2 päivää sitten"},
                         {"et", "2 päeva tagasi"},
                         {"lv", "pirms 2 dienām"},
                         {"lt", "prieš 2 dienas"},
                         {"hu", "2 napja"},
                         {"el", "πριν από 2 ημέρες"},
                         {"tr", "2 gün önce"},
                         {"id", "2 hari yang lalu"},
                         {"vi", "2 ngày trước"},
                         {"ar", "منذ 2 أيام"},
                         {"fa", "2 روز پیش"},
                         {"he", "לפני 2 ימים"},
                         {"hi", "2 दिन पहले"},
                         {"zh", "2天前"},
                         {"ja", "2日前"},
                         {"ko", "2일 전"}}) {
    CHECK(told(row.line, row.language) == "2024-05-15");
    CHECK(told(row.line, "") == "2024-05-15");
  }
  CHECK(told("vor einer Stunde", "de") == "2024-05-17");
  CHECK(told("godzinę temu", "pl", 0) == "2024-05-16");
  CHECK(told("منذ يومين", "ar") == "2024-05-15");
}

TEST_CASE("It stands alone in a line of information") {
  CHECK(told("Posted 2 days ago by Maud Penhallow | 5 min read") == "2024-05-15");
  CHECK(told("Maud Penhallow • Updated 2 days ago") == "2024-05-15");
  CHECK(told("Aktualisiert: vor etwa 2 Tagen", "de") == "2024-05-15");
  CHECK(told("The council met yesterday") == "(none)");
  CHECK(told("Yesterday the council met") == "(none)");
  CHECK(told("It closed 2 days ago when the rain came") == "(none)");
  CHECK(told("Today's weather") == "(none)");
}

TEST_CASE("What is no day that far back is not read") {
  for (const char* line :
       {"", "2 weeks ago", "a year ago", "in 2 days", "ago", "12345 days ago", "1.5 hours", "2 days"})
    CHECK(told(line) == "(none)");
}

TEST_CASE("The page's language decides what a word says") {
  CHECK(told("Hier", "fr") == "2024-05-16");
  CHECK(told("Hier", "de") == "(none)");
  CHECK(told("Hier", "") == "(none)");
  CHECK(told("2 days ago", "de") == "2024-05-15");
  CHECK(told("vor 2 Tagen", "fr") == "(none)");
}

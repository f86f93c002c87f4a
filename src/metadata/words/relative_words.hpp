// The words that count days and hours back from now, in the languages of the web. Plain tables, lower case;
// relative_date.cpp says how they are read. '|' parts spellings; longer ones first where one begins another.
#pragma once

#include <array>
#include <string_view>

namespace clean_article::metadata {

struct RelativeWords {
  std::string_view languages;  // codes, parted by spaces
  std::string_view today, yesterday, day_before;
  std::string_view before, behind;        // what stands around a count: "vor" 3 Stunden, 3 hours "ago"
  std::string_view one;                   // for a count of one, as a word; "-" where none is needed
  std::string_view minutes, hours, days;  // the units, in the cases that a count wants
};

inline constexpr auto kRelativeWords = std::to_array<RelativeWords>({
    {"en", "today", "yesterday", "day before yesterday", "", "ago", "an|a|one", "minutes|minute|mins|min|m",
     "hours|hour|hrs|hr|h", "days|day|d"},
    {"de", "heute", "gestern", "vorgestern", "vor", "", "einer|einem|eine", "minuten|minute|min",
     "stunden|stunde|std|h", "tagen|tag"},
    {"fr", "aujourd'hui|aujourd’hui", "hier", "avant-hier", "il y a", "", "une|un", "minutes|minute|min|mn",
     "heures|heure|h", "jours|jour|j"},
    {"es", "hoy", "ayer", "anteayer|antes de ayer", "hace", "", "una|un", "minutos|minuto|min",
     "horas|hora|h", "días|día|dias|dia"},
    {"pt", "hoje", "ontem", "anteontem", "há|ha", "", "uma|um", "minutos|minuto|min", "horas|hora|h",
     "dias|dia"},
    {"pt", "", "", "", "", "atrás|atras", "uma|um", "minutos|minuto|min", "horas|hora|h", "dias|dia"},
    {"it", "oggi", "ieri", "l'altro ieri|l’altro ieri|altroieri", "", "fa", "un'|un’|una|un",
     "minuti|minuto|min", "ore|ora|h", "giorni|giorno"},
    {"nl af", "vandaag", "gisteren", "eergisteren", "", "geleden", "een", "minuten|minuut|min", "uren|uur|u",
     "dagen|dag"},
    {"ca", "avui", "ahir", "abans-d'ahir|abans-d’ahir|abans d'ahir", "fa", "", "una|un", "minuts|minut|min",
     "hores|hora|h", "dies|dia"},
    {"ro mo", "astăzi|azi", "ieri", "alaltăieri", "acum", "", "o|un", "de minute|minute|minut|min",
     "de ore|ore|oră|ora|h", "de zile|zile|zi"},
    {"pl", "dziś|dzisiaj", "wczoraj", "przedwczoraj", "", "temu", "-", "minutę|minuty|minut|min",
     "godzinę|godziny|godzin|godz", "dzień|dni"},
    {"cs", "dnes", "včera", "předevčírem", "před", "", "-", "minutami|minutou|min", "hodinami|hodinou|hod",
     "dny|dnem"},
    {"sk", "dnes", "včera", "predvčerom", "pred", "", "-", "minútami|minútou|min", "hodinami|hodinou|hod",
     "dňami|dňom"},
    {"sl", "danes", "včeraj", "predvčerajšnjim", "pred", "", "-", "minutami|minutama|minuto|min",
     "urami|urama|uro", "dnevi|dnevoma|dnevom"},
    {"hr bs sh sr", "danas", "jučer|juče", "prekjučer|prekjuče", "prije|pre", "", "-",
     "minuta|minute|minutu|min", "sati|sata|sat|h", "dana|dan"},
    {"sr", "данас", "јуче", "прекјуче", "пре", "", "-", "минута|минуте|минут|мин", "сати|сата|сат",
     "дана|дан"},
    {"ru be", "сегодня", "вчера", "позавчера", "", "назад", "-", "минуту|минуты|минут|мин",
     "часов|часа|час|ч", "дней|дня|день|дн"},
    {"uk", "сьогодні", "вчора|учора", "позавчора", "", "тому", "-", "хвилину|хвилини|хвилин|хв",
     "годину|години|годин|год", "днів|дні|день"},
    {"bg mk", "днес", "вчера", "завчера", "преди", "", "-", "минути|минута|мин", "часа|час|ч", "дни|ден"},
    {"sv", "idag|i dag", "igår|i går", "i förrgår|förrgår", "", "sedan", "en", "minuter|minut|min",
     "timmar|timme|tim", "dagar|dag"},
    {"da", "i dag", "i går", "i forgårs", "", "siden", "en|et", "minutter|minut|min", "timer|time",
     "dage|dag"},
    {"nb no nn", "i dag", "i går", "i forgårs", "", "siden", "en|ett|et", "minutter|minutt|min", "timer|time",
     "dager|dag|døgn"},
    {"fi", "tänään", "eilen", "toissapäivänä", "", "sitten", "-", "minuuttia|minuutti|min", "tuntia|tunti|h",
     "päivää|päivä|pv"},
    {"et", "täna", "eile", "üleeile", "", "tagasi", "-", "minutit|minut|min", "tundi|tund", "päeva|päev"},
    {"lv", "šodien", "vakar", "aizvakar", "pirms", "", "-", "minūtēm|minūtes|min", "stundām|stundas|st",
     "dienām|dienas"},
    {"lt", "šiandien", "vakar", "užvakar", "prieš", "", "-", "minučių|minutes|minutę|min",
     "valandų|valandas|valandą|val", "dienų|dienas|dieną|d"},
    {"hu", "ma", "tegnap", "tegnapelőtt", "", "", "egy", "perccel ezelőtt|perce", "órával ezelőtt|órája",
     "nappal ezelőtt|napja"},
    {"el", "σήμερα", "χθες|χτες", "προχθές|προχτές", "πριν από|πριν", "", "μία|ένα|μια", "λεπτά|λεπτό",
     "ώρες|ώρα", "ημέρες|μέρες|ημέρα|μέρα"},
    {"tr az", "bugün", "dün", "evvelsi gün", "", "önce", "bir", "dakika|dk", "saat", "gün"},
    {"id ms", "hari ini", "kemarin|semalam", "kemarin dulu", "", "yang lalu|lalu", "se", "menit|minit", "jam",
     "hari"},
    {"vi", "hôm nay", "hôm qua", "hôm kia", "", "trước", "một", "phút", "giờ|tiếng", "ngày"},
    // Arabic's word for two of a unit says the count itself.
    {"ar", "اليوم", "أمس", "أول أمس|منذ يومين|قبل يومين", "منذ|قبل", "", "-", "دقائق|دقيقة", "ساعات|ساعة",
     "أيام|يوما|يوم"},
    {"fa", "امروز", "دیروز", "پریروز", "", "پیش|قبل", "یک", "دقیقه", "ساعت", "روز"},
    {"he iw", "היום", "אתמול", "שלשום|לפני יומיים", "לפני", "", "-", "דקות|דקה", "שעות|שעה", "ימים|יום"},
    {"hi", "आज", "कल", "", "", "पहले", "एक", "मिनट", "घंटे|घंटा", "दिन"},
    {"zh", "今天", "昨天", "前天", "", "前|以前|之前", "一", "分钟|分鐘", "小时|小時|个小时|個小時", "天"},
    {"ja", "今日|本日", "昨日", "一昨日|おととい", "", "前", "", "分", "時間", "日"},
    {"ko", "오늘", "어제", "그저께|그제", "", "전", "한", "분", "시간", "일"},
});

// What may stand before such a date besides signs: words of publication and change, and rough counts.
inline constexpr auto kLeadsOfRelative = std::to_array<std::string_view>({
    "published",    "posted",     "updated",     "modified",      "edited",
    "added",        "created",    "on",          "about",         "over",
    "almost",       "around",     "asked",       "last update",   "veröffentlicht",
    "aktualisiert", "stand",      "erstellt",    "etwa",          "rund",
    "zuletzt",      "publié",     "mis à jour",  "environ",       "posté",
    "le",           "publicado",  "actualizado", "atualizado",    "postado",
    "cerca de",     "pubblicato", "aggiornato",  "circa",         "ca",
    "gepubliceerd", "bijgewerkt", "geplaatst",   "ongeveer",      "opublikowano",
    "aktualizacja", "dodano",     "publikováno", "aktualizováno", "vydáno",
    "publicerad",   "uppdaterad", "publisert",   "oppdatert",     "udgivet",
    "opdateret",    "julkaistu",  "päivitetty",  "опубликовано",  "обновлено",
    "опубліковано", "оновлено",   "objavljeno",  "ažurirano",     "közzétéve",
    "publicat",     "actualizat", "yayınlanma",  "güncelleme",    "发布于",
    "更新于",       "发表于",     "sekitar",     "khoảng",        "около",
});

// And behind it: the next piece of information, which a page puts there without a sign.
inline constexpr auto kTailsOfRelative = std::to_array<std::string_view>(
    {"by", "in",    "von",  "par", "por", "di", "door", "av", "af", "от",  "at",  "um", "à",
     "às", "a las", "alle", "kl",  "om",  "o",  "godz", "v",  "в",  "klo", "min", "ore"});

}  // namespace clean_article::metadata

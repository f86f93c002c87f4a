// The names of the months in the languages of the web, as dates have them: lower case, in the case (genitive)
// that follows a day, and in the other where no abbreviation covers it. Abbreviations need no rows: three
// letters and more that begin a name stand for it.
#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "metadata/dates/dates.hpp"
#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

struct Language {
  std::string_view code;
  std::string_view months;  // January to December, parted by spaces; further spellings behind '/'
};

// The order decides where two languages disagree and the page's own is unknown.
constexpr auto kLanguages = std::to_array<Language>({
    {"en", "january february march april may june july august september october november december"},
    {"de",
     "januar/jänner februar/feber märz/maerz/mrz april mai juni juli august september oktober november "
     "dezember"},
    {"fr",
     "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre "
     "décembre/decembre"},
    {"es",
     "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre"},
    {"pt", "janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro novembro dezembro"},
    {"it", "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"},
    {"nl", "januari februari maart/mrt april mei juni juli augustus september oktober november december"},
    {"ca", "gener febrer març abril maig juny juliol agost setembre octubre novembre desembre"},
    {"pl",
     "stycznia/styczeń lutego/luty marca/marzec kwietnia/kwiecień maja/maj czerwca/czerwiec lipca/lipiec "
     "sierpnia/sierpień września/wrzesień października/październik listopada/listopad grudnia/grudzień"},
    {"cs",
     "ledna/leden února/únor března/březen dubna/duben května/květen června/červen července/červenec "
     "srpna/srpen září října/říjen listopadu/listopad prosince/prosinec"},
    {"sk",
     "januára februára marca apríla mája/máj júna/jún júla/júl augusta septembra októbra novembra decembra"},
    {"sv", "januari februari mars april maj juni juli augusti september oktober november december"},
    {"da", "januar februar marts april maj juni juli august september oktober november december"},
    {"nb", "januar februar mars april mai juni juli august september oktober november desember"},
    {"fi",
     "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta "
     "lokakuuta marraskuuta joulukuuta"},
    {"hu",
     "január február március április május június július augusztus szeptember október november december"},
    {"ro",
     "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie"},
    {"hr",
     "siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga/studenog "
     "prosinca"},
    {"sr", "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra"},
    {"sl", "januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra"},
    {"et", "jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember"},
    {"lv",
     "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris"},
    {"lt",
     "sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio"},
    {"tr", "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"},
    {"id", "januari februari maret april mei juni juli agustus september oktober november desember"},
    {"ru",
     "января/январь февраля/февраль марта апреля/апрель мая/май июня/июнь июля/июль августа "
     "сентября/сентябрь октября/октябрь ноября/ноябрь декабря/декабрь"},
    {"uk",
     "січня/січень лютого/лютий березня/березень квітня/квітень травня/травень червня/червень "
     "липня/липень серпня/серпень вересня/вересень жовтня/жовтень листопада/листопад грудня/грудень"},
    {"be",
     "студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня"},
    {"bg", "януари февруари март април май юни юли август септември октомври ноември декември"},
    {"mk", "јануари февруари март април мај јуни јули август септември октомври ноември декември"},
    {"sr-Cyrl", "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра"},
    {"el",
     "ιανουαρίου/ιανουάριος φεβρουαρίου/φεβρουάριος μαρτίου/μάρτιος απριλίου/απρίλιος μαΐου/μάιος "
     "ιουνίου/ιούνιος ιουλίου/ιούλιος αυγούστου/αύγουστος σεπτεμβρίου/σεπτέμβριος "
     "οκτωβρίου/οκτώβριος νοεμβρίου/νοέμβριος δεκεμβρίου/δεκέμβριος"},
    {"ar", "يناير فبراير مارس أبريل/ابريل مايو يونيو يوليو أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر"},
    {"he",
     "בינואר/ינואר בפברואר/פברואר במרץ/מרץ באפריל/אפריל במאי/מאי ביוני/יוני ביולי/יולי "
     "באוגוסט/אוגוסט בספטמבר/ספטמבר באוקטובר/אוקטובר בנובמבר/נובמבר בדצמבר/דצמבר"},
    {"th", "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม"},
    {"hi", "जनवरी फ़रवरी/फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर/सितम्बर अक्टूबर/अक्तूबर नवंबर/नवम्बर दिसंबर/दिसम्बर"},
});

struct Name {
  std::string word;
  int month;
  std::size_t language;  // an index into kLanguages
};

std::vector<Name> make_names() {
  std::vector<Name> names;
  for (std::size_t language = 0; language < kLanguages.size(); ++language) {
    int month = 1;
    std::string word;
    for (const char c : std::string(kLanguages[language].months) + ' ') {
      if (c != ' ' && c != '/') {
        word += c;
        continue;
      }
      names.push_back({std::move(word), month, language});
      word.clear();
      if (c == ' ') ++month;
    }
  }
  std::sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
    return a.word != b.word ? a.word < b.word : a.language < b.language;
  });
  return names;
}

}  // namespace

int month_of(std::string_view word, std::string_view language) {
  static const std::vector<Name> names = make_names();
  constexpr std::size_t kShortestAbbreviation = 3;  // letters
  const std::string lower = text::to_lower(word);
  const bool may_abbreviate = text::count_code_points(lower) >= kShortestAbbreviation;
  const Name* best = nullptr;
  const auto is_own = [&](const Name& name) { return language.starts_with(kLanguages[name.language].code); };
  for (auto at = std::lower_bound(names.begin(), names.end(), lower,
                                  [](const Name&name, const std::string&w) { return name.word < w; });
       at != names.end() && at->word.starts_with(lower); ++at) {
    if (!may_abbreviate && at->word != lower) break;
    const bool better = best == nullptr || (is_own(*at) && !is_own(*best)) ||
                        (is_own(*at) == is_own(*best) && at->language < best->language);
    if (better) best = &*at;
  }
  return best == nullptr ? 0 : best->month;
}

}  // namespace clean_article::metadata

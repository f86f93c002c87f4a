// Phrase lists as a whole: what the built-in ones recognise and what they must leave alone, lists that
// replace them, and what is said of bad ones.
#include "site/phrases/phrases.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <thread>

#include "catch.hpp"
#include "site/phrases/built_in.hpp"
#include "site/phrases/pattern_index.hpp"
#include "site/phrases/phrase_list.hpp"

using clean_article::site::built_in_files;
using clean_article::site::PatternIndex;
using clean_article::site::phrase_class_name;
using clean_article::site::phrase_lists;
using clean_article::site::PhraseClass;
using clean_article::site::PhraseForm;
using clean_article::site::PhraseList;
using clean_article::site::PhraseMatch;
using clean_article::site::Phrases;

namespace {

std::set<std::string> classes_of(const Phrases& phrases, std::string_view block) {
  std::vector<PhraseMatch> matches;
  phrases.match(block, matches);
  std::set<std::string> names;
  for (const PhraseMatch& match : matches) names.emplace(phrase_class_name(match.phrase_class));
  return names;
}

std::set<std::string> classes_of(std::string_view block) {
  return classes_of(*Phrases::built_in(), block);
}

struct Case {
  const char* phrase_class;
  const char* block;
};

// A folder of rules that is gone when the test ends.
class RulesFolder {
 public:
  RulesFolder() : path_(std::filesystem::temp_directory_path() / "clean_article_phrases_test") {
    std::filesystem::remove_all(path_);
    std::filesystem::create_directories(path_ / "phrases");
  }
  ~RulesFolder() { std::filesystem::remove_all(path_); }
  RulesFolder(const RulesFolder&) = delete;
  RulesFolder& operator=(const RulesFolder&) = delete;

  void write(const std::string& name, const std::string& content) const {
    std::ofstream(path_ / "phrases" / name, std::ios::binary) << content;
  }
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("phrases recognise what pages of today say around their articles") {
  const Case cases[] = {
      {"share", "Share this article"},
      {"share", "  » SHARE THIS STORY:"},
      {"share", "Facebook Twitter | LinkedIn · WhatsApp"},
      {"share", "Click to share on WhatsApp (Opens in new window)"},
      {"share", "Copy link"},
      {"share", "Auf Facebook teilen"},
      {"share", "Teilen Sie diesen Artikel"},
      {"share", "Partager sur X"},
      {"share", "Compartir en WhatsApp"},
      {"share", "Condividi su Facebook"},
      {"share", "Compartilhe no WhatsApp"},
      {"share", "Deel dit artikel"},
      {"share", "Udostępnij na Facebooku"},
      {"share", "Поделиться в Telegram"},
      {"share", "Dela artikeln"},
      {"share", "この記事をシェアする"},
      {"share", "分享到微信"},
      {"icon-alt",
       "Facebook IconA Facebook icon representing an external link to share the article on Facebook."},
      {"icon-alt", "Twitter logo"},
      {"newsletter", "Sign up for our newsletter"},
      {"newsletter", "Start your day with the biggest stories of the region in our morning newsletter."},
      {"newsletter", "By signing up, you agree to our privacy policy and terms of use."},
      {"newsletter", "Get the week's best recipes in your inbox every Friday"},
      {"newsletter", "Jetzt zum Newsletter anmelden"},
      {"newsletter", "Inscrivez-vous à notre newsletter"},
      {"newsletter", "Suscríbete a nuestro boletín"},
      {"newsletter", "Iscriviti alla newsletter"},
      {"newsletter", "Assine nossa newsletter"},
      {"newsletter", "Schrijf je in voor onze nieuwsbrief"},
      {"newsletter", "Zapisz się na newsletter"},
      {"newsletter", "Подпишитесь на нашу рассылку"},
      {"read-more", "Read More"},
      {"read-more", "Read more: The bridge that nobody wanted"},
      {"read-more", "Continue reading"},
      {"read-more", "Lesen Sie auch: Warum die Brücke niemand wollte"},
      {"read-more", "Lire aussi : Le pont dont personne ne voulait"},
      {"read-more", "Lee también: El puente que nadie quería"},
      {"read-more", "Leggi anche: Il ponte che nessuno voleva"},
      {"read-more", "Leia também: A ponte que ninguém queria"},
      {"read-more", "Lees ook: De brug die niemand wilde"},
      {"read-more", "Czytaj też: Most, którego nikt nie chciał"},
      {"read-more", "Читайте также: Мост, которого никто не хотел"},
      {"read-more", "اقرأ المزيد"},
      {"related", "Trending now"},
      {"related", "TRENDING NOW | Ferry stuck in the ice for a third day"},
      {"related", "Most read"},
      {"related", "You may also like"},
      {"related", "More from Culture"},
      {"related", "Das könnte Sie auch interessieren"},
      {"related", "Articles similaires"},
      {"related", "Lo más leído"},
      {"related", "Potrebbe interessarti anche"},
      {"related", "Mais lidas"},
      {"related", "Meest gelezen"},
      {"related", "Najczęściej czytane"},
      {"related", "Самое читаемое"},
      {"related", "関連記事"},
      {"advertisement", "ADVERTISEMENT"},
      {"advertisement", "- Anzeige -"},
      {"advertisement", "Publicité"},
      {"advertisement", "Publicidad"},
      {"advertisement", "Pubblicità"},
      {"advertisement", "Advertentie"},
      {"advertisement", "Реклама"},
      {"advertisement", "REKLAMA"},
      {"advertisement", "When you buy through our links, we may earn a commission."},
      {"cookie", "Accept all cookies"},
      {"cookie", "We use cookies to give you the best experience on our website."},
      {"cookie", "Alle akzeptieren"},
      {"cookie", "Wir verwenden Cookies, um unsere Website für Sie zu verbessern."},
      {"cookie", "Tout accepter"},
      {"cookie", "Aceptar todas las cookies"},
      {"cookie", "Accetta tutti i cookie"},
      {"cookie", "Akceptuję wszystkie"},
      {"copyright", "©2023 The Harbour Courier"},
      {"copyright", "© 1998-2024 Harbour Media. All rights reserved."},
      {"copyright", "Copyright 2024 Harbour Media"},
      {"copyright", "Alle Rechte vorbehalten"},
      {"copyright", "Tous droits réservés"},
      {"copyright", "Все права защищены"},
      {"comments", "Leave a reply"},
      {"comments", "3 Kommentare"},
      {"comments", "1,204 Comments"},
      {"comments", "Join the conversation"},
      {"comments", "Laisser un commentaire"},
      {"comments", "Deja un comentario"},
      {"comments", "Lascia un commento"},
      {"comments", "Deixe um comentário"},
      {"comments", "Dodaj komentarz"},
      {"comments", "Добавить комментарий"},
      {"byline", "By Jane van Doe"},
      {"byline", "Published |Updated"},
      {"byline", "5 min read"},
      {"byline", "Last updated March 3, 2024 at 10:15 am"},
      {"byline", "March 3, 2024"},
      {"byline", "Von Max Mustermann"},
      {"byline", "Aktualisiert am 03.03.2024, 14:20 Uhr"},
      {"byline", "Publié le 3 mars 2024 à 10h15"},
      {"byline", "Publicado el 3 de marzo de 2024"},
      {"byline", "Опубликовано 3 марта 2024"},
      {"credit", "Photo: Ann Miller/Reuters"},
      {"credit", "Foto: Anna Müller"},
      {"credit", "Getty Images"},
      {"credit", "Crédit photo : Anne Meunier"},
      {"prompt", "Log in to continue reading"},
      {"prompt", "Please enable JavaScript to view this page."},
      {"prompt", "Bereits Abonnent? Jetzt anmelden"},
      {"prompt", "Article réservé aux abonnés"},
      {"prompt", "Donate now"},
      {"author-box", "About the author"},
      {"author-box", "View all posts by Jane Doe"},
      {"author-box", "Über den Autor"},
      {"author-box", "Об авторе"},
      {"reviews", "Customer Reviews"},
      {"reviews", "Customer reviews (1,204)"},
      {"reviews", "29 reviews for Minimalist Sandals"},
      {"reviews", "Kundenbewertungen"},
      {"reviews", "Avis clients"},
      {"product-reviews", "Reviews"},
      {"product-reviews", "8 Reviews"},
      {"product-reviews", "Bewertungen (12)"},
      {"other-goods", "You may also like"},
      {"other-goods", "Others like you also bought:"},
      {"other-goods", "Shipping & Returns"},
      {"other-goods", "Das könnte dir auch gefallen"},
      {"navigation", "Skip to main content"},
      {"navigation", "Zum Inhalt springen"},
      {"navigation", "Back to top"},
      {"navigation", "Aller au contenu principal"},
  };
  for (const Case& expected : cases) {
    INFO(expected.block);
    CHECK(classes_of(expected.block).count(expected.phrase_class) == 1);
  }
}

TEST_CASE("phrases leave ordinary prose alone") {
  for (const char* block : {
           "Share prices fell on Monday.",
           "How customer reviews came to be",
           "Reviews for beginners",
           "You may also like to know how it is made",
           "Read more books, said the librarian.",
           "Follow the coast until you reach the lighthouse.",
           "By train the journey takes three hours.",
           "By the time the ferry left, nobody was waiting.",
           "Comments from the mayor were not to be had.",
           "Related species live further south.",
           "Advertisement spending rose by three per cent last year.",
           "She likes cookies with a little salt.",
           "The newsletter of the rowing club was printed on pink paper for thirty years.",
           "Copyright law has changed twice since then.",
           "Teilen will er das Land nicht.",
           "Mehr als hundert Menschen kamen zur Brücke.",
           "Von Hamburg nach Kiel fährt man eine Stunde.",
           "Der Newsletter des Vereins erscheint seit dreißig Jahren auf rosa Papier.",
           "Partager le pain est une vieille coutume du village.",
           "Par la route, le voyage dure trois heures.",
           "Leer es vivir otras vidas, decía la maestra.",
           "Leggere era il suo unico svago.",
           "O autor nasceu numa aldeia perto do rio.",
           "Deel van het dorp stond onder water.",
           "Czytaj powoli, mówiła babcia, a zrozumiesz.",
           "Поделиться хлебом считалось делом чести.",
           "Log files are kept for a week.",
           "Photographs of the bridge hang in every kitchen.",
           "In 2024 the river froze twice.",
           "About the size of a hand, the beetle flies badly.",
           "",
           " – ",
       }) {
    INFO(block);
    CHECK(classes_of(block).empty());
  }
}

TEST_CASE("no phrase matches more than 600 characters") {
  const std::string start = "Read more: ";
  const std::string word(589, 'x');
  CHECK(classes_of(start + word).count("read-more") == 1);  // 600
  CHECK(classes_of(start + word + "x").empty());
  std::string wide = start;
  for (int i = 0; i < 589; ++i) wide += "й";
  CHECK(classes_of(wide).count("read-more") == 1);  // characters, not bytes
  CHECK(classes_of(wide + "й").empty());
}

TEST_CASE("a match names its list and line") {
  std::vector<PhraseMatch> matches;
  Phrases::built_in()->match("Share this article", matches);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].phrase_class == PhraseClass::kShare);
  CHECK(matches[0].list == "phrases/share.txt");
  CHECK(matches[0].line > 1);
}

TEST_CASE("every list is sound and speaks nine languages") {
  for (const PhraseList& list : phrase_lists()) {
    const std::string path = "phrases/" + std::string(list.name) + ".txt";
    INFO(path);
    const auto files = built_in_files();
    const auto file =
        std::find_if(files.begin(), files.end(), [&](const auto& other) { return other.path == path; });
    REQUIRE(file != files.end());
    const auto entries = clean_article::site::read_phrase_list(file->content, path);
    REQUIRE(entries);
    std::set<std::string> languages;
    for (const auto& entry : *entries) {
      languages.insert(entry.language);
      INFO(entry.line);
      if (entry.form == PhraseForm::kPattern) CHECK(PatternIndex::problem_of(entry.pattern).empty());
    }
    for (const char* language : {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru"}) {
      INFO(language);
      CHECK(languages.count(language) == 1);
    }
  }
}

TEST_CASE("a folder's list replaces the built-in one, a later folder's that of an earlier") {
  const RulesFolder folder;
  folder.write("share.txt", "[en]\nPass the parcel\n/give it to [a-z]+/\n");
  const auto phrases = Phrases::with_folders({folder.path()});
  REQUIRE(phrases);
  CHECK(classes_of(**phrases, "Pass the parcel!").count("share") == 1);
  CHECK(classes_of(**phrases, "Give it to Anna").count("share") == 1);
  CHECK(classes_of(**phrases, "Share this article").empty());
  CHECK(classes_of(**phrases, "Trending now").count("related") == 1);
  std::vector<PhraseMatch> matches;
  (*phrases)->match("Pass the parcel", matches);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].list == (std::filesystem::path(folder.path()) / "phrases" / "share.txt").string());
  CHECK(matches[0].line == 2);
}

TEST_CASE("an indented line goes on with a let, an open brace or a pattern without its end") {
  const RulesFolder folder;
  folder.write("share.txt",
               "let network =\n  Nile\n  Ganges|River Plate\n  |Indus\nlet sign = nile\n  ganges\n\n"
               "[en]\nPass on to {network}\n{Carry|Row\n  |Swim} it\n/send (?:down\n  |up) the {sign}/ 6\n"
               "  Float it\n");
  const auto phrases = Phrases::with_folders({folder.path()});
  REQUIRE(phrases);
  for (const char* block :
       {"Pass on to Nile", "Pass on to Ganges", "Pass on to River Plate", "Pass on to Indus", "Carry it",
        "Swim it", "Send down the Nile", "Send up the Ganges", "Float it"}) {
    INFO(block);
    CHECK(classes_of(**phrases, block).count("share") == 1);
  }
  CHECK(classes_of(**phrases, "Send up the Indus").empty());
  const auto line_of = [&](std::string_view block) {
    std::vector<PhraseMatch> matches;
    (*phrases)->match(block, matches);
    return matches.at(0).line;
  };
  CHECK(line_of("Pass on to Indus") == 9);
  CHECK(line_of("Swim it") == 10);
  CHECK(line_of("Send up the Nile") == 12);
  CHECK(line_of("Float it") == 14);
}

TEST_CASE("two lists may feed one class, and a folder may replace one of them") {
  const auto list_of = [](const Phrases& phrases, std::string_view block) -> std::string {
    std::vector<PhraseMatch> matches;
    phrases.match(block, matches);
    if (matches.size() != 1 || matches[0].phrase_class != PhraseClass::kCopyright) return "";
    return std::filesystem::path(matches[0].list).filename().string();
  };
  CHECK(list_of(*Phrases::built_in(), "All rights reserved") == "copyright.txt");
  CHECK(list_of(*Phrases::built_in(), "Terms of use") == "page-foot.txt");
  const RulesFolder folder;
  folder.write("copyright.txt", "[en]\nTerms of use\nHands off\n");
  const auto phrases = Phrases::with_folders({folder.path()});
  REQUIRE(phrases);
  CHECK(list_of(**phrases, "Hands off") == "copyright.txt");
  CHECK(list_of(**phrases, "Terms of use") == "copyright.txt");
  CHECK(list_of(**phrases, "Impressum & Datenschutz") == "page-foot.txt");
  CHECK(list_of(**phrases, "All rights reserved").empty());
}

TEST_CASE("bad lists are named with file and line") {
  const RulesFolder folder;
  const auto message = [&](const std::string& content) {
    folder.write("share.txt", content);
    const auto phrases = Phrases::with_folders({folder.path()});
    REQUIRE(!phrases);
    return phrases.error().message;
  };
  const auto contains = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  CHECK(contains(message("[en]\n\n/share (/\n"), "share.txt:3: bad pattern: "));
  CHECK(contains(message("Share\n"), "share.txt:1: a phrase before the first [language]"));
  CHECK(contains(message("[en]\n/share\n"), "share.txt:2: a pattern wants a closing slash"));
  CHECK(contains(message("[en]\nRead …\n"), "share.txt:2: … wants"));
  CHECK(contains(message("[en]\nRead …900\n"), "share.txt:2: a bound is"));
  CHECK(contains(message("[en]\nShare {this\n"), "share.txt:2: a brace without its partner"));
  CHECK(contains(message("[en]\nShare on {nowhere}\n"), "share.txt:2: no let line names nowhere"));
  CHECK(contains(message("[en]\n/on {nowhere}/\n"), "share.txt:2: no let line names nowhere"));
  CHECK(contains(message("[en]\n...\n"), "share.txt:2: a phrase without a word"));
  folder.write("share.txt", "[en]\nShare\n");
  folder.write("sahre.txt", "[en]\nShare\n");
  const auto misnamed = Phrases::with_folders({folder.path()});
  REQUIRE(!misnamed);
  CHECK(contains(misnamed.error().message, "sahre.txt: no phrase list has this name"));
  CHECK(!Phrases::with_folders({folder.path() + "/nowhere"}));
}

TEST_CASE("many threads match at once") {
  const RulesFolder folder;
  const auto phrases = Phrases::with_folders({folder.path()});
  REQUIRE(phrases);
  std::vector<std::size_t> found(4);
  std::vector<std::thread> threads;
  for (std::size_t& count : found) {
    threads.emplace_back([&count, &phrases] {
      for (int i = 0; i < 50; ++i) {
        for (const char* block :
             {"By signing up, you agree to our privacy policy.", "March 3, 2024", "Foto: X"}) {
          count += classes_of(**phrases, block).size();
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(found[0] >= 150);
  CHECK(std::set<std::size_t>(found.begin(), found.end()).size() == 1);
}

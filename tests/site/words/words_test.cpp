// Word lists: their syntax, those that the program was built with, those that folders bring, and which are in
// use.
#include "site/words/words.hpp"

#include <algorithm>
#include <string>

#include "catch.hpp"
#include "site/phrases/built_in.hpp"
#include "site/phrases/phrase_class.hpp"
#include "temp_folder.hpp"

namespace clean_article::site {
namespace {

std::string_view file_of(const std::string& path) {
  for (const BuiltInFile& file : built_in_files())
    if (file.path == path) return file.content;
  return {};
}

bool is_said_to_be_seen(std::string_view content) {
  return content.find("\n# The scorer's signals see it") != std::string_view::npos;
}

struct CountsWords {
  explicit CountsWords(const Words& words) {
    for ([[maybe_unused]] const Word& word : words.list(WordList::kNobody)) ++count;
  }
  int count = 0;
};

TEST_CASE("a word list has a word a line, in sections; a quoted one keeps its spaces") {
  const auto entries = read_word_list("# note\n  first \n[en]\n\" and \"\n\n[de]\r\nü b\r\n", "list");
  REQUIRE(entries);
  REQUIRE(entries->size() == 3);
  CHECK((*entries)[0].text == "first");
  CHECK((*entries)[0].section.empty());
  CHECK((*entries)[1].text == " and ");
  CHECK((*entries)[1].section == "en");
  CHECK((*entries)[2].text == "ü b");
  CHECK((*entries)[2].section == "de");
  CHECK(read_word_list("a\n[en\n", "list").error().message == "list:2: a section is [name]");
  CHECK(read_word_list("\"a\n", "list").error().message ==
        "list:1: a quote without its partner, or nothing in it");
}

TEST_CASE("the word lists in the program are those in rules/words") {
  for (std::size_t i = 0; i < kWordLists; ++i) {
    const auto list = static_cast<WordList>(i);
    const std::string path = "words/" + std::string(word_list_name(list)) + ".txt";
    CAPTURE(path);
    const auto entries = read_word_list(file_of(path), path);
    REQUIRE(entries);
    CHECK(!entries->empty());
    const WordRange words = Words::built_in()->list(list);
    CHECK(std::equal(words.begin(), words.end(), entries->begin(), entries->end(),
                     [](const Word& word, const WordEntry& entry) {
                       return word.text == entry.text && word.section == entry.section;
                     }));
  }
}

TEST_CASE("every list says whether signals see it, and phrase lists say what is true") {
  for (const PhraseList& list : phrase_lists()) {
    CAPTURE(list.name);
    const std::string_view content = file_of("phrases/" + std::string(list.name) + ".txt");
    CHECK(is_said_to_be_seen(content) == is_seen_by_signals(list.phrase_class));
    CHECK(is_said_to_be_seen(content) != (content.find("\n# No signal sees it") != std::string_view::npos));
  }
  for (std::size_t i = 0; i < kWordLists; ++i) {
    const std::string_view name = word_list_name(static_cast<WordList>(i));
    CAPTURE(name);
    const std::string_view content = file_of("words/" + std::string(name) + ".txt");
    CHECK(is_said_to_be_seen(content) != (content.find("\n# No signal sees it") != std::string_view::npos));
  }
}

TEST_CASE("a folder's word list replaces the built-in one while it is in use") {
  const testing::TempFolder folder;
  folder.write("words/nobody.txt", "nobody at all\nno one\n");
  const auto replaced = Words::with_folders({folder.path()});
  REQUIRE(replaced);
  const auto has = [](std::string_view name) { return words_in_use().list(WordList::kNobody).has(name); };
  CHECK(has("admin"));
  {
    const WordsInUse in_use(**replaced);
    CHECK(has("no one"));
    CHECK_FALSE(has("admin"));
    CHECK(words_in_use().list(WordList::kAuthorRoles).has("editor"));
    CHECK(words_in_use().made<CountsWords>().count == 2);
    const WordsInUse inner(*Words::built_in());
    CHECK(has("admin"));
  }
  CHECK(has("admin"));
  CHECK(words_in_use().made<CountsWords>().count > 2);
  CHECK(&words_in_use().made<CountsWords>() == &Words::built_in()->made<CountsWords>());

  folder.write("words/nobdy.txt", "x\n");
  const auto misnamed = Words::with_folders({folder.path()});
  REQUIRE_FALSE(misnamed);
  CHECK(misnamed.error().message.find("nobdy.txt: no word list has this name") != std::string::npos);
}

}  // namespace
}  // namespace clean_article::site

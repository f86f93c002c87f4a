# The files of rules/ inside the program, so that it stands alone. Run as a script it writes OUTPUT from
# what lies below RULES; included it makes that part of the site floor, renewed whenever a file changes.

if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB_RECURSE paths RELATIVE ${RULES} ${RULES}/*.txt)
  list(SORT paths)
  list(LENGTH paths count)
  set(entries "")
  foreach(path IN LISTS paths)
    file(READ ${RULES}/${path} content)
    string(APPEND entries "    {\"${path}\"sv,\n     R\"rules__(${content})rules__\"sv},\n")
  endforeach()
  file(WRITE ${OUTPUT} "// Made by cmake/embed_rules.cmake from rules/.
#include \"site/phrases/built_in.hpp\"

#include <array>
#include <string_view>

namespace clean_article::site {
namespace {
using namespace std::string_view_literals;  // the length of a literal is known, and not counted letter by letter
constexpr std::array<BuiltInFile, ${count}> kFiles = {{
${entries}}};
}  // namespace

std::span<const BuiltInFile> built_in_files() { return kFiles; }

}  // namespace clean_article::site
")
  return()
endif()

file(GLOB_RECURSE rule_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*.txt)
set(embedded_rules ${PROJECT_BINARY_DIR}/generated/built_in_rules.cpp)
add_custom_command(
  OUTPUT ${embedded_rules}
  COMMAND ${CMAKE_COMMAND} -D RULES=${PROJECT_SOURCE_DIR}/rules -D OUTPUT=${embedded_rules} -P
          ${CMAKE_CURRENT_LIST_FILE}
  DEPENDS ${rule_files} ${CMAKE_CURRENT_LIST_FILE}
  COMMENT "Embedding rules/" VERBATIM)
target_sources(floor_site PRIVATE ${embedded_rules})

# The phrase lists once more, as the tables that they are matched by: read when the program is built, not at each
# of its starts.
set(phrase_sources fold pattern_automata pattern_beginnings pattern_cursor pattern_graph pattern_keys pattern_tables
                   phrase_class phrase_list phrase_tables)
list(TRANSFORM phrase_sources REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/src/site/phrases/\\1.cpp")
add_executable(compile_phrases ${PROJECT_SOURCE_DIR}/src/site/phrases/compile_main.cpp ${phrase_sources})
target_link_libraries(compile_phrases PRIVATE floor_text project_warnings)
set(phrase_folder ${PROJECT_SOURCE_DIR}/rules/phrases)
set(phrase_lists ${rule_files})
list(FILTER phrase_lists INCLUDE REGEX "^${phrase_folder}/")
set(built_in_phrases ${PROJECT_BINARY_DIR}/generated/built_in_phrases.cpp)
add_custom_command(
  OUTPUT ${built_in_phrases}
  COMMAND compile_phrases ${phrase_folder} ${built_in_phrases}
  DEPENDS compile_phrases ${phrase_lists}
  COMMENT "Compiling rules/phrases/" VERBATIM)
target_sources(floor_site PRIVATE ${built_in_phrases})

# And the word lists.
add_executable(compile_words ${PROJECT_SOURCE_DIR}/src/site/words/compile_main.cpp
                             ${PROJECT_SOURCE_DIR}/src/site/words/word_list.cpp
                             ${PROJECT_SOURCE_DIR}/src/site/words/word_tables.cpp)
target_include_directories(compile_words PRIVATE ${PROJECT_SOURCE_DIR}/src)
target_link_libraries(compile_words PRIVATE project_warnings)
set(word_folder ${PROJECT_SOURCE_DIR}/rules/words)
set(word_lists ${rule_files})
list(FILTER word_lists INCLUDE REGEX "^${word_folder}/")
set(built_in_words ${PROJECT_BINARY_DIR}/generated/built_in_words.cpp)
add_custom_command(
  OUTPUT ${built_in_words}
  COMMAND compile_words ${word_folder} ${built_in_words}
  DEPENDS compile_words ${word_lists}
  COMMENT "Compiling rules/words/" VERBATIM)
target_sources(floor_site PRIVATE ${built_in_words})

# The model was trained with the lists as they were. It has a digest of those that its signals see; where they have
# changed since, that is said, and the program still builds.
include(${CMAKE_CURRENT_LIST_DIR}/seen_lists.cmake)
warn_of_changed_lists(${PROJECT_SOURCE_DIR}/rules ${PROJECT_SOURCE_DIR}/src/extract/scorer/model.inc)

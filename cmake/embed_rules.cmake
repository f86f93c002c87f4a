# The files of rules/ inside the program, so that it stands alone. Run as a script it writes OUTPUT from
# what lies below RULES; included it makes that part of the site floor, renewed whenever a file changes.

if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB_RECURSE paths RELATIVE ${RULES} ${RULES}/*.txt)
  list(SORT paths)
  list(LENGTH paths count)
  set(entries "")
  foreach(path IN LISTS paths)
    file(READ ${RULES}/${path} content)
    string(APPEND entries "    {\"${path}\",\n     R\"rules__(${content})rules__\"},\n")
  endforeach()
  file(WRITE ${OUTPUT} "// Made by cmake/embed_rules.cmake from rules/.
#include \"site/built_in.hpp\"

#include <array>

namespace clean_article::site {
namespace {
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

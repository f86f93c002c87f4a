# What the static library is linked with. Read when the project is built, and by who links that library
# (clean_article-config.cmake): both say beforehand what find_or_name() and name_missing() do.

find_or_name(Threads libc6-dev)
find_or_name(ICU libicu-dev COMPONENTS uc i18n)
find_or_name(simdjson libsimdjson-dev)
find_or_name(PkgConfig pkg-config)
pkg_check_modules(RE2 QUIET IMPORTED_TARGET re2)
if(NOT RE2_FOUND)
  name_missing(RE2 libre2-dev)
endif()
add_library(re2::re2 ALIAS PkgConfig::RE2)

# CLD2 comes without a file that CMake or pkg-config would read.
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h)
find_library(CLD2_LIBRARY cld2)
if(NOT CLD2_INCLUDE_DIR OR NOT CLD2_LIBRARY)
  name_missing(CLD2 libcld2-dev)
endif()
add_library(CLD2::CLD2 UNKNOWN IMPORTED)
set_target_properties(CLD2::CLD2 PROPERTIES IMPORTED_LOCATION ${CLD2_LIBRARY}
                      INTERFACE_INCLUDE_DIRECTORIES "${CLD2_INCLUDE_DIR}")

# Gumbo: the static library where there is one (about a fifth faster than the shared one).
pkg_check_modules(GUMBO QUIET gumbo)
if(NOT GUMBO_FOUND)
  name_missing(Gumbo libgumbo-dev)
endif()
find_library(GUMBO_LIBRARY NAMES libgumbo.a gumbo HINTS ${GUMBO_LIBRARY_DIRS} REQUIRED)
find_library(GUMBO_SHARED_LIBRARY NAMES gumbo HINTS ${GUMBO_LIBRARY_DIRS})
add_library(Gumbo::Gumbo UNKNOWN IMPORTED)
set_target_properties(Gumbo::Gumbo PROPERTIES IMPORTED_LOCATION ${GUMBO_LIBRARY}
                      INTERFACE_INCLUDE_DIRECTORIES "${GUMBO_INCLUDE_DIRS}")

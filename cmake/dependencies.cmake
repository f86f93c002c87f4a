# What the project is built from, all of it packaged by Debian. A missing piece is named together with
# the package that brings it.


macro(find_or_name name debian_package)
  find_package(${name} QUIET ${ARGN})
  if(NOT ${name}_FOUND)
    message(FATAL_ERROR "${name} is missing: apt-get install ${debian_package}")
  endif()
endmacro()

find_or_name(Threads libc6-dev)
find_or_name(CURL libcurl4-openssl-dev)
find_or_name(ZLIB zlib1g-dev)
find_or_name(Boost libboost-program-options-dev CONFIG COMPONENTS program_options)
find_or_name(ICU libicu-dev COMPONENTS uc i18n)
find_or_name(simdjson libsimdjson-dev)
find_or_name(nlohmann_json nlohmann-json3-dev)
find_or_name(PkgConfig pkg-config)
pkg_check_modules(RE2 QUIET IMPORTED_TARGET re2)
if(NOT RE2_FOUND)
  message(FATAL_ERROR "RE2 is missing: apt-get install libre2-dev")
endif()
add_library(re2::re2 ALIAS PkgConfig::RE2)

# CLD2 comes without a file that CMake or pkg-config would read.
find_path(CLD2_INCLUDE_DIR cld2/public/compact_lang_det.h)
find_library(CLD2_LIBRARY cld2)
if(NOT CLD2_INCLUDE_DIR OR NOT CLD2_LIBRARY)
  message(FATAL_ERROR "CLD2 is missing: apt-get install libcld2-dev")
endif()
add_library(CLD2::CLD2 UNKNOWN IMPORTED)
set_target_properties(CLD2::CLD2 PROPERTIES IMPORTED_LOCATION ${CLD2_LIBRARY}
                      INTERFACE_INCLUDE_DIRECTORIES "${CLD2_INCLUDE_DIR}")

# Gumbo: the static library where there is one (about a fifth faster than the shared one). Releases
# after 0.10 dropped the allocator hooks; without them the tree lives in plain malloc.
pkg_check_modules(GUMBO QUIET gumbo)
if(NOT GUMBO_FOUND)
  message(FATAL_ERROR "Gumbo is missing: apt-get install libgumbo-dev")
endif()
find_library(GUMBO_LIBRARY NAMES libgumbo.a gumbo HINTS ${GUMBO_LIBRARY_DIRS} REQUIRED)
find_library(GUMBO_SHARED_LIBRARY NAMES gumbo HINTS ${GUMBO_LIBRARY_DIRS})
add_library(Gumbo::Gumbo UNKNOWN IMPORTED)
set_target_properties(Gumbo::Gumbo PROPERTIES IMPORTED_LOCATION ${GUMBO_LIBRARY}
                      INTERFACE_INCLUDE_DIRECTORIES "${GUMBO_INCLUDE_DIRS}")
include(CheckStructHasMember)
set(CMAKE_REQUIRED_INCLUDES ${GUMBO_INCLUDE_DIRS})
check_struct_has_member(GumboOptions allocator gumbo.h GUMBO_HAS_ALLOCATOR)
unset(CMAKE_REQUIRED_INCLUDES)
option(CLEAN_ARTICLE_GUMBO_HOOKS "Keep Gumbo's memory in an arena, where its release allows it" ON)
if(GUMBO_HAS_ALLOCATOR AND CLEAN_ARTICLE_GUMBO_HOOKS)
  set_property(TARGET Gumbo::Gumbo PROPERTY INTERFACE_COMPILE_DEFINITIONS GUMBO_HAS_ALLOCATOR=1)
endif()

if(BUILD_TESTING)
  find_or_name(Catch2 catch2)
  find_or_name(pugixml libpugixml-dev)
  find_or_name(OpenSSL libssl-dev)
endif()

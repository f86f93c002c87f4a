# What the project is built from, all of it packaged by Debian. A missing piece is named together with
# the package that brings it.

macro(name_missing name debian_package)
  message(FATAL_ERROR "${name} is missing: apt-get install ${debian_package}")
endmacro()
macro(find_or_name name debian_package)
  find_package(${name} QUIET ${ARGN})
  if(NOT ${name}_FOUND)
    name_missing(${name} ${debian_package})
  endif()
endmacro()

if(SKBUILD)  # a wheel has neither the program nor what it fetches with
  include(${CMAKE_CURRENT_LIST_DIR}/wheel_libraries.cmake)
else()
  find_or_name(CURL libcurl4-openssl-dev)
  find_or_name(ZLIB zlib1g-dev)
  find_or_name(Boost libboost-program-options-dev CONFIG COMPONENTS program_options)
endif()
find_or_name(nlohmann_json nlohmann-json3-dev)
include(${CMAKE_CURRENT_LIST_DIR}/library_dependencies.cmake)
if(SKBUILD)
  trim_icu_data()
endif()

# Releases of Gumbo after 0.10 dropped the allocator hooks; without them the tree lives in plain malloc.
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

# The libraries that others link: clean_article::clean_article (shared) and clean_article::static. Both are the
# floors up to the interface, src/clean_article/, whose two headers are all that others see.

set(library_floors base text html site extract metadata render cleaner clean_article)
set(library_objects)
foreach(floor IN LISTS library_floors)
  get_target_property(floor_type floor_${floor} TYPE)
  if(NOT floor_type STREQUAL "INTERFACE_LIBRARY")
    list(APPEND library_objects $<TARGET_OBJECTS:floor_${floor}>)
  endif()
endforeach()
# Boundaries of the library: the packages that the floors link. They are no part of its interface.
set(library_packages Gumbo::Gumbo ICU::uc ICU::i18n simdjson::simdjson re2::re2 CLD2::CLD2 Threads::Threads)

# The number in the shared library's name: it changes with the namespace of clean_article.hpp.
set(CLEAN_ARTICLE_ABI 0)

add_library(clean_article SHARED ${library_objects})
add_library(clean_article_static STATIC ${library_objects})
add_library(clean_article::clean_article ALIAS clean_article)
add_library(clean_article::static ALIAS clean_article_static)
set(library_symbols ${PROJECT_SOURCE_DIR}/src/clean_article/symbols.map)
set_target_properties(clean_article PROPERTIES
  VERSION ${CLEAN_ARTICLE_ABI}.${PROJECT_VERSION} SOVERSION ${CLEAN_ARTICLE_ABI} LINK_DEPENDS ${library_symbols})
set_target_properties(clean_article_static PROPERTIES OUTPUT_NAME clean_article EXPORT_NAME static)
# What symbols.map does not name is local: Gumbo's static library, too, which only so may stand in a shared one.
target_link_options(clean_article PRIVATE LINKER:--version-script=${library_symbols} LINKER:--no-undefined)
target_link_libraries(clean_article PRIVATE ${library_packages})
target_link_libraries(clean_article_static PRIVATE ${library_packages})
foreach(library clean_article clean_article_static)
  set_target_properties(${library} PROPERTIES LINKER_LANGUAGE CXX)
  target_compile_features(${library} INTERFACE cxx_std_20)
  target_include_directories(${library} INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>
                                                  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
endforeach()

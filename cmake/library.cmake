# The libraries that others link: clean_article::clean_article (shared) and clean_article::static. Both are the
# floors up to the interface, src/clean_article/, whose two headers are all that others see. Owns how they are
# built and installed, with a CMake package and files for pkg-config.

# Sanitizers want to be linked into programs alone.
string(FIND "${CMAKE_CXX_FLAGS}" "-fsanitize=" sanitizers)
if(sanitizers EQUAL -1)
  option(CLEAN_ARTICLE_LIBRARY "Build and install the libraries, too" ON)
endif()
if(NOT CLEAN_ARTICLE_LIBRARY)
  return()
endif()

set(library_floors base text html site extract metadata render cleaner clean_article)

set(library_objects)
foreach(floor IN LISTS library_floors)
  get_target_property(floor_type floor_${floor} TYPE)
  if(floor_type STREQUAL "INTERFACE_LIBRARY")
    continue()
  endif()
  list(APPEND library_objects $<TARGET_OBJECTS:floor_${floor}>)
  set_target_properties(floor_${floor} PROPERTIES
    POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  # Objects for link-time optimisation hold plain code, too: who links the static library may have another compiler.
  if(CMAKE_INTERPROCEDURAL_OPTIMIZATION AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(floor_${floor} PRIVATE -ffat-lto-objects)
  endif()
endforeach()
# Others' libraries that these floors link (library_dependencies.cmake).
set(library_packages Gumbo::Gumbo ICU::uc ICU::i18n simdjson::simdjson re2::re2 CLD2::CLD2 Threads::Threads)

# The number in the shared library's name: it changes with the namespace of clean_article.hpp.
set(CLEAN_ARTICLE_ABI 0)

add_library(clean_article SHARED ${library_objects})
add_library(clean_article_static STATIC ${library_objects})
add_library(clean_article::clean_article ALIAS clean_article)
add_library(clean_article::static ALIAS clean_article_static)
set(library_symbols ${PROJECT_SOURCE_DIR}/src/clean_article/symbols.map)
set_target_properties(clean_article PROPERTIES
  VERSION ${CLEAN_ARTICLE_ABI}.${PROJECT_VERSION_MINOR}.${PROJECT_VERSION_PATCH} SOVERSION ${CLEAN_ARTICLE_ABI} LINK_DEPENDS ${library_symbols})
set_target_properties(clean_article_static PROPERTIES OUTPUT_NAME clean_article EXPORT_NAME static)
# What symbols.map does not name is local. So is Gumbo, whose static library may stand in a shared one only then.
target_link_options(clean_article PRIVATE LINKER:--version-script=${library_symbols} LINKER:--no-undefined
                                          LINKER:--as-needed)
foreach(library clean_article clean_article_static)
  set_target_properties(${library} PROPERTIES LINKER_LANGUAGE CXX)
  target_link_libraries(${library} PRIVATE ${library_packages})
  target_compile_features(${library} INTERFACE cxx_std_20)
  target_include_directories(${library} INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/src>
                                                  $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
endforeach()

# Two sets of targets: the shared library is found without what the static one is linked with.
include(CMakePackageConfigHelpers)
set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/clean_article)
install(TARGETS clean_article EXPORT clean_article_shared
        LIBRARY COMPONENT library NAMELINK_COMPONENT development)
install(TARGETS clean_article_static EXPORT clean_article_static ARCHIVE COMPONENT development)
install(FILES src/clean_article/clean_article.hpp src/clean_article/clean_article.h
        DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/clean_article COMPONENT development)
foreach(set shared static)
  install(EXPORT clean_article_${set} NAMESPACE clean_article:: FILE clean_article-${set}.cmake
          DESTINATION ${package_folder} COMPONENT development)
endforeach()
configure_package_config_file(cmake/clean_article-config.cmake.in clean_article-config.cmake
                              INSTALL_DESTINATION ${package_folder})
# Below 1.0 every minor version may break what was.
write_basic_package_version_file(clean_article-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/clean_article-config.cmake
              ${PROJECT_BINARY_DIR}/clean_article-config-version.cmake cmake/library_dependencies.cmake
        DESTINATION ${package_folder} COMPONENT development)

# For pkg-config. Paths are told from where the file stands, so that the tree may be moved.
file(RELATIVE_PATH prefix_from_pc /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
foreach(pc clean_article clean_article-static)
  configure_file(cmake/${pc}.pc.in ${pc}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${pc}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
          COMPONENT development)
endforeach()

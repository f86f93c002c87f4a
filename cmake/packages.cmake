# Debian packages of what is installed: `cmake --preset package && cmake --build --preset package --target package`.
# The program, the shared library, and what one needs to build with it.

if(NOT CLEAN_ARTICLE_LIBRARY)
  return()
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "the clean-article developers")
# Who packs says so as for Debian's own tools.
if(DEFINED ENV{DEBEMAIL})
  set(CPACK_PACKAGE_CONTACT "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
else()
  set(CPACK_PACKAGE_CONTACT "the clean-article developers <clean-article@localhost.localdomain>")
endif()
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "clean text of the article in a web page")
set(CPACK_PACKAGE_DIRECTORY packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program library development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)

set(about "clean-article takes a web page and gives the text of its article, without
menus, share buttons, newsletter boxes, cookie notices and comments. It writes
plain text, Markdown, HTML, JSON, CSV, XML or TEI, with title, authors and
dates.")
set(library_package libclean-article${CLEAN_ARTICLE_ABI})

set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME clean-article)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION text)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "${about}")
# It is loaded when the first URL is fetched, or compressed file is read, so nothing else names it.
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS "libcurl4 | libcurl4t64, zlib1g, libdeflate0, libzstd1, liblz4-1, libbrotli1, libarchive13 | libarchive13t64")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${library_package})
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_COMPONENT_LIBRARY_DESCRIPTION "${about}
.
This package has the shared library.")

set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${PROJECT_SOURCE_DIR}/cmake/debian/triggers)

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libclean-article-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${library_package} (= ${PROJECT_VERSION}-1)")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS
    "libgumbo-dev, libicu-dev, libre2-dev, libsimdjson-dev, libcld2-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "${about}
.
This package has the headers for C++ and C, the static library, and files for
CMake and pkg-config. The packages that it suggests are for the static library.")

# What Debian wants in every package. EXCLUDE_FROM_ALL: these files are for packages alone.
find_program(GZIP gzip REQUIRED)
configure_file(cmake/debian/changelog.in changelog.Debian @ONLY)
configure_file(CHANGELOG.md changelog COPYONLY)
foreach(changelog changelog changelog.Debian)
  execute_process(COMMAND ${GZIP} -9nf ${PROJECT_BINARY_DIR}/${changelog} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
foreach(component program library development)
  string(TOUPPER ${component} upper)
  install(FILES cmake/debian/copyright ${PROJECT_BINARY_DIR}/changelog.gz ${PROJECT_BINARY_DIR}/changelog.Debian.gz
          DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/${CPACK_DEBIAN_${upper}_PACKAGE_NAME}
          COMPONENT ${component} EXCLUDE_FROM_ALL)
endforeach()
include(CPack)

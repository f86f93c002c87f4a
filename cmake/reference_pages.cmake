# The man pages that tools/packaging/man_pages.py makes of the C header and of the format of site rules. Without
# Python there are none.
find_package(Python3 QUIET COMPONENTS Interpreter)
if(NOT Python3_Interpreter_FOUND)
  return()
endif()
set(reference_pages ${PROJECT_BINARY_DIR}/reference_pages)
set(reference_writer ${PROJECT_SOURCE_DIR}/tools/packaging/man_pages.py)
find_program(GZIP gzip REQUIRED)
add_custom_command(
  OUTPUT ${reference_pages}/man3/clean_article.3.gz ${reference_pages}/man5/clean-article-rules.5.gz
  COMMAND Python3::Interpreter ${reference_writer} ${PROJECT_VERSION} ${reference_pages}
  COMMAND ${GZIP} -9nf ${reference_pages}/man3/clean_article.3 ${reference_pages}/man5/clean-article-rules.5
  DEPENDS ${reference_writer} src/clean_article/clean_article.h rules/sites/README.md
  COMMENT "Writing man pages of header and rules" VERBATIM)
add_custom_target(reference_pages ALL DEPENDS ${reference_pages}/man3/clean_article.3.gz)
install(FILES ${reference_pages}/man5/clean-article-rules.5.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man5
        COMPONENT program)
if(CLEAN_ARTICLE_LIBRARY)
  install(FILES ${reference_pages}/man3/clean_article.3.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man3
          COMPONENT development)
endif()

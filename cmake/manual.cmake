# Man pages and completions, written by the program's own tables and installed where Debian's shells and man look.
add_executable(write_manual src/cli/manual_main.cpp)
target_link_libraries(write_manual PRIVATE floor_cli project_warnings)
set(manual ${PROJECT_BINARY_DIR}/manual)
find_program(GZIP_PROGRAM gzip)
set(pack ${CMAKE_COMMAND} -E true)
if(GZIP_PROGRAM)
  set(pack sh -c "${GZIP_PROGRAM} -9nf ${manual}/man1/*.1")
endif()
add_custom_command(
  OUTPUT ${manual}/written
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${manual}
  COMMAND write_manual ${manual}
  COMMAND ${pack}
  COMMAND ${CMAKE_COMMAND} -E touch ${manual}/written
  DEPENDS write_manual
  COMMENT "Writing man pages and completions" VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual}/written)

install(DIRECTORY ${manual}/man1 DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
install(FILES ${manual}/completions/clean-article DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
        COMPONENT program)
install(FILES ${manual}/completions/_clean-article DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions
        COMPONENT program)
install(FILES ${manual}/completions/clean-article.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        COMPONENT program)

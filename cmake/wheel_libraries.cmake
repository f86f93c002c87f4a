# Static libraries for a wheel, where Debian has them, and of ICU's 31 MB of data what conversions and host names
# need. What there is only as a shared library, auditwheel puts beside the module. Included before the packages are
# looked for.

function(prefer_static variable)
  find_library(${variable} NAMES ${ARGN})
endfunction()
prefer_static(ICU_UC_LIBRARY_RELEASE libicuuc.a)
prefer_static(ICU_I18N_LIBRARY_RELEASE libicui18n.a)
prefer_static(ICU_STATIC_DATA libicudata.a)

# After the packages were found.
function(trim_icu_data)
  find_program(ICUPKG icupkg HINTS /usr/sbin /sbin)
  if(NOT ICUPKG OR NOT ICU_STATIC_DATA OR NOT ICU_UC_LIBRARY_RELEASE MATCHES "[.]a$")
    message(WARNING "ICU's static libraries or icupkg are missing (libicu-dev, icu-devtools): the wheel will be large")
    return()
  endif()
  set(folder ${PROJECT_BINARY_DIR}/icu_data)
  add_custom_command(
    OUTPUT ${folder}/icu_data.cpp
    COMMAND ${PROJECT_SOURCE_DIR}/tools/packaging/trim_icu_data ${ICU_STATIC_DATA} ${ICUPKG} ${folder}
    DEPENDS ${PROJECT_SOURCE_DIR}/tools/packaging/trim_icu_data ${ICU_STATIC_DATA}
    COMMENT "Trimming ICU's data" VERBATIM)
  add_library(icu_data STATIC ${folder}/icu_data.cpp)
  # Its one symbol is the assembler's: link-time optimisation would not see it.
  target_compile_options(icu_data PRIVATE -fno-lto)
  set_property(TARGET ICU::i18n APPEND PROPERTY INTERFACE_LINK_LIBRARIES ICU::uc)
  set_property(TARGET ICU::uc APPEND PROPERTY INTERFACE_LINK_LIBRARIES icu_data ${CMAKE_DL_LIBS})
endfunction()

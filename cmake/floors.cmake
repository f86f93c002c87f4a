# add_floor(NAME LINK …): the library floor_NAME from the .cpp files below src/NAME/, and where tests/NAME/ has
# *_test.cpp files, the program test_NAME that runs them. A *_main.cpp is a program of its own, for the build.

add_library(project_warnings INTERFACE)
target_compile_options(project_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion
                       $<$<BOOL:${CLEAN_ARTICLE_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # At -O3 GCC 12 warns of lengths that no string of its own library can have.
  target_compile_options(project_warnings INTERFACE $<$<CONFIG:Release>:-Wno-restrict>)
endif()
target_include_directories(project_warnings INTERFACE ${PROJECT_SOURCE_DIR}/src)

# What only tests are compiled with. They need be neither fast nor instrumented: the sanitizers watch the code
# they call, and their own code would take most of a sanitizers' build. Catch2's header is read once a program.
add_library(test_flags INTERFACE)
target_compile_options(test_flags INTERFACE -O0 -fno-sanitize=all)
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=[a-z,]*address")
  target_compile_definitions(test_flags INTERFACE UNDER_ADDRESS_SANITIZER)
endif()
if(CMAKE_CXX_FLAGS MATCHES "-fsanitize=")
  target_compile_definitions(test_flags INTERFACE UNDER_SANITIZERS)
endif()
target_precompile_headers(test_flags INTERFACE ${PROJECT_SOURCE_DIR}/tests/catch.hpp)
target_link_libraries(test_flags INTERFACE Catch2::Catch2)

if(BUILD_TESTING)
  add_library(test_main OBJECT ${PROJECT_SOURCE_DIR}/tests/main.cpp)
  target_link_libraries(test_main PUBLIC Catch2::Catch2)
  target_compile_options(test_main PRIVATE -O0 -fno-sanitize=all)
  target_include_directories(test_main PRIVATE ${PROJECT_SOURCE_DIR}/tests)
endif()

function(add_floor name)
  cmake_parse_arguments(floor "" "" "LINK" ${ARGN})
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  list(FILTER sources EXCLUDE REGEX "_main[.]cpp$")
  set(links)
  foreach(link IN LISTS floor_LINK)
    if(TARGET floor_${link})
      list(APPEND links floor_${link})
    else()
      list(APPEND links ${link})
    endif()
  endforeach()
  if(sources)
    add_library(floor_${name} STATIC ${sources})
    target_link_libraries(floor_${name} PUBLIC ${links} PRIVATE project_warnings)
    target_include_directories(floor_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  else()
    add_library(floor_${name} INTERFACE)
    target_link_libraries(floor_${name} INTERFACE ${links})
    target_include_directories(floor_${name} INTERFACE ${PROJECT_SOURCE_DIR}/src)
  endif()

  file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${name}/*_test.cpp)
  if(BUILD_TESTING AND tests)
    add_executable(test_${name} ${tests} $<TARGET_OBJECTS:test_main>)
    target_link_libraries(test_${name} PRIVATE floor_${name} nlohmann_json::nlohmann_json project_warnings test_flags)
    target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests ${PROJECT_SOURCE_DIR}/tests/${name})
    target_compile_definitions(test_${name} PRIVATE
                               CLEAN_ARTICLE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                               CLEAN_ARTICLE_PROGRAM="$<TARGET_FILE:clean-article>")
    add_test(NAME ${name} COMMAND test_${name})
  endif()
endfunction()

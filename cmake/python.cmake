# The Python module (src/python/), by the stable ABI from Python 3.11: one file for all later ones. Owns where it is
# built and installed. In the build tree it is a package that PYTHONPATH=BUILD/python finds.

find_package(Python3 QUIET COMPONENTS Interpreter Development.Module)
if(NOT Python3_Development.Module_FOUND OR Python3_VERSION VERSION_LESS 3.11)
  if(SKBUILD)
    message(FATAL_ERROR "The headers of Python 3.11 or later are missing: apt-get install python3-dev")
  endif()
  message(STATUS "No headers of Python 3.11 or later (python3-dev): the Python module is neither built nor tested")
  return()
endif()

file(GLOB python_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/python/*.cpp)
set(python_package ${PROJECT_BINARY_DIR}/python/clean_article)
Python3_add_library(python_module MODULE ${python_sources})
target_link_libraries(python_module PRIVATE floor_clean_article Threads::Threads project_warnings)
# What is linked statically stays inside: other modules of the same process may have other versions of it.
target_link_options(python_module PRIVATE LINKER:--exclude-libs,ALL)
set_target_properties(python_module PROPERTIES OUTPUT_NAME _native CXX_VISIBILITY_PRESET hidden
                      LIBRARY_OUTPUT_DIRECTORY ${python_package})
if(Python3_SOABI MATCHES "-3[0-9]+t-")
  target_compile_definitions(python_module PRIVATE Py_GIL_DISABLED=1)
  set_target_properties(python_module PROPERTIES SUFFIX ".${Python3_SOABI}.so")
else()
  set_target_properties(python_module PROPERTIES SUFFIX ".abi3.so")
endif()

if(SKBUILD)
  target_link_options(python_module PRIVATE LINKER:--gc-sections LINKER:-s)
  install(TARGETS python_module LIBRARY DESTINATION clean_article COMPONENT python)
  return()
endif()
file(GLOB python_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/python/clean_article/*.py*
                                         ${PROJECT_SOURCE_DIR}/src/python/clean_article/py.typed)
file(MAKE_DIRECTORY ${python_package})
foreach(file IN LISTS python_files)
  get_filename_component(name ${file} NAME)
  file(CREATE_LINK ${file} ${python_package}/${name} SYMBOLIC)
endforeach()

if(BUILD_TESTING)
  file(GLOB python_tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/python/*_test.py)
  foreach(test IN LISTS python_tests)
    get_filename_component(name ${test} NAME_WE)
    add_test(NAME python_${name} COMMAND Python3::Interpreter ${test})
    set_tests_properties(python_${name} PROPERTIES ENVIRONMENT
      "PYTHONPATH=${PROJECT_BINARY_DIR}/python;CLEAN_ARTICLE_PROGRAM=${PROJECT_BINARY_DIR}/clean-article;PYTHONDONTWRITEBYTECODE=1")
  endforeach()
endif()

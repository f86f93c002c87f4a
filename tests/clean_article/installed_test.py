#!/usr/bin/env python3
"""The libraries as others find them: installed into a folder, the examples built against them and run.

Owns what an installation holds and that it works by CMake and by pkg-config, shared and static. The example at the head of
each header is a program, too. It also holds the symbols of the shared library against the record beside this file.

    installed_test.py BUILD PROGRAM [--write-symbols]
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
EXAMPLES = ROOT / "docs" / "examples"
PAGE = ROOT / "fixtures" / "wordpress-post" / "input.html"
SYMBOLS = HERE / "symbols.txt"
EXAMPLE_SOURCES = ["print_text.c", "print_fields.cpp", "clean_many.cpp"]
# What the shared library may be linked with: others' libraries by the beginnings of their names. Fetching and
# decompressing are the program's.
MAY_NEED = ("libicu", "libsimdjson", "libre2", "libcld2", "libgumbo", "libabsl", "libstdc++", "libm.", "libgcc_s",
            "libc.", "libpthread", "ld-linux")


def run(*command, **more):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, **more)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def check(holds, what):
    if not holds:
        sys.exit(f"FAILED: {what}")


def needed(library):
    lines = run("readelf", "-d", library).splitlines()
    return [line.split("[")[1].rstrip("]") for line in lines if "(NEEDED)" in line]


def exported(library):
    """The symbols that others may use, without the version behind their names."""
    lines = run("nm", "-D", "--defined-only", library).splitlines()
    names = {line.split()[-1].split("@")[0] for line in lines if " A " not in line}
    return sorted(names)


def check_symbols(library, write):
    names = exported(library)
    if write:
        SYMBOLS.write_text("".join(name + "\n" for name in names), encoding="ascii")
        return
    recorded = SYMBOLS.read_text(encoding="ascii").split()
    gone = sorted(set(recorded) - set(names))
    new = sorted(set(names) - set(recorded))
    check(not gone, f"programs that are built already need these symbols: {gone}")
    check(not new, f"new symbols: {new}; record them with --write-symbols")


def check_files(prefix):
    headers = sorted(path.name for path in (prefix / "include").rglob("*") if path.is_file())
    check(headers == ["clean_article.h", "clean_article.hpp"], f"headers: {headers}")
    check((prefix / "bin" / "clean-article").is_file(), "the program")


def library_folder(prefix):
    return next(prefix.rglob("libclean_article.so")).parent


def check_library(library):
    foreign = [name for name in needed(library) if not name.startswith(MAY_NEED)]
    check(not foreign, f"the shared library needs {foreign}")
    soname = next(line for line in run("readelf", "-d", library).splitlines() if "(SONAME)" in line)
    check("[libclean_article.so.0]" in soname, soname)


def check_runs(folder, program, how):
    """What the examples print is what the program prints."""
    text = run(folder / "print_text", PAGE)
    check(text == run(program, "--markdown", PAGE), f"{how}: print_text")
    fields = run(folder / "print_fields", PAGE)
    check("title: How I stopped killing my sourdough starter" in fields, f"{how}: print_fields: {fields}")
    pages = sorted(ROOT.glob("fixtures/w*/input.html"))
    lines = run(folder / "clean_many", *pages)
    check(lines == "".join(run(program, "--jsonl", page) for page in pages), f"{how}: clean_many")


def by_cmake(prefix, scratch, program, static):
    build = scratch / ("cmake-static" if static else "cmake")
    run("cmake", "-G", "Ninja", "-S", EXAMPLES, "-B", build, f"-DCMAKE_PREFIX_PATH={prefix}",
        f"-DCLEAN_ARTICLE_STATIC={'ON' if static else 'OFF'}")
    run("cmake", "--build", build)
    needs_shared = any(name.startswith("libclean_article") for name in needed(build / "print_text"))
    check(needs_shared != static, f"print_text by CMake, static {static}: which library it is linked with")
    check_runs(build, program, build.name)


def compile_with_pkg_config(prefix, source, program, static=False):
    libraries = library_folder(prefix)
    environment = dict(os.environ, PKG_CONFIG_PATH=str(libraries / "pkgconfig"))
    name = "clean_article-static" if static else "clean_article"
    flags = run("pkg-config", "--cflags", "--libs", name, env=environment).split()
    compiler = ["cc", "-std=c99"] if source.suffix == ".c" else ["c++", "-std=c++20", "-pthread"]
    warnings = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror"]
    run(*compiler, *warnings, source, *flags, f"-Wl,-rpath,{libraries}", "-o", program)


def by_pkg_config(prefix, scratch, program, static):
    folder = scratch / ("pkg-config-static" if static else "pkg-config")
    folder.mkdir()
    for source in EXAMPLE_SOURCES:
        compile_with_pkg_config(prefix, EXAMPLES / source, folder / source.split(".")[0], static)
    check_runs(folder, program, folder.name)


# What the example at the head of each header stands in.
AROUND_EXAMPLES = {
    "clean_article.h": ("example.c", "#include <stdio.h>\n%s\nint main(void) {\n  static char data[1 << 20];\n"
                        "  const size_t length = fread(data, 1, sizeof data, stdin);\n%s}\n"),
    "clean_article.hpp": ("example.cpp", "#include <iostream>\n#include <iterator>\n%s\nint main() {\n"
                          "  const std::string page{std::istreambuf_iterator<char>(std::cin), {}};\n%s}\n"),
}  # fmt: skip


def check_manuals(prefix, scratch, program):
    """The example of each header does what the header says: it prints the text of a page."""
    text = run(program, PAGE)
    for header in sorted((prefix / "include").rglob("clean_article.h*")):
        name, around = AROUND_EXAMPLES[header.name]
        head = header.read_text(encoding="utf-8").split("This header is the manual")[0]
        include, *lines = re.findall(r"^(?://| \*) {5}(.*)$", head, re.MULTILINE)
        (scratch / name).write_text(around % (include, "\n".join(lines)), encoding="utf-8")
        example = scratch / name.replace(".", "-")
        compile_with_pkg_config(prefix, scratch / name, example)
        check(run(example, stdin=PAGE.open()) == text, f"the example of {header.name}")


def main():
    build, program = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        scratch = pathlib.Path(name)
        # Moved behind the installation: nothing may remember where it was.
        run("cmake", "--install", build, "--prefix", scratch / "first")
        prefix = (scratch / "first").rename(scratch / "prefix")
        library = library_folder(prefix) / "libclean_article.so"
        if "--write-symbols" in sys.argv:
            check_symbols(library, write=True)
            return
        check_files(prefix)
        check_library(library)
        check_symbols(library, write=False)
        for static in (False, True):
            by_cmake(prefix, scratch, program, static)
            by_pkg_config(prefix, scratch, program, static)
        check_manuals(prefix, scratch, program)


if __name__ == "__main__":
    main()

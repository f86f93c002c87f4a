// The built program as a user runs it: through the shell, in a folder of its own. Owns that folder.
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <string>

#include "temp_folder.hpp"

namespace clean_article::testing {

inline bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

struct Ran {
  int exit_code = -1;
  std::string out;
  std::string err;
};

class Program {
 public:
  // Runs a line of bash; $CA is the program. Standard input is empty unless the line says otherwise.
  Ran run(const std::string& line) const {
    const std::string script = "cd " + folder_.path() +
                               "/in && export CLEAN_ARTICLE_CONFIG= && CA='" CLEAN_ARTICLE_PROGRAM "'; " +
                               line;
    streams_.write("script", script);
    const std::string command = "bash " + streams_.path("script") + " < /dev/null > " + streams_.path("out") +
                                " 2> " + streams_.path("err");
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, streams_.read("out"), streams_.read("err")};
  }

  // The folder that lines run in.
  std::string write(const std::string& name, std::string_view bytes) const {
    return folder_.write("in/" + name, bytes);
  }
  std::string read(const std::string& name) const { return folder_.read("in/" + name); }
  bool has(const std::string& name) const { return folder_.has("in/" + name); }
  std::vector<std::string> files(const std::string& below) const { return folder_.files("in/" + below); }

  Program() { std::filesystem::create_directory(folder_.path("in")); }

 private:
  TempFolder folder_;
  TempFolder streams_;
};

// A small page whose article no cleaner should miss; `mark` is a word of its text.
inline std::string page_with(const std::string& mark) {
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
         "<meta property=\"og:type\" content=\"article\"><title>The " +
         mark +
         " bridge</title></head><body>"
         "<nav><ul><li><a href=\"/\">Home</a></li><li><a href=\"/news\">News</a></li>"
         "<li><a href=\"/sport\">Sport</a></li></ul></nav>"
         "<main><article><h1>The " +
         mark +
         " bridge</h1>"
         "<p>The " +
         mark +
         " bridge, which closed in March after an inspector found rust in two of its cables, will open again "
         "before the summer, the town's engineers told the council on Tuesday evening.</p>"
         "<p>Repairs took longer than anybody had planned, they said, because the steel had to be made to "
         "order, and the one foundry that still rolls it works with a crew of nine people.</p>"
         "<p>Until then the ferry keeps running every twenty minutes, from six in the morning to ten at "
         "night, and the town pays for the crossing of everyone who shows a pass.</p>"
         "</article></main>"
         "<footer><ul><li><a href=\"/contact\">Contact</a></li><li><a href=\"/imprint\">Imprint</a></li></ul>"
         "</footer></body></html>\n";
}

// The begin of the article above.
inline std::string opening(const std::string& mark) {
  return "The " + mark + " bridge, which closed in March";
}

}  // namespace clean_article::testing

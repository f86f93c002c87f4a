#include "cli/config.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <string_view>

#include "text/text.hpp"

namespace clean_article::cli {

std::string config_path(const std::function<const char*(const char*)>& environment) {
  if (const char* const given = environment("CLEAN_ARTICLE_CONFIG")) return given;
  const char* const xdg = environment("XDG_CONFIG_HOME");
  const char* const home = environment("HOME");
  std::string folder;
  if (xdg != nullptr && *xdg == '/')  // others are to be ignored, says the specification
    folder = xdg;
  else if (home != nullptr && *home != '\0')
    folder = std::string(home) + "/.config";
  else
    return "";
  const std::string path = folder + "/clean-article/config";
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? path : "";
}

std::vector<ConfigWord> config_words(const std::string& text, const std::string& path) {
  std::vector<ConfigWord> words;
  std::size_t number = 0;
  for (std::string_view rest = text; !rest.empty();) {
    std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    ++number;
    line = text::trimmed(line);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t equals = line.find('=');
    std::string name(text::trimmed(line.substr(0, equals)));
    if (name.starts_with("--")) name.erase(0, 2);
    std::string word = "--" + name;
    if (equals != std::string_view::npos) word.append("=").append(text::trimmed(line.substr(equals + 1)));
    words.push_back({std::move(word), std::move(name), path + ":" + std::to_string(number)});
  }
  return words;
}

}  // namespace clean_article::cli

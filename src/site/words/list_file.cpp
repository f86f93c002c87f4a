#include "site/words/list_file.hpp"

namespace clean_article::site {

Result<std::string> read_list_file(const std::string& path) {
  Result<std::string> content = read_regular_file(path, kMostRuleFileBytes);
  if (!content) return Error{content.error().kind, path + " " + content.error().message};
  if (content->find('\0') != std::string::npos) return Error{ErrorKind::kInput, path + " is no text file"};
  return content;
}

}  // namespace clean_article::site

#include "training_tasks.hpp"

#include <simdjson.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace clean_article::training {
namespace {

Error bad_line(const std::string& path, std::size_t line, std::string_view what) {
  return {ErrorKind::kInput, path + ":" + std::to_string(line) + ": " + std::string(what)};
}

std::string string_member(const simdjson::dom::object& object, std::string_view name) {
  std::string_view value;
  return object[name].get(value) == simdjson::SUCCESS ? std::string(value) : std::string();
}

std::vector<std::string> list_member(const simdjson::dom::object& object, std::string_view name) {
  std::vector<std::string> list;
  simdjson::dom::array items;
  if (object[name].get(items) != simdjson::SUCCESS) return list;
  for (const simdjson::dom::element item : items) {
    std::string_view value;
    if (item.get(value) == simdjson::SUCCESS) list.emplace_back(value);
  }
  return list;
}

Task task_of(const simdjson::dom::object& object) {
  Task task;
  task.id = string_member(object, "id");
  task.html_path = string_member(object, "html");
  task.url = string_member(object, "url");
  task.has_reference = object["reference"].error() == simdjson::SUCCESS;
  task.reference = string_member(object, "reference");
  task.optional_text = string_member(object, "optional");
  task.wanted = list_member(object, "with");
  task.unwanted = list_member(object, "without");
  return task;
}

}  // namespace

Result<std::vector<Task>> read_tasks(const std::string& path) {
  Result<std::string> bytes = read_page(path);
  if (!bytes) return bytes.error();
  std::vector<Task> tasks;
  simdjson::dom::parser parser;
  const std::string_view all = *bytes;
  std::size_t line = 0;
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = std::min(all.find('\n', begin), all.size());
    const simdjson::padded_string padded(all.substr(begin, end - begin));
    begin = end + 1;
    ++line;
    if (padded.size() == 0) continue;
    simdjson::dom::object object;
    if (parser.parse(padded).get(object) != simdjson::SUCCESS)
      return bad_line(path, line, "not a JSON object");
    tasks.push_back(task_of(object));
    if (tasks.back().html_path.empty()) return bad_line(path, line, "no member \"html\"");
  }
  return tasks;
}

Result<std::string> read_page(const std::string& path) {
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  if (!file) return Error{ErrorKind::kInput, path + ": cannot be opened"};
  std::string bytes;
  std::array<char, 1 << 16> chunk;
  int got = 0;
  while ((got = gzread(file.get(), chunk.data(), chunk.size())) > 0) {
    bytes.append(chunk.data(), static_cast<std::size_t>(got));
  }
  if (got < 0) return Error{ErrorKind::kInput, path + ": cannot be read or unpacked"};
  return bytes;
}

}  // namespace clean_article::training

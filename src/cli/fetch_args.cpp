#include "cli/fetch_args.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "text/text.hpp"

namespace clean_article::cli {

namespace {

// A header as curl takes it: "Name: value", "Name:" to leave one out.
std::optional<std::pair<std::string, std::string>> read_header(std::string_view line) {
  const auto is_control = [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7F'; };
  const auto is_token = [](char c) {
    return (c >= '0' && c <= '9') || (text::ascii_lower(c) >= 'a' && text::ascii_lower(c) <= 'z') ||
           std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
  };
  const std::size_t colon = line.find(':');
  const std::string_view name = line.substr(0, colon);
  if (colon == std::string_view::npos || name.empty() || !std::all_of(name.begin(), name.end(), is_token) ||
      std::any_of(line.begin(), line.end(), is_control))
    return std::nullopt;
  return std::pair(std::string(name), text::fold_html_space(line.substr(colon + 1)));
}

bool is_header_value(std::string_view text) {
  return read_header("x: " + std::string(text)).has_value();
}

}  // namespace

void read_requests(Values& values, Args& args) {
  values.read("user-agent", args.user_agent);
  if (!is_header_value(args.user_agent))
    values.fail("option '--user-agent' needs a name without line breaks");
  std::vector<std::string> lines;
  values.read("header", lines);
  for (const std::string& line : lines) {
    if (auto header = read_header(line))
      args.headers.push_back(*std::move(header));
    else
      values.fail("option '--header' needs 'NAME: VALUE', not " + in_quotes(line));
  }
  values.read("cookie", args.cookies);
  if (!args.cookies.empty() &&
      (args.cookies.find('=') == std::string::npos || !is_header_value(args.cookies)))
    values.fail("option '--cookie' needs 'NAME=VALUE; NAME=VALUE', not " + in_quotes(args.cookies));
  if (!values.has("proxy")) return;
  args.proxy = values.word("proxy");
  const auto url = text::parse_url(*args.proxy, nullptr, text::Letters::kEncoded);
  constexpr std::string_view kSchemes[] = {"http", "https", "socks4", "socks4a", "socks5", "socks5h"};
  const bool is_known =
      url && std::find(std::begin(kSchemes), std::end(kSchemes), url->scheme) != std::end(kSchemes);
  const bool is_named =
      args.proxy->find("://") == std::string::npos && args.proxy->find(' ') == std::string::npos;
  if (!args.proxy->empty() && !is_named && !(is_known && url->host))
    values.fail("option '--proxy' needs a URL such as http://host:3128, not " + in_quotes(*args.proxy));
}

void read_crawl(Values& values, Args& args) {
  constexpr std::size_t kMostConnections = 256;
  std::chrono::milliseconds delay{};
  values.read(
      "delay", delay,
      [](std::string_view word) {
        return word == "0" ? std::optional(std::chrono::milliseconds(0)) : read_seconds(word);
      },
      "a number of seconds up to 86400, such as 0.5 or 10");
  if (values.has("delay")) args.delay = delay;
  values.read(
      "connections", args.connections,
      [](std::string_view word) { return read_number(word, 1, kMostConnections); },
      "a number from 1 to " + std::to_string(kMostConnections));
  args.ignore_robots = values.has("ignore-robots");
  values.read("save-html", args.save_html);
  values.read("warc", args.warc);
  if (args.warc.ends_with(".zst"))
    values.fail("option '--warc' needs a file that ends in .warc or .warc.gz, not " + in_quotes(args.warc));
}

}  // namespace clean_article::cli

// The vectors of web-platform-tests: URLs parsed against a base, and domains to ASCII.
#include <unicode/uvernum.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <string>

#include "catch.hpp"
#include "corpora.hpp"
#include "text/url.hpp"
#include "text/url_host.hpp"

using namespace clean_article::text;
using nlohmann::json;

namespace {

// Surrogates without their other half are no UTF-8: pages that have such are decoded to U+FFFD before.
json read(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::string all{std::istreambuf_iterator<char>(stream), {}};
  static const std::regex pair(R"((\\u[dD][89abAB]..\\u[dD][c-fC-F]..)|(\\u[dD][89a-fA-F]..))");
  std::string clean;
  std::size_t at = 0;
  for (std::sregex_iterator i(all.begin(), all.end(), pair), none; i != none; ++i) {
    clean.append(all, at, static_cast<std::size_t>(i->position()) - at);
    clean += (*i)[1].matched ? i->str() : "\\uFFFD";
    at = static_cast<std::size_t>(i->position() + i->length());
  }
  return json::parse(clean.append(all, at));
}

// What the tables of Unicode 16 map and those of ICU before 76 do not know.
const std::set<std::string> kNewerThanIcu = {"look\u180Eout.net", "look\u206Bout.net", "\u04C0.com",
                                             "\U0002F868.com",    "\u2183.com",        "\u1E9E.com",
                                             "\u1E9E.foo.com"};

}  // namespace

TEST_CASE("URLs agree with the vectors of web-platform-tests") {
  const auto folder = clean_article::test::find_in_corpora("wpt-url");
  if (!folder) return;
  int compared = 0;
  for (const json& row : read(*folder / "urltestdata.json")) {
    if (!row.is_object()) continue;
    const std::string input = row["input"];
    CAPTURE(input, row["base"].dump());
    std::optional<Url> base;
    if (row["base"].is_string()) base = parse_url(row["base"].get<std::string>(), nullptr, Letters::kEncoded);
    const bool no_base = row["base"].is_string() && !base;
    const auto url = no_base ? std::nullopt : parse_url(input, base ? &*base : nullptr, Letters::kEncoded);
    ++compared;
    if (row.contains("failure")) {
      CHECK_FALSE(url.has_value());
      continue;
    }
    CHECK(url.has_value());
    if (!url) continue;
    const auto is = [&](const char* key, const std::string& value) { CHECK(row[key] == value); };
    is("href", url->text());
    is("protocol", url->scheme + ":");
    is("username", url->username);
    is("password", url->password);
    is("hostname", url->host.value_or(""));
    is("port", url->port ? std::to_string(*url->port) : "");
    is("pathname", url->path);
    is("search", url->query.value_or("").empty() ? "" : "?" + *url->query);
    is("hash", url->fragment.value_or("").empty() ? "" : "#" + *url->fragment);
    // What was written is read as the same again.
    const auto again = parse_url(url->text(), nullptr, Letters::kEncoded);
    CHECK((again && again->text() == url->text()));
  }
  CHECK(compared >= 800);
}

TEST_CASE("domains agree with the vectors of web-platform-tests") {
  const auto folder = clean_article::test::find_in_corpora("wpt-url");
  if (!folder) return;
  int compared = 0;
  for (const json& row : read(*folder / "toascii.json")) {
    if (!row.is_object()) continue;
    const std::string input = row["input"];
    if (U_ICU_VERSION_MAJOR_NUM < 76 && kNewerThanIcu.contains(input)) continue;
    CAPTURE(input);
    const std::optional<std::string> ascii = parse_host(input, true);
    CHECK((ascii ? json(*ascii) : json()) == row["output"]);
    ++compared;
  }
  CHECK(compared >= 80);
}

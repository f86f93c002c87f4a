#include "records/saved_page.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace clean_article::records {
namespace {

// The marks of who saved a page stand at its beginning.
constexpr std::size_t kMarkedBytes = 4096;

constexpr std::string_view kToolbarBegin = "<!-- BEGIN WAYBACK TOOLBAR INSERT -->";
constexpr std::string_view kToolbarEnd = "<!-- END WAYBACK TOOLBAR INSERT -->";
constexpr std::string_view kWaybackHost = "web.archive.org";
constexpr std::string_view kWaybackPath = "/web/";
constexpr std::string_view kWombat = "__wm.wombat(\"";
constexpr std::size_t kStampDigits = 14;  // "20190304214205"

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// What stands between `begin` and `end`; "" where they do not.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
  const std::size_t at = text::find_in(text, begin, 0);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + begin.size());
  const std::size_t stop = text.find(end);
  return stop == std::string_view::npos ? std::string_view() : text.substr(0, stop);
}

std::string trimmed(std::string_view text) {
  return text::fold_html_space(text);
}

void set_address(std::string_view url, Page& page) {
  if (page.url.empty() && text::split_url(std::string(url))) page.url = url;
}

// "Tue Nov 28 2023 10:11:12 GMT+0100 (Central European Standard Time)" as mails write it.
std::string date_of_script(const std::string& date) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < date.size();) {
    const std::size_t end = std::min(date.find(' ', at), date.size());
    words.push_back(date.substr(at, end - at));
    at = end + 1;
  }
  if (words.size() < 6 || !words[5].starts_with("GMT")) return "";
  return words[2] + " " + words[1] + " " + words[3] + " " + words[4] + " " + words[5].substr(3);
}

void read_single_file(std::string_view head, Page& page) {
  const std::string_view comment = between(head, "Page saved with SingleFile", "-->");
  if (comment.empty()) return;
  set_address(trimmed(between(comment, "url:", "\n")), page);
  const std::size_t date = comment.find("saved date:");
  if (date == std::string_view::npos || !page.date.empty()) return;
  const std::string_view rest = comment.substr(date + sizeof "saved date:" - 1);
  page.date = date_of_script(trimmed(rest.substr(0, rest.find('\n'))));
}

// Browsers: "<!-- saved from url=(0026)https://www.example.com/a -->"; the number is the length of the
// address.
void read_browser(std::string_view head, Page& page) {
  std::string_view url = between(head, "<!-- saved from url=(", "-->");
  if (const std::size_t paren = url.find(')'); paren != std::string_view::npos)
    set_address(trimmed(url.substr(paren + 1)), page);
}

// "<!-- Mirrored from example.com/a.html by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 01 Mar 2024
// 10:00:00 GMT -->"
void read_httrack(std::string_view head, Page& page) {
  const std::string_view comment = between(head, "<!-- Mirrored from ", "-->");
  const std::size_t by = comment.find(" by HTTrack");
  if (by == std::string_view::npos) return;
  set_address("http://" + trimmed(comment.substr(0, by)), page);
  const std::size_t date = comment.rfind("], ");
  if (page.date.empty() && date != std::string_view::npos) page.date = trimmed(comment.substr(date + 3));
}

// Bytes of "/web/20190304214205im_/" at the front where an address follows that was put behind it; else 0.
std::size_t wayback_prefix(std::string_view text) {
  if (!text.starts_with(kWaybackPath)) return 0;
  std::size_t at = kWaybackPath.size();
  const std::size_t digits = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at == digits || at - digits > kStampDigits) return 0;
  const std::string_view kind = text.substr(at, 3);  // "im_", "cs_" …
  if (kind.size() == 3 && kind[2] == '_' && std::isalpha(static_cast<unsigned char>(kind[0])) != 0) at += 3;
  if (at >= text.size() || text[at] != '/') return 0;
  const std::string_view address = text.substr(++at);
  for (const std::string_view scheme : {"http://", "https://", "//", "mailto:", "ftp://"})
    if (address.starts_with(scheme)) return at;
  return 0;
}

// Addresses as they were.
std::string without_rewriting(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  while (true) {
    const std::size_t at = bytes.find(kWaybackPath);
    if (at == std::string_view::npos) break;
    const std::size_t prefix = wayback_prefix(bytes.substr(at));
    out += bytes.substr(0, at);
    if (prefix == 0) {
      out += kWaybackPath;
      bytes.remove_prefix(at + kWaybackPath.size());
      continue;
    }
    // The host before it goes, too, with its scheme.
    if (out.ends_with(kWaybackHost)) {
      out.resize(out.size() - kWaybackHost.size());
      for (const std::string_view scheme : {"https://", "http://", "//"})
        if (out.ends_with(scheme)) {
          out.resize(out.size() - scheme.size());
          break;
        }
    }
    bytes.remove_prefix(at + prefix);
  }
  return out += bytes;
}

// "20190304214205" as "2019-03-04T21:42:05Z".
std::string date_of_stamp(std::string_view stamp) {
  if (stamp.size() != kStampDigits || !std::all_of(stamp.begin(), stamp.end(), is_digit)) return "";
  const auto part = [&](std::size_t from, std::size_t count) {
    return std::string(stamp.substr(from, count));
  };
  return part(0, 4) + "-" + part(4, 2) + "-" + part(6, 2) + "T" + part(8, 2) + ":" + part(10, 2) + ":" +
         part(12, 2) + "Z";
}

void undo_wayback(Page& page) {
  const std::string_view bytes = page.bytes;
  const std::size_t toolbar = text::find_in(bytes, kToolbarBegin, 0);
  const std::string_view call = between(bytes, kWombat, ")");  // "url","stamp",…
  if (toolbar == std::string_view::npos && call.empty()) return;
  // What the address of a capture says of it is in it, too.
  if (page.url.find(kWaybackHost) != std::string::npos) page.url = without_rewriting(page.url);
  set_address(call.substr(0, call.find('"')), page);
  if (const std::string date = date_of_stamp(between(call, "\",\"", "\"")); !date.empty()) page.date = date;
  std::string plain;
  const std::size_t end = toolbar == std::string_view::npos ? toolbar : bytes.find(kToolbarEnd, toolbar);
  if (end == std::string_view::npos) {
    plain = without_rewriting(bytes);
  } else {
    plain = without_rewriting(bytes.substr(0, toolbar));
    plain += without_rewriting(bytes.substr(end + kToolbarEnd.size()));
  }
  page.bytes = std::move(plain);
}

}  // namespace

void undo_saving(Page& page) {
  const std::string_view head = std::string_view(page.bytes).substr(0, kMarkedBytes);
  if (head.find("<!--") != std::string_view::npos) {
    read_single_file(head, page);
    read_browser(head, page);
    read_httrack(head, page);
  }
  undo_wayback(page);
}

}  // namespace clean_article::records

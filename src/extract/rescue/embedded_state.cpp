#include "extract/rescue/embedded_state.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "extract/rescue/script_values.hpp"
#include "extract/structured/json_text.hpp"
#include "site/site.hpp"
#include "text/text.hpp"

namespace clean_article::extract {

namespace {

using html::Document;
using html::NodeId;
using html::Tag;

// rules/words/script-state.txt by its sections.
struct StateWords {
  explicit StateWords(const site::Words& words) {
    for (const site::Word& word : words.list(site::WordList::kScriptState)) {
      if (word.section == "name") names.push_back(word.text);
      if (word.section == "body") body_keys.push_back(word.text);
    }
  }

  std::vector<std::string_view> names;
  std::vector<std::string_view> body_keys;
};

const StateWords& words() {
  return site::words_in_use().made<StateWords>();
}

// Prose, not a label or an address: long enough for a sentence, with spaces, and ended like one or marked up.
bool is_prose(std::string_view text) {
  constexpr std::size_t kFewestBytes = 60;
  constexpr std::size_t kBytesPerSpace = 30;
  if (text.size() < kFewestBytes) return false;
  std::size_t spaces = 0;
  for (const char c : text) spaces += c == ' ' ? 1 : 0;
  const bool cjk = static_cast<unsigned char>(text.front()) >= 0xE3;
  if (!cjk && spaces * kBytesPerSpace < text.size()) return false;
  const std::string_view tail = text.substr(text.size() - 4);
  return text.find("<p") != std::string_view::npos ||
         tail.find_first_of(".!?>\"") != std::string_view::npos || cjk || tail.ends_with("\u201D") ||
         tail.ends_with("\u2026");
}

// The texts under one key, in their order, each once.
struct Body {
  std::string text;
  std::size_t longest = 0;  // bytes of a text, or of texts that stand side by side
  std::unordered_set<std::string> seen;
};

using Bodies = std::vector<Body>;  // by the keys of bodies

// Whether it is taken: it is prose and new.
bool add(Body& body, const std::string& text) {
  if (!is_prose(text) || !body.seen.insert(text).second) return false;
  body.text.append(text).append("\n\n");
  body.longest = std::max(body.longest, text.size());
  return true;
}

// An article may be there in pieces, a paragraph each, with no more between them than what a piece is called.
// Between the teasers of a list stand titles and addresses.
void collect(std::string_view json, Bodies& bodies) {
  constexpr std::ptrdiff_t kBetweenPieces = 48;  // bytes
  struct Piece {
    const char* end = nullptr;  // of the piece before
    std::size_t row = 0;        // bytes of the pieces that stand side by side
  };
  std::vector<Piece> last(bodies.size());
  for_each_json_string(json, words().body_keys, [&](std::size_t k, std::string_view raw) {
    const std::string text = decode_json_string(raw);
    if (!add(bodies[k], text)) return;
    const bool follows = last[k].end != nullptr && raw.data() - last[k].end <= kBetweenPieces;
    last[k] = {raw.data() + raw.size(), text.size() + (follows ? last[k].row : 0)};
    bodies[k].longest = std::max(bodies[k].longest, last[k].row);
  });
}

std::size_t bytes_in(const Bodies& bodies) {
  std::size_t bytes = 0;
  for (const Body& body : bodies) bytes += body.text.size();
  return bytes;
}

// By the keys of a reader that is no plain JSON.
TakeText taking(Bodies& bodies) {
  return [&bodies](std::string_view key, const std::string& text) {
    const auto& keys = words().body_keys;
    const auto known = std::find(keys.begin(), keys.end(), key);
    if (known != keys.end()) add(bodies[static_cast<std::size_t>(known - keys.begin())], text);
  };
}

// JSON that a script passes through decodeURIComponent.
std::string without_percents(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    unsigned byte = 0;
    const char* const digits = text.data() + at + 1;
    const bool coded = text[at] == '%' && at + 2 < text.size() &&
                       std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
    out += coded ? static_cast<char>(byte) : text[at];
    if (coded) at += 2;
  }
  return out;
}

constexpr std::size_t kLong = 500;  // bytes of an article's text

// State is JSON, or JSON once more inside a string of a script, or a literal of the script's own language.
void collect_state(std::string_view source, Bodies& bodies) {
  const std::size_t before = bytes_in(bodies);
  collect(source, bodies);
  const std::size_t first = source.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return;
  if (source[first] == '[') for_each_flat_text(source, taking(bodies));
  if (source[first] != '[' && source[first] != '{') for_each_literal_text(source, taking(bodies));
  if (source.find("%22") != std::string_view::npos) collect(without_percents(source), bodies);
  // What has been read is no JSON within JSON; decoded once more, quotes in it would cut it.
  if (bytes_in(bodies) - before >= kLong || source.find("\\\"") == std::string_view::npos) return;
  collect(decode_json_string(source), bodies);
}

bool names_state(std::string_view text) {
  constexpr std::size_t kLookedAt = 400;  // bytes: the name stands before the data
  for (const std::string_view name : words().names)
    if (text.substr(0, kLookedAt).find(name) != std::string_view::npos) return true;
  return false;
}

bool is_state_script(const Document& document, NodeId script, std::string_view content) {
  bool named = names_state(content);
  document.visit_attributes(script, [&](const html::Attribute& a) {
    named = named || names_state(a.raw_value) ||
            (text::equal_ignoring_ascii_case(a.name, "type") && a.raw_value == "application/json");
  });
  return named;
}

}  // namespace

std::string embedded_article(const Document& document, bool of_pieces) {
  Bodies bodies(words().body_keys.size());
  const auto nodes = document.nodes();
  std::string content;
  for (NodeId id = 0; id < nodes.size(); ++id) {
    if (nodes[id].tag == Tag::k_script) {
      content.clear();
      for (NodeId child = id + 1; child < nodes[id].end; ++child)
        if (nodes[child].tag == Tag::kText) document.append_text(child, content);
      if (is_state_script(document, id, content)) collect_state(content, bodies);
    } else if (nodes[id].tag != Tag::kText) {
      document.visit_attributes(id, [&](const html::Attribute& a) {
        if (!text::equal_ignoring_ascii_case(a.name, "data-preloaded") &&
            !text::equal_ignoring_ascii_case(a.name, "data-page"))
          return;
        std::string decoded;
        text::append_decoding_references(a.raw_value, text::ReferenceContext::kAttribute, decoded);
        collect_state(decoded, bodies);
      });
    }
  }
  std::string best;
  for (Body& body : bodies)
    if (body.text.size() > best.size() && (of_pieces || body.longest >= kLong)) best = std::move(body.text);
  return best;
}

}  // namespace clean_article::extract

// The wire format is that of react-dom/server (ReactDOMFizzServer): `<template id="B:0">` begins what is
// shown while a piece is on its way, `<!--/$-->` ends it, `<div hidden id="S:0">` holds the piece, and a
// script calls $RC("B:0","S:0"), or $RR with style sheets besides. $RS("S:1","P:1") puts a part of a piece
// where
// `<template id="P:1">` stands.
#include "html/parse/streamed.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace clean_article::html {

namespace {

// A call in a script: the piece goes where the template of `place` stands.
struct Call {
  std::string_view place;
  std::string_view piece;
  bool ends_wait;  // and what is shown meanwhile goes
};

constexpr std::size_t kMostCalls = 1024;
constexpr std::size_t kDeepest = 2048;  // elements; what comes after counts depths in 16 bits
constexpr std::size_t kLongestId = 64;

// Reads a name in double quotes at `at` and goes behind it; empty where there is none.
std::string_view read_quoted(std::string_view source, std::size_t& at) {
  if (at >= source.size() || source[at] != '"') return {};
  const std::size_t end = source.find('"', at + 1);
  if (end == std::string_view::npos || end - at > kLongestId) return {};
  const std::string_view name = source.substr(at + 1, end - at - 1);
  at = end + 1;
  return name;
}

std::vector<Call> read_calls(std::string_view source) {
  constexpr std::size_t kNameSize = 4;  // of "$RC("
  std::vector<Call> calls;
  for (std::size_t at = source.find("$R"); at != std::string_view::npos && calls.size() < kMostCalls;
       at = source.find("$R", at + 1)) {
    const std::string_view name = source.substr(at, kNameSize);
    const bool part = name == "$RS(";
    if (!part && name != "$RC(" && name != "$RR(") continue;
    std::size_t next = at + kNameSize;
    const std::string_view first = read_quoted(source, next);
    if (first.empty() || next >= source.size() || source[next++] != ',') continue;
    const std::string_view second = read_quoted(source, next);
    if (second.empty()) continue;
    calls.push_back(part ? Call{second, first, false} : Call{first, second, true});
  }
  return calls;
}

using Elements = std::unordered_map<std::string_view, NodeId>;

// The elements whose id is one that calls may name, the first of each.
Elements find_named(const Document& page) {
  constexpr std::string_view kNames = "BPS";
  Elements found;
  for (NodeId id = 0; id < page.nodes().size(); ++id) {
    if (page[id].tag == Tag::kText) continue;
    const Span tag = page.start_tag(id);
    if (page.source().substr(tag.begin, tag.end - tag.begin).find(':') == std::string_view::npos) continue;
    page.visit_attributes(id, [&](const Attribute& attribute) {
      const std::string_view value = attribute.raw_value;
      if (attribute.name == "id" && value.size() > 2 && kNames.find(value[0]) != std::string_view::npos &&
          value[1] == ':')
        found.emplace(value, id);
    });
  }
  return found;
}

// Boundaries of what may be late: where in the source each of `waiting` (in order) stops being shown, which
// is the end of the innermost boundary around it. The place itself where there is none, or none that ends.
std::vector<std::size_t> ends_of_boundaries(std::string_view source,
                                            const std::vector<std::size_t>& waiting) {
  constexpr std::array<std::string_view, 4> kOpening{"<!--$-->", "<!--$?-->", "<!--$!-->", "<!--$~-->"};
  constexpr std::string_view kClosing = "<!--/$-->";
  std::vector<std::size_t> ends = waiting;
  std::vector<std::vector<std::size_t>> open;  // of each open boundary what waits in it, as indices
  std::size_t next = 0;
  for (std::size_t at = source.find("<!--"); at != std::string_view::npos; at = source.find("<!--", at + 1)) {
    for (; next < waiting.size() && waiting[next] < at; ++next)
      if (!open.empty()) open.back().push_back(next);
    const std::string_view here = source.substr(at);
    if (std::any_of(kOpening.begin(), kOpening.end(), [&](auto name) { return here.starts_with(name); })) {
      open.emplace_back();
    } else if (here.starts_with(kClosing) && !open.empty()) {
      for (const std::size_t i : open.back()) ends[i] = at;
      open.pop_back();
    }
  }
  return ends;
}

// Where in the source a node begins. One that the parser made up begins with what is in it.
std::size_t source_of(const Document& page, NodeId id) {
  for (const NodeId end = page[id].end; id < end; ++id) {
    const Node& node = page[id];
    if (node.tag == Tag::kText) return page.spans(id).empty() ? 0 : page.spans(id).front().span.begin;
    if (node.source != Document::kImplied) return page.start_tag(id).begin;
  }
  return 0;
}

// Where pieces go: by each the template in the place of which it stands, which may be in another piece.
class Places {
 public:
  explicit Places(const Document& page) : page_(page) {}

  // Whether the piece has a place now: it must not stand in itself.
  bool put(NodeId piece, NodeId place) {
    for (NodeId outer = place; outer != kNoNode; outer = around(outer))
      if (outer == piece) return false;
    return places_.emplace(piece, place).second;
  }

  // The element that the children of a piece are in, once all is in place.
  NodeId target_of(NodeId piece) const {
    NodeId target = page_[places_.at(piece)].parent;
    while (places_.contains(target)) target = around(target);
    return target;
  }

  // How deep in the page a piece is then.
  std::size_t depth_of(NodeId piece) const {
    std::size_t depth = 0;
    for (NodeId outer = piece; outer != kNoNode; outer = page_[outer].parent) {
      ++depth;
      if (const auto place = places_.find(outer); place != places_.end()) outer = place->second;
    }
    return depth;
  }

 private:
  NodeId around(NodeId id) const {
    const auto place = places_.find(id);
    return page_[place == places_.end() ? id : place->second].parent;
  }

  const Document& page_;
  std::unordered_map<NodeId, NodeId> places_;
};

// Drops what stands behind each template to the end of its boundary. False where that takes too long.
bool drop_fallbacks(const Document& page, std::vector<NodeId> waiting, std::vector<std::uint8_t>& kept) {
  constexpr std::size_t kMostSteps = 1'000'000;  // real pages need some hundreds
  const auto begin_of = [&](NodeId id) { return page.start_tag(id).begin; };
  std::sort(waiting.begin(), waiting.end(), [&](NodeId a, NodeId b) { return begin_of(a) < begin_of(b); });
  std::vector<std::size_t> begins;
  begins.reserve(waiting.size());
  for (const NodeId id : waiting) begins.push_back(page.start_tag(id).end);
  const std::vector<std::size_t> ends = ends_of_boundaries(page.source(), begins);
  std::size_t steps = 0;
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const NodeId last = page[page[waiting[i]].parent].end;
    for (NodeId next = page[waiting[i]].end; next < last && source_of(page, next) < ends[i];
         next = page[next].end) {
      kept[next] = 0;
      if (++steps > kMostSteps) return false;
    }
  }
  return true;
}

}  // namespace

bool place_streamed(const Document& page, DocumentPart& placed) {
  const std::vector<Call> calls = read_calls(page.source());
  if (calls.empty()) return false;
  const Elements named = find_named(page);
  std::vector<std::uint8_t> kept(page.nodes().size(), 1);
  Places places(page);
  std::vector<Move> pieces;     // from a piece to before its template
  std::vector<NodeId> waiting;  // templates in the place of which something else is shown meanwhile
  for (const Call& call : calls) {
    const auto place = named.find(call.place);
    const auto piece = named.find(call.piece);
    if (place == named.end() || piece == named.end()) continue;
    const NodeId before = place->second;
    if (kept[before] == 0 || !places.put(piece->second, before)) continue;
    pieces.push_back({piece->second, page[before].parent, before});
    kept[before] = kept[piece->second] = 0;
    if (call.ends_wait) waiting.push_back(before);
  }
  if (!drop_fallbacks(page, std::move(waiting), kept)) return false;
  std::vector<Move> moves;
  for (const Move& piece : pieces) {
    if (places.depth_of(piece.node) > kDeepest) return false;  // made to be so
    for (NodeId child = piece.node + 1; child < page[piece.node].end; child = page[child].end)
      moves.push_back({child, places.target_of(piece.node), piece.before});
  }
  if (moves.empty()) return false;
  page.take_part(kept, {}, moves, placed);
  return true;
}

}  // namespace clean_article::html

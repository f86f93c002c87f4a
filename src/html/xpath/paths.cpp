// Paths of XPath over a Document: axes, tests and predicates.
#include <algorithm>

#include "html/xpath/evaluator.hpp"

namespace clean_article::html::xpath {
namespace {

bool goes_backwards(Axis axis) {
  return axis == Axis::kAncestor || axis == Axis::kAncestorOrSelf || axis == Axis::kPrecedingSibling ||
         axis == Axis::kPreceding;
}

void sort_once(Nodes& nodes) {
  if (!std::is_sorted(nodes.begin(), nodes.end())) std::sort(nodes.begin(), nodes.end());
  nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
}

bool never_counts(const std::vector<Predicate>& predicates) {
  return std::none_of(predicates.begin(), predicates.end(), [](const Predicate& p) { return p.positional; });
}

}  // namespace

bool Evaluator::matches(const LocationStep& step, NodeId id) {
  const Node& node = page_.document()[id];
  switch (step.test) {
    case Test::kAnyNode:
      return true;
    case Test::kText:
      return node.tag == Tag::kText;
    case Test::kAnyName:
      return node.tag != Tag::kText;
    case Test::kName:
      if (node.tag != step.tag) return false;
      return step.tag != Tag::kUnknown || page_.name(id) == step.name;
    case Test::kNone:
      return false;
  }
  return false;
}

void Evaluator::append_if(const LocationStep& step, XPathNode node, Nodes& out) {
  if (node.is_root() || node.is_attribute()) {
    if (step.test == Test::kAnyNode) out.push_back(node);
  } else if (!page_.is_removed(node.id()) && matches(step, node.id())) {
    out.push_back(node);
  }
}

void Evaluator::append_attributes(const LocationStep& step, XPathNode from, Nodes& out) {
  if (from.is_root() || from.is_attribute() || step.test == Test::kText) return;
  if (step.test == Test::kName) {
    const std::uint32_t place = page_.find_attribute(from.id(), step.name);
    if (place > 0) out.push_back({from.place, place});
    return;
  }
  const auto all = page_.attributes(from.id());
  for (std::uint32_t i = 0; i < all.size() && step.test != Test::kNone; ++i) {
    if (!all[i].removed) out.push_back({from.place, i + 1});
  }
  page_.spend(all.size());
}

void Evaluator::append_children(const LocationStep& step, XPathNode from, Nodes& out) {
  if (from.is_attribute()) return;
  if (from.is_root()) return append_if(step, XPathNode::of(0), out);
  const Document& document = page_.document();
  const NodeId parent = from.id();
  const bool finds_rows =
      step.test == Test::kName && step.tag == Tag::k_tr && document[parent].tag == Tag::k_table;
  NodeId end = document[parent].end;
  for (NodeId child = parent + 1; child < end && page_.spend(1);) {
    const Node& node = document[child];
    // The <tbody> that the parser put in is not there for who wrote the rule.
    if (finds_rows && node.tag == Tag::k_tbody && node.source == Document::kImplied) {
      ++child;
      continue;
    }
    append_if(step, XPathNode::of(child), out);
    child = node.end;
  }
}

// Those of the elements from `begin` to `end` that may pass the step's tests. Few values are on many
// elements: each is tested once.
void Evaluator::append_tested(const LocationStep& step, NodeId begin, NodeId end, Nodes& out) {
  const std::size_t first = out.size();
  for (const ExprId id : step.tests) {
    const Expr& test = expr(id);
    const auto values = page_.values(test.steps[0].name);
    for (const AttributeValue& found : values) {
      if (!page_.spend(1)) return;
      if (test.op == Op::kAttributeTest && !passes(test, found.value)) continue;
      const auto from = std::lower_bound(found.elements.begin(), found.elements.end(), begin);
      for (auto element = from; element != found.elements.end() && *element < end; ++element)
        append_if(step, XPathNode::of(*element), out);
      page_.spend(static_cast<std::uint64_t>(found.elements.end() - from));
    }
  }
  const auto at = out.begin() + static_cast<std::ptrdiff_t>(first);
  page_.spend(out.size() - first);
  std::sort(at, out.end());
  out.erase(std::unique(at, out.end()), out.end());
}

void Evaluator::append_descendants(const LocationStep& step, XPathNode from, bool with_self, Nodes& out) {
  if (with_self) append_if(step, from, out);
  if (from.is_attribute()) return;
  const NodeId begin = from.is_root() ? 0 : from.id() + 1;
  const NodeId end = page_.document()[from.is_root() ? 0 : from.id()].end;
  constexpr NodeId kFew = 200;  // are looked at sooner than all values of the page
  const bool is_listed = step.test == Test::kName || step.test == Test::kText;
  const auto& all = page_.of_tag(step.test == Test::kText ? Tag::kText : step.tag);
  const std::size_t candidates = is_listed ? std::min<std::size_t>(all.size(), end - begin) : end - begin;
  if (!step.tests.empty() && candidates > kFew) return append_tested(step, begin, end, out);
  if (is_listed) {
    for (auto it = std::lower_bound(all.begin(), all.end(), begin); it != all.end() && *it < end; ++it) {
      if (!page_.spend(1)) return;
      append_if(step, XPathNode::of(*it), out);
    }
    return;
  }
  for (NodeId id = begin; id < end && page_.spend(1); ++id) append_if(step, XPathNode::of(id), out);
}

void Evaluator::append_ancestors(const LocationStep& step, XPathNode from, bool with_self, Nodes& out) {
  if (with_self) append_if(step, from, out);
  if (from.is_root()) return;
  NodeId id = from.is_attribute() ? from.id() : page_.document()[from.id()].parent;
  for (; id != kNoNode && page_.spend(1); id = page_.document()[id].parent) {
    append_if(step, XPathNode::of(id), out);
  }
  append_if(step, XPathNode{}, out);
}

void Evaluator::append_siblings(const LocationStep& step, XPathNode from, bool following, Nodes& out) {
  if (from.is_root() || from.is_attribute()) return;
  const Document& document = page_.document();
  const NodeId parent = document[from.id()].parent;
  if (parent == kNoNode) return;
  if (following) {
    const NodeId end = document[parent].end;
    for (NodeId id = document[from.id()].end; id < end && page_.spend(1); id = document[id].end) {
      append_if(step, XPathNode::of(id), out);
    }
    return;
  }
  const std::size_t begin = out.size();
  for (NodeId id = parent + 1; id < from.id() && page_.spend(1); id = document[id].end) {
    append_if(step, XPathNode::of(id), out);
  }
  std::reverse(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end());
}

void Evaluator::append_following(const LocationStep& step, XPathNode from, Nodes& out) {
  if (from.is_root()) return;
  const NodeId begin = from.is_attribute() ? from.id() + 1 : page_.document()[from.id()].end;
  const auto size = static_cast<NodeId>(page_.document().nodes().size());
  for (NodeId id = begin; id < size && page_.spend(1); ++id) append_if(step, XPathNode::of(id), out);
}

void Evaluator::append_preceding(const LocationStep& step, XPathNode from, Nodes& out) {
  if (from.is_root()) return;
  for (NodeId id = from.id(); id-- > 0 && page_.spend(1);) {
    const bool is_ancestor = page_.document()[id].end > from.id();
    if (!is_ancestor) append_if(step, XPathNode::of(id), out);
  }
}

void Evaluator::append_axis(const LocationStep& step, XPathNode from, Nodes& out) {
  switch (step.axis) {
    case Axis::kChild:
      return append_children(step, from, out);
    case Axis::kDescendant:
    case Axis::kDescendantOrSelf:
      return append_descendants(step, from, step.axis == Axis::kDescendantOrSelf, out);
    case Axis::kSelf:
      return append_if(step, from, out);
    case Axis::kParent:
      if (from.is_root()) return;
      if (from.is_attribute()) return append_if(step, XPathNode::of(from.id()), out);
      if (page_.document()[from.id()].parent == kNoNode) return append_if(step, XPathNode{}, out);
      return append_if(step, XPathNode::of(page_.document()[from.id()].parent), out);
    case Axis::kAncestor:
    case Axis::kAncestorOrSelf:
      return append_ancestors(step, from, step.axis == Axis::kAncestorOrSelf, out);
    case Axis::kFollowingSibling:
    case Axis::kPrecedingSibling:
      return append_siblings(step, from, step.axis == Axis::kFollowingSibling, out);
    case Axis::kFollowing:
      return append_following(step, from, out);
    case Axis::kPreceding:
      return append_preceding(step, from, out);
    case Axis::kAttribute:
      return append_attributes(step, from, out);
    case Axis::kNamespace:
      return;
  }
}

// Keeps of the nodes from `begin` on those that pass; they stand in the order of their axis.
void Evaluator::apply(const std::vector<Predicate>& predicates, std::size_t begin, Nodes& nodes) {
  for (const Predicate& predicate : predicates) {
    const std::size_t size = nodes.size() - begin;
    const bool is_number = expr(predicate.expr).type == Type::kNumber;
    std::size_t kept = begin;
    for (std::size_t i = 0; i < size && page_.spend(1); ++i) {
      const Context context{nodes[begin + i], i + 1, size};
      const bool passes = is_number ? number(predicate.expr, context) == static_cast<double>(i + 1)
                                    : boolean(predicate.expr, context);
      if (passes) nodes[kept++] = context.node;
    }
    nodes.resize(kept);
  }
}

// The same among the children of each parent.
void Evaluator::apply_by_parent(const std::vector<Predicate>& predicates, std::size_t begin, Nodes& nodes) {
  const auto parent = [&](XPathNode node) { return page_.document()[node.id()].parent; };
  Nodes all(nodes.begin() + static_cast<std::ptrdiff_t>(begin), nodes.end());
  nodes.resize(begin);
  page_.spend(all.size());
  std::stable_sort(all.begin(), all.end(), [&](XPathNode a, XPathNode b) { return parent(a) < parent(b); });
  for (std::size_t i = 0; i < all.size() && !page_.is_spent();) {
    const std::size_t first = nodes.size();
    const NodeId family = parent(all[i]);
    for (; i < all.size() && parent(all[i]) == family; ++i) nodes.push_back(all[i]);
    apply(predicates, first, nodes);
  }
  std::sort(nodes.begin() + static_cast<std::ptrdiff_t>(begin), nodes.end());
}

void Evaluator::take_step(const LocationStep& step, const Nodes& from, Nodes& out) {
  // Nested contexts share their descendants: whoever does not count them takes them once.
  const bool descends = (step.axis == Axis::kDescendant || step.axis == Axis::kDescendantOrSelf) &&
                        (step.by_parent || never_counts(step.predicates));
  const std::size_t most = page_.document().nodes().size() * 2 + 64;  // then what came twice is dropped
  std::uint32_t covered = 0;                                          // places below were descended to
  for (const XPathNode node : from) {
    if (!page_.spend(1)) return;
    if (descends && !node.is_attribute() && node.place < covered) continue;
    const std::size_t begin = out.size();
    append_axis(step, node, out);
    if (step.by_parent) {
      apply_by_parent(step.predicates, begin, out);
    } else {
      apply(step.predicates, begin, out);
    }
    if (descends && !node.is_attribute()) {
      covered = node.is_root() ? 0xFFFF'FFFF : page_.document()[node.id()].end + 1;
    }
    if (out.size() > most && begin > 0) {
      page_.spend(out.size());
      sort_once(out);
    }
  }
  if (from.size() > 1 || goes_backwards(step.axis)) {
    page_.spend(out.size());
    sort_once(out);
  }
}

Nodes Evaluator::walk(const std::vector<LocationStep>& steps, Nodes from) {
  Nodes next;
  for (const LocationStep& step : steps) {
    next.clear();
    take_step(step, from, next);
    from.swap(next);
    if (from.empty() || page_.is_spent()) break;
  }
  return from;
}

Nodes Evaluator::path(const Expr& path, const Context& context) {
  return walk(path.steps, {path.absolute ? XPathNode{} : context.node});
}

Nodes Evaluator::filter(const Expr& filter, const Context& context) {
  Nodes from = nodes(filter.args[0], context);
  apply(filter.predicates, 0, from);
  return walk(filter.steps, std::move(from));
}

}  // namespace clean_article::html::xpath

// Gumbo with its memory in an arena, left by longjmp when it asks for more than the limits allow.
#include "html/parse/gumbo_run.hpp"

#include <csetjmp>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace clean_article::html {

#if defined(GUMBO_HAS_ALLOCATOR)

// Gumbo has no bounds of its own and is quadratic in the depth of its tree; its requests for memory are
// the one place where it can be stopped. A request for the size of a node is one for a node (or for a
// piece of text of that size, which looks_like_node() tells apart), and nodes know their parents.
struct GumboRun::Bounds {
  explicit Bounds(const Limits& limits) : arena(limits.max_arena_bytes), max_depth(limits.max_depth) {}

  Arena arena;
  std::uint32_t max_depth;
  std::uint32_t nodes_until_check = 0;
  const GumboNode* latest = nullptr;
  std::jmp_buf exit;

  void* allocate(std::size_t bytes) {
    void* memory = arena.allocate(bytes);
    if (memory == nullptr) std::longjmp(exit, 1);
    if (bytes == sizeof(GumboNode)) watch(static_cast<const GumboNode*>(memory));
    return memory;
  }

  void watch(const GumboNode* node) {
    constexpr std::uint32_t kNodesBetweenChecks = 64;  // the depth can grow by no more in between
    if (nodes_until_check-- == 0) {
      nodes_until_check = kNodesBetweenChecks;
      if (latest != nullptr && too_deep(latest)) std::longjmp(exit, 1);
    }
    latest = node;
  }

  bool too_deep(const GumboNode* node) const {
    std::uint32_t depth = 0;
    for (; node != nullptr && arena.owns(node, sizeof(GumboNode)); node = node->parent) {
      // Read as a number: what is no node may hold any value there.
      std::underlying_type_t<GumboNodeType> type{};
      std::memcpy(&type, &node->type, sizeof type);
      if (type > GUMBO_NODE_TEMPLATE) return false;
      if (depth++ > max_depth) return true;
    }
    return false;
  }
};

GumboRun::GumboRun(const Limits& limits) : bounds_(std::make_unique<Bounds>(limits)) {}
GumboRun::~GumboRun() = default;

const GumboOutput* GumboRun::parse(std::string_view skeleton) {
  release();
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;  // its log of errors copies the stack of open elements each time
  options.userdata = bounds_.get();
  options.allocator = [](void* bounds, std::size_t bytes) {
    return static_cast<Bounds*>(bounds)->allocate(bytes);
  };
  options.deallocator = [](void* bounds, void* memory) {
    static_cast<Bounds*>(bounds)->arena.release(memory);
  };
  // Nothing with a destructor may live between here and the end of the parse.
  if (setjmp(bounds_->exit) != 0) return nullptr;  // NOLINT(cert-err52-cpp): the only way out of Gumbo
  return gumbo_parse_with_options(&options, skeleton.data(), skeleton.size());
}

void GumboRun::release() {
  bounds_->arena.reset();
  bounds_->latest = nullptr;
}

#else

GumboRun::GumboRun(const Limits&) {}
GumboRun::~GumboRun() {
  release();
}

const GumboOutput* GumboRun::parse(std::string_view skeleton) {
  release();
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, skeleton.data(), skeleton.size());
  return output_;
}

void GumboRun::release() {
  if (output_ != nullptr) gumbo_destroy_output(&kGumboDefaultOptions, output_);
  output_ = nullptr;
}

#endif

}  // namespace clean_article::html

// Calls Gumbo on a skeleton, within bounds. Knows Gumbo's memory, not its tree. Private to this floor.
#pragma once

#include <gumbo.h>

#include <string_view>

#include "base/base.hpp"
#include "html/parse/arena.hpp"

namespace clean_article::html {

class GumboRun {
 public:
  explicit GumboRun(const Limits& limits);
  ~GumboRun();
  GumboRun(const GumboRun&) = delete;
  GumboRun& operator=(const GumboRun&) = delete;

  // The tree of `skeleton`, or nullptr when building it went beyond the limits. Valid until release().
  const GumboOutput* parse(std::string_view skeleton);

  // Gives the tree's memory back.
  void release();

 private:
#if defined(GUMBO_HAS_ALLOCATOR)
  struct Bounds;
  std::unique_ptr<Bounds> bounds_;
#else
  GumboOutput* output_ = nullptr;
#endif
};

}  // namespace clean_article::html

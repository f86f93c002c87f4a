// The public interface as the library's own sources see it: its names do not stand beside those of the
// floors.
#pragma once

#define CLEAN_ARTICLE_INSIDE
#include "clean_article/clean_article.hpp"  // IWYU pragma: export

// What a site's robots.txt lets a program fetch, by RFC 9309. Knows the file's text and URLs; fetches
// nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace clean_article::fetch {

class Robots {
 public:
  // All is allowed, or nothing is.
  static Robots all_allowed() { return Robots(true); }
  static Robots nothing_allowed() { return Robots(false); }

  // The rules for a program of that name ("clean-article"): those of all groups that name it, or else of
  // those for "*".
  static Robots parse(std::string_view text, std::string_view product);

  // `path` is that of a URL with its query: "/a/b?c=d".
  bool allows(std::string_view path) const;

  std::size_t bytes() const;  // that it takes, about

 private:
  struct Rule {
    std::string pattern;
    bool allows;
  };
  explicit Robots(bool allowed) : otherwise_(allowed) {}

  bool otherwise_;  // where no rule says anything
  std::vector<Rule> rules_;
};

// The name that robots.txt files call a program by: what its user agent begins with, "ExampleBot" of
// "ExampleBot/1.2 (+https://…)"; `otherwise` where it begins with no such name.
std::string product_of(std::string_view user_agent, std::string_view otherwise);

}  // namespace clean_article::fetch

#include "metadata/choose/author_choice.hpp"

#include <algorithm>

#include "metadata/readers/person_names.hpp"

namespace clean_article::metadata {

namespace {

// "Roy, Aniruddha", as catalogues sort, is Aniruddha Roy.
std::string given_name_first(const std::string& name, std::string_view source) {
  const bool from_catalogue =
      source.starts_with("meta citation") || source.starts_with("meta DC") || source.starts_with("meta dc");
  const std::size_t comma = name.find(", ");
  if (!from_catalogue || comma == std::string::npos || name.find(',', comma + 1) != std::string::npos)
    return name;
  if (name.find(" and ") != std::string::npos || name.find('&') != std::string::npos) return name;
  const std::string_view family = std::string_view(name).substr(0, comma);
  constexpr std::ptrdiff_t kMostSpaces = 1;  // with more it is two people
  if (std::count(family.begin(), family.end(), ' ') > kMostSpaces) return name;
  return name.substr(comma + 2) + " " + std::string(family);
}

// As linked_data.cpp adds them.
bool is_organisation(const Candidate& author) {
  return author.trust == Trust::kGeneric && author.source.starts_with("JSON-LD");
}

std::vector<std::string> names_of(const Candidate& author) {
  const bool is_firm = is_organisation(author) && author.value.find(" & ") != std::string::npos;
  if (is_firm) return {author.value};  // "Penhallow & Stone"
  return authors_in(given_name_first(author.value, author.source));
}

// "KatieS", "andrew.keaveney". Scripts without capitals may write whole names as one word.
bool is_login(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c <= '~'; });
}

// A name in two words or more; some scripts write it in one.
bool may_be_person(std::string_view name) {
  constexpr std::size_t kLongestInOne = 12;  // bytes: four characters of Han
  const bool in_one = static_cast<unsigned char>(name.front()) >= 0xE3 && name.size() <= kLongestInOne;
  return (in_one || name.find(' ') != std::string_view::npos) && !names_organisation(name);
}

class AuthorChoice {
 public:
  AuthorChoice(const Candidates& candidates, const AuthorClues& clues, Bylines& bylines)
      : candidates_(candidates), clues_(clues), bylines_(bylines) {}

  ListField run() {
    if (choose_known()) {
      complete_from_byline();
      if (!clues_.is_front_page && only_site_signs()) {
        bylines_.read_signatures();
        choose_person_instead();
      }
    } else if (!clues_.is_front_page) {
      bylines_.read_far();
      choose_known();
    }
    return std::move(authors_);
  }

 private:
  // Whom of those that go by a name of the site a search takes.
  enum class Signing { kNoSite, kOtherNames, kSiteToo };

  bool choose_known() {
    const auto found = candidates_.of(Item::kAuthor);
    for (const Signing signing : {Signing::kNoSite, Signing::kOtherNames, Signing::kSiteToo}) {
      const Trust least = signing == Signing::kNoSite    ? Trust::kGeneric
                          : signing == Signing::kSiteToo ? Trust::kVisible
                                                         : Trust::kGuess;
      for (std::size_t i = 0; i < found.size() && found[i]->trust >= least; ++i)
        if (take(found, i, signing)) return true;
    }
    return false;
  }

  bool take(const std::vector<const Candidate*>& found, std::size_t first, Signing signing) {
    std::vector<std::string>& all = authors_.values;
    const Candidate& best = *found[first];
    for (std::size_t i = first; i < found.size() && found[i]->trust == best.trust &&
                                (found[i]->source == best.source || best.trust == Trust::kRule);
         ++i) {
      for (std::string& name : names_of(*found[i]))
        if (may_sign(name, signing) && std::find(all.begin(), all.end(), name) == all.end())
          all.push_back(std::move(name));
      if (best.trust <= Trust::kVisible && !all.empty()) break;  // what follows is somebody else's
    }
    if (all.empty()) return false;
    authors_.source = best.source;
    are_declared_ = best.trust >= Trust::kGeneric;
    are_organisation_ = is_organisation(best);
    by_rule_ = best.trust == Trust::kRule;
    return true;
  }

  // A site may bear its owner's name, so its names but the one it gives itself are only avoided at first.
  bool may_sign(const std::string& name, Signing signing) const {
    switch (signing) {
      case Signing::kNoSite:
        return !is_site_name(name, clues_.site_names);
      case Signing::kOtherNames:
        return clues_.sitename.empty() || bare(name) != bare(clues_.sitename);
      case Signing::kSiteToo:
        break;
    }
    return true;
  }

  // Publishing systems declare one author of several, or the name by which somebody logs in, where readers
  // see all of them in full.
  void complete_from_byline() {
    if (by_rule_) return;
    std::vector<std::string>& all = authors_.values;
    const bool of_forum = authors_.source.find("Forum") != std::string::npos;
    const bool login = are_declared_ && !of_forum && all.size() == 1 && is_login(all.front());
    for (const Candidate* c : candidates_.of(Item::kAuthor)) {
      if (c->trust != Trust::kVisible) continue;
      std::vector<std::string> names = authors_in(c->value);
      if (names.empty() || !std::all_of(names.begin(), names.end(), is_full_name)) continue;
      const bool holds_all = std::all_of(all.begin(), all.end(), [&](const std::string& name) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& shown) { return shown.ends_with(name); });
      });
      const bool sure = are_declared_ || c->source != "byline";
      const bool more = sure && holds_all && names.size() > all.size();
      const bool in_full = login && c->source.find("user") == std::string::npos;
      if (!more && !in_full) continue;
      all = std::move(names);
      authors_.source = c->source;
      return;
    }
  }

  // Whether those found are no people, as far as the page tells.
  bool only_site_signs() const {
    if (by_rule_) return false;
    return are_organisation_ ||
           std::all_of(authors_.values.begin(), authors_.values.end(), [&](const std::string& name) {
             return is_site_name(name, clues_.site_names) || names_organisation(name);
           });
  }

  // Where an organisation is declared and the page shows a person's name, that person wrote.
  void choose_person_instead() {
    for (const Candidate* c : candidates_.of(Item::kAuthor)) {
      const bool is_line = c->trust == Trust::kVisible || c->trust == Trust::kVague;
      if (!is_line || c->source.starts_with("class")) continue;
      std::vector<std::string> names = authors_in(c->value);
      const bool people =
          !names.empty() && std::all_of(names.begin(), names.end(), [&](const std::string& name) {
            return may_be_person(name) && !is_site_name(name, clues_.site_names);
          });
      if (!people) continue;
      if (names.front().starts_with(authors_.values.front())) return;  // it is the person's own site
      authors_.values = std::move(names);
      authors_.source = c->source;
      return;
    }
  }

  const Candidates& candidates_;
  const AuthorClues& clues_;
  Bylines& bylines_;
  ListField authors_;
  bool are_declared_ = false;
  bool are_organisation_ = false;
  bool by_rule_ = false;
};

}  // namespace

ListField choose_authors(const Candidates& candidates, const AuthorClues& clues, Bylines& bylines) {
  return AuthorChoice(candidates, clues, bylines).run();
}

}  // namespace clean_article::metadata

#include "metadata/dates/date_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "text/text.hpp"

namespace clean_article::metadata {

namespace {

// Words before a date that make it the date of a change, lower case.
constexpr auto kChangeWords = std::to_array<std::string_view>(
    {"updated",       "update",       "modified",  "edited",      "last",       "aktualisiert", "stand",
     "geändert",      "mis à jour",   "modifié",   "actualizado", "atualizado", "aggiornato",   "bijgewerkt",
     "aktualizováno", "aktualizacja", "обновлено", "revised",     "reviewed",   "更新"});
// And of publication.
constexpr auto kPublishWords = std::to_array<std::string_view>(
    {"published", "posted", "first published", "veröffentlicht", "erstellt", "publié", "publicado",
     "pubblicato", "gepubliceerd", "opublikowano", "опубликовано", "created", "released", "发布",
     "publikováno", "publicerad", "publisert", "date"});

// And of the first one, whatever else a page declares.
constexpr auto kFirstWords = std::to_array<std::string_view>(
    {"originally published on", "first published on",
     "originally published:", "first published:", "original publish date", "original publication date",
     "zuerst veröffentlicht am", "ursprünglich veröffentlicht am"});

// And of somebody who writes there, not of what was written.
constexpr auto kMemberWords = std::to_array<std::string_view>(
    {"joined",        "join date",    "registered",    "member since",    "registriert",   "dabei seit",
     "mitglied seit", "inscrit",      "inscription",   "membre depuis",   "registrado",    "miembro desde",
     "membro desde",  "registrato",   "iscritto",      "membro dal",      "geregistreerd", "lid sinds",
     "dołączył",      "rejestracja",  "регистрация",   "зарегистрирован", "на форуме с",   "registrerad",
     "medlem sedan",  "kayıt tarihi", "üyelik tarihi", "注册时间",        "登録日"});

bool says(std::string_view text, std::span<const std::string_view> words) {
  const std::string lower = text::to_lower(text);
  const auto begins_word = [&](std::size_t at) {
    return at == 0 || lower[at - 1] < 'a' || lower[at - 1] > 'z';
  };
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
    for (std::size_t at = lower.find(word); at != std::string::npos; at = lower.find(word, at + 1))
      if (begins_word(at)) return true;  // not the "date" of "update"
    return false;
  });
}

}  // namespace

bool says_change(std::string_view before) {
  return says(before, kChangeWords) && !says(before, kPublishWords);
}

bool says_first(std::string_view before) {
  return says(before, kFirstWords);
}

bool says_membership(std::string_view before) {
  return says(before, kMemberWords);
}

}  // namespace clean_article::metadata

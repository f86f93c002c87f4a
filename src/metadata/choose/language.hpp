// Languages: tags as BCP 47 writes them, and telling the language of a text. The only place that knows CLD2.
#pragma once

#include <string>
#include <string_view>

namespace clean_article::metadata {

// "en_us" and "EN-US" as "en-US"; "" for what is no language tag.
std::string language_tag(std::string_view declared);

// The language of a text as a tag without region ("de", "zh-Hant"); "" where the text is short or mixed.
std::string detect_language(std::string_view utf8);

}  // namespace clean_article::metadata

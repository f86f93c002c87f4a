// Texts by their keys out of the data that scripts carry, in the two forms that are no plain JSON:
// JavaScript's object literals and devalue's flat arrays. Owns their reading; knows nothing of which keys are
// wanted. Linear in the length of the script; what is broken is read as far as it goes.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace clean_article::extract {

// Receives each text that has one of the keys, in the order of the data.
using TakeText = std::function<void(std::string_view key, std::string text)>;

// Object literals anywhere in a script: {body:"…"}, {'body':'…'}, and names of parameters for which the call
// around the literal gives strings, as Nuxt 2 writes: (function(a,b){return {body:a}}("…",1)).
void for_each_literal_text(std::string_view script, const TakeText& take);

// The array of Nuxt 3: its elements are values, and inside them numbers stand for other elements.
void for_each_flat_text(std::string_view json, const TakeText& take);

}  // namespace clean_article::extract

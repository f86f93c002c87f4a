#include "../finished_page.hpp"
#include "catch.hpp"
#include "page_texts.hpp"

using namespace clean_article;
using namespace clean_article::extract;

TEST_CASE("Whom the press may ask stands behind a text, with a way to reach them") {
  const std::string text = repeated(kProse, 3);
  const std::string contact = p("Pressekontakt") + p("Maud Penhallow") + p("maud@mill.example");
  CHECK(taken_by("press-contact", text + contact, 1).size() == 3);
  CHECK(taken_by("press-contact", text + p("Pressekontakt") + p("Maud Penhallow"), 1).empty());
  CHECK(taken_by("press-contact", contact + text + p(words(140)), 1).empty());
}

TEST_CASE("A contact is short, says how to reach somebody, and has more text before it") {
  const auto goes = [](int words_of_text, const std::string& contact, int words_of_contact) {
    const std::string heading = "Pressekontakt";
    const std::string more = p(repeated("mill ", words_of_contact - 2)) + p(contact);
    return taken_by("press-contact", p(words(words_of_text)) + p(heading) + more, 1).size() == 3;
  };
  CHECK(goes(200, "a@b.example", 148));
  CHECK_FALSE(goes(200, "a@b.example", 152));
  CHECK_FALSE(goes(60, "a@b.example", 70));
  CHECK(goes(200, "123456", 20));
  CHECK_FALSE(goes(200, "12345", 20));
}

TEST_CASE("A contact may be one block, which then says how to reach somebody") {
  const auto goes = [](const std::string& contact) {
    return FinishedPage(kProse + p(contact) + kProse)
               .recognise(contact, site::PhraseClass::kPressContact)
               .run("press-contact")
               .gone() == Texts{contact};
  };
  CHECK(goes("Contact: " + words(7) + " a@b.example"));
  CHECK_FALSE(goes("Contact: " + std::string("the mill of the town and its six bakers")));
}

TEST_CASE("The heading of a contact has eight words at the most") {
  const auto gone = [](int count) {
    const std::string heading = "press" + repeated(" press", count - 1);  // no digits
    return FinishedPage(repeated(kProse, 3) + p(heading) + p("Maud Penhallow") + p("maud@mill.example"))
        .recognise(heading, site::PhraseClass::kPressContact)
        .run("press-contact")
        .gone()
        .size();
  };
  CHECK(gone(8) == 3);
  CHECK(gone(9) == 0);
}

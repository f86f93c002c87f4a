#include "extract/blocks/formulas.hpp"

#include "catch.hpp"
#include "page_blocks.hpp"

using namespace clean_article;
using namespace clean_article::extract;
using Texts = std::vector<std::string>;

TEST_CASE("A formula is in the text once, as TeX") {
  struct Case {
    const char* engine;
    const char* html;
    const char* text;
  };
  const Case cases[] = {
      {"MathML's annotation",
       "<math><semantics><mrow><mi>E</mi></mrow><annotation encoding='application/x-tex'>E = "
       "mc^2</annotation>"
       "</semantics></math>",
       "E = mc^2"},
      {"MathML's alttext", "<math alttext='{\\displaystyle a^{2}}'><mi>a</mi></math>", "a^{2}"},
      {"MathML read aloud", "<math alttext='a plus b'><mi>a</mi><mo>+</mo><mi>b</mi></math>", "a+b"},
      {"MathML alone",
       "<math><mfrac><mrow><mi>𝑥</mi><mo>−</mo><mn>1</mn></mrow><msqrt><mi>y</mi></msqrt></mfrac><mo>=</mo>"
       "<msub><mi>z</mi><mi>i</mi></msub></math>",
       "\\frac{x-1}{\\sqrt{y}} = z_{i}"},
      {"MathML with names", "<math><mi>sin</mi><mo>&#8289;</mo><mi>x</mi><mo>≤</mo><mi>max</mi></math>",
       "\\sin x ≤ \\max"},
      {"KaTeX",
       "<span class=katex><span class=katex-mathml><math><semantics><mi>c</mi><annotation "
       "encoding='application/x-tex'>c^2</annotation></semantics></math></span><span class=katex-html "
       "aria-hidden=true><span class=mord>c</span><span class=mord>2</span></span></span>",
       "c^2"},
      {"MathJax 2",
       "<span class=MathJax_Preview>[c2]</span><span class=MathJax "
       "id=m1><nobr><span>c</span><span>2</span></nobr>"
       "</span><script type='math/tex'>c^2 % its square\n</script>",
       "c^2"},
      {"MathJax 2 before it has run", "<script type='math/tex'>% <![CDATA[\nc^2 %]]></script>", "c^2"},
      {"MathJax 3",
       "<mjx-container class=MathJax><mjx-math aria-hidden=true><mjx-msup><mjx-mi><mjx-c "
       "class='mjx-c1D450'></mjx-c>"
       "</mjx-mi></mjx-msup></mjx-math><mjx-assistive-mml><math><msup><mi>c</mi><mn>2</mn></msup></math>"
       "</mjx-assistive-mml></mjx-container>",
       "c^{2}"},
      {"MathJax 3, drawn only",
       "<mjx-container class=MathJax><mjx-math><mjx-msup><mjx-mi><mjx-c class='mjx-c1D450 "
       "TEX-I'></mjx-c></mjx-mi>"
       "<mjx-script><mjx-mn><mjx-c class='mjx-c32'></mjx-c></mjx-mn></mjx-script></mjx-msup></mjx-math>"
       "</mjx-container>",
       "c^{2}"},
      {"Wikipedia",
       "<span class=mwe-math-element><span class='mwe-math-mathml-inline mwe-math-mathml-a11y' "
       "style='display: "
       "none;'><math alttext='{\\displaystyle c^{2}}'><mi>c</mi></math></span><img "
       "class='mwe-math-fallback-image-inline' alt='{\\displaystyle c^{2}}' src=c.svg></span>",
       "c^{2}"},
      {"Wikipedia's picture",
       "<img class=mwe-math-fallback-image-inline alt='{\\displaystyle c^{2}}' src=c.svg>", "c^{2}"},
      {"LaTeXML", "<math class=ltx_Math alttext='c^{2}' display=inline><mi>c</mi></math>", "c^{2}"},
      {"WordPress", "<img class=latex alt='c^2' src='//s0.wp.com/latex.php?latex=c'>", "c^2"},
      {"an attribute", "<span class=eq data-tex='c^2'><span>c</span><sup>2</sup></span>", "c^2"},
      {"an editor's attribute",
       "<span class=latex-rendered data-attrs='{\"persistentExpression\":\"\\\\sqrt "
       "c\",\"id\":\"A\"}'></span>",
       "\\sqrt c"},
      {"Stack Exchange", "<span class=math-container>$c^2$</span>", "c^2"},
      {"pandoc and Sphinx", "<span class='math inline'>\\(c^2\\)</span>", "c^2"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.engine);
    CHECK(texts_of(std::string("<p>It is ") + c.html + ", they say.</p>") ==
          Texts{std::string("It is ") + c.text + ", they say."});
  }
}

TEST_CASE("What is no formula keeps its text") {
  CHECK(texts_of("<p class=katex>Plain words</p>") == Texts{"Plain words"});
  CHECK(texts_of("<div class=math><p>Plain words</p><p>Others</p></div>") == Texts{"Plain words", "Others"});
  CHECK(texts_of("<div data-math=true><p>Words</p></div>") == Texts{"Words"});
  CHECK(texts_of("<p>From \\(a\\) to $b$.</p>") == Texts{"From \\(a\\) to $b$."});
  CHECK(texts_of("<p>See <img class=math alt='A teacher at the board' src=a.jpg> here</p>") ==
        Texts{"See here"});
  CHECK(texts_of("<p>a<script type='text/javascript'>b</script>c</p>") == Texts{"ac"});
}

TEST_CASE("A formula on a line of its own says so") {
  const PageBlocks page(
      "<p>One <span class=katex-display><span class=katex><math><semantics><mi>c</mi><annotation "
      "encoding='application/x-tex'>c^2</annotation></semantics></math></span></span> two <math "
      "alttext='d'></math></p>");
  REQUIRE(page.texts() == Texts{"One c^2 two d"});
  REQUIRE(page.blocks().pieces.size() == 4);
  CHECK(page.blocks().pieces[1].kind == PieceKind::kDisplayFormula);
  CHECK(page.blocks().pieces[3].kind == PieceKind::kFormula);
}

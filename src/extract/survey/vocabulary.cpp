#include "extract/survey/vocabulary.hpp"

#include <array>
#include <vector>

namespace clean_article::extract {

namespace {

struct WordList {
  std::uint16_t classes;
  const char* words;  // lower case, separated by single spaces
};

// Function words: the commonest short words of each language, as any frequency list gives them. In scripts
// without spaces a pair of characters is looked up, so those lists hold pairs.
constexpr WordList kLists[] = {
    // English
    {kFunctionWord,
     "the of and to a in is it you that he was for on are with as i his they be at one have this from or had "
     "but not what all were we when your can said there use an each which she do how their if will up other "
     "about out many then them these so some her would make like him into time has look two more go see no "
     "way "
     "could my than been who its now did get come made may over after new also our any just because where "
     "most "
     "us should does very such only even while during between through before under those being both own "
     "same"},
    // German
    {kFunctionWord,
     "der die das und ist von zu mit den auf für im nicht ein eine als auch es an werden aus er hat dass sie "
     "nach "
     "bei um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man "
     "sein "
     "wurde wir ich dem des eines einer sich wird kann schon wenn diese dieser ihre seine unter gegen seit "
     "ohne"},
    // French
    {kFunctionWord,
     "le la les de des du et un une est que dans pour qui sur au par plus ce il pas ne se avec sont son ont "
     "aux "
     "cette mais nous vous ou ses été leur comme elle ils être fait même sans sous entre après très aussi "
     "dont"},
    // Spanish
    {kFunctionWord,
     "el los las y en es por con para del al lo su no más como pero sus ya o este sí porque esta entre "
     "cuando muy "
     "sin sobre ser tiene también me hasta hay donde han quien desde todo nos fue era había así según "
     "durante"},
    // Portuguese
    {kFunctionWord,
     "os e do da em um uma com não na dos mais das foi ao ele tem à seu sua ou quando muito já eu também só "
     "pelo "
     "pela até isso ela depois mesmo aos seus quem nas esse eles você essa num nem suas são"},
    // Italian
    {kFunctionWord,
     "di che è il per non una con si sono nel del della dei alla più anche come dal ha gli ma nella delle "
     "questo "
     "questa stato essere dalla degli ed loro suo tra dopo quando tutti ancora perché"},
    // Dutch
    {kFunctionWord,
     "het een van dat op te voor zijn niet aan er om ook als bij maar dan nog naar heeft hij ze wordt uit "
     "door "
     "over deze meer kan zich hun worden geen wel werd tot dit zo moet we"},
    // Polish
    {kFunctionWord,
     "w i na z się nie do jest że to jak po o co dla od za przez ale czy tym już są oraz był być może tak "
     "tylko "
     "które który która było jego pod przy bardzo także jej ich tego"},
    // Russian, Ukrainian, Bulgarian
    {kFunctionWord,
     "в не на что с по как это из у за от для так но к же бы его только было все он она они мы вы о при или "
     "если "
     "уже когда также до под того этом после будет был была и та у про як від це що й до є за його якщо "
     "через "
     "але тому цього коли під се да от са ще по при след като които"},
    // Czech, Slovak, South Slavic
    {kFunctionWord,
     "a se na je v že s z do to ve o si za jako ale by po k jsou pro nebo jeho který která které tak byl "
     "bylo už "
     "jen také při aby od jsem sa ako pre boli ktorý ktoré bol ich su koji koja koje kao nije ili što šta "
     "još"},
    // Scandinavian languages
    {kFunctionWord,
     "och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när "
     "ut "
     "og at er på med til der den har ikke af et blev han jeg hun dem vil fra men også skal ble var etter "
     "eller "
     "være hvor da bli ved opp"},
    // Finnish, Estonian
    {kFunctionWord,
     "ja on ei että oli se hän mutta joka ovat myös kun niin kuin mukaan ole sen ovat tai jos jo vain hänen "
     "sekä "
     "ning et ka oma kui see aga mis siis"},
    // Hungarian
    {kFunctionWord,
     "az és hogy nem is egy ez volt meg de már csak mint ki el ha még azt vagy van lesz nagyon után szerint "
     "majd "
     "minden ami akkor pedig"},
    // Romanian
    {kFunctionWord,
     "și în de la cu nu este pe din care să sunt pentru mai un o ce au fi lui după prin dar fost acest "
     "această "
     "despre iar si ca sa"},
    // Turkish
    {kFunctionWord,
     "ve bir bu da de için ile olarak daha çok olan en gibi kadar sonra ancak değil ne ama var göre her ise "
     "tarafından olduğu oldu"},
    // Greek
    {kFunctionWord,
     "και το να του η της με που την από για είναι τα στο ο οι στην σε τον των θα δεν τις μας ότι στη έχει "
     "αλλά "
     "στα ως κατά μετά"},
    // Indonesian, Malay, Vietnamese, Filipino
    {kFunctionWord,
     "yang dan di dengan untuk dari pada ini itu tidak dalam akan juga ke karena oleh ada telah bisa saat "
     "lebih "
     "atau sudah mereka và của là có trong cho với được không các một người những đã này để khi ang ng mga "
     "sa na"},
    // Arabic, Persian, Urdu, Hebrew
    {kFunctionWord,
     "في من على إلى عن أن مع هذا التي الذي هذه كان لا ما بعد قد ذلك كما بين كل و که از به با این را است برای "
     "آن "
     "در می های کے میں کی ہے سے کو اور پر نے של את על לא הוא זה עם היא גם או כי כל יש אבל היה"},
    // Hindi, Bengali, Tamil …
    {kFunctionWord,
     "के में की है को से का और पर ने कि हैं यह भी एक नहीं था तो लिए इस कर এবং করে এই থেকে না ও তার জন্য করা"},
    // Chinese, Japanese, Korean: pairs of characters
    {kFunctionWord,
     "我们 他们 这个 一个 没有 可以 已经 因为 但是 所以 如果 以及 进行 表示 对于 的是 也是 就是 我們 他們 "
     "這個 沒有 因為 "
     "した して ます です いる この から その こと もの という ない れる には では 이다 했다 하는 에서 으로 "
     "하고 있다"},

    {kRelatedCue,
     "related relevant trending popular recommended recommendations recommends latest recent similar "
     "suggested more "
     "most-read mostread stories headlines next also featured discover explore "
     "ähnliche verwandte meistgelesen meistgelesene empfohlen empfehlung empfehlungen weitere interessant "
     "mehr "
     "lesen neueste aktuelle themen passend similaires liés lire aussi voir découvrir lus recommandé "
     "relacionadas "
     "relacionados relacionado relacionada leer también leídas interesar correlati leggi anche potrebbe "
     "simili letti "
     "leia também lidas veja lees ook meer gelezen verder les også läs mer även mest læs czytaj także też "
     "polecane "
     "zobacz przeczytaj читайте также похожие теме популярное ещё citește olvass további ilgili haber "
     "相关 推荐 阅读 热门 関連 おす 人気 新着 관련 추천 인기"},
    {kSignUpCue,
     "newsletter newsletters subscribe subscription subscriber subscribers signup inbox unsubscribe mailing "
     "digest "
     "abonnieren abonniere abonnement abo abonnez abonner inscrivez inscription suscríbete suscribirse "
     "suscripción "
     "boletín iscriviti iscrizione abbonati inscreva assine assinar nieuwsbrief abonneer aanmelden "
     "nyhetsbrev "
     "prenumerera abonner abonnér subskrybuj zapisz подписаться подписка рассылка подпишитесь bülten abone "
     "订阅 購読 "
     "登録 구독"},
    {kConsentCue,
     "cookie cookies consent privacy gdpr preferences datenschutz einwilligung zustimmen akzeptieren "
     "confidentialité "
     "accepter privacidad aceptar privacidade aceitar privacybeleid prywatności akceptuję ciasteczka файлы "
     "конфиденциальности personenbezogene javascript browser enable inhalt inhalte externe extern 隐私 同意"},
    {kLegalCue,
     "copyright reserved rights terms trademark imprint impressum agb disclaimer llc inc gmbh ltd "
     "vorbehalten rechte droits réservés derechos reservados direitos diritti riservati rechten voorbehouden "
     "zastrzeżone prawa права защищены 版权 版權 著作"},
    {kCommentCue,
     "comment comments reply replies respond responses discussion commented kommentar kommentare "
     "kommentieren "
     "antworten commentaire commentaires répondre comentario comentarios responder comentários comentar "
     "commenti "
     "commento rispondi reacties reageer reactie kommentarer svara komentarz komentarze odpowiedz "
     "комментарии "
     "комментарий ответить yorum yorumlar 评论 回复 コメ 댓글"},
    {kAuthorCue,
     "author authors by written editor reporter correspondent staff contributor journalist autor autorin von "
     "redaktion "
     "auteur par rédaction autora por redacción redação autore redazione auteur door redactie skribent автор "
     "редакция "
     "редактор yazar 作者 编辑 記者 责任"},
    {kCreditCue,
     "photo photos photograph photography image images picture pictured getty reuters afp dpa epa "
     "shutterstock imago "
     "istock credit courtesy illustration screenshot unsplash pexels alamy foto fotos bild bilder quelle "
     "archiv photo "
     "crédit imagen imagem immagine fotografía beeld bron zdjęcie fot źródło фото источник kuva 写真 撮影 "
     "图片 사진"},
    {kShareCue,
     "share shares sharing tweet facebook twitter linkedin whatsapp pinterest reddit telegram instagram "
     "youtube tiktok "
     "x email print copy link follow teilen drucken folgen partager suivez imprimer compartir síguenos "
     "compartilhar siga condividi seguici delen volg udostępnij поделиться скопировать paylaş 分享 关注 共有 "
     "공유"},
    {kPromptCue,
     "login log sign register account app download install membership member members donate donation support "
     "premium "
     "unlimited trial epaper anmelden einloggen registrieren konto spenden testen connecter connectez compte "
     "télécharger iniciar sesión cuenta descargar entrar conta baixar accedi accesso registrati scarica "
     "inloggen "
     "zaloguj konto войти регистрация скачать приложение 登录 注册 下载 会員 無料 로그"},
    {kNavigationCue,
     "menu next previous prev home search skip navigation back top contact sitemap view all show load click "
     "here read "
     "continue learn main content toggle close open suche startseite weiter zurück accueil recherche suivant "
     "précédent buscar inicio siguiente anterior cerca zoeken szukaj поиск главная меню 首页 搜索 検索 검색"},
    {kShopCue,
     "cart basket checkout price shipping delivery stock buy add quantity wishlist sale warenkorb preis "
     "versand "
     "panier prix livraison carrito precio envío carrinho preço carrello prezzo winkelwagen koszyk корзина "
     "цена 购物 "
     "カー"},
    {kMonth,
     "january february march april may june july august september october november december jan feb mar apr "
     "jun jul "
     "aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember okt dez janvier février "
     "mars avril "
     "juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio "
     "agosto "
     "septiembre octubre noviembre diciembre janeiro fevereiro março maio junho julho setembro outubro "
     "novembro "
     "dezembro gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januari februari "
     "maart mei "
     "augustus stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada "
     "grudnia "
     "января февраля марта апреля мая июня июля августа сентября октября ноября декабря ocak şubat nisan "
     "mayıs "
     "haziran temmuz ağustos eylül ekim kasım aralık"},
    {kAdCue,
     "advertisement advertising advert ads sponsored promoted anzeige werbung publicité publicidad "
     "publicidade "
     "pubblicità advertentie reklama реклама reklam annons annonse 广告 広告 광고"},
    {kTimeAgo,
     "ago hours hour minutes minute mins min yesterday today vor stunden minuten gestern heure heures hier "
     "hace horas "
     "há atrás fa ore geleden uur temu godzin назад часов"},
};

// An open-addressed table, filled once: about 2,500 words in 8,192 slots.
class WordTable {
 public:
  WordTable() : slots_(kSlots) {
    for (const WordList& list : kLists) {
      std::string_view rest = list.words;
      while (!rest.empty()) {
        const std::size_t end = rest.find(' ');
        const std::string_view word = rest.substr(0, end);
        if (!word.empty()) add(WordHash::of(word), list.classes);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
      }
    }
  }

  std::uint16_t classes(std::uint64_t hash) const {
    if (!may_hold(hash)) return 0;
    for (std::size_t at = hash & (kSlots - 1);; at = (at + 1) & (kSlots - 1)) {
      if (slots_[at].hash == hash) return slots_[at].classes;
      if (slots_[at].classes == 0) return 0;
    }
  }

 private:
  struct Slot {
    std::uint64_t hash = 0;
    std::uint16_t classes = 0;
  };
  static constexpr std::size_t kSlots = 8'192;

  void add(std::uint64_t hash, std::uint16_t classes) {
    std::size_t at = hash & (kSlots - 1);
    while (slots_[at].classes != 0 && slots_[at].hash != hash) at = (at + 1) & (kSlots - 1);
    slots_[at].hash = hash;
    slots_[at].classes = static_cast<std::uint16_t>(slots_[at].classes | classes);
    filter_[filter_bit(hash) / 64] |= std::uint64_t{1} << filter_bit(hash) % 64;
  }

  // One bit a hash, 8 KB in all: most words of a page are in no list, and are told so from the nearest cache.
  static constexpr std::size_t kFilterBits = 65'536;
  static std::size_t filter_bit(std::uint64_t hash) { return hash >> 32 & (kFilterBits - 1); }
  bool may_hold(std::uint64_t hash) const {
    return (filter_[filter_bit(hash) / 64] >> filter_bit(hash) % 64 & 1) != 0;
  }

  std::vector<Slot> slots_;
  std::array<std::uint64_t, kFilterBits / 64> filter_{};
};

}  // namespace

std::uint16_t word_classes(std::uint64_t hash) {
  static const WordTable table;
  return table.classes(hash);
}

}  // namespace clean_article::extract

// https: what is not trusted is not fetched, not even when private addresses are allowed.
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <csignal>
#include <memory>

#include "fetch/fetching.hpp"

using namespace clean_article;
using namespace clean_article::test;

namespace {

template <auto kFree>
struct FreeWith {
  void operator()(auto* object) const { kFree(object); }
};
using Key = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, FreeWith<X509_free>>;
using Context = std::unique_ptr<SSL_CTX, FreeWith<SSL_CTX_free>>;
using Session = std::unique_ptr<SSL, FreeWith<SSL_free>>;

// A certificate for 127.0.0.1 that nobody but itself vouches for, valid now.
Context self_signed() {
  const Key key(EVP_EC_gen("P-256"));
  const Certificate certificate(X509_new());
  constexpr long kDay = 24 * 60 * 60;
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -kDay);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), kDay);
  X509_set_pubkey(certificate.get(), key.get());
  X509_NAME* const name = X509_get_subject_name(certificate.get());
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("127.0.0.1"),
                             -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_sign(certificate.get(), key.get(), EVP_sha256());

  Context context(SSL_CTX_new(TLS_server_method()));
  REQUIRE(SSL_CTX_use_certificate(context.get(), certificate.get()) == 1);
  REQUIRE(SSL_CTX_use_PrivateKey(context.get(), key.get()) == 1);
  return context;
}

std::string https_url(const LoopbackServer& server) {
  return "https://127.0.0.1:" + std::to_string(server.port()) + "/";
}

}  // namespace

TEST_CASE("a certificate that nobody vouches for is not accepted") {
  std::signal(SIGPIPE, SIG_IGN);  // what OpenSSL writes to a client that has gone would end the tests
  const Context context = self_signed();
  bool was_accepted = false;
  {
    const LoopbackServer server([&](Connection& connection, const std::string& request) {
      if (request != kTlsRequest) return;
      const Session session(SSL_new(context.get()));
      SSL_set_fd(session.get(), connection.socket());
      was_accepted = SSL_accept(session.get()) == 1;
    });
    CHECK(error_of(https_url(server)).message == "the certificate of 127.0.0.1 is not trusted");
  }
  CHECK_FALSE(was_accepted);
}

TEST_CASE("a server that speaks no TLS has no https page") {
  const LoopbackServer plain(http_answer("200 OK", {"Content-Type: text/html"}, "<p>x"));
  CHECK(error_of(https_url(plain)).message == "no TLS connection to 127.0.0.1");
}

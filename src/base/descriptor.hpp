// A file descriptor that is closed with its owner.
#pragma once

#include <unistd.h>

namespace clean_article {

class Descriptor {
 public:
  // Negative where opening failed; then nothing is closed.
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace clean_article

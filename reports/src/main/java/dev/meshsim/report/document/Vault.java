package dev.meshsim.report.document;

import dev.meshsim.bytes.Bytes;
import java.util.List;
import java.util.Optional;

/** The secrets of a run. They are read only for placeholders that ask for them. */
public interface Vault {

  /**
   * A secret that was found in a text.
   *
   * @param name its name in messages, which tells nothing of its octets
   * @param end the octet of the text in UTF-8 on which it ends
   */
  record Hit(String name, int end) {}

  /** The first secret in octets. */
  Optional<Hit> find(Bytes octets);

  /** The machines that have keys. */
  List<String> machines();

  /**
   * Decrypts with the keys of a machine.
   *
   * @param encrypted a JoseWebEncryption as JSON, with its tag or without
   * @return the content; empty if no key of the machine opens it
   */
  Optional<Bytes> open(Bytes encrypted, String machine);

  /** The texts of the shares that a step made, in order. */
  List<String> shares(int step);
}

package dev.meshsim.light;

/**
 * The decrypted content of an application.
 *
 * @param account the account whose profile lists it
 * @param udf its identifier
 * @param type its type, {@code PasswordProfile} for example
 * @param content the content that its devices share: the JSON of the record of its type. It may
 *     hold passwords and private keys
 */
public record LightApplication(String account, String udf, String type, String content) {

  /** The application without its content. */
  @Override
  public String toString() {
    return "LightApplication[" + type + " " + udf + " of " + account + "]";
  }
}

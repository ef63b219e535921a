package dev.meshsim.protect;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A protected message that is refused, or a portal's key that is not accepted. */
public final class ProtectException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    LEVEL(
        "protect.level",
        "A text is not a level of protection.",
        "use one of " + String.join(", ", Protection.labels())),
    MALFORMED(
        "protect.malformed",
        "A message is not of the content coding " + Envelope.CODING + ".",
        "check that both sides use this protocol version; if so, the message was changed"),
    NOT_AUTHENTIC(
        "protect.not-authentic",
        "The signature or the tag of a protected message does not fit it.",
        "send the request again; if this goes on, somebody on the way changes messages"),
    WRONG_USE(
        "protect.wrong-use",
        "A protected message is used as another kind of message, as a request sent back is.",
        "send the request again; if this goes on, somebody on the way sends other messages"),
    OTHER_PORTAL(
        "protect.other-portal",
        "A protected message is for another portal, or of another one.",
        "check the domain and the address of the portal"),
    OLD_KEY(
        "protect.old-key",
        "A protected request is made for keys that the portal does not have.",
        "ask the portal for its keys again"),
    OLD_CHALLENGE(
        "protect.old-challenge",
        "A protected request does not name a challenge that the portal gave lately.",
        "ask the portal for its challenge again"),
    CLOCK(
        "protect.clock",
        "The time of a protected message is too far from the reader's.",
        "set the clocks of both machines"),
    REPLAYED(
        "protect.replayed",
        "A protected request has been received before.",
        "seal the request again; each envelope is good for one use"),
    OVERLOADED(
        "protect.overloaded",
        "A portal remembers as many protected requests as it can.",
        "try again in some minutes"),
    OTHER_REQUEST(
        "protect.other-request",
        "A protected answer is one to another request.",
        "send the request again; if this goes on, somebody on the way exchanges answers"),
    UNPROTECTED(
        "protect.unprotected",
        "A message has less protection than is required.",
        "check that the portal protects its answers; if it does, somebody removed it on the way"),
    REFUSED(
        "protect.refused",
        "A portal did not open a protected request; its answer is not protected.",
        "read the reason that the message quotes; anybody on the way could have written it"),
    NO_KEYS(
        "protect.no-keys",
        "A portal offers no keys for protected messages.",
        "use a portal of this protocol version, or no protection"),
    BAD_STATEMENT(
        "protect.bad-statement",
        "A portal's statement of its keys is not valid.",
        "check that the address is that of the portal, and ask its operator"),
    KEY_CHANGED(
        "protect.key-changed",
        "A portal shows a key that the known one has not signed.",
        "ask the portal's operator, by another way, for the fingerprint of its key; if it is the"
            + " new one, give that fingerprint as the portal's key, else somebody poses as the"
            + " portal"),
    WRONG_KEY(
        "protect.wrong-key",
        "A portal's key is not the one that was given.",
        "compare the fingerprint with the one that the portal's operator gave you"),
    BAD_KEYS(
        "protect.bad-keys",
        "The stored keys of a portal cannot be used.",
        "restore the portal's store from a backup; clients do not accept new keys by themselves");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private ProtectException(Code code, String problem) {
    super(code, problem);
  }

  private ProtectException(Code code, String problem, @Nullable Throwable cause) {
    super(code, problem, code.hint(), cause);
  }

  static ProtectException level(String label) {
    return new ProtectException(
        Code.LEVEL, Quote.text(label) + " is not a level of protection of messages");
  }

  static ProtectException malformed(String why) {
    return new ProtectException(
        Code.MALFORMED, "the message is not one of " + Envelope.CODING + ": " + why);
  }

  static ProtectException notAuthentic(MeshException cause) {
    return new ProtectException(
        Code.NOT_AUTHENTIC, "the protected message does not verify: " + cause.problem(), cause);
  }

  static ProtectException wrongUse(String expected, @Nullable String found) {
    return new ProtectException(
        Code.WRONG_USE, "expected a message of type " + expected + ", not " + Quote.text(found));
  }

  static ProtectException otherPortal(String domain, String found) {
    return new ProtectException(
        Code.OTHER_PORTAL,
        "the protected message is of the portal " + Quote.brief(found) + ", not of " + domain);
  }

  static ProtectException oldKey(String kid) {
    return new ProtectException(
        Code.OLD_KEY, "the request is made for the key " + Quote.brief(kid) + " of the portal");
  }

  static ProtectException oldChallenge() {
    return new ProtectException(
        Code.OLD_CHALLENGE, "the request does not name a challenge that this portal gave lately");
  }

  static ProtectException otherSigner(String expected, String found) {
    return new ProtectException(
        Code.NOT_AUTHENTIC,
        "the answer is signed by the key "
            + Quote.brief(found)
            + ", and the portal's is "
            + expected);
  }

  static ProtectException clock(Instant sealed, Instant now) {
    return new ProtectException(
        Code.CLOCK, "the message was sealed at " + sealed + ", and here it is " + now);
  }

  static ProtectException replayed() {
    return new ProtectException(Code.REPLAYED, "the protected request has been received before");
  }

  static ProtectException overloaded() {
    return new ProtectException(
        Code.OVERLOADED, "the portal remembers as many protected requests as it can");
  }

  static ProtectException otherRequest() {
    return new ProtectException(
        Code.OTHER_REQUEST, "the protected answer names another request than the one sent");
  }

  static ProtectException unprotected(Protection required) {
    return new ProtectException(
        Code.UNPROTECTED, "the message lacks the protection \"" + required.label() + "\"");
  }

  /**
   * A refusal without protection.
   *
   * @param said the portal's description, or somebody's on the way
   */
  public static ProtectException refused(String domain, int status, @Nullable String said) {
    return new ProtectException(
        Code.REFUSED,
        "the portal "
            + domain
            + " did not open the protected request: "
            + status
            + (said == null ? "" : " " + Quote.line(said)));
  }

  /** A portal without keys. */
  public static ProtectException noKeys(String domain) {
    return new ProtectException(
        Code.NO_KEYS, "the portal " + domain + " offers no keys for protected messages");
  }

  static ProtectException badStatement(String why) {
    return new ProtectException(
        Code.BAD_STATEMENT, "the statement of the portal's keys is not valid: " + why);
  }

  static ProtectException keyChanged(KeyStatement known, KeyStatement shown) {
    return new ProtectException(
        Code.KEY_CHANGED,
        "the portal "
            + known.domain()
            + " shows the key "
            + shown.fingerprint()
            + ", and the known key "
            + known.fingerprint()
            + " has not signed it");
  }

  static ProtectException wrongKey(String domain, String given, KeyStatement shown) {
    return new ProtectException(
        Code.WRONG_KEY,
        "the portal "
            + domain
            + " shows the key "
            + shown.fingerprint()
            + ", and "
            + Quote.brief(given)
            + " was given as its key");
  }

  static ProtectException badKeys(String domain, String why) {
    return new ProtectException(
        Code.BAD_KEYS, "the stored keys of the portal " + domain + " cannot be used: " + why);
  }
}

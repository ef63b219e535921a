package dev.meshsim.portal.http;

import dev.meshsim.error.ErrorCode;
import dev.meshsim.error.MeshException;
import dev.meshsim.error.Quote;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A portal that cannot be served or reached over HTTP. */
public final class HttpPortalException extends MeshException {

  private static final long serialVersionUID = 1L;

  /** The kinds of failure of this family. */
  public enum Code implements ErrorCode {
    BAD_ADDRESS(
        "http.bad-address",
        "A text is not the address of a portal's server.",
        "write http://HOST:PORT or https://HOST:PORT, for example http://127.0.0.1:8080"),
    NO_PORTAL(
        "http.no-portal",
        "A web server answered, and its answer is not one of a portal.",
        "check host, port and path of the address; a portal answers at " + HttpBinding.PATH),
    NO_LOG(
        "http.no-log",
        "A portal's server gives no part of its log.",
        "check the address, and that the portal makes checkpoints, as portal serve does"),
    NO_WITNESS(
        "http.no-witness",
        "A witness does not answer.",
        "check the address of the witness and that it runs; the portal asks it again"),
    BAD_RESOLVE(
        "http.bad-resolve",
        "A text does not say where the portal of a domain is.",
        "write DOMAIN=HOST:PORT, for example example.com=127.0.0.1:8080"),
    NO_SERVER(
        "http.no-server",
        "The DNS of a domain says that it has no portal.",
        "check the spelling of the domain; its operator says so by an SRV record with an empty target"),
    REDIRECTED(
        "http.redirected",
        "A portal directs its clients elsewhere, and this client does not follow.",
        "use the address that the message names, if it is the portal's"),
    BAD_LISTEN(
        "http.bad-listen",
        "A text is not an address to listen on.",
        "write ADDRESS:PORT, for example 127.0.0.1:8080 or [::1]:8080"),
    BAD_CERTIFICATE(
        "http.bad-certificate",
        "The files of a certificate and its key cannot be used.",
        "give certificates and key in PEM, or one PKCS #12 file with its password"),
    CANNOT_LISTEN(
        "http.cannot-listen",
        "A server cannot listen on an address.",
        "choose another address or port, or end the program that has it");

    private final Text text;

    Code(String code, String meaning, String hint) {
      text = new Text(code, meaning, hint);
    }

    @Override
    public Text text() {
      return text;
    }
  }

  private HttpPortalException(Code code, String problem, @Nullable Throwable cause) {
    super(code, problem, code.hint(), cause);
  }

  static HttpPortalException badAddress(String text) {
    return new HttpPortalException(
        Code.BAD_ADDRESS, Quote.text(text) + " is not the address of a portal's server", null);
  }

  static HttpPortalException badAddress(String text, String whose) {
    return new HttpPortalException(
        Code.BAD_ADDRESS, Quote.text(text) + " is not the address of " + whose, null);
  }

  static HttpPortalException noPortal(PortalAddress address, int status, String said) {
    String shown = said.isBlank() ? "" : ": " + Quote.line(said);
    return new HttpPortalException(
        Code.NO_PORTAL, address + " answered with HTTP status " + status + shown, null);
  }

  static HttpPortalException noLog(URI address, String why) {
    return new HttpPortalException(
        Code.NO_LOG,
        Quote.of(address.toString()) + " gives no part of a log: " + Quote.of(why),
        null);
  }

  /** An address at which no witness answers, for a reason that has nothing of an answer. */
  public static HttpPortalException noWitness(String address, String why) {
    return new HttpPortalException(
        Code.NO_WITNESS,
        "no witness answers at " + Quote.brief(address) + ": " + Quote.of(why),
        null);
  }

  static HttpPortalException badResolve(String text) {
    return new HttpPortalException(
        Code.BAD_RESOLVE, Quote.text(text) + " is not of the form DOMAIN=HOST:PORT", null);
  }

  static HttpPortalException noServer(String domain) {
    return new HttpPortalException(Code.NO_SERVER, "the domain " + domain + " has no portal", null);
  }

  static HttpPortalException redirected(PortalAddress address, String where, String why) {
    return new HttpPortalException(
        Code.REDIRECTED, address + " directs to " + Quote.brief(where) + ", " + why, null);
  }

  /** A text that is no address to listen on. */
  public static HttpPortalException badListen(String text) {
    return new HttpPortalException(
        Code.BAD_LISTEN, Quote.text(text) + " is not an address to listen on", null);
  }

  /** A file of TLS that cannot be used, for a reason that has nothing of its content. */
  public static HttpPortalException badCertificate(Path file, String why) {
    return new HttpPortalException(Code.BAD_CERTIFICATE, Quote.of(file) + ": " + why, null);
  }

  /**
   * A server that cannot listen.
   *
   * @param why the system's reason
   */
  public static HttpPortalException cannotListen(String address, String why, Throwable cause) {
    return new HttpPortalException(
        Code.CANNOT_LISTEN, "cannot listen on " + address + ": " + Quote.line(why), cause);
  }
}

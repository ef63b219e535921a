package dev.meshsim.report.transcript;

import dev.meshsim.report.MessageNames;
import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The sections on creating a portal account and the personal profile it is bound to. */
final class AccountSections {

  private final MarkdownPage page;
  private final Exchanges exchanges;
  private final ScenarioTrace source;

  AccountSections(MarkdownPage page, Exchanges exchanges, ScenarioTrace source) {
    this.page = page;
    this.exchanges = exchanges;
    this.source = source;
  }

  void write() {
    page.heading(1, "Protocol Overview");
    portalAccount();
    validation();
    userProfile();
    publication();
  }

  private void portalAccount() {
    page.heading(2, "Creating a new portal account");
    page.prose(
        """
        A Mesh user reaches the Mesh through a portal, where she holds an account. Its name has the
        form *user*`@`*domain*, where the domain is the portal's. She may hold accounts at several
        portals, and may move from one to another.
        """);
    Optional<String> account =
        exchanges
            .first("CreateAccount")
            .flatMap(exchange -> Signed.body(exchange.request()))
            .flatMap(body -> Signed.at(body, "Account"))
            .map(JsonNode::stringValue);
    account.ifPresent(
        name ->
            page.prose(
                "In this example the portal is `"
                    + source.portal()
                    + "` and the account is `"
                    + name
                    + "`."));
  }

  private void validation() {
    page.heading(3, "Checking Account Identifier for uniqueness");
    Optional<TracedExchange> found = exchanges.first("ValidateAccount");
    if (found.isEmpty()) {
      page.prose("This scenario does not ask whether a name can be had.");
      return;
    }
    page.prose(
        """
        A client may ask whether a name can be had while the user is still typing it. The request
        carries the name and, in order of preference, the languages in which the portal may explain
        a refusal.
        """);
    exchanges.markPrinted(found.get());
    page.block(HttpFraming.request(found.get(), source.portal()));
    page.link(found.get(), MessageNames.REQUEST);
    page.prose(
        """
        The answer promises nothing: somebody else may take the name before the account is created.
        """);
    page.block(HttpFraming.response(found.get()));
    page.link(found.get(), MessageNames.RESPONSE);
    page.prose(
        """
        Each message travels as the body of an HTTP request or response like these two. The bodies
        are laid out for reading, and Content-Length counts the octets as they are printed. From
        here on only the bodies are shown.
        """);
  }

  private void userProfile() {
    page.heading(2, "Creating a new user profile");
    Optional<JsonNode> signed =
        exchanges
            .first("CreateAccount")
            .flatMap(exchange -> Signed.body(exchange.request()))
            .flatMap(body -> Signed.at(body, "Profile", "SignedPersonalProfile"));
    Optional<JsonNode> personal =
        signed.flatMap(Signed::inner).flatMap(p -> Signed.at(p, "PersonalProfile"));
    if (personal.isEmpty()) {
      page.prose("This scenario creates no profile.");
      return;
    }
    master(personal.get());
    device(personal.get());
    page.prose(
        """
        The personal profile joins the two: the master profile, the devices, and the applications,
        of which there are none yet.
        """);
    page.object("PersonalProfile", personal.get());
    page.prose("It is signed with an online signature key of the master profile.");
    page.object("SignedPersonalProfile", signed.orElseThrow());
  }

  private void master(JsonNode personal) {
    Optional<JsonNode> signed = Signed.at(personal, "SignedMasterProfile");
    Optional<JsonNode> master =
        signed.flatMap(Signed::inner).flatMap(p -> Signed.at(p, "MasterProfile"));
    if (master.isEmpty()) {
      return;
    }
    page.prose(
        """
        The root of a user's trust is the master profile. It holds the master signature key, which
        stays the same for the life of the profile and whose fingerprint names it; the online
        signature keys, one for each device that administers the profile; and the escrow keys.
        """);
    page.object("MasterProfile", master.get());
    page.prose("It is signed with the master signature key itself.");
    page.object("SignedMasterProfile", signed.orElseThrow());
  }

  private void device(JsonNode personal) {
    Optional<JsonNode> signed =
        Signed.at(personal, "Devices").filter(devices -> devices.size() > 0).map(d -> d.get(0));
    Optional<JsonNode> device =
        signed.flatMap(Signed::inner).flatMap(p -> Signed.at(p, "DeviceProfile"));
    if (device.isEmpty()) {
      return;
    }
    page.prose(
        """
        The device on which the profile is made has a device profile of its own, with one key each
        to sign, to authenticate and to decrypt with.
        """);
    page.object("DeviceProfile", device.get());
    page.prose("It is signed with the device's own signature key.");
    page.object("SignedDeviceProfile", signed.orElseThrow());
  }

  private void publication() {
    page.heading(3, "Publishing a new user profile");
    Optional<TracedExchange> found = exchanges.first("CreateAccount");
    if (found.isEmpty()) {
      page.prose("This scenario creates no account.");
      return;
    }
    page.prose("One request creates the account and binds the signed profile to it.");
    page.request(found.get());
    page.prose("The portal says whether it has done so.");
    page.response(found.get());
  }
}

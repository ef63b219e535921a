package dev.meshsim.report.transcript;

import dev.meshsim.report.TracedExchange;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** The sections on connecting another device to a personal profile. */
final class ConnectionSections {

  private static final String CHART =
      """
      Connecting                  Mesh                 Administration
        Device                   Portal                    Device
          |                         |                         |
          |      ConnectStart       |                         |
          | ----------------------> |                         |
          |                         |     ConnectPending      |
          |                         | <---------------------- |
          |                         |         Publish         |
          |                         | <---------------------- |
          |                         |     ConnectComplete     |
          |                         | <---------------------- |
          |      ConnectStatus      |                         |
          | ----------------------> |                         |
          |                         |                         |\
      """;

  private final MarkdownPage page;
  private final Exchanges exchanges;

  ConnectionSections(MarkdownPage page, Exchanges exchanges) {
    this.page = page;
    this.exchanges = exchanges;
  }

  void write() {
    page.heading(2, "Connecting a device profile to a user profile");
    Optional<TracedExchange> start = exchanges.first("ConnectStart");
    if (start.isEmpty()) {
      page.prose("This scenario connects no device.");
      return;
    }
    page.prose(
        """
        A device joins a profile when a device that administers the profile says so. The two never
        speak to each other: both speak to the portal, and each begins its own exchanges.
        """);
    page.block(CHART);
    newDevice(start.get());
    authentication(start.get());
    request(start.get());
    pending(start.get());
    update(start.get());
    completion(start.get());
    status(start.get());
  }

  private void newDevice(TracedExchange start) {
    Optional<JsonNode> signed = requestOf(start).flatMap(r -> Signed.at(r, "Device"));
    Optional<JsonNode> device =
        signed.flatMap(Signed::inner).flatMap(p -> Signed.at(p, "DeviceProfile"));
    if (device.isEmpty()) {
      return;
    }
    page.prose("The new device first makes a device profile; its private keys never leave it.");
    page.object("DeviceProfile", device.get());
    page.prose("The device signs it.");
    page.object("SignedDeviceProfile", signed.orElseThrow());
  }

  private static Optional<JsonNode> requestOf(TracedExchange start) {
    return Signed.body(start.request())
        .flatMap(body -> Signed.at(body, "SignedRequest"))
        .flatMap(Signed::inner)
        .flatMap(inner -> Signed.at(inner, "ConnectionRequest"));
  }

  private void authentication(TracedExchange start) {
    page.heading(3, "Profile Authentication");
    page.prose(
        """
        Both sides have to know with whom they deal: the device which profile it joins, and the
        administrator which device she lets in. Both compute one code from the two fingerprints and
        show it; in the dialect `mesh` also from the signed master profile and from a random salt,
        which the device draws after it has fetched the profile and puts into its request. A person
        compares all letters; equal codes mean equal fingerprints.
        """);
    page.heading(4, "Interactive Devices");
    Optional<TracedExchange> get =
        exchanges.first("Get", exchange -> exchange.step() == start.step());
    if (get.isEmpty()) {
      page.prose("In this scenario the device does not fetch the profile first.");
    } else {
      page.prose(
          """
          A device with a screen asks its user for the account, fetches the profile and shows the
          code.
          """);
      page.request(get.get());
      page.prose("The response holds the profile as its administrator has signed it.");
      page.response(get.get());
    }
    page.heading(4, "Constrained Interaction Devices");
    page.prose(
        """
        A device without a screen or keys needs another path for the code, and often for the network
        settings too. Which one is outside this document; a cable, a printed label that is scanned,
        a profile that is installed in the factory, a blinking light before a camera and a spoken
        code are all in use.
        """);
  }

  private void request(TracedExchange start) {
    page.heading(3, "Connection request");
    page.prose("The device posts a connection request, signed with its signature key.");
    page.request(start);
    requestOf(start)
        .ifPresent(
            request -> {
              page.prose("The signed object is:");
              page.object("ConnectionRequest", request);
            });
    page.prose("The portal queues it for the administrator.");
    page.response(start);
  }

  private void pending(TracedExchange start) {
    page.heading(3, "Administrator Polls Pending Connections");
    pair(
        exchanges.first("ConnectPending", after(start)),
        "The administration device asks for the requests that wait.",
        "The response lists them; each code is computed and compared with the device's own.",
        "In this scenario nobody lists the requests.");
  }

  private void update(TracedExchange start) {
    page.heading(3, "Administrator updates and publishes the personal profile");
    pair(
        exchanges.firstPublished(
            "SignedPersonalProfile",
            after(start).and(exchange -> exchange.call().equals("connectClose"))),
        "The administrator accepts: the device is added to the profile, which is signed anew.",
        "The portal verifies the new version and stores it.",
        "In this scenario no request is accepted.");
  }

  private void completion(TracedExchange start) {
    page.heading(3, "Administrator posts completion request");
    pair(
        exchanges.first("ConnectComplete", after(start)),
        "Then the administrator posts the result, signed with an online signature key.",
        "The request no longer waits.",
        "In this scenario no result is posted.");
  }

  private void status(TracedExchange start) {
    page.heading(3, "Connecting device polls for status update");
    Optional<TracedExchange> found =
        exchanges.first("ConnectStatus", after(start).and(e -> resultOf(e).isPresent()));
    pair(
        found,
        "The new device polls until the portal has a result for it.",
        "Here there is one.",
        "In this scenario the device gets no result.");
    found
        .flatMap(ConnectionSections::resultOf)
        .flatMap(Signed::inner)
        .flatMap(inner -> Signed.at(inner, "ConnectionResult"))
        .ifPresent(
            result -> {
              page.prose(
                  """
                  The device verifies that an online signature key of the profile signed the result,
                  that it is about the device itself and, in the dialect `mesh`, that it answers
                  this very request. The signed object is:
                  """);
              page.object("ConnectionResult", result);
            });
  }

  private static Optional<JsonNode> resultOf(TracedExchange exchange) {
    return Signed.body(exchange.response()).flatMap(body -> Signed.at(body, "Result"));
  }

  private static Predicate<TracedExchange> after(TracedExchange start) {
    return exchange -> exchange.number() > start.number();
  }

  private void pair(Optional<TracedExchange> found, String asks, String answers, String otherwise) {
    if (found.isEmpty()) {
      page.prose(otherwise);
      return;
    }
    page.prose(asks);
    page.request(found.get());
    page.prose(answers);
    page.response(found.get());
  }
}

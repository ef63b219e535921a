package dev.meshsim.report.transcript;

import dev.meshsim.report.TracedExchange;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The sections on adding an application profile. */
final class ApplicationSections {

  private final MarkdownPage page;
  private final Exchanges exchanges;

  ApplicationSections(MarkdownPage page, Exchanges exchanges) {
    this.page = page;
    this.exchanges = exchanges;
  }

  void write() {
    page.heading(2, "Adding an application profile to a user profile");
    Optional<TracedExchange> application =
        exchanges.firstPublished("SignedApplicationProfile", exchange -> true);
    if (application.isEmpty()) {
      page.prose("This scenario adds no application.");
      return;
    }
    page.prose(
        """
        An application profile is an entry of its own, so a device can administer one application
        without administering the whole profile, and a user can have several of one kind. Its
        content is encrypted to the devices that may read it; the portal sees none of it.
        """);
    unpacked(application.get())
        .ifPresent(
            tagged -> tagged.properties().forEach(m -> page.object(m.getKey(), m.getValue())));
    page.prose("A device that administers the application signs the profile and publishes it.");
    page.request(application.get());
    page.prose("The portal stores it.");
    page.response(application.get());
    personal(application.get());
  }

  private void personal(TracedExchange application) {
    Optional<TracedExchange> personal =
        exchanges.firstPublished(
            "SignedPersonalProfile",
            exchange ->
                exchange.step() == application.step()
                    || exchange.call().equals("add")
                    || exchange.call().equals("update"));
    if (personal.isEmpty()) {
      page.prose("In this scenario the personal profile does not change with it.");
      return;
    }
    page.prose(
        """
        The personal profile names the application and the devices that may read and administer it.
        """);
    page.request(personal.get());
    page.prose("The portal verifies the new version of the profile and stores it.");
    page.response(personal.get());
  }

  /** The application profile inside a Publish, with its tag. */
  static Optional<JsonNode> unpacked(TracedExchange exchange) {
    return Signed.body(exchange.request())
        .flatMap(body -> Signed.at(body, "Entry", "SignedApplicationProfile"))
        .flatMap(Signed::inner);
  }
}

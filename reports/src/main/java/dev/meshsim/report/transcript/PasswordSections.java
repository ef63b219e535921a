package dev.meshsim.report.transcript;

import dev.meshsim.report.Display;
import dev.meshsim.report.MeshLayout;
import dev.meshsim.report.ScenarioTrace;
import java.util.List;

/** The sections on the content of an application profile, which only its devices can decrypt. */
final class PasswordSections {

  private final MarkdownPage page;
  private final Exchanges exchanges;
  private final ScenarioTrace source;

  PasswordSections(MarkdownPage page, Exchanges exchanges, ScenarioTrace source) {
    this.page = page;
    this.exchanges = exchanges;
    this.source = source;
  }

  void write() {
    page.heading(1, "Password Management");
    List<Display> displays =
        source.displays().stream().filter(display -> !display.call().equals("escrow")).toList();
    if (displays.isEmpty()) {
      page.prose(
          """
          The private part of an application profile never crosses in the clear, and this scenario
          does not ask to have one printed.
          """);
      return;
    }
    page.prose(
        """
        The private part of a password profile never crosses in the clear. This scenario asks to
        have it printed as it stood at each of these steps, with passwords made up for the purpose.
        """);
    for (Display display : displays) {
      Signed.tree(display.json())
          .ifPresent(
              json -> {
                page.prose("At step " + display.step() + ":");
                page.block(MeshLayout.elided(json));
              });
      if (display.equals(displays.get(0))) {
        encrypted(display);
      }
    }
  }

  private void encrypted(Display display) {
    exchanges
        .firstPublished("SignedApplicationProfile", exchange -> exchange.step() == display.step())
        .flatMap(ApplicationSections::unpacked)
        .ifPresent(
            profile -> {
              page.prose("Encrypted to the devices that may read it, it becomes this profile:");
              page.block(MeshLayout.elided(profile));
            });
  }
}

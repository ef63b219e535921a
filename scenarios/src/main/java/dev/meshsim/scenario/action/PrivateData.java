package dev.meshsim.scenario.action;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.bytes.SecretBytes;
import dev.meshsim.report.Display;
import dev.meshsim.scenario.Step;
import dev.meshsim.share.KeyShare;
import dev.meshsim.sim.oracle.SimEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The private data that the steps of a scenario show, and the shares that they make. */
public final class PrivateData {

  private final Consumer<SimEvent> events;
  private final List<Display> displays = new ArrayList<>();
  private final Map<Integer, List<String>> shares = new HashMap<>();

  PrivateData(Consumer<SimEvent> events) {
    this.events = events;
  }

  /** Shows {@code json} in the transcript, in the clear. */
  void show(Step step, Bytes json) {
    displays.add(new Display(step.number(), step.kind().word(), json));
  }

  /** Tells that a step has made shares. */
  void made(Step step, List<KeyShare> made) {
    shares.put(step.number(), made.stream().map(KeyShare::text).toList());
    for (int i = 1; i <= made.size(); i++) {
      KeyShare share = made.get(i - 1);
      byte[] utf8 = share.text().getBytes(StandardCharsets.UTF_8);
      try (SecretBytes octets = share.octets();
          SecretBytes text = SecretBytes.moveFrom(utf8)) {
        events.accept(new SimEvent.SecretMade(step.actor(), "share " + i, octets));
        events.accept(new SimEvent.SecretMade(step.actor(), "the text of share " + i, text));
      }
    }
  }

  /** All that steps have shown, in order. */
  public List<Display> displays() {
    return List.copyOf(displays);
  }

  /** The texts of the shares that steps have made, by the number of the step. */
  public Map<Integer, List<String>> shares() {
    return Map.copyOf(shares);
  }
}

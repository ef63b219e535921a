package dev.meshsim.report.html;

import dev.meshsim.report.ScenarioTrace;
import dev.meshsim.report.TracedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lanes of a diagram, from left to right: the stores, the machines and the portals, both in the
 * scenario's order. All distances are in pixels.
 *
 * @param lanes the lanes in order
 * @param gap the distance of two lanes
 */
record Lanes(List<Lane> lanes, int gap) {

  /** The width left of the first lane, for times and numbers. */
  static final int GUTTER = 96;

  private static final int LEAST_GAP = 112;
  private static final int MOST_GAP = 260;
  private static final int CHARACTER = 7;
  private static final int MARGIN = 36;

  /** The most characters of a name that are shown in a lane's head. */
  static final int NAME = 24;

  /** The kind of party that a lane is for. */
  enum Kind {
    STORES,
    MACHINE,
    /** Sends requests, but is no machine of the scenario. */
    OTHER,
    PORTAL
  }

  /** A lane. */
  record Lane(Kind kind, String name) {}

  private static final Lane STORES = new Lane(Kind.STORES, "stores");
  private static final Lane OTHER = new Lane(Kind.OTHER, "no machine");

  /** The lanes of a case, wide enough for the messages' labels. */
  static Lanes of(ScenarioTrace trace) {
    List<Lane> lanes = new ArrayList<>();
    if (!trace.cast().commits().isEmpty()) {
      lanes.add(STORES);
    }
    trace.cast().machines().forEach(name -> lanes.add(new Lane(Kind.MACHINE, name)));
    trace.exchanges().stream()
        .map(TracedExchange::machine)
        .map(Lanes::sender)
        .filter(lane -> !lanes.contains(lane))
        .distinct()
        .forEach(lanes::add);
    trace.cast().portals().forEach(name -> lanes.add(new Lane(Kind.PORTAL, name)));
    trace.exchanges().stream()
        .map(exchange -> new Lane(Kind.PORTAL, exchange.portal()))
        .filter(lane -> !lanes.contains(lane))
        .distinct()
        .forEach(lanes::add);
    return new Lanes(List.copyOf(lanes), gap(lanes, trace));
  }

  private static Lane sender(Optional<String> machine) {
    return machine.map(name -> new Lane(Kind.MACHINE, name)).orElse(OTHER);
  }

  private static int gap(List<Lane> lanes, ScenarioTrace trace) {
    int gap = LEAST_GAP;
    for (Lane lane : lanes) {
      gap = Math.max(gap, Math.min(NAME, lane.name().length()) * CHARACTER + MARGIN / 2);
    }
    for (TracedExchange exchange : trace.exchanges()) {
      int span =
          lanes.indexOf(new Lane(Kind.PORTAL, exchange.portal()))
              - lanes.indexOf(sender(exchange.machine()));
      int label = (exchange.transaction().length() + 4) * CHARACTER + MARGIN;
      gap = Math.max(gap, label / Math.max(1, span));
    }
    return Math.min(gap, MOST_GAP);
  }

  /** The place of the lane that sends an exchange. */
  int sender(TracedExchange exchange) {
    return place(sender(exchange.machine()));
  }

  /** The place of the lane of an exchange's portal. */
  int portal(TracedExchange exchange) {
    return place(new Lane(Kind.PORTAL, exchange.portal()));
  }

  /** The place of a machine's lane; of the stores' lane if there is no such machine. */
  int machine(String name) {
    return place(new Lane(Kind.MACHINE, name));
  }

  /** The place of the lane of the stores. */
  int stores() {
    return place(STORES);
  }

  private int place(Lane lane) {
    return x(Math.max(0, lanes.indexOf(lane)));
  }

  /** The place of the lane at {@code index}. */
  int x(int index) {
    return GUTTER + gap / 2 + index * gap;
  }

  /** The width of the whole diagram. */
  int width() {
    return GUTTER + lanes.size() * gap;
  }
}

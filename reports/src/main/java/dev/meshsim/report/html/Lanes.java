package dev.meshsim.report.html;

import dev.meshsim.report.sequence.Entry;
import dev.meshsim.report.sequence.Lane;
import dev.meshsim.report.sequence.Sequence;
import java.util.List;

/**
 * The places of a diagram's lanes, from left to right. All distances are in pixels.
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

  /** The lanes of a diagram, wide enough for the messages' labels. */
  static Lanes of(Sequence sequence) {
    return new Lanes(sequence.lanes(), gap(sequence));
  }

  private static int gap(Sequence sequence) {
    int gap = LEAST_GAP;
    for (Lane lane : sequence.lanes()) {
      gap = Math.max(gap, Math.min(NAME, lane.name().length()) * CHARACTER + MARGIN / 2);
    }
    for (Entry.Message message : sequence.messages().toList()) {
      int span = sequence.lanes().indexOf(message.to()) - sequence.lanes().indexOf(message.from());
      int label = (message.exchange().transaction().length() + 4) * CHARACTER + MARGIN;
      gap = Math.max(gap, label / Math.max(1, span));
    }
    return Math.min(gap, MOST_GAP);
  }

  /** The place of a lane; of the first one if there is no such lane. */
  int place(Lane lane) {
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

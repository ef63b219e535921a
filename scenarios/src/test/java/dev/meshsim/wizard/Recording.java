package dev.meshsim.wizard;

import java.util.ArrayList;
import java.util.List;

/** A conversation as text: the lines that stay on the screen, and in frames those that do not. */
final class Recording {

  private final List<Frame> frames = new ArrayList<>();
  private String next = "";

  /**
   * Lines that were shown for a while.
   *
   * @param after the number of lines that were on the screen and stay
   * @param before the line that came next; empty if that is the one after those
   */
  private record Frame(int after, String before, List<String> lines) {

    /** The index in all lines at which the frame stands. */
    int place(List<String> all) {
      int place = Math.min(after, all.size());
      while (!before.isEmpty() && place < all.size() && !all.get(place).startsWith(before)) {
        place++;
      }
      return place;
    }
  }

  /** Sets the line before which the next frames stand; empty for where the screen is. */
  void before(String line) {
    next = line;
  }

  /** Adds lines that do not stay on the screen. */
  void add(int after, String about, List<String> shown) {
    List<String> lines = new ArrayList<>(List.of("    +-- " + about));
    shown.forEach(line -> lines.add(("    | " + line).stripTrailing()));
    lines.add("    +--");
    frames.add(new Frame(after, next, lines));
  }

  /** The text, with the frames at their places. */
  String text(List<String> screen) {
    List<String> all = new ArrayList<>(screen);
    List<Integer> places = frames.stream().map(frame -> frame.place(all)).toList();
    for (int i = frames.size() - 1; i >= 0; i--) {
      all.addAll(places.get(i), frames.get(i).lines());
    }
    // The kind of device that is proposed is that of the computer that runs the test.
    all.replaceAll(line -> line.replace("(" + System.getProperty("os.name") + ")", "(Linux)"));
    return String.join("\n", all) + "\n";
  }
}

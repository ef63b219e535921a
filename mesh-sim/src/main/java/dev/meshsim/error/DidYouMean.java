package dev.meshsim.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Suggests the known word that a misspelled one was probably meant to be. */
public final class DidYouMean {

  private DidYouMean() {}

  /** The nearest of {@code known}, if its edit distance is at most a third of the word's length. */
  public static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > 64) {
      return Optional.empty();
    }
    String folded = word.toLowerCase(Locale.ROOT);
    return known.stream()
        .map(
            candidate -> new Match(candidate, distance(folded, candidate.toLowerCase(Locale.ROOT))))
        .filter(match -> match.distance <= Math.max(1, match.word.length() / 3))
        .min(Comparator.comparingInt(Match::distance).thenComparing(Match::word))
        .map(Match::word);
  }

  /** A hint: the nearest word if there is one, otherwise {@code fallback}. */
  public static String hint(String word, Collection<String> known, String fallback) {
    return to(word, known).map(DidYouMean::question).orElse(fallback);
  }

  /** The hint that names {@code near}. */
  public static String question(String near) {
    return "did you mean \"" + near + "\"?";
  }

  private record Match(String word, int distance) {}

  /** The edit distance: insertions, deletions, replacements and swaps of neighbours. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}

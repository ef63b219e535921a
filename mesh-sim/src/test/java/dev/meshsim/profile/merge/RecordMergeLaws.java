package dev.meshsim.profile.merge;

import dev.meshsim.json.MeshJson;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The laws of merged contents of any type, as predicates on one merge. */
final class RecordMergeLaws {

  private RecordMergeLaws() {}

  /** What a side changed or added is in the merge, if that side is chosen in each difference. */
  static <C extends Record> boolean changesSurvive(Merge<C> merge) {
    return Stream.of(Side.values())
        .allMatch(
            side ->
                parts(merge.with(side))
                    .containsAll(minus(parts(of(merge, side)), parts(merge.base().get()))));
  }

  /** What a side removed does not come back, if that side is chosen in each difference. */
  static <C extends Record> boolean nothingRemovedReturns(Merge<C> merge) {
    return Stream.of(Side.values())
        .allMatch(
            side ->
                Collections.disjoint(
                    parts(merge.with(side)),
                    minus(parts(merge.base().get()), parts(of(merge, side)))));
  }

  /** Everything in the merge is from a side. */
  static <C extends Record> boolean nothingIsInvented(Merge<C> merge) {
    Set<String> known = new HashSet<>(parts(merge.mine()));
    known.addAll(parts(merge.theirs()));
    return Stream.of(Side.values()).allMatch(side -> known.containsAll(parts(merge.with(side))));
  }

  private static <C> C of(Merge<C> merge, Side side) {
    return side == Side.MINE ? merge.mine() : merge.theirs();
  }

  private static Set<String> minus(Set<String> all, Set<String> without) {
    Set<String> rest = new HashSet<>(all);
    rest.removeAll(without);
    return rest;
  }

  /** The entries of all lists and the other members. */
  private static Set<String> parts(Record content) {
    Set<String> parts = new HashSet<>();
    for (Map.Entry<String, JsonNode> member : MeshJson.toTree(content).properties()) {
      if (member.getValue().isArray()) {
        member.getValue().forEach(element -> parts.add(member.getKey() + ": " + element));
      } else {
        parts.add(member.toString());
      }
    }
    return parts;
  }
}

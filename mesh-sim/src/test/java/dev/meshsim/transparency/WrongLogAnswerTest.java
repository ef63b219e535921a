package dev.meshsim.transparency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.meshsim.bytes.Bytes;
import dev.meshsim.error.Failing;
import dev.meshsim.error.MeshException;
import dev.meshsim.log.LogName;
import dev.meshsim.transparency.map.MapProof;
import dev.meshsim.transparency.tree.TransparencyException.Code;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a portal's log may say wrongly is refused, and changes nothing that is remembered. */
class WrongLogAnswerTest extends WatchScene {

  private static LogAnswer with(LogAnswer answer, HeadProof head) {
    return new LogAnswer(
        new LogProof(head, answer.proof().map()),
        answer.continued(),
        answer.included(),
        answer.seen(),
        answer.receipt());
  }

  private static LogAnswer with(LogAnswer answer, MapProof map) {
    return new LogAnswer(
        new LogProof(answer.proof().head(), map),
        answer.continued(),
        answer.included(),
        answer.seen(),
        answer.receipt());
  }

  private static LogAnswer with(
      LogAnswer answer, List<Bytes> continued, List<LogAnswer.Included> included, Bytes receipt) {
    return new LogAnswer(answer.proof(), continued, included, answer.seen(), receipt);
  }

  private static <T> List<T> shorter(List<T> list) {
    return list.subList(0, list.size() - 1);
  }

  private static <T> List<T> longer(List<T> list) {
    List<T> more = new ArrayList<>(list);
    more.add(list.get(0));
    return more;
  }

  private static <T> List<T> reversed(List<T> list) {
    List<T> turned = new ArrayList<>(list);
    Collections.reverse(turned);
    return turned;
  }

  private static HeadProof note(HeadProof head, UnaryOperator<String> change) {
    return new HeadProof(change.apply(head.checkpoint()), head.mapHead(), head.path());
  }

  private static HeadProof path(HeadProof head, UnaryOperator<List<Bytes>> change) {
    return new HeadProof(head.checkpoint(), head.mapHead(), change.apply(head.path()));
  }

  /** What a portal may say wrongly, by name. */
  private Map<String, UnaryOperator<LogAnswer>> wrong(HeadProof before, Bytes otherReceipt) {
    Map<String, UnaryOperator<LogAnswer>> all = new LinkedHashMap<>();
    all.put("no path", a -> with(a, List.of(), a.included(), a.receipt()));
    all.put("a short path", a -> with(a, shorter(a.continued()), a.included(), a.receipt()));
    all.put("a long path", a -> with(a, longer(a.continued()), a.included(), a.receipt()));
    all.put("a turned path", a -> with(a, reversed(a.continued()), a.included(), a.receipt()));
    all.put(
        "another origin",
        a -> with(a, note(a.proof().head(), text -> text.replace(DOMAIN, "other.example"))));
    all.put(
        "another size",
        a -> with(a, note(a.proof().head(), text -> text.replaceFirst("\n\\d+\n", "\n9999\n"))));
    all.put(
        "size 0",
        a -> with(a, note(a.proof().head(), text -> text.replaceFirst("\n\\d+\n", "\n0\n"))));
    all.put("no note", a -> with(a, note(a.proof().head(), text -> "text")));
    all.put(
        "an unsigned note",
        a -> with(a, note(a.proof().head(), text -> text.substring(0, text.indexOf("\n\n") + 2))));
    all.put(
        "an earlier checkpoint's note",
        a -> with(a, note(a.proof().head(), text -> before.checkpoint())));
    all.put("a short head path", a -> with(a, path(a.proof().head(), WrongLogAnswerTest::shorter)));
    all.put("a long head path", a -> with(a, path(a.proof().head(), WrongLogAnswerTest::longer)));
    all.put(
        "a turned head path", a -> with(a, path(a.proof().head(), WrongLogAnswerTest::reversed)));
    all.put(
        "another head",
        a ->
            with(
                a,
                new HeadProof(
                    a.proof().head().checkpoint(), before.mapHead(), a.proof().head().path())));
    all.put(
        "a record that is no head",
        a ->
            with(
                a,
                new HeadProof(
                    a.proof().head().checkpoint(), latest("b"), a.proof().head().path())));
    all.put(
        "a short way in the map",
        a -> with(a, new MapProof(shorter(a.proof().map().path()), a.proof().map().terminal())));
    all.put(
        "a turned way in the map",
        a -> with(a, new MapProof(reversed(a.proof().map().path()), a.proof().map().terminal())));
    all.put("an empty map", a -> with(a, new MapProof(List.of(), null)));
    all.put("a way without an end", a -> with(a, new MapProof(a.proof().map().path(), null)));
    all.put("no receipt", a -> with(a, a.continued(), a.included(), null));
    all.put("another receipt", a -> with(a, a.continued(), a.included(), otherReceipt));
    all.put(
        "no JWS", a -> with(a, a.continued(), a.included(), Bytes.utf8("{\"payload\":\"e30\"}")));
    return all;
  }

  @Test
  void nothingElsePasses() {
    for (int i = 0; i < 9; i++) {
      put("k" + i);
    }
    put("a");
    later();
    read(watch, "a");
    HeadProof before = kept.memory.orElseThrow().head();
    put("b");
    put("c");
    put("a");
    later();
    put("a");
    LogMemory known = kept.memory.orElseThrow();
    LogWatch.Asked asked = watch.begin();
    LogAnswer right = answer(asked, "a");
    Map<String, UnaryOperator<LogAnswer>> all =
        wrong(Objects.requireNonNull(before), receipt(latest("b")));
    all.forEach(
        (name, change) -> {
          MeshException failure =
              assertThrows(
                  MeshException.class,
                  () -> watch.read(asked, "a", latest("a"), change.apply(right), Optional.empty()),
                  name);
          assertTrue(failure.code().startsWith("transparency."), name + ": " + failure.code());
          assertEquals(Optional.of(known), kept.memory, name);
        });
    Failing.with(
        Code.BAD_PROOF, () -> watch.read(asked, "a", latest("b"), right, Optional.empty()));
    Failing.with(Code.WITHHELD, () -> watch.read(asked, "a", latest("a"), null, Optional.empty()));
    watch.read(asked, "a", latest("a"), right, Optional.empty());
    assertEquals(latest("a").number(), seen("a"));
  }

  @Test
  void aLostReceiptIsAskedFor() {
    put("a");
    watch.wrote(LogName.MESH, "a", receipt(latest("a")));
    for (int i = 0; i < 8; i++) {
      put("b" + i);
      later();
    }
    LogWatch.Asked asked = watch.begin();
    LogAnswer right = answer(asked, "a");
    Failing.with(
        Code.WITHHELD,
        () ->
            watch.read(
                asked,
                "a",
                latest("a"),
                with(right, right.continued(), List.of(), right.receipt()),
                Optional.empty()));
    LogAnswer.Included one = right.included().get(0);
    Failing.with(
        Code.BAD_PROOF,
        () ->
            watch.read(
                asked,
                "a",
                latest("a"),
                with(
                    right,
                    right.continued(),
                    List.of(new LogAnswer.Included(one.number(), one.leaf(), shorter(one.path()))),
                    right.receipt()),
                Optional.empty()));
    watch.read(asked, "a", latest("a"), right, Optional.empty());
  }
}

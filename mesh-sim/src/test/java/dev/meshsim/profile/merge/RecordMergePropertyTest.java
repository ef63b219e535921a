package dev.meshsim.profile.merge;

import dev.meshsim.profile.application.ApplicationType;
import dev.meshsim.profile.application.ApplicationTypes;
import dev.meshsim.session.ApplicationSample;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of merges for every type of application, on small contents that collide often. */
class RecordMergePropertyTest {

  /** Three versions of one content, and its type. */
  record Case<C extends Record>(ApplicationType<C> type, C base, C mine, C theirs) {

    Merge<C> merge() {
      return type.merge(base, mine, theirs);
    }

    boolean alike() {
      return MergeLaws.commutes(type::merge, base, mine, theirs);
    }

    boolean idempotent() {
      return MergeLaws.idempotent(type::merge, base, mine);
    }

    boolean twiceIsOnce() {
      return MergeLaws.twiceIsOnce(type::merge, base, mine, theirs);
    }
  }

  @Provide
  Arbitrary<Case<?>> cases() {
    return Arbitraries.of(ApplicationSample.all()).flatMap(RecordMergePropertyTest::ofType);
  }

  private static <C extends Record> Arbitrary<Case<?>> ofType(ApplicationSample<C> sample) {
    ApplicationType<C> type = ApplicationTypes.installed().holding(sample.content());
    Arbitrary<C> contents =
        Combinators.combine(Arbitraries.of("a", "b", "c", "d"), Arbitraries.of("1", "2", "3"))
            .as((name, value) -> List.of(name, value))
            .list()
            .ofMaxSize(4)
            .map(
                puts -> {
                  C content = sample.empty();
                  for (List<String> put : puts) {
                    content = sample.put(content, put.get(0), put.get(1));
                  }
                  return content;
                });
    return Combinators.combine(contents, contents, contents)
        .as((base, mine, theirs) -> new Case<>(type, base, mine, theirs));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean theSidesAreAlike(@ForAll("cases") Case<?> c) {
    return c.alike();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean oneSidedChangesAreTaken(@ForAll("cases") Case<?> c) {
    return c.idempotent();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean twiceIsOnce(@ForAll("cases") Case<?> c) {
    return c.twiceIsOnce();
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean cleanOrRefused(@ForAll("cases") Case<?> c) {
    return MergeLaws.cleanOrRefused(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean changesSurvive(@ForAll("cases") Case<?> c) {
    return RecordMergeLaws.changesSurvive(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean nothingRemovedReturns(@ForAll("cases") Case<?> c) {
    return RecordMergeLaws.nothingRemovedReturns(c.merge());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  boolean nothingIsInvented(@ForAll("cases") Case<?> c) {
    return RecordMergeLaws.nothingIsInvented(c.merge());
  }
}

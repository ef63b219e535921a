package dev.meshsim.share;

import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws, checked on generated splits. */
class SharePropertyTest {

  /** A split, and a choice among its shares. */
  record Split(ShareFormat format, int bits, int quorum, int count, long seed) {

    Secret secret() {
      return Secret.random(bits, World.seeded(seed).stream("law", "secret"));
    }

    List<KeyShare> shares() {
      RandomStream random = World.seeded(seed).stream("law", "split");
      List<KeyShare> shares = new ArrayList<>(secret().split(format, quorum, count, random));
      Collections.shuffle(shares, new Random(seed));
      return shares;
    }
  }

  @Provide
  Arbitrary<Split> splits() {
    Arbitrary<Integer> steps = Arbitraries.integers().between(1, 16);
    Arbitrary<Integer> counts = Arbitraries.integers().between(2, 15);
    Arbitrary<Long> seeds = Arbitraries.longs().withoutEdgeCases();
    return Combinators.combine(Arbitraries.of(ShareFormat.values()), steps, counts, counts, seeds)
        .as(
            (format, step, one, other, seed) -> {
              int quorum = Math.min(one, other);
              int count = format == ShareFormat.PORTAL_2017_XOR ? quorum : Math.max(one, other);
              int bits = format == ShareFormat.PORTAL_2017 ? 128 : 32 * step;
              return new Split(format, bits, quorum, count, seed);
            });
  }

  @Property
  boolean anyQuorumInAnyOrderRecovers(@ForAll("splits") Split split) {
    return ShareLaws.enoughRecover(split.secret(), split.shares().subList(0, split.quorum()));
  }

  @Property
  boolean allSharesRecover(@ForAll("splits") Split split) {
    return ShareLaws.enoughRecover(split.secret(), split.shares());
  }

  @Property
  boolean noSmallerSetDoes(@ForAll("splits") Split split) {
    return ShareLaws.fewerAreRefused(split.shares().subList(0, split.quorum() - 1));
  }

  @Property
  boolean parseThenPrintIsTheIdentity(@ForAll("splits") Split split) {
    return split.shares().stream().allMatch(ShareLaws::textIsTheShare);
  }

  @Property
  boolean carelessWritingIsForgiven(@ForAll("splits") Split split) {
    return split.shares().stream().allMatch(ShareLaws::carelessWritingIsForgiven);
  }

  @Property
  boolean noFormatIsTakenForAnother(@ForAll("splits") Split split) {
    return split.shares().stream().allMatch(ShareLaws::formatIsKnown);
  }

  @Property
  boolean nothingPrintsAShare(@ForAll("splits") Split split) {
    return split.shares().stream()
        .allMatch(share -> ShareLaws.nothingIsGivenAway(share, share.toString()));
  }
}

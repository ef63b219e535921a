package dev.meshsim.report.bench.suite;

import java.util.List;

/**
 * The targets of docs/performance.md that benchmarks measure. Targets 16 and 19 are of the suite of
 * scenarios and of simulations, which measure themselves.
 */
public final class Targets {

  private static final Rows SHARE = Rows.with("bits=128", "quorum=3of5");
  private static final Rows LARGE_SHARE = Rows.with("bits=256", "quorum=8of15");
  private static final Rows ED25519 = Rows.with("spec=ED25519");
  private static final Rows PROFILE = Rows.with("octets=1900");
  private static final Rows JLOG = Rows.with("store=jlog");

  /** All targets, by number. */
  public static final List<Target> ALL =
      List.of(
          least(1, "combine 3 of 5, 16 octets: codahale / ours", 20, 40)
              .by(SHARE.ratio("ShareCombine.codahale", "ShareCombine.ours")),
          least(2, "combine 3 of 5, 16 octets: Bouncy Castle / ours", 12, 20)
              .by(
                  SHARE.smallest(
                      "ShareCombine.ours",
                      "ShareCombine.bouncyCastleTable",
                      "ShareCombine.bouncyCastleNative")),
          least(3, "combine 8 of 15, 32 octets: best peer / ours", 20, 40)
              .by(
                  LARGE_SHARE.smallest(
                      "ShareCombine.ours",
                      "ShareCombine.codahale",
                      "ShareCombine.bouncyCastleTable",
                      "ShareCombine.bouncyCastleNative",
                      "ShareCombine.bigInteger")),
          most(4, "split 3 of 5, 16 octets: ours / bare random octets", 2, 1.5)
              .by(SHARE.ratio("ShareSplit.ours", "ShareSplit.bareRandomOctets")),
          most(5, "Ed25519 sign: our API / bare Bouncy Castle", 1.05, 1)
              .by(ED25519.ratio("Sign.ours", "Sign.bouncyCastle")),
          most(5, "Ed25519 verify: our API / bare Bouncy Castle", 1.05, 1)
              .by(ED25519.ratio("Verify.ours", "Verify.bouncyCastle")),
          most(6, "JWS sign / bare signature, 1900 octets", 1.08, 1.03)
              .by(PROFILE.ratio("JwsOverhead.sign", "JwsOverhead.bareSign")),
          most(7, "JWS parse and verify / bare verify, 1900 octets", 1.12, 1.05)
              .by(PROFILE.ratio("JwsOverhead.parseAndVerify", "JwsOverhead.bareVerify")),
          nimbus("sign", "ED25519"),
          nimbus("verify", "ED25519"),
          nimbus("sign", "P256_SIGN"),
          nimbus("verify", "P256_SIGN"),
          nimbus("sign", "RSA_2048_SIGN"),
          nimbus("verify", "RSA_2048_SIGN"),
          least(9, "Get of a profile by account, one core", 40_000, 70_000)
              .in("/s")
              .by(Rows.with().rate("PortalRequests.get", 1)),
          most(10, "signed round trip / its bare signatures", 1.3, 1.15)
              .by(
                  Rows.with()
                      .ratio("PortalRequests.signedRoundTrip", "PortalRequests.bareSignatures")),
          growth("get", "memory"),
          growth("publish", "memory"),
          growth("get", "jlog"),
          growth("publish", "jlog"),
          growth("get", "h2"),
          growth("publish", "h2"),
          most(12, "10,000 devices created, mean of the first three times", 2.5, 1.5)
              .in(" s")
              .by(Rows.with("machines=10000").time("Populations.devices", 1e9)),
          least(13, "durable append of one writer: raw / ours", 0.95, 0.98)
              .by(JLOG.counters("DurableAppendOneWriter.turns", "rawNanos", "appendNanos")),
          least(13, "durable appends of 64 writers: ours / raw", 9, 12)
              .by(JLOG.ratio("DurableAppend64Writers.append", "DurableAppend64Writers.raw")),
          most(14, "empty case of three steps in a run of many, no report", 0.5, 0.1)
              .in(" ms")
              .by(Rows.with().time("ScenarioOverhead.empty", 1e6)),
          least(15, "opening a log: Jackson's tokens / ours", 0.75, 0.9)
              .by(Rows.with().ratio("OpenLog.parse", "OpenLog.open")),
          most(17, "adding the 400th device / the 10th", 6, 3)
              .by(Rows.with("devices=400").growth("JoinDevice.join", Rows.with("devices=10"))),
          most(18, "10,000 full machines, mean of the first three times", 15, 8)
              .in(" s")
              .by(Rows.with("machines=10000").time("Populations.full", 1e9)),
          least(20, "log verify", 100, 200)
              .in(" MB/s")
              .by(Rows.with("octets=20000000").rate("VerifyLog.verify", 20)),
          least(22, "reading messages: JSON / JSON-B", 1, 1.2)
              .by(Rows.with().ratio("Encodings.readJson", "Encodings.readJsonB")),
          least(22, "writing messages: JSON / JSON-B", 1, 1.2)
              .by(Rows.with().ratio("Encodings.writeJson", "Encodings.writeJsonB")),
          protection("signed", "bareSigned"),
          protection("encrypted", "bareEncrypted"));

  private Targets() {}

  private static Target nimbus(String method, String spec) {
    String theirs = "nimbus" + Character.toUpperCase(method.charAt(0)) + method.substring(1);
    return least(8, "Nimbus / ours, " + method + ", " + spec, 1.5, 3)
        .by(
            Rows.with("spec=" + spec)
                .ratio("JwsAgainstNimbus." + theirs, "JwsAgainstNimbus." + method));
  }

  private static Target protection(String method, String bare) {
    return most(22, "what a " + method + " round trip adds / its bare cryptography", 1.15, 1.05)
        .by(
            Rows.with()
                .overhead(
                    "ProtectedRequests." + method,
                    "ProtectedRequests.plain",
                    "ProtectedRequests." + bare));
  }

  private static Target growth(String method, String store) {
    return most(11, method + " in " + store + ": 100,000 accounts in use / 1,000", 1.5, 1.1)
        .by(
            Rows.with("accounts=100000", "store=" + store)
                .growth("AccountsInUse." + method, Rows.with("accounts=1000", "store=" + store)));
  }

  private static TargetDraft least(int number, String what, double must, double aim) {
    return new TargetDraft(number, what, "", true, must, aim);
  }

  private static TargetDraft most(int number, String what, double must, double aim) {
    return new TargetDraft(number, what, "", false, must, aim);
  }
}

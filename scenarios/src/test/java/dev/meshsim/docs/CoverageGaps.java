package dev.meshsim.docs;

import dev.meshsim.docs.Coverage.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What no scenario shows, each with its reason. */
final class CoverageGaps {

  private static final String STORE = "the portal's store has to fail";

  private static final Map<String, List<String>> BY_REASON =
      Map.ofEntries(
          Map.entry(
              "an entry of 4 MiB is too large for results that people read",
              List.of("CreateAccount 413", "Publish 413", "ConnectComplete 413")),
          Map.entry(
              "262,144 signed requests have to come within ten minutes",
              List.of(
                  "CreateAccount 503",
                  "DeleteAccount 503",
                  "Publish 503",
                  "ConnectStatus 503",
                  "ConnectPending 503",
                  "ConnectComplete 503",
                  "Transfer 503")),
          Map.entry(
              "a client signs anew, with its own keys, for the portal and account that it asks",
              List.of(
                  "portal.refused-used",
                  "portal.refused-other-signer",
                  "portal.refused-not-signed",
                  "portal.refused-expired")),
          Map.entry(
              "a client checks or repeats it before a user sees the refusal",
              List.of(
                  "portal.refused-bad-name",
                  "portal.refused-conflict",
                  "portal.refused-malformed",
                  "portal.refused-unpublished")),
          Map.entry(
              "an identifier comes from the key or is drawn, so that two are never equal",
              List.of("portal.refused-occupied")),
          Map.entry(
              "a portal of this project gives a reason with it",
              List.of(
                  "portal.refused-400",
                  "portal.refused-409",
                  "portal.refused-413",
                  "portal.refused-503")),
          Map.entry(
              "an auditor's mirror and a Transfer of an earlier checkpoint are no steps",
              List.of("portal.refused-no-proof", "portal.refused-not-auditor")),
          Map.entry(
              "scenarios run with and without protection; the portal's least is an option of it",
              List.of("portal.carries-no-envelopes", "portal.refused-unprotected")),
          Map.entry(
              "it is the reason why a list leaves a request out, not a failure of a call",
              List.of("session.outdated-device")),
          Map.entry(
              "a message has to be lost within a call",
              List.of("session.application-unfinished", "session.applications-missed")),
          Map.entry(
              "another program has to have written the application",
              List.of(
                  "session.bad-content",
                  "session.foreign-part",
                  "session.other-type",
                  "session.signer-removed")),
          Map.entry(
              "it is the state of an account, not a failure of a call",
              List.of("session.application-behind")),
          Map.entry(
              "a step names codes, shares, applications and keys, and types none",
              List.of(
                  "profile.bad-keys",
                  "profile.no-key",
                  "session.code-incomplete",
                  "session.code-unknown",
                  "session.no-ssh-key",
                  "session.other-machine",
                  "session.unknown-application",
                  "session.unknown-profile",
                  "share.mistyped",
                  "share.out-of-field",
                  "share.wrong-secret")),
          Map.entry(
              "a scenario has one dialect, one suite and portals of its own",
              List.of(
                  "portal.closed",
                  "portal.no-default",
                  "portal.two-dialects",
                  "portal.two-of-domain",
                  "session.other-dialect",
                  "share.bits",
                  "share.mixed-format",
                  "share.mixed-length")),
          Map.entry(
              "logs are imported by the command, before the first step",
              List.of("portal.import-stopped", "portal.log-unreadable", "portal.store-not-empty")),
          Map.entry("a thread has to be interrupted", List.of("session.interrupted")),
          Map.entry(
              "shares of the reference implementation's own splits only",
              List.of("share.overflow-2017")));

  private static final Map<String, String> REASONS = reasonOfEach();

  private CoverageGaps() {}

  private static Map<String, String> reasonOfEach() {
    Map<String, String> reasons = new HashMap<>();
    BY_REASON.forEach(
        (reason, all) ->
            all.forEach(
                what -> {
                  if (reasons.put(what, reason) != null) {
                    throw new IllegalStateException(what + " is listed twice");
                  }
                }));
    return Map.copyOf(reasons);
  }

  /** The reason why no scenario shows an answer; empty if one has to. */
  static String reason(Answer answer) {
    boolean shown = List.of("CreateAccount", "Get", "Transfer").contains(answer.transaction());
    return answer.status() == 500 && !shown
        ? STORE
        : reason(answer.transaction() + " " + answer.status());
  }

  /** The reason why no scenario shows a code or a rule; empty if one has to. */
  static String reason(String what) {
    return REASONS.getOrDefault(what, "");
  }

  /** All that has a reason. */
  static Map<String, String> reasons() {
    return REASONS;
  }
}

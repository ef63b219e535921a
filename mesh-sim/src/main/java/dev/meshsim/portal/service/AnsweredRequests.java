package dev.meshsim.portal.service;

import dev.meshsim.bytes.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The connection requests of a profile that were answered lately, oldest first. In dialect {@code
 * mesh} one is forgotten when its own time is so old that the portal refuses it for that. In {@code
 * portal-2017} a request has no time of its own, so that it is forgotten only for want of room.
 */
record AnsweredRequests(List<PortalEntry.Answer> answers) {

  static final AnsweredRequests NONE = new AnsweredRequests(List.of());

  /** True if this request was answered, or was signed before an answered one of its device. */
  boolean cover(AskedRequest asked) {
    return answers.stream().anyMatch(answer -> covers(answer, asked));
  }

  private static boolean covers(PortalEntry.Answer answer, AskedRequest asked) {
    Bytes envelope = asked.envelope();
    boolean same =
        envelope == null
            ? answer.request().equals(asked.request().digest())
            : Objects.equals(envelope, answer.envelope());
    return same || (answer.deviceUdf().equals(asked.device()) && asked.isBefore(answer.issued()));
  }

  /**
   * A copy with one more.
   *
   * @param notBefore a request of dialect {@code mesh} that was signed before is forgotten
   * @param most the most that are remembered
   */
  AnsweredRequests with(PortalEntry.Answer answer, boolean mesh, Instant notBefore, int most) {
    List<PortalEntry.Answer> next = new ArrayList<>(answers);
    if (mesh) {
      next.removeIf(old -> isBefore(old.issued(), notBefore));
    }
    next.add(answer);
    return new AnsweredRequests(next.subList(Math.max(0, next.size() - most), next.size()));
  }

  private static boolean isBefore(@Nullable Long issued, Instant time) {
    return issued == null || issued < time.toEpochMilli();
  }
}

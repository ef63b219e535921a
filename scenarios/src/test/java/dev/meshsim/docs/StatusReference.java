package dev.meshsim.docs;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.meshsim.error.ErrorCode;
import dev.meshsim.portal.PortalRefusedException;
import dev.meshsim.profile.ConnectionStatus;
import dev.meshsim.protocol.RefusalReason;
import dev.meshsim.protocol.Status;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Writes the list of statuses, {@code docs/statuses.md}, from the reasons of refusals. */
final class StatusReference {

  /** The classes that decide about requests. */
  private static final String RULES = "dev.meshsim.portal.service";

  private final ErrorCodes codes;

  StatusReference(ErrorCodes codes) {
    this.codes = codes;
  }

  String markdown() {
    StringBuilder page =
        new StringBuilder(
            """
            # Statuses, and when each is given

            This page is generated from the class files; do not edit it. To write it anew, run
            `mvn -pl scenarios -am test -Dtest=StatusReferenceTest -Dmeshsim.write=true
            -Dsurefire.failIfNoSpecifiedTests=false`.

            Every response of a portal has a status, and most refusals a reason too, the member `StatusReason`
            ([requests.md](requests.md#reasons)). A scenario expects a refusal by its status (`refused 409`) or,
            more exactly, by its error code (`error portal.refused-taken`); [errors.md](errors.md) has the hint of
            each code and [scenarios.md](scenarios.md) the expectations.

            ## Success

            | Status | Given when |
            |---|---|
            """);
    page.append("| ").append(Status.SUCCESS_CREATED);
    page.append(" | the portal has done what was asked, or had done it before; ConnectStatus also");
    page.append(" gives it while the request is open |\n");
    page.append("| ").append(Status.SUCCESS_UPDATED);
    page.append(" | never by a portal of this project; a client takes it as success |\n\n");
    page.append("## Refusals\n\n");
    page.append("The last column lists the classes of `").append(RULES);
    page.append("` that give the reason.\n\n");
    page.append(
        "| Status | Reason | Given when | Error code | Given in |\n|---|---|---|---|---|\n");
    reasons().forEach(reason -> refusal(page, reason));
    page.append(
        """

        Some refusals with 401 and 404 have no reason but their description; those of portals of other
        makers need not have one. Their error code goes by the status, for example `portal.refused-401`;
        of a status that is not in this list it is `portal.refused`.

        ## Connection requests

        | State | On the wire | Expected as | Given when |
        |---|---|---|---|
        """);
    for (ConnectionStatus status : ConnectionStatus.values()) {
      page.append("| ").append(status.name()).append(" | ").append(connection(status));
      page.append(" |\n");
    }
    return page.toString();
  }

  static List<RefusalReason> reasons() {
    return Stream.of(RefusalReason.values())
        .sorted(Comparator.comparingInt(RefusalReason::status))
        .toList();
  }

  private void refusal(StringBuilder page, RefusalReason reason) {
    ErrorCode code = codeOf(reason);
    page.append("| ").append(reason.status()).append(" | `").append(reason.wireName());
    page.append("` | ").append(code.meaning()).append(" | `").append(code.code()).append("` | ");
    page.append(String.join(", ", givenIn(reason))).append(" |\n");
  }

  /** The code of the failure that a client reports for the reason. */
  static ErrorCode codeOf(RefusalReason reason) {
    List<String> texts =
        List.of("portal.refused-" + reason.wireName(), "portal.refused-" + reason.status());
    return Arrays.stream(PortalRefusedException.Code.values())
        .filter(code -> texts.contains(code.code()))
        .min(Comparator.comparing(code -> texts.indexOf(code.code())))
        .orElseThrow();
  }

  /** The classes of the portal that refuse for this reason, themselves or by a factory. */
  SortedSet<String> givenIn(RefusalReason reason) {
    SortedSet<String> names = new TreeSet<>();
    JavaClass type = codes.classes().get(RefusalReason.class);
    type.getField(reason.name())
        .getAccessesToSelf()
        .forEach(access -> add(access, names, new HashSet<>()));
    return names;
  }

  private static void add(JavaAccess<?> access, SortedSet<String> names, Set<JavaCodeUnit> seen) {
    JavaCodeUnit origin = access.getOrigin();
    JavaClass owner = origin.getOwner();
    if (!owner.getPackageName().equals(RULES) || !seen.add(origin)) {
      return;
    }
    if (owner.getSimpleName().equals("Refusal")) {
      origin.getAccessesToSelf().forEach(caller -> add(caller, names, seen));
    } else {
      names.add(outermost(owner).getSimpleName());
    }
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(StatusReference::outermost).orElse(type);
  }

  private static String connection(ConnectionStatus status) {
    return switch (status) {
      case ACCEPTED ->
          "`Accepted` in the signed result | `accepted` | an administrator has accepted the request and"
              + " published the profile with the device";
      case REJECTED ->
          "`Rejected` in the signed result | `rejected` | an administrator has rejected the request";
      case PENDING ->
          "no result, status "
              + Status.SUCCESS_CREATED
              + " | `pending` | no administrator has answered the request yet";
      case UNKNOWN ->
          "no result, status "
              + RefusalReason.UNKNOWN_REQUEST.status()
              + " | `refused "
              + RefusalReason.UNKNOWN_REQUEST.status()
              + "` | the device has no request at the account, or it has expired";
    };
  }
}

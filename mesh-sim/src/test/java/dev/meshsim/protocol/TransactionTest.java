package dev.meshsim.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransactionTest {

  @Test
  void everyRequestAndResponseBelongsToOneTransaction() {
    assertEquals(
        Set.of(MeshRequest.class.getPermittedSubclasses()),
        distinct(Arrays.stream(Transaction.values()).map(Transaction::requestClass).toList()));
    Set<Class<?>> responses = new HashSet<>(Set.of(MeshResponse.class.getPermittedSubclasses()));
    responses.remove(ErrorResponse.class);
    assertEquals(
        responses,
        distinct(Arrays.stream(Transaction.values()).map(Transaction::responseClass).toList()));
  }

  @ParameterizedTest
  @EnumSource(Transaction.class)
  void aRefusalIsAResponseOfItsTransaction(Transaction transaction) {
    MeshResponse refusal = transaction.refusal(Status.NOT_FOUND, "no");
    assertInstanceOf(transaction.responseClass(), refusal);
    assertEquals(Status.NOT_FOUND, refusal.status());
    assertEquals("no", refusal.statusDescription());
  }

  private static Set<Class<?>> distinct(Iterable<? extends Class<?>> classes) {
    Set<Class<?>> found = new HashSet<>();
    classes.forEach(type -> assertTrue(found.add(type), () -> type + " has two transactions"));
    return found;
  }

  @ParameterizedTest
  @EnumSource(Transaction.class)
  void anyRequestMaySucceedAndAnyPortalMayFail(Transaction transaction) {
    Set<Integer> statuses = transaction.statuses();
    assertTrue(statuses.containsAll(Set.of(Status.SUCCESS_CREATED, Status.SERVER_INTERNAL)));
    assertEquals(statuses.stream().sorted().toList(), List.copyOf(statuses));
    // What a signature can be refused for goes together.
    assertEquals(
        statuses.contains(Status.CHALLENGE_REQUIRED),
        statuses.contains(Status.CLIENT_UNAUTHORIZED));
  }
}

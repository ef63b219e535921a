package dev.meshsim.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A method with a default that is not handed on would silently lose what the store can. */
class ForwardingPortalStoreTest {

  @Test
  void everyCallIsHandedOn() {
    assertEquals(names(PortalStore.class), handedOn(ForwardingPortalStore.class));
    assertEquals(
        names(PortalStore.Transaction.class), handedOn(ForwardingPortalStore.Forwarding.class));
  }

  private static Set<String> names(Class<?> type) {
    return instance(type).map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> handedOn(Class<?> type) {
    return instance(type)
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .map(Method::getName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<Method> instance(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic());
  }
}

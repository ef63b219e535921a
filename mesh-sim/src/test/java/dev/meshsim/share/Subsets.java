package dev.meshsim.share;

import java.util.ArrayList;
import java.util.List;

/** Every subset and every order of a small list. */
final class Subsets {

  private Subsets() {}

  static <T> List<List<T>> ofSize(List<T> all, int size) {
    List<List<T>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      if (Integer.bitCount(bits) == size) {
        List<T> subset = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
          if ((bits >>> i & 1) != 0) {
            subset.add(all.get(i));
          }
        }
        subsets.add(subset);
      }
    }
    return subsets;
  }

  static <T> List<List<T>> ordersOf(List<T> all) {
    if (all.isEmpty()) {
      return List.of(List.of());
    }
    List<List<T>> orders = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      List<T> rest = new ArrayList<>(all);
      T first = rest.remove(i);
      for (List<T> tail : ordersOf(rest)) {
        List<T> order = new ArrayList<>();
        order.add(first);
        order.addAll(tail);
        orders.add(order);
      }
    }
    return orders;
  }
}

package dev.meshsim.portal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads all pages of a portal's answer, and comes to an end whatever the portal answers: a page key
 * never returns, and the pages and their elements are bounded.
 */
public final class Pages {

  /** The most pages of one answer. */
  public static final int PAGES = 64;

  /** The most elements of all pages together. */
  public static final int ELEMENTS = 4096;

  private Pages() {}

  /**
   * A page of an answer.
   *
   * @param elements the elements; null if the response has no such member
   * @param key the key of the next page; null if this is the last page
   */
  public record Page<T>(@Nullable List<T> elements, @Nullable String key) {}

  /**
   * Reads every page.
   *
   * @param domain the portal's domain, for messages
   * @param transaction the wire name of the transaction, for messages
   * @param ask sends the request for the page with this key, or for the first page
   * @return the elements of all pages, in order
   * @throws PortalException with code {@link PortalException.Code#BAD_RESPONSE} if the pages do not
   *     end
   */
  public static <T> List<T> all(
      String domain, String transaction, Function<@Nullable String, Page<T>> ask) {
    List<T> elements = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    Page<T> page = ask.apply(null);
    while (true) {
      elements.addAll(page.elements() == null ? List.of() : page.elements());
      if (elements.size() > ELEMENTS) {
        throw PortalException.endless(domain, transaction, "more than " + ELEMENTS + " elements");
      }
      String key = page.key();
      if (key == null) {
        return elements;
      }
      if (!keys.add(key)) {
        throw PortalException.endless(domain, transaction, "a page key that it gave before");
      }
      if (keys.size() == PAGES) {
        throw PortalException.endless(domain, transaction, "more than " + PAGES + " pages");
      }
      page = ask.apply(key);
    }
  }
}

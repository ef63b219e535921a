package dev.meshsim.portal.http;

import java.util.List;

/** The look-up of the servers of a domain. */
@FunctionalInterface
public interface PortalNames {

  /**
   * The servers of a domain, in any order.
   *
   * @return none if no record is found, or nobody answers
   */
  List<SrvRecord> servers(String domain);
}

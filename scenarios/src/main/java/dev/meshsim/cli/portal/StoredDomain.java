package dev.meshsim.cli.portal;

import dev.meshsim.cli.console.InputException;
import dev.meshsim.log.DataItem;
import dev.meshsim.log.LogName;
import dev.meshsim.log.PageRequest;
import dev.meshsim.log.PortalStore;

/**
 * The domain of a portal, which its store has in the names of accounts: any number of processes on
 * one store are one portal, and none may serve it under another domain.
 */
final class StoredDomain {

  private static final String ACCOUNT = "Account$";
  private static final int LOOKED_AT = 100;

  private StoredDomain() {}

  /** Refuses a store whose first accounts are of another domain. */
  static void require(String domain, PortalStore store) {
    for (DataItem item : store.scan(LogName.PORTAL, PageRequest.all().atMost(LOOKED_AT)).items()) {
      String key = item.primaryKey();
      int at = key.lastIndexOf('@');
      if (key.startsWith(ACCOUNT) && at > 0 && !key.substring(at + 1).equals(domain)) {
        throw new InputException(
            "the store has accounts of " + key.substring(at + 1) + ", none of " + domain,
            "write --domain " + key.substring(at + 1) + ", or give another --root");
      }
    }
  }
}

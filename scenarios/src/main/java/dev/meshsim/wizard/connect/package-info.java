/**
 * The connection tool of developer-08 section 4.3: what a device does that is no administrator. It
 * requests a connection and waits for the answer, and then reads and updates the applications that
 * it was given. {@link dev.meshsim.wizard.connect.ConnectWizard} begins where an earlier run ended.
 */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.wizard.connect;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

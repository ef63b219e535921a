/** How the portals of a scenario keep verifiable logs, and who watches them. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.scenario.log;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

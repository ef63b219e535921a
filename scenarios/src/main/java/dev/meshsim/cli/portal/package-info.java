/** Commands about a portal on a network: {@code portal serve} and {@code portal init}. */
@API(status = API.Status.INTERNAL)
@NullMarked
package dev.meshsim.cli.portal;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;

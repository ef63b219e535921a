/** Tests of the client and of the binding, with servers on free ports of the loopback address. */
@NullMarked
package dev.meshsim.portal.http;

import org.jspecify.annotations.NullMarked;

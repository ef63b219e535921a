/** Tests of the server with raw sockets; every server ends with its test. */
@NullMarked
package dev.meshsim.portal.http.server;

import org.jspecify.annotations.NullMarked;

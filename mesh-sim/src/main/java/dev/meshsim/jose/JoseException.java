package dev.meshsim.jose;

import dev.meshsim.error.MeshException;

/** A key, a signature or an encrypted message that cannot be used; one subclass per reason. */
public abstract sealed class JoseException extends MeshException
    permits AlgorithmMismatchException,
        BadKeyException,
        BadSignatureException,
        DecryptionFailedException,
        MalformedJoseException,
        NoRecipientException,
        UnknownSuiteException,
        UnsupportedAlgorithmException {

  private static final long serialVersionUID = 1L;

  JoseException(String code, String problem, String hint) {
    super(code, problem, hint);
  }
}

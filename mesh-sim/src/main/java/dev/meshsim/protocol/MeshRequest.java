package dev.meshsim.protocol;

/** A request of the portal protocol. */
public sealed interface MeshRequest
    permits HelloRequest,
        ValidateRequest,
        CreateRequest,
        DeleteRequest,
        GetRequest,
        PublishRequest,
        StatusRequest,
        ConnectStartRequest,
        ConnectStatusRequest,
        ConnectPendingRequest,
        ConnectCompleteRequest,
        TransferRequest {}

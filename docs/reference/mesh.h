/* The objects and messages of the Mesh in the dialect mesh. Generated: do not edit. */

#ifndef MESH_SCHEMA_H
#define MESH_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The type of a value: a scalar, or an object. */
enum mesh_type {
  MESH_TYPE_BOOLEAN,
  MESH_TYPE_INTEGER,
  MESH_TYPE_BINARY,
  MESH_TYPE_STRING,
  MESH_TYPE_DATETIME,
  MESH_TYPE_FIRST_OBJECT,
  MESH_TYPE_OBJECT_JoseWebSignature = MESH_TYPE_FIRST_OBJECT,
  MESH_TYPE_OBJECT_Signature,
  MESH_TYPE_OBJECT_JoseWebEncryption,
  MESH_TYPE_OBJECT_Recipient,
  MESH_TYPE_OBJECT_JoseHeader,
  MESH_TYPE_OBJECT_EphemeralKey,
  MESH_TYPE_OBJECT_Key,
  MESH_TYPE_OBJECT_PublicKeyOKP,
  MESH_TYPE_OBJECT_PrivateKeyOKP,
  MESH_TYPE_OBJECT_PublicKeyEC,
  MESH_TYPE_OBJECT_PrivateKeyEC,
  MESH_TYPE_OBJECT_PublicKeyRSA,
  MESH_TYPE_OBJECT_PrivateKeyRSA,
  MESH_TYPE_OBJECT_PublicKey,
  MESH_TYPE_OBJECT_PrivateKeyParameters,
  MESH_TYPE_OBJECT_Entry,
  MESH_TYPE_OBJECT_SignedProfile,
  MESH_TYPE_OBJECT_SignedDeviceProfile,
  MESH_TYPE_OBJECT_DeviceProfile,
  MESH_TYPE_OBJECT_DevicePrivateProfile,
  MESH_TYPE_OBJECT_SignedMasterProfile,
  MESH_TYPE_OBJECT_MasterProfile,
  MESH_TYPE_OBJECT_SignedPersonalProfile,
  MESH_TYPE_OBJECT_PersonalProfile,
  MESH_TYPE_OBJECT_ApplicationProfileEntry,
  MESH_TYPE_OBJECT_SignedApplicationProfile,
  MESH_TYPE_OBJECT_ApplicationProfile,
  MESH_TYPE_OBJECT_OfflineEscrowEntry,
  MESH_TYPE_OBJECT_EscrowedKeySet,
  MESH_TYPE_OBJECT_ConnectionRequest,
  MESH_TYPE_OBJECT_SignedConnectionRequest,
  MESH_TYPE_OBJECT_ConnectionResult,
  MESH_TYPE_OBJECT_SignedConnectionResult,
  MESH_TYPE_OBJECT_ApplicationDevicePublic,
  MESH_TYPE_OBJECT_ApplicationDevicePrivate,
  MESH_TYPE_OBJECT_Connection,
  MESH_TYPE_OBJECT_PasswordProfile,
  MESH_TYPE_OBJECT_PasswordProfilePrivate,
  MESH_TYPE_OBJECT_PasswordEntry,
  MESH_TYPE_OBJECT_MailProfile,
  MESH_TYPE_OBJECT_MailDevicePublic,
  MESH_TYPE_OBJECT_MailProfilePrivate,
  MESH_TYPE_OBJECT_MailDevicePrivate,
  MESH_TYPE_OBJECT_NetworkProfile,
  MESH_TYPE_OBJECT_NetworkProfilePrivate,
  MESH_TYPE_OBJECT_SSHProfile,
  MESH_TYPE_OBJECT_SSHDevicePublic,
  MESH_TYPE_OBJECT_SSHProfilePrivate,
  MESH_TYPE_OBJECT_HostEntry,
  MESH_TYPE_OBJECT_SSHDevicePrivate,
  MESH_TYPE_OBJECT_ApplicationProfileCatalog,
  MESH_TYPE_OBJECT_CatalogEntry,
  MESH_TYPE_OBJECT_TypedData,
  MESH_TYPE_OBJECT_CredentialProfile,
  MESH_TYPE_OBJECT_CredentialProfilePrivate,
  MESH_TYPE_OBJECT_CredentialEntry,
  MESH_TYPE_OBJECT_BookmarkProfile,
  MESH_TYPE_OBJECT_BookmarkProfilePrivate,
  MESH_TYPE_OBJECT_BookmarkEntry,
  MESH_TYPE_OBJECT_ContactProfile,
  MESH_TYPE_OBJECT_ContactProfilePrivate,
  MESH_TYPE_OBJECT_ContactEntry,
  MESH_TYPE_OBJECT_PersonalName,
  MESH_TYPE_OBJECT_Internet,
  MESH_TYPE_OBJECT_Postal,
  MESH_TYPE_OBJECT_Header,
  MESH_TYPE_OBJECT_DataItem,
  MESH_TYPE_OBJECT_IndexTerm,
  MESH_TYPE_OBJECT_PortalEntry,
  MESH_TYPE_OBJECT_Account,
  MESH_TYPE_OBJECT_ConnectionsPending,
  MESH_TYPE_OBJECT_Answered,
  MESH_TYPE_OBJECT_Answer,
  MESH_TYPE_OBJECT_ApplicationOwner,
  MESH_TYPE_OBJECT_EscrowOwner,
  MESH_TYPE_OBJECT_MeshRequest,
  MESH_TYPE_OBJECT_MeshResponse,
  MESH_TYPE_OBJECT_Version,
  MESH_TYPE_OBJECT_Encoding,
  MESH_TYPE_OBJECT_KeyValue,
  MESH_TYPE_OBJECT_SearchConstraints,
  MESH_TYPE_OBJECT_HelloRequest,
  MESH_TYPE_OBJECT_HelloResponse,
  MESH_TYPE_OBJECT_ValidateRequest,
  MESH_TYPE_OBJECT_ValidateResponse,
  MESH_TYPE_OBJECT_CreateRequest,
  MESH_TYPE_OBJECT_CreateResponse,
  MESH_TYPE_OBJECT_DeleteRequest,
  MESH_TYPE_OBJECT_DeleteResponse,
  MESH_TYPE_OBJECT_GetRequest,
  MESH_TYPE_OBJECT_GetResponse,
  MESH_TYPE_OBJECT_PublishRequest,
  MESH_TYPE_OBJECT_PublishResponse,
  MESH_TYPE_OBJECT_StatusRequest,
  MESH_TYPE_OBJECT_StatusResponse,
  MESH_TYPE_OBJECT_ConnectStartRequest,
  MESH_TYPE_OBJECT_ConnectStartResponse,
  MESH_TYPE_OBJECT_ConnectStatusRequest,
  MESH_TYPE_OBJECT_ConnectStatusResponse,
  MESH_TYPE_OBJECT_ConnectPendingRequest,
  MESH_TYPE_OBJECT_ConnectPendingResponse,
  MESH_TYPE_OBJECT_ConnectCompleteRequest,
  MESH_TYPE_OBJECT_ConnectCompleteResponse,
  MESH_TYPE_OBJECT_TransferRequest,
  MESH_TYPE_OBJECT_TransferResponse,
  MESH_TYPE_END
};

/* The number of objects. */
#define MESH_OBJECTS 105

/* How a value is written: a scalar, an object, or an object in a tag that names its type. */
enum mesh_form { MESH_SCALAR, MESH_UNTAGGED, MESH_TAGGED };

/* A String, a Binary in base64url or a DateTime; absent if data is NULL. */
typedef struct mesh_text { const char *data; size_t length; } mesh_text;

/* An Integer. */
typedef struct mesh_integer { bool present; int64_t value; } mesh_integer;

/* A Boolean. */
typedef struct mesh_boolean { bool present; bool value; } mesh_boolean;

/* An object of the type; absent if value is NULL. */
typedef struct mesh_object_value { int type; void *value; } mesh_object_value;

/* An array of mesh_text, mesh_integer, mesh_boolean or mesh_object_value; absent if items
   is NULL. */
typedef struct mesh_list { size_t count; void *items; } mesh_list;

/* A member: its name in JSON, its place in the struct, and its type. */
typedef struct mesh_member {
  const char *name;
  size_t length;
  size_t offset;
  int type;
  uint8_t form;
  bool multiple;
  bool required;
} mesh_member;

/* An object: its tag, its struct and its members in wire order. The base is a type, or -1. */
typedef struct mesh_object {
  const char *tag;
  size_t length;
  size_t size;
  const mesh_member *members;
  size_t count;
  int base;
  bool is_abstract;
  bool open;
} mesh_object;

/* A tag that begins a text: an object, or a transaction with its request. */
typedef struct mesh_tag { const char *name; size_t length; int type; } mesh_tag;

/* A transaction. */
typedef struct mesh_transaction {
  const char *name;
  size_t length;
  int request;
  int response;
} mesh_transaction;

/* A status of a response. */
typedef struct mesh_status { const char *name; int code; } mesh_status;

typedef struct mesh_JoseWebSignature {
  mesh_text Payload;
  mesh_list Signatures;
} mesh_JoseWebSignature;

typedef struct mesh_Signature {
  mesh_text Protected;
  mesh_object_value Header;
  mesh_text Signature;
} mesh_Signature;

typedef struct mesh_JoseWebEncryption {
  mesh_text Protected;
  mesh_object_value Unprotected;
  mesh_list Recipients;
  mesh_text Aad;
  mesh_text Iv;
  mesh_text Ciphertext;
  mesh_text Tag;
} mesh_JoseWebEncryption;

typedef struct mesh_Recipient {
  mesh_object_value Header;
  mesh_text EncryptedKey;
} mesh_Recipient;

typedef struct mesh_JoseHeader {
  mesh_text Alg;
  mesh_text Kid;
  mesh_object_value Epk;
} mesh_JoseHeader;

typedef struct mesh_EphemeralKey {
  mesh_text Kty;
  mesh_text Crv;
  mesh_text X;
  mesh_text Y;
} mesh_EphemeralKey;

typedef struct mesh_Key {
  mesh_text Kty;
  mesh_text Alg;
  mesh_text Kid;
} mesh_Key;

typedef struct mesh_PublicKeyOKP {
  mesh_text Kty;
  mesh_text Alg;
  mesh_text Kid;
  mesh_text Crv;
  mesh_text X;
} mesh_PublicKeyOKP;

typedef struct mesh_PrivateKeyOKP {
  mesh_text Kty;
  mesh_text Alg;
  mesh_text Kid;
  mesh_text Crv;
  mesh_text X;
  mesh_text D;
} mesh_PrivateKeyOKP;

typedef struct mesh_PublicKeyEC {
  mesh_text Kty;
  mesh_text Alg;
  mesh_text Kid;
  mesh_text Crv;
  mesh_text X;
  mesh_text Y;
} mesh_PublicKeyEC;

typedef struct mesh_PrivateKeyEC {
  mesh_text Kty;
  mesh_text Alg;
  mesh_text Kid;
  mesh_text Crv;
  mesh_text X;
  mesh_text Y;
  mesh_text D;
} mesh_PrivateKeyEC;

typedef struct mesh_PublicKeyRSA {
  mesh_text Kty;
  mesh_text Alg;
  mesh_text Kid;
  mesh_text N;
  mesh_text E;
} mesh_PublicKeyRSA;

typedef struct mesh_PrivateKeyRSA {
  mesh_text Kty;
  mesh_text Alg;
  mesh_text Kid;
  mesh_text N;
  mesh_text E;
  mesh_text D;
  mesh_text P;
  mesh_text Q;
  mesh_text Dp;
  mesh_text Dq;
  mesh_text Qi;
} mesh_PrivateKeyRSA;

typedef struct mesh_PublicKey {
  mesh_text UDF;
  mesh_object_value PublicParameters;
} mesh_PublicKey;

typedef struct mesh_PrivateKeyParameters {
  mesh_text UDF;
  mesh_object_value PrivateParameters;
} mesh_PrivateKeyParameters;

typedef struct mesh_Entry {
  mesh_text Identifier;
} mesh_Entry;

typedef struct mesh_SignedProfile {
  mesh_text Identifier;
  mesh_object_value SignedData;
} mesh_SignedProfile;

typedef struct mesh_SignedDeviceProfile {
  mesh_text Identifier;
  mesh_object_value SignedData;
} mesh_SignedDeviceProfile;

typedef struct mesh_DeviceProfile {
  mesh_text Identifier;
  mesh_list Names;
  mesh_text Updated;
  mesh_text Description;
  mesh_object_value DeviceSignatureKey;
  mesh_object_value DeviceAuthenticationKey;
  mesh_object_value DeviceEncryptiontionKey;
} mesh_DeviceProfile;

typedef struct mesh_DevicePrivateProfile {
  mesh_object_value DeviceSignatureKey;
  mesh_object_value DeviceAuthenticationKey;
  mesh_object_value DeviceEncryptiontionKey;
} mesh_DevicePrivateProfile;

typedef struct mesh_SignedMasterProfile {
  mesh_text Identifier;
  mesh_object_value SignedData;
} mesh_SignedMasterProfile;

typedef struct mesh_MasterProfile {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_object_value MasterSignatureKey;
  mesh_list MasterEscrowKeys;
  mesh_list OnlineSignatureKeys;
} mesh_MasterProfile;

typedef struct mesh_SignedPersonalProfile {
  mesh_text Identifier;
  mesh_object_value SignedData;
} mesh_SignedPersonalProfile;

typedef struct mesh_PersonalProfile {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_object_value SignedMasterProfile;
  mesh_list Devices;
  mesh_list Applications;
} mesh_PersonalProfile;

typedef struct mesh_ApplicationProfileEntry {
  mesh_text Identifier;
  mesh_text Type;
  mesh_text Friendly;
  mesh_list AdminDeviceUDF;
  mesh_list DecryptDeviceUDF;
} mesh_ApplicationProfileEntry;

typedef struct mesh_SignedApplicationProfile {
  mesh_text Identifier;
  mesh_object_value SignedData;
} mesh_SignedApplicationProfile;

typedef struct mesh_ApplicationProfile {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_list Devices;
  mesh_object_value SharedPrivate;
  mesh_list DevicePrivate;
} mesh_ApplicationProfile;

typedef struct mesh_OfflineEscrowEntry {
  mesh_text Identifier;
  mesh_object_value EncryptedData;
} mesh_OfflineEscrowEntry;

typedef struct mesh_EscrowedKeySet {
  mesh_object_value MasterSignatureKey;
  mesh_list MasterEscrowKeys;
} mesh_EscrowedKeySet;

typedef struct mesh_ConnectionRequest {
  mesh_text ParentUDF;
  mesh_object_value Device;
} mesh_ConnectionRequest;

typedef struct mesh_SignedConnectionRequest {
  mesh_text Identifier;
  mesh_object_value SignedData;
} mesh_SignedConnectionRequest;

typedef struct mesh_ConnectionResult {
  mesh_text ParentUDF;
  mesh_object_value Device;
  mesh_text Result;
  mesh_object_value Profile;
} mesh_ConnectionResult;

typedef struct mesh_SignedConnectionResult {
  mesh_text Identifier;
  mesh_object_value SignedData;
} mesh_SignedConnectionResult;

typedef struct mesh_ApplicationDevicePublic {
  mesh_text Identifier;
  mesh_text DeviceDescription;
  mesh_text DeviceUDF;
} mesh_ApplicationDevicePublic;

typedef struct mesh_ApplicationDevicePrivate {
  mesh_text Identifier;
} mesh_ApplicationDevicePrivate;

typedef struct mesh_Connection {
  mesh_text ServiceName;
  mesh_integer Port;
  mesh_text Prefix;
  mesh_list Security;
  mesh_text UserName;
  mesh_text Password;
  mesh_text URI;
  mesh_text Authentication;
  mesh_integer TimeOut;
  mesh_boolean Polling;
} mesh_Connection;

typedef struct mesh_PasswordProfile {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_list Devices;
  mesh_object_value SharedPrivate;
  mesh_list DevicePrivate;
} mesh_PasswordProfile;

typedef struct mesh_PasswordProfilePrivate {
  mesh_boolean AutoGenerate;
  mesh_list Entries;
  mesh_list NeverAsk;
} mesh_PasswordProfilePrivate;

typedef struct mesh_PasswordEntry {
  mesh_list Sites;
  mesh_text Username;
  mesh_text Password;
} mesh_PasswordEntry;

typedef struct mesh_MailProfile {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_list Devices;
  mesh_object_value SharedPrivate;
  mesh_list DevicePrivate;
  mesh_object_value EncryptionPGP;
  mesh_object_value EncryptionSMIME;
} mesh_MailProfile;

typedef struct mesh_MailDevicePublic {
  mesh_text Identifier;
  mesh_text DeviceDescription;
  mesh_text DeviceUDF;
} mesh_MailDevicePublic;

typedef struct mesh_MailProfilePrivate {
  mesh_text EmailAddress;
  mesh_text ReplyToAddress;
  mesh_text DisplayName;
  mesh_text AccountName;
  mesh_list Inbound;
  mesh_list Outbound;
  mesh_list Sign;
  mesh_list Encrypt;
} mesh_MailProfilePrivate;

typedef struct mesh_MailDevicePrivate {
  mesh_text Identifier;
} mesh_MailDevicePrivate;

typedef struct mesh_NetworkProfile {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_list Devices;
  mesh_object_value SharedPrivate;
  mesh_list DevicePrivate;
} mesh_NetworkProfile;

typedef struct mesh_NetworkProfilePrivate {
  mesh_list Sites;
  mesh_list DNS;
  mesh_list Prefix;
  mesh_text CTL;
  mesh_list WebPKI;
} mesh_NetworkProfilePrivate;

typedef struct mesh_SSHProfile {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_list Devices;
  mesh_object_value SharedPrivate;
  mesh_list DevicePrivate;
} mesh_SSHProfile;

typedef struct mesh_SSHDevicePublic {
  mesh_text Identifier;
  mesh_text DeviceDescription;
  mesh_text DeviceUDF;
  mesh_object_value PublicKey;
} mesh_SSHDevicePublic;

typedef struct mesh_SSHProfilePrivate {
  mesh_text Account;
  mesh_list HostEntries;
} mesh_SSHProfilePrivate;

typedef struct mesh_HostEntry {
  mesh_text Identifier;
  mesh_text Address;
  mesh_text AlgorithmID;
  mesh_text PublicKey;
} mesh_HostEntry;

typedef struct mesh_SSHDevicePrivate {
  mesh_text Identifier;
  mesh_object_value DevicePrivateKey;
  mesh_text KeyUDF;
} mesh_SSHDevicePrivate;

typedef struct mesh_ApplicationProfileCatalog {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_list Devices;
  mesh_object_value SharedPrivate;
  mesh_list DevicePrivate;
  mesh_text AccountIdentifier;
  mesh_text PersonalUDF;
} mesh_ApplicationProfileCatalog;

typedef struct mesh_CatalogEntry {
  mesh_text ID;
  mesh_text Added;
  mesh_text Updated;
  mesh_text Deleted;
  mesh_list Label;
  mesh_list Source;
} mesh_CatalogEntry;

typedef struct mesh_TypedData {
  mesh_text ContentType;
  mesh_text Data;
} mesh_TypedData;

typedef struct mesh_CredentialProfile {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_list Devices;
  mesh_object_value SharedPrivate;
  mesh_list DevicePrivate;
  mesh_text AccountIdentifier;
  mesh_text PersonalUDF;
} mesh_CredentialProfile;

typedef struct mesh_CredentialProfilePrivate {
  mesh_boolean AutoGenerate;
  mesh_list Entries;
  mesh_list NeverAsk;
} mesh_CredentialProfilePrivate;

typedef struct mesh_CredentialEntry {
  mesh_text ID;
  mesh_text Added;
  mesh_text Updated;
  mesh_text Deleted;
  mesh_list Label;
  mesh_list Source;
  mesh_list Sites;
  mesh_text Username;
  mesh_text Password;
  mesh_text Protocol;
} mesh_CredentialEntry;

typedef struct mesh_BookmarkProfile {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_list Devices;
  mesh_object_value SharedPrivate;
  mesh_list DevicePrivate;
  mesh_text AccountIdentifier;
  mesh_text PersonalUDF;
} mesh_BookmarkProfile;

typedef struct mesh_BookmarkProfilePrivate {
  mesh_list Entries;
} mesh_BookmarkProfilePrivate;

typedef struct mesh_BookmarkEntry {
  mesh_text ID;
  mesh_text Added;
  mesh_text Updated;
  mesh_text Deleted;
  mesh_list Label;
  mesh_list Source;
  mesh_text Title;
  mesh_text Uri;
  mesh_list ImageUDF;
} mesh_BookmarkEntry;

typedef struct mesh_ContactProfile {
  mesh_text Identifier;
  mesh_text Updated;
  mesh_list Devices;
  mesh_object_value SharedPrivate;
  mesh_list DevicePrivate;
  mesh_text AccountIdentifier;
  mesh_text PersonalUDF;
} mesh_ContactProfile;

typedef struct mesh_ContactProfilePrivate {
  mesh_list Entries;
} mesh_ContactProfilePrivate;

typedef struct mesh_ContactEntry {
  mesh_text ID;
  mesh_text Added;
  mesh_text Updated;
  mesh_text Deleted;
  mesh_list Label;
  mesh_list Source;
  mesh_list Personals;
  mesh_list MeshUDFs;
  mesh_list Internets;
  mesh_list Postals;
  mesh_text FullName;
  mesh_list Organization;
} mesh_ContactEntry;

typedef struct mesh_PersonalName {
  mesh_text First;
  mesh_text Last;
  mesh_text Midle;
} mesh_PersonalName;

typedef struct mesh_Internet {
  mesh_list Label;
  mesh_list Attributes;
  mesh_text Uri;
} mesh_Internet;

typedef struct mesh_Postal {
  mesh_list Label;
  mesh_list Attributes;
  mesh_text Adressee;
  mesh_text Street;
  mesh_text Town;
  mesh_text Region;
  mesh_text Country;
  mesh_text Code;
} mesh_Postal;

typedef struct mesh_Header {
  mesh_text Type;
  mesh_text Content;
  mesh_text Comment;
} mesh_Header;

typedef struct mesh_DataItem {
  mesh_text TransactionID;
  mesh_text PrimaryKey;
  mesh_text PriorTransactionID;
  mesh_text Action;
  mesh_text Added;
  mesh_list Keys;
  mesh_text Text;
  mesh_boolean Pending;
  mesh_boolean Commit;
  mesh_boolean Rollback;
} mesh_DataItem;

typedef struct mesh_IndexTerm {
  mesh_text Type;
  mesh_text Term;
} mesh_IndexTerm;

typedef struct mesh_PortalEntry {
  char no_members;
} mesh_PortalEntry;

typedef struct mesh_Account {
  mesh_text Created;
  mesh_text Modified;
  mesh_text AccountID;
  mesh_text UserProfileUDF;
  mesh_text Status;
  mesh_integer LastSigned;
  mesh_list LastRequests;
} mesh_Account;

typedef struct mesh_ConnectionsPending {
  mesh_text AccountID;
  mesh_list Requests;
  mesh_list Received;
} mesh_ConnectionsPending;

typedef struct mesh_Answered {
  mesh_list Answers;
} mesh_Answered;

typedef struct mesh_Answer {
  mesh_text DeviceUDF;
  mesh_text Request;
  mesh_text Envelope;
  mesh_integer Issued;
  mesh_text Answered;
} mesh_Answer;

typedef struct mesh_ApplicationOwner {
  mesh_text Created;
  mesh_text ApplicationUDF;
  mesh_text UserProfileUDF;
} mesh_ApplicationOwner;

typedef struct mesh_EscrowOwner {
  mesh_text Created;
  mesh_text EscrowUDF;
  mesh_text UserProfileUDF;
  mesh_text Voided;
} mesh_EscrowOwner;

typedef struct mesh_MeshRequest {
  char no_members;
} mesh_MeshRequest;

typedef struct mesh_MeshResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
} mesh_MeshResponse;

typedef struct mesh_Version {
  mesh_integer Major;
  mesh_integer Minor;
  mesh_list Encodings;
  mesh_list URI;
} mesh_Version;

typedef struct mesh_Encoding {
  mesh_list ID;
  mesh_list Dictionary;
} mesh_Encoding;

typedef struct mesh_KeyValue {
  mesh_text Key;
  mesh_text Value;
} mesh_KeyValue;

typedef struct mesh_SearchConstraints {
  mesh_text NotBefore;
  mesh_text Before;
  mesh_integer MaxEntries;
  mesh_integer MaxBytes;
  mesh_text PageKey;
} mesh_SearchConstraints;

typedef struct mesh_HelloRequest {
  mesh_boolean Protection;
} mesh_HelloRequest;

typedef struct mesh_HelloResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_object_value Version;
  mesh_list Alternates;
  mesh_text Challenge;
  mesh_list Extensions;
  mesh_list PortalKeys;
} mesh_HelloResponse;

typedef struct mesh_ValidateRequest {
  mesh_text Account;
  mesh_boolean Reserve;
  mesh_list Language;
} mesh_ValidateRequest;

typedef struct mesh_ValidateResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_boolean Valid;
  mesh_integer Minimum;
  mesh_integer Maximum;
  mesh_text InvalidCharacters;
  mesh_text Reason;
} mesh_ValidateResponse;

typedef struct mesh_CreateRequest {
  mesh_text Account;
  mesh_object_value Profile;
} mesh_CreateRequest;

typedef struct mesh_CreateResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_list Receipts;
} mesh_CreateResponse;

typedef struct mesh_DeleteRequest {
  mesh_text Account;
} mesh_DeleteRequest;

typedef struct mesh_DeleteResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_list Receipts;
} mesh_DeleteResponse;

typedef struct mesh_GetRequest {
  mesh_text Identifier;
  mesh_text Account;
  mesh_list KeyValues;
  mesh_object_value SearchConstraints;
  mesh_boolean Multiple;
  mesh_boolean Full;
  mesh_text Log;
} mesh_GetRequest;

typedef struct mesh_GetResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_list Entries;
  mesh_list DataItems;
  mesh_text PageKey;
  mesh_text Log;
} mesh_GetResponse;

typedef struct mesh_PublishRequest {
  mesh_object_value Entry;
} mesh_PublishRequest;

typedef struct mesh_PublishResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_list Receipts;
} mesh_PublishResponse;

typedef struct mesh_StatusRequest {
  char no_members;
} mesh_StatusRequest;

typedef struct mesh_StatusResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_text LastWriteTime;
  mesh_text LastCheckpointTime;
  mesh_text NextCheckpointTime;
  mesh_text CheckpointValue;
  mesh_list Peers;
} mesh_StatusResponse;

typedef struct mesh_ConnectStartRequest {
  mesh_object_value SignedRequest;
  mesh_text AccountID;
} mesh_ConnectStartRequest;

typedef struct mesh_ConnectStartResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_list Receipts;
} mesh_ConnectStartResponse;

typedef struct mesh_ConnectStatusRequest {
  mesh_text AccountID;
  mesh_text DeviceID;
} mesh_ConnectStatusRequest;

typedef struct mesh_ConnectStatusResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_object_value Result;
} mesh_ConnectStatusResponse;

typedef struct mesh_ConnectPendingRequest {
  mesh_text AccountID;
  mesh_object_value SearchConstraints;
} mesh_ConnectPendingRequest;

typedef struct mesh_ConnectPendingResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_list Pending;
  mesh_text PageKey;
} mesh_ConnectPendingResponse;

typedef struct mesh_ConnectCompleteRequest {
  mesh_object_value Result;
  mesh_text AccountID;
} mesh_ConnectCompleteRequest;

typedef struct mesh_ConnectCompleteResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_list Receipts;
} mesh_ConnectCompleteResponse;

typedef struct mesh_TransferRequest {
  mesh_object_value SearchConstraints;
  mesh_text Log;
} mesh_TransferRequest;

typedef struct mesh_TransferResponse {
  mesh_integer Status;
  mesh_text StatusDescription;
  mesh_text StatusReason;
  mesh_text Denial;
  mesh_list DataItems;
  mesh_text PageKey;
  mesh_text Log;
} mesh_TransferResponse;

/* All objects; that of a type is at [type - MESH_TYPE_FIRST_OBJECT]. */
extern const mesh_object mesh_objects[MESH_OBJECTS];

/* All tags, sorted by name. */
extern const mesh_tag mesh_tags[];
extern const size_t mesh_tag_count;

/* All transactions. */
extern const mesh_transaction mesh_transactions[];
extern const size_t mesh_transaction_count;

/* All statuses. */
extern const mesh_status mesh_statuses[];
extern const size_t mesh_status_count;

#endif

#if defined(MESH_SCHEMA_TABLES) && !defined(MESH_SCHEMA_TABLES_DEFINED)
#define MESH_SCHEMA_TABLES_DEFINED

static const mesh_member mesh_members_JoseWebSignature[] = {
  {"payload", 7, offsetof(mesh_JoseWebSignature, Payload), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"signatures", 10, offsetof(mesh_JoseWebSignature, Signatures), MESH_TYPE_OBJECT_Signature, MESH_UNTAGGED, true, true},
};

static const mesh_member mesh_members_Signature[] = {
  {"protected", 9, offsetof(mesh_Signature, Protected), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"header", 6, offsetof(mesh_Signature, Header), MESH_TYPE_OBJECT_JoseHeader, MESH_UNTAGGED, false, false},
  {"signature", 9, offsetof(mesh_Signature, Signature), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_JoseWebEncryption[] = {
  {"protected", 9, offsetof(mesh_JoseWebEncryption, Protected), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"unprotected", 11, offsetof(mesh_JoseWebEncryption, Unprotected), MESH_TYPE_OBJECT_JoseHeader, MESH_UNTAGGED, false, false},
  {"recipients", 10, offsetof(mesh_JoseWebEncryption, Recipients), MESH_TYPE_OBJECT_Recipient, MESH_UNTAGGED, true, true},
  {"aad", 3, offsetof(mesh_JoseWebEncryption, Aad), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"iv", 2, offsetof(mesh_JoseWebEncryption, Iv), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"ciphertext", 10, offsetof(mesh_JoseWebEncryption, Ciphertext), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"tag", 3, offsetof(mesh_JoseWebEncryption, Tag), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_Recipient[] = {
  {"header", 6, offsetof(mesh_Recipient, Header), MESH_TYPE_OBJECT_JoseHeader, MESH_UNTAGGED, false, false},
  {"encrypted_key", 13, offsetof(mesh_Recipient, EncryptedKey), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_JoseHeader[] = {
  {"alg", 3, offsetof(mesh_JoseHeader, Alg), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"kid", 3, offsetof(mesh_JoseHeader, Kid), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"epk", 3, offsetof(mesh_JoseHeader, Epk), MESH_TYPE_OBJECT_EphemeralKey, MESH_UNTAGGED, false, false},
};

static const mesh_member mesh_members_EphemeralKey[] = {
  {"kty", 3, offsetof(mesh_EphemeralKey, Kty), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"crv", 3, offsetof(mesh_EphemeralKey, Crv), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"x", 1, offsetof(mesh_EphemeralKey, X), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"y", 1, offsetof(mesh_EphemeralKey, Y), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_Key[] = {
  {"kty", 3, offsetof(mesh_Key, Kty), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"alg", 3, offsetof(mesh_Key, Alg), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"kid", 3, offsetof(mesh_Key, Kid), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_PublicKeyOKP[] = {
  {"kty", 3, offsetof(mesh_PublicKeyOKP, Kty), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"alg", 3, offsetof(mesh_PublicKeyOKP, Alg), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"kid", 3, offsetof(mesh_PublicKeyOKP, Kid), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"crv", 3, offsetof(mesh_PublicKeyOKP, Crv), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"x", 1, offsetof(mesh_PublicKeyOKP, X), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_PrivateKeyOKP[] = {
  {"kty", 3, offsetof(mesh_PrivateKeyOKP, Kty), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"alg", 3, offsetof(mesh_PrivateKeyOKP, Alg), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"kid", 3, offsetof(mesh_PrivateKeyOKP, Kid), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"crv", 3, offsetof(mesh_PrivateKeyOKP, Crv), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"x", 1, offsetof(mesh_PrivateKeyOKP, X), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"d", 1, offsetof(mesh_PrivateKeyOKP, D), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_PublicKeyEC[] = {
  {"kty", 3, offsetof(mesh_PublicKeyEC, Kty), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"alg", 3, offsetof(mesh_PublicKeyEC, Alg), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"kid", 3, offsetof(mesh_PublicKeyEC, Kid), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"crv", 3, offsetof(mesh_PublicKeyEC, Crv), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"x", 1, offsetof(mesh_PublicKeyEC, X), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"y", 1, offsetof(mesh_PublicKeyEC, Y), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_PrivateKeyEC[] = {
  {"kty", 3, offsetof(mesh_PrivateKeyEC, Kty), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"alg", 3, offsetof(mesh_PrivateKeyEC, Alg), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"kid", 3, offsetof(mesh_PrivateKeyEC, Kid), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"crv", 3, offsetof(mesh_PrivateKeyEC, Crv), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"x", 1, offsetof(mesh_PrivateKeyEC, X), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"y", 1, offsetof(mesh_PrivateKeyEC, Y), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"d", 1, offsetof(mesh_PrivateKeyEC, D), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_PublicKeyRSA[] = {
  {"kty", 3, offsetof(mesh_PublicKeyRSA, Kty), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"alg", 3, offsetof(mesh_PublicKeyRSA, Alg), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"kid", 3, offsetof(mesh_PublicKeyRSA, Kid), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"n", 1, offsetof(mesh_PublicKeyRSA, N), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"e", 1, offsetof(mesh_PublicKeyRSA, E), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_PrivateKeyRSA[] = {
  {"kty", 3, offsetof(mesh_PrivateKeyRSA, Kty), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"alg", 3, offsetof(mesh_PrivateKeyRSA, Alg), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"kid", 3, offsetof(mesh_PrivateKeyRSA, Kid), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"n", 1, offsetof(mesh_PrivateKeyRSA, N), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"e", 1, offsetof(mesh_PrivateKeyRSA, E), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"d", 1, offsetof(mesh_PrivateKeyRSA, D), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"p", 1, offsetof(mesh_PrivateKeyRSA, P), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"q", 1, offsetof(mesh_PrivateKeyRSA, Q), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"dp", 2, offsetof(mesh_PrivateKeyRSA, Dp), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"dq", 2, offsetof(mesh_PrivateKeyRSA, Dq), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"qi", 2, offsetof(mesh_PrivateKeyRSA, Qi), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_PublicKey[] = {
  {"UDF", 3, offsetof(mesh_PublicKey, UDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"PublicParameters", 16, offsetof(mesh_PublicKey, PublicParameters), MESH_TYPE_OBJECT_Key, MESH_TAGGED, false, true},
};

static const mesh_member mesh_members_PrivateKeyParameters[] = {
  {"UDF", 3, offsetof(mesh_PrivateKeyParameters, UDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"PrivateParameters", 17, offsetof(mesh_PrivateKeyParameters, PrivateParameters), MESH_TYPE_OBJECT_Key, MESH_TAGGED, false, true},
};

static const mesh_member mesh_members_Entry[] = {
  {"Identifier", 10, offsetof(mesh_Entry, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_SignedProfile[] = {
  {"Identifier", 10, offsetof(mesh_SignedProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"SignedData", 10, offsetof(mesh_SignedProfile, SignedData), MESH_TYPE_OBJECT_JoseWebSignature, MESH_UNTAGGED, false, true},
};

static const mesh_member mesh_members_SignedDeviceProfile[] = {
  {"Identifier", 10, offsetof(mesh_SignedDeviceProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"SignedData", 10, offsetof(mesh_SignedDeviceProfile, SignedData), MESH_TYPE_OBJECT_JoseWebSignature, MESH_UNTAGGED, false, true},
};

static const mesh_member mesh_members_DeviceProfile[] = {
  {"Identifier", 10, offsetof(mesh_DeviceProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Names", 5, offsetof(mesh_DeviceProfile, Names), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Updated", 7, offsetof(mesh_DeviceProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Description", 11, offsetof(mesh_DeviceProfile, Description), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"DeviceSignatureKey", 18, offsetof(mesh_DeviceProfile, DeviceSignatureKey), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, false, true},
  {"DeviceAuthenticationKey", 23, offsetof(mesh_DeviceProfile, DeviceAuthenticationKey), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, false, true},
  {"DeviceEncryptiontionKey", 23, offsetof(mesh_DeviceProfile, DeviceEncryptiontionKey), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, false, true},
};

static const mesh_member mesh_members_DevicePrivateProfile[] = {
  {"DeviceSignatureKey", 18, offsetof(mesh_DevicePrivateProfile, DeviceSignatureKey), MESH_TYPE_OBJECT_Key, MESH_TAGGED, false, false},
  {"DeviceAuthenticationKey", 23, offsetof(mesh_DevicePrivateProfile, DeviceAuthenticationKey), MESH_TYPE_OBJECT_Key, MESH_TAGGED, false, false},
  {"DeviceEncryptiontionKey", 23, offsetof(mesh_DevicePrivateProfile, DeviceEncryptiontionKey), MESH_TYPE_OBJECT_Key, MESH_TAGGED, false, false},
};

static const mesh_member mesh_members_SignedMasterProfile[] = {
  {"Identifier", 10, offsetof(mesh_SignedMasterProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"SignedData", 10, offsetof(mesh_SignedMasterProfile, SignedData), MESH_TYPE_OBJECT_JoseWebSignature, MESH_UNTAGGED, false, true},
};

static const mesh_member mesh_members_MasterProfile[] = {
  {"Identifier", 10, offsetof(mesh_MasterProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_MasterProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"MasterSignatureKey", 18, offsetof(mesh_MasterProfile, MasterSignatureKey), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, false, true},
  {"MasterEscrowKeys", 16, offsetof(mesh_MasterProfile, MasterEscrowKeys), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, true, true},
  {"OnlineSignatureKeys", 19, offsetof(mesh_MasterProfile, OnlineSignatureKeys), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, true, true},
};

static const mesh_member mesh_members_SignedPersonalProfile[] = {
  {"Identifier", 10, offsetof(mesh_SignedPersonalProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"SignedData", 10, offsetof(mesh_SignedPersonalProfile, SignedData), MESH_TYPE_OBJECT_JoseWebSignature, MESH_UNTAGGED, false, true},
};

static const mesh_member mesh_members_PersonalProfile[] = {
  {"Identifier", 10, offsetof(mesh_PersonalProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_PersonalProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"SignedMasterProfile", 19, offsetof(mesh_PersonalProfile, SignedMasterProfile), MESH_TYPE_OBJECT_SignedMasterProfile, MESH_UNTAGGED, false, true},
  {"Devices", 7, offsetof(mesh_PersonalProfile, Devices), MESH_TYPE_OBJECT_SignedDeviceProfile, MESH_UNTAGGED, true, false},
  {"Applications", 12, offsetof(mesh_PersonalProfile, Applications), MESH_TYPE_OBJECT_ApplicationProfileEntry, MESH_UNTAGGED, true, false},
};

static const mesh_member mesh_members_ApplicationProfileEntry[] = {
  {"Identifier", 10, offsetof(mesh_ApplicationProfileEntry, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Type", 4, offsetof(mesh_ApplicationProfileEntry, Type), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Friendly", 8, offsetof(mesh_ApplicationProfileEntry, Friendly), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"AdminDeviceUDF", 14, offsetof(mesh_ApplicationProfileEntry, AdminDeviceUDF), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"DecryptDeviceUDF", 16, offsetof(mesh_ApplicationProfileEntry, DecryptDeviceUDF), MESH_TYPE_STRING, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_SignedApplicationProfile[] = {
  {"Identifier", 10, offsetof(mesh_SignedApplicationProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"SignedData", 10, offsetof(mesh_SignedApplicationProfile, SignedData), MESH_TYPE_OBJECT_JoseWebSignature, MESH_UNTAGGED, false, true},
};

static const mesh_member mesh_members_ApplicationProfile[] = {
  {"Identifier", 10, offsetof(mesh_ApplicationProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_ApplicationProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Devices", 7, offsetof(mesh_ApplicationProfile, Devices), MESH_TYPE_OBJECT_ApplicationDevicePublic, MESH_TAGGED, true, false},
  {"SharedPrivate", 13, offsetof(mesh_ApplicationProfile, SharedPrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, false, true},
  {"DevicePrivate", 13, offsetof(mesh_ApplicationProfile, DevicePrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, true, false},
};

static const mesh_member mesh_members_OfflineEscrowEntry[] = {
  {"Identifier", 10, offsetof(mesh_OfflineEscrowEntry, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"EncryptedData", 13, offsetof(mesh_OfflineEscrowEntry, EncryptedData), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_UNTAGGED, false, true},
};

static const mesh_member mesh_members_EscrowedKeySet[] = {
  {"MasterSignatureKey", 18, offsetof(mesh_EscrowedKeySet, MasterSignatureKey), MESH_TYPE_OBJECT_Key, MESH_TAGGED, false, true},
  {"MasterEscrowKeys", 16, offsetof(mesh_EscrowedKeySet, MasterEscrowKeys), MESH_TYPE_OBJECT_Key, MESH_TAGGED, true, false},
};

static const mesh_member mesh_members_ConnectionRequest[] = {
  {"ParentUDF", 9, offsetof(mesh_ConnectionRequest, ParentUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Device", 6, offsetof(mesh_ConnectionRequest, Device), MESH_TYPE_OBJECT_SignedDeviceProfile, MESH_UNTAGGED, false, true},
};

static const mesh_member mesh_members_SignedConnectionRequest[] = {
  {"Identifier", 10, offsetof(mesh_SignedConnectionRequest, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"SignedData", 10, offsetof(mesh_SignedConnectionRequest, SignedData), MESH_TYPE_OBJECT_JoseWebSignature, MESH_UNTAGGED, false, true},
};

static const mesh_member mesh_members_ConnectionResult[] = {
  {"ParentUDF", 9, offsetof(mesh_ConnectionResult, ParentUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Device", 6, offsetof(mesh_ConnectionResult, Device), MESH_TYPE_OBJECT_SignedDeviceProfile, MESH_UNTAGGED, false, true},
  {"Result", 6, offsetof(mesh_ConnectionResult, Result), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Profile", 7, offsetof(mesh_ConnectionResult, Profile), MESH_TYPE_OBJECT_SignedProfile, MESH_TAGGED, false, false},
};

static const mesh_member mesh_members_SignedConnectionResult[] = {
  {"Identifier", 10, offsetof(mesh_SignedConnectionResult, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"SignedData", 10, offsetof(mesh_SignedConnectionResult, SignedData), MESH_TYPE_OBJECT_JoseWebSignature, MESH_UNTAGGED, false, true},
};

static const mesh_member mesh_members_ApplicationDevicePublic[] = {
  {"Identifier", 10, offsetof(mesh_ApplicationDevicePublic, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"DeviceDescription", 17, offsetof(mesh_ApplicationDevicePublic, DeviceDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"DeviceUDF", 9, offsetof(mesh_ApplicationDevicePublic, DeviceUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_ApplicationDevicePrivate[] = {
  {"Identifier", 10, offsetof(mesh_ApplicationDevicePrivate, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_Connection[] = {
  {"ServiceName", 11, offsetof(mesh_Connection, ServiceName), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Port", 4, offsetof(mesh_Connection, Port), MESH_TYPE_INTEGER, MESH_SCALAR, false, false},
  {"Prefix", 6, offsetof(mesh_Connection, Prefix), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Security", 8, offsetof(mesh_Connection, Security), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"UserName", 8, offsetof(mesh_Connection, UserName), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Password", 8, offsetof(mesh_Connection, Password), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"URI", 3, offsetof(mesh_Connection, URI), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Authentication", 14, offsetof(mesh_Connection, Authentication), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"TimeOut", 7, offsetof(mesh_Connection, TimeOut), MESH_TYPE_INTEGER, MESH_SCALAR, false, false},
  {"Polling", 7, offsetof(mesh_Connection, Polling), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_PasswordProfile[] = {
  {"Identifier", 10, offsetof(mesh_PasswordProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_PasswordProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Devices", 7, offsetof(mesh_PasswordProfile, Devices), MESH_TYPE_OBJECT_ApplicationDevicePublic, MESH_TAGGED, true, false},
  {"SharedPrivate", 13, offsetof(mesh_PasswordProfile, SharedPrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, false, true},
  {"DevicePrivate", 13, offsetof(mesh_PasswordProfile, DevicePrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, true, false},
};

static const mesh_member mesh_members_PasswordProfilePrivate[] = {
  {"AutoGenerate", 12, offsetof(mesh_PasswordProfilePrivate, AutoGenerate), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
  {"Entries", 7, offsetof(mesh_PasswordProfilePrivate, Entries), MESH_TYPE_OBJECT_PasswordEntry, MESH_UNTAGGED, true, false},
  {"NeverAsk", 8, offsetof(mesh_PasswordProfilePrivate, NeverAsk), MESH_TYPE_STRING, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_PasswordEntry[] = {
  {"Sites", 5, offsetof(mesh_PasswordEntry, Sites), MESH_TYPE_STRING, MESH_SCALAR, true, true},
  {"Username", 8, offsetof(mesh_PasswordEntry, Username), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Password", 8, offsetof(mesh_PasswordEntry, Password), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_MailProfile[] = {
  {"Identifier", 10, offsetof(mesh_MailProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_MailProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Devices", 7, offsetof(mesh_MailProfile, Devices), MESH_TYPE_OBJECT_ApplicationDevicePublic, MESH_TAGGED, true, false},
  {"SharedPrivate", 13, offsetof(mesh_MailProfile, SharedPrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, false, true},
  {"DevicePrivate", 13, offsetof(mesh_MailProfile, DevicePrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, true, false},
  {"EncryptionPGP", 13, offsetof(mesh_MailProfile, EncryptionPGP), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, false, false},
  {"EncryptionSMIME", 15, offsetof(mesh_MailProfile, EncryptionSMIME), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, false, false},
};

static const mesh_member mesh_members_MailDevicePublic[] = {
  {"Identifier", 10, offsetof(mesh_MailDevicePublic, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"DeviceDescription", 17, offsetof(mesh_MailDevicePublic, DeviceDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"DeviceUDF", 9, offsetof(mesh_MailDevicePublic, DeviceUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_MailProfilePrivate[] = {
  {"EmailAddress", 12, offsetof(mesh_MailProfilePrivate, EmailAddress), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"ReplyToAddress", 14, offsetof(mesh_MailProfilePrivate, ReplyToAddress), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"DisplayName", 11, offsetof(mesh_MailProfilePrivate, DisplayName), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"AccountName", 11, offsetof(mesh_MailProfilePrivate, AccountName), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Inbound", 7, offsetof(mesh_MailProfilePrivate, Inbound), MESH_TYPE_OBJECT_Connection, MESH_UNTAGGED, true, false},
  {"Outbound", 8, offsetof(mesh_MailProfilePrivate, Outbound), MESH_TYPE_OBJECT_Connection, MESH_UNTAGGED, true, false},
  {"Sign", 4, offsetof(mesh_MailProfilePrivate, Sign), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, true, false},
  {"Encrypt", 7, offsetof(mesh_MailProfilePrivate, Encrypt), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, true, false},
};

static const mesh_member mesh_members_MailDevicePrivate[] = {
  {"Identifier", 10, offsetof(mesh_MailDevicePrivate, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_NetworkProfile[] = {
  {"Identifier", 10, offsetof(mesh_NetworkProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_NetworkProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Devices", 7, offsetof(mesh_NetworkProfile, Devices), MESH_TYPE_OBJECT_ApplicationDevicePublic, MESH_TAGGED, true, false},
  {"SharedPrivate", 13, offsetof(mesh_NetworkProfile, SharedPrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, false, true},
  {"DevicePrivate", 13, offsetof(mesh_NetworkProfile, DevicePrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, true, false},
};

static const mesh_member mesh_members_NetworkProfilePrivate[] = {
  {"Sites", 5, offsetof(mesh_NetworkProfilePrivate, Sites), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"DNS", 3, offsetof(mesh_NetworkProfilePrivate, DNS), MESH_TYPE_OBJECT_Connection, MESH_UNTAGGED, true, false},
  {"Prefix", 6, offsetof(mesh_NetworkProfilePrivate, Prefix), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"CTL", 3, offsetof(mesh_NetworkProfilePrivate, CTL), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"WebPKI", 6, offsetof(mesh_NetworkProfilePrivate, WebPKI), MESH_TYPE_STRING, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_SSHProfile[] = {
  {"Identifier", 10, offsetof(mesh_SSHProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_SSHProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Devices", 7, offsetof(mesh_SSHProfile, Devices), MESH_TYPE_OBJECT_ApplicationDevicePublic, MESH_TAGGED, true, false},
  {"SharedPrivate", 13, offsetof(mesh_SSHProfile, SharedPrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, false, true},
  {"DevicePrivate", 13, offsetof(mesh_SSHProfile, DevicePrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, true, false},
};

static const mesh_member mesh_members_SSHDevicePublic[] = {
  {"Identifier", 10, offsetof(mesh_SSHDevicePublic, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"DeviceDescription", 17, offsetof(mesh_SSHDevicePublic, DeviceDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"DeviceUDF", 9, offsetof(mesh_SSHDevicePublic, DeviceUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"PublicKey", 9, offsetof(mesh_SSHDevicePublic, PublicKey), MESH_TYPE_OBJECT_PublicKey, MESH_UNTAGGED, false, false},
};

static const mesh_member mesh_members_SSHProfilePrivate[] = {
  {"Account", 7, offsetof(mesh_SSHProfilePrivate, Account), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"HostEntries", 11, offsetof(mesh_SSHProfilePrivate, HostEntries), MESH_TYPE_OBJECT_HostEntry, MESH_UNTAGGED, true, false},
};

static const mesh_member mesh_members_HostEntry[] = {
  {"Identifier", 10, offsetof(mesh_HostEntry, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Address", 7, offsetof(mesh_HostEntry, Address), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"AlgorithmID", 11, offsetof(mesh_HostEntry, AlgorithmID), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"PublicKey", 9, offsetof(mesh_HostEntry, PublicKey), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_SSHDevicePrivate[] = {
  {"Identifier", 10, offsetof(mesh_SSHDevicePrivate, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"DevicePrivateKey", 16, offsetof(mesh_SSHDevicePrivate, DevicePrivateKey), MESH_TYPE_OBJECT_PrivateKeyParameters, MESH_UNTAGGED, false, true},
  {"KeyUDF", 6, offsetof(mesh_SSHDevicePrivate, KeyUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_ApplicationProfileCatalog[] = {
  {"Identifier", 10, offsetof(mesh_ApplicationProfileCatalog, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_ApplicationProfileCatalog, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Devices", 7, offsetof(mesh_ApplicationProfileCatalog, Devices), MESH_TYPE_OBJECT_ApplicationDevicePublic, MESH_TAGGED, true, false},
  {"SharedPrivate", 13, offsetof(mesh_ApplicationProfileCatalog, SharedPrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, false, true},
  {"DevicePrivate", 13, offsetof(mesh_ApplicationProfileCatalog, DevicePrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, true, false},
  {"AccountIdentifier", 17, offsetof(mesh_ApplicationProfileCatalog, AccountIdentifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"PersonalUDF", 11, offsetof(mesh_ApplicationProfileCatalog, PersonalUDF), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_CatalogEntry[] = {
  {"ID", 2, offsetof(mesh_CatalogEntry, ID), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Added", 5, offsetof(mesh_CatalogEntry, Added), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Updated", 7, offsetof(mesh_CatalogEntry, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Deleted", 7, offsetof(mesh_CatalogEntry, Deleted), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Label", 5, offsetof(mesh_CatalogEntry, Label), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Source", 6, offsetof(mesh_CatalogEntry, Source), MESH_TYPE_OBJECT_TypedData, MESH_UNTAGGED, true, false},
};

static const mesh_member mesh_members_TypedData[] = {
  {"ContentType", 11, offsetof(mesh_TypedData, ContentType), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Data", 4, offsetof(mesh_TypedData, Data), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_CredentialProfile[] = {
  {"Identifier", 10, offsetof(mesh_CredentialProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_CredentialProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Devices", 7, offsetof(mesh_CredentialProfile, Devices), MESH_TYPE_OBJECT_ApplicationDevicePublic, MESH_TAGGED, true, false},
  {"SharedPrivate", 13, offsetof(mesh_CredentialProfile, SharedPrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, false, true},
  {"DevicePrivate", 13, offsetof(mesh_CredentialProfile, DevicePrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, true, false},
  {"AccountIdentifier", 17, offsetof(mesh_CredentialProfile, AccountIdentifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"PersonalUDF", 11, offsetof(mesh_CredentialProfile, PersonalUDF), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_CredentialProfilePrivate[] = {
  {"AutoGenerate", 12, offsetof(mesh_CredentialProfilePrivate, AutoGenerate), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
  {"Entries", 7, offsetof(mesh_CredentialProfilePrivate, Entries), MESH_TYPE_OBJECT_CredentialEntry, MESH_UNTAGGED, true, false},
  {"NeverAsk", 8, offsetof(mesh_CredentialProfilePrivate, NeverAsk), MESH_TYPE_STRING, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_CredentialEntry[] = {
  {"ID", 2, offsetof(mesh_CredentialEntry, ID), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Added", 5, offsetof(mesh_CredentialEntry, Added), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Updated", 7, offsetof(mesh_CredentialEntry, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Deleted", 7, offsetof(mesh_CredentialEntry, Deleted), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Label", 5, offsetof(mesh_CredentialEntry, Label), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Source", 6, offsetof(mesh_CredentialEntry, Source), MESH_TYPE_OBJECT_TypedData, MESH_UNTAGGED, true, false},
  {"Sites", 5, offsetof(mesh_CredentialEntry, Sites), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Username", 8, offsetof(mesh_CredentialEntry, Username), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Password", 8, offsetof(mesh_CredentialEntry, Password), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Protocol", 8, offsetof(mesh_CredentialEntry, Protocol), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_BookmarkProfile[] = {
  {"Identifier", 10, offsetof(mesh_BookmarkProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_BookmarkProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Devices", 7, offsetof(mesh_BookmarkProfile, Devices), MESH_TYPE_OBJECT_ApplicationDevicePublic, MESH_TAGGED, true, false},
  {"SharedPrivate", 13, offsetof(mesh_BookmarkProfile, SharedPrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, false, true},
  {"DevicePrivate", 13, offsetof(mesh_BookmarkProfile, DevicePrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, true, false},
  {"AccountIdentifier", 17, offsetof(mesh_BookmarkProfile, AccountIdentifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"PersonalUDF", 11, offsetof(mesh_BookmarkProfile, PersonalUDF), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_BookmarkProfilePrivate[] = {
  {"Entries", 7, offsetof(mesh_BookmarkProfilePrivate, Entries), MESH_TYPE_OBJECT_BookmarkEntry, MESH_UNTAGGED, true, false},
};

static const mesh_member mesh_members_BookmarkEntry[] = {
  {"ID", 2, offsetof(mesh_BookmarkEntry, ID), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Added", 5, offsetof(mesh_BookmarkEntry, Added), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Updated", 7, offsetof(mesh_BookmarkEntry, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Deleted", 7, offsetof(mesh_BookmarkEntry, Deleted), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Label", 5, offsetof(mesh_BookmarkEntry, Label), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Source", 6, offsetof(mesh_BookmarkEntry, Source), MESH_TYPE_OBJECT_TypedData, MESH_UNTAGGED, true, false},
  {"Title", 5, offsetof(mesh_BookmarkEntry, Title), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Uri", 3, offsetof(mesh_BookmarkEntry, Uri), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"ImageUDF", 8, offsetof(mesh_BookmarkEntry, ImageUDF), MESH_TYPE_STRING, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_ContactProfile[] = {
  {"Identifier", 10, offsetof(mesh_ContactProfile, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Updated", 7, offsetof(mesh_ContactProfile, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Devices", 7, offsetof(mesh_ContactProfile, Devices), MESH_TYPE_OBJECT_ApplicationDevicePublic, MESH_TAGGED, true, false},
  {"SharedPrivate", 13, offsetof(mesh_ContactProfile, SharedPrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, false, true},
  {"DevicePrivate", 13, offsetof(mesh_ContactProfile, DevicePrivate), MESH_TYPE_OBJECT_JoseWebEncryption, MESH_TAGGED, true, false},
  {"AccountIdentifier", 17, offsetof(mesh_ContactProfile, AccountIdentifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"PersonalUDF", 11, offsetof(mesh_ContactProfile, PersonalUDF), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_ContactProfilePrivate[] = {
  {"Entries", 7, offsetof(mesh_ContactProfilePrivate, Entries), MESH_TYPE_OBJECT_ContactEntry, MESH_UNTAGGED, true, false},
};

static const mesh_member mesh_members_ContactEntry[] = {
  {"ID", 2, offsetof(mesh_ContactEntry, ID), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Added", 5, offsetof(mesh_ContactEntry, Added), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Updated", 7, offsetof(mesh_ContactEntry, Updated), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Deleted", 7, offsetof(mesh_ContactEntry, Deleted), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Label", 5, offsetof(mesh_ContactEntry, Label), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Source", 6, offsetof(mesh_ContactEntry, Source), MESH_TYPE_OBJECT_TypedData, MESH_UNTAGGED, true, false},
  {"Personals", 9, offsetof(mesh_ContactEntry, Personals), MESH_TYPE_OBJECT_PersonalName, MESH_UNTAGGED, true, false},
  {"MeshUDFs", 8, offsetof(mesh_ContactEntry, MeshUDFs), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Internets", 9, offsetof(mesh_ContactEntry, Internets), MESH_TYPE_OBJECT_Internet, MESH_UNTAGGED, true, false},
  {"Postals", 7, offsetof(mesh_ContactEntry, Postals), MESH_TYPE_OBJECT_Postal, MESH_UNTAGGED, true, false},
  {"FullName", 8, offsetof(mesh_ContactEntry, FullName), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Organization", 12, offsetof(mesh_ContactEntry, Organization), MESH_TYPE_STRING, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_PersonalName[] = {
  {"First", 5, offsetof(mesh_PersonalName, First), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Last", 4, offsetof(mesh_PersonalName, Last), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Midle", 5, offsetof(mesh_PersonalName, Midle), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_Internet[] = {
  {"Label", 5, offsetof(mesh_Internet, Label), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Attributes", 10, offsetof(mesh_Internet, Attributes), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Uri", 3, offsetof(mesh_Internet, Uri), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_Postal[] = {
  {"Label", 5, offsetof(mesh_Postal, Label), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Attributes", 10, offsetof(mesh_Postal, Attributes), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Adressee", 8, offsetof(mesh_Postal, Adressee), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Street", 6, offsetof(mesh_Postal, Street), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Town", 4, offsetof(mesh_Postal, Town), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Region", 6, offsetof(mesh_Postal, Region), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Country", 7, offsetof(mesh_Postal, Country), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Code", 4, offsetof(mesh_Postal, Code), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_Header[] = {
  {"Type", 4, offsetof(mesh_Header, Type), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Content", 7, offsetof(mesh_Header, Content), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Comment", 7, offsetof(mesh_Header, Comment), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_DataItem[] = {
  {"TransactionID", 13, offsetof(mesh_DataItem, TransactionID), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"PrimaryKey", 10, offsetof(mesh_DataItem, PrimaryKey), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"PriorTransactionID", 18, offsetof(mesh_DataItem, PriorTransactionID), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Action", 6, offsetof(mesh_DataItem, Action), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Added", 5, offsetof(mesh_DataItem, Added), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Keys", 4, offsetof(mesh_DataItem, Keys), MESH_TYPE_OBJECT_IndexTerm, MESH_TAGGED, true, false},
  {"Text", 4, offsetof(mesh_DataItem, Text), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Pending", 7, offsetof(mesh_DataItem, Pending), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
  {"Commit", 6, offsetof(mesh_DataItem, Commit), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
  {"Rollback", 8, offsetof(mesh_DataItem, Rollback), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_IndexTerm[] = {
  {"Type", 4, offsetof(mesh_IndexTerm, Type), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Term", 4, offsetof(mesh_IndexTerm, Term), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_Account[] = {
  {"Created", 7, offsetof(mesh_Account, Created), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"Modified", 8, offsetof(mesh_Account, Modified), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"AccountID", 9, offsetof(mesh_Account, AccountID), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"UserProfileUDF", 14, offsetof(mesh_Account, UserProfileUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Status", 6, offsetof(mesh_Account, Status), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"LastSigned", 10, offsetof(mesh_Account, LastSigned), MESH_TYPE_INTEGER, MESH_SCALAR, false, false},
  {"LastRequests", 12, offsetof(mesh_Account, LastRequests), MESH_TYPE_BINARY, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_ConnectionsPending[] = {
  {"AccountID", 9, offsetof(mesh_ConnectionsPending, AccountID), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Requests", 8, offsetof(mesh_ConnectionsPending, Requests), MESH_TYPE_OBJECT_SignedConnectionRequest, MESH_UNTAGGED, true, false},
  {"Received", 8, offsetof(mesh_ConnectionsPending, Received), MESH_TYPE_DATETIME, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_Answered[] = {
  {"Answers", 7, offsetof(mesh_Answered, Answers), MESH_TYPE_OBJECT_Answer, MESH_UNTAGGED, true, false},
};

static const mesh_member mesh_members_Answer[] = {
  {"DeviceUDF", 9, offsetof(mesh_Answer, DeviceUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Request", 7, offsetof(mesh_Answer, Request), MESH_TYPE_BINARY, MESH_SCALAR, false, true},
  {"Envelope", 8, offsetof(mesh_Answer, Envelope), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Issued", 6, offsetof(mesh_Answer, Issued), MESH_TYPE_INTEGER, MESH_SCALAR, false, false},
  {"Answered", 8, offsetof(mesh_Answer, Answered), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_ApplicationOwner[] = {
  {"Created", 7, offsetof(mesh_ApplicationOwner, Created), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"ApplicationUDF", 14, offsetof(mesh_ApplicationOwner, ApplicationUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"UserProfileUDF", 14, offsetof(mesh_ApplicationOwner, UserProfileUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_EscrowOwner[] = {
  {"Created", 7, offsetof(mesh_EscrowOwner, Created), MESH_TYPE_DATETIME, MESH_SCALAR, false, true},
  {"EscrowUDF", 9, offsetof(mesh_EscrowOwner, EscrowUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"UserProfileUDF", 14, offsetof(mesh_EscrowOwner, UserProfileUDF), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Voided", 6, offsetof(mesh_EscrowOwner, Voided), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_MeshResponse[] = {
  {"Status", 6, offsetof(mesh_MeshResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_MeshResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_MeshResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_MeshResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_Version[] = {
  {"Major", 5, offsetof(mesh_Version, Major), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"Minor", 5, offsetof(mesh_Version, Minor), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"Encodings", 9, offsetof(mesh_Version, Encodings), MESH_TYPE_OBJECT_Encoding, MESH_UNTAGGED, true, false},
  {"URI", 3, offsetof(mesh_Version, URI), MESH_TYPE_STRING, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_Encoding[] = {
  {"ID", 2, offsetof(mesh_Encoding, ID), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"Dictionary", 10, offsetof(mesh_Encoding, Dictionary), MESH_TYPE_STRING, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_KeyValue[] = {
  {"Key", 3, offsetof(mesh_KeyValue, Key), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Value", 5, offsetof(mesh_KeyValue, Value), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_SearchConstraints[] = {
  {"NotBefore", 9, offsetof(mesh_SearchConstraints, NotBefore), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"Before", 6, offsetof(mesh_SearchConstraints, Before), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"MaxEntries", 10, offsetof(mesh_SearchConstraints, MaxEntries), MESH_TYPE_INTEGER, MESH_SCALAR, false, false},
  {"MaxBytes", 8, offsetof(mesh_SearchConstraints, MaxBytes), MESH_TYPE_INTEGER, MESH_SCALAR, false, false},
  {"PageKey", 7, offsetof(mesh_SearchConstraints, PageKey), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_HelloRequest[] = {
  {"Protection", 10, offsetof(mesh_HelloRequest, Protection), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_HelloResponse[] = {
  {"Status", 6, offsetof(mesh_HelloResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_HelloResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_HelloResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_HelloResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Version", 7, offsetof(mesh_HelloResponse, Version), MESH_TYPE_OBJECT_Version, MESH_UNTAGGED, false, false},
  {"Alternates", 10, offsetof(mesh_HelloResponse, Alternates), MESH_TYPE_OBJECT_Version, MESH_UNTAGGED, true, false},
  {"Challenge", 9, offsetof(mesh_HelloResponse, Challenge), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Extensions", 10, offsetof(mesh_HelloResponse, Extensions), MESH_TYPE_STRING, MESH_SCALAR, true, false},
  {"PortalKeys", 10, offsetof(mesh_HelloResponse, PortalKeys), MESH_TYPE_BINARY, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_ValidateRequest[] = {
  {"Account", 7, offsetof(mesh_ValidateRequest, Account), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Reserve", 7, offsetof(mesh_ValidateRequest, Reserve), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
  {"Language", 8, offsetof(mesh_ValidateRequest, Language), MESH_TYPE_STRING, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_ValidateResponse[] = {
  {"Status", 6, offsetof(mesh_ValidateResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_ValidateResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_ValidateResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_ValidateResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Valid", 5, offsetof(mesh_ValidateResponse, Valid), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
  {"Minimum", 7, offsetof(mesh_ValidateResponse, Minimum), MESH_TYPE_INTEGER, MESH_SCALAR, false, false},
  {"Maximum", 7, offsetof(mesh_ValidateResponse, Maximum), MESH_TYPE_INTEGER, MESH_SCALAR, false, false},
  {"InvalidCharacters", 17, offsetof(mesh_ValidateResponse, InvalidCharacters), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Reason", 6, offsetof(mesh_ValidateResponse, Reason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_CreateRequest[] = {
  {"Account", 7, offsetof(mesh_CreateRequest, Account), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"Profile", 7, offsetof(mesh_CreateRequest, Profile), MESH_TYPE_OBJECT_SignedProfile, MESH_TAGGED, false, true},
};

static const mesh_member mesh_members_CreateResponse[] = {
  {"Status", 6, offsetof(mesh_CreateResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_CreateResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_CreateResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_CreateResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Receipts", 8, offsetof(mesh_CreateResponse, Receipts), MESH_TYPE_BINARY, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_DeleteRequest[] = {
  {"Account", 7, offsetof(mesh_DeleteRequest, Account), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_DeleteResponse[] = {
  {"Status", 6, offsetof(mesh_DeleteResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_DeleteResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_DeleteResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_DeleteResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Receipts", 8, offsetof(mesh_DeleteResponse, Receipts), MESH_TYPE_BINARY, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_GetRequest[] = {
  {"Identifier", 10, offsetof(mesh_GetRequest, Identifier), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Account", 7, offsetof(mesh_GetRequest, Account), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"KeyValues", 9, offsetof(mesh_GetRequest, KeyValues), MESH_TYPE_OBJECT_KeyValue, MESH_UNTAGGED, true, false},
  {"SearchConstraints", 17, offsetof(mesh_GetRequest, SearchConstraints), MESH_TYPE_OBJECT_SearchConstraints, MESH_UNTAGGED, false, false},
  {"Multiple", 8, offsetof(mesh_GetRequest, Multiple), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
  {"Full", 4, offsetof(mesh_GetRequest, Full), MESH_TYPE_BOOLEAN, MESH_SCALAR, false, false},
  {"Log", 3, offsetof(mesh_GetRequest, Log), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_GetResponse[] = {
  {"Status", 6, offsetof(mesh_GetResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_GetResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_GetResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_GetResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Entries", 7, offsetof(mesh_GetResponse, Entries), MESH_TYPE_OBJECT_Entry, MESH_TAGGED, true, false},
  {"DataItems", 9, offsetof(mesh_GetResponse, DataItems), MESH_TYPE_OBJECT_DataItem, MESH_UNTAGGED, true, false},
  {"PageKey", 7, offsetof(mesh_GetResponse, PageKey), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Log", 3, offsetof(mesh_GetResponse, Log), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_PublishRequest[] = {
  {"Entry", 5, offsetof(mesh_PublishRequest, Entry), MESH_TYPE_OBJECT_Entry, MESH_TAGGED, false, true},
};

static const mesh_member mesh_members_PublishResponse[] = {
  {"Status", 6, offsetof(mesh_PublishResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_PublishResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_PublishResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_PublishResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Receipts", 8, offsetof(mesh_PublishResponse, Receipts), MESH_TYPE_BINARY, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_StatusResponse[] = {
  {"Status", 6, offsetof(mesh_StatusResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_StatusResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_StatusResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_StatusResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"LastWriteTime", 13, offsetof(mesh_StatusResponse, LastWriteTime), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"LastCheckpointTime", 18, offsetof(mesh_StatusResponse, LastCheckpointTime), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"NextCheckpointTime", 18, offsetof(mesh_StatusResponse, NextCheckpointTime), MESH_TYPE_DATETIME, MESH_SCALAR, false, false},
  {"CheckpointValue", 15, offsetof(mesh_StatusResponse, CheckpointValue), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Peers", 5, offsetof(mesh_StatusResponse, Peers), MESH_TYPE_BINARY, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_ConnectStartRequest[] = {
  {"SignedRequest", 13, offsetof(mesh_ConnectStartRequest, SignedRequest), MESH_TYPE_OBJECT_SignedConnectionRequest, MESH_UNTAGGED, false, true},
  {"AccountID", 9, offsetof(mesh_ConnectStartRequest, AccountID), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_ConnectStartResponse[] = {
  {"Status", 6, offsetof(mesh_ConnectStartResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_ConnectStartResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_ConnectStartResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_ConnectStartResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Receipts", 8, offsetof(mesh_ConnectStartResponse, Receipts), MESH_TYPE_BINARY, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_ConnectStatusRequest[] = {
  {"AccountID", 9, offsetof(mesh_ConnectStatusRequest, AccountID), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"DeviceID", 8, offsetof(mesh_ConnectStatusRequest, DeviceID), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_ConnectStatusResponse[] = {
  {"Status", 6, offsetof(mesh_ConnectStatusResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_ConnectStatusResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_ConnectStatusResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_ConnectStatusResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Result", 6, offsetof(mesh_ConnectStatusResponse, Result), MESH_TYPE_OBJECT_SignedConnectionResult, MESH_UNTAGGED, false, false},
};

static const mesh_member mesh_members_ConnectPendingRequest[] = {
  {"AccountID", 9, offsetof(mesh_ConnectPendingRequest, AccountID), MESH_TYPE_STRING, MESH_SCALAR, false, true},
  {"SearchConstraints", 17, offsetof(mesh_ConnectPendingRequest, SearchConstraints), MESH_TYPE_OBJECT_SearchConstraints, MESH_UNTAGGED, false, false},
};

static const mesh_member mesh_members_ConnectPendingResponse[] = {
  {"Status", 6, offsetof(mesh_ConnectPendingResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_ConnectPendingResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_ConnectPendingResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_ConnectPendingResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Pending", 7, offsetof(mesh_ConnectPendingResponse, Pending), MESH_TYPE_OBJECT_SignedConnectionRequest, MESH_UNTAGGED, true, false},
  {"PageKey", 7, offsetof(mesh_ConnectPendingResponse, PageKey), MESH_TYPE_STRING, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_ConnectCompleteRequest[] = {
  {"Result", 6, offsetof(mesh_ConnectCompleteRequest, Result), MESH_TYPE_OBJECT_SignedConnectionResult, MESH_UNTAGGED, false, true},
  {"AccountID", 9, offsetof(mesh_ConnectCompleteRequest, AccountID), MESH_TYPE_STRING, MESH_SCALAR, false, true},
};

static const mesh_member mesh_members_ConnectCompleteResponse[] = {
  {"Status", 6, offsetof(mesh_ConnectCompleteResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_ConnectCompleteResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_ConnectCompleteResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_ConnectCompleteResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"Receipts", 8, offsetof(mesh_ConnectCompleteResponse, Receipts), MESH_TYPE_BINARY, MESH_SCALAR, true, false},
};

static const mesh_member mesh_members_TransferRequest[] = {
  {"SearchConstraints", 17, offsetof(mesh_TransferRequest, SearchConstraints), MESH_TYPE_OBJECT_SearchConstraints, MESH_UNTAGGED, false, false},
  {"Log", 3, offsetof(mesh_TransferRequest, Log), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
};

static const mesh_member mesh_members_TransferResponse[] = {
  {"Status", 6, offsetof(mesh_TransferResponse, Status), MESH_TYPE_INTEGER, MESH_SCALAR, false, true},
  {"StatusDescription", 17, offsetof(mesh_TransferResponse, StatusDescription), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"StatusReason", 12, offsetof(mesh_TransferResponse, StatusReason), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Denial", 6, offsetof(mesh_TransferResponse, Denial), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
  {"DataItems", 9, offsetof(mesh_TransferResponse, DataItems), MESH_TYPE_OBJECT_DataItem, MESH_UNTAGGED, true, false},
  {"PageKey", 7, offsetof(mesh_TransferResponse, PageKey), MESH_TYPE_STRING, MESH_SCALAR, false, false},
  {"Log", 3, offsetof(mesh_TransferResponse, Log), MESH_TYPE_BINARY, MESH_SCALAR, false, false},
};

const mesh_object mesh_objects[MESH_OBJECTS] = {
  {"JoseWebSignature", 16, sizeof(mesh_JoseWebSignature), mesh_members_JoseWebSignature, 2, -1, false, false},
  {"Signature", 9, sizeof(mesh_Signature), mesh_members_Signature, 3, -1, false, false},
  {"JoseWebEncryption", 17, sizeof(mesh_JoseWebEncryption), mesh_members_JoseWebEncryption, 7, -1, false, false},
  {"Recipient", 9, sizeof(mesh_Recipient), mesh_members_Recipient, 2, -1, false, false},
  {"JoseHeader", 10, sizeof(mesh_JoseHeader), mesh_members_JoseHeader, 3, -1, false, true},
  {"EphemeralKey", 12, sizeof(mesh_EphemeralKey), mesh_members_EphemeralKey, 4, -1, false, true},
  {"Key", 3, sizeof(mesh_Key), mesh_members_Key, 3, -1, true, true},
  {"PublicKeyOKP", 12, sizeof(mesh_PublicKeyOKP), mesh_members_PublicKeyOKP, 5, MESH_TYPE_OBJECT_Key, false, true},
  {"PrivateKeyOKP", 13, sizeof(mesh_PrivateKeyOKP), mesh_members_PrivateKeyOKP, 6, MESH_TYPE_OBJECT_PublicKeyOKP, false, true},
  {"PublicKeyEC", 11, sizeof(mesh_PublicKeyEC), mesh_members_PublicKeyEC, 6, MESH_TYPE_OBJECT_Key, false, true},
  {"PrivateKeyEC", 12, sizeof(mesh_PrivateKeyEC), mesh_members_PrivateKeyEC, 7, MESH_TYPE_OBJECT_PublicKeyEC, false, true},
  {"PublicKeyRSA", 12, sizeof(mesh_PublicKeyRSA), mesh_members_PublicKeyRSA, 5, MESH_TYPE_OBJECT_Key, false, true},
  {"PrivateKeyRSA", 13, sizeof(mesh_PrivateKeyRSA), mesh_members_PrivateKeyRSA, 11, MESH_TYPE_OBJECT_PublicKeyRSA, false, true},
  {"PublicKey", 9, sizeof(mesh_PublicKey), mesh_members_PublicKey, 2, -1, false, false},
  {"PrivateKeyParameters", 20, sizeof(mesh_PrivateKeyParameters), mesh_members_PrivateKeyParameters, 2, -1, false, false},
  {"Entry", 5, sizeof(mesh_Entry), mesh_members_Entry, 1, -1, true, false},
  {"SignedProfile", 13, sizeof(mesh_SignedProfile), mesh_members_SignedProfile, 2, MESH_TYPE_OBJECT_Entry, true, false},
  {"SignedDeviceProfile", 19, sizeof(mesh_SignedDeviceProfile), mesh_members_SignedDeviceProfile, 2, MESH_TYPE_OBJECT_SignedProfile, false, false},
  {"DeviceProfile", 13, sizeof(mesh_DeviceProfile), mesh_members_DeviceProfile, 7, MESH_TYPE_OBJECT_Entry, false, false},
  {"DevicePrivateProfile", 20, sizeof(mesh_DevicePrivateProfile), mesh_members_DevicePrivateProfile, 3, -1, false, false},
  {"SignedMasterProfile", 19, sizeof(mesh_SignedMasterProfile), mesh_members_SignedMasterProfile, 2, MESH_TYPE_OBJECT_SignedProfile, false, false},
  {"MasterProfile", 13, sizeof(mesh_MasterProfile), mesh_members_MasterProfile, 5, MESH_TYPE_OBJECT_Entry, false, false},
  {"SignedPersonalProfile", 21, sizeof(mesh_SignedPersonalProfile), mesh_members_SignedPersonalProfile, 2, MESH_TYPE_OBJECT_SignedProfile, false, false},
  {"PersonalProfile", 15, sizeof(mesh_PersonalProfile), mesh_members_PersonalProfile, 5, MESH_TYPE_OBJECT_Entry, false, false},
  {"ApplicationProfileEntry", 23, sizeof(mesh_ApplicationProfileEntry), mesh_members_ApplicationProfileEntry, 5, -1, false, false},
  {"SignedApplicationProfile", 24, sizeof(mesh_SignedApplicationProfile), mesh_members_SignedApplicationProfile, 2, MESH_TYPE_OBJECT_SignedProfile, false, false},
  {"ApplicationProfile", 18, sizeof(mesh_ApplicationProfile), mesh_members_ApplicationProfile, 5, MESH_TYPE_OBJECT_Entry, true, false},
  {"OfflineEscrowEntry", 18, sizeof(mesh_OfflineEscrowEntry), mesh_members_OfflineEscrowEntry, 2, MESH_TYPE_OBJECT_Entry, false, false},
  {"EscrowedKeySet", 14, sizeof(mesh_EscrowedKeySet), mesh_members_EscrowedKeySet, 2, -1, false, false},
  {"ConnectionRequest", 17, sizeof(mesh_ConnectionRequest), mesh_members_ConnectionRequest, 2, -1, false, false},
  {"SignedConnectionRequest", 23, sizeof(mesh_SignedConnectionRequest), mesh_members_SignedConnectionRequest, 2, MESH_TYPE_OBJECT_SignedProfile, false, false},
  {"ConnectionResult", 16, sizeof(mesh_ConnectionResult), mesh_members_ConnectionResult, 4, MESH_TYPE_OBJECT_ConnectionRequest, false, false},
  {"SignedConnectionResult", 22, sizeof(mesh_SignedConnectionResult), mesh_members_SignedConnectionResult, 2, MESH_TYPE_OBJECT_SignedProfile, false, false},
  {"ApplicationDevicePublic", 23, sizeof(mesh_ApplicationDevicePublic), mesh_members_ApplicationDevicePublic, 3, -1, true, false},
  {"ApplicationDevicePrivate", 24, sizeof(mesh_ApplicationDevicePrivate), mesh_members_ApplicationDevicePrivate, 1, -1, true, false},
  {"Connection", 10, sizeof(mesh_Connection), mesh_members_Connection, 10, -1, false, false},
  {"PasswordProfile", 15, sizeof(mesh_PasswordProfile), mesh_members_PasswordProfile, 5, MESH_TYPE_OBJECT_ApplicationProfile, false, false},
  {"PasswordProfilePrivate", 22, sizeof(mesh_PasswordProfilePrivate), mesh_members_PasswordProfilePrivate, 3, -1, false, false},
  {"PasswordEntry", 13, sizeof(mesh_PasswordEntry), mesh_members_PasswordEntry, 3, -1, false, false},
  {"MailProfile", 11, sizeof(mesh_MailProfile), mesh_members_MailProfile, 7, MESH_TYPE_OBJECT_ApplicationProfile, false, false},
  {"MailDevicePublic", 16, sizeof(mesh_MailDevicePublic), mesh_members_MailDevicePublic, 3, MESH_TYPE_OBJECT_ApplicationDevicePublic, false, false},
  {"MailProfilePrivate", 18, sizeof(mesh_MailProfilePrivate), mesh_members_MailProfilePrivate, 8, -1, false, false},
  {"MailDevicePrivate", 17, sizeof(mesh_MailDevicePrivate), mesh_members_MailDevicePrivate, 1, MESH_TYPE_OBJECT_ApplicationDevicePrivate, false, false},
  {"NetworkProfile", 14, sizeof(mesh_NetworkProfile), mesh_members_NetworkProfile, 5, MESH_TYPE_OBJECT_ApplicationProfile, false, false},
  {"NetworkProfilePrivate", 21, sizeof(mesh_NetworkProfilePrivate), mesh_members_NetworkProfilePrivate, 5, -1, false, false},
  {"SSHProfile", 10, sizeof(mesh_SSHProfile), mesh_members_SSHProfile, 5, MESH_TYPE_OBJECT_ApplicationProfile, false, false},
  {"SSHDevicePublic", 15, sizeof(mesh_SSHDevicePublic), mesh_members_SSHDevicePublic, 4, MESH_TYPE_OBJECT_ApplicationDevicePublic, false, false},
  {"SSHProfilePrivate", 17, sizeof(mesh_SSHProfilePrivate), mesh_members_SSHProfilePrivate, 2, -1, false, false},
  {"HostEntry", 9, sizeof(mesh_HostEntry), mesh_members_HostEntry, 4, -1, false, false},
  {"SSHDevicePrivate", 16, sizeof(mesh_SSHDevicePrivate), mesh_members_SSHDevicePrivate, 3, MESH_TYPE_OBJECT_ApplicationDevicePrivate, false, false},
  {"ApplicationProfileCatalog", 25, sizeof(mesh_ApplicationProfileCatalog), mesh_members_ApplicationProfileCatalog, 7, MESH_TYPE_OBJECT_ApplicationProfile, true, false},
  {"CatalogEntry", 12, sizeof(mesh_CatalogEntry), mesh_members_CatalogEntry, 6, -1, true, false},
  {"TypedData", 9, sizeof(mesh_TypedData), mesh_members_TypedData, 2, -1, false, false},
  {"CredentialProfile", 17, sizeof(mesh_CredentialProfile), mesh_members_CredentialProfile, 7, MESH_TYPE_OBJECT_ApplicationProfileCatalog, false, false},
  {"CredentialProfilePrivate", 24, sizeof(mesh_CredentialProfilePrivate), mesh_members_CredentialProfilePrivate, 3, -1, false, false},
  {"CredentialEntry", 15, sizeof(mesh_CredentialEntry), mesh_members_CredentialEntry, 10, MESH_TYPE_OBJECT_CatalogEntry, false, false},
  {"BookmarkProfile", 15, sizeof(mesh_BookmarkProfile), mesh_members_BookmarkProfile, 7, MESH_TYPE_OBJECT_ApplicationProfileCatalog, false, false},
  {"BookmarkProfilePrivate", 22, sizeof(mesh_BookmarkProfilePrivate), mesh_members_BookmarkProfilePrivate, 1, -1, false, false},
  {"BookmarkEntry", 13, sizeof(mesh_BookmarkEntry), mesh_members_BookmarkEntry, 9, MESH_TYPE_OBJECT_CatalogEntry, false, false},
  {"ContactProfile", 14, sizeof(mesh_ContactProfile), mesh_members_ContactProfile, 7, MESH_TYPE_OBJECT_ApplicationProfileCatalog, false, false},
  {"ContactProfilePrivate", 21, sizeof(mesh_ContactProfilePrivate), mesh_members_ContactProfilePrivate, 1, -1, false, false},
  {"ContactEntry", 12, sizeof(mesh_ContactEntry), mesh_members_ContactEntry, 12, MESH_TYPE_OBJECT_CatalogEntry, false, false},
  {"PersonalName", 12, sizeof(mesh_PersonalName), mesh_members_PersonalName, 3, -1, false, false},
  {"Internet", 8, sizeof(mesh_Internet), mesh_members_Internet, 3, -1, false, false},
  {"Postal", 6, sizeof(mesh_Postal), mesh_members_Postal, 8, -1, false, false},
  {"Header", 6, sizeof(mesh_Header), mesh_members_Header, 3, -1, false, false},
  {"DataItem", 8, sizeof(mesh_DataItem), mesh_members_DataItem, 10, -1, false, false},
  {"IndexTerm", 9, sizeof(mesh_IndexTerm), mesh_members_IndexTerm, 2, -1, false, false},
  {"PortalEntry", 11, sizeof(mesh_PortalEntry), NULL, 0, -1, true, false},
  {"Account", 7, sizeof(mesh_Account), mesh_members_Account, 7, MESH_TYPE_OBJECT_PortalEntry, false, false},
  {"ConnectionsPending", 18, sizeof(mesh_ConnectionsPending), mesh_members_ConnectionsPending, 3, MESH_TYPE_OBJECT_PortalEntry, false, false},
  {"Answered", 8, sizeof(mesh_Answered), mesh_members_Answered, 1, MESH_TYPE_OBJECT_PortalEntry, false, false},
  {"Answer", 6, sizeof(mesh_Answer), mesh_members_Answer, 5, -1, false, false},
  {"ApplicationOwner", 16, sizeof(mesh_ApplicationOwner), mesh_members_ApplicationOwner, 3, MESH_TYPE_OBJECT_PortalEntry, false, false},
  {"EscrowOwner", 11, sizeof(mesh_EscrowOwner), mesh_members_EscrowOwner, 4, MESH_TYPE_OBJECT_PortalEntry, false, false},
  {"MeshRequest", 11, sizeof(mesh_MeshRequest), NULL, 0, -1, true, false},
  {"MeshResponse", 12, sizeof(mesh_MeshResponse), mesh_members_MeshResponse, 4, -1, false, false},
  {"Version", 7, sizeof(mesh_Version), mesh_members_Version, 4, -1, false, false},
  {"Encoding", 8, sizeof(mesh_Encoding), mesh_members_Encoding, 2, -1, false, false},
  {"KeyValue", 8, sizeof(mesh_KeyValue), mesh_members_KeyValue, 2, -1, false, false},
  {"SearchConstraints", 17, sizeof(mesh_SearchConstraints), mesh_members_SearchConstraints, 5, -1, false, false},
  {"HelloRequest", 12, sizeof(mesh_HelloRequest), mesh_members_HelloRequest, 1, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"HelloResponse", 13, sizeof(mesh_HelloResponse), mesh_members_HelloResponse, 9, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"ValidateRequest", 15, sizeof(mesh_ValidateRequest), mesh_members_ValidateRequest, 3, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"ValidateResponse", 16, sizeof(mesh_ValidateResponse), mesh_members_ValidateResponse, 9, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"CreateRequest", 13, sizeof(mesh_CreateRequest), mesh_members_CreateRequest, 2, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"CreateResponse", 14, sizeof(mesh_CreateResponse), mesh_members_CreateResponse, 5, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"DeleteRequest", 13, sizeof(mesh_DeleteRequest), mesh_members_DeleteRequest, 1, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"DeleteResponse", 14, sizeof(mesh_DeleteResponse), mesh_members_DeleteResponse, 5, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"GetRequest", 10, sizeof(mesh_GetRequest), mesh_members_GetRequest, 7, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"GetResponse", 11, sizeof(mesh_GetResponse), mesh_members_GetResponse, 8, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"PublishRequest", 14, sizeof(mesh_PublishRequest), mesh_members_PublishRequest, 1, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"PublishResponse", 15, sizeof(mesh_PublishResponse), mesh_members_PublishResponse, 5, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"StatusRequest", 13, sizeof(mesh_StatusRequest), NULL, 0, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"StatusResponse", 14, sizeof(mesh_StatusResponse), mesh_members_StatusResponse, 9, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"ConnectStartRequest", 19, sizeof(mesh_ConnectStartRequest), mesh_members_ConnectStartRequest, 2, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"ConnectStartResponse", 20, sizeof(mesh_ConnectStartResponse), mesh_members_ConnectStartResponse, 5, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"ConnectStatusRequest", 20, sizeof(mesh_ConnectStatusRequest), mesh_members_ConnectStatusRequest, 2, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"ConnectStatusResponse", 21, sizeof(mesh_ConnectStatusResponse), mesh_members_ConnectStatusResponse, 5, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"ConnectPendingRequest", 21, sizeof(mesh_ConnectPendingRequest), mesh_members_ConnectPendingRequest, 2, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"ConnectPendingResponse", 22, sizeof(mesh_ConnectPendingResponse), mesh_members_ConnectPendingResponse, 6, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"ConnectCompleteRequest", 22, sizeof(mesh_ConnectCompleteRequest), mesh_members_ConnectCompleteRequest, 2, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"ConnectCompleteResponse", 23, sizeof(mesh_ConnectCompleteResponse), mesh_members_ConnectCompleteResponse, 5, MESH_TYPE_OBJECT_MeshResponse, false, false},
  {"TransferRequest", 15, sizeof(mesh_TransferRequest), mesh_members_TransferRequest, 2, MESH_TYPE_OBJECT_MeshRequest, false, false},
  {"TransferResponse", 16, sizeof(mesh_TransferResponse), mesh_members_TransferResponse, 7, MESH_TYPE_OBJECT_MeshResponse, false, false},
};

const mesh_tag mesh_tags[] = {
  {"Account", 7, MESH_TYPE_OBJECT_Account},
  {"Answer", 6, MESH_TYPE_OBJECT_Answer},
  {"Answered", 8, MESH_TYPE_OBJECT_Answered},
  {"ApplicationOwner", 16, MESH_TYPE_OBJECT_ApplicationOwner},
  {"ApplicationProfileEntry", 23, MESH_TYPE_OBJECT_ApplicationProfileEntry},
  {"BookmarkEntry", 13, MESH_TYPE_OBJECT_BookmarkEntry},
  {"BookmarkProfile", 15, MESH_TYPE_OBJECT_BookmarkProfile},
  {"BookmarkProfilePrivate", 22, MESH_TYPE_OBJECT_BookmarkProfilePrivate},
  {"ConnectComplete", 15, MESH_TYPE_OBJECT_ConnectCompleteRequest},
  {"ConnectCompleteRequest", 22, MESH_TYPE_OBJECT_ConnectCompleteRequest},
  {"ConnectCompleteResponse", 23, MESH_TYPE_OBJECT_ConnectCompleteResponse},
  {"ConnectPending", 14, MESH_TYPE_OBJECT_ConnectPendingRequest},
  {"ConnectPendingRequest", 21, MESH_TYPE_OBJECT_ConnectPendingRequest},
  {"ConnectPendingResponse", 22, MESH_TYPE_OBJECT_ConnectPendingResponse},
  {"ConnectStart", 12, MESH_TYPE_OBJECT_ConnectStartRequest},
  {"ConnectStartRequest", 19, MESH_TYPE_OBJECT_ConnectStartRequest},
  {"ConnectStartResponse", 20, MESH_TYPE_OBJECT_ConnectStartResponse},
  {"ConnectStatus", 13, MESH_TYPE_OBJECT_ConnectStatusRequest},
  {"ConnectStatusRequest", 20, MESH_TYPE_OBJECT_ConnectStatusRequest},
  {"ConnectStatusResponse", 21, MESH_TYPE_OBJECT_ConnectStatusResponse},
  {"Connection", 10, MESH_TYPE_OBJECT_Connection},
  {"ConnectionRequest", 17, MESH_TYPE_OBJECT_ConnectionRequest},
  {"ConnectionResult", 16, MESH_TYPE_OBJECT_ConnectionResult},
  {"ConnectionsPending", 18, MESH_TYPE_OBJECT_ConnectionsPending},
  {"ContactEntry", 12, MESH_TYPE_OBJECT_ContactEntry},
  {"ContactProfile", 14, MESH_TYPE_OBJECT_ContactProfile},
  {"ContactProfilePrivate", 21, MESH_TYPE_OBJECT_ContactProfilePrivate},
  {"CreateAccount", 13, MESH_TYPE_OBJECT_CreateRequest},
  {"CreateRequest", 13, MESH_TYPE_OBJECT_CreateRequest},
  {"CreateResponse", 14, MESH_TYPE_OBJECT_CreateResponse},
  {"CredentialEntry", 15, MESH_TYPE_OBJECT_CredentialEntry},
  {"CredentialProfile", 17, MESH_TYPE_OBJECT_CredentialProfile},
  {"CredentialProfilePrivate", 24, MESH_TYPE_OBJECT_CredentialProfilePrivate},
  {"DataItem", 8, MESH_TYPE_OBJECT_DataItem},
  {"DeleteAccount", 13, MESH_TYPE_OBJECT_DeleteRequest},
  {"DeleteRequest", 13, MESH_TYPE_OBJECT_DeleteRequest},
  {"DeleteResponse", 14, MESH_TYPE_OBJECT_DeleteResponse},
  {"DevicePrivateProfile", 20, MESH_TYPE_OBJECT_DevicePrivateProfile},
  {"DeviceProfile", 13, MESH_TYPE_OBJECT_DeviceProfile},
  {"Encoding", 8, MESH_TYPE_OBJECT_Encoding},
  {"EphemeralKey", 12, MESH_TYPE_OBJECT_EphemeralKey},
  {"EscrowOwner", 11, MESH_TYPE_OBJECT_EscrowOwner},
  {"EscrowedKeySet", 14, MESH_TYPE_OBJECT_EscrowedKeySet},
  {"Get", 3, MESH_TYPE_OBJECT_GetRequest},
  {"GetRequest", 10, MESH_TYPE_OBJECT_GetRequest},
  {"GetResponse", 11, MESH_TYPE_OBJECT_GetResponse},
  {"Header", 6, MESH_TYPE_OBJECT_Header},
  {"Hello", 5, MESH_TYPE_OBJECT_HelloRequest},
  {"HelloRequest", 12, MESH_TYPE_OBJECT_HelloRequest},
  {"HelloResponse", 13, MESH_TYPE_OBJECT_HelloResponse},
  {"HostEntry", 9, MESH_TYPE_OBJECT_HostEntry},
  {"IndexTerm", 9, MESH_TYPE_OBJECT_IndexTerm},
  {"Internet", 8, MESH_TYPE_OBJECT_Internet},
  {"JoseHeader", 10, MESH_TYPE_OBJECT_JoseHeader},
  {"JoseWebEncryption", 17, MESH_TYPE_OBJECT_JoseWebEncryption},
  {"JoseWebSignature", 16, MESH_TYPE_OBJECT_JoseWebSignature},
  {"KeyValue", 8, MESH_TYPE_OBJECT_KeyValue},
  {"MailDevicePrivate", 17, MESH_TYPE_OBJECT_MailDevicePrivate},
  {"MailDevicePublic", 16, MESH_TYPE_OBJECT_MailDevicePublic},
  {"MailProfile", 11, MESH_TYPE_OBJECT_MailProfile},
  {"MailProfilePrivate", 18, MESH_TYPE_OBJECT_MailProfilePrivate},
  {"MasterProfile", 13, MESH_TYPE_OBJECT_MasterProfile},
  {"MeshResponse", 12, MESH_TYPE_OBJECT_MeshResponse},
  {"NetworkProfile", 14, MESH_TYPE_OBJECT_NetworkProfile},
  {"NetworkProfilePrivate", 21, MESH_TYPE_OBJECT_NetworkProfilePrivate},
  {"OfflineEscrowEntry", 18, MESH_TYPE_OBJECT_OfflineEscrowEntry},
  {"PasswordEntry", 13, MESH_TYPE_OBJECT_PasswordEntry},
  {"PasswordProfile", 15, MESH_TYPE_OBJECT_PasswordProfile},
  {"PasswordProfilePrivate", 22, MESH_TYPE_OBJECT_PasswordProfilePrivate},
  {"PersonalName", 12, MESH_TYPE_OBJECT_PersonalName},
  {"PersonalProfile", 15, MESH_TYPE_OBJECT_PersonalProfile},
  {"Postal", 6, MESH_TYPE_OBJECT_Postal},
  {"PrivateKeyEC", 12, MESH_TYPE_OBJECT_PrivateKeyEC},
  {"PrivateKeyOKP", 13, MESH_TYPE_OBJECT_PrivateKeyOKP},
  {"PrivateKeyParameters", 20, MESH_TYPE_OBJECT_PrivateKeyParameters},
  {"PrivateKeyRSA", 13, MESH_TYPE_OBJECT_PrivateKeyRSA},
  {"PublicKey", 9, MESH_TYPE_OBJECT_PublicKey},
  {"PublicKeyEC", 11, MESH_TYPE_OBJECT_PublicKeyEC},
  {"PublicKeyOKP", 12, MESH_TYPE_OBJECT_PublicKeyOKP},
  {"PublicKeyRSA", 12, MESH_TYPE_OBJECT_PublicKeyRSA},
  {"Publish", 7, MESH_TYPE_OBJECT_PublishRequest},
  {"PublishRequest", 14, MESH_TYPE_OBJECT_PublishRequest},
  {"PublishResponse", 15, MESH_TYPE_OBJECT_PublishResponse},
  {"Recipient", 9, MESH_TYPE_OBJECT_Recipient},
  {"SSHDevicePrivate", 16, MESH_TYPE_OBJECT_SSHDevicePrivate},
  {"SSHDevicePublic", 15, MESH_TYPE_OBJECT_SSHDevicePublic},
  {"SSHProfile", 10, MESH_TYPE_OBJECT_SSHProfile},
  {"SSHProfilePrivate", 17, MESH_TYPE_OBJECT_SSHProfilePrivate},
  {"SearchConstraints", 17, MESH_TYPE_OBJECT_SearchConstraints},
  {"Signature", 9, MESH_TYPE_OBJECT_Signature},
  {"SignedApplicationProfile", 24, MESH_TYPE_OBJECT_SignedApplicationProfile},
  {"SignedConnectionRequest", 23, MESH_TYPE_OBJECT_SignedConnectionRequest},
  {"SignedConnectionResult", 22, MESH_TYPE_OBJECT_SignedConnectionResult},
  {"SignedDeviceProfile", 19, MESH_TYPE_OBJECT_SignedDeviceProfile},
  {"SignedMasterProfile", 19, MESH_TYPE_OBJECT_SignedMasterProfile},
  {"SignedPersonalProfile", 21, MESH_TYPE_OBJECT_SignedPersonalProfile},
  {"Status", 6, MESH_TYPE_OBJECT_StatusRequest},
  {"StatusRequest", 13, MESH_TYPE_OBJECT_StatusRequest},
  {"StatusResponse", 14, MESH_TYPE_OBJECT_StatusResponse},
  {"Transfer", 8, MESH_TYPE_OBJECT_TransferRequest},
  {"TransferRequest", 15, MESH_TYPE_OBJECT_TransferRequest},
  {"TransferResponse", 16, MESH_TYPE_OBJECT_TransferResponse},
  {"TypedData", 9, MESH_TYPE_OBJECT_TypedData},
  {"ValidateAccount", 15, MESH_TYPE_OBJECT_ValidateRequest},
  {"ValidateRequest", 15, MESH_TYPE_OBJECT_ValidateRequest},
  {"ValidateResponse", 16, MESH_TYPE_OBJECT_ValidateResponse},
  {"Version", 7, MESH_TYPE_OBJECT_Version},
};
const size_t mesh_tag_count = 107;

const mesh_transaction mesh_transactions[] = {
  {"Hello", 5, MESH_TYPE_OBJECT_HelloRequest, MESH_TYPE_OBJECT_HelloResponse},
  {"ValidateAccount", 15, MESH_TYPE_OBJECT_ValidateRequest, MESH_TYPE_OBJECT_ValidateResponse},
  {"CreateAccount", 13, MESH_TYPE_OBJECT_CreateRequest, MESH_TYPE_OBJECT_CreateResponse},
  {"DeleteAccount", 13, MESH_TYPE_OBJECT_DeleteRequest, MESH_TYPE_OBJECT_DeleteResponse},
  {"Get", 3, MESH_TYPE_OBJECT_GetRequest, MESH_TYPE_OBJECT_GetResponse},
  {"Publish", 7, MESH_TYPE_OBJECT_PublishRequest, MESH_TYPE_OBJECT_PublishResponse},
  {"Status", 6, MESH_TYPE_OBJECT_StatusRequest, MESH_TYPE_OBJECT_StatusResponse},
  {"ConnectStart", 12, MESH_TYPE_OBJECT_ConnectStartRequest, MESH_TYPE_OBJECT_ConnectStartResponse},
  {"ConnectStatus", 13, MESH_TYPE_OBJECT_ConnectStatusRequest, MESH_TYPE_OBJECT_ConnectStatusResponse},
  {"ConnectPending", 14, MESH_TYPE_OBJECT_ConnectPendingRequest, MESH_TYPE_OBJECT_ConnectPendingResponse},
  {"ConnectComplete", 15, MESH_TYPE_OBJECT_ConnectCompleteRequest, MESH_TYPE_OBJECT_ConnectCompleteResponse},
  {"Transfer", 8, MESH_TYPE_OBJECT_TransferRequest, MESH_TYPE_OBJECT_TransferResponse},
};
const size_t mesh_transaction_count = 12;

const mesh_status mesh_statuses[] = {
  {"SuccessCreated", 201},
  {"SuccessUpdated", 202},
  {"BadRequest", 400},
  {"ClientUnauthorized", 401},
  {"NotFound", 404},
  {"AlreadyExists", 409},
  {"TooLarge", 413},
  {"ChallengeRequired", 428},
  {"ServerInternal", 500},
  {"ServerOverload", 503},
};
const size_t mesh_status_count = 10;

#endif

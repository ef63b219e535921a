// The objects and messages of the Mesh in the dialect mesh. Generated: do not edit.

/** Octets in base64url without padding. */
export type Binary = string;

/** A time of RFC 3339 in UTC. */
export type DateTime = string;

/**
 * A payload with one or more signatures: the general JSON serialization of RFC 7515 7.2.1.
 * The signatures are not verified.
 */
export interface JoseWebSignature {
  /** The signed octets. */
  payload: Binary;
  /** The signatures, at least one. */
  signatures: Signature[];
}

/** One signature. */
export interface Signature {
  /**
   * The header's exact UTF-8 octets, which are signed with the payload; if empty, the
   * signature never verifies.
   */
  protected?: Binary;
  /** Members that are not signed, or absent; in the `mesh` dialect they are ignored. */
  header?: JoseHeader;
  /** The octets of the signature; their number depends on the algorithm. */
  signature: Binary;
}

/**
 * An encrypted message for one or more recipients: the general JSON serialization of RFC
 * 7516 7.2.1.
 */
export interface JoseWebEncryption {
  /**
   * The exact UTF-8 octets of the header that the tag covers; if empty, the message cannot be
   * decrypted, since `enc` must be protected.
   */
  protected?: Binary;
  /** Header members for all recipients that the tag does not cover. */
  unprotected?: JoseHeader;
  /** The content key for each recipient, at least one. */
  recipients: Recipient[];
  /** Additional octets that the tag covers. */
  aad?: Binary;
  /** The initialization vector: 12 octets for AES-GCM, 16 for AES-CBC. */
  iv: Binary;
  /** The encrypted octets; as long as the plaintext for AES-GCM. */
  ciphertext: Binary;
  /** The authentication tag: 16 octets for AES-GCM; empty in the `portal-2017` dialect. */
  tag: Binary;
}

/** The content key, encrypted to one recipient. */
export interface Recipient {
  /** Members for this recipient: `alg`, `kid`, `epk`. */
  header?: JoseHeader;
  /** The wrapped content key, or absent where the content key is agreed or shared. */
  encrypted_key?: Binary;
}

/**
 * The header of a signed or encrypted object (RFC 7515 section 4, RFC 7516 section 4). Other
 * members may be present.
 */
export interface JoseHeader {
  /** The algorithm of the key. */
  alg?: string;
  /** The fingerprint of the key. */
  kid?: string;
  /** The ephemeral key of a key agreement, a JSON Web Key. */
  epk?: EphemeralKey;
  /** It may have other members. */
  [other: string]: unknown;
}

/**
 * The public key of a key agreement that is used once (RFC 7518 section 4.6.1.1), without a
 * tag. Other members of RFC 7517 may be present.
 */
export interface EphemeralKey {
  /** The key type: OKP or EC. */
  kty: string;
  /** The curve. */
  crv: string;
  /** The public key, or its x coordinate. */
  x: Binary;
  /** The y coordinate of a key of type EC. */
  y?: Binary;
  /** It may have other members. */
  [other: string]: unknown;
}

/** A JSON Web Key (RFC 7517). Other members of the RFC may be present. */
export interface Key {
  /** The key type: OKP, EC or RSA. */
  kty: string;
  /** The one algorithm that the key is for. */
  alg?: string;
  /** The fingerprint of the key. */
  kid?: string;
  /** It may have other members. */
  [other: string]: unknown;
}

/** A public key of Curve25519 or Curve448 (RFC 8037). */
export interface PublicKeyOKP extends Key {
  /** The curve: Ed25519, X25519, Ed448 or X448. */
  crv: string;
  /** The public key. */
  x: Binary;
}

/** A private key of Curve25519 or Curve448 (RFC 8037). Secret. */
export interface PrivateKeyOKP extends PublicKeyOKP {
  /** The private key. */
  d: Binary;
}

/** A public key on an elliptic curve (RFC 7518 section 6.2). */
export interface PublicKeyEC extends Key {
  /** The curve: P-256. */
  crv: string;
  /** The x coordinate, as long as the field. */
  x: Binary;
  /** The y coordinate, as long as the field. */
  y: Binary;
}

/** A private key on an elliptic curve (RFC 7518 section 6.2). Secret. */
export interface PrivateKeyEC extends PublicKeyEC {
  /** The private key. */
  d: Binary;
}

/** An RSA public key (RFC 7518 section 6.3). */
export interface PublicKeyRSA extends Key {
  /** The modulus. */
  n: Binary;
  /** The exponent. */
  e: Binary;
}

/** An RSA private key (RFC 7518 section 6.3). Secret. */
export interface PrivateKeyRSA extends PublicKeyRSA {
  /** The private exponent. */
  d: Binary;
  /** The first prime. */
  p: Binary;
  /** The second prime. */
  q: Binary;
  /** The exponent of the first prime. */
  dp: Binary;
  /** The exponent of the second prime. */
  dq: Binary;
  /** The coefficient of the second prime. */
  qi: Binary;
}

/** A public key under its fingerprint. */
export interface PublicKey {
  /** The fingerprint of the key. */
  UDF: string;
  /** The key. */
  PublicParameters: TaggedKey;
}

/** A private key under its fingerprint. Secret: it is only ever in content that is encrypted. */
export interface PrivateKeyParameters {
  /** The fingerprint of the key. */
  UDF: string;
  /** The key pair. */
  PrivateParameters: TaggedKey;
}

/** An entry that can be published, under an identifier that belongs to it for its whole life. */
export interface Entry {
  /** The identifier that the entry is stored and found under. */
  Identifier: string;
}

/** An object with its signature, as an entry. */
export interface SignedProfile extends Entry {
  /** The signature object; its payload is the tagged JSON of the inner object. */
  SignedData: JoseWebSignature;
}

/** A `DeviceProfile` signed by its own device signature key. */
export interface SignedDeviceProfile extends SignedProfile {
}

/** A device: three keys and a name. Its identifier is the fingerprint of its signature key. */
export interface DeviceProfile extends Entry {
  /** Names of the device for people. */
  Names?: string[];
  /** The time of this version. */
  Updated?: DateTime;
  /** The kind of device, for people. */
  Description?: string;
  /** The key that signs for the device. */
  DeviceSignatureKey: PublicKey;
  /** The key that authenticates the device. */
  DeviceAuthenticationKey: PublicKey;
  /**
   * The key that data for the device is encrypted to, under the name that the schema spells
   * so.
   */
  DeviceEncryptiontionKey: PublicKey;
}

/** The private keys of a device, as others wrote them. Secret; read and never written. */
export interface DevicePrivateProfile {
  /** The key that signs. */
  DeviceSignatureKey?: TaggedKey;
  /** The key that authenticates. */
  DeviceAuthenticationKey?: TaggedKey;
  /** The key that decrypts, under the name that the schema spells so. */
  DeviceEncryptiontionKey?: TaggedKey;
}

/** A `MasterProfile` signed by its own master signature key. */
export interface SignedMasterProfile extends SignedProfile {
}

/**
 * The root of a person's profile. The master signature key never changes; its fingerprint is
 * the identifier of the master profile and of the personal profile.
 */
export interface MasterProfile extends Entry {
  /** The time of this version. */
  Updated: DateTime;
  /** The key that signs the master profile. */
  MasterSignatureKey: PublicKey;
  /** The keys that the data of applications is encrypted to as well, at least one. */
  MasterEscrowKeys: PublicKey[];
  /** The keys that may sign the personal profile, at least one. */
  OnlineSignatureKeys: PublicKey[];
}

/** A `PersonalProfile` signed by an online signature key or by the master signature key. */
export interface SignedPersonalProfile extends SignedProfile {
}

/**
 * A person's profile: the master profile, the connected devices and an entry for each
 * application.
 */
export interface PersonalProfile extends Entry {
  /** The time of this version. */
  Updated: DateTime;
  /** The master profile. */
  SignedMasterProfile: SignedMasterProfile;
  /** The connected devices. */
  Devices?: SignedDeviceProfile[];
  /** An entry for each application. */
  Applications?: ApplicationProfileEntry[];
}

/**
 * An application in a personal profile: the devices that may sign its profile and those that
 * can decrypt it, by the fingerprints of their signature keys.
 */
export interface ApplicationProfileEntry {
  /** The identifier of the application. */
  Identifier: string;
  /** The type of the application: the tag of its profile. */
  Type: string;
  /** A name for people. */
  Friendly?: string;
  /** The devices that may sign the profile of the application. */
  AdminDeviceUDF?: string[];
  /** The devices that the data of the application is encrypted to. */
  DecryptDeviceUDF?: string[];
}

/** An `ApplicationProfile` signed by a device that its entry lists as an administrator. */
export interface SignedApplicationProfile extends SignedProfile {
}

/**
 * The signed part of an application: what everybody may read, and the data that is encrypted
 * to its devices.
 */
export interface ApplicationProfile extends Entry {
  /** The time of this version. */
  Updated: DateTime;
  /** What each device publishes about itself. */
  Devices?: TaggedApplicationDevicePublic[];
  /** The content, encrypted to all devices of the application. */
  SharedPrivate: TaggedJoseWebEncryption;
  /** What single devices have encrypted to themselves. */
  DevicePrivate?: TaggedJoseWebEncryption[];
}

/**
 * The master keys, encrypted under a key that follows from a shared secret. The identifier
 * is the fingerprint of that secret, so that the recovered secret finds the entry. The
 * protected header repeats it, so that an entry cannot be passed off under another
 * identifier.
 */
export interface OfflineEscrowEntry extends Entry {
  /** The encrypted `EscrowedKeySet`. */
  EncryptedData: JoseWebEncryption;
}

/** The keys that an escrow entry holds. Secret: it is only ever in content that is encrypted. */
export interface EscrowedKeySet {
  /** The key whose fingerprint is the identifier of the profile. */
  MasterSignatureKey: TaggedKey;
  /** The keys that the data of applications is encrypted to as well. */
  MasterEscrowKeys?: TaggedKey[];
}

/** A device's request to be connected. */
export interface ConnectionRequest {
  /** The identifier of the personal profile to be connected to. */
  ParentUDF: string;
  /** The device that asks. */
  Device: SignedDeviceProfile;
}

/** A `ConnectionRequest` signed by the device that wants to be connected. */
export interface SignedConnectionRequest extends SignedProfile {
}

/** An administrator's answer. */
export interface ConnectionResult extends ConnectionRequest {
  /** `Accepted` or `Rejected`. */
  Result: "Accepted" | "Rejected" | "Pending" | "Unknown";
  /** The profile with the device in it, if accepted. */
  Profile?: TaggedSignedProfile;
}

/** A `ConnectionResult` signed by an online signature key of the profile. */
export interface SignedConnectionResult extends SignedProfile {
}

/** What a device publishes about itself in an application. */
export interface ApplicationDevicePublic {
  /** The identifier of the part. */
  Identifier?: string;
  /** The device, in words for people. */
  DeviceDescription?: string;
  /** The device, by the fingerprint of its signature key: the member `DeviceUDF`. */
  DeviceUDF: string;
}

/** What a device keeps for itself in an application. */
export interface ApplicationDevicePrivate {
  /**
   * The device, by the text of its fingerprint, which a reader compares with its own: the
   * member `Identifier`. Empty parts of other programs may have none.
   */
  Identifier?: string;
}

/**
 * How to reach a network service. The service, the kind of service and the user identify it
 * in a list.
 */
export interface Connection {
  /** The DNS name of the service. */
  ServiceName?: string;
  /** The port. */
  Port?: number;
  /** The kind of service: `_imap`, `_imaps`, `_pop3`, `_smtp`, `_submission`. */
  Prefix?: string;
  /** `Direct`, `Upgrade` or `None`, in order of preference. */
  Security?: string[];
  /** The user name. */
  UserName?: string;
  /** The password. */
  Password?: string;
  /** The address, where there is one. */
  URI?: string;
  /** The method of authentication. */
  Authentication?: string;
  /** The time after which an attempt is given up. */
  TimeOut?: number;
  /** True if the client asks again and again, rather than waiting to be told. */
  Polling?: boolean;
}

/** Site passwords. */
export interface PasswordProfile extends ApplicationProfile {
}

/**
 * The decrypted content of a `PasswordProfile`. It holds passwords, and its text form shows
 * none.
 */
export interface PasswordProfilePrivate {
  /** True if a client may offer to make passwords. */
  AutoGenerate?: boolean;
  /** The passwords. */
  Entries?: PasswordEntry[];
  /** The sites that a client never asks about. */
  NeverAsk?: string[];
}

/** One user name and password. */
export interface PasswordEntry {
  /** The sites it is for; `*.example.com` is a wildcard. */
  Sites: string[];
  /** The user name; upper and lower case differ. */
  Username: string;
  /** The password; upper and lower case differ. */
  Password: string;
}

/** A mail account. */
export interface MailProfile extends ApplicationProfile {
  /** The OpenPGP key for mail to the owner. */
  EncryptionPGP?: PublicKey;
  /** The S/MIME key for mail to the owner. */
  EncryptionSMIME?: PublicKey;
}

/** What a device publishes about itself in a mail application. */
export interface MailDevicePublic extends ApplicationDevicePublic {
}

/** The decrypted content of a `MailProfile`. */
export interface MailProfilePrivate {
  /** The address that mail is sent from. */
  EmailAddress?: string;
  /** The address for replies. */
  ReplyToAddress?: string;
  /** The name that is shown with the address. */
  DisplayName?: string;
  /** The name of the account in a list, for people. */
  AccountName?: string;
  /** The services that mail is fetched from. */
  Inbound?: Connection[];
  /** The services that mail is sent by. */
  Outbound?: Connection[];
  /** The member `Sign`: keys for signing mail. */
  Sign?: PublicKey[];
  /** The member `Encrypt`: keys for encrypted mail. */
  Encrypt?: PublicKey[];
}

/** What a device keeps for itself in a mail application. */
export interface MailDevicePrivate extends ApplicationDevicePrivate {
}

/** Settings of networks. */
export interface NetworkProfile extends ApplicationProfile {
}

/** The decrypted content of a `NetworkProfile`. */
export interface NetworkProfilePrivate {
  /** The networks that the settings are for. */
  Sites?: string[];
  /** The DNS servers. */
  DNS?: Connection[];
  /** The domains that a short name is looked up in. */
  Prefix?: string[];
  /** The certificate trust list, the member `CTL`. */
  CTL?: Binary;
  /** The certificates of trusted authorities. */
  WebPKI?: string[];
}

/** Keys for SSH. */
export interface SSHProfile extends ApplicationProfile {
}

/** What a device publishes about itself in an SSH application. */
export interface SSHDevicePublic extends ApplicationDevicePublic {
  /** The device's key for SSH. */
  PublicKey?: PublicKey;
}

/** The decrypted content of an `SSHProfile`. */
export interface SSHProfilePrivate {
  /** The account that the keys are for. */
  Account?: string;
  /** The keys of hosts. */
  HostEntries?: HostEntry[];
}

/** The key of a host. Its address and the algorithm identify it in a list. */
export interface HostEntry {
  /** The identifier of the entry. */
  Identifier?: string;
  /** The pattern of host names, as a line of `known_hosts` begins. */
  Address: string;
  /** The name of the kind of key, `ssh-ed25519` for example. */
  AlgorithmID: string;
  /** The key as SSH sends it, in base64. */
  PublicKey: string;
}

/** What a device keeps for itself in an SSH application. */
export interface SSHDevicePrivate extends ApplicationDevicePrivate {
  /** The private half of the key that `SSHDevicePublic` has. */
  DevicePrivateKey: PrivateKeyParameters;
  /** The fingerprint of the key. */
  KeyUDF: string;
}

/** The members of a catalogue that everybody can read. */
export interface ApplicationProfileCatalog extends ApplicationProfile {
  /** The account that the catalogue belongs to. */
  AccountIdentifier?: string;
  /** The identifier of the personal profile that it belongs to. */
  PersonalUDF?: string;
}

/** What the entries of all catalogues have. */
export interface CatalogEntry {
  /** The identity of the entry, for its whole life. */
  ID?: string;
  /** When it was made. */
  Added?: DateTime;
  /** When it was last changed. */
  Updated?: DateTime;
  /** When it was deleted, if it is kept as deleted. */
  Deleted?: DateTime;
  /** Words to find it by. */
  Label?: string[];
  /** Where it came from. */
  Source?: TypedData[];
}

/** Octets with their media type: where an entry came from. */
export interface TypedData {
  /** The media type. */
  ContentType?: string;
  /** The octets. */
  Data?: Binary;
}

/** Credentials, the later name of passwords. */
export interface CredentialProfile extends ApplicationProfileCatalog {
}

/** The decrypted content of a `CredentialProfile`. */
export interface CredentialProfilePrivate {
  /** True if a client may offer to make passwords. */
  AutoGenerate?: boolean;
  /** The credentials. */
  Entries?: CredentialEntry[];
  /** The sites that a client never asks about. */
  NeverAsk?: string[];
}

/** One credential. */
export interface CredentialEntry extends CatalogEntry {
  /** The sites it is for; `*.example.com` is a wildcard. */
  Sites?: string[];
  /** The user name; upper and lower case differ. */
  Username?: string;
  /** The password; upper and lower case differ. */
  Password?: string;
  /** The protocol, `http` or `ssh` for example. */
  Protocol?: string;
}

/** Bookmarks. */
export interface BookmarkProfile extends ApplicationProfileCatalog {
}

/** The decrypted content of a `BookmarkProfile`. */
export interface BookmarkProfilePrivate {
  /** The bookmarks. */
  Entries?: BookmarkEntry[];
}

/** One bookmark. */
export interface BookmarkEntry extends CatalogEntry {
  /** The title of the page. */
  Title?: string;
  /** The address of the page. */
  Uri?: string;
  /** The fingerprints of images that stand for the page. */
  ImageUDF?: string[];
}

/** Contacts. */
export interface ContactProfile extends ApplicationProfileCatalog {
}

/** The decrypted content of a `ContactProfile`. */
export interface ContactProfilePrivate {
  /** The contacts. */
  Entries?: ContactEntry[];
}

/** One contact. The schema writes the three without a tag, so that one record reads them all. */
export interface ContactEntry extends CatalogEntry {
  /** The names of the person. */
  Personals?: PersonalName[];
  /** The identifiers of personal profiles. */
  MeshUDFs?: string[];
  /** Addresses on the Internet, telephone numbers among them. */
  Internets?: Internet[];
  /** Postal addresses. */
  Postals?: Postal[];
  /** Of a `ContactPerson` or `ContactOrganization`. */
  FullName?: string;
  /** Of a `ContactPerson`. */
  Organization?: string[];
}

/** A person's name. */
export interface PersonalName {
  /** The given name. */
  First?: string;
  /** The family name. */
  Last?: string;
  /** The member `Midle`, as the schema spells it. */
  Midle?: string;
}

/** An address on the Internet. */
export interface Internet {
  /** The use of the address, `home` or `work` for example. */
  Label?: string[];
  /** How the address may be used. */
  Attributes?: string[];
  /** The address. */
  Uri?: string;
}

/** A postal address. */
export interface Postal {
  /** The use of the address, `home` or `work` for example. */
  Label?: string[];
  /** How the address may be used. */
  Attributes?: string[];
  /** The member `Adressee`, as the schema spells it. */
  Adressee?: string;
  /** The street and the number. */
  Street?: string;
  /** The town. */
  Town?: string;
  /** The state, county or similar. */
  Region?: string;
  /** The country. */
  Country?: string;
  /** The code of the country, three letters. */
  Code?: string;
}

/** The first record of a log. */
export interface Header {
  /** The kind of log: Data. */
  Type: string;
  /** The media type of the objects in the log. */
  Content: string;
  /** A text for people. */
  Comment?: string;
}

/** One record of a log, with the members of the 2017 schema. */
export interface DataItem {
  /**
   * `TID:` and a number that no other record of the store has; numbers rise by one in the
   * order of commits, over both logs.
   */
  TransactionID: string;
  /** The key that the record is about. */
  PrimaryKey: string;
  /** The record of the same key before this one, if there is one. */
  PriorTransactionID?: string;
  /** What the record says about the key. */
  Action: "New" | "Update" | "Delete";
  /** When it was written, milliseconds. */
  Added: DateTime;
  /** Further names of this version. */
  Keys?: TaggedIndexTerm[];
  /** The tagged JSON of the object; absent for a Delete. In JSON it is a string. */
  Text?: string;
  /** True if it counts only together with every earlier record and its transaction's Commit. */
  Pending?: boolean;
  /** True if it is the last record of a transaction that has several, or that is pending. */
  Commit?: boolean;
  /** Never written; read because the schema has it. */
  Rollback?: boolean;
}

/** A further name under which a record is found. */
export interface IndexTerm {
  /** What kind of name it is, for example `UDF`. */
  Type: string;
  /** The name, well-formed Unicode; with the type at most 4096 characters. */
  Term: string;
}

/** A portal's own record in the portal log; never sent. */
export interface PortalEntry {
}

/**
 * An account. The record of a deleted account stays, so that the name goes to nobody but the
 * profile that had it; before there was `DELETED`, a deletion deleted the record, and such a
 * name is free.
 */
export interface Account extends PortalEntry {
  /** When the account was created. */
  Created: DateTime;
  /** When it was written last; for a deleted account the time of the deletion. */
  Modified: DateTime;
  /** The name, `user@domain`, in the one form that all spellings have. */
  AccountID: string;
  /** The identifier of the personal profile bound to it. */
  UserProfileUDF: string;
  /** `OPEN` or `DELETED`. */
  Status: string;
  /**
   * When the latest of the signed requests that created or deleted the account was signed, in
   * milliseconds since 1970; absent if none was signed.
   */
  LastSigned?: number;
  /** The `SignedDigest` of each that was signed at that time. */
  LastRequests?: Binary[];
}

/** The open connection requests of a profile. */
export interface ConnectionsPending extends PortalEntry {
  /** The account that the requests are for. */
  AccountID: string;
  /** The open requests, oldest first. */
  Requests?: SignedConnectionRequest[];
  /** When each request came, in the order of `requests`. */
  Received?: DateTime[];
}

/**
 * The connection requests of a profile that were answered lately, so that a copy of one does
 * not become pending again.
 */
export interface Answered extends PortalEntry {
  /** Oldest first. */
  Answers?: Answer[];
}

/** An answered connection request. */
export interface Answer {
  /** The device that asked. */
  DeviceUDF: string;
  /** The `SignedDigest` of the request. */
  Request: Binary;
  /** That of the envelope in which the request came. */
  Envelope?: Binary;
  /**
   * The time of signing by the device's clock, in milliseconds since 1970; absent if neither
   * request nor envelope has one.
   */
  Issued?: number;
  /** When the answer came. */
  Answered: DateTime;
}

/** The owner of an application: the profile that listed it first. */
export interface ApplicationOwner extends PortalEntry {
  /** When the application was listed first. */
  Created: DateTime;
  /** The identifier of the application. */
  ApplicationUDF: string;
  /** The identifier of the personal profile that owns it. */
  UserProfileUDF: string;
}

/**
 * The owner of an escrow entry. It stays after the entry is voided, so that its identifier
 * is not used again. Escrow entries that an earlier version of this program stored have
 * none.
 */
export interface EscrowOwner extends PortalEntry {
  /** When the entry was published. */
  Created: DateTime;
  /** The identifier of the escrow entry. */
  EscrowUDF: string;
  /** The identifier of the personal profile that owns it. */
  UserProfileUDF: string;
  /** When the entry was voided and deleted; absent if it was not. */
  Voided?: DateTime;
}

/** A request of the portal protocol. */
export interface MeshRequest {
}

/**
 * A refusal with its reason, in the place of a transaction's response. Under the tag `
 * MeshResponse` it is the response to octets that cannot be read as a request, whose
 * transaction is therefore unknown: status 400 or 413.
 */
export interface MeshResponse {
  /** One of the codes in `Status`. */
  Status: number;
  /** The status in words, for a person; absent if the portal gave none. */
  StatusDescription?: string;
  /** The wire name of a `RefusalReason`, or one that is not known here. */
  StatusReason?: string;
  /**
   * In place of a Get that asked for it, the proof that the portal's log has no such entry:
   * the JSON of a `LogAnswer`.
   */
  Denial?: Binary;
}

/** A protocol version. */
export interface Version {
  /** The major number. */
  Major: number;
  /** The minor number. */
  Minor: number;
  /** Its content encodings. */
  Encodings?: Encoding[];
  /** The addresses that serve it; absent means the address of this response. */
  URI?: string[];
}

/** A content encoding. */
export interface Encoding {
  /** Its media types. */
  ID?: string[];
  /** The names of its compression dictionaries. */
  Dictionary?: string[];
}

/** An index term to search for. */
export interface KeyValue {
  /** The name of the index. */
  Key: string;
  /** The value to look for. */
  Value: string;
}

/** Bounds on the result of a query. */
export interface SearchConstraints {
  /** Only records added at or after this time. */
  NotBefore?: DateTime;
  /** Only records added before this time. */
  Before?: DateTime;
  /** The most entries in the response, 1 or more; the portal's own limit applies too. */
  MaxEntries?: number;
  /**
   * The most octets of text in the response, 1 or more; the first entry is returned whatever
   * its length.
   */
  MaxBytes?: number;
  /** The key that came with the previous page; absent for the first page. */
  PageKey?: string;
}

/** Asks which protocol versions and encodings the portal has. */
export interface HelloRequest extends MeshRequest {
  /** True to be given the portal's keys for protected messages too. */
  Protection?: boolean;
}

/** The protocol versions and encodings of the portal. */
export interface HelloResponse extends MeshResponse {
  /** The version of the protocol that the portal prefers. */
  Version?: Version;
  /** Other versions that it has. */
  Alternates?: Version[];
  /** The text that signed requests to this portal must name. */
  Challenge?: string;
  /** The names of the additions to the drafts that are in use. */
  Extensions?: string[];
  /**
   * The portal's statements of its keys, newest first, each the JSON of a JWS; only if they
   * were asked for.
   */
  PortalKeys?: Binary[];
}

/** Asks whether an account name could be created (transaction ValidateAccount). */
export interface ValidateRequest extends MeshRequest {
  /** The name to be checked. */
  Account: string;
  /** True to hold the name for a while. */
  Reserve?: boolean;
  /** The languages for explanations, the preferred first. */
  Language?: string[];
}

/** Whether the name could be created, and the rules for names. */
export interface ValidateResponse extends MeshResponse {
  /** True if the name could be created. */
  Valid?: boolean;
  /** The shortest name, in characters. */
  Minimum?: number;
  /** The longest name, in characters. */
  Maximum?: number;
  /** The characters that a name may not have. */
  InvalidCharacters?: string;
  /** Why the name could not be created. */
  Reason?: string;
}

/** Creates an account bound to a profile (transaction CreateAccount). */
export interface CreateRequest extends MeshRequest {
  /** The name of the account, `user@domain`. */
  Account: string;
  /** The profile that the account is bound to, a SignedPersonalProfile. */
  Profile: TaggedSignedProfile;
}

/** The response to `CreateRequest`. */
export interface CreateResponse extends MeshResponse {
  /**
   * The signed receipts of the records that were written, if the request names a checkpoint of
   * the portal's log.
   */
  Receipts?: Binary[];
}

/** Deletes an account (transaction DeleteAccount); needs an administrator. */
export interface DeleteRequest extends MeshRequest {
  /** The name of the account. */
  Account: string;
}

/** The response to `DeleteRequest`. */
export interface DeleteResponse extends MeshResponse {
  /**
   * The signed receipt of the account's last record, if the request names a checkpoint of the
   * portal's log.
   */
  Receipts?: Binary[];
}

/** Asks for entries by account, by identifier or by index terms. */
export interface GetRequest extends MeshRequest {
  /** The identifier of the entry. */
  Identifier?: string;
  /** The account whose profile is asked for. */
  Account?: string;
  /** The index terms of the entries. */
  KeyValues?: KeyValue[];
  /** Bounds on the result. */
  SearchConstraints?: SearchConstraints;
  /** True for all entries that match, rather than the first. */
  Multiple?: boolean;
  /** True for the log records of the entries too. */
  Full?: boolean;
  /**
   * Asks for the proof from the portal's log that the one entry is the latest: the JSON of a
   * `LogQuery`; absent for none.
   */
  Log?: Binary;
}

/**
 * The entries found. With `Full`, their log records too. A reader who has said in the ` Log`
 * of the request which record of the entry it has, and has the latest, gets the proof alone.
 */
export interface GetResponse extends MeshResponse {
  /** The entries found. */
  Entries?: TaggedEntry[];
  /** Their log records. */
  DataItems?: DataItem[];
  /** The key for the next page; absent on the last. */
  PageKey?: string;
  /**
   * The proof of the entry's latest record, if it was asked for and there is a log: the JSON
   * of a `LogAnswer`.
   */
  Log?: Binary;
}

/** Publishes an entry. */
export interface PublishRequest extends MeshRequest {
  /** The entry to publish. */
  Entry: TaggedEntry;
}

/** The response to `PublishRequest`. */
export interface PublishResponse extends MeshResponse {
  /**
   * The signed receipts of the records that were written, if the request names a checkpoint of
   * the portal's log.
   */
  Receipts?: Binary[];
}

/** Asks when the portal's log was last written. */
export interface StatusRequest extends MeshRequest {
  [other: string]: never;
}

/** The times of the last write and checkpoint. */
export interface StatusResponse extends MeshResponse {
  /** When the log was last written. */
  LastWriteTime?: DateTime;
  /** When the last checkpoint was made. */
  LastCheckpointTime?: DateTime;
  /** When the next checkpoint is due. */
  NextCheckpointTime?: DateTime;
  /** The value of the last checkpoint. */
  CheckpointValue?: string;
  /** The chain of proofs to the checkpoint of each peer. */
  Peers?: Binary[];
}

/** Posts a connection request. */
export interface ConnectStartRequest extends MeshRequest {
  /** The request of the device. */
  SignedRequest: SignedConnectionRequest;
  /** The account of the profile to be connected to. */
  AccountID: string;
}

/** The response to `ConnectStartRequest`. */
export interface ConnectStartResponse extends MeshResponse {
  /**
   * The signed receipts of the records that were written, if the request names a checkpoint of
   * the portal's log.
   */
  Receipts?: Binary[];
}

/** Asks for the answer to a connection request; needs the device that asked. */
export interface ConnectStatusRequest extends MeshRequest {
  /** The account of the profile. */
  AccountID: string;
  /** The identifier of the device that asked. */
  DeviceID: string;
}

/** The result; absent while the request is pending. */
export interface ConnectStatusResponse extends MeshResponse {
  /** The answer of an administrator. */
  Result?: SignedConnectionResult;
}

/** Asks for the open connection requests; needs an administrator. */
export interface ConnectPendingRequest extends MeshRequest {
  /** The account of the profile. */
  AccountID: string;
  /** Bounds on the result. */
  SearchConstraints?: SearchConstraints;
}

/** The open requests, oldest first. */
export interface ConnectPendingResponse extends MeshResponse {
  /** The open requests, oldest first. */
  Pending?: SignedConnectionRequest[];
  /** The key for the next page; absent on the last. */
  PageKey?: string;
}

/** Answers a connection request; needs an administrator. */
export interface ConnectCompleteRequest extends MeshRequest {
  /** The answer. */
  Result: SignedConnectionResult;
  /** The account of the profile. */
  AccountID: string;
}

/** The response to `ConnectCompleteRequest`. */
export interface ConnectCompleteResponse extends MeshResponse {
  /**
   * The signed receipts of the records that were written, if the request names a checkpoint of
   * the portal's log.
   */
  Receipts?: Binary[];
}

/**
 * Asks for the log records of the requester's own entries, which needs an administrator; or
 * for all records, which needs an auditor.
 */
export interface TransferRequest extends MeshRequest {
  /** Bounds on the result. */
  SearchConstraints?: SearchConstraints;
  /** Asks for the proofs from the portal's log: the JSON of a `TransferQuery`; absent for none. */
  Log?: Binary;
}

/** Log records in the order they were written. */
export interface TransferResponse extends MeshResponse {
  /** The log records. */
  DataItems?: DataItem[];
  /** The key for the next page; absent on the last. */
  PageKey?: string;
  /**
   * The proofs that the records are in the log, if they were asked for: the JSON of a
   * `TransferAnswer`.
   */
  Log?: Binary;
}

/** ApplicationDevicePublic or an object that inherits it, in its tag. */
export type TaggedApplicationDevicePublic =
  | { MailDevicePublic: MailDevicePublic }
  | { SSHDevicePublic: SSHDevicePublic };

/** Entry or an object that inherits it, in its tag. */
export type TaggedEntry =
  | { BookmarkProfile: BookmarkProfile }
  | { ContactProfile: ContactProfile }
  | { CredentialProfile: CredentialProfile }
  | { DeviceProfile: DeviceProfile }
  | { MailProfile: MailProfile }
  | { MasterProfile: MasterProfile }
  | { NetworkProfile: NetworkProfile }
  | { OfflineEscrowEntry: OfflineEscrowEntry }
  | { PasswordProfile: PasswordProfile }
  | { PersonalProfile: PersonalProfile }
  | { SSHProfile: SSHProfile }
  | { SignedApplicationProfile: SignedApplicationProfile }
  | { SignedConnectionRequest: SignedConnectionRequest }
  | { SignedConnectionResult: SignedConnectionResult }
  | { SignedDeviceProfile: SignedDeviceProfile }
  | { SignedMasterProfile: SignedMasterProfile }
  | { SignedPersonalProfile: SignedPersonalProfile };

/** IndexTerm or an object that inherits it, in its tag. */
export type TaggedIndexTerm =
  | { IndexTerm: IndexTerm };

/** JoseWebEncryption or an object that inherits it, in its tag. */
export type TaggedJoseWebEncryption =
  | { JoseWebEncryption: JoseWebEncryption };

/** Key or an object that inherits it, in its tag. */
export type TaggedKey =
  | { PrivateKeyEC: PrivateKeyEC }
  | { PrivateKeyOKP: PrivateKeyOKP }
  | { PrivateKeyRSA: PrivateKeyRSA }
  | { PublicKeyEC: PublicKeyEC }
  | { PublicKeyOKP: PublicKeyOKP }
  | { PublicKeyRSA: PublicKeyRSA };

/** SignedProfile or an object that inherits it, in its tag. */
export type TaggedSignedProfile =
  | { SignedApplicationProfile: SignedApplicationProfile }
  | { SignedConnectionRequest: SignedConnectionRequest }
  | { SignedConnectionResult: SignedConnectionResult }
  | { SignedDeviceProfile: SignedDeviceProfile }
  | { SignedMasterProfile: SignedMasterProfile }
  | { SignedPersonalProfile: SignedPersonalProfile };

/** A request under the name of its transaction or its message. */
export type Request =
  | { ConnectComplete: ConnectCompleteRequest }
  | { ConnectCompleteRequest: ConnectCompleteRequest }
  | { ConnectPending: ConnectPendingRequest }
  | { ConnectPendingRequest: ConnectPendingRequest }
  | { ConnectStart: ConnectStartRequest }
  | { ConnectStartRequest: ConnectStartRequest }
  | { ConnectStatus: ConnectStatusRequest }
  | { ConnectStatusRequest: ConnectStatusRequest }
  | { CreateAccount: CreateRequest }
  | { CreateRequest: CreateRequest }
  | { DeleteAccount: DeleteRequest }
  | { DeleteRequest: DeleteRequest }
  | { Get: GetRequest }
  | { GetRequest: GetRequest }
  | { Hello: HelloRequest }
  | { HelloRequest: HelloRequest }
  | { Publish: PublishRequest }
  | { PublishRequest: PublishRequest }
  | { Status: StatusRequest }
  | { StatusRequest: StatusRequest }
  | { Transfer: TransferRequest }
  | { TransferRequest: TransferRequest }
  | { ValidateAccount: ValidateRequest }
  | { ValidateRequest: ValidateRequest };

/** A response. */
export type Response =
  | { ConnectCompleteResponse: ConnectCompleteResponse }
  | { ConnectPendingResponse: ConnectPendingResponse }
  | { ConnectStartResponse: ConnectStartResponse }
  | { ConnectStatusResponse: ConnectStatusResponse }
  | { CreateResponse: CreateResponse }
  | { DeleteResponse: DeleteResponse }
  | { GetResponse: GetResponse }
  | { HelloResponse: HelloResponse }
  | { MeshResponse: MeshResponse }
  | { PublishResponse: PublishResponse }
  | { StatusResponse: StatusResponse }
  | { TransferResponse: TransferResponse }
  | { ValidateResponse: ValidateResponse };

/** Any message or object in its tag. */
export type Tagged =
  | { Account: Account }
  | { Answer: Answer }
  | { Answered: Answered }
  | { ApplicationOwner: ApplicationOwner }
  | { ApplicationProfileEntry: ApplicationProfileEntry }
  | { BookmarkEntry: BookmarkEntry }
  | { BookmarkProfile: BookmarkProfile }
  | { BookmarkProfilePrivate: BookmarkProfilePrivate }
  | { ConnectComplete: ConnectCompleteRequest }
  | { ConnectCompleteRequest: ConnectCompleteRequest }
  | { ConnectCompleteResponse: ConnectCompleteResponse }
  | { ConnectPending: ConnectPendingRequest }
  | { ConnectPendingRequest: ConnectPendingRequest }
  | { ConnectPendingResponse: ConnectPendingResponse }
  | { ConnectStart: ConnectStartRequest }
  | { ConnectStartRequest: ConnectStartRequest }
  | { ConnectStartResponse: ConnectStartResponse }
  | { ConnectStatus: ConnectStatusRequest }
  | { ConnectStatusRequest: ConnectStatusRequest }
  | { ConnectStatusResponse: ConnectStatusResponse }
  | { Connection: Connection }
  | { ConnectionRequest: ConnectionRequest }
  | { ConnectionResult: ConnectionResult }
  | { ConnectionsPending: ConnectionsPending }
  | { ContactEntry: ContactEntry }
  | { ContactProfile: ContactProfile }
  | { ContactProfilePrivate: ContactProfilePrivate }
  | { CreateAccount: CreateRequest }
  | { CreateRequest: CreateRequest }
  | { CreateResponse: CreateResponse }
  | { CredentialEntry: CredentialEntry }
  | { CredentialProfile: CredentialProfile }
  | { CredentialProfilePrivate: CredentialProfilePrivate }
  | { DataItem: DataItem }
  | { DeleteAccount: DeleteRequest }
  | { DeleteRequest: DeleteRequest }
  | { DeleteResponse: DeleteResponse }
  | { DevicePrivateProfile: DevicePrivateProfile }
  | { DeviceProfile: DeviceProfile }
  | { Encoding: Encoding }
  | { EphemeralKey: EphemeralKey }
  | { EscrowOwner: EscrowOwner }
  | { EscrowedKeySet: EscrowedKeySet }
  | { Get: GetRequest }
  | { GetRequest: GetRequest }
  | { GetResponse: GetResponse }
  | { Header: Header }
  | { Hello: HelloRequest }
  | { HelloRequest: HelloRequest }
  | { HelloResponse: HelloResponse }
  | { HostEntry: HostEntry }
  | { IndexTerm: IndexTerm }
  | { Internet: Internet }
  | { JoseHeader: JoseHeader }
  | { JoseWebEncryption: JoseWebEncryption }
  | { JoseWebSignature: JoseWebSignature }
  | { KeyValue: KeyValue }
  | { MailDevicePrivate: MailDevicePrivate }
  | { MailDevicePublic: MailDevicePublic }
  | { MailProfile: MailProfile }
  | { MailProfilePrivate: MailProfilePrivate }
  | { MasterProfile: MasterProfile }
  | { MeshResponse: MeshResponse }
  | { NetworkProfile: NetworkProfile }
  | { NetworkProfilePrivate: NetworkProfilePrivate }
  | { OfflineEscrowEntry: OfflineEscrowEntry }
  | { PasswordEntry: PasswordEntry }
  | { PasswordProfile: PasswordProfile }
  | { PasswordProfilePrivate: PasswordProfilePrivate }
  | { PersonalName: PersonalName }
  | { PersonalProfile: PersonalProfile }
  | { Postal: Postal }
  | { PrivateKeyEC: PrivateKeyEC }
  | { PrivateKeyOKP: PrivateKeyOKP }
  | { PrivateKeyParameters: PrivateKeyParameters }
  | { PrivateKeyRSA: PrivateKeyRSA }
  | { PublicKey: PublicKey }
  | { PublicKeyEC: PublicKeyEC }
  | { PublicKeyOKP: PublicKeyOKP }
  | { PublicKeyRSA: PublicKeyRSA }
  | { Publish: PublishRequest }
  | { PublishRequest: PublishRequest }
  | { PublishResponse: PublishResponse }
  | { Recipient: Recipient }
  | { SSHDevicePrivate: SSHDevicePrivate }
  | { SSHDevicePublic: SSHDevicePublic }
  | { SSHProfile: SSHProfile }
  | { SSHProfilePrivate: SSHProfilePrivate }
  | { SearchConstraints: SearchConstraints }
  | { Signature: Signature }
  | { SignedApplicationProfile: SignedApplicationProfile }
  | { SignedConnectionRequest: SignedConnectionRequest }
  | { SignedConnectionResult: SignedConnectionResult }
  | { SignedDeviceProfile: SignedDeviceProfile }
  | { SignedMasterProfile: SignedMasterProfile }
  | { SignedPersonalProfile: SignedPersonalProfile }
  | { Status: StatusRequest }
  | { StatusRequest: StatusRequest }
  | { StatusResponse: StatusResponse }
  | { Transfer: TransferRequest }
  | { TransferRequest: TransferRequest }
  | { TransferResponse: TransferResponse }
  | { TypedData: TypedData }
  | { ValidateAccount: ValidateRequest }
  | { ValidateRequest: ValidateRequest }
  | { ValidateResponse: ValidateResponse }
  | { Version: Version };

package dev.meshsim.machine;

import dev.meshsim.jose.KeySpec;
import dev.meshsim.jose.PrivateJwk;
import dev.meshsim.profile.SignedApplicationProfile;
import dev.meshsim.profile.SignedDeviceProfile;
import dev.meshsim.profile.SignedPersonalProfile;
import dev.meshsim.transparency.WitnessDemand;
import dev.meshsim.udf.Udf;
import dev.meshsim.world.RandomStream;
import dev.meshsim.world.World;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One machine: its name, its world and its data (developer-08 section 6.1). Thread-safe if its
 * store is.
 */
public class MeshMachine implements AutoCloseable {

  private final World world;
  private final String name;
  private final MachineStore store;
  private final OwnVersions ownVersions = new OwnVersions();
  private volatile @Nullable WitnessDemand witnesses;

  /**
   * Makes a machine.
   *
   * @param name the unique name in its world, under which it has its random streams
   * @param store the store of its data, closed with the machine
   */
  public MeshMachine(World world, String name, MachineStore store) {
    this.world = world;
    this.name = name;
    this.store = store;
  }

  /**
   * The machine that this program runs on, with the person's own data: the platform's usual store
   * in production mode (developer-08 sections 5 and 6.2). On Linux and macOS it is {@code ~/.mmm},
   * of the module {@code mesh-store-file}; on Windows that of {@code mesh-store-registry}. It is
   * made if it is not there. One program at a time can have it open: close the machine at the end.
   *
   * @throws MachineException if the store's module is missing, or the person has no home directory
   * @throws dev.meshsim.files.FilesException.FileLocked if the store is open already
   * @throws dev.meshsim.error.MeshException as {@link MachineStoreProvider#open} does
   */
  public static MeshMachine ofThisComputer() {
    return ThisComputer.open(StoreMode.PRODUCTION);
  }

  /**
   * The machine that this program runs on, with the person's own data in a store of the given kind,
   * at its usual place.
   *
   * @param store the name of a kind of store that has a usual place: {@code file}, {@code registry}
   *     or {@code h2}
   * @throws dev.meshsim.error.MeshException as {@link #ofThisComputer()} does
   */
  public static MeshMachine ofThisComputer(String store) {
    return ThisComputer.open(store, StoreMode.PRODUCTION);
  }

  /**
   * The machine that this program runs on, with the person's own data in a store of the given kind
   * in another directory than the usual one.
   *
   * @param root the machine's own directory; made if it is not there
   * @throws dev.meshsim.error.MeshException as {@link #ofThisComputer()} does
   */
  public static MeshMachine ofThisComputer(String store, Path root) {
    return ThisComputer.open(store, root);
  }

  /** The name of this platform's usual kind of store, {@code file} on Linux and macOS. */
  public static String usualStore() {
    return ThisComputer.usualKind(System.getProperty("os.name", ""));
  }

  /**
   * The machine that this program runs on, with test data: the platform's usual store in test mode
   * (developer-08 section 6.3), apart from the data of {@link #ofThisComputer()}. It still holds
   * what an earlier run left; {@code MeshSession.eraseTest} removes that.
   *
   * @throws dev.meshsim.error.MeshException as {@link #ofThisComputer()} does
   */
  public static MeshMachine forTesting() {
    return ThisComputer.open(StoreMode.TEST);
  }

  /**
   * As {@link #forTesting()}, in a store of the given kind.
   *
   * @throws dev.meshsim.error.MeshException as {@link #ofThisComputer()} does
   */
  public static MeshMachine forTesting(String store) {
    return ThisComputer.open(store, StoreMode.TEST);
  }

  /**
   * Demands that witnesses vouch for the logs of the portals. Sessions that begin later then trust
   * a portal only if it shows a checkpoint that enough of them have cosigned lately.
   */
  public void demandWitnesses(WitnessDemand demand) {
    witnesses = demand;
  }

  /** The witnesses that are demanded; empty if none are. */
  public Optional<WitnessDemand> demandedWitnesses() {
    return Optional.ofNullable(witnesses);
  }

  /** The machine's source of time and randomness. */
  public World world() {
    return world;
  }

  /** The machine's name. */
  public String name() {
    return name;
  }

  /** The store of the machine's data. */
  public MachineStore store() {
    return store;
  }

  /** The versions that this machine has published since it was opened. */
  public OwnVersions ownVersions() {
    return ownVersions;
  }

  /** Opens the next of this machine's random streams for a purpose. */
  public RandomStream stream(String purpose) {
    return world.stream(name, purpose);
  }

  /** Makes a new key; it is not stored. */
  public PrivateJwk generate(KeySpec spec, String purpose) {
    return PrivateJwk.generate(spec, stream("key:" + purpose));
  }

  /** The personal profile with this identifier. */
  public Optional<SignedPersonalProfile> personal(Udf identifier) {
    return store
        .get(new RecordKey(RecordKind.PERSONAL, identifier.text()))
        .map(record -> ((MachineRecord.Personal) record).signed());
  }

  /** The identifier of the personal profile bound to an account. */
  public Optional<Udf> profileOf(String account) {
    return store
        .get(new RecordKey(RecordKind.ACCOUNT, account))
        .map(record -> ((MachineRecord.Account) record).profile());
  }

  /** The accounts bound to a personal profile, in alphabetical order. */
  public List<String> accountsOf(Udf profile) {
    return store.list(RecordKind.ACCOUNT).stream()
        .map(MachineRecord.Account.class::cast)
        .filter(account -> account.profile().equals(profile))
        .map(MachineRecord.Account::account)
        .toList();
  }

  /** The device profiles of this machine. */
  public List<SignedDeviceProfile> devices() {
    return store.list(RecordKind.DEVICE).stream()
        .map(record -> ((MachineRecord.Device) record).signed())
        .toList();
  }

  /** The device profile with this identifier. */
  public Optional<SignedDeviceProfile> device(Udf identifier) {
    return store
        .get(new RecordKey(RecordKind.DEVICE, identifier.text()))
        .map(record -> ((MachineRecord.Device) record).signed());
  }

  /** The application profile with this identifier. */
  public Optional<SignedApplicationProfile> application(Udf identifier) {
    return store
        .get(new RecordKey(RecordKind.APPLICATION, identifier.text()))
        .map(record -> ((MachineRecord.Application) record).signed());
  }

  /** The application profiles of a personal profile. */
  public List<SignedApplicationProfile> applications(Udf profile) {
    return store.list(RecordKind.APPLICATION).stream()
        .map(MachineRecord.Application.class::cast)
        .filter(application -> application.profile().equals(profile))
        .map(MachineRecord.Application::signed)
        .toList();
  }

  /** The connection request made to an account and not yet answered. */
  public Optional<MachineRecord.Request> request(String account) {
    return store
        .get(new RecordKey(RecordKind.REQUEST, account))
        .map(MachineRecord.Request.class::cast);
  }

  /** What the portal of an account is not known to have; empty if it has all. */
  public Optional<PortalLag> behind(String account) {
    return store
        .get(new RecordKey(RecordKind.BEHIND, account))
        .map(record -> ((MachineRecord.Behind) record).lag());
  }

  /** The accounts on this machine, in alphabetical order. */
  public List<String> accounts() {
    return store.list(RecordKind.ACCOUNT).stream()
        .map(record -> ((MachineRecord.Account) record).account())
        .toList();
  }

  /** The identifiers of the personal profiles on this machine, in alphabetical order. */
  public List<Udf> profiles() {
    return store.list(RecordKind.PERSONAL).stream()
        .map(record -> ((MachineRecord.Personal) record).signed().identifier())
        .toList();
  }

  /** The name of the default account, personal profile or device. */
  public Optional<String> defaultOf(RecordKind kind) {
    return store
        .get(new RecordKey(RecordKind.DEFAULT, kind.name()))
        .map(record -> ((MachineRecord.Default) record).name());
  }

  /** A private key, if it is on this machine; the machine keeps owning it. */
  public Optional<PrivateJwk> findPrivateKey(Udf udf) {
    return store
        .get(new RecordKey(RecordKind.PRIVATE_KEY, udf.text()))
        .map(record -> ((MachineRecord.Key) record).jwk());
  }

  /**
   * A private key that must be on this machine; the machine keeps owning it.
   *
   * @throws MachineException if it is not
   */
  public PrivateJwk privateKey(Udf udf) {
    return findPrivateKey(udf).orElseThrow(() -> MachineException.noPrivateKey(name, udf));
  }

  /** Begins a set of changes. */
  public MachineEdit edit() {
    return new MachineEdit(this);
  }

  @Override
  public void close() {
    store.close();
  }

  @Override
  public String toString() {
    return "MeshMachine[" + name + "]";
  }
}

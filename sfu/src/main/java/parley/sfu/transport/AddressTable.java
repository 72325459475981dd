package parley.sfu.transport;

import org.jspecify.annotations.Nullable;
import parley.sfu.transport.net.RemoteAddress;

/** Whom an address belongs to. Open addressing; a look-up allocates nothing. For one thread. */
final class AddressTable {
  private @Nullable KnownAddress[] entries = new KnownAddress[64];
  private int size;

  /** Who is at the address that the three numbers name; null if nobody proved to be there. */
  @Nullable KnownAddress get(long high, long low, int port) {
    return entries[slot(high, low, port)];
  }

  /** Enters it; returns whose the address was before. */
  @Nullable KnownAddress put(KnownAddress entry) {
    if (2 * size >= entries.length) {
      grow();
    }
    int slot = slot(entry);
    KnownAddress before = entries[slot];
    entries[slot] = entry;
    size += before == null ? 1 : 0;
    return before;
  }

  /** Takes it out if the address is still its own. */
  void remove(KnownAddress entry) {
    int slot = slot(entry);
    if (!entry.equals(entries[slot])) {
      return;
    }
    entries[slot] = null;
    size--;
    closeGap(slot);
  }

  int size() {
    return size;
  }

  /** Moves what stands behind a gap to where a look-up finds it. */
  private void closeGap(int gap) {
    int mask = entries.length - 1;
    for (int next = gap + 1 & mask; entries[next] != null; next = next + 1 & mask) {
      KnownAddress moving = entries[next];
      entries[next] = null;
      if (moving != null) {
        entries[slot(moving)] = moving;
      }
    }
  }

  private int slot(KnownAddress entry) {
    RemoteAddress address = entry.path().route().remote();
    return slot(address.high(), address.low(), address.port());
  }

  private int slot(long high, long low, int port) {
    int mask = entries.length - 1;
    int slot = hash(high, low, port) & mask;
    for (KnownAddress entry = entries[slot]; entry != null; entry = entries[slot]) {
      RemoteAddress address = entry.path().route().remote();
      if (address.port() == port && address.low() == low && address.high() == high) {
        return slot;
      }
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private static int hash(long high, long low, int port) {
    long mixed = (low * 31 + high) * 31 + port;
    mixed *= 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32);
  }

  private void grow() {
    @Nullable KnownAddress[] old = entries;
    entries = new KnownAddress[2 * old.length];
    for (KnownAddress entry : old) {
      if (entry != null) {
        entries[slot(entry)] = entry;
      }
    }
  }
}

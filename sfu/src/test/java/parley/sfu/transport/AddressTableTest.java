package parley.sfu.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.sfu.transport.ice.TestPaths;
import parley.sfu.transport.net.RemoteAddress;

class AddressTableTest {
  private final MediaPort port = MediaPort.open(MediaPortConfig.on(0, -1));

  AddressTableTest() throws IOException {}

  @AfterEach
  void close() {
    port.close();
  }

  @Test
  void agreesWithAMap() {
    MediaLoop loop = port.loops().getFirst();
    Transport someone = Loops.on(loop, () -> port.newTransport(loop, "room", new Recorder()));
    Random random = new Random(42);
    AddressTable table = new AddressTable();
    Map<RemoteAddress, KnownAddress> map = new HashMap<>();
    List<RemoteAddress> addresses = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      addresses.add(new RemoteAddress(0, 0xFFFF_0A00_0000L + i % 7, 1024 + i));
    }
    for (int i = 0; i < 100_000; i++) {
      RemoteAddress address = addresses.get(random.nextInt(addresses.size()));
      KnownAddress known = map.get(address);
      assertThat(table.get(address.high(), address.low(), address.port())).isEqualTo(known);
      if (known != null && random.nextBoolean()) {
        table.remove(known);
        map.remove(address);
      } else if (random.nextInt(3) > 0) {
        var fresh = new KnownAddress((SecureTransport) someone, TestPaths.at(address));
        assertThat(table.put(fresh)).isEqualTo(map.put(address, fresh));
      }
      assertThat(table.size()).isEqualTo(map.size());
    }
  }

  @Test
  void doesNotRemoveWhatNowIsAnothers() {
    MediaLoop loop = port.loops().getFirst();
    Transport someone = Loops.on(loop, () -> port.newTransport(loop, "room", new Recorder()));
    AddressTable table = new AddressTable();
    RemoteAddress address = new RemoteAddress(1, 2, 3);
    var before = new KnownAddress((SecureTransport) someone, TestPaths.at(address));
    var after = new KnownAddress((SecureTransport) someone, TestPaths.at(address));
    table.put(before);
    table.put(after);
    table.remove(before);
    assertThat(table.get(1, 2, 3)).isEqualTo(after);
  }
}

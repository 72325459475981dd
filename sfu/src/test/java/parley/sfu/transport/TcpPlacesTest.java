package parley.sfu.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.net.RemoteAddress;
import parley.sfu.transport.net.Route;

class TcpPlacesTest {
  private final Drops drops = new Drops();
  private final TcpPlaces places = new TcpPlaces(40, drops);
  private final List<Route> closed = new ArrayList<>();

  private record Line(RemoteAddress remote, List<Route> closed) implements Route {
    @Override
    public void send(PacketBuffer datagram) {
      datagram.release();
    }

    @Override
    public boolean tcp() {
      return true;
    }

    @Override
    public void close() {
      closed.add(this);
    }

    @Override
    public String toString() {
      return remote.toString();
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  private Route from(int host, int port) {
    return new Line(new RemoteAddress(0, 0xFFFF_0A00_0000L + host, port), closed);
  }

  @Test
  void ofOneAddressTheOldestIdleOneMakesPlaceAndNobodyElse() {
    Route friend = from(2, 1);
    assertThat(places.enter(friend)).isTrue();
    List<Route> idle = new ArrayList<>();
    for (int port = 0; port < 12; port++) {
      idle.add(from(1, port));
      assertThat(places.enter(idle.getLast())).isTrue();
    }
    assertThat(closed).containsExactly(idle.get(0), idle.get(1));
    assertThat(drops.of(DropReason.TCP_REFUSED)).isEqualTo(2);
  }

  @Test
  void whenAllIsFullTheOldestStrangerMakesPlace() {
    List<Route> four = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      four.add(from(i % 4, i));
      places.enter(four.getLast());
    }
    places.authenticated(four.getFirst());
    assertThat(places.enter(from(9, 1))).isTrue();
    assertThat(closed).containsExactly(four.get(1));
  }

  @Test
  void whoAuthenticatedKeepsThePlace() {
    List<Route> members = new ArrayList<>();
    for (int port = 0; port < 10; port++) {
      members.add(from(1, port));
      places.enter(members.getLast());
      places.authenticated(members.getLast());
    }
    assertThat(places.enter(from(1, 10))).isFalse();
    assertThat(closed).isEmpty();
    places.leave(members.getFirst());
    places.leave(members.getFirst());
    assertThat(places.enter(from(1, 11))).isTrue();
    assertThat(places.enter(from(1, 12))).isTrue();
    assertThat(closed).hasSize(1);
  }
}

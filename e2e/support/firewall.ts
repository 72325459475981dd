import { execFileSync } from 'node:child_process';

/** nftables rules in this network namespace; all are gone after `open()`. */
const table = 'parley_e2e';

function nft(rule: string): void {
  execFileSync('nft', [rule]);
}

export const firewall = {
  /** Drops every UDP datagram to and from the media port. */
  blockUdp(port: number): void {
    this.open();
    nft(
      `add table inet ${table}; add chain inet ${table} in { type filter hook input priority 0; };` +
        `add rule inet ${table} in udp dport ${port} counter drop; add rule inet ${table} in udp sport ${port} counter drop`,
    );
  },

  /** Drops `percent` of the datagrams of the media port at random, in both directions. */
  lose(port: number, percent: number): void {
    this.open();
    nft(
      `add table inet ${table}; add chain inet ${table} in { type filter hook input priority 0; };` +
        `add rule inet ${table} in udp dport ${port} numgen random mod 100 < ${percent} counter drop;` +
        `add rule inet ${table} in udp sport ${port} numgen random mod 100 < ${percent} counter drop`,
    );
  },

  /** Ends every TCP connection with a port as soon as something is sent on it, and refuses new ones. */
  resetTcp(port: number): void {
    this.open();
    nft(
      `add table inet ${table}; add chain inet ${table} in { type filter hook input priority 0; };` +
        `add rule inet ${table} in tcp dport ${port} reject with tcp reset`,
    );
  },

  /** A NAT that forgets: from now on everything to the media port comes from other ports than before. */
  rebind(port: number): void {
    this.open();
    nft(
      `add table inet ${table}; add chain inet ${table} nat { type nat hook postrouting priority 100; };` +
        `add rule inet ${table} nat udp dport ${port} snat to :50000-60000`,
    );
  },

  open(): void {
    try {
      execFileSync('nft', ['delete', 'table', 'inet', table], { stdio: 'ignore' });
    } catch {
      // there was none
    }
  },
};

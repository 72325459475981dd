import { connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A TCP door before a server that goes down and comes back. While the server is away the first connections are
 * refused, as a dead server's port does, and later ones are kept waiting: a client that gives up after some
 * quick attempts is still there when a slow machine has its server up again.
 */
export class Relay {
  private readonly waiting = new Map<Socket, Buffer[]>();
  private refusals = 0;
  private away = false;

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {}

  static open(port: number, target: number): Promise<Relay> {
    const server = createServer();
    const relay = new Relay(server, target);
    server.on('connection', (client) => relay.accept(client));
    return new Promise((done, fail) => {
      server.once('error', fail);
      server.listen(port, '127.0.0.1', () => done(relay));
    });
  }

  /** The server goes away: as many connections as this are refused, the rest wait. */
  serverAway(refusals: number): void {
    this.away = true;
    this.refusals = refusals;
  }

  serverBack(): void {
    this.away = false;
    for (const [client, said] of this.waiting) {
      client.removeAllListeners('data');
      this.forward(client, said);
    }
    this.waiting.clear();
  }

  /** How many of the refusals nobody has asked for yet. */
  get refusalsLeft(): number {
    return this.refusals;
  }

  close(): void {
    for (const client of this.waiting.keys()) client.destroy();
    this.server.close();
  }

  private accept(client: Socket): void {
    client.on('error', () => client.destroy());
    if (!this.away) {
      this.forward(client);
      return;
    }
    if (this.refusals > 0) {
      this.refusals--;
      client.resetAndDestroy();
      return;
    }
    // Read while it waits: else nobody notices that it went, and its old request arrives beside its next one.
    const said: Buffer[] = [];
    client.on('data', (chunk) => said.push(chunk));
    client.once('close', () => this.waiting.delete(client));
    this.waiting.set(client, said);
  }

  private forward(client: Socket, said: Buffer[] = []): void {
    const upstream = connect(this.target, '127.0.0.1');
    for (const chunk of said) upstream.write(chunk);
    upstream.on('error', () => client.destroy());
    upstream.once('close', () => client.destroy());
    client.once('close', () => upstream.destroy());
    client.pipe(upstream);
    upstream.pipe(client);
  }
}

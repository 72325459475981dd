import { connect } from 'node:net';

export interface Poured {
  /** Of the answer; 0 where the connection was only closed. */
  status: number;
  sentBytes: number;
}

export interface Body {
  begin: string;
  /** Sent again and again. */
  piece: string;
  bytes: number;
}

/**
 * Sends a JSON body piece by piece until the server has had enough of it, or all of it is sent; with a length or
 * without one. No client that behaves would.
 */
export function pour(address: string, path: string, body: Body, sized: boolean): Promise<Poured> {
  const { hostname, port } = new URL(address);
  const piece = Buffer.from(body.piece.repeat(Math.ceil(65_536 / Buffer.byteLength(body.piece))));
  const framed = sized
    ? piece
    : Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
  const begin = Buffer.from(body.begin);
  return new Promise((done) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let status = 0;
    let sent = 0;
    const more = () => {
      while (status === 0 && sent < body.bytes && !socket.destroyed) {
        sent += piece.length;
        if (!socket.write(framed)) return;
      }
      if (sent >= body.bytes && !sized) socket.write('0\r\n\r\n');
    };
    socket.on('connect', () => {
      const length = sized ? `Content-Length: ${begin.length + body.bytes}` : 'Transfer-Encoding: chunked';
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nContent-Type: application/json\r\n${length}\r\n\r\n`,
      );
      socket.write(sized ? begin : `${begin.length.toString(16)}\r\n${body.begin}\r\n`);
      more();
    });
    socket.on('drain', more);
    socket.on('data', (data) => {
      status ||= Number(/^HTTP\/1\.1 (\d{3})/.exec(data.toString('latin1'))?.[1] ?? 0);
      socket.destroy();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => done({ status, sentBytes: sent }));
  });
}

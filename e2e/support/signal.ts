import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import type { Admission } from './api.ts';

/** A protobuf varint. */
export function varint(value: number): Buffer {
  const bytes: number[] = [];
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return Buffer.from([...bytes, value]);
}

/** A field that holds bytes: a text, a message, packed numbers. */
export function field(number: number, value: Buffer | string): Buffer {
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(value);
  return Buffer.concat([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

/** A field that holds a number. */
export const number = (id: number, value: number): Buffer => Buffer.concat([varint(id * 8), varint(value)]);

const BINARY = 0x82;
const CLOSE = 0x88;

/** A signal WebSocket written by hand: says what no client says, and does not care for answers. */
export class RawSignal {
  /** Resolves with code and words when the server closes, or with what broke the connection. */
  readonly ended: Promise<string>;
  messages = 0;

  private constructor(private readonly socket: Socket) {
    this.ended = new Promise((done) => {
      let buffered = Buffer.alloc(0);
      socket.on('data', (chunk: Buffer) => {
        buffered = Buffer.concat([buffered, chunk]);
        for (let frame = read(buffered); frame; frame = read(buffered)) {
          buffered = buffered.subarray(frame.size);
          this.messages++;
          if (frame.head === CLOSE) {
            done(`${frame.payload.readUInt16BE(0)} ${frame.payload.subarray(2).toString()}`);
            socket.destroy();
          }
        }
      });
      socket.on('error', (error) => done(`broken: ${error.message}`));
      socket.on('close', () => done('broken'));
    });
  }

  /** Joins; the status of the refusal when it is not let in. */
  static open(address: string, admission: Admission, join: Buffer = JOIN): Promise<RawSignal | number> {
    const { hostname, port } = new URL(address);
    const query = new URLSearchParams({
      access_token: admission.media.token,
      join_request: field(2, join).toString('base64'),
    });
    return new Promise((done, fail) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `GET /rtc/v1?${query} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\n` +
            `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
            `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
        );
      });
      socket.once('error', fail);
      socket.once('data', (head: Buffer) => {
        const status = Number(/^HTTP\/1.1 (\d+)/.exec(head.toString('latin1'))?.[1]);
        if (status !== 101) {
          socket.destroy();
          return done(status);
        }
        const rest = head.subarray(head.indexOf('\r\n\r\n') + 4);
        const signal = new RawSignal(socket);
        if (rest.length > 0) socket.emit('data', rest);
        done(signal);
      });
    });
  }

  /** One whole message; the mask is zero, which is as good as any. */
  send(message: Buffer): void {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(message.length));
    this.socket.write(Buffer.concat([Buffer.from([BINARY, 0xff]), length, Buffer.alloc(4)]));
    this.socket.write(message);
  }
}

/** A join request that subscribes to everything. */
const JOIN = field(2, number(1, 1));

function read(bytes: Buffer): { head: number; payload: Buffer; size: number } | null {
  if (bytes.length < 2) return null;
  const short = bytes[1]!;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < start) return null;
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  if (bytes.length < start + length) return null;
  return { head: bytes[0]!, payload: bytes.subarray(start, start + length), size: start + length };
}

package parley.sfu.transport.srtp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;

/**
 * One AES-GCM key of libcrypto, set up once; only the nonce changes from packet to packet. For one
 * direction and one thread.
 */
final class OpensslGcm implements AutoCloseable {
  static final int TAG = 16;
  private static final int GET_TAG = 0x10;
  private static final int SET_TAG = 0x11;
  private static final int NONCE_AT = 0;
  private static final int COUNT_AT = 16;

  private final boolean seals;
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(32);
  private final long scratchAddress = MemorySegment.ofBuffer(scratch).address();
  private long context;

  OpensslGcm(byte[] key, boolean seals) {
    this.seals = seals;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment copy = arena.allocateFrom(ValueLayout.JAVA_BYTE, key);
      context = (long) Openssl.NEW.invokeExact();
      long cipher =
          key.length == 32
              ? (long) Openssl.AES_256_GCM.invokeExact()
              : (long) Openssl.AES_128_GCM.invokeExact();
      MethodHandle init = seals ? Openssl.ENCRYPT_INIT : Openssl.DECRYPT_INIT;
      int done = (int) init.invokeExact(context, cipher, 0L, copy.address(), 0L);
      copy.fill((byte) 0);
      check(context != 0 && done == 1);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  /** Says whether libcrypto is there and works. */
  static boolean available() {
    try (OpensslGcm trial = new OpensslGcm(new byte[16], true)) {
      return trial.context != 0;
    } catch (Throwable missing) {
      return false;
    }
  }

  /** Begins a packet. */
  void nonce(int high, long low) {
    check(context != 0);
    scratch.putInt(NONCE_AT, high).putLong(NONCE_AT + 4, low);
    try {
      int done =
          seals
              ? (int) Openssl.ENCRYPT_INIT.invokeExact(context, 0L, 0L, 0L, scratchAddress)
              : (int) Openssl.DECRYPT_INIT.invokeExact(context, 0L, 0L, 0L, scratchAddress);
      check(done == 1);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  /** Authenticates bytes that stay clear. */
  void clear(long address, int length) {
    update(0, address, length);
  }

  /** Encrypts or decrypts; both may be the same place. */
  void text(long to, long from, int length) {
    update(to, from, length);
  }

  private void update(long to, long from, int length) {
    long count = scratchAddress + COUNT_AT;
    try {
      int done =
          seals
              ? (int) Openssl.ENCRYPT_UPDATE.invokeExact(context, to, count, from, length)
              : (int) Openssl.DECRYPT_UPDATE.invokeExact(context, to, count, from, length);
      check(done == 1);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  /** Ends a sealed packet: writes the tag. */
  void writeTag(long to) {
    try {
      int done = (int) Openssl.ENCRYPT_FINAL.invokeExact(context, to, scratchAddress + COUNT_AT);
      check(done == 1);
      done = (int) Openssl.CONTROL.invokeExact(context, GET_TAG, TAG, to);
      check(done == 1);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  /** Ends an opened packet: whether the tag is right. */
  boolean tagIsRight(long at) {
    try {
      int done = (int) Openssl.CONTROL.invokeExact(context, SET_TAG, TAG, at);
      check(done == 1);
      return (int) Openssl.DECRYPT_FINAL.invokeExact(context, at, scratchAddress + COUNT_AT) > 0;
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  private static void check(boolean done) {
    if (!done) {
      throw new IllegalStateException("libcrypto refused, or the key is forgotten");
    }
  }

  private static RuntimeException failed(Throwable failure) {
    return failure instanceof RuntimeException known
        ? known
        : new IllegalStateException("libcrypto failed", failure);
  }

  @Override
  public void close() {
    long freed = context;
    context = 0;
    if (freed != 0) {
      try {
        Openssl.FREE.invokeExact(freed);
      } catch (Throwable failure) {
        throw failed(failure);
      }
    }
  }
}

package parley.sfu.transport.net;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.Set;

/**
 * The system calls that a UDP socket needs, with addresses as plain numbers. A negative answer of
 * {@code −errno} stands for a failure. Numbers are those of 64-bit Linux on x86 and ARM, which
 * agree here.
 */
final class Linux {
  static final int EINTR = 4;
  static final int EIO = 5;
  static final int EAGAIN = 11;
  static final int EADDRINUSE = 98;

  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle STATE_ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle SOCKET = call("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle BIND = call("bind", JAVA_INT, JAVA_LONG, JAVA_INT);
  private static final MethodHandle SETSOCKOPT =
      call("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_INT);
  private static final MethodHandle GETSOCKNAME =
      call("getsockname", JAVA_INT, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle RECVMMSG =
      call("recvmmsg", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG);
  private static final MethodHandle SENDMMSG =
      call("sendmmsg", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT);
  private static final MethodHandle PPOLL =
      call("ppoll", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
  private static final MethodHandle EVENTFD = call("eventfd", JAVA_INT, JAVA_INT);
  private static final MethodHandle EVENTFD_READ = call("eventfd_read", JAVA_INT, JAVA_LONG);
  private static final MethodHandle EVENTFD_WRITE = call("eventfd_write", JAVA_INT, JAVA_LONG);
  private static final MethodHandle CLOSE = call("close", JAVA_INT);

  private final MemorySegment state;

  /** Calls of one thread. */
  Linux(Arena arena) {
    state = arena.allocate(STATE);
  }

  /** Whether this machine is one that the numbers here are right for. */
  static boolean here() {
    return System.getProperty("os.name").equals("Linux")
        && Set.of("amd64", "aarch64").contains(System.getProperty("os.arch"));
  }

  private static MethodHandle call(String name, MemoryLayout... arguments) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(
        linker.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(JAVA_INT, arguments),
        ERRNO);
  }

  int socket(int domain, int type, int protocol) {
    try {
      return orErrno((int) SOCKET.invokeExact(state, domain, type, protocol));
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  int bind(int socket, MemorySegment address) {
    try {
      int length = (int) address.byteSize();
      return orErrno((int) BIND.invokeExact(state, socket, address.address(), length));
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  /** Sets an option whose value is an int. */
  int option(int socket, int level, int name, int value) {
    try (Arena arena = Arena.ofConfined()) {
      long at = arena.allocateFrom(ValueLayout.JAVA_INT, value).address();
      return orErrno((int) SETSOCKOPT.invokeExact(state, socket, level, name, at, 4));
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  int name(int socket, MemorySegment address) {
    try (Arena arena = Arena.ofConfined()) {
      long length = arena.allocateFrom(ValueLayout.JAVA_INT, (int) address.byteSize()).address();
      return orErrno((int) GETSOCKNAME.invokeExact(state, socket, address.address(), length));
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  int receive(int socket, long messages, int count, int flags) {
    try {
      return orErrno((int) RECVMMSG.invokeExact(state, socket, messages, count, flags, 0L));
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  int send(int socket, long messages, int count, int flags) {
    try {
      return orErrno((int) SENDMMSG.invokeExact(state, socket, messages, count, flags));
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  int poll(long descriptors, int count, long timespec) {
    try {
      return orErrno((int) PPOLL.invokeExact(state, descriptors, (long) count, timespec, 0L));
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  int eventDescriptor(int flags) {
    try {
      return orErrno((int) EVENTFD.invokeExact(state, 0, flags));
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  void clearEvent(int descriptor, long scratch) {
    try {
      int ignored = (int) EVENTFD_READ.invokeExact(state, descriptor, scratch);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  void raiseEvent(int descriptor) {
    try {
      int ignored = (int) EVENTFD_WRITE.invokeExact(state, descriptor, 1L);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  void close(int descriptor) {
    try {
      int ignored = (int) CLOSE.invokeExact(state, descriptor);
    } catch (Throwable failure) {
      throw failed(failure);
    }
  }

  /** The answer if it is no failure. */
  static int check(String what, int answer) throws IOException {
    if (answer == -EADDRINUSE) {
      throw new java.net.BindException(what + ": address already in use");
    }
    if (answer < 0) {
      throw new IOException(what + " failed: error " + -answer);
    }
    return answer;
  }

  private int orErrno(int answer) {
    return answer >= 0 ? answer : -(int) STATE_ERRNO.get(state, 0L);
  }

  private static RuntimeException failed(Throwable failure) {
    return failure instanceof RuntimeException known
        ? known
        : new IllegalStateException("a system call could not be made", failure);
  }
}

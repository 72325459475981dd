package parley.sfu.transport.srtp;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/**
 * The calls into libcrypto 3 that AES-GCM needs. Addresses are plain numbers and every call is
 * critical: none blocks or takes longer than one packet. Whoever calls has checked the lengths.
 */
final class Openssl {
  private static final String LIBRARY = "libcrypto.so.3";

  static final MethodHandle NEW;
  static final MethodHandle FREE;
  static final MethodHandle AES_128_GCM;
  static final MethodHandle AES_256_GCM;
  static final MethodHandle ENCRYPT_INIT;
  static final MethodHandle ENCRYPT_UPDATE;
  static final MethodHandle ENCRYPT_FINAL;
  static final MethodHandle DECRYPT_INIT;
  static final MethodHandle DECRYPT_UPDATE;
  static final MethodHandle DECRYPT_FINAL;
  static final MethodHandle CONTROL;

  static {
    SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
    NEW = call(library, "EVP_CIPHER_CTX_new", FunctionDescriptor.of(JAVA_LONG));
    FREE = call(library, "EVP_CIPHER_CTX_free", FunctionDescriptor.ofVoid(JAVA_LONG));
    AES_128_GCM = call(library, "EVP_aes_128_gcm", FunctionDescriptor.of(JAVA_LONG));
    AES_256_GCM = call(library, "EVP_aes_256_gcm", FunctionDescriptor.of(JAVA_LONG));
    FunctionDescriptor init = returningInt(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG);
    FunctionDescriptor update = returningInt(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT);
    FunctionDescriptor last = returningInt(JAVA_LONG, JAVA_LONG, JAVA_LONG);
    ENCRYPT_INIT = call(library, "EVP_EncryptInit_ex", init);
    ENCRYPT_UPDATE = call(library, "EVP_EncryptUpdate", update);
    ENCRYPT_FINAL = call(library, "EVP_EncryptFinal_ex", last);
    DECRYPT_INIT = call(library, "EVP_DecryptInit_ex", init);
    DECRYPT_UPDATE = call(library, "EVP_DecryptUpdate", update);
    DECRYPT_FINAL = call(library, "EVP_DecryptFinal_ex", last);
    CONTROL =
        call(
            library, "EVP_CIPHER_CTX_ctrl", returningInt(JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG));
  }

  private Openssl() {}

  private static FunctionDescriptor returningInt(MemoryLayout... arguments) {
    return FunctionDescriptor.of(JAVA_INT, arguments);
  }

  private static MethodHandle call(SymbolLookup library, String name, FunctionDescriptor type) {
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow(name), type, Linker.Option.critical(false));
  }
}

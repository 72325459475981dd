package parley.app.server.tls;

import java.nio.file.Path;

/** A certificate and its private key, as PEM files. */
record PemPair(Path certificate, Path key) {}

package io.github.bmnkit.batch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Sorted runs of entries in files, and their merge. Sorting rather than dividing by hash keeps the memory bounded even
 * if all households have the same values. The files are enciphered (AES-CTR, by a key made from that of the run), so that
 * those of a run that broke off tell nobody which households have something in common.
 */
final class SpillFiles implements AutoCloseable {
    private static final String NAMES = "bmnkit-across-*.run";
    private static final int MOST_FILES = 64;

    private final Path directory;
    private final SecretKey cipherKey;
    private List<Path> files = new ArrayList<>();
    private int written;

    SpillFiles(Path directory, SecretKey key) {
        this.directory = directory;
        byte[] derived = mac(key).doFinal("bmnkit-across-files".getBytes(UTF_8));
        this.cipherKey = new SecretKeySpec(Arrays.copyOf(derived, 16), "AES");
        removeLeftovers();
    }

    static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key for HMAC-SHA-256", e);
        }
    }

    private void removeLeftovers() {
        try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(directory, NAMES)) {
            for (Path each : leftovers) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes entries, which are in order, as one run. */
    void write(Iterable<AcrossEntry> sorted) {
        if (files.size() == MOST_FILES) {
            mergeAll();
        }
        files.add(writeRun(sorted.iterator()));
    }

    private void mergeAll() {
        List<Path> old = files;
        Path all;
        try (Merge merge = merge(List.of())) {
            all = writeRun(merge);
        }
        files = new ArrayList<>(List.of(all));
        remove(old);
    }

    private Path writeRun(Iterator<AcrossEntry> sorted) {
        int number = written++;
        Path file = directory.resolve("bmnkit-across-" + number + ".run");
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new CipherOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                cipher(Cipher.ENCRYPT_MODE, number))))) {
            while (sorted.hasNext()) {
                sorted.next().write(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private Cipher cipher(int mode, int number) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            byte[] start = ByteBuffer.allocate(16).putInt(number).array();
            cipher.init(mode, cipherKey, new IvParameterSpec(start));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /** All entries in order: those of the files, and those in memory. */
    Merge merge(List<AcrossEntry> sorted) {
        List<Run> runs = new ArrayList<>();
        try {
            for (Path file : files) {
                String name = file.getFileName().toString();
                int number = Integer.parseInt(name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.')));
                runs.add(new Run(new DataInputStream(new BufferedInputStream(
                        new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE, number))))));
            }
        } catch (IOException e) {
            closeAll(runs);
            throw new UncheckedIOException(e);
        }
        return new Merge(runs, sorted.iterator());
    }

    /** Removes the files. */
    @Override
    public void close() {
        List<Path> old = files;
        files = new ArrayList<>();
        remove(old);
    }

    private static void remove(List<Path> files) {
        IOException failed = null;
        for (Path file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                failed = e;
            }
        }
        if (failed != null) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void closeAll(List<Run> runs) {
        for (Run run : runs) {
            try {
                run.in.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** One file that is being read. */
    private static final class Run implements Comparable<Run> {
        private final DataInputStream in;
        private @Nullable AcrossEntry next;

        Run(DataInputStream in) {
            this.in = in;
        }

        boolean advance() {
            try {
                next = AcrossEntry.read(in);
                return next != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        AcrossEntry head() {
            AcrossEntry head = next;
            if (head == null) {
                throw new IllegalStateException("at its end");
            }
            return head;
        }

        @Override
        public int compareTo(Run other) {
            return head().compareTo(other.head());
        }
    }

    /** The entries of several runs in one order. */
    static final class Merge implements Iterator<AcrossEntry>, AutoCloseable {
        private final List<Run> runs;
        private final PriorityQueue<Run> heads = new PriorityQueue<>();
        private final Iterator<AcrossEntry> inMemory;
        private @Nullable AcrossEntry headInMemory;

        private Merge(List<Run> runs, Iterator<AcrossEntry> inMemory) {
            this.runs = runs;
            this.inMemory = inMemory;
            this.headInMemory = inMemory.hasNext() ? inMemory.next() : null;
            runs.stream().filter(Run::advance).forEach(heads::add);
        }

        @Override
        public boolean hasNext() {
            return headInMemory != null || !heads.isEmpty();
        }

        @Override
        public AcrossEntry next() {
            AcrossEntry ours = headInMemory;
            Run first = heads.peek();
            if (ours != null && (first == null || ours.compareTo(first.head()) <= 0)) {
                headInMemory = inMemory.hasNext() ? inMemory.next() : null;
                return ours;
            }
            Run run = heads.remove();
            AcrossEntry next = run.head();
            if (run.advance()) {
                heads.add(run);
            }
            return next;
        }

        @Override
        public void close() {
            closeAll(runs);
        }
    }
}

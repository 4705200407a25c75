package org.urnengang.formats.imports;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Sorts more than fits into memory: sorted runs in files, merged when they are read. */
final class ExternalSort implements AutoCloseable {
  private static final int RUN_BYTES = 16 << 20;
  private static final int OVERHEAD = 96;

  private static final Comparator<Item> ORDER =
      Comparator.comparing(Item::key).thenComparing(Item::value, Arrays::compareUnsigned);

  private final Path folder;
  private final String name;
  private final int runBytes;
  private final List<Item> items = new ArrayList<>();
  private final List<Run> runs = new ArrayList<>();
  private int bytes;
  private long count;

  /** Something to sort: by its key, then by its bytes. */
  static final class Item {
    private final String key;
    private final byte[] value;

    Item(String key, byte[] value) {
      this.key = key;
      this.value = value;
    }

    String key() {
      return key;
    }

    byte[] value() {
      return value;
    }
  }

  ExternalSort(Path folder, String name) {
    this(folder, name, RUN_BYTES);
  }

  ExternalSort(Path folder, String name, int runBytes) {
    this.folder = folder;
    this.name = name;
    this.runBytes = runBytes;
  }

  void add(String key, byte[] value) {
    items.add(new Item(key, value));
    bytes += 2 * key.length() + value.length + OVERHEAD;
    count++;
    if (bytes > runBytes) {
      spill();
    }
  }

  long count() {
    return count;
  }

  private void spill() {
    items.sort(ORDER);
    Path file = folder.resolve("%s-%d.run".formatted(name, runs.size()));
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (Item item : items) {
        out.writeUTF(item.key());
        out.writeInt(item.value().length);
        out.write(item.value());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    runs.add(new Run(file, items.size()));
    items.clear();
    bytes = 0;
  }

  /** Everything in order; to be asked for once, after the last {@link #add}. */
  Iterator<Item> sorted() {
    if (runs.isEmpty()) {
      items.sort(ORDER);
      return items.iterator();
    }
    spill();
    return new Merge(runs);
  }

  @Override
  public void close() {
    items.clear();
    runs.forEach(Run::close);
  }

  /** One sorted file, of which only the next item is in memory. */
  private static final class Run implements AutoCloseable {
    private final Path file;
    private final long size;
    private DataInputStream in = new DataInputStream(java.io.InputStream.nullInputStream());
    private long taken;
    private Item head = new Item("", new byte[0]);

    Run(Path file, long size) {
      this.file = file;
      this.size = size;
    }

    void open() throws IOException {
      in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
    }

    Item head() {
      return head;
    }

    boolean advance() {
      if (taken == size) {
        close();
        return false;
      }
      try {
        String key = in.readUTF();
        head = new Item(key, in.readNBytes(in.readInt()));
        taken++;
        return true;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static final class Merge implements Iterator<Item> {
    private final PriorityQueue<Run> heads =
        new PriorityQueue<>(Comparator.comparing(Run::head, ORDER));

    Merge(List<Run> runs) {
      try {
        for (Run run : runs) {
          run.open();
          if (run.advance()) {
            heads.add(run);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public boolean hasNext() {
      return !heads.isEmpty();
    }

    @Override
    public Item next() {
      Run run = heads.poll();
      if (run == null) {
        throw new NoSuchElementException();
      }
      Item item = run.head();
      if (run.advance()) {
        heads.add(run);
      }
      return item;
    }
  }
}

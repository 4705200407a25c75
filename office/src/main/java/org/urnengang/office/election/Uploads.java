package org.urnengang.office.election;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that somebody sends with a form. */
final class Uploads {
  private static final String FIELD = "datei";
  private static final int MOST_FILES = 40;

  private Uploads() {}

  /** A file by the name that it has at home. */
  record Upload(String name, Part part) {
    byte[] bytes() throws IOException {
      try (InputStream in = part.getInputStream()) {
        return in.readAllBytes();
      }
    }
  }

  /** The files of a form, without empty ones. */
  static List<Upload> of(HttpServletRequest request) throws IOException, ServletException {
    List<Upload> uploads = new ArrayList<>();
    for (Part part : request.getParts()) {
      if (part.getName().equals(FIELD) && part.getSize() > 0 && uploads.size() < MOST_FILES) {
        String name = part.getSubmittedFileName();
        uploads.add(new Upload(name == null ? FIELD : TableFiles.clean(name), part));
      }
    }
    return uploads;
  }

  /** Puts files into a folder under their own names, as far as those are harmless. */
  static List<Path> store(List<Upload> uploads, Path folder) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < uploads.size(); i++) {
      String name = uploads.get(i).name().replaceAll("[^\\p{L}0-9._() -]", "_");
      Path path =
          Files.createDirectory(folder.resolve(Integer.toString(i)))
              .resolve(name.replaceFirst("^\\.+", "_"));
      try (InputStream in = uploads.get(i).part().getInputStream()) {
        Files.copy(in, path);
      }
      paths.add(path);
    }
    return paths;
  }
}

package parley.app.files;

import parley.app.shared.CurrentPerson;

/**
 * Says who may have a file besides its owner. Implemented by the rooms above that put files
 * somewhere, such as a meeting for what was shared in it.
 */
public interface FileAccess {
  /** Whether this person may read the file; true from one room is enough. */
  boolean mayRead(CurrentPerson person, StoredFile file);
}

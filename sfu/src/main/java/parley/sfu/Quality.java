package parley.sfu;

/** How well a participant's media goes, in both directions. */
public enum Quality {
  EXCELLENT,
  GOOD,
  POOR,
  LOST
}

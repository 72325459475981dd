package parley.app.notifications;

/**
 * What a notification says.
 *
 * @param title one line
 * @param text one or two sentences, empty where the title says it all
 * @param path of the page it is about, below our own address
 * @param deed what one does there, on a button
 */
record Words(String title, String text, String path, String deed) {}

/** MailboxPage. */
export default function MailboxPage() {
  return <h1 className="text-h1">MailboxPage</h1>;
}

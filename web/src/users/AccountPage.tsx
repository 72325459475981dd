/** AccountPage. */
export default function AccountPage() {
  return <h1 className="text-h1">AccountPage</h1>;
}

/** SetupPage. */
export default function SetupPage() {
  return <h1 className="text-h1">SetupPage</h1>;
}

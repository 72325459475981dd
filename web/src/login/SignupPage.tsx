/** SignupPage. */
export default function SignupPage() {
  return <h1 className="text-h1">SignupPage</h1>;
}

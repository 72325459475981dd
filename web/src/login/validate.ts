import { SHORTEST } from "./passwordStrength";

/** What is wrong with a field, or undefined. Only what the page can know; the server looks again. */
export function emailFault(email: string): string | undefined {
  const text = email.trim();
  if (!text) return "Your e-mail is missing.";
  return /^[^\s@]+@[^\s@]+$/.test(text)
    ? undefined
    : "This is not an e-mail address. One looks like name@example.org.";
}

export function nameFault(name: string): string | undefined {
  return name.trim() ? undefined : "Your name is missing.";
}

export function newPasswordFault(password: string): string | undefined {
  if (!password) return "A password is missing.";
  return password.length < SHORTEST ? `Too short: ${SHORTEST} characters at least.` : undefined;
}

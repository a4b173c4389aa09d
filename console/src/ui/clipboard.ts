/** True if the text is on the clipboard now: browsers may refuse a page, or have no clipboard. */
export async function copied(text: string): Promise<boolean> {
  try {
    if (!navigator.clipboard) return false;
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

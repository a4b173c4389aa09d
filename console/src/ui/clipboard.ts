/** Whether the text is on the clipboard now: browsers may keep it from a page, or not have one. */
export async function copied(text: string): Promise<boolean> {
  try {
    if (!navigator.clipboard) return false;
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

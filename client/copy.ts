/** Copies text. Plain HTTP in a classroom has no clipboard for scripts, so the older way stands by. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'sr';
    document.body.append(field);
    field.select(); // deprecated, and the only way without HTTPS
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}

/** The chat as the visitor sees it, as plain text: a line of who and when over each message. */
export function transcript(list: Element, title: string, lang: string | undefined): string {
  const text = (row: Element, part: string) => row.querySelector(part)?.textContent?.trim() ?? '';
  const parts = [...list.children].map((row) => {
    if (!row.querySelector('.text')) return `— ${row.textContent} —`;
    const time = row.querySelector('time')?.dateTime;
    const when = time
      ? new Date(time).toLocaleString(lang, { dateStyle: 'medium', timeStyle: 'short' })
      : text(row, '.foot');
    const who = text(row, '.who bdi') || text(row, '.who');
    return `${who}, ${when}\n${text(row, '.text')}`;
  });
  return `${[title, ...parts].join('\n\n')}\n`;
}

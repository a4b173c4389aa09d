import { shownFile } from '@/engine/customerFiles';
import { isDrawn } from '@/engine/fileRules';
import type { ThreadItem } from '@/engine/timeline';
import type { Picture } from '@/features/file/pictures';

/** Every picture of the thread, in its order. */
export function picturesOf(
  items: readonly ThreadItem[],
  author: (item: ThreadItem) => string,
): Picture[] {
  const found: Picture[] = [];
  for (const item of items) {
    const files =
      item.type === 'comment'
        ? item.files
        : 'content' in item && item.content.kind === 'media'
          ? [shownFile(item.content, item.type === 'customer' ? item.file : undefined)]
          : [];
    for (const file of files) {
      if (!file || !isDrawn(file.mime)) continue;
      const { width, height, caption } = file as {
        width?: number | null;
        height?: number | null;
        caption?: string | null;
      };
      found.push({
        reference: file.reference,
        name: file.name ?? '',
        caption: caption ?? '',
        width: width ?? undefined,
        height: height ?? undefined,
        by: author(item),
        at: item.at,
      });
    }
  }
  return found;
}

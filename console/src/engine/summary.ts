import type { Content } from '@/contract/protocol';

/** One line of text for lists, titles and announcements. */
export function summary(content: Content, unsupported: string): string {
  switch (content.kind) {
    case 'text':
      return content.text;
    case 'email':
      return content.subject || content.text;
    case 'media':
      return content.caption || content.name || content.medium;
    case 'location':
      return content.name || content.address || `${content.latitude}, ${content.longitude}`;
    case 'contacts':
      return content.contacts.map((card) => card.name).join(', ');
    case 'reply':
      return content.title;
    case 'reaction':
      return content.emoji ?? '';
    case 'edit':
      return content.text;
    case 'form':
      return content.name ?? content.answers[0]?.value ?? unsupported;
    case 'template':
      return content.text || content.name;
    default:
      return unsupported;
  }
}

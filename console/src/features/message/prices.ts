import { locale } from '@/i18n/words';

/**
 * A price in the agent's own style: "24.50" and "EUR" read €24.50 in English. The amount stays a
 * decimal text on its way, so that no digit is lost; a currency that no standard knows stands
 * behind the amount as it came.
 */
export function priced(amount: string, currency?: string | null): string {
  try {
    const style = {
      style: 'currency',
      currency: currency ?? '',
      maximumFractionDigits: 6,
    } as const;
    return new Intl.NumberFormat(locale(), style).format(amount as Intl.StringNumericLiteral);
  } catch {
    return `${amount} ${currency ?? ''}`.trim();
  }
}

import type { MetadataKey } from '@/utils/article/types';

/** Any metadata field's value as one line. */
export function fieldText(key: MetadataKey, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!Array.isArray(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  if (key === 'roles')
    return (value as { role: string; names: string[] }[])
      .map(({ role, names }) => `${role}: ${names.join(', ')}`)
      .join('; ');
  return value.join(key === 'section' ? ' › ' : '; ');
}

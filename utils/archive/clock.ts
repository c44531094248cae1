/** Times as kept. Rows carry UTC, so that they sort as text; a capture carries the device's own offset, as evidence. */

export function utcIso(date: Date): string {
  return date.toISOString();
}

/** `2026-11-23T20:41:07.123+07:00`, in the device's zone. */
export function localIso(date: Date): string {
  const offset = -date.getTimezoneOffset();
  const wall = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const sign = offset < 0 ? '-' : '+';
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${wall}${sign}${hours}:${minutes}`;
}

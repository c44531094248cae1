import { browser } from 'wxt/browser';

/** Wakes the background after `minutes`, also when it was stopped meanwhile. */
export async function wakeIn(name: string, minutes: number): Promise<void> {
  await browser.alarms.create(name, { delayInMinutes: minutes });
}

/** Wakes it again and again until `stopWaking`; half a minute is the shortest that browsers keep to. */
export async function wakeEvery(name: string, minutes: number): Promise<void> {
  if (!(await browser.alarms.get(name)))
    await browser.alarms.create(name, { delayInMinutes: minutes, periodInMinutes: minutes });
}

export async function stopWaking(name: string): Promise<void> {
  await browser.alarms.clear(name);
}

export function onWake(listener: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => listener(alarm.name));
}

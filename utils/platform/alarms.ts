import { browser } from 'wxt/browser';

/** Wakes the background after `minutes`, also when it was stopped meanwhile. */
export async function wakeIn(name: string, minutes: number): Promise<void> {
  await browser.alarms.create(name, { delayInMinutes: minutes });
}

export function onWake(listener: (name: string) => void): void {
  browser.alarms.onAlarm.addListener((alarm) => listener(alarm.name));
}

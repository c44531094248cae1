/** Who is at work, watched; to be switched where there is somebody to switch to. */
import { useEffect, useState } from 'preact/hooks';
import { CoderSwitch } from '@/components/coders/CoderSwitch';
import { codersNow, type CodersNow } from '@/utils/db/samples';
import { watchArchive } from '@/utils/db/watch';
import { call } from '@/utils/messaging/client';

export function CoderAtWork() {
  const [now, setNow] = useState<CodersNow | null>(null);
  useEffect(
    () =>
      watchArchive(
        (db) => codersNow(db),
        setNow,
        () => setNow(null),
      ),
    [],
  );
  if (!now || now.coders.length < 2) return null;
  return <CoderSwitch now={now} onSwitch={(coderId) => void call('coder/switch', { coderId })} />;
}

import type { KeysInForce } from '@/components/ui/use-keymap';
import { mergeKeymap } from '@/utils/annotation/keymap';
import type { Settings } from '@/utils/platform/settings';

export const keysOf = ({ keys, singleKeys }: Settings): KeysInForce => ({
  keymap: mergeKeymap(keys),
  areSingleOn: singleKeys,
});

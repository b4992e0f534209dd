// Mounted once in the frame, so that the dialog outlives the screen that asked for it.

import { PhoneDialog } from './phone-dialog.tsx';
import { dismissPhone, usePhoneWish } from './phone-wish.ts';

export function PhoneHost() {
  const wish = usePhoneWish();
  return wish ? <PhoneDialog wish={wish} onClose={dismissPhone} /> : null;
}

// Calls about pictures from the phone.

import { closePhone, openPhone, readPhone } from '../phone/phone-desk.ts';
import type { Handler } from './context.ts';

export const open: Handler<'phone.open'> = (context, input) => openPhone(context, input);

export const state: Handler<'phone.state'> = (context, { session }) => readPhone(context, session);

export const close: Handler<'phone.close'> = async ({ vault }, { session }) => {
  await closePhone(vault, session);
  return {};
};

// Keys of a small form: Esc leaves it; Enter that takes a date or an entry of a list does not send the form as well.

import type { KeyboardEvent } from 'react';

const choosers = '.ant-picker, .ant-select';

export const formKeys =
  (onCancel: () => void) =>
  (event: KeyboardEvent<HTMLFormElement>): void => {
    const isChoosing = event.target instanceof Element && event.target.closest(choosers) !== null;
    if (event.key === 'Enter' && isChoosing) event.preventDefault();
    if (event.key === 'Escape' && !isChoosing) onCancel();
  };

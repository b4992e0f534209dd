// A button that goes somewhere: a true link (middle click, screen reader), with the looks of a button.

import { Button, type ButtonProps } from 'antd';
import { useHref } from 'react-router';

type Props = Omit<ButtonProps, 'href' | 'onClick'> & { to: string };

export function LinkButton({ to, ...rest }: Props) {
  return <Button {...rest} href={useHref(to)} />;
}

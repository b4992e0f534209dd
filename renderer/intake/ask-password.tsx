// Asks for the password of one PDF, right where its refusal is read.

import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Props = { onGiven: (password: string) => void; onTyping: (begun: boolean) => void };

export function AskPassword({ onGiven, onTyping }: Props) {
  const { t } = useTranslation('intake');
  const [password, setPassword] = useState('');
  return (
    <form
      className="intake-password"
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') onGiven(password);
      }}
    >
      <Input.Password
        size="small"
        value={password}
        maxLength={200}
        autoComplete="off"
        aria-label={t('password')}
        placeholder={t('password')}
        onChange={(event) => {
          setPassword(event.target.value);
          onTyping(event.target.value !== '');
        }}
      />
      <Button size="small" htmlType="submit" disabled={password === ''}>
        {t('passwordGo')}
      </Button>
      <span className="small muted">{t('passwordNote')}</span>
    </form>
  );
}

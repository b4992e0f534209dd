// Visits to choose from, the latest first, found by day, person, hospital or department.

import { useMemo } from 'react';
import { useCall } from '../client.ts';
import { useDay } from '../shell/day.ts';
import { useToday } from './today.ts';

export type VisitOption = { value: string; label: string; searched: string };

export function useVisitOptions(): VisitOption[] {
  const visits = useCall('visit.list', {}).data;
  const day = useDay(useToday());
  return useMemo(() => {
    const recent = [...(visits ?? [])].sort((a, b) => b.date.localeCompare(a.date));
    return recent.map(({ id, date, personName, hospital, department }) => ({
      value: id,
      label: [day(date), personName, hospital || department].filter(Boolean).join(' '),
      searched: `${date} ${personName} ${hospital} ${department}`.toLowerCase(),
    }));
  }, [visits, day]);
}

/** Every word that was typed, in any order. */
export const searchVisits = {
  filterOption: (typed: string, option: VisitOption | undefined): boolean => {
    const text = `${option?.label} ${option?.searched}`.toLowerCase();
    return typed
      .toLowerCase()
      .split(/\s+/)
      .every((word) => text.includes(word));
  },
};

// The day it is, as the other side says it.

import { calendarDate } from '../../shared/dates.ts';
import { useCall } from '../client.ts';

export const useToday = (): string => useCall('session.about', {}).data?.today ?? calendarDate(new Date());

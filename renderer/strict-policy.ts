// First of all imports: the page's policy forbids code made from text, and zod would try it while schemas are made.

import { z } from 'zod';

z.config({ jitless: true });

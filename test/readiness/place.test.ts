import { placeCases } from './place.cases.ts';
import { runTable } from './table.ts';

runTable('the place and the person', placeCases);

import { printedCases } from './printed.cases.ts';
import { runTable } from './table.ts';

runTable('what is printed', printedCases);

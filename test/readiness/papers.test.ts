import { paperCases } from './papers.cases.ts';
import { runTable } from './table.ts';

runTable('papers', paperCases);

// The packs that come with the program. Imported one by one, so that they travel inside every build.

import { type RulePack, rulePack } from '../../shared/rules/rule-pack.ts';
import pack100000 from './packs/100000.json' with { type: 'json' };
import pack110000 from './packs/110000.json' with { type: 'json' };
import pack110105 from './packs/110105.json' with { type: 'json' };
import pack120000 from './packs/120000.json' with { type: 'json' };
import pack130000 from './packs/130000.json' with { type: 'json' };
import pack130500 from './packs/130500.json' with { type: 'json' };
import pack150700 from './packs/150700.json' with { type: 'json' };
import pack210100 from './packs/210100.json' with { type: 'json' };
import pack210200 from './packs/210200.json' with { type: 'json' };
import pack220100 from './packs/220100.json' with { type: 'json' };
import pack220200 from './packs/220200.json' with { type: 'json' };
import pack230100 from './packs/230100.json' with { type: 'json' };
import pack310000 from './packs/310000.json' with { type: 'json' };
import pack320000 from './packs/320000.json' with { type: 'json' };
import pack320100 from './packs/320100.json' with { type: 'json' };
import pack320400 from './packs/320400.json' with { type: 'json' };
import pack320500 from './packs/320500.json' with { type: 'json' };
import pack321183 from './packs/321183.json' with { type: 'json' };
import pack330000 from './packs/330000.json' with { type: 'json' };
import pack330100 from './packs/330100.json' with { type: 'json' };
import pack330600 from './packs/330600.json' with { type: 'json' };
import pack331000 from './packs/331000.json' with { type: 'json' };
import pack331100 from './packs/331100.json' with { type: 'json' };
import pack340100 from './packs/340100.json' with { type: 'json' };
import pack341181 from './packs/341181.json' with { type: 'json' };
import pack350200 from './packs/350200.json' with { type: 'json' };
import pack350300 from './packs/350300.json' with { type: 'json' };
import pack360000 from './packs/360000.json' with { type: 'json' };
import pack360100 from './packs/360100.json' with { type: 'json' };
import pack370200 from './packs/370200.json' with { type: 'json' };
import pack410300 from './packs/410300.json' with { type: 'json' };
import pack410402 from './packs/410402.json' with { type: 'json' };
import pack420100 from './packs/420100.json' with { type: 'json' };
import pack430000 from './packs/430000.json' with { type: 'json' };
import pack430100 from './packs/430100.json' with { type: 'json' };
import pack440100 from './packs/440100.json' with { type: 'json' };
import pack440300 from './packs/440300.json' with { type: 'json' };
import pack440600 from './packs/440600.json' with { type: 'json' };
import pack441900 from './packs/441900.json' with { type: 'json' };
import pack445224 from './packs/445224.json' with { type: 'json' };
import pack450100 from './packs/450100.json' with { type: 'json' };
import pack500000 from './packs/500000.json' with { type: 'json' };
import pack510000 from './packs/510000.json' with { type: 'json' };
import pack510100 from './packs/510100.json' with { type: 'json' };
import pack510700 from './packs/510700.json' with { type: 'json' };
import pack511800 from './packs/511800.json' with { type: 'json' };
import pack520100 from './packs/520100.json' with { type: 'json' };
import pack530000 from './packs/530000.json' with { type: 'json' };
import pack530100 from './packs/530100.json' with { type: 'json' };
import pack530500 from './packs/530500.json' with { type: 'json' };
import pack532322 from './packs/532322.json' with { type: 'json' };
import pack532800 from './packs/532800.json' with { type: 'json' };
import pack650100 from './packs/650100.json' with { type: 'json' };

const written: readonly unknown[] = [
  pack100000,
  pack110000,
  pack110105,
  pack120000,
  pack130000,
  pack130500,
  pack150700,
  pack210100,
  pack210200,
  pack220100,
  pack220200,
  pack230100,
  pack310000,
  pack320000,
  pack320100,
  pack320400,
  pack320500,
  pack321183,
  pack330000,
  pack330100,
  pack330600,
  pack331000,
  pack331100,
  pack340100,
  pack341181,
  pack350200,
  pack350300,
  pack360000,
  pack360100,
  pack370200,
  pack410300,
  pack410402,
  pack420100,
  pack430000,
  pack430100,
  pack440100,
  pack440300,
  pack440600,
  pack441900,
  pack445224,
  pack450100,
  pack500000,
  pack510000,
  pack510100,
  pack510700,
  pack511800,
  pack520100,
  pack530000,
  pack530100,
  pack530500,
  pack532322,
  pack532800,
  pack650100,
];

let read: readonly RulePack[] | undefined;

/** All of them, by place. A pack that does not fit its shape is a bug and throws. */
export function shippedPacks(): readonly RulePack[] {
  read ??= written.map((one) => rulePack.parse(one));
  return read;
}

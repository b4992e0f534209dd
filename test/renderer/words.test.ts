// The word files: both languages complete, the same placeholders, and no sentence left in a screen.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Language, languages } from '../../shared/domain.ts';
import { domainWords } from '../../shared/words/domain.ts';
import { problemWords } from '../../shared/words/problems.ts';

const root = resolve(import.meta.dirname, '../..');
type Tree = { [key: string]: string | Tree };
type Book = Record<Language, Tree>;

const notBooks = ['words.ts', 'both.ts'];
const books = new Map<string, Book>([
  ['domain', domainWords],
  ['problems', problemWords],
]);
for (const file of readdirSync(join(root, 'renderer/words'))) {
  if (notBooks.includes(file)) continue;
  const parts: Record<string, Book> = await import(join(root, 'renderer/words', file));
  for (const [name, book] of Object.entries(parts)) {
    if (typeof book === 'object' && 'zh-CN' in book) books.set(`${file} ${name}`, book);
  }
}

const flatten = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : flatten(value, `${path}${key}.`),
  );
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();

/** Blank on purpose: in a list of choices the name of '', 'unknown' and 'none', where nothing is to be said. */
const mayBeBlank = (key: string): boolean => /\.(unknown|none)?$/.test(key);

describe.each([...books])('words of %s', (_, book) => {
  test('have the same keys in every language', () => {
    const [first, ...others] = languages.map((language) =>
      flatten(book[language])
        .map(([key]) => key)
        .sort(),
    );
    expect(first?.length).toBeGreaterThan(0);
    for (const other of others) expect(other).toEqual(first);
  });

  test('are never blank', () => {
    const blank = languages.flatMap((language) =>
      flatten(book[language])
        .filter(([key, text]) => text.trim() === '' && !mayBeBlank(key))
        .map(([key]) => `${language} ${key}`),
    );
    expect(blank).toEqual([]);
  });

  test('fill in the same things in every language', () => {
    const english = new Map(flatten(book.en));
    const different = flatten(book['zh-CN']).filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join(),
    );
    expect(different).toEqual([]);
  });
});

test('English words hold no Chinese characters except names of things as they are printed in China', () => {
  const printedAs =
    /手工报销|医保|发票|清单|处方|病历|参保|中文|云南|昆明|西双版纳|景洪|北京|上海|省|市|县|年|月|日|第/u;
  const odd = [...books].flatMap(([name, book]) =>
    flatten(book.en)
      .filter(([, text]) => /\p{Script=Han}/u.test(text) && !printedAs.test(text))
      .map(([key, text]) => `${name} ${key}: ${text}`),
  );
  expect(odd).toEqual([]);
});

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:])\/\/.*$/gm, '$1');
/** A shape in which a day may be typed is no sentence. */
const withoutDateShapes = (source: string): string => source.replace(/YYYY年M+月D+日/g, '');

/** Text between tags, and the attributes that are read aloud or shown. */
function bareSentences(source: string): string[] {
  const between = [
    ...source.matchAll(/(?<![=-])>\s*([^<>{}()=;&|?:]*[A-Za-z]{2,}[^<>{}()=;&|?:]*)<\/?[A-Za-z]/g),
  ];
  const spoken = [
    ...source.matchAll(/\b(?:title|label|placeholder|alt|aria-label)="([^"]*[A-Za-z]{2,}[^"]*)"/g),
  ];
  return [...between, ...spoken].map((match) => (match[1] ?? '').trim()).filter((text) => text !== '');
}

const screens = readdirSync(join(root, 'renderer'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.tsx'),
);

test.each(screens)('%s leaves its words to the word files', (file) => {
  const source = withoutComments(readFileSync(join(root, 'renderer', file), 'utf8'));
  expect(withoutDateShapes(source).match(/.*\p{Script=Han}.*/gu) ?? []).toEqual([]);
  expect(bareSentences(source)).toEqual([]);
});

test('a bare sentence in a screen would be found', () => {
  expect(bareSentences('<p>Hello there</p>')).toEqual(['Hello there']);
  expect(bareSentences('<img alt="A page" />')).toEqual(['A page']);
  expect(bareSentences("<p>{t('hello')}</p>")).toEqual([]);
});

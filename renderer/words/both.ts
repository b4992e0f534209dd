// The words of the screens are kept like all words.

export { both } from '../../shared/words/both.ts';
